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
