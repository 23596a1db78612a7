package patient

import (
	"strings"

	"footprint/internal/analyze/text"
)

// briefLength is the number of tokens up to which a passage is read as a short post.
const briefLength = 200

// brief is the evidence of a short post, which leaves out most of what a narrative says: who speaks, where, and
// often the grammatical subject. One person, something of health, and an event together make an encounter.
type brief struct {
	person float64 // how plainly one person is spoken of, who is nobody the writer names
	from   int     // token of the person
	health float64 // words of care, of the body and of illness
	met    float64 // the writer and the person act upon each other
	event  float64 // it happened at some time
}

// brief reads a short post.
func (v *view) brief(c care, best mention) brief {
	b := brief{from: -1}
	b.who(v)
	if b.person < 1 && best.weight >= 1.5 && best.from >= 0 {
		b.person, b.from = min(best.weight, 2), best.from
	}
	if b.person < 1 && v.all&bAddress != 0 && v.meetsYou() {
		b.person, b.met = 1.2, 0.5
	}
	b.of(v, c)
	b.acts(v)
	b.when(v)
	return b
}

// of sums the words of health, each kind with less for every further one.
func (b *brief) of(v *view, c care) {
	less := func(n int, first, more float64) {
		if n > 0 {
			b.health += first + more*float64(min(n-1, 2))
		}
	}
	less(c.clinical, 1, 0.5)
	less(c.units, 0.8, 0.2)
	less(c.work, 1, 0.2)
	less(v.deeds(), 1, 0.3)
	less(c.vague, 0.6, 0.4)
	less(c.measures, 0.8, 0.2)
	less(c.injuries, 0.7, 0.2)
	less(c.arrived, 0.3, 0)
	for _, f := range []struct {
		b bits
		w float64
	}{{bPatient, 1}, {bDeath, 0.5}, {bBirth, 0.4}, {bRecovery, 0.4}, {bBody, 0.5}, {bMechanism, 0.4}, {bScene, 0.8}, {bHint, 0.5}, {bAddress, 1}, {bRarity, 0.2}} {
		if v.all&f.b != 0 {
			b.health += f.w
		}
	}
	for i := range v.t {
		if v.has(i, bColleague) && v.is(i, "doc", "doctor", "nurse", "registrar", "anaesthetist", "surgeon", "consultant", "midwife", "sho", "hca", "paramedics", "ambos") {
			b.health += 0.4
			break
		}
	}
	for i := range v.t {
		if v.has(i, bCase) && v.caseNoun(i) >= 0.8 {
			b.health += 0.6
			break
		}
	}
	for i := range v.t {
		if v.number(i+1) && (v.has(i, bTitle) || v.is(i, "bed", "bay", "room", "cubicle", "resus", "bedspace")) || v.slot(i) {
			b.health += 0.8
			break
		}
	}
}

// deeds counts acts of care; seeing and meeting people is none.
func (v *view) deeds() int {
	n := 0
	for _, h := range v.hits {
		if h.bits&bDid != 0 && !v.is(h.from, "saw", "met", "seeing", "visited", "fixed", "repaired", "replaced", "removed", "rushed", "flew", "put", "spent", "talked",
			"washing", "wash", "reviewed", "reviewing", "seen", "started", "shadowing", "dressed", "have", "performed", "interviewed", "explained", "convincing") && v.agent(h.from) {
			n++
		}
	}
	return n
}

// meetsYou reports a writer who speaks as the one who treats, or names the addressee.
func (v *view) meetsYou() bool {
	for i := range v.t {
		if v.is(i, "i", "i'll", "we'll", "we", "me", "i've", "we've", "i'm") || v.has(i, bFirstName|bTitle) && v.capital(i) {
			return true
		}
	}
	return false
}

