package patient

import (
	"slices"
	"strings"

	"footprint/internal/analyze/lexicon"
	"footprint/internal/analyze/text"
)

// Read returns what the passage tells of one person.
func (r *Reader) Read(d *text.Doc, m *lexicon.Marks, w Writer) Story {
	var s Story
	if len(d.Tokens) == 0 || !r.worth(d, m) {
		return s
	}
	v := r.view(d, m, w)
	defer r.keep(v)
	v.facts(&s)
	best, pronouns := v.mentions(&s)
	c := v.care(best, pronouns)
	s.Clinical = c.clinical
	s.Work = c.work > 0 || c.told || c.units+c.did > 0 && !w.Lay
	s.Report = c.notes > 0 || c.reports > 1
	s.Renamed = v.all&bPseudonym != 0
	s.Mine = best.weight >= 1.5 && v.w.Professional || best.weight >= 2.5
	s.Body = v.all&bBody != 0
	s.Joyful = v.all&bJoy != 0 || v.cheers()
	who := best.weight
	if pronouns > 0 {
		who = max(who, 1) + 0.3*float64(min(pronouns, 3))
	}
	if who < 1 && c.did > 0 && v.all&bDeath != 0 { // said to the dead: "we did forty minutes on you"
		who = 1
	}
	if who < 1 && c.notes > 2 {
		who = 1 // a note without a grammatical subject
	}
	if who < 1 && (c.notes > 1 || c.measures > 1 && c.clinical > 2 && (c.notes > 0 || v.pressure()) || c.notes > 0 && c.clinical > 3) && v.all&(bPopulation|bPatients|bGeneral) == 0 && !v.hypothetical() {
		who = 1
	}
	if best.weight >= 1.8 && pronouns > 0 && v.all&bPatient != 0 && v.all&(bPopulation|bGeneral|bPatients) == 0 && !v.hypothetical() {
		who += 0.7 // "The patient ... She ...": a narrative
	}
	s.Person = who >= 1
	s.Sure = who + c.score
	if who < 1 || c.score < 1.5 && (who < 2.5 || c.score < 0.7) {
		s.Sure = min(s.Sure, Told-0.5)
	}
	if c.clinical+c.vague+c.measures+c.injuries+c.units+c.work+c.notes+c.arrived == 0 && !c.formula && v.all&(bPatient|bBody|bDeath|bBirth) == 0 {
		s.Sure = min(s.Sure, Told-0.5) // a person, but nothing about health
	}
	short, chance := r.short(v, &s, c, &best)
	s.Subject = Patient
	v.exclude(&s, best, pronouns, c, short, chance)
	s.outcome(v)
	s.measure()
	s.Direct = v.direct(&s, c)
	v.staff(&s)
	return s
}

// worth reports whether the text holds a word without which there is no story.
func (r *Reader) worth(d *text.Doc, m *lexicon.Marks) bool { return m.Seen.Any(r.gate) || bedside(d) }

// short weighs a short post, which leaves out most of what a narrative says. The chance that it tells of a patient
// goes before what its facts say, except in the middle, where both must agree.
func (r *Reader) short(v *view, s *Story, c care, best *mention) (brief, float64) {
	if r.weights == nil || len(v.t) > briefLength {
		return brief{from: -1}, 0
	}
	care := bPatient | bBody | bScene | bHint | bKit | bIll | bAddress | bCase | bActed | bMechanism | bQuote | bBirth
	if v.colleagueSpeaks() {
		care &^= bHint | bQuote // what was said in the trade, to the trade
	}
	// A person, perhaps dead, but nothing of care: that is never told.
	bare := c.clinical+c.vague+c.measures+c.injuries+c.units+c.work+c.did+c.arrived == 0 && !c.formula && v.all&care == 0
	if bare && s.Sure <= Told-0.5 {
		return brief{from: -1}, 0
	}
	b := v.brief(c, *best)
	x := v.signs(b, c)
	chance := r.weights.chance(&x, v)
	if bare {
		chance = min(chance, fairChance/2)
	}
	least := fairChance
	switch {
	case v.w.Lay:
		least = goodChance
	case (x[sNamed] > 0 || v.on[0] == 0 && v.past(1) && !v.is(0, "mine", "ours", "one", "i", "we", "they", "it")) && c.clinical == 0 && v.all&(bUnit|bWork|bScene|bDid|bKit|bPatient|bTitle|bAddress) == 0:
		least = goodChance // a first name far from any care is a friend or a child
	case b.person > 0 && (x[sI]+x[sWe] > 0 || v.all&(bNear|bScene|bUnit|bWork) != 0) && x[sTeller] > 0 && x[sLongWords] < plainWords:
		least = toldChance
	case x[sWritten] > 0 && x[sProper] > 1:
		least = goodChance
	}
	switch {
	case chance >= least:
		s.Sure, s.Person, s.told = max(s.Sure, Told), true, true
		s.Work = s.Work || !v.w.Lay && b.health >= 1 && v.all&(bUnit|bWork|bScene|bKit|bDid|bPatient) != 0
		if b.person > best.weight {
			best.weight, best.from = min(b.person, 2), b.from
		}
		if chance >= fullChance {
			s.Sure = max(s.Sure, Plain)
		}
	case chance < noChance && !v.w.Chat:
		s.Sure = min(s.Sure, Told-0.5)
	}
	if chance < goodChance {
		s.Sure = min(s.Sure, Plain-0.1)
	}
	return b, chance
}

