package lexicon

import (
	"slices"
	"strings"

	"footprint/internal/analyze/text"
)

// respeller reads words that were run together, split or misspelt to get past a filter as they are meant. It
// only makes a text readable: whether something bad is said is judged afterwards, so it needs no more than a
// fair guess. A guess must give a word of an attack; one that is short must stand beside the other half.
type respeller struct {
	lex *Lexicon
	// aims are the words worth hiding.
	aims map[string]aim
	// forms maps a word with a letter dropped or two neighbours swapped to the word meant.
	forms map[string]string
	// brief maps such forms of the names of groups that are read so only before "people".
	brief map[string]string
	// heads and tails tell by the first and the last two letters how long the aims are that begin or end so.
	heads, tails [26 * 26]uint32
}

// aim is what a word does in an attack.
type aim uint8

const (
	whom    aim = 1 << iota // names a group
	hostile                 // attacks
	folk                    // "people", which follows the name of a group
)

var (
	whomClasses = []string{"group", "groupadj", "slurh.name", "slur"}
	// respell.part are words that attack only with others.
	hostileClasses = []string{"respell.part", "hateverb", "harmverb", "dehuman", "negtrait.strong", "insult", "violence", "profanity.strong"}
)

const (
	often     = 8   // logarithm of the rank 3,000
	veryOften = 4.6 // logarithm of the rank 100
	frequent  = 9.9 // logarithm of the rank 20,000: words that are often written
	everyday  = 6.5 // logarithm of the rank 665: words that link others in a run
	minLone   = 6   // letters of a word whose forms need no other half beside them
	maxRun    = 60  // letters of a run of words
	maxPiece  = 16  // letters of a word in it
	noWord    = 1e6 // cost of what cannot be read
)

func newRespeller(l *Lexicon) *respeller {
	r := &respeller{lex: l, aims: map[string]aim{}, forms: map[string]string{}, brief: map[string]string{}}
	whose, attack, adjective := l.SetOf(whomClasses...), l.SetOf(hostileClasses...), l.SetOf("groupadj")
	bad, swears := l.SetOf(append([]string{"slurh"}, strongClasses...)...), l.SetOf("profanity")
	for term, id := range l.words {
		if len(term) < 3 || !plain(term) {
			continue
		}
		var a aim
		if isPeople(term) {
			a = folk
		}
		name, strong := false, false
		for _, e := range l.at(l.first[id]) {
			if e.lang != "en" && e.lang != "any" {
				continue
			}
			if e.in(whose) {
				a |= whom
			}
			if e.in(attack) {
				a |= hostile
			}
			name = name || e.in(adjective)
			strong = strong || e.in(bad)
		}
		if a == 0 {
			continue
		}
		r.aims[term] = a
		r.heads[pairOf(term, 0)] |= 1 << min(len(term), 31)
		r.tails[pairOf(term, len(term)-2)] |= 1 << min(len(term), 31)
		for v := range slips(term) {
			listed, free := l.words[v] != 0, len(term) > 3 && (!strong || len(term) >= minSlur)
			if (free && !listed || l.in(v, swears)) && !familiar(v) && !slipOfFunctionWord(v) {
				r.prefer(r.forms, v, term)
			}
			if name && len(v) > 1 && !listed && text.Rarity(v) > often {
				r.prefer(r.brief, v, term)
			}
		}
	}
	return r
}

// prefer notes what a form means: the more usual word, whatever the order in which they come.
func (r *respeller) prefer(forms map[string]string, v, term string) {
	old := forms[v]
	if a, b := text.Rarity(term), text.Rarity(old); old == "" || a < b || a == b && term < old {
		forms[v] = term
	}
}

// slips are the forms of a word with two neighbours swapped or an inner letter dropped.
func slips(w string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for i := 0; i+1 < len(w); i++ {
			if w[i] != w[i+1] && !yield(w[:i]+w[i+1:i+2]+w[i:i+1]+w[i+2:]) {
				return
			}
			if i > 0 && !yield(w[:i]+w[i+1:]) {
				return
			}
		}
	}
}

// familiar reports a word that is often written, also in a form that is not.
func familiar(v string) bool {
	if text.Rarity(v) < frequent {
		return true
	}
	for _, ending := range [...]string{"s", "es", "ed", "ing", "er", "y", "ly"} {
		if stem, ok := strings.CutSuffix(v, ending); ok && len(stem) > 2 && (text.Rarity(stem) < often || text.Rarity(stem+"e") < often) {
			return true
		}
	}
	return false
}

// slipOfFunctionWord reports forms that are a slip of the keys in the words everyone writes: "hte", "adn".
func slipOfFunctionWord(v string) bool {
	for i := 0; i+1 < len(v); i++ {
		if text.Rarity(v[:i]+v[i+1:i+2]+v[i:i+1]+v[i+2:]) < veryOften {
			return true
		}
	}
	return false
}

// isPeople reports the words that follow the name of a group.
func isPeople(term string) bool { return term == "people" || term == "person" || term == "folks" }

