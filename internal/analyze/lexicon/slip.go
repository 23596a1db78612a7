package lexicon

import (
	"slices"
	"strings"

	"footprint/internal/analyze/text"
)

// noteSlips notes which frequent words slip would find in one of its maps: hardly any, and every text is full of others.
func (r *respeller) noteSlips() {
	first := map[string]bool{}
	for name := range r.names {
		word, _, _ := strings.Cut(name, " ")
		first[word] = true
	}
	text.EachCommon(func(w string, rank int) {
		for len(r.slips) <= rank/64 {
			r.slips = append(r.slips, 0)
		}
		if first[w] || r.forms[w] != "" || r.short[w] != "" || r.brief[w] != "" {
			r.slips[rank/64] |= 1 << (rank % 64)
		}
	})
}

// addNames notes how names of groups that are two words may be misspelt: "asyulm seekers", "asylumseekers".
func (r *respeller) addNames(whose Set) {
	r.lex.eachPair(whose, func(a, b string) {
		if !plain(a) || !plain(b) || len(a) < 3 || len(b) < 4 || isPeople(b) {
			return // before "people" the first word is read by itself
		}
		name := a + " " + b
		if r.lex.words[a+b] == 0 && !text.Common(a+b) {
			r.names[a+b] = name
		}
		for v := range slips(a) {
			if len(a) > 4 && !familiar(v) {
				r.prefer(r.names, v+" "+b, name)
			}
		}
		for v := range slips(b) {
			if len(b) > 4 && !familiar(v) {
				r.prefer(r.names, a+" "+v, name)
			}
		}
	})
}

// shuffled is the long word of which w has all letters, the first and the last in their places and the others no more
// than two off, "" for none.
func (r *respeller) shuffled(w string) string {
	if len(w) < minShuffled || len(w) > maxPiece || !plain(w) {
		return ""
	}
	term := r.bags[sorted(w)]
	if term == "" || term[0] != w[0] || term[len(term)-1] != w[len(w)-1] {
		return ""
	}
	for i := range len(w) {
		if !strings.Contains(w[max(0, i-2):min(len(w), i+3)], term[i:i+1]) {
			return ""
		}
	}
	return term
}

// sorted gives the letters of a word in order of the alphabet.
func sorted(w string) string {
	b := []byte(w)
	slices.Sort(b)
	return string(b)
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

// familiar reports a word of the list of common words, or a form of an often written one.
func familiar(v string) bool {
	if text.Common(v) {
		return true
	}
	if one, ok := strings.CutSuffix(v, "s"); ok && len(one) > 3 && text.Rarity(one) < frequent {
		return true // "tanners", "spices"
	}
	for _, ending := range [...]string{"s", "es", "ed", "ing", "er", "y", "ly"} {
		if stem, ok := strings.CutSuffix(v, ending); ok && len(stem) > 2 && (text.Rarity(stem) < often || text.Rarity(stem+"e") < often) {
			return true
		}
	}
	return false
}

// slipsOfFunctionWords are the forms that are a slip of the keys in the words everyone writes: "hte", "adn".
func slipsOfFunctionWords() map[string]bool {
	forms := map[string]bool{}
	text.EachCommon(func(w string, rank int) {
		if rank > 100 || text.Rarity(w) >= veryOften {
			return
		}
		for i := 0; i+1 < len(w); i++ {
			forms[w[:i]+w[i+1:i+2]+w[i:i+1]+w[i+2:]] = true
		}
	})
	return forms
}
