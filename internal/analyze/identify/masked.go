package identify

import "footprint/internal/footprint"

// masked takes a social security number of which only the end is shown, "***-**-4471", that begins at token i.
func (s *scan) masked(i int) int {
	const size = 11
	start := s.toks[i].start
	if !blot(s.text[start]) || start+size > len(s.text) || start > 0 && blot(s.text[start-1]) || start+size < len(s.text) && isDigit(s.text[start+size]) {
		return i
	}
	for k := range size {
		c := s.text[start+k]
		if k == 3 || k == 6 {
			if c != '-' && c != ' ' {
				return i
			}
		} else if k < 6 && !blot(c) || k > 6 && !isDigit(c) {
			return i
		}
	}
	end := s.after(i, start+size)
	near, n := s.around(i, end)
	for _, l := range near[:n] {
		if l.label&(lSSN|lNational) != 0 {
			return s.add(Hit{Type: TypeNational, System: "us-ssn", Label: true, Personal: true, Confidence: footprint.Possible}, i, end)
		}
	}
	return i
}

func blot(c byte) bool { return c == '*' || c == 'X' || c == 'x' || c == '#' }
