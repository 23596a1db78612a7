package lexicon

import (
	"slices"
	"strings"

	"footprint/internal/analyze/text"
)

// digits reads a word with digits or symbols for letters: "w0m3n", and beside the name of a group "5t4nd".
func (r *respeller) digits(d *text.Doc, i int) (string, aim, bool, int) {
	end := chunkEnd(d.Tokens, i)
	if end <= i {
		return "", 0, false, i
	}
	raw := strings.ToLower(d.Original[d.Tokens[i].Start:d.Tokens[end-1].End])
	if len(raw) < 3 || len(raw) > maxPiece || plain(raw) {
		return "", 0, false, i
	}
	for _, one := range [...]byte{'i', 'l'} {
		s, changed := asLetters(raw, one)
		if changed == 0 || changed == len(raw) || changed > 1 && changed == len(raw)-1 {
			break // "A55" is the name of a seat or a road
		}
		if a := r.aims[s]; a != 0 {
			return s, a, changed*2 <= len(s)+1, end - 1
		}
		if u := strings.ReplaceAll(s, "v", "u"); u != s && r.aims[u] != 0 {
			return u, r.aims[u], false, end - 1
		}
		if text.Rarity(s) < often || changed < len(s) && text.Rarity(s) < frequent {
			return s, hostile, false, end - 1
		}
	}
	return "", 0, false, i
}

// asLetters replaces the digits and symbols of a word, those that may be an i or an l by one, and counts them;
// none if there is a character that stands for no letter.
func asLetters(w string, one byte) (letters string, changed int) {
	b := []byte(w)
	for k, c := range b {
		switch {
		case 'a' <= c && c <= 'z':
			continue
		case c == '1' || c == '!' || c == '|':
			b[k] = one
		default:
			b[k] = leetLetter(c)
		}
		if b[k] == 0 {
			return "", 0
		}
		changed++
	}
	return string(b), changed
}

// letters joins single letters with spaces or marks between them: "h a t e".
func (r *respeller) letters(d *text.Doc, i int) (string, aim, bool, int) {
	t := d.Tokens
	var b [maxMasked]byte
	n, last := 0, i
	for j := i; j < len(t) && n < len(b); j++ {
		if t[j].Kind == text.Punct && n > 0 && strings.IndexByte(".-*_/", t[j].Norm[0]) >= 0 {
			continue
		}
		if t[j].Kind != text.Word || len(t[j].Norm) != 1 {
			break
		}
		b[n] = t[j].Norm[0]
		n++
		last = j
	}
	if n < 3 {
		return "", 0, false, i
	}
	if s := string(b[:n]); r.aims[s] != 0 || n > 3 && text.Rarity(s) < often || n > 5 && text.Rarity(s) < frequent {
		return s, r.aims[s], true, last
	}
	if s, gives, sure := r.split(string(b[:n])); s != "" {
		return s, gives, sure, last
	}
	return "", 0, false, i
}

// pieces joins a word that a space stands in: "mus lims".
func (r *respeller) pieces(d *text.Doc, i int) (string, aim, bool, int) {
	t := d.Tokens
	if t[i].Kind != text.Word {
		return "", 0, false, i
	}
	var buf [2 * maxPiece]byte
	s, broken := append(buf[:0], t[i].Norm...), r.broken(&t[i])
	for j := i + 1; j < len(t) && j < i+3; j++ {
		if t[j].Kind != text.Word || d.Original[t[j-1].End:t[j].Start] != " " || t[j].Flags&text.Capital != 0 && t[j].Flags&text.AllCaps == 0 && len(t[j].Norm) > 1 {
			break
		}
		s = append(s, t[j].Norm...)
		stray := len(t[j].Norm) == 1 && odd(&t[j]) // "hat e": only in an attack
		broken = broken || r.broken(&t[j])
		if len(s) > maxPiece {
			break
		}
		if t[i].Rank != 0 && len(t[j].Norm) > 1 && t[j].Rarity() < veryOften {
			break // "Pak is", "Mull on"
		}
		if !broken && !stray {
			continue
		}
		if a := r.aims[string(s)]; !broken && len(s) > 3 && a != 0 {
			return string(s), a, false, j
		} else if !broken {
			continue
		} else if a != 0 && len(s) > 3 || a&whom != 0 && len(s) == 3 && j+1 < len(t) && isPeople(t[j+1].Norm) {
			return string(s), a, true, j
		}
	}
	return "", 0, false, i
}

// broken reports a token that is no word by itself.
func (r *respeller) broken(t *text.Token) bool {
	return len(t.Norm) > 1 && (odd(t) || t.Rank == 0 && r.lex.words[t.Norm] == 0)
}

// odd reports a short token that is hardly a word.
func odd(t *text.Token) bool {
	if len(t.Norm) == 1 {
		return t.Norm != "i" && t.Norm != "a"
	}
	return len(t.Norm) < 4 && t.Rarity() > often
}

// run parts words that were run together: "ihatewomen".
func (r *respeller) run(d *text.Doc, i int) (string, aim, bool, int) {
	t := &d.Tokens[i]
	w := strings.TrimSuffix(t.Norm, "'s")
	if t.Kind != text.Word || t.Rank != 0 || r.lex.words[w] != 0 || text.Common(w) || isName(t) {
		return "", 0, false, i
	}
	if rest, ok := strings.CutPrefix(w, "i"); ok && begins(rest) {
		return "i " + rest, 0, true, i
	}
	if name := r.names[w]; name != "" {
		return name, whom, true, i
	}
	s, gives, sure := r.split(w)
	return s, gives, sure, i
}

