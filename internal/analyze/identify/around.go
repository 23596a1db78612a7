package identify

import "strings"

// near is a label with its distance from a value, in words.
type near struct {
	label labels
	words int
}

// farLabel is how many tokens away a label may stand, words or not.
const farLabel = 60

// farWords is how many words a label may stand before a value whose check digit is right.
const farWords = 10

// around collects the labels before the tokens [from, to), nearest first, and, where none is before, after.
func (s *scan) around(from, to int) (found [4]near, n int) {
	words := 0
	for i := from - 1; i >= max(0, from-farLabel) && words < farWords && n < len(found); i-- {
		t := &s.toks[i]
		if t.shape == symbol {
			if stops(t.mark) && i != from-1 || t.mark == '.' && i+1 < len(s.toks) && s.sentenceEnd(i) {
				break
			}
			continue
		}
		if t.shape == number || t.shape == code {
			if words > 0 || s.owned(i) {
				words += 3
			}
			continue
		}
		if l := t.label &^ (lMonth | lUnit | lTitle); l != 0 {
			found[n] = near{l, words}
			n++
		}
		words++
	}
	if n > 0 {
		return found, n
	}
	words = 0
	for i := to; i < min(len(s.toks), to+farLabel) && words < 5 && n < len(found); i++ {
		t := &s.toks[i]
		if t.shape == symbol {
			if stops(t.mark) || t.mark == '.' && s.sentenceEnd(i) {
				break
			}
			continue
		}
		if t.shape != word {
			break
		}
		if l := t.label &^ (lMonth | lUnit | lTitle | lAddress | lPlace | lBirth | lBorn | lName | lAge); l != 0 {
			if s.announces(i) {
				break
			}
			found[n] = near{l, words + 1}
			n++
		}
		words++
	}
	return found, n
}

// announces reports whether the label at i has a value of its own after it.
func (s *scan) announces(i int) bool {
	for k := i + 1; k < len(s.toks) && k < i+4; k++ {
		switch t := &s.toks[k]; {
		case t.mark == ':' || t.mark == '=' || t.shape == number || t.shape == code:
			return true
		case t.shape == symbol && t.mark != '#':
			return false
		}
	}
	return false
}

// owned reports whether token i lies inside a hit already made.
func (s *scan) owned(i int) bool {
	n := len(s.hits)
	return n > 0 && s.hits[n-1].End > s.toks[i].start
}

func stops(mark byte) bool { return mark == '\n' || mark == '!' || mark == '?' || mark == ';' }

// sentenceEnd reports whether the full stop at i ends a sentence rather than an abbreviation.
func (s *scan) sentenceEnd(i int) bool {
	if i == 0 || s.adjacent(i) || s.toks[i-1].end != s.toks[i].start {
		return false
	}
	return !s.has(i-1, lPhone|lRecord|lAccount|lTitle|lBirth) && !strings.EqualFold(s.str(i-1), "no") && s.toks[i-1].end-s.toks[i-1].start > 2
}
