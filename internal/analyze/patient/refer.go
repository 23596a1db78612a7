package patient

import "footprint/internal/analyze/text"

// referent is a kind of being that a passage speaks of.
type referent uint8

// Referents.
const (
	nobody referent = iota
	aPerson
	aPatient
	aColleague
	ownKin
	anAnimal
	aName
	numReferents
)

// Signs of referents: which kind is spoken of first, and which kind he or she stands for.
var (
	leadSigns = [numReferents]sign{nobody: sLeadHe, aPerson: sLeadPerson, aPatient: sLeadPatient, aColleague: sLeadColleague, ownKin: sLeadKin, anAnimal: sLeadAnimal, aName: sLeadName}
	heSigns   = [numReferents]sign{nobody: sHeNobody, aPerson: sHePerson, aPatient: sHePatient, aColleague: sHeColleague, ownKin: sHeKin, anAnimal: sHeAnimal, aName: sHeName}
)

// referents adds who is spoken of first, whom he and she stand for, and whose relatives are spoken of.
func (v *view) referents(x *[numSigns]float64) {
	last, led := nobody, false
	for k := range v.t {
		if v.t[k].Kind != text.Word {
			continue
		}
		if v.says[k]&wHe != 0 {
			x[heSigns[last]] = 1
			if !led {
				led, x[leadSigns[nobody]] = true, 1
			}
			continue
		}
		switch r := v.referent(k); {
		case r != nobody:
			last = r
			if !led {
				led, x[leadSigns[r]] = true, 1
			}
		case v.has(k, bKin) && (v.is(k-1, "his", "her", "the", "their") || v.is(k-2, "his", "her", "their")):
			x[sTheirKin] = 1
		}
	}
}

// referent returns what the noun at k speaks of, nobody for words that name no single being.
func (v *view) referent(k int) referent {
	const beings = bPatient | bColleague | bKin | bAnimal | bPerson | bFirstName | bTitle
	if v.on[k]&beings == 0 || v.is(k-1, "not", "to", "don't", "can't", "won't") && !v.has(k, bFirstName|bTitle|bKinAlone) {
		return nobody
	}
	switch {
	case v.has(k, bPatient):
		return aPatient
	case v.has(k, bColleague):
		return aColleague
	case v.has(k, bAnimal):
		return anAnimal
	case v.has(k, bKin) && (v.possessed(k) || v.has(k, bKinAlone) && !v.is(k-1, "his", "her", "the", "their", "a")),
		v.has(k, bPerson) && v.has(k-1, bKin) && hasEnd(v.norm(k-1), "'s"):
		return ownKin
	case v.has(k, bPerson):
		return aPerson
	case v.has(k, bFirstName|bTitle) && v.capital(k):
		return aName
	}
	return nobody
}
