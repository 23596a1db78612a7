package lexicon

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"footprint/internal/analyze/disguise"
	"footprint/internal/analyze/text"
)

// unmasker undoes one disguise at a time and accepts the result only if it is a term worth hiding: weak terms
// gain nothing from a disguise, and innocent words would.
type unmasker struct {
	lex *Lexicon
	// targets are single-word terms that people disguise.
	targets map[string]uint32
	// strong are those that count under every disguise; the others (groups, verbs of harm) make a remark only
	// together, so they are undone where a digit or symbol or spacing shows intent.
	strong map[string]bool
	// rude are swear words, which people misspell on purpose; of slurs only the long ones are varied.
	rude map[string]bool
	// variants maps a word with a letter dropped or two swapped to its term.
	variants map[string]string
	// names maps such forms of the names of groups, which count only before "people".
	names map[string]string
	// adjective are the names of groups that need a noun: "trans", "black".
	adjective map[string]bool
	// joins are strong terms that hardly any ordinary word begins or ends with.
	joins map[string]bool
	// heads and tails tell by the first and the last two letters how long the terms are that begin or end so.
	heads, tails [26 * 26]uint32
	// byShape lists strong terms by length and first letter, for letters replaced by stars.
	byShape map[[2]byte][]string
	// finder knows the rarer disguises of strong terms: by sound, backwards, split in two, an emoji for a letter.
	finder *disguise.Finder
	// hidden are the classes marked when two words are run together.
	hidden Set
}

var (
	strongClasses = []string{"profanity.strong", "slur"}
	targetClasses = []string{"profanity.strong", "slur", "slurh.name", "group", "groupadj", "hateverb", "harmverb", "dehuman", "negtrait.strong", "insult", "violence"}
)

const (
	minSlur    = 6 // letters of a slur whose misspelt forms are known
	minWeak    = 6 // letters of a term that is not strong whose dropped forms are known, and that may be a name
	minVariant = 4 // letters of a term whose swapped or dropped forms are known
	maxMasked  = 24
	often      = 8   // logarithm of the rank 3,000
	veryOften  = 4.6 // logarithm of the rank 100
	frequent   = 9.9 // logarithm of the rank 20,000: words that are often written
)

