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
	case s.has(i, lForm):
		k := i + 1
		for s.is(k, word) && k < i+3 && !s.capital(k) {
			k++
		}
		if colon := s.at(k) == ':'; colon || strings.EqualFold(wordAt(s, k-1), "by") && k > i+1 {
			if colon {
				k++
			}
			if s.has(k, lTitle) {
				if k++; s.at(k) == '.' {
					k++
				}
			}
			if to := s.formName(k); to > k {
				return s.add(Hit{Type: TypeName, System: "form", Label: true, Confidence: footprint.Possible}, k, to)
			}
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
		if to := s.formName(k); to > k {
			return s.add(Hit{Type: TypeName, System: "label", Label: true, Personal: true, Confidence: footprint.Possible}, k, to)
		}
	}
	return i
}

// formName returns the token after a name in a form, where the surname may come first: "Vasquez, Norma B".
func (s *scan) formName(k int) int {
	to := s.names(k)
	if to == k || s.at(to) != ',' || to > k+2 {
		return to
	}
	given := s.names(to + 1)
	if given == to+1 || s.toks[to+1].label != 0 || given > to+4 || s.is(given, word) && !s.capital(given) && s.toks[given].label == 0 || degree(s.str(to+1)) {
		return to
	}
	return given
}

// degree reports the letters behind the name of somebody at work.
func degree(w string) bool {
	switch w {
	case "MD", "M", "RN", "DO", "NP", "PA", "PhD", "MBBS", "FRACP", "FRCP", "RM", "PGY", "DDS", "PharmD":
		return true
	}
	return false
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
