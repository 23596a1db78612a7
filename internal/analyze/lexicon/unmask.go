package lexicon

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"footprint/internal/analyze/disguise"
	"footprint/internal/analyze/text"
)

// unmasker finds strong words, which count under every disguise. It undoes one disguise at a time and accepts
// the result only if it is such a word: weak ones gain nothing by themselves; see respeller.
type unmasker struct {
	lex *Lexicon
	// strong maps the words to the node where they end.
	strong map[string]uint32
	// rude are swear words, which people misspell on purpose; of slurs only the long ones are varied.
	rude map[string]bool
	// variants maps a word with a letter dropped or two swapped to its term.
	variants map[string]string
	// joins are the words that hardly any ordinary word begins or ends with.
	joins map[string]bool
	// heads and tails tell by the first and the last two letters how long the words are that begin or end so.
	heads, tails [26 * 26]uint32
	// byShape lists the words by length and first letter, for letters replaced by stars.
	byShape map[[2]byte][]string
	// finder knows the rarer disguises: by sound, backwards, split in two, an emoji for a letter.
	finder *disguise.Finder
}

var strongClasses = []string{"profanity.strong", "slur"}

const (
	minSlur    = 6 // letters of a slur whose misspelt forms are known
	minVariant = 4 // letters of a word whose swapped forms are known
	minDropped = 5 // letters of a word whose dropped forms are known
	maxMasked  = 24
)

func newUnmasker(l *Lexicon) *unmasker {
	u := &unmasker{lex: l, strong: map[string]uint32{}, rude: map[string]bool{}, variants: map[string]string{}, joins: map[string]bool{}, byShape: map[[2]byte][]string{}}
	strong, rude := l.SetOf(strongClasses...), l.SetOf("profanity")
	for term, id := range l.words {
		node := l.first[id]
		if node == 0 || len(term) < 3 || !plain(term) {
			continue
		}
		for _, e := range l.at(node) {
			if e.lang != "en" && e.lang != "any" {
				continue
			}
			if e.in(strong) || e.letters == hiddenLetters {
				u.strong[term] = node
			}
			u.rude[term] = u.rude[term] || e.in(rude)
		}
	}
	for term := range u.strong {
		shape := [2]byte{byte(min(len(term), 255)), term[0]}
		u.byShape[shape] = append(u.byShape[shape], term)
		u.joins[term] = len(term) >= 4
		u.heads[pairOf(term, 0)] |= 1 << min(len(term), 31)
		u.tails[pairOf(term, len(term)-2)] |= 1 << min(len(term), 31)
		if u.rude[term] || len(term) >= minSlur {
			u.vary(term)
		}
	}
	for _, terms := range u.byShape {
		// The most usual word is the likeliest; the order must not hang on chance.
		slices.SortFunc(terms, func(a, b string) int {
			return cmp.Or(cmp.Compare(text.Rarity(a), text.Rarity(b)), strings.Compare(a, b))
		})
	}
	u.finder = disguise.New(u.long(), u.ordinary, func(w string) bool { return text.Rarity(w) < frequent })
	innocent := make(map[string]int, len(u.joins))
	count := func(part string) {
		if _, ok := u.joins[part]; ok {
			innocent[part]++
		}
	}
	text.EachCommon(func(w string, _ int) {
		if u.strong[w] != 0 {
			return
		}
		for n := 4; n < len(w); n++ {
			count(w[:n])
			count(w[len(w)-n:])
		}
	})
	for term := range u.joins {
		u.joins[term] = u.joins[term] && innocent[term] < 8
	}
	return u
}

// ordinary reports a word of the vocabulary or of a list.
func (u *unmasker) ordinary(w string) bool {
	return text.Common(w) || u.lex.words[w] != 0 || pluralOfCommon(w)
}

// pluralOfCommon reports "leotards" and "woodcocks".
func pluralOfCommon(w string) bool {
	one, ok := strings.CutSuffix(w, "s")
	return ok && len(one) > 3 && text.Common(one)
}