// guess is one way to read some tokens.
type guess struct {
	text.Edit
	sentence int
	gives    aim
	sure     bool // needs no other half
}

// Respell reads a passage anew if words in it were run together, split or misspelt.
func (l *Lexicon) Respell(d *text.Doc) {
	r := l.respell
	if len(r.aims) == 0 || d.Unsupported {
		return
	}
	var guesses []guess
	for i := 0; i < len(d.Tokens); i++ {
		if g, last := r.guess(d, i); g.Text != "" {
			guesses = append(guesses, g)
			i = last
		}
	}
	if len(guesses) == 0 {
		return
	}
	var edits []text.Edit
	for _, g := range guesses {
		if g.sure || r.complete(d, g, guesses) {
			edits = append(edits, g.Edit)
		}
	}
	if len(edits) > 0 {
		d.Reread(edits)
	}
}

// complete reports whether the sentence of a guess names a group and attacks.
func (r *respeller) complete(d *text.Doc, g guess, all []guess) bool {
	found := g.gives
	for _, o := range all {
		if o.sentence == g.sentence {
			found |= o.gives
		}
	}
	s := d.Sentences[g.sentence]
	for i := s.From; i < s.To && found&(whom|hostile) != whom|hostile; i++ {
		found |= r.aims[d.Tokens[i].Norm]
	}
	return found&(whom|hostile) == whom|hostile
}

// guess reads what begins at token i, and returns the last token it used.
func (r *respeller) guess(d *text.Doc, i int) (guess, int) {
	t := d.Tokens
	w := &t[i]
	if w.Kind != text.Word && w.Kind != text.Number || w.Rank != 0 && len(w.Norm) > 1 && w.Rarity() < often && !mayContinue(t, i) {
		return guess{}, i
	}
	for _, read := range [...]func(*text.Doc, int) (string, aim, bool, int){r.digits, r.letters, r.pieces, r.run, r.slip} {
		if s, gives, sure, last := read(d, i); s != "" {
			return guess{text.Edit{Start: w.Start, End: t[last].End, Text: s}, w.Sentence, gives, sure}, last
		}
	}
	return guess{}, i
}

// mayContinue reports whether what follows looks like the rest of a word.
func mayContinue(t []text.Token, i int) bool {
	if i+1 == len(t) {
		return false
	}
	switch n := &t[i+1]; n.Kind {
	case text.Word:
		return n.Rank == 0 || odd(n)
	case text.Number, text.Punct:
		return n.Start == t[i].End && leetLetter(n.Norm[0]) != 0
	}
	return false
}

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
		if changed == 0 || changed == len(raw) {
			break
		}
		if a := r.aims[s]; a != 0 {
			return s, a, changed*2 <= len(s)+1, end - 1
		}
		if text.Rarity(s) < often {
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
	if s := string(b[:n]); r.aims[s] != 0 || n > 4 && text.Rarity(s) < often {
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
		broken = broken || r.broken(&t[j])
		if len(s) > maxPiece {
			break
		}
		if !broken {
			continue
		}
		if a := r.aims[string(s)]; a != 0 && len(s) > 3 || a&whom != 0 && len(s) == 3 && j+1 < len(t) && isPeople(t[j+1].Norm) {
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
	if n < 6 || n > maxRun || !plain(s) || r.heads[pairOf(s, 0)] == 0 && r.tails[pairOf(s, n-2)] == 0 {
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
	if len(parts) == 1 || aims < 2 && gives&whom == 0 && parts[len(parts)-1] != "i" || len(parts[0]) < 3 {
		return "", 0, false
	}
	slices.Reverse(parts)
	return strings.Join(parts, " "), gives, aims > 1
}

// price is the cost of a word in a run that begins at letter i, out of reach for what is none.
func (r *respeller) price(p string, i int) float32 {
	const perWord = 3
	c := text.Rarity(p)
	switch {
	case len(p) == 1 && (p != "i" || i > 0), len(p) == 2 && c > veryOften+1:
		return noWord
	case r.aims[p] != 0:
		return perWord + 3
	case c > everyday:
		return noWord
	}
	return perWord + c
}

// slip undoes one slip of the keys.
func (r *respeller) slip(d *text.Doc, i int) (string, aim, bool, int) {
	t := &d.Tokens[i]
	if t.Kind != text.Word || t.Flags&(text.Joined|text.AllCaps) != 0 {
		return "", 0, false, i
	}
	if i+1 < len(d.Tokens) && isPeople(d.Tokens[i+1].Norm) && r.aims[t.Norm] == 0 {
		if term := r.brief[t.Norm]; term != "" {
			return term, whom, true, i
		}
	}
	term := r.forms[t.Norm]
	if term == "" || r.aims[t.Norm] != 0 || isName(t) && (r.aims[term]&whom == 0 || len(term) < minLone) {
		return "", 0, false, i
	}
	return term, r.aims[term], len(term) >= minLone || r.aims[term]&whom != 0 && len(term) > 4, i
}
