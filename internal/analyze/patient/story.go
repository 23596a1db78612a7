package patient

import (
	"slices"
	"strings"

	"footprint/internal/analyze/lexicon"
	"footprint/internal/analyze/text"
)

// Passage is one to read, and the empty story to write what it tells into.
type Passage struct {
	Doc    *text.Doc
	Marks  *lexicon.Marks
	Writer Writer
	Story  *Story
}

// Read returns what the passage tells of one person.
func (r *Reader) Read(d *text.Doc, m *lexicon.Marks, w Writer) Story {
	var s Story
	r.ReadAll([]Passage{{d, m, w, &s}})
	return s
}

// ReadAll reads some passages, one step after another for all of them: the code of one step is about as much as the
// processor keeps at hand, and so a few dozen take less time than one by one.
func (r *Reader) ReadAll(all []Passage) {
	var room [32]*view
	views := room[:0]
	for i := range all {
		if p := &all[i]; len(p.Doc.Tokens) > 0 && r.worth(p.Doc, p.Marks, p.Writer) {
			views = append(views, r.view(p))
		}
	}
	for _, v := range views {
		v.look()
	}
	for _, v := range views {
		v.isShort = r.weights != nil && v.mayBeShort()
		if v.isShort {
			v.short = v.brief(v.cared, v.best)
		}
	}
	for _, v := range views {
		if v.isShort {
			x := v.signs(v.short, v.cared)
			v.chance = r.chance(x, v)
			v.weigh(x)
		}
	}
	for _, v := range views {
		v.conclude()
		r.keep(v)
	}
}

// look finds the facts, the person and the care that the passage tells of.
func (v *view) look() {
	s := v.story
	v.facts(s)
	best, pronouns := v.mentions(s)
	c := v.care(best, pronouns)
	v.best, v.pronouns, v.cared, v.short = best, pronouns, c, brief{from: -1}
	s.Clinical = c.clinical
	s.Work = c.work > 0 || c.told || c.units+c.did > 0 && !v.w.Lay
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
}

// conclude tells whose story it is, and what of it points to the person.
func (v *view) conclude() {
	s := v.story
	if (!v.w.Professional || v.chance < goodChance) && v.onlyWho() {
		s.Sure = min(s.Sure, Told-0.5)
	}
	s.Subject = Patient
	v.exclude(s, v.best, v.pronouns, v.cared, v.short, v.chance)
	s.outcome(v)
	s.measure()
	s.Direct = v.direct(s, v.cared)
	v.staff(s)
}

// worth reports whether the text holds a word without which there is no story.
func (r *Reader) worth(d *text.Doc, m *lexicon.Marks, w Writer) bool {
	return m.Seen.Any(r.gate) || w.Professional && len(d.Tokens) <= briefLength && (m.Seen.Any(r.atWork) || r.somebody(d)) || bedside(d)
}

// somebody reports that the text speaks of him or her.
func (r *Reader) somebody(d *text.Doc) bool {
	for i := range d.Tokens {
		if d.Tokens[i].Kind == text.Word && r.small.of(&d.Tokens[i])&wHe != 0 {
			return true
		}
	}
	return false
}

// mayBeShort reports a passage that is read as a short post, which leaves out most of what a narrative says; it is not
// where a layman speaks of a person, perhaps dead, but of nothing of care: that is never told.
func (v *view) mayBeShort() bool {
	if len(v.t) > briefLength {
		return false
	}
	care := bPatient | bBody | bScene | bHint | bKit | bIll | bAddress | bCase | bActed | bMechanism | bQuote | bBirth
	if v.colleagueSpeaks() {
		care &^= bHint | bQuote // what was said in the trade, to the trade
	}
	c := &v.cared
	v.uncared = c.clinical+c.vague+c.measures+c.injuries+c.units+c.work+c.did+c.arrived == 0 && !c.formula && v.all&care == 0
	return !v.uncared || v.story.Sure > Told-0.5 || !v.w.Lay
}

// weigh judges a short post by its signs. The chance that it tells of a patient goes before what its facts say, except
// in the middle, where both must agree.
func (v *view) weigh(x *[numSigns]float64) {
	s, c, b := v.story, &v.cared, &v.short
	if v.uncared && v.w.Lay {
		v.chance = min(v.chance, fairChance/2)
	}
	least := fairChance
	switch {
	case v.uncared && !v.w.Professional:
		least = fullChance
	case !v.uncared && x[sNobody] > 0 && x[sI]+x[sWe] > 0 && c.arrived+c.did > 0:
		least = nobodyChance
	case v.uncared, x[sNobody] > 0 && x[sTakenOut]+x[sOnMe]+x[sFamilyOf]+x[sBearer]+x[sReadingLead] == 0:
		least = goodChance
	case v.w.Lay:
		least = goodChance
	case (x[sNamed] > 0 || v.on[0] == 0 && v.past(1) && !v.is(0, "mine", "ours", "one", "i", "we", "he", "she", "they", "it", "he'd", "she'd", "i'd", "we'd", "i've", "we've", "they'd", "they've")) && c.clinical == 0 && v.all&(bUnit|bWork|bScene|bDid|bKit|bPatient|bTitle|bAddress) == 0:
		least = goodChance // a first name far from any care is a friend or a child
	case x[sAtNumber] > 0 && b.person >= 1 && x[sGeneral]+x[sFamily] == 0:
		least = bedChance
	case b.person > 0 && (x[sI]+x[sWe] > 0 || v.all&(bNear|bScene|bUnit|bWork) != 0) && x[sTeller] > 0 && x[sLongWords] < plainWords:
		least = toldChance
	case x[sWritten] > 0 && x[sProper] > 1:
		least = goodChance
	}
	switch {
	case v.chance >= least:
		s.Sure, s.Person, s.told = max(s.Sure, Told), true, true
		s.Work = s.Work || !v.w.Lay && b.health >= 1 && v.all&(bUnit|bWork|bScene|bKit|bDid|bPatient) != 0
		if b.person > v.best.weight {
			v.best.weight, v.best.from = min(b.person, 2), b.from
		}
		if v.chance >= fullChance {
			s.Sure = max(s.Sure, Plain)
		}
	case v.chance < noChance && !v.w.Chat && !(s.Report && s.Sure >= Plain+1) && !(c.formula && x[sFoundCare] > 0 && x[sI]+x[sWe] > 0):
		s.Sure = min(s.Sure, Told-0.5)
	}
	if v.chance < goodChance {
		s.Sure = min(s.Sure, Plain-0.1)
	}
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

const bOutcome = bDeath | bRecovery | bBirth

// Happy reports good news about somebody else's birth, recovery or milestone.
func (s *Story) Happy() bool {
	return (s.Born || s.Better) && s.Person && s.Joyful && !s.Died || s.Born && s.Joyful && s.Work && s.Sure >= 2
}

func oneOf(s string, list ...string) bool { return slices.Contains(list, s) }
