package disguise

// speller collects single letters with spaces between them.
type speller struct {
	f          *Finder
	letters    [32]byte
	n          int
	start, end int
}

// add takes the next chunk; a chunk that is no single letter ends the word spelt so far.
func (s *speller) add(c chunk) (Hit, bool) {
	if c.letter == 0 {
		return s.flush()
	}
	if s.n == 0 {
		s.start = c.start
	}
	if s.n < len(s.letters) {
		s.letters[s.n] = c.letter
		s.n++
	}
	s.end = c.end
	return Hit{}, false
}

func (s *speller) flush() (Hit, bool) {
	n := s.n
	s.n = 0
	if n < 3 {
		return Hit{}, false
	}
	w := string(s.letters[:n])
	for i := 0; i < n; i++ {
		for j := n; j >= i+3; j-- {
			if t := s.f.exact[w[i:j]]; t != "" && (j-i >= 4 || n == 3) {
				return Hit{s.start, s.end, t}, true
			}
		}
	}
	if q := squeeze(w); q != w && s.f.exact[q] != "" {
		return Hit{s.start, s.end, s.f.exact[q]}, true
	}
	return Hit{}, false
}
