package identify

import "footprint/internal/footprint"

// holders adds the names that stand right before the label of a date of birth or a record: "Lorelei Vance dob 1.1.81",
// "Okafor, Chidi MRN A0093311". Two parts at least make a name.
func (s *scan) holders() {
	for j, h := range s.hits {
		if !h.Label || h.System != "birth" && h.System != "record" {
			continue
		}
		k := s.before(h.Start)
		for steps := 0; k >= 0 && steps < 4 && !s.has(k, lBirth|lRecord|lNHS|lNHI|lCHI); steps++ {
			k--
		}
		if k--; s.at(k) == ',' || s.at(k) == '(' || s.at(k) == '-' || s.at(k) == ':' {
			k--
		}
		from := s.fullName(k)
		if from > k-1 || j > 0 && s.hits[j-1].End > s.toks[from].start {
			continue
		}
		s.hits = append(s.hits, Hit{Start: s.toks[from].start, End: s.toks[k].end, Type: TypeName, System: "holder", Confidence: footprint.Possible})
	}
}

// before returns the last token that ends at or before byte at.
func (s *scan) before(at int) int {
	low, high := 0, len(s.toks)
	for low < high {
		if mid := (low + high) / 2; s.toks[mid].end <= at {
			low = mid + 1
		} else {
			high = mid
		}
	}
	return low - 1
}

// fullName returns the token where a name of capitalised words begins whose last is token k, a comma after the first of
// them; it is k+1 when there is none.
func (s *scan) fullName(k int) int {
	from := k + 1
	for n := 0; n < 4 && k >= 0; n++ {
		if !s.capital(k) || s.toks[k].label != 0 || s.groupWord(k, 1) && n == 0 && s.toks[k].end-s.toks[k].start < 3 {
			break
		}
		from = k
		if k--; s.at(k) == ',' && n < 2 && s.capital(k-1) && s.toks[k-1].label == 0 {
			return k - 1
		}
	}
	return from
}
