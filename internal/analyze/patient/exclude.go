package patient

import (
	"slices"
	"strings"

	"footprint/internal/analyze/text"
)

// exclude finds the reason why the person is no patient of the writer.
func (v *view) exclude(s *Story, best mention, pronouns int, c care, short brief, chance float64) {
	lower := func(to Subject) {
		s.Subject = to
		s.Lowered = append(s.Lowered, "looks like "+string(to))
	}
	met := s.told
	other := -1 // somebody else, of whom an earlier sentence tells
	if met && short.from >= 0 && v.someone(short.from) >= 1 {
		other = short.from
	}
	mine := best.weight >= 2.5 || c.told && c.did > 0
	you, first := v.persons()
	strong := s.Report && s.Sure >= Plain+1 && (c.notes > 0 || pronouns > 2 || best.weight >= 1.8)
	note := s.Report && s.Sure >= Plain-0.5 && (pronouns > 1 || best.weight >= 1.5)
	written := c.notes > 1 || strong // plainly a clinical note or case report
	switch {
	case v.all&bVignette != 0 && !(chance >= goodChance && c.did > 0 && first > 0 && v.all&bNear != 0) || v.examQuestion(c):
		lower(Invented)
	case v.all&bFiction != 0 && s.Sure < Plain+1 && !s.Has(Bed):
		lower(Invented)
	case v.watched():
		lower(Invented)
	case v.all&bSimulated != 0 && s.Sure < Plain+2:
		lower(Simulated)
	case v.animal() && !written && !(chance >= surelyHuman && first+pronouns > 0 && v.all&(bUnit|bWork|bScene|bArrived) != 0):
		lower(Animal)
	case v.all&bPublished != 0 && s.Sure < 10 && !v.ours():
		lower(Published)
	case chance < goodChance && v.family(s, best, pronouns, other) && best.weight < 3 && !(note && best.weight >= 2.5) && !(written && c.notes > 0):
		lower(Family)
	case chance < surelyTold && v.ownFamily() && c.did+c.work == 0 && (c.units == 0 || chance < fullChance && first < 2) && v.all&bPatient == 0 && !written:
		lower(Family)
	case (chance < goodChance || first == 0 || chance < fullChance && v.all&(bNear|bWeekday|bUnit|bWork) == 0) && v.longAgo() && (!c.formula || first == 0 && !c.told) && c.notes+c.measures == 0 && !(s.Report && pronouns > 1):
		lower(History)
	case v.eitherSex() && c.notes < 2 && c.did == 0:
		lower(Teaching)
	case v.selfNamed(best.from) || chance < fullChance && v.ownResult(pronouns) && !written:
		lower(Self)
	case !written && !met && v.self(best, pronouns, first, note, mine, c):
		lower(Self)
	case !written && !met && v.hypothetical() && pronouns == 0 && best.weight < 2 && c.did+c.work+c.arrived+c.quotes == 0:
		lower(Teaching)
	case !met && v.all&(bPopulation|bPatients) != 0 && best.weight < 2.5 && !c.told && !(note && pronouns > 1 && s.Sure > 8) && !(written && s.Sure > 7.5 && (pronouns > 0 || c.notes > 1)):
		lower(Population)
	case !written && !met && (you > 1 && pronouns == 0 || v.all&bGeneral != 0) && best.weight < 2 && !c.told && c.did+c.work+c.arrived == 0 && s.Sure < Plain && !v.w.Chat:
		lower(Teaching)
	}
	if v.all&bTopic != 0 && v.onTopic() && s.Subject == Patient && !mine {
		s.Sure -= 0.7
		s.Lowered = append(s.Lowered, "mentions a talk, course or text")
	}
}

// onlyWho reports a passage that says what somebody is, such as deaf or Polish, and names no illness, act or
// place of care beside it: "he told his parents he was blind".
func (v *view) onlyWho() bool {
	const care = bPatient | bPatients | bArrived | bUnit | bWork | bMechanism | bClinical | bNote | bBody | bHospital | bScene | bAddress |
		bHint | bCase | bIll | bKit | bVague | bDeath | bRarity
	if len(v.who) == 0 || v.deeds() > 0 {
		return false
	}
	for _, h := range v.hits {
		if h.bits == bHint && v.has(h.to-1, bKin) || v.is(h.from, "birth") && v.is(h.from-1, "since", "from") {
			continue // "his mum", "deaf since birth"
		}
		if h.bits&care != 0 && !slices.ContainsFunc(v.who, func(w text.Range) bool { return w.From <= h.from && h.from < w.To }) {
			return false
		}
	}
	return true
}

// watched reports what was seen on a screen or read, by its title: "Watched Casualty:", "Finished Middlemarch".
func (v *view) watched() bool {
	for i := range v.t {
		if !v.in(i, wWatched) || !(v.opens(i) || v.in(i-1, wTeller) || v.is(i-1, "just", "been", "still")) {
			continue
		}
		if v.capital(i+1) && v.t[i+1].Flags&text.FirstInSentence == 0 && !v.has(i+1, bTitle|bFirstName|bHospital|bUnit) || v.topic[min(i+1, len(v.t)-1)] == media || v.topic[min(i+2, len(v.t)-1)] == media {
			return true
		}
	}
	return false
}

// examQuestion reports a case of nobody, told in the present to ask readers: "A 54-year-old woman presents with ...
// What test would you order first?"
func (v *view) examQuestion(c care) bool {
	if !c.formula || v.all&(bNear|bWeekday) != 0 || v.w.Chat {
		return false
	}
	present, asks := false, false
	for i := range v.t {
		switch {
		case v.is(i, "i", "we", "my", "our", "me", "us", "i've", "we've", "i'm"):
			return false
		case v.is(i, "presents", "attends", "comes", "has", "arrives", "complains"):
			present = true
		case v.is(i, "?"):
			for k := max(0, i-14); k < i; k++ {
				asks = asks || v.is(k, "what", "which") && (v.is(k+1, "test", "is", "would", "investigation", "next", "drug", "treatment", "do", "condition", "diagnosis") || v.is(k+2, "would", "is"))
			}
		}
	}
	return present && asks
}