// begins reports what is often run together with the "I" before it.
func begins(w string) bool {
	switch w {
	case "can't", "cannot", "cant", "don't", "dont", "won't", "hate", "love", "think", "wish", "want", "will", "would", "really", "just":
		return true
	}
	return false
}

// isName reports a word with a capital where none is due, which is likely the name of somebody or something.
func isName(t *text.Token) bool {
	return t.Flags&text.Capital != 0 && t.Flags&(text.AllCaps|text.FirstInSentence) == 0
}

// split finds the cheapest way to part a run of letters into words, of which one must be worth hiding.
func (r *respeller) split(s string) (words string, gives aim, sure bool) {
	s = strings.ReplaceAll(s, "'", "")
	n := len(s)
	if n < 6 || n > maxRun || !plain(s) || !r.heads[pairOf(s, 0)] && !r.tails[pairOf(s, n-2)] {
		return "", 0, false
	}
	var cost [maxRun + 1]float32
	var back [maxRun + 1]int
	for j := 1; j <= n; j++ {
		cost[j] = noWord
		for i := max(0, j-maxPiece); i < j; i++ {
			if c := cost[i] + r.price(s[i:j], i); c < cost[j] {
				cost[j], back[j] = c, i
			}
		}
	}
	if cost[n] == noWord {
		return "", 0, false
	}
	var parts []string
	aims := 0
	for j := n; j > 0; j = back[j] {
		p := s[back[j]:j]
		parts = append(parts, p)
		if a := r.aims[p]; a != 0 {
			gives |= a
			aims++
		}
	}
	first := parts[len(parts)-1]
	if len(parts) == 1 || aims < 2 && gives&whom == 0 && first != "i" && !(len(parts) < 4 && links(first)) || len(parts[0]) < 3 {
		return "", 0, false
	}
	slices.Reverse(parts)
	return strings.Join(parts, " "), gives, aims > 1 || gives&named != 0 && links(first)
}

// links reports words that tie what is said to a group, and are run together with what follows: "arescum".
func links(w string) bool {
	switch w {
	case "are", "is", "all", "should", "must", "can't", "cant", "cannot", "you", "these", "those", "the", "fucking", "i", "to", "deserve", "dont", "be":
		return true
	}
	return false
}

// price is the cost of a word in a run that begins at letter i, out of reach for what is none.
func (r *respeller) price(p string, i int) float32 {
	const perWord = 3
	c := text.Rarity(p)
	switch {
	case len(p) == 1 && (p != "i" || i > 0), len(p) == 2 && c > veryOften+1:
		return noWord
	case r.aims[p] != 0 || begins(p):
		return perWord + 3
	case c > everyday:
		return noWord
	}
	return perWord + c
}

// slip undoes one slip of the keys.
func (r *respeller) slip(d *text.Doc, i int) (string, aim, bool, int) {
	t := &d.Tokens[i]
	if t.Kind != text.Word || t.Flags&(text.Joined|text.AllCaps) != 0 || t.Rank != 0 && r.slips[t.Rank/64]&(1<<(t.Rank%64)) == 0 {
		return "", 0, false, i
	}
	if i+1 < len(d.Tokens) && isPeople(d.Tokens[i+1].Norm) && r.aims[t.Norm] == 0 {
		if term := r.brief[t.Norm]; term != "" {
			return term, whom, true, i
		}
	}
	if s := r.nameOf(d, i); s != "" {
		return s, whom, true, i + 1
	}
	if term := r.short[t.Norm]; term != "" && i > 0 && r.ties(d, i, term) {
		return term, hostile, false, i
	}
	term := r.forms[t.Norm]
	if term == "" && t.Rank == 0 && r.lex.words[t.Norm] == 0 {
		term = r.shuffled(t.Norm)
	}
	attacked := i > 0 && r.aims[d.Tokens[i-1].Norm]&hostile != 0 && len(term) > 4 // "despise Ploes"
	if term == "" || r.aims[t.Norm] != 0 || isName(t) && r.lex.endsName(d, i) || isName(t) && (r.aims[term]&whom == 0 || len(term) < minLone && !attacked) {
		return "", 0, false, i
	}
	return term, r.aims[term], len(term) >= minLone || r.aims[term]&whom != 0 && len(term) > 4, i
}

// nameOf reads the name of a group that is two words, one of them misspelt, at token i.
func (r *respeller) nameOf(d *text.Doc, i int) string {
	if i+1 == len(d.Tokens) {
		return ""
	}
	t, n := &d.Tokens[i], &d.Tokens[i+1]
	if n.Kind != text.Word || t.Rarity() < often && n.Rarity() < often {
		return ""
	}
	return r.names[t.Norm+" "+n.Norm]
}

// ties reports that the words around token i ask for the short word of an attack: "I hte X", "X should ide".
func (r *respeller) ties(d *text.Doc, i int, term string) bool {
	switch d.Tokens[i-1].Norm {
	case "should", "must", "to", "all", "can":
		return len(term) < 4
	case "i", "we", "really", "just", "fucking":
		return len(term) == 4 && i+1 < len(d.Tokens) && r.aims[d.Tokens[i+1].Norm]&(whom|folk) != 0 && isVerbOfHate(term)
	}
	return false
}

// isVerbOfHate reports the short verb that is misspelt as other words are.
func isVerbOfHate(term string) bool { return term == "hate" || term == "kill" || term == "fuck" }