func (l *List) in(s Set) bool {
	for _, c := range l.classes {
		if s.Has(c) {
			return true
		}
	}
	return false
}

// in reports whether a word by itself is an entry of one of the classes.
func (l *Lexicon) in(word string, s Set) bool {
	return slices.ContainsFunc(l.at(l.first[l.words[word]]), func(t term) bool { return t.in(s) })
}

// pairOf numbers the pair of letters at i of a plain word.
func pairOf(s string, i int) int { return int(s[i]-'a')*26 + int(s[i+1]-'a') }

func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < 'a' || s[i] > 'z' {
			return false
		}
	}
	return true
}

// vary records forms of a term with neighbours swapped or one letter dropped, unless they are words.
func (u *unmasker) vary(term string) {
	if len(term) < minVariant {
		return
	}
	for v := range slips(term) {
		if len(v) < len(term) && len(term) < minDropped || text.Common(v) || u.lex.words[v] != 0 || text.Common(strings.TrimSuffix(strings.TrimSuffix(v, "s"), "r")) {
			continue
		}
		if old, ok := u.variants[v]; !ok || term < old {
			u.variants[v] = term
		}
	}
}

// unmask adds hits for disguised terms. ids are the words the tokens stand for.
func (l *Lexicon) unmask(d *text.Doc, ids []uint32, m *Marks) {
	u := l.masks
	if len(u.strong) == 0 || d.Unsupported {
		return
	}
	t := d.Tokens
	for i := 0; i < len(t); i++ {
		switch t[i].Kind {
		case text.Word, text.Number, text.Punct:
			if end := chunkEnd(t, i); end > i+1 || end == i+1 && ids[i] == 0 && t[i].Kind == text.Word {
				if end-i <= maxMasked && u.chunk(d, i, end, ids, m) {
					i = end - 1
					continue
				}
			}
			if len(t[i].Norm) == 1 && t[i].Kind == text.Word {
				i = u.spaced(d, i, m)
			}
		case text.HashtagPart:
			if ids[i] == 0 {
				u.word(t[i], i, m)
			}
		case text.Handle:
			if term := "a" + t[i].Norm; u.strong[term] != 0 {
				u.add(term, i, i+1, m)
			}
		}
	}
	u.more(d, m)
}

// chunkEnd returns the end of a run of tokens written without spaces that mixes letters with symbols or
// digits, or i+1.
func chunkEnd(t []text.Token, i int) int {
	if i > 0 && t[i-1].End == t[i].Start && t[i-1].Kind != text.Emoji && t[i-1].Kind <= text.Punct {
		return i // inside a run that was looked at from its start
	}
	j := i + 1
	for j < len(t) && t[j].Start == t[j-1].End && t[j].Kind <= text.Punct && j-i <= maxMasked {
		j++
	}
	for j > i+1 && t[j-1].Kind == text.Punct && strings.IndexByte(".,;:!?)\"'", t[j-1].Norm[0]) >= 0 {
		j--
	}
	return j
}

// chunk tries to read tokens [i,j) as one disguised term.
func (u *unmasker) chunk(d *text.Doc, i, j int, ids []uint32, m *Marks) bool {
	if j == i+1 {
		return u.word(d.Tokens[i], i, m)
	}
	letters, symbols := 0, 0
	for k := i; k < j; k++ {
		switch t := &d.Tokens[k]; {
		case t.Kind == text.Word:
			letters += len(t.Norm)
		case t.Kind == text.Number:
			symbols++
		case strings.IndexByte("*@$!#%|+_.-&^", t.Norm[0]) < 0:
			return false
		default:
			symbols++
		}
	}
	if letters == 0 || symbols == 0 || letters > maxMasked {
		return false
	}
	var b strings.Builder
	for k := i; k < j; k++ {
		b.WriteString(d.Tokens[k].Norm)
	}
	raw := strings.Trim(b.String(), "._-&^+#|")
	if term := u.leet(raw); term != "" {
		u.add(term, i, j, m)
		return true
	}
	return false
}