// hypothetical reports that the passage speaks of what may or should be.
func (v *view) hypothetical() bool {
	if v.said&wModal == 0 {
		return false
	}
	for i := range v.t {
		switch v.t[i].Norm {
		case "may", "can", "should", "must", "might":
			if !v.has(i, bMonth) {
				return true
			}
		}
	}
	return false
}

// eitherSex reports "he or she": nobody in particular.
func (v *view) eitherSex() bool {
	if v.said&wEither == 0 {
		return false
	}
	for i := range v.t {
		if v.in(i, wEither) && v.is(i+1, "or", "/") && v.is(i+2, "she", "her", "hers", "he", "his", "him") {
			return true
		}
	}
	return false
}

// longAgo reports a year before living memory of practice: history, not news of a patient.
func (v *view) longAgo() bool {
	for i := range v.t {
		if n := v.t[i].Norm; v.number(i) && len(n) == 4 && n > "1499" && n < "1976" && (v.is(i-1, "in", "since", "of", ",", ".", ":", "(", "by", "until") || v.has(i-1, bMonth) || v.number(i-1)) {
			return true
		}
	}
	return false
}

// persons counts how often the passage addresses "you" and speaks of the writer.
func (v *view) persons() (you, first int) {
	for i := range v.t {
		if !v.own(i) {
			continue
		}
		switch v.t[i].Norm {
		case "you", "your", "you're", "yours", "yourself":
			you++
		case "i", "my", "me", "i'm", "i've", "i'd", "myself", "mine":
			first++
		}
	}
	return you, first
}

// ours reports a report of the writer's own case: "we report", "our patient".
func (v *view) ours() bool {
	for i := range v.t {
		if v.is(i, "we", "our", "i", "my") && (v.has(i+1, bDid|bPatient) && !v.is(i+1, "pronounced") || v.is(i+1, "report", "describe", "present", "saw", "had", "treated")) {
			return true
		}
	}
	return false
}

// animal reports that the patient has paws.
func (v *view) animal() bool {
	if v.all&bAnimal == 0 {
		return false
	}
	for i := range v.t {
		if !v.has(i, bAnimal) {
			continue
		}
		if v.is(i-1, "the") && v.pronounBefore(i) || v.is(i-1, "my", "our") && v.is(i-2, "for", "to", "with") && v.all&bClinical != 0 && v.pronounBefore(i) {
			continue // somebody's animal in the room
		}
		if v.is(i, "vet", "vets", "veterinary", "veterinarian", "paw", "paws", "mice", "murine", "rats", "animals", "fur") || v.is(i-1, "my", "our") || v.is(i-2, "my", "our") || v.is(i+1, "is", "was", "had", "has") && !v.is(i-1, "his", "her", "their") {
			return true
		}
	}
	return false
}

func (v *view) pronounBefore(i int) bool {
	for k := max(0, i-20); k < i; k++ {
		if v.is(k, "he", "she", "him", "her", "he'd", "she'd", "he's", "she's") {
			return true
		}
	}
	return false
}

// family reports that the writer speaks of relatives or friends: "my nan", "Nan is home".
func (v *view) family(s *Story, best mention, pronouns, other int) bool {
	for i := range v.t {
		if v.in(i, wOwner) && !v.is(i, "your") && v.ownChild(i) {
			return true
		}
	}
	if v.all&bKin == 0 {
		return false
	}
	for i := range v.t {
		if !v.has(i, bKin) || v.t[i].Voice == text.Quoted || other >= 0 && other < i-5 {
			continue
		}
		for k := i - 1; k >= max(0, i-3); k-- {
			if v.is(k, "my", "our", "ur") && !v.has(k+1, bPatient) {
				if v.all&bBirth != 0 && v.is(k, "our") && v.has(i, bNeutral) && v.near(i, bUnit, 1) { // "our heart baby"
					break
				}
				return true
			}
			if v.t[k].Kind == text.Punct || v.is(k, "the", "a", "his", "her", "their", "this") || v.has(k, bUnit|bClinical|bDid) {
				break
			}
		}
		if s.Report && (best.weight >= 1.8 || pronouns > 0) {
			continue
		}
		if v.opens(i) && !v.capital(i+1) && s.Sure < Plain+1 && v.is(i+1, "has", "had", "is", "was", "keeps", "wants", "says") && !v.is(i, "baby", "child", "twin", "boy", "girl", "kid", "infant", "toddler") {
			return true
		}
		if v.has(i, bKinAlone) && v.capital(i) && !v.is(i-1, "the", "a", "his", "her", "their", "and", "one", ".") && !v.has(i-1, bBirth) && !v.is(i+1, "and", "&", "of") {
			if v.t[i].Flags&text.FirstInSentence == 0 || oneOf(strings.TrimSuffix(v.norm(i), "'s"), "nan", "nana", "nanna", "gran", "grandma", "grandad", "granddad", "grandpa", "pop", "poppa", "mum", "mom", "dad") {
				return true
			}
		}
	}
	return false
}

// onTopic reports a word for a talk, a course or a text that is no "of course".
func (v *view) onTopic() bool {
	for i := range v.t {
		if v.has(i, bTopic) && !(v.is(i, "course") && v.is(i-1, "of")) {
			return true
		}
	}
	return false
}
