package patient

import (
	"strings"

	"footprint/internal/analyze/text"
)

// briefLength is the number of tokens up to which a passage is read as a short post.
const briefLength = 110

// Weights a short post must reach. A doctor's post needs less than that of a person not known to be one.
const (
	briefDoctor = 2.8
	briefOther  = 3.6
)

// brief is the evidence of a short post, which leaves out most of what a narrative says: who speaks, where, and
// often the grammatical subject. One person, something of health, and an event together make an encounter.
type brief struct {
	person float64 // how plainly one person is spoken of, who is nobody the writer names
	from   int     // token of the person
	health float64 // words of care, of the body and of illness
	met    float64 // the writer and the person act upon each other
	event  float64 // it happened at some time
}

// brief reads a short post. It returns the person's weight, and whether an encounter is told.
func (v *view) brief(c care, best mention) (brief, bool) {
	b := brief{from: -1}
	if len(v.t) > briefLength {
		return b, false
	}
	b.who(v)
	if b.person < 1 && best.weight >= 1.5 && best.from >= 0 {
		b.person, b.from = min(best.weight, 2), best.from
	}
	if b.person < 1 && v.all&bAddress != 0 && v.meetsYou() {
		b.person, b.met = 1.2, 0.5
	}
	if b.person == 0 {
		return b, false
	}
	b.of(v, c)
	b.acts(v)
	b.when(v)
	least := briefOther
	if v.w.Professional || v.w.Chat {
		least = briefDoctor
	}
	if b.from >= 0 && v.pronoun(b.from) && c.clinical+c.did+c.units == 0 {
		least += 0.4 // whom the pronoun stands for is not told
	}
	sum := min(b.person, 2) + min(b.health, 3) + min(b.met, 2) + b.event
	switch {
	case b.person < 1 || b.general(v):
		return b, false
	case b.health >= 2.5 && v.all&(bScene|bDid) != 0: // a list of findings, without a verb
		return b, true
	case b.person >= 1.3 && b.health >= 0.4 && b.met >= 0.8 && b.event >= 0.5 && v.all&(bHint|bScene|bVague|bClinical|bBody|bPatient) != 0:
		return b, sum >= least+0.4
	}
	return b, b.health >= 0.8 && b.met+b.event >= 0.4 && sum >= least
}

// who finds the person: a noun with an article and no owner, "one of mine", a bed, a bare subject, or a pronoun
// that stands for nobody named before.
func (b *brief) who(v *view) {
	keep := func(i int, w float64) {
		if w > b.person {
			b.person, b.from = w, i
		}
	}
	taken := false // a colleague, relative or animal that a pronoun may stand for
	for i := range v.t {
		t := &v.t[i]
		if t.Kind == text.Number && v.slot(i) {
			keep(i, 1.5)
		}
		if t.Kind != text.Word && t.Kind != text.Number {
			continue
		}
		switch {
		case v.has(i, bKinAlone) && v.is(i-1, "to", "for", "with", "by", "from", "and", "at") && !v.has(i, bMan|bWoman|bNeutral):
			taken = true
		case v.has(i, bColleague|bAnimal) && !v.has(i, bPatient) && !v.is(i-2, "was", "am", "as", "i'm") && !v.is(i+1, "here"), v.has(i, bKin) && v.possessed(i):
			taken = true
		case v.has(i, bPerson|bKin|bPatient|bOccupation):
			keep(i, v.someone(i))
		case v.pronoun(i):
			w := 1.0
			if taken {
				w = 0.4
			}
			keep(i, w)
		case v.is(i, "one", "mine", "ours"):
			keep(i, v.oneOfMine(i))
		case v.has(i, bCase):
			keep(i, v.caseNoun(i))
		case v.gestation(i):
			keep(i, 1.3)
		case v.agentive(i):
			keep(i, 1)
		}
		if v.has(i, bTitle) && v.number(i+1) {
			keep(i, 1.5) // "Mr 14b"
		}
		if v.has(i, bFirstName|bTitle) && v.capital(i) {
			keep(i, 0.5)
		}
	}
	for i := range v.t {
		if a, ok := v.age(i); ok && !v.is(i-1, "my", "our", "his", "her", "their", "for", "in", "after", "past", "every") && !v.is(a.to, "ago", "later", "now") {
			if v.is(a.to-1, "old", "olds") || a.formula || a.sex {
				keep(i, 1.5)
			}
			continue
		}
		if n, ok := v.value(i); ok && (n > 9 && v.is(i+1, "something") || n > 19 && v.is(i+1, "-") && v.is(i+2, "something") ||
			n < 110 && v.is(i-1, "he's", "she's", "was", "only") && v.is(i+1, ".", ",", "!", "and") && !v.is(i-2, "it")) {
			keep(i, 1.3)
		}
	}
}