// word tries to read one token as a disguised term.
func (u *unmasker) word(t text.Token, i int, m *Marks) bool {
	w := t.Norm
	if len(w) < 3 || len(w) > maxMasked {
		return false
	}
	if !plain(w) {
		if strings.IndexByte(w, '_') >= 0 {
			if s := strings.ReplaceAll(w, "_", ""); u.strong[s] != 0 {
				u.add(s, i, i+1, m)
				return true
			}
		}
		if term := u.leet(w); term != "" {
			u.add(term, i, i+1, m)
			return true
		}
		return false
	}
	if t.Rank != 0 || pluralOfCommon(w) {
		return false
	}
	name := isName(&t)
	term := u.variants[w]
	if name && term != "" {
		return false
	}
	if term == "" {
		term = u.doubled(w)
	}
	if term == "" && t.Kind == text.Word && !name {
		term = u.joined(w)
	}
	if term == "" {
		return false
	}
	u.add(term, i, i+1, m)
	return true
}

// spaced joins a run of single letters ("f u c k", "f.u.c.k") and returns the last token it used.
func (u *unmasker) spaced(d *text.Doc, i int, m *Marks) int {
	t := d.Tokens
	var b [maxMasked]byte
	n, j, end := 0, i, i
	var term string
	for j < len(t) && n < len(b) {
		switch {
		case t[j].Kind == text.Word && len(t[j].Norm) == 1:
			b[n] = t[j].Norm[0]
			n++
		case t[j].Kind == text.Punct && strings.IndexByte(".-*_/", t[j].Norm[0]) >= 0 && n > 0:
			j++
			continue
		default:
			n = len(b) // ends the run
			continue
		}
		j++
		if n >= 3 && u.strong[string(b[:n])] != 0 {
			term, end = string(b[:n]), j
		}
	}
	if term == "" || end-i < 3 {
		return i
	}
	u.add(term, i, end, m)
	return end - 1
}

func (u *unmasker) add(term string, from, to int, m *Marks) {
	for _, e := range u.lex.at(u.strong[term]) {
		m.hits = append(m.hits, Hit{Entry: e.Entry, From: from, To: to})
	}
}

// more adds the rarer disguises where nothing was found yet.
func (u *unmasker) more(d *text.Doc, m *Marks) {
	next := 0
	found := u.finder.Find(d.Original, func(start int) string {
		for next < len(d.Tokens) && d.Tokens[next].Start < start {
			next++
		}
		if next == len(d.Tokens) || d.Tokens[next].Start > start || !asWritten(d, &d.Tokens[next]) {
			return ""
		}
		return d.Tokens[next].Norm
	}, u.ordinary)
	if len(found) == 0 {
		return
	}
	taken := make([]bool, len(d.Tokens)) // tokens that a strong term covers already
	for _, h := range m.hits {
		if u.strong[h.Term] != 0 {
			for i := h.From; i < h.To; i++ {
				taken[i] = true
			}
		}
	}
	for _, h := range found {
		from, _ := slices.BinarySearchFunc(d.Tokens, h.Start, func(t text.Token, at int) int { return cmp.Compare(t.End, at+1) })
		to := from
		for to < len(d.Tokens) && d.Tokens[to].Start < h.End {
			to++
		}
		if to > from && !slices.Contains(taken[from:to], true) {
			u.add(h.Term, from, to, m)
			for i := from; i < to; i++ {
				taken[i] = true
			}
		}
	}
}

// asWritten reports a frequent word that is written in ASCII letters, whatever their case.
func asWritten(d *text.Doc, t *text.Token) bool {
	if t.Rank == 0 || len(t.Norm) != t.End-t.Start {
		return false
	}
	for i, c := range []byte(d.Original[t.Start:t.End]) {
		if c |= 0x20; c < 'a' || c > 'z' || c != t.Norm[i] {
			return false
		}
	}
	return true
}

// long lists the strong terms that are varied.
func (u *unmasker) long() []string {
	var out []string
	for _, term := range slices.Sorted(maps.Keys(u.strong)) {
		if u.rude[term] || len(term) >= minSlur {
			out = append(out, term)
		}
	}
	return out
}