// colleagueSpeaks reports that what is said in the passage is said by a colleague: "the old professor told us".
func (v *view) colleagueSpeaks() bool {
	for i := range v.t {
		if v.has(i, bQuote) && v.has(i-1, bColleague) && !v.has(i-1, bPatient) {
			return true
		}
	}
	return false
}

// plainWords is the share of long words from which a text is not told but written.
const plainWords = 0.12

// bedside reports a short text that speaks of a bed with its number, for which there is no list.
func bedside(d *text.Doc) bool {
	if len(d.Tokens) > briefLength {
		return false
	}
	for i := range len(d.Tokens) - 1 {
		if t := &d.Tokens[i]; (t.Norm == "bed" || t.Norm == "bay" || t.Norm == "cubicle") && d.Tokens[i+1].Kind == text.Number {
			return true
		}
	}
	return false
}

// cheers reports two exclamation marks or more.
func (v *view) cheers() bool {
	n := 0
	for i := range v.t {
		if v.t[i].Kind == text.Punct {
			n += strings.Count(v.t[i].Norm, "!")
		}
	}
	return n > 1
}

// staff adds the names of clinicians to a note: they are no patients, but belong out of it as well.
func (v *view) staff(s *Story) {
	if !s.Report || !s.Tells() {
		return
	}
	for i := range v.t {
		if !v.is(i, "dr", "doctor", "prof", "professor", "nurse") {
			continue
		}
		k := i + 1
		if v.is(k, ".") {
			k++
		}
		if v.capital(k) && len(v.norm(k)) > 1 {
			s.add(Name, 0, i, v.nameEnd(k))
		}
	}
}

// outcome notes death, birth and recovery.
func (s *Story) outcome(v *view) {
	s.Died = v.all&bDeath != 0
	s.Born = v.all&bBirth != 0
	s.Better = v.all&bRecovery != 0
}

// measure adds the heaviest fact of each type.
func (s *Story) measure() {
	s.Score = 0
	if !s.Has(Condition) && s.Clinical > 1 {
		s.Score = 0.5 // symptoms and signs without a name for them
	}
	for i := range s.Facts {
		switch f := &s.Facts[i]; {
		case f.Type == Name || f.Type == HealthID || f.Type == Bed:
		case s.heaviest(i):
			s.Score += f.Weight
		}
	}
}

// heaviest reports whether fact i is the first of the most weight among those of its type.
func (s *Story) heaviest(i int) bool {
	for k := range s.Facts {
		f := &s.Facts[k]
		if f.Type == s.Facts[i].Type && (f.Weight > s.Facts[i].Weight || f.Weight == s.Facts[i].Weight && k < i) {
			return false
		}
	}
	return true
}

// direct reports a name, number or bed that belongs to the person told of.
func (v *view) direct(s *Story, c care) bool {
	for i := range s.Facts {
		f := &s.Facts[i]
		switch f.Type {
		case HealthID:
			return true
		case Bed:
			if v.near(f.From, bClinical|bMan|bWoman|bNeutral|bPatient|bRelation|bUnit, 1) {
				return true
			}
		case Name:
			if s.Renamed && c.work+c.did == 0 {
				continue
			}
			if v.careAround(f, c) {
				return true
			}
		}
	}
	return false
}

