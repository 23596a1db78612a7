package identify

import "strings"

// near is a label with its distance from a value, in words.
type near struct {
	label  labels
	words  int
	behind bool // the label stands behind the value
}

// farLabel is how many tokens away a label may stand, words or not.
const farLabel = 60

// farWords is how many words a label may stand before a value whose check digit is right.
const farWords = 10

// around collects the labels before the tokens [from, to), nearest first, and, where none is before, after.
func (s *scan) around(from, to int) (found [4]near, n int) {
	if l := s.headed(from); l != 0 {
		found[0] = near{label: l &^ (lMonth | lUnit | lTitle)}
		return found, 1
	}
	if l := s.predicate(to); l != 0 {
		found[0] = near{label: l}
		return found, 1
	}
	words := 0
	for i := from - 1; i >= max(0, from-farLabel) && words < farWords && n < len(found); i-- {
		t := &s.toks[i]
		if t.shape == symbol {
			if t.mark == '?' && s.toks[max(0, i-1)].label != 0 { // "... your NHS number? It's ..."
				words++
				continue
			}
			if (stops(t.mark) && i != from-1 || t.mark == '.' && i+1 < len(s.toks) && s.sentenceEnd(i)) && !(words < 4 && s.anaphoric(i, from, to)) {
				break
			}
			continue
		}
		if t.shape == number || t.shape == code && t.label == 0 {
			switch {
			case words > 0 && t.shape == number && t.end-t.start < 3: // "at gate 9"
				words++
			case words > 0 || s.owned(i):
				words += 3
			}
			continue
		}
		if l := t.label &^ (lMonth | lUnit | lTitle); l != 0 {
			found[n] = near{label: l, words: words}
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
			found[n] = near{l, words + 1, true}
			n++
		}
		words++
	}
	return found, n
}

// predicate returns what the words right behind a value say that it is: "... is the passport", "... was her hospital number".
func (s *scan) predicate(i int) (l labels) {
	aside := s.at(i) == '(' || s.at(i) == ',' // "0482213K (that's the hospital number)"
	if aside {
		i++
	}
	if !(s.says(i, "that's") || s.says(i, "being") || !aside && (s.says(i, "is") || s.says(i, "was"))) {
		return 0
	}
	switch strings.ToLower(wordAt(s, i+1)) {
	case "the", "his", "her", "my", "their", "our", "a", "an", "mum's", "dad's", "patient's":
	default:
		return 0
	}
	for k := i + 2; k < i+5 && s.is(k, word); k++ {
		if l = s.toks[k].label &^ (lMonth | lUnit | lTitle | lAddress | lPlace | lName | lAge | lNetwork); l != 0 && !s.announces(k) {
			if next := s.is(k+1, word); next && s.toks[k+1].label != 0 { // "the hospital number"
				continue
			}
			return l
		}
	}
	return 0
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
