package patient

import (
	"strings"

	"footprint/internal/analyze/text"
)

// facts collects what the passage tells about a person, whoever it is.
func (v *view) facts(s *Story) {
	for i := range v.t {
		if v.t[i].Kind == text.URL || v.t[i].Kind == text.HashtagPart {
			continue
		}
		if a, ok := v.age(i); ok {
			w := 1.0
			if a.years > 89 {
				w = 1.5
			}
			s.add(Age, w, a.from, a.to)
		}
		v.when(s, i)
		v.bed(s, i)
		v.record(s, i)
	}
	for _, h := range v.hits {
		v.fact(s, h)
	}
	v.types = s.types()
}

// fact turns a word of a list into a fact.
func (v *view) fact(s *Story, h hit) {
	add := func(t FactType, w float64) { s.add(t, w, h.from, h.to) }
	switch b := h.bits; {
	case b&bRare != 0:
		add(Condition, 2.5)
	case b&bUncommon != 0:
		add(Condition, 1)
	case b&bCommon != 0:
		add(Condition, 0.5)
	case b&bRarity != 0:
		add(Rarity, 1.5)
	case b&bMechanism != 0:
		add(Mechanism, 1.5)
	case b&(bDeath|bRecovery|bBirth) != 0:
		add(Outcome, 1)
	case b&bNear != 0:
		add(Date, 1)
	case b&bSeason != 0:
		add(Date, 0.5)
	case b&bSmall != 0:
		add(Place, 1.5)
	case b&bPlace != 0:
		if v.capital(h.from) || v.w.Chat {
			add(Place, 1.5)
		}
	case b&bHospital != 0:
		v.hospital(s, h)
	case b&bUnit != 0:
		v.ward(s, h)
	case b&bDevice != 0:
		add(Device, 0.5)
	case b&bOccupation != 0 && b&bColleague == 0:
		add(Occupation, 1.5)
	case b&bOrigin != 0:
		add(Origin, 1)
	case b&(bMan|bWoman) != 0:
		add(Sex, 0.5)
	case b&bQuote != 0:
		add(Quote, 0.5)
	case b&bAgeGroup != 0:
		add(Age, 0.5)
	}
	if h.bits&bRelation != 0 && v.otherPersons(h.from) {
		s.add(Relation, 1, h.from, h.to)
	}
	if h.bits&bWeekday != 0 || h.bits&bMonth != 0 && v.capital(h.from) && v.is(h.from-1, "in", "on", "of", "since", "last", "this", "until", "early", "late") {
		s.add(Date, 1, h.from, h.to)
	}
}

// otherPersons reports whether a word of kinship stands for the relative of somebody else: "her wife", "the triplets' mum".
func (v *view) otherPersons(i int) bool {
	for k := i - 1; k >= max(0, i-3); k-- {
		switch v.norm(k) {
		case "his", "her", "their", "the", "whose":
			return true
		case "my", "our", "your", "me":
			return false
		}
		if strings.HasSuffix(v.norm(k), "'s") || strings.HasSuffix(v.norm(k), "s'") {
			return true
		}
	}
	return v.is(i+1, "is", "was", "are", "were", "said", "says", "worried", "rang", "notes", "noticed", "reports", "brought")
}

// hospital takes the capitalised words before and after the generic word into the name.
func (v *view) hospital(s *Story, h hit) {
	from, to := h.from, h.to
	for from > 0 && from > h.from-4 && v.capital(from-1) && v.t[from-1].Flags&text.FirstInSentence == 0 {
		from--
	}
	for to < len(v.t) && to < h.to+3 && v.capital(to) {
		to++
	}
	if v.capital(h.from) && (to-from > 1 || v.is(h.from-1, "the", "at")) {
		s.add(Hospital, 1.5, from, to)
		return
	}
	s.add(Ward, 0.5, from, to)
}

// ward takes the number or letter of a ward along: "ward 6B", "ICU".
func (v *view) ward(s *Story, h hit) {
	to := h.to
	w := 0.5
	for to < len(v.t) && to < h.to+3 && (v.number(to) || v.joined(to) && len(v.norm(to)) <= 2 || v.capital(to) && len(v.norm(to)) <= 2) {
		to++
		w = 1
	}
	s.add(Ward, w, h.from, to)
}

