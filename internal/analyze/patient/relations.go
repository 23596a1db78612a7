package patient

import "footprint/internal/analyze/text"

// relating are the words that may tell how the person stands to the writer.
const relating = wHe | wMyself | wOwnSide | wMe | wFate | wSelf

// relations adds how the person stands to the writer: a relative named without "my", somebody met by chance, the
// writer as the one cared for, one of whom the writer supposes that readers know, or one the writer deals with.
func (v *view) relations(x *[numSigns]float64) {
	yes := func(s sign, ok bool) {
		if ok {
			x[s] = 1
		}
	}
	spoken := false
	for k := range v.t {
		if v.t[k].Kind == text.Number {
			yes(sCommaAge, v.commaAge(k))
			yes(sOldYear, v.oldYear(k))
			yes(sQuotedCase, v.is(k-1, "a", "an") && v.is(k-2, "'", "\"", ":") && v.is(k+1, "-", "year"))
			continue
		}
		if !v.in(k, relating) && !v.has(k, bKin|bPerson|bPatient) || v.t[k].Kind != text.Word || !v.own(k) {
			continue
		}
		if v.has(k, bKin) && v.bareKin(k) {
			tells := v.kinTells(k)
			yes(sKinTells, tells)
			yes(sKinName, !tells)
		}
		if v.in(k, wMyself|wOwnSide) {
			yes(sMyOwn, v.is(k, "own") && v.is(k-1, "my", "our") || v.in(k, wOwnSide) && v.is(k+1, "end", "side") && v.is(k-1, "the") || v.is(k, "truly") && v.is(k-1, "yours"))
		}
		if v.in(k, wMe) {
			yes(sBeside, !v.is(k, "my") && (v.is(k-1, "behind", "beside", "opposite") || v.is(k-1, "to") && v.is(k-2, "next") || v.is(k-1, "of") && v.is(k-2, "front")))
		}
		if v.has(k, bPerson|bPatient) && !v.has(k, bColleague) {
			yes(sDefinite, !spoken && v.definite(k))
			spoken = true
		}
		spoken = spoken || v.pronoun(k)
		yes(sFate, v.in(k, wFate) && v.fate(k))
		if v.in(k, wSelf) {
			yes(sIHim, v.after(k, 4, func(j int) bool { return v.is(j, "him", "her") }))
		}
	}
}

// bareKin reports a relative at the head of a clause without "my" or an article: "Dad has been moved", "Husband thinks".
func (v *view) bareKin(k int) bool {
	if v.has(k, bNeutral) || v.is(k, "family", "parents", "friend", "friends", "boy", "girl", "child", "kid", "kids") {
		return false
	}
	return v.opens(k) || v.has(k, bKinAlone) && v.capital(k) && !v.is(k-1, "the", "a", "his", "her", "their", "this", "that")
}

// kinTells reports a relative who speaks of somebody else: "Wife says he's been a bit yellow".
func (v *view) kinTells(k int) bool {
	return v.after(k, 3, func(j int) bool {
		return v.in(j, wTalk) || v.is(j, "says", "said", "reckons", "thinks", "thought", "noticed", "found", "brought", "heard")
	}) &&
		v.after(k, 8, func(j int) bool { return v.pronoun(j) })
}

// commaAge reports an age in the manner of the news: "lollipop man, 80, saves".
func (v *view) commaAge(k int) bool {
	n, ok := v.value(k)
	return ok && n > 9 && n < 110 && v.is(k-1, ",") && v.is(k+1, ",") && k > 1 && v.t[k-2].Kind == text.Word
}

// oldYear reports a year before the writer's practice.
func (v *view) oldYear(k int) bool {
	n := v.norm(k)
	return len(n) == 4 && n > "1399" && n < "2000" && !v.joined(k+1) && !v.is(k+1, "ml", "mg", "hours", "h", "kcal", "people")
}

// definite reports a person spoken of with "the" or "that".
func (v *view) definite(k int) bool {
	for j := k - 1; j >= max(0, k-3) && v.t[j].Kind != text.Punct; j-- {
		if v.is(j, "the", "that") {
			return true
		}
	}
	return false
}

// fate reports what became of somebody: "home tonight", "didn't make it", "pulled through", "came round".
func (v *view) fate(k int) bool {
	switch v.norm(k) {
	case "home":
		return v.in(k+1, wToday) && (v.pronounNear(k) || v.has(k-1, bPerson|bPatient)) && !v.is(k-1, "my", "at")
	case "made", "make":
		return v.is(k+1, "it") && v.pronounNear(k) && !v.is(k+2, "to", "clear", "up", "a")
	case "through":
		return v.is(k-1, "pulled", "pull")
	case "round":
		return v.is(k-1, "came", "come", "coming")
	}
	return v.pronounNear(k)
}
