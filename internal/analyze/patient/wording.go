package patient

import "footprint/internal/analyze/text"

// wording adds the ways in which people at work speak of the one they care for without saying so: by a bed, by the
// illness or the operation, by what was taken out, by what the person did to them.
func (v *view) wording(x *[numSigns]float64) {
	yes := func(s sign, ok bool) {
		if ok {
			x[s] = 1
		}
	}
	const (
		classes = bCase | bIll | bBody | bKit | bClinical | bVague | bPerson | bPatient | bKin | bAct | bDid | bActed
		lists   = wMe | wBy | wOne | wSubject | wHes | wStaying | wTeam | wMy | wOwner
	)
	for k := range v.t {
		t := &v.t[k]
		if t.Kind == text.Number {
			yes(sAtNumber, v.atNumber(k))
			continue
		}
		if t.Kind != text.Word || v.neither(k, classes, lists) || !v.own(k) {
			continue
		}
		yes(sBearer, v.bearer(k))
		yes(sOnMe, v.onMe(k))
		yes(sRelative, v.relativeClause(k))
		yes(sFamilyOf, v.familyOf(k))
		yes(sOpensHe, v.opens(k) && v.in(k, wSubject|wHes))
		yes(sStaying, v.in(k, wStaying) && v.in(k+1, wSince) && (v.pronounNear(k) || v.is(k, "day", "week")))
		yes(sTheyHim, v.in(k, wTeam) && v.after(k, 7, func(j int) bool { return v.is(j, "him", "her") }))
		yes(sTakenOut, v.has(k, bAct|bDid|bActed) && v.doer(k) && v.after(k, 12, v.fromBody))
		yes(sOurOne, v.in(k, wMy) && v.ourOne(k))
		if v.has(k, bPerson|bPatient) && !v.has(k, bColleague) {
			yes(sFoundAway, v.foundAt(k, func(j int) bool { return v.topic[j] == outside || v.topic[j] == media || v.topic[j] == away }))
			yes(sFoundCare, v.foundAt(k, func(j int) bool { return v.has(j, bUnit|bWork|bKit|bScene) || v.atNumber(j) }))
		}
		yes(sOwnChild, v.in(k, wOwner) && v.ownChild(k))
	}
}

// after reports whether one of the next n tokens of the sentence fulfils ok.
func (v *view) after(k, n int, ok func(int) bool) bool {
	for j := k + 1; j < min(len(v.t), k+n+1) && v.t[j].Sentence == v.t[k].Sentence; j++ {
		if ok(j) {
			return true
		}
	}
	return false
}

func (v *view) pronounNear(k int) bool {
	for j := max(0, k-4); j < min(len(v.t), k+5); j++ {
		if v.pronoun(j) {
			return true
		}
	}
	return false
}

// atNumber reports a number that stands for a bed: "the guy in 12", "Nobody visits 31", "bed 7, who", "22 wants tea".
func (v *view) atNumber(k int) bool {
	n, ok := v.value(k)
	if !ok || n == 0 || n > 60 || v.joined(k+1) || v.is(k+1, ".", "/", ":", "-", "%", "am", "pm") && v.number(k+2) {
		return false
	}
	if v.has(k+1, bMonth|bUnit|bClinical) {
		return false
	}
	stop := k+1 >= len(v.t) || v.t[k+1].Kind == text.Punct || v.in(k+1, wHuman) || v.past(k+1) || v.is(k+1, "who", "and", "again", "tonight", "today", "so", "but", "with", "is", "has", "was")
	if !stop {
		return false
	}
	switch {
	case v.is(k-1, "bed", "bay", "cubicle", "bedspace", "resus"):
		return true
	case v.is(k-1, "room", "chair", "cot"):
		return k+1 < len(v.t) && (v.in(k+1, wHuman) || v.is(k+1, "who", "is", "has"))
	case v.is(k-1, "in", "from"):
		return v.has(k-2, bPerson|bPatient|bKit|bCase|bIll) || v.has(k-3, bPerson|bPatient) && v.in(k-4, wArticle)
	case v.is(k-1, "visit", "visits", "visiting"):
		return true
	case v.opens(k):
		return v.in(k+1, wHuman)
	}
	return false
}