func newUnmasker(l *Lexicon) *unmasker {
	u := &unmasker{lex: l, targets: map[string]uint32{}, strong: map[string]bool{}, rude: map[string]bool{}, variants: map[string]string{}, names: map[string]string{}, adjective: map[string]bool{}, joins: map[string]bool{},
		byShape: map[[2]byte][]string{}}
	u.hidden = l.SetOf(append([]string{"person"}, targetClasses...)...)
	strong, target, rude := l.SetOf(strongClasses...), l.SetOf(targetClasses...), l.SetOf("profanity")
	names := l.SetOf("groupadj")
	for term, id := range l.words {
		node := l.first[id]
		if node == 0 || len(term) < 3 || !plain(term) {
			continue
		}
		for _, e := range l.at(node) {
			if e.lang != "en" && e.lang != "any" {
				continue
			}
			u.strong[term] = u.strong[term] || e.in(strong)
			u.rude[term] = u.rude[term] || e.in(rude)
			if e.in(target) || isPeople(term) {
				u.targets[term] = node
			}
			if e.in(names) {
				u.adjective[term] = true
				u.shorten(term)
			}
		}
		if !u.strong[term] {
			delete(u.strong, term)
		}
	}
	for term := range u.strong {
		shape := [2]byte{byte(min(len(term), 255)), term[0]}
		u.byShape[shape] = append(u.byShape[shape], term)
		u.joins[term] = len(term) >= 4
	}
	for term := range u.targets {
		u.heads[pairOf(term, 0)] |= 1 << min(len(term), 31)
		u.tails[pairOf(term, len(term)-2)] |= 1 << min(len(term), 31)
		if u.rude[term] || !u.strong[term] || len(term) >= minSlur {
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
		if u.strong[w] {
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
func (u *unmasker) ordinary(w string) bool { return text.Common(w) || u.lex.words[w] != 0 }

func (e *Entry) in(s Set) bool {
	for _, c := range e.classes {
		if s.Has(c) {
			return true
		}
	}
	return false
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
	if len(term) < minVariant || len(term) < 5 && !u.strong[term] && !oftenHidden(term) {
		return
	}
	add := func(v string) {
		if v == term || text.Common(v) || u.lex.words[v] != 0 || text.Common(strings.TrimSuffix(strings.TrimSuffix(v, "s"), "r")) {
			return
		}
		if old, ok := u.variants[v]; !ok || term < old && !u.strong[old] {
			u.variants[v] = term
		}
	}
	for i := 0; i+1 < len(term); i++ {
		add(term[:i] + term[i+1:i+2] + term[i:i+1] + term[i+2:])
	}
	if (len(term) < 5 || len(term) < minWeak && !u.strong[term]) && !oftenHidden(term) {
		return
	}
	for i := 1; i+1 < len(term); i++ {
		add(term[:i] + term[i+1:])
	}
}

// oftenHidden reports the short words of hostility that are written with a letter swapped or dropped.
func oftenHidden(term string) bool {
	switch term {
	case "hate", "scum", "kill", "vile", "evil", "dumb", "stupid", "vermin", "filthy", "dirty", "women":
		return true
	}
	return false
}

// isPeople reports the words that follow the name of a group.
func isPeople(term string) bool { return term == "people" || term == "person" || term == "folks" }

// shorten records the forms of a name of a group with letters swapped or dropped that count before "people".
func (u *unmasker) shorten(term string) {
	for i := 0; i+1 < len(term); i++ {
		for _, v := range [...]string{term[:i] + term[i+1:i+2] + term[i:i+1] + term[i+2:], term[:i+1] + term[i+2:]} {
			if len(v) > 1 && u.lex.words[v] == 0 && (u.names[v] == "" || term < u.names[v]) {
				u.names[v] = term
			}
		}
	}
}

// unmask adds hits for disguised terms. ids are the words the tokens stand for.
func (l *Lexicon) unmask(d *text.Doc, ids []uint32, m *Marks) {
	u := l.masks
	if len(u.targets) == 0 || d.Unsupported {
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
			if term := u.names[t[i].Norm]; term != "" && t[i].Kind == text.Word && i+1 < len(t) && isPeople(t[i+1].Norm) && (t[i].Rank == 0 || text.Rarity(t[i].Norm) > often) {
				u.add(term, i, i+1, m)
				continue
			}
			if len(t[i].Norm) == 1 && t[i].Kind == text.Word {
				i = u.spaced(d, i, m)
			}
		case text.HashtagPart:
			if ids[i] == 0 {
				u.word(t[i], i, m)
			}
		case text.Handle:
			if term := "a" + t[i].Norm; u.strong[term] {
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
			if s := strings.ReplaceAll(w, "_", ""); u.strong[s] {
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
	if t.Rank != 0 {
		return false
	}
	name := t.Flags&text.Capital != 0 && t.Flags&(text.AllCaps|text.FirstInSentence) == 0
	term := u.variants[w]
	if name && (u.strong[term] || len(term) < minWeak) {
		return false
	}
	if term == "" {
		term = u.doubled(w)
	}
	if term == "" && t.Kind == text.Word && !name {
		term = u.joined(w)
	}
	if term == "" {
		return t.Kind == text.Word && !name && u.halves(w, i, m)
	}
	u.add(term, i, i+1, m)
	return true
}

// halves reads two words run together, of which one is worth hiding: "hatewomen", "immigrantsare".
func (u *unmasker) halves(w string, i int, m *Marks) bool {
	heads, tails := u.heads[pairOf(w, 0)], u.tails[pairOf(w, len(w)-2)]
	for k := 1; k < len(w)-2; k++ {
		if heads&(1<<k) == 0 && tails&(1<<(len(w)-k)) == 0 { // neither half can be a target
			continue
		}
		l, r := w[:k], w[k:]
		if u.targets[l] == 0 && u.targets[r] == 0 || !u.listed(l) || !u.listed(r) || u.adjective[l] && u.targets[r] == 0 || isPeople(l) && !follows(r) {
			continue
		}
		for _, half := range [...]string{l, r} {
			for _, e := range u.lex.at(u.lex.first[u.lex.words[half]]) {
				if e.in(u.hidden) {
					m.hits = append(m.hits, Hit{Entry: e.Entry, From: i, To: i + 1, Masked: true})
				}
			}
		}
		return true
	}
	return false
}

// follows reports the words that go on after "people".
func follows(w string) bool {
	switch w {
	case "are", "is", "should", "must", "make", "deserve", "need", "have", "who", "disgust", "will", "can":
		return true
	}
	return false
}

// listed reports a word that may be half of two run together.
func (u *unmasker) listed(s string) bool {
	return s == "i" || len(s) > 2 && (u.targets[s] != 0 || text.Rarity(s) < often) || len(s) == 2 && text.Rarity(s) < veryOften
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
		if n >= 3 && u.targets[string(b[:n])] != 0 {
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
	for _, e := range u.lex.at(u.targets[term]) {
		m.hits = append(m.hits, Hit{Entry: e.Entry, From: from, To: to, Masked: true})
	}
}

// more adds the rarer disguises where nothing was found yet.
func (u *unmasker) more(d *text.Doc, m *Marks) {
	next := 0
	found := u.finder.Find(d.Original, func(start int, word string) bool {
		for next < len(d.Tokens) && d.Tokens[next].Start < start {
			next++
		}
		if next < len(d.Tokens) && d.Tokens[next].Rank != 0 && d.Tokens[next].Norm == word {
			return true
		}
		return u.ordinary(word)
	})
	if len(found) == 0 {
		return
	}
	taken := make([]bool, len(d.Tokens)) // tokens that a strong term covers already
	for _, h := range m.hits {
		if u.strong[h.Term] {
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