// acts weighs what passes between the writer and the person.
func (b *brief) acts(v *view) {
	if v.all&bQuote != 0 {
		b.met += 0.8
	}
	if v.all&bActed != 0 {
		v.acted(b)
	}
	for i := range v.t {
		if v.t[i].Kind != text.Word || v.neither(i, 0, wSpeaker|wToldTo|wGuess|wLost) && !v.opens(i) || !v.own(i) {
			continue
		}
		switch {
		case v.in(i, wSpeaker):
			for k := i + 1; k < min(len(v.t), i+9); k++ {
				if v.is(k, ".", "!", "?") {
					break
				}
				if v.is(k, "him", "her", "his", "them") || v.has(k, bPerson|bPatient) && !v.has(k, bColleague) {
					b.met += 0.8
					break
				}
			}
		case v.in(i, wToldTo):
			for k := i - 1; k >= max(0, i-7); k-- {
				if v.is(k, ".", "!", "?") {
					break
				}
				if v.is(k, "he", "she", "he's", "she's", "who", "her", "his") || v.has(k, bPerson|bPatient) && !v.has(k, bColleague) {
					b.met += 0.6
					break
				}
			}
		case v.in(i, wGuess) && v.is(i+1, "who", "which", "who's"):
			b.met += 0.6
		case v.in(i, wLost) && (v.opens(i) || v.is(i-1, "i", "we", "just")) && (v.is(i+1, "one") || v.near(i, bPerson|bKin|bPatient|bAgeGroup, 0)) && !v.possessed(i+2) && !v.is(i+1, "my", "our", "to"):
			b.met, b.health = b.met+0.8, b.health+1
		case v.opens(i) && (v.past(i) || v.in(i, wJust)):
			for k := i + 1; k < min(len(v.t), i+7); k++ {
				if v.is(k, ".", "!", "?") {
					break
				}
				if v.is(k, "him", "her") || v.has(k, bPerson|bPatient) && !v.has(k, bColleague) && !v.possessed(k) {
					b.met += 0.8
					break
				}
			}
		}
	}
	b.met = min(b.met, 2)
}

// acted weighs looser wordings of care with a person behind them.
func (v *view) acted(b *brief) {
	for i := range v.t {
		if !v.has(i, bActed) || v.has(i-1, bActed) || !v.agent(i) {
			continue
		}
		for k := i; k < min(len(v.t), i+9); k++ {
			if v.is(k, ".", "!", "?") {
				break
			}
			if v.is(k, "him", "her", "his") || k > i && (v.someone(k) >= 1 && v.has(k, bPerson|bPatient|bKin) || v.has(k, bBody|bCase)) {
				b.met += 0.8
				b.health += 0.5
				return
			}
		}
	}
}

// when weighs that it happened: a time near the writing, or a verb in the past.
func (b *brief) when(v *view) {
	if v.all&(bNear|bWeekday) != 0 {
		b.event += 0.6
	}
	for i := 1; i < len(v.t); i++ {
		if v.in(i-1, wSubject) && hasEnd(v.norm(i), "s") || v.in(i, wHes) && v.has(i+1, bReports|bDid|bQuote) {
			b.event += 0.4 // told as it happens
			break
		}
	}
	for i := range v.t {
		if v.past(i) || v.in(i, wHed) || v.has(i-1, bPerson|bPatient) && len(v.norm(i)) > 5 && hasEnd(v.norm(i), "ing") ||
			v.in(i, wStay) && v.all&(bScene|bClinical|bDid) != 0 {
			b.event += 0.5
			return
		}
	}
}

// past reports a common verb in the past tense.
func (v *view) past(i int) bool { return v.in(i, wPast) }

// inPast finds out for past, once for each token, of which the lists of small words are given.
func (v *view) inPast(i int, says small) bool {
	t := &v.t[i]
	if t.Kind != text.Word {
		return false
	}
	if len(t.Norm) > 4 && strings.HasSuffix(t.Norm, "ed") && !v.is(i-1, "be", "is", "are", "to", "a", "an", "the") {
		return true
	}
	return says&wPast != 0
}

// general reports that the post speaks of what holds for everybody.
func (b *brief) general(v *view) bool {
	if v.all&(bVignette|bSimulated|bPublished) != 0 {
		return true
	}
	if v.all&(bPopulation|bPatients) != 0 && b.met < 0.6 {
		return true
	}
	if b.met == 0 && v.all&(bNear|bWeekday|bAddress|bScene) == 0 && !v.personal() {
		return true
	}
	return (v.all&bGeneral != 0 || v.hypothetical()) && b.met == 0 && v.all&(bNear|bWeekday) == 0
}

// personal reports words that only somebody who tells or talks uses.
func (v *view) personal() bool {
	for i := range v.t {
		if v.in(i, wPersonal) && !v.is(i+1, "or") && !v.is(i-1, "or") {
			return true
		}
		if v.t[i].Kind == text.Emoji || v.in(i, wPressed) || v.opens(i) && v.has(i, bPerson) {
			return true
		}
	}
	return false
}