// bearer reports an illness, an operation or a part of the body that does what only people do: "our post-op knee has
// escaped", "the stoma wants tea".
func (v *view) bearer(k int) bool {
	if !v.has(k, bCase|bIll|bBody|bKit|bClinical|bVague) || v.has(k+1, bCase|bIll|bBody|bKit|bClinical|bVague) {
		return false
	}
	article := false
	for j := k - 1; j >= max(0, k-4); j-- {
		if v.t[j].Kind == text.Punct && !v.is(j, "-") {
			return false
		}
		if v.in(j, wArticle) {
			article = true
			break
		}
	}
	if !article {
		return false
	}
	return v.after(k, 4, func(j int) bool { return v.in(j, wHuman) || v.is(j, "who", "who's") })
}

// onMe reports that he, she or somebody does something to the writer that is done at work: "she bit me", "thrown up on by a mayor".
func (v *view) onMe(k int) bool {
	if !v.in(k, wMe) {
		return v.in(k, wBy) && v.in(k+1, wArticle) && k > 1 && v.past(k-1) && v.after(k+1, 4, func(j int) bool { return v.has(j, bPerson|bPatient) })
	}
	for j := k - 1; j >= max(0, k-5); j-- {
		if v.t[j].Kind == text.Punct {
			return false
		}
		if v.in(j, wSubject) || v.has(j, bPerson|bPatient) && !v.has(j, bColleague) && !v.possessed(j) {
			return true
		}
	}
	return false
}

// relativeClause reports a person defined by what the writer did: "the one I lost", "the man whose leg I pinned".
func (v *view) relativeClause(k int) bool {
	if !v.has(k, bPerson|bPatient|bCase) && !v.is(k, "one") || !v.in(k-1, wArticle) && !v.in(k-2, wArticle) {
		return false
	}
	for j := k + 1; j < min(len(v.t), k+5); j++ {
		if v.t[j].Kind == text.Punct {
			return false
		}
		if v.is(j, "i", "we", "i've", "we've", "i'd", "we'd") {
			return true
		}
	}
	return false
}

// familyOf reports somebody else's relatives who act or are spoken to: "rang a daughter", "the wife knew".
func (v *view) familyOf(k int) bool {
	if !v.has(k, bKin) || v.possessed(k) || v.has(k, bKinAlone) && v.capital(k) && !v.in(k-1, wArticle) {
		return false
	}
	if v.in(k-1, wArticle) || v.is(k-1, "his", "her", "their") {
		return v.in(k+1, wHuman) || v.past(k+1) || v.in(k-2, wTalk) || v.in(k-3, wTalk)
	}
	return v.opens(k) && (v.past(k+1) || v.in(k+1, wHuman) || v.is(k+1, "of", "at", "wants", "wanting"))
}

// fromBody reports an orifice or a place of the body after "out of", "off" or "from".
func (v *view) fromBody(j int) bool {
	return v.has(j, bBody) && (v.in(j-1, wArticle) || v.is(j-1, "his", "her", "someone's", "each", "one", "same")) || v.has(j, bBody) && v.is(j-1, "same", "other", "left", "right")
}

// ourOne reports a person of the writer's who is no relative, friend or colleague: "our jumper", "my breech", "my caseload's kid".
func (v *view) ourOne(k int) bool {
	for j := k + 1; j < min(len(v.t), k+5) && v.t[j].Kind != text.Punct; j++ {
		if v.has(j, bColleague|bAnimal) && !v.has(j, bPatient) || v.has(j, bKin) && !v.has(j, bPerson) {
			return false
		}
		if v.has(j, bPerson|bCase|bPatient) && (v.in(j+1, wHuman) || v.past(j+1) || v.is(j+1, "is", "has", "who", "in", "from", "made")) && !(v.has(j, bKin) && j == k+1) {
			return true
		}
	}
	return false
}

// foundAt reports where a person is met: "a man on the radio", "the lad in HDU".
func (v *view) foundAt(k int, place func(int) bool) bool {
	for j := k + 1; j < min(len(v.t), k+4); j++ {
		if v.t[j].Kind == text.Punct {
			return false
		}
		if v.in(j, wAt) {
			return j+1 < len(v.t) && place(j+1) || j+2 < len(v.t) && place(j+2)
		}
	}
	return false
}

// ownChild reports the writer's child by its age: "my four year old".
func (v *view) ownChild(k int) bool {
	a, ok := v.age(k + 1)
	return ok && v.is(a.to-1, "old", "olds") && !v.has(a.to, bPatient|bPerson|bClinical|bCase)
}
