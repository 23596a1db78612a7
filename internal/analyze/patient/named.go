package patient

import (
	"strings"

	"footprint/internal/analyze/text"
)

// named finds names: "Mr Coutts", "John Ellery", "J.K.", and notes the fact. Names of colleagues, of relatives and of
// people the writer knows are none.
func (v *view) named(s *Story, i int) float64 {
	if v.has(i, bTitle) && v.capital(i) && !v.is(i, "father") {
		k := i + 1
		if v.is(k, ".") {
			k++
		}
		if v.capital(k) && (len(v.norm(k)) > 1 || v.is(i, "mr", "mrs", "ms", "miss")) && !v.w.Known[v.norm(k)] && !v.isKinName(i) {
			to := v.nameEnd(k)
			if v.is(to, "by") && v.capital(to+1) {
				return 0 // "Mrs Dalloway by V. Woolf"
			}
			if v.is(i, "sister") && !v.liesAt(to-1) {
				return 0 // a nurse, and seldom a nun
			}
			s.add(Name, 2, i, to)
			if v.all&(bClinical|bDid|bArrived|bVague|bBody) == 0 {
				return 0.6
			}
			return 2
		}
	}
	if w := v.initials(s, i); w > 0 {
		return w
	}
	if w := v.namedPatient(s, i); w > 0 {
		return w
	}
	if !v.has(i, bFirstName|bMaybeName) || !v.capital(i) || v.joined(i) || v.joined(i+1) || v.w.Known[v.norm(i)] || v.has(i-1, bTitle|bColleague|bFirstName|bPlace|bHospital) {
		return 0
	}
	if v.has(i-2, bColleague) && v.is(i-1, ".") || v.has(i+1, bHospital) || v.is(i-1, "st", "saint") {
		return 0
	}
	to := v.nameEnd(i)
	if v.eponym(to) {
		return 0
	}
	if v.has(i, bMaybeName) && to == i+1 || v.has(i, bPlace|bMonth) && to == i+1 {
		return 0
	}
	s.add(Name, 1.5, i, to)
	return 1.2
}

// namedPatient finds names that the wording makes a patient's: "a pt called Tilda Crump", "Prof Hale was wheeled into our
// lab", "Dame Olive Carr is on our unit".
func (v *view) namedPatient(s *Story, i int) float64 {
	from := i
	switch v.norm(i) {
	case "called", "named":
		if !v.has(i-1, bPatient|bPerson) || !v.w.Professional {
			return 0
		}
		from = i + 1
	case "prof", "professor", "dr", "doctor", "dame", "sir", "lord":
	default:
		return 0
	}
	k := i + 1
	if v.is(k, ".") {
		k++
	}
	if !v.capital(k) || len(v.norm(k)) < 2 || v.opens(k) {
		return 0
	}
	to := v.nameEnd(k)
	if from == i && !v.madePatient(to) && !(v.is(i, "dame", "sir", "lord") && v.liesAt(to-1)) || from > i && to < k+2 && !v.has(i-1, bPatient) {
		return 0
	}
	s.add(Name, 2.5, from, to)
	return 2
}

// madePatient reports that the person named before token i is a patient: "now a patient", "was wheeled into our lab".
func (v *view) madePatient(i int) bool {
	for k := i; k < min(len(v.t), i+4); k++ {
		switch {
		case v.has(k, bPatient) && v.is(k-1, "a", "my", "our"):
			return !v.has(k+1, bColleague)
		case v.is(k, "wheeled", "admitted", "brought", "rushed", "transferred", "intubated", "ventilated", "discharged", "stretchered"):
			return v.is(k-1, "was", "is", "been", "got", "being", "just")
		case v.t[k].Kind == text.Punct:
			return false
		}
	}
	return false
}

// liesAt reports that the person named up to token k is where patients lie, a ward of the writer's among them: "on our
// stroke unit".
func (v *view) liesAt(k int) bool {
	return v.foundAt(k, func(j int) bool {
		return v.in(j, wLies) || v.is(j, "our", "my") && (v.has(j+1, bUnit) || v.has(j+2, bUnit))
	})
}

// nameEnd returns the end of a run of capitalised words.
func (v *view) nameEnd(i int) int {
	to := i + 1
	for to < min(len(v.t), i+4) && v.t[to].Kind == text.Word && v.capital(to) && v.t[to].Flags&text.FirstInSentence == 0 &&
		!v.has(to, bUnit|bHospital|bMonth|bWeekday|bReports) {
		to++
	}
	return to
}

// eponym reports what is named after people: "Parkinson disease", "the Wells score".
func (v *view) eponym(i int) bool {
	return v.is(i, "syndrome", "disease", "disorder", "sign", "test", "score", "scale", "criteria", "classification", "virus", "lymphoma", "fracture", "palsy",
		"hospital", "infirmary", "university", "college", "institute", "foundation", "clinic", "street", "road", "ward", "study", "trial", "procedure", "tube", "catheter")
}

// isKinName reports "Uncle Trev": a title that is also kinship.
func (v *view) isKinName(i int) bool { return v.has(i, bKin) && !v.is(i, "sister") }

// abbreviates reports two letters that stand for words rather than for a name: "U.S.", "P.S.".
func abbreviates(w string) bool {
	switch w {
	case "us", "uk", "eu", "un", "nz", "dc", "la", "ny", "ps", "nb", "bc", "ad", "ce", "am", "pm", "ie", "eg", "gp", "er", "or", "iv", "tb":
		return true
	}
	return false
}

// initials finds "J.K., 46", "MK's CT", "JT in 14".
func (v *view) initials(s *Story, i int) float64 {
	t := &v.t[i]
	if t.Kind != text.Word || t.Flags&text.Capital == 0 || v.on[i] != 0 {
		return 0
	}
	if len(t.Norm) == 1 && v.is(i+1, ".") && v.capital(i+2) && len(v.norm(i+2)) == 1 && v.t[i+2].Start == v.t[i+1].End {
		to := i + 3
		if v.is(to, ".") {
			to++
		}
		if aged := v.is(to, ",") && v.number(to+1); !aged && (v.is(i-1, "the") || v.capital(to) && len(v.norm(to)) == 1 || abbreviates(t.Norm+v.norm(i+2))) {
			return 0
		}
		if v.near(i, bClinical|bDid|bArrived, 1) || v.is(to, ",") && v.number(to+1) {
			s.add(Name, 1.5, i, to)
			return 2
		}
	}
	if w := v.d.Original[t.Start:t.End]; len(w) == 4 && w[0] >= 'A' && w[0] <= 'Z' && w[1] >= 'A' && w[1] <= 'Z' && strings.HasSuffix(t.Norm, "'s") && v.w.Chat && v.near(i, bClinical|bClinicalish|bDid, 0) {
		s.add(Name, 1.5, i, i+1)
		return 2
	}
	if _, aged := v.value(i + 2); !v.w.Chat && !(v.is(i+1, ",") && aged) || t.Flags&text.AllCaps == 0 {
		return 0
	}
	letters := len(t.Norm)
	if letters > 2 && t.Norm[letters-2:] == "'s" {
		letters -= 2
	}
	if letters == 2 && v.near(i, bClinical|bClinicalish|bDid, 0) {
		s.add(Name, 1.5, i, i+1)
		return 2
	}
	return 0
}