// slot reports "my 2pm", "my 11.20": the patient of that hour.
func (v *view) slot(i int) bool {
	return v.is(i-1, "my", "our", "your") && (v.is(i+1, "am", "pm", "o'clock") || len(v.norm(i)) >= 4 && strings.ContainsAny(v.norm(i), ".:"))
}

func (v *view) pronoun(i int) bool {
	return v.is(i, "he", "she", "him", "her", "his", "he's", "she's", "he'd", "she'd", "he'll", "she'll", "himself", "herself", "hers")
}

// possessed reports kin of the writer or the reader: "my dad", "our youngest kid", or a bare "Mum".
func (v *view) possessed(i int) bool {
	for k := i - 1; k >= max(0, i-3); k-- {
		if v.is(k, "my", "our", "your", "ur") {
			return true
		}
		if v.t[k].Kind != text.Word || v.is(k, "a", "the", "his", "her", "this") {
			return false
		}
	}
	return false
}

// someone weighs a noun for a person by its article: "a bloke", "this diabetic", "the wee man", "my favourite
// alcoholic", "Lady told me", "Young fella with a".
func (v *view) someone(i int) float64 {
	if hasEnd(v.norm(i-1), "est") || v.is(i-1, "most", "worst", "best") {
		return 0 // "the kindest person I know"
	}
	if v.is(i, "someone", "somebody") && v.all&bAnimal != 0 || v.is(i-1, "a") && v.is(i-2, "it's", "its") {
		return 0 // "it's a boy"
	}
	if v.is(i, "person", "someone", "somebody") && (v.aboutYou(i) || v.opens(i) && !v.past(i+1) && !v.is(i+1, "just", "has", "is", "else", "in", "on", "with", "from", "actually") && !hasEnd(v.norm(i+1), "'s", "s")) {
		return 0 // "the person next to you", "somebody take the menu"
	}
	if v.has(i+1, bPerson|bPatient) && !v.has(i, bPatient) {
		return 0
	}
	for k := i - 1; k >= max(0, i-5); k-- {
		switch v.norm(k) {
		case "a", "an", "another", "one", "some", "this", "that", "poor", "bloody", "today's", "tonight's", "last", "morning's":
			return 1.3
		case "the", "old", "wee":
			if v.has(i, bKin) && !v.has(i, bPerson) && v.is(k, "the") {
				return 0.8
			}
			return 1.1
		case "my", "our":
			if v.has(i, bKin) && !v.has(i, bPatient) {
				return 0
			}
			return 1.5
		case "his", "her", "their", "your", "no", "every", "each", "any", "most", "all", "own", "as", "like":
			return 0
		}
		if v.t[k].Kind == text.Punct || v.t[k].Kind == text.Emoji {
			if v.is(k, "-", "'", "\"") {
				continue
			}
			return v.bare(i, k+1)
		}
		if v.opens(k) {
			return v.bare(i, k)
		}
	}
	if v.opens(i) {
		return v.bare(i, i)
	}
	return 0
}