// when finds clock times and dates.
func (v *view) when(s *Story, i int) {
	if !v.number(i) {
		return
	}
	n := v.norm(i)
	switch {
	case v.is(i+1, "am", "pm") && v.joined(i+1):
		s.add(Date, 1, i, i+2)
	case strings.Count(n, "/") == 2 || strings.Count(n, "-") == 2 && len(n) >= 8:
		s.add(Date, 1, i, i+1)
	case v.has(i+1, bMonth) && v.capital(i+1):
		to := i + 2
		if v.number(to) && len(v.norm(to)) == 4 {
			to++
		}
		s.add(Date, 1, i, to)
	case v.has(i-1, bMonth) && v.capital(i-1):
		to := i + 1
		if v.is(to, ",") && v.number(to+1) && len(v.norm(to+1)) == 4 {
			to += 2
		}
		s.add(Date, 1, i-1, to)
	case len(n) == 4 && (strings.HasPrefix(n, "19") || strings.HasPrefix(n, "20")) && v.is(i-1, "in", "since"):
		s.add(Date, 0.5, i, i+1)
	}
}

// bed finds "bed 14", "room 12", "rm 5", "bay 2", "cubicle 3", "resus 3".
func (v *view) bed(s *Story, i int) {
	switch v.norm(i) {
	case "bed", "room", "rm", "bay", "cubicle", "cubicles", "resus", "chair", "cot":
	case "side":
		if !v.is(i+1, "room") {
			return
		}
	default:
		return
	}
	k := i + 1
	if v.is(i, "side") {
		k++
	}
	if !v.number(k) || len(v.norm(k)) > 3 || strings.ContainsAny(v.norm(k), ".:/-") || v.is(k+1, "pages", "am", "pm", "hours", "minutes", "years", "people", "%") {
		return
	}
	to := k + 1
	if v.joined(to) && len(v.norm(to)) == 1 {
		to++
	}
	s.add(Bed, 2, i, to)
}

// record finds a number behind the label of a patient record.
func (v *view) record(s *Story, i int) {
	switch v.norm(i) {
	case "nhi", "mrn", "urn", "ur", "nhs", "chi", "hospital", "hosp", "medicare", "patient", "record", "unit", "ihi", "umrn", "chart", "mrn:":
	default:
		return
	}
	digits := 0
	for k := i + 1; k < min(len(v.t), i+8); k++ {
		n := v.norm(k)
		if v.t[k].Kind == text.Punct && (n == "." || n == "!" || n == "?") || v.t[k].Kind == text.URL {
			return
		}
		digits = 0
		for _, c := range n {
			if c >= '0' && c <= '9' {
				digits++
			}
		}
		if digits >= 4 && !strings.ContainsAny(n, "/:,") {
			from := k
			if v.joined(k) {
				from--
			}
			for from-2 > i && v.is(from-1, "-") && v.number(from-2) && v.t[from-2].End == v.t[from-1].Start {
				from -= 2
			}
			label := v.is(i, "nhi", "mrn", "urn", "ur", "chi", "ihi", "umrn") || v.is(k-1, "number", "no", "#", ":", "is", "id")
			if label && !(len(n) == 4 && (n[:2] == "19" || n[:2] == "20") && !v.joined(k)) && !v.is(i-1, "my") && !v.is(i-2, "my") {
				s.add(HealthID, 3, from, v.groups(k))
			}
			return
		}
	}
}

// groups returns the token after the number that begins at token k, which may be printed in groups: "8003 6026 9419".
func (v *view) groups(k int) int {
	to := k + 1
	for to < min(len(v.t), k+8) {
		switch {
		case v.number(to) && v.t[to].Start-v.t[to-1].End <= 1:
			to++
		case v.is(to, "-", "/") && v.number(to+1) && v.t[to].Start == v.t[to-1].End && v.t[to+1].Start == v.t[to].End:
			to += 2
		default:
			return to
		}
	}
	return to
}
