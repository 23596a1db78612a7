package text

import (
	"math"
	"unicode"
	"unicode/utf8"
)

const (
	maxTag     = 60 // letters of a tag that are split; longer ones are not words
	maxPart    = 16
	unknown    = 15 // cost of a part that is no word, before its length
	closeSplit = 1.2
)

// split adds the words of the tag at [i,j) of the folded text.
func (sc *scanner) split(i, j int) {
	if j-i > maxTag {
		return
	}
	cuts, ambiguous := sc.camel(i, j), false
	if len(cuts) == 0 {
		cuts, ambiguous = segment(sc.str[i:j])
		for k := range cuts {
			cuts[k] += i
		}
	}
	cuts = append(cuts, j)
	from := i
	for _, to := range cuts {
		for from < to && sc.f.b[from] == '_' {
			from++
		}
		end := to
		for end > from && sc.f.b[end-1] == '_' {
			end--
		}
		if end > from {
			t := sc.emit(from, end, HashtagPart)
			t.Flags |= letterCase(sc.orig[t.Start:t.End])
			if ambiguous {
				t.Flags |= Ambiguous
			}
		}
		from = to
	}
	sc.i = j
}

// camel returns the inner borders of a tag written with capitals or underscores.
func (sc *scanner) camel(i, j int) []int {
	var cuts []int
	prev := rune(0)
	lower := false
	for k := i; k < j; k++ {
		if sc.f.b[k]&0xc0 == 0x80 || k > i && sc.f.at[k] == sc.f.at[k-1] {
			continue
		}
		r, _ := utf8.DecodeRuneInString(sc.orig[sc.f.at[k]:])
		lower = lower || unicode.IsLower(r)
		if k > i {
			next := rune('a')
			if k+1 < j {
				next, _ = utf8.DecodeRuneInString(sc.orig[sc.f.at[k+1]:])
			}
			switch {
			case prev == '_', unicode.IsUpper(r) && unicode.IsLower(prev),
				unicode.IsUpper(r) && unicode.IsUpper(prev) && unicode.IsLower(next),
				unicode.IsDigit(r) != unicode.IsDigit(prev) && r != '_':
				cuts = append(cuts, k)
			}
		}
		prev = r
	}
	return cuts
}

// segment finds the cheapest split of a lower-case tag into words, and whether another is as good.
func segment(s string) (cuts []int, ambiguous bool) {
	w := words()
	if len(s) < 4 || w.rank(s) != 0 {
		return nil, false
	}
	n := len(s)
	var cost, second [maxTag + 1]float32
	var back [maxTag + 1]int
	var hash [maxTag]wordHash // of the letters from i on
	for i := range hash {
		hash[i] = noLetters
	}
	for j := 1; j <= n; j++ {
		cost[j], second[j] = math.MaxFloat32, math.MaxFloat32
		for i := max(0, j-maxPart); i < j; i++ {
			hash[i] = hash[i].with(s[j-1])
			rank := w.hashed(hash[i])
			c := w.cost[rank]
			switch {
			case rank == 0:
				c = unknown + float32(j-i)
			case j-i == 1 && s[i] != 'a' && s[i] != 'i':
				c = unknown
			}
			c += cost[i] + 2 // a price per cut favours long words
			if c < cost[j] {
				cost[j], second[j], back[j] = c, cost[j], i
			} else if c < second[j] {
				second[j] = c
			}
		}
	}
	for j := back[n]; j > 0; j = back[j] {
		cuts = append(cuts, j)
	}
	for a, b := 0, len(cuts)-1; a < b; a, b = a+1, b-1 {
		cuts[a], cuts[b] = cuts[b], cuts[a]
	}
	for k := 0; k <= len(cuts); k++ { // a split with a piece that is no word is a guess
		from, to := 0, n
		if k > 0 {
			from = cuts[k-1]
		}
		if k < len(cuts) {
			to = cuts[k]
		}
		if w.rank(s[from:to]) == 0 {
			return cuts, true
		}
	}
	return cuts, second[n]-cost[n] < closeSplit
}