// bare weighs a noun without an article at the head of its clause: news style, "Bloke rolled up", "Grown man crying".
func (v *view) bare(i, head int) float64 {
	if v.has(i, bKinAlone) && !v.has(i, bMan|bWoman) {
		if v.all&(bBirth|bScene) != 0 {
			return 0.8
		}
		return 0.4
	}
	for k := head; k < i; k++ {
		if v.has(k, bDid|bQuote|bReports) || v.is(k, "from", "to", "with", "of", "for", "and", "is", "was", "i", "we", "you") {
			return 0
		}
	}
	return 1
}

// oneOfMine weighs "had one with a potato", "mine tried to bite", "ask my last one", "one I'll carry home".
func (v *view) oneOfMine(i int) float64 {
	switch {
	case v.is(i, "ours") && v.opens(i) && v.has(i+1, bArrived|bDeath):
		return 1.2
	case v.is(i, "mine") && v.opens(i):
		for k := i + 1; k < min(len(v.t), i+25); k++ {
			if v.pronoun(k) {
				return 1.2
			}
		}
		return 0
	case v.is(i, "mine"):
		return 0
	case v.is(i-1, "had", "got", "seen", "saw", "lost", "last", "first", "have", "another") && !v.is(i+1, "more", "of", "day", "job", "thing"):
		return 1.2
	case v.is(i+1, "of") && (v.is(i+2, "mine", "ours") || v.is(i+2, "the", "my", "our", "those", "these") && v.has(i+3, bPlural|bPatients|bPerson)):
		return 1.2
	case v.is(i-1, "the", "that", "this") && v.is(i+1, "who", "that", "i", "we", "with"):
		return 1
	case v.opens(i) && v.is(i+1, "i", "we", "i'll", "we'll", "didn't", "made"):
		return 1
	}
	return 0
}

// caseNoun weighs an illness or operation that stands for its bearer: "the appy from last night", "my first AAA",
// "Two ROSC".
func (v *view) caseNoun(i int) float64 {
	for k := i - 1; k >= max(0, i-3); k-- {
		if v.is(k, "my") && v.is(k-1, "had", "have", "having", "got", "getting", "after", "for", "about") {
			return 0
		}
		if v.is(k, "the", "my") && k == i-1 && v.all&(bNear|bWeekday) != 0 || v.has(k, bDid|bActed) || v.is(k, "first", "solo") {
			return 1
		}
		if v.is(k, "the", "my", "that", "this", "first", "solo", "another", "last", "our") || v.number(k) || v.is(k, "one", "two", "three", "four") {
			return 0.9
		}
		if v.t[k].Kind == text.Punct {
			break
		}
	}
	if v.opens(i) {
		return 0.8
	}
	return 0.4
}

// gestation reports "24+3": weeks and days before birth.
func (v *view) gestation(i int) bool {
	n := v.norm(i)
	return v.number(i) && (len(n) == 4 && n[2] == '+' || len(n) == 2 && n >= "22" && n <= "42" && v.is(i+1, "+") && v.number(i+2) && len(v.norm(i+2)) == 1)
}

// agentive reports an unlisted noun for a doer behind an article, taken up again by he or she: "a one-armed
// bagpiper ... he".
func (v *view) agentive(i int) bool {
	w := v.norm(i)
	if len(w) < 5 || v.on[i]&^(bNear|bJoy) != 0 || !hasEnd(w, "er", "or", "ist", "eer", "man", "woman", "ian", "mate") || v.is(i, "other", "another", "never", "however", "after", "under", "over", "together", "whether", "number", "dinner", "summer", "winter", "paper", "letter", "corner", "answer", "weather", "water", "shower", "order") {
		return false
	}
	article := false
	for k := i - 1; k >= max(0, i-4) && !article; k-- {
		if v.t[k].Kind == text.Punct && !v.is(k, "-") {
			break
		}
		article = v.is(k, "a", "an", "this", "that", "local")
	}
	if !article {
		return false
	}
	for k := i + 1; k < min(len(v.t), i+25); k++ {
		if v.is(k, "he", "she", "him", "her", "his", "who", "he's", "she's") {
			return true
		}
	}
	return false
}

