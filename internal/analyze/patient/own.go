package patient

import "footprint/internal/analyze/text"

// selfNamed reports that the writer is the person: "I am a 60 year old male".
func (v *view) selfNamed(i int) bool {
	for k := i - 1; k >= max(0, i-5); k-- {
		if v.is(k, ".", "!", "?") {
			break
		}
		if v.is(k, "i") && v.is(k+1, ",", "(") && k+2 == i {
			return true // "I, 29F"
		}
		if v.is(k, "i'm", "im") || v.is(k, "am") && v.is(k-1, "i") {
			return !v.has(k+1, bDid) && !v.is(k+1, "treating", "seeing", "working") && !v.reaches(k+1, i)
		}
	}
	return false
}

// reaches reports a small word between the tokens by which the writer comes to somebody else: "I'm asked to see a chap".
func (v *view) reaches(from, to int) bool {
	for k := from; k < to; k++ {
		if v.is(k, "to", "with", "for", "about", "by", "after", "seeing", "watching") {
			return true
		}
	}
	return false
}

// ownResult reports a text that opens with the writer's own body or test, or says whose it is: "My knee MRI came
// back", "Hb 9.8, mine".
func (v *view) ownResult(pronouns int) bool {
	for i := range v.t {
		if v.is(i, "mine") && v.is(i-1, ",", "(") && v.is(i+1, ",", ")", ".") { // "Hb 9.8, mine, ..."
			return true
		}
	}
	if pronouns > 0 || !v.is(0, "my") || v.all&(bPatient|bUnit|bWork) != 0 {
		return false
	}
	for k := 1; k < min(len(v.t), 4); k++ {
		if v.has(k, bKin|bPerson|bCase) {
			return false
		}
		if v.has(k, bBody|bClinical|bVague) && !hasEnd(v.norm(k), "'s") {
			return true
		}
	}
	return false
}

// self reports that the writer tells of the own health: no patient is spoken of, and the words are "I" and "my".
func (v *view) self(best mention, pronouns, first int, note, mine bool, c care) bool {
	switch {
	case note && pronouns > 1 || mine:
		return false
	case !v.w.Professional && !v.w.Chat && first > 1 && c.did+c.work+c.notes == 0 && best.weight < 2.5 && v.all&bPatient == 0:
		return true
	case v.all&bSelf != 0 && best.weight < 1.5 && c.work+c.arrived == 0:
		return !note
	}
	return !note && first > 1+2*pronouns && c.did+c.work+c.quotes == 0 && best.weight < 1.1
}

// ownFamily reports that the first of whom the passage speaks is the writer's relative: "Our son's clinic letter came".
func (v *view) ownFamily() bool {
	for i := range v.t {
		switch {
		case v.t[i].Kind != text.Word:
		case v.opens(i) && v.is(i, "nan", "nana", "nanna", "gran", "granny", "grandma", "grandpa", "grandad", "granddad", "amma", "nonna", "oma", "opa", "nan's", "gran's", "grandma's",
			"grandpa's", "grandad's", "granddad's", "amma's") && !v.is(i+1, "and", "in", ",", "&"):
			return true
		case v.has(i, bKin) && v.is(i-1, "my", "our") && v.t[i].Voice != text.Quoted && !v.is(i, "friend", "friends", "mate", "mates"):
			return !v.has(i, bNeutral) && !v.has(i+1, bPatient|bPerson|bKin|bUnit)
		case v.has(i, bPerson|bPatient|bTitle|bKin), v.pronoun(i):
			return false
		}
	}
	return false
}
