package patient

import "footprint/internal/analyze/text"

// care sums the evidence that somebody is cared for here, and by whom.
type care struct {
	score                                   float64
	did, arrived, reports, clinical, notes  int
	measures, units, work, quotes, injuries int
	ends                                    int  // births, recoveries, deaths
	vague                                   int  // words that are clinical in company only
	formula                                 bool // age and person, the opening of a case
	shorthand                               bool // "42F", "5yo"
	spoke                                   bool // the writer told or asked the patient
	sure                                    bool // the mention itself is plain
	plain                                   bool // "my patient"
	we, person                              bool // the writer's "we" or "I" beside one person
	told                                    bool // the writer says that he or she met the person
	subject                                 bool // a verb of reports has the patient as its subject
}

func (v *view) care(best mention, pronouns int) care {
	c := care{formula: best.formula, shorthand: best.shorthand, spoke: best.spoke, sure: best.weight >= 2, plain: best.weight >= 2.5 && v.all&bPatient != 0, person: best.weight >= 1 || pronouns > 0}
	for _, h := range v.hits {
		b := h.bits
		switch {
		case b&bDid != 0:
			v.deed(&c, h)
		case b&bArrived != 0:
			v.arrival(&c, h)
		}
		if b&bReports != 0 {
			c.reports++
			c.subject = c.subject || v.has(h.from-1, bPatient) || v.has(h.from, bPatient) || v.has(h.from-1, bFirstName) || v.capital(h.from-1) && v.is(h.from-2, ".", "mr", "mrs", "ms")
		}
		if b&bClinical != 0 && !v.has(h.from-1, b&bClinical) {
			c.clinical++
		}
		if (b&bNote != 0 || b&bHeading != 0) && v.heading(h) || b&bNote != 0 && v.finding(h) {
			c.notes++
		}
		if b&bMeasure != 0 && v.value1(h.to) {
			c.measures++
		}
		if b&(bClinicalish|bVague) != 0 && b&bClinical == 0 {
			c.vague++
		}
		if b&bUnit != 0 {
			c.units++
		}
		if b&bWork != 0 {
			c.work++
		}
		if b&bQuote != 0 {
			c.quotes++
		}
		if b&(bDeath|bBirth|bRecovery) != 0 {
			c.ends++
		}
		if b&bBody != 0 && v.injured(h.from) {
			c.injuries++
		}
	}
	v.doses(&c)
	v.met(&c)
	v.shorthandTimes(&c)
	c.sum(v)
	return c
}

// sum weighs the evidence. Each kind counts once or a few times: many of one kind prove little more.
func (c *care) sum(v *view) {
	c.score += 0.7*float64(min(c.clinical, 4)) + 0.3*float64(min(max(0, c.clinical-4), 6))
	c.score += float64(min(c.injuries, 2))
	if c.clinical > 0 || c.subject || c.formula {
		c.score += 0.8 * float64(min(c.reports, 3))
	}
	if c.subject || c.formula && c.reports+c.arrived > 0 {
		c.score++
	}
	if c.clinical+c.reports+c.did+c.arrived+c.units+c.work > 0 || c.sure || v.w.Professional && c.quotes > 0 {
		c.score += 0.35 * float64(min(c.vague, 4))
	}
	if c.shorthand {
		c.score++
	}
	if c.spoke {
		c.score += 0.7
	}
	c.score += 0.8 * float64(min(c.notes, 3))
	c.score += 0.8 * float64(min(c.measures, 2))
	if c.units > 0 {
		c.score += 0.7
	}
	if c.work > 0 {
		c.score += 1.2
	}
	atWork := v.w.Professional || c.units+c.work+c.clinical > 0
	if c.quotes > 0 && atWork {
		c.score++
	}
	if v.w.Professional && v.all&(bMechanism|bRarity) != 0 && c.told {
		c.score += 0.5
	}
	if v.all&(bMechanism|bRarity) != 0 && c.units+c.work+c.arrived+c.did > 0 {
		c.score += 0.5
	}
	if v.all&(bDeath|bBirth|bRecovery) != 0 && c.units+c.work+c.clinical+c.did > 0 {
		c.score += 0.7
	}
	seen := c.did
	if c.clinical+c.vague+c.injuries == 0 && v.all&(bBody|bPatient|bMechanism|bDeath|bHint|bScene) == 0 {
		seen = v.deeds() // to see or meet somebody is nothing special
	}
	if v.w.Professional && c.units+c.work+c.arrived+seen+c.quotes > 0 {
		c.score += 1.3
	}
	if v.w.Professional && c.ends > 1 {
		c.score++
	}
	if v.w.Professional && v.all&bBody != 0 && c.did+c.arrived > 0 {
		c.score += 0.5
	}
	if v.w.Professional && c.plain {
		c.score++
	}
	if v.w.Professional && v.all&bDeath != 0 && c.we && c.person {
		c.score += 1.5
	}
	if v.w.Chat && c.clinical+c.measures > 0 {
		c.score++
	}
}

