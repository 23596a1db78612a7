package identify

import (
	"strings"

	"footprint/internal/footprint"
)

// age takes the number after "age" or "aged" in a form or a sentence.
func (s *scan) age(i int) int {
	if !s.has(i, lAge) {
		return i
	}
	k := i + 1
	for k < len(s.toks) && k < i+3 && (s.at(k) == ':' || s.is(k, word) && strings.EqualFold(s.str(k), "is")) {
		k++
	}
	if !s.is(k, number) || small(s.str(k)) < 0 || small(s.str(k)) > 120 || s.at(k+1) == '-' || s.at(k+1) == '+' {
		return i
	}
	return s.add(Hit{Type: TypeAge, System: "age", Label: true, Confidence: footprint.Possible}, k, k+1)
}