// careAround reports that the named person is the one cared for.
func (v *view) careAround(f *Fact, c care) bool {
	if f.Weight < 2 && v.all&(bPopulation|bPublished) != 0 {
		return false
	}
	if v.has(f.From-1, bColleague) || v.has(f.To, bColleague) || v.has(f.From, bHospital) {
		return false
	}
	clinical := v.near(f.From, bClinical, 1)
	acted := c.did+c.arrived+c.reports+c.measures > 0
	bodily := clinical || v.near(f.From, bBody|bVague|bOutcome, 1)
	switch t := v.d.Original[v.t[f.From].Start:v.t[f.To-1].End]; {
	case v.owns(f):
		return v.w.Professional || acted || c.units+c.work > 0
	case bodily && len(t) <= 5 && strings.ToUpper(t) == t: // initials
		return true
	case f.Weight >= 2:
		return bodily && (acted || c.units+c.work > 0) || clinical && v.w.Chat
	}
	return clinical && (acted || v.w.Chat) || acted && c.units+c.work > 0 && bodily
}

// owns reports that the body or the treatment spoken of is that of the named person: "Mr Desai's hernia", "Harold refused his tablets".
func (v *view) owns(f *Fact) bool {
	const health = bClinical | bVague | bBody
	if strings.HasSuffix(v.norm(f.To-1), "'s") && (v.has(f.To, health) || v.has(f.To+1, health)) {
		return true
	}
	for k := f.To; k < min(len(v.t), f.To+8); k++ {
		if v.is(k, "his", "her") && (v.has(k+1, health) || v.has(k+2, health) || v.has(k+3, health)) {
			return true
		}
		if v.is(k, ".", "!", "?") {
			break
		}
	}
	return false
}

const bOutcome = bDeath | bRecovery | bBirth

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
	case v.all&bVignette != 0 || v.examQuestion(c):
		lower(Invented)
	case v.all&bFiction != 0 && s.Sure < Plain+1 && !s.Has(Bed):
		lower(Invented)
	case v.all&bSimulated != 0 && s.Sure < Plain+2:
		lower(Simulated)
	case v.animal() && !written:
		lower(Animal)
	case v.all&bPublished != 0 && s.Sure < 10 && !v.ours():
		lower(Published)
	case chance < goodChance && v.family(s, best, pronouns, other) && best.weight < 3 && !(note && best.weight >= 2.5) && !(written && c.notes > 0):
		lower(Family)
	case chance < goodChance && v.longAgo() && !c.formula && c.notes+c.measures == 0 && !(s.Report && pronouns > 1):
		lower(History)
	case v.eitherSex() && c.notes < 2 && c.did == 0:
		lower(Teaching)
	case v.selfNamed(best.from):
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
	if v.all&bTopic != 0 && s.Subject == Patient && !mine {
		s.Sure -= 0.7
		s.Lowered = append(s.Lowered, "mentions a talk, course or text")
	}
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

// selfNamed reports that the writer is the person: "I am a 60 year old male".
func (v *view) selfNamed(i int) bool {
	for k := i - 1; k >= max(0, i-5); k-- {
		if v.is(k, ".", "!", "?") {
			break
		}
		if v.is(k, "i'm", "im") || v.is(k, "am") && v.is(k-1, "i") {
			return !v.has(k+1, bDid) && !v.is(k+1, "treating", "seeing", "working")
		}
	}
	return false
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
		if n := v.t[i].Norm; v.number(i) && len(n) == 4 && n > "1499" && n < "1976" && (v.is(i-1, "in", "since", "of", ",") || v.has(i-1, bMonth) || v.number(i-1)) {
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
		if v.is(i, "we", "our", "i", "my") && (v.has(i+1, bDid|bPatient) || v.is(i+1, "report", "describe", "present", "saw", "had", "treated")) {
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
		if v.is(i-1, "the") && v.pronounBefore(i) {
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

// Happy reports good news about somebody else's birth, recovery or milestone.
func (s *Story) Happy() bool {
	return (s.Born || s.Better) && s.Person && s.Joyful && !s.Died || s.Born && s.Joyful && s.Work && s.Sure >= 2
}

func oneOf(s string, list ...string) bool { return slices.Contains(list, s) }