func hasEnd(w string, ends ...string) bool {
	for _, e := range ends {
		if strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
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
		if v.has(i, bTitle) && v.number(i+1) || v.is(i, "bed", "bay", "room", "cubicle", "resus", "bedspace") && v.number(i+1) || v.slot(i) {
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
		if v.t[i].Kind != text.Word || !v.own(i) {
			continue
		}
		switch {
		case v.is(i, "i", "we", "i've", "we've", "i'd", "we'd", "i'll", "i'm", "we're"):
			for k := i + 1; k < min(len(v.t), i+9); k++ {
				if v.is(k, ".", "!", "?") {
					break
				}
				if v.is(k, "him", "her", "his", "them") || v.has(k, bPerson|bPatient) && !v.has(k, bColleague) {
					b.met += 0.8
					break
				}
			}
		case v.is(i, "me", "us", "my"):
			for k := i - 1; k >= max(0, i-7); k-- {
				if v.is(k, ".", "!", "?") {
					break
				}
				if v.is(k, "he", "she", "he's", "she's", "who", "her", "his") || v.has(k, bPerson|bPatient) && !v.has(k, bColleague) {
					b.met += 0.6
					break
				}
			}
		case v.is(i, "guess", "know") && v.is(i+1, "who", "which", "who's"):
			b.met += 0.6
		case v.is(i, "lost") && (v.opens(i) || v.is(i-1, "i", "we", "just")) && v.near(i, bPerson|bKin|bPatient|bAgeGroup, 0) && !v.possessed(i+2) && !v.is(i+1, "my", "our", "to"):
			b.met, b.health = b.met+0.8, b.health+1
		case v.opens(i) && (v.past(i) || v.is(i, "just")):
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
		if v.is(i-1, "he", "she") && hasEnd(v.norm(i), "s") || v.is(i, "he's", "she's") && v.has(i+1, bReports|bDid|bQuote) {
			b.event += 0.4 // told as it happens
			break
		}
	}
	for i := range v.t {
		if v.past(i) || v.is(i, "he'd", "she'd") || v.has(i-1, bPerson|bPatient) && len(v.norm(i)) > 5 && hasEnd(v.norm(i), "ing") ||
			v.is(i, "thinking", "forget", "haunt", "haunts", "remember", "carry") && v.all&(bScene|bClinical|bDid) != 0 {
			b.event += 0.5
			return
		}
	}
}

// past reports a common verb in the past tense.
func (v *view) past(i int) bool {
	w := v.norm(i)
	if v.t[i].Kind != text.Word {
		return false
	}
	if len(w) > 4 && strings.HasSuffix(w, "ed") && !v.is(i-1, "be", "is", "are", "to", "a", "an", "the") {
		return true
	}
	switch w {
	case "was", "were", "had", "did", "came", "went", "told", "said", "gave", "got", "took", "made", "saw", "met", "left", "lost", "found", "brought", "held", "thought",
		"sat", "stood", "sang", "died", "knew", "put", "ran", "fell", "woke", "broke", "bit", "swore", "threw", "hit", "drove", "rode", "wore", "ate", "drank", "kept",
		"felt", "heard", "spent", "caught", "taught", "wouldn't", "didn't", "wasn't", "couldn't", "hadn't", "won", "wept", "shook", "spoke", "began", "understood":
		return true
	}
	return false
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
		if v.is(i, "i", "me", "my", "we", "us", "our", "i'm", "i've", "mine", "he", "she", "her", "his", "him", "he's", "she's", "he'd", "she'd") && !v.is(i+1, "or") && !v.is(i-1, "or") {
			return true
		}
		if v.t[i].Kind == text.Emoji || v.is(i, "!", "lol", "bloody", "mate", "can't", "won't", "he'll", "she'll") || v.opens(i) && v.has(i, bPerson) {
			return true
		}
	}
	return false
}
