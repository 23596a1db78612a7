package identify

import (
	"strings"

	"footprint/internal/footprint"
)

// name takes a person's name after a title or after a label of a form.
func (s *scan) name(i int) int {
	switch {
	case s.has(i, lTitle) && s.capital(i):
		k := i + 1
		if s.at(k) == '.' {
			k++
		}
		if to := s.names(k); to > k {
			return s.add(Hit{Type: TypeName, System: "title", Confidence: footprint.Possible}, k, to)
		}
	case s.has(i, lName):
		k := i + 1
		if s.is(k, word) && (strings.EqualFold(s.str(k), "is") || strings.EqualFold(s.str(k), "name")) {
			k++
		}
		if s.at(k) == ':' {
			k++
		} else if !strings.EqualFold(wordAt(s, k-1), "is") || !strings.EqualFold(s.str(i), "name") {
			return i
		}
		if s.has(k, lTitle) {
			k++
			if s.at(k) == '.' {
				k++
			}
		}
		if to := s.names(k); to > k {
			return s.add(Hit{Type: TypeName, System: "label", Label: true, Personal: true, Confidence: footprint.Possible}, k, to)
		}
	}
	return i
}

// names returns the token after up to four capitalised names (initials with a stop among them) from token k.
func (s *scan) names(k int) int {
	to := k
	for n := 0; n < 4 && s.capital(to) && s.toks[to].label&(lMonth|lRecord|lBirth|lPhone) == 0 && (n == 0 || s.toks[to].start-s.toks[to-1].end <= 1); n++ {
		size := s.toks[to].end - s.toks[to].start
		to++
		if size == 1 && s.at(to) == '.' {
			to++
		}
		if s.at(to) == '-' && s.adjacent(to-1) && s.adjacent(to) && s.capital(to+1) {
			to += 2
		}
	}
	return to
}
