package patient

import (
	"math"
	"strings"

	"footprint/internal/analyze/text"
)

// signs returns the observations about a short post, without the pairs, in the memory of the view.
func (v *view) signs(b brief, c care) *[numSigns]float64 {
	x := v.signed
	clear(x[:])
	on := func(s sign, yes bool) {
		if yes {
			x[s] = 1
		}
	}
	person, health, met := min(b.person, 2), min(b.health, 4), min(b.met, 2)
	x[sPerson], x[sHealth], x[sMet], x[sEvent] = person, health, met, b.event
	on(sGeneral, b.general(v))
	x[sHealthMet] = min(health, 2) * met
	x[sHealthPerson] = min(health, 2) * person
	x[sPersonMet] = person * met
	x[sHealthEvent] = min(health, 2) * b.event
	on(sAll, person >= 1 && health >= 0.8 && met >= 0.5 && b.event >= 0.5)
	on(sLittle, health < 0.4)
	x[sClinical] = float64(min(c.clinical, 4))
	x[sDeeds] = float64(min(v.deeds(), 2))
	x[sVague] = float64(min(c.vague, 3))
	x[sMeasures] = float64(min(c.measures, 2))
	x[sInjuries] = float64(min(c.injuries, 2))
	x[sNotes] = float64(min(c.notes, 2))
	x[sReports] = float64(min(c.reports, 2))
	on(sFormula, c.formula)
	he, i, we, you := 0, 0, 0, 0
	for k := range v.t {
		t := &v.t[k]
		switch {
		case t.Kind == text.Hashtag:
			x[sHashtag] = 1
		case t.Kind == text.Number:
			on(sSlot, x[sSlot] > 0 || v.slot(k))
			if a, ok := v.age(k); ok && !v.is(k-1, "my", "our") && a.to > 0 {
				x[sAge] = 1
			}
		case v.pronoun(k):
			he++
		case v.in(k, wI):
			i++
			on(sOwnBody, x[sOwnBody] > 0 || v.is(k, "my") && (v.has(k+1, bBody|bClinical) || v.has(k+2, bBody|bClinical) && !v.has(k+1, bPerson|bPatient)))
			on(sWasI, x[sWasI] > 0 || v.is(k, "i") && v.is(k+1, "was", "am", "have", "had") && v.has(k+2, bClinical|bHint|bVague))
		case v.in(k, wWe):
			we++
		case v.in(k, wYou):
			you++
		case v.in(k, wQuestion):
			x[sQuestion] = 1
		case v.in(k, wModal) && !v.has(k, bMonth):
			x[sModal] = 1
		case v.in(k, wBe) && !v.is(k-1, "he", "she", "it", "i", "that", "this", "who", "there") && v.is(k+1, "a", "an", "the", "born", "known", "considered", "used"):
			x[sEncyclopaedic] = 1
		}
		if v.has(k, bKin) && v.possessed(k) {
			x[sPossessed] = 1
		}
		if v.number(k+1) && (v.has(k, bTitle) || v.is(k, "bed", "bay", "room", "cubicle", "resus", "side")) {
			x[sBed] = 1
		}
		if v.has(k, bTitle|bFirstName) && v.capital(k) {
			x[sNamed] = 1
		}
		if v.has(k, bColleague) && !v.has(k, bPatient) {
			x[sColleague] = 1
		}
		if v.past(k) {
			x[sPast] = 1
		}
		if t.Kind == text.Word && len(t.Norm) > 4 && t.Norm[len(t.Norm)-1] == 's' && !strings.HasSuffix(t.Norm, "ss") && !strings.HasSuffix(t.Norm, "'s") {
			x[sPlural] = min(3, x[sPlural]+1)
		}
		if t.Voice == text.Quoted {
			x[sQuoted] = 1
		}
	}
	x[sHe], x[sI], x[sWe], x[sYou] = float64(min(he, 3)), float64(min(i, 3)), float64(min(we, 2)), float64(min(you, 3))
	x[sLength] = math.Log(float64(len(v.t) + 1))
	on(sShort, len(v.t) < 12)
	v.style(x)
	v.scene(x, b, c)
	for k, c := range classSigns {
		on(sClasses+sign(k), v.all&c.bits != 0)
	}
	return x
}
