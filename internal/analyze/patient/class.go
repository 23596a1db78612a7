package patient

// bits is a set of the word classes this package asks for.
type bits uint64

const (
	bPatient bits = 1 << iota
	bPatients
	bMan
	bWoman
	bNeutral
	bKin
	bKinAlone
	bTitle
	bColleague
	bOccupation
	bOrigin
	bAnimal
	bSimulated
	bRelation
	bDid
	bArrived
	bReports
	bUnit
	bWork
	bDeath
	bRecovery
	bBirth
	bJoy
	bMechanism
	bQuote
	bClinical
	bClinicalish
	bMeasure // vital signs and laboratory values
	bNote
	bBody
	bCommon
	bUncommon
	bRare
	bRarity
	bHospital
	bSmall
	bPlace
	bNear
	bWeekday
	bMonth
	bSeason
	bAgeGroup
	bVignette
	bPublished
	bPopulation
	bGeneral
	bFiction
	bPseudonym
	bSelf
	bTopic
	bFirstName
	bMaybeName
	bDevice
	bHeading
	bPlural
	bVague   // clinical in company only
	bScene   // things and moments of a shift
	bActed   // looser wordings of care, for short posts
	bAddress // said to a patient
	bHint    // illness in everyday words
	bCase    // an illness or operation that stands for its bearer
	bIll     // illness and injury as people say them
	bKit     // things and places of care
	bAct     // work with a person
)

const bPerson = bMan | bWoman | bNeutral | bOccupation

// classes maps the classes of the word lists to bits.
func classes() map[string]bits {
	return map[string]bits{
		"people.patient": bPatient, "people.patients": bPatients, "people.plural": bPlural, "people.man": bMan, "people.woman": bWoman, "people.neutral": bNeutral,
		"people.kin": bKin, "people.kin.alone": bKin | bKinAlone, "people.title": bTitle, "people.colleague": bColleague,
		"people.occupation": bOccupation, "people.demonym": bOrigin, "people.pet": bAnimal,
		"people.simulated": bSimulated, "people.relation": bRelation,
		"care.did": bDid, "care.arrived": bArrived, "care.reports": bReports, "care.unit": bUnit, "care.work": bWork,
		"story.death": bDeath, "story.recovery": bRecovery, "story.birth": bBirth, "story.joy": bJoy,
		"story.mechanism": bMechanism, "story.quote": bQuote,
		"clinical.symptom": bClinical, "clinical.sign": bClinical, "clinical.imaging": bClinical, "clinical.procedure": bClinical,
		"clinical.drug": bClinical, "clinical.drugclass": bClinical, "clinical.device": bClinical | bDevice, "clinical.abbr": bClinical,
		"clinical.care": bClinical, "clinical.vital": bClinical | bMeasure, "clinical.lab": bClinical | bMeasure, "clinical.note": bClinical | bNote,
		"clinical.condition.common": bClinical | bCommon, "clinical.condition.uncommon": bClinical | bUncommon, "clinical.condition.rare": bClinical | bRare,
		"heading": bHeading, "clinicalish.abbr": bClinicalish, "clinicalish.word": bVague, "body.part": bBody, "rarity": bRarity,
		"place.hospital.word": bHospital, "place.small": bSmall, "place.au": bPlace, "place.nz": bPlace, "place.uk": bPlace, "place.us": bPlace,
		"place.overseas": bPlace, "time.near": bNear, "time.weekday": bWeekday, "time.month": bMonth, "time.season": bSeason, "age.group": bAgeGroup,
		"marker.vignette": bVignette, "marker.published": bPublished, "marker.population": bPopulation, "marker.general": bGeneral,
		"marker.story.fiction": bFiction, "marker.pseudonym": bPseudonym, "marker.self": bSelf, "marker.topic": bTopic,
		"care.scene": bScene, "care.hint": bHint, "care.acted": bActed, "care.address": bAddress, "care.case": bCase, "care.ill": bIll, "care.kit": bKit, "care.act": bAct, "name.first": bFirstName, "name.maybe": bMaybeName,
	}
}