// deed weighs a verb of care: by the writer it is strong, in the passive it is a report.
func (v *view) deed(c *care, h hit) {
	if !v.agent(h.from) && !v.is(h.from, "compressions", "cpr") {
		c.reports++
		return
	}
	if v.is(h.to, "my") && (v.is(h.to+1, "own") || v.has(h.to+1, bBody)) || v.is(h.to, "myself") {
		return // done to the writer
	}
	from, to := v.sentence(h.from)
	object := false
	for k := max(from, h.from-6); k < min(to, h.to+14); k++ {
		if v.on[k]&(bPerson|bPatient|bTitle|bFirstName) != 0 || v.is(k, "him", "her", "them", "his", "their", "he", "she", "you") || v.number(k) && v.is(k+1, "yo", "year", "f", "m") {
			object = true
			break
		}
	}
	w := 2.0
	switch v.norm(h.from) {
	case "saw", "met", "seeing", "fixed", "repaired", "replaced", "removed", "performed", "delivered", "rushed", "put", "dressed", "started", "interviewed",
		"glued", "drained", "shocked", "reduced", "reviewed", "reviewing", "delivering", "transferred", "referred", "gave", "treated", "treating",
		"nursing", "nursed", "flew", "explained", "explain", "explaining", "have", "spent", "pulled", "nailed", "pinned", "visited", "popped", "talked", "convincing", "reassuring", "washing", "bathing", "wiped", "cleaned", "extracted", "dislodged", "unblocked", "helicoptered", "winched", "rang", "phoned", "assisted", "consented", "scanned", "tapped", "bled", "stapled", "shadowing", "shadowed", "examined", "assessed":
		w = 1
	}
	if v.is(h.from, "removed", "pulled", "extracted", "dislodged", "fished", "replaced", "fixed", "repaired", "unblocked") && !v.near(h.from, bBody|bClinical|bVague, 0) {
		return
	}
	if !object {
		w /= 2
	}
	if c.did == 0 {
		c.score += w
	} else {
		c.score += w / 4
	}
	c.did++
	c.told = c.told || object
}

// agent reports whether the writer (or the writer's team) is the subject of the verb at i: "I clerked",
// "we intubated", "just clerked", or a sentence that begins with the verb.
func (v *view) agent(i int) bool {
	for k := i - 1; k >= max(0, i-4); k-- {
		t := &v.t[k]
		if (t.Norm == "was" || t.Norm == "were" || t.Norm == "am") && v.is(k-1, "i", "we") {
			return true
		}
		switch t.Norm {
		case "you're", "youre":
			return true
		case "you":
			return v.w.Chat
		case "i", "we", "i've", "we've", "i'd", "we'd", "ive", "i'm", "we're", "just", "me", "us":
			return true
		case "been", "had", "have", "to", "and", "also", "then", "finally", "got", "today", "else", "anyone", "anybody", "ever", "has", "still", "first", "my", "help", "helped", "love", "again":
			continue
		case ".", "!", "?", ":", "-", ",", ";", "\"":
			return true
		}
		if t.Kind == text.Emoji || t.Kind == text.Punct || v.has(k, bWork|bUnit|bNear|bWeekday) {
			continue
		}
		return false
	}
	return true
}

// arrival weighs "came in with", "presented to ED".
func (v *view) arrival(c *care, h hit) {
	w := 0.6
	if v.on[h.from]&bReports == 0 && h.to-h.from > 1 {
		w = 1
	}
	from, to := v.sentence(h.from)
	for k := max(from, h.from-window/2); k < min(to, h.to+window/2); k++ {
		if (v.on[k]&(bClinical|bUnit|bWork|bMechanism|bVague) != 0 || v.is(k, "physician", "doctor", "gp", "paramedics")) && (k < h.from || k >= h.to) {
			w++
			break
		}
	}
	if c.arrived == 0 {
		c.score += w
	} else {
		c.score += 0.3
	}
	c.arrived++
}

// broughtIn finds "brought her son in", "carried him into" at the verb i.
func (v *view) broughtIn(c *care, i int) {
	for k := i + 2; k < min(len(v.t), i+6); k++ {
		if v.is(k, "in") && !v.is(k+1, "the", "a", "my") {
			c.arrived++
			c.score += 1.4
			return
		}
	}
}

// met finds "we had a", "I had someone", "anyone else had the lady".
func (v *view) met(c *care) {
	for i := range v.t {
		switch v.t[i].Norm {
		case "we", "i", "our", "my":
			c.we = true
		case "told", "asked", "thanked", "hugged":
			if v.is(i-1, "i", "we") && v.is(i+1, "her", "him", "them") {
				c.quotes++
			}
		case "brought", "carried", "rushed", "dragged", "wheeled":
			v.broughtIn(c, i)
		case "had", "got", "having":
			if v.hadPerson(i) {
				c.score++
				c.told = true
				return
			}
		}
	}
}

// hadPerson reports "we had a lady" at the verb i.
func (v *view) hadPerson(i int) bool {
	if !v.is(i+1, "a", "an", "the", "this", "someone", "somebody", "another", "one") ||
		i > 0 && !v.is(i-1, "i", "we", "just", "else", "i've", "we've", "and", ".", "!", "?", ",", "once") {
		return false
	}
	for k := i + 1; k < min(len(v.t), i+7); k++ {
		if v.on[k]&(bPerson|bPatient) != 0 && v.on[k]&bColleague == 0 {
			return true
		}
	}
	return false
}
