package patient

import (
	"strings"

	"footprint/internal/analyze/text"
)

// mention is one place where the passage speaks of a person.
type mention struct {
	from, to int
	weight   float64 // how plainly it means one person under care
	formula  bool    // age and person together
	// shorthand is an age as doctors write it; spoke, that the writer told or asked the patient.
	shorthand, spoke bool
}

// mentions finds the strongest mention of one person and the pronouns that go with it.
func (v *view) mentions(s *Story) (best mention, pronouns int) {
	keep := func(from, to int, w float64) {
		if w > best.weight {
			best.from, best.to, best.weight = from, to, w
		}
	}
	for i := range v.t {
		if v.t[i].Kind != text.Word && v.t[i].Kind != text.Number {
			continue
		}
		switch v.norm(i) {
		case "he", "she", "his", "her", "him", "he's", "she's", "himself", "herself", "he'd", "she'd", "hers":
			pronouns++
		}
		if v.has(i, bPatient) && !v.has(i-1, bPatient) {
			keep(i, i+1, v.patientNoun(i))
			for k := max(0, i-4); k < i; k++ {
				best.spoke = best.spoke || v.is(k, "told", "asked", "explained", "had", "saw", "met", "treated") && !v.modal(i+1)
			}
		}
		if v.has(i, bPerson) {
			keep(i, i+1, v.personNoun(i))
		}
		if w := v.named(s, i); w > 0 {
			keep(i, i+1, w)
		}
		if w := v.byRelation(i); w > 0 {
			keep(i, i+1, w)
		}
	}
	for k := range s.Facts {
		f := &s.Facts[k]
		switch f.Type {
		case Age:
			if f.Weight >= 1 && !v.modal(f.To) {
				w := v.ageMention(f)
				best.formula = best.formula || w > 2
				if a, ok := v.age(f.From); ok && a.formula {
					best.shorthand = true
				}
				keep(f.From, f.To, w)
			}
		case Bed:
			if v.is(f.From, "bed", "bay", "cubicle", "resus") || v.w.Chat {
				keep(f.From, f.To, 2.5)
			} else {
				keep(f.From, f.To, 1.2)
			}
		case HealthID:
			keep(f.From, f.To, 3)
		}
	}
	return best, pronouns
}

// ageMention weighs an age: beside a word for a person it is the formula of a case.
func (v *view) ageMention(f *Fact) float64 {
	for k := f.From - 3; k < f.To+6; k++ {
		if v.has(k, bPerson|bPatient|bOrigin) {
			return 2.5
		}
	}
	if a, ok := v.age(f.From); ok && a.formula {
		return 2.5
	}
	return 1
}

// patientNoun weighs "patient": one certain person, any patient, or the adjective.
func (v *view) patientNoun(i int) float64 {
	end := i + 1
	for v.has(end, bPatient) {
		end++
	}
	if v.is(i-1, "be", "being", "very", "so", "more", "is", "are", "was", "stay", "were", "too", "inpatient") && v.is(i, "patient") ||
		v.is(i+1, "with", "and") && v.is(i-1, "be", "is", "are", "been") {
		return 0
	}
	if v.t[i].Voice == text.Quoted && v.wordingOf(i) {
		return 0
	}
	if v.has(i+1, bAnimal) || !v.is(i-1, "my", "our", "today's") && v.is(i+1, "care", "safety", "education", "information", "experience", "advocate", "rights", "centred", "centered", "outcomes", "groups", "group", "portal", "population", "populations", "satisfaction", "data", "flow", "numbers", "confidentiality", "privacy", "access", "support", "satisfaction", "selection", "characteristics", "demographics", "records", "transport", "and", "leaflets", "leaflet", "organisations", "voice", "stories", "list", "journey", "engagement", "reported", "-") && !v.is(i, "pt") {
		return 0
	}
	generic := v.modal(end) && !(v.is(end, "will") && v.is(end+1, "follow", "continue", "return", "call", "be", "undergo")) || v.conditional(i)
	for k := i - 1; k >= max(0, i-4); k-- {
		switch v.norm(k) {
		case "my", "our", "today's", "yesterday's", "tonight's", "this", "last", "favourite", "favorite", "first", "that", "your":
			if v.is(k, "your") || v.is(k, "this", "that") && generic || v.is(k, "first", "last") && generic {
				return 0.5
			}
			return 3
		case "a", "an", "one", "another", "some":
			if generic {
				return 0
			}
			if v.encounterBefore(k) || v.has(end, bReports|bArrived|bQuote|bDid) || v.is(end, "who", "whose", "told", "asked", "said", "refuse", "brought", "called", "died", "with", "that", "whom", "today", "tonight", "yesterday") && !v.all.any(bPopulation|bGeneral) {
				return 2.5
			}
			return 0.8
		case "the":
			if generic {
				return 0
			}
			if strings.HasSuffix(v.norm(i), "'s") {
				return 1.2
			}
			if v.has(end, bReports|bArrived|bDid) || v.has(i, bReports) || v.is(end, "is", "was", "has", "had", "also", "does", "did", "himself", "herself", "and", "feels", "felt", "began", "remained") && v.t[i].Flags&text.FirstInSentence == 0 && v.opens(k) {
				return 2.5
			}
			return 1.8
		case "of", "each", "every", "any", "no", "per", "individual", "single", "which", "whether", "if", "all":
			return 0
		}
	}
	if v.is(i, "pt", "pt's") || v.is(end, ":") || v.opens(i) && !generic && (v.has(end, bReports|bDid|bArrived) || v.is(end, "is", "was", "has", "had", "with", "who", "to", "in", "on", "aged", "seen", "and", "well", "not")) {
		return 2
	}
	return 0.4
}

// wordingOf reports that the quoted words around token i are spoken of as words: "Don't say 'the patient denies'".
func (v *view) wordingOf(i int) bool {
	for k := i - 1; k >= max(0, i-6); k-- {
		if v.is(k, "say", "write", "document", "chart", "phrase", "writing", "saying", "call", "instead", "word", "words") {
			return true
		}
	}
	return false
}

func (b bits) any(o bits) bool { return b&o != 0 }

// opens reports that the token begins a sentence.
func (v *view) opens(i int) bool { return v.t[i].Flags&text.FirstInSentence != 0 }

// modal reports a modal verb within three tokens: the sentence speaks of patients in general.
func (v *view) modal(i int) bool {
	for k := i; k < min(len(v.t), i+4); k++ {
		switch v.norm(k) {
		case "should", "must", "may", "might", "can", "could", "will", "needs", "would", "cannot", "ought", "shall", "wants":
			return true
		case ".", ",", "!", "?", "who":
			return false
		}
	}
	return false
}

// conditional reports "if the patient", "when a patient", "help the patient".
func (v *view) conditional(i int) bool {
	for k := i - 1; k >= max(0, i-10); k-- {
		switch v.norm(k) {
		case "use", "uses", "using", "help", "helps", "how", "which", "between", "can", "may", "should", "must":
			if i-k > 4 {
				continue
			}
			return true
		case "if", "whether", "unless", "whenever", "ensure", "ensuring", "allow", "allows", "every", "each", "any", "ideal", "average", "typical":
			return true
		case ".", "!", "?", ":":
			return false
		}
	}
	return false
}

// encounterBefore reports a verb of meeting just before the token: "had a", "saw a", "as a patient of mine".
func (v *view) encounterBefore(i int) bool {
	for k := i - 1; k >= max(0, i-3); k-- {
		if v.has(k, bDid) || v.is(k, "had", "have", "saw", "seen", "met", "told", "asked", "got", "explained", "treated", "see", "having", "spent") {
			return true
		}
	}
	return false
}

// byRelation weighs "one of my patients", "one of my fellas", "your neighbour", "my first case of".
func (v *view) byRelation(i int) float64 {
	switch {
	case v.in(i, wSomeOf) && v.is(i+1, "of") && v.is(i+2, "my", "our"):
		for k := i + 3; k < min(len(v.t), i+6); k++ {
			if v.has(k, bPatients) {
				return 3
			}
			if v.has(k, bPlural) && !v.has(k, bColleague) {
				return 2
			}
		}
	case v.has(i, bKin) && v.is(i-1, "a", "the", "this", "another") && !v.has(i, bPerson) && !v.has(i, bPlural) && !v.is(i, "kids", "children", "parents", "friends", "mates"):
		return 1.1
	case v.in(i, wMy):
		for k := i + 1; k < min(len(v.t)-1, i+5); k++ {
			if v.has(k, bKin|bColleague) || v.t[k].Kind != text.Word || v.has(k, bDid|bClinical) && k == i+1 && v.has(k, bDid) {
				break
			}
			if k > i+1 && v.is(k, "on", "in", "from", "at") && (v.has(k+1, bUnit) || v.has(k+2, bUnit)) {
				return 1.5
			}
		}
	case v.has(i, bKin) && v.is(i-1, "your") && v.all&bWork != 0:
		return 1.1
	case v.in(i, wCase) && v.is(i+1, "of"):
		for k := i - 1; k >= max(0, i-4); k-- {
			if v.is(k, "my", "first", "our", "this") {
				return 1.3
			}
		}
	}
	return 0
}

// personNoun weighs "a man", "the bride", "poor bloke", "my lady in clinic", "someone".
func (v *view) personNoun(i int) float64 {
	if v.has(i-1, bPerson) && !v.is(i-1, "old", "young") {
		return 0
	}
	if v.is(i, "person", "someone", "somebody") && v.aboutYou(i) {
		return 0 // "the person next to you"
	}
	if v.is(i, "someone", "somebody") {
		if v.is(i+1, "who", "with") && !v.encounterBefore(i) {
			return 0.6
		}
		return 1
	}
	for k := i - 1; k >= max(0, i-4); k-- {
		switch v.norm(k) {
		case "my", "our":
			if v.has(i, bKin) {
				return 0
			}
			return 1.5
		case "a", "an", "another", "one", "some", "poor":
			if v.is(k+1, "of") {
				return 0
			}
			return 1.2
		case "this", "that", "the":
			return 1.1
		case "his", "her", "your", "their", "no", "every", "each", "any":
			return 0
		}
		if v.t[k].Kind == text.Punct {
			if v.is(k, ":", ",", "-", "(") {
				return 1
			}
			break
		}
		if v.has(k, bReports) {
			break
		}
	}
	if v.opens(i) || i > 0 && v.opens(i-1) || v.number(i-1) || v.is(i-1, "old", "ish", "s") {
		return 1
	}
	return 0.6
}

// aboutYou reports that the person is defined by the reader: "next to you", "you know".
func (v *view) aboutYou(i int) bool {
	for k := i + 1; k < min(len(v.t), i+5); k++ {
		if v.is(k, "you", "your") {
			return true
		}
		if v.t[k].Kind == text.Punct {
			break
		}
	}
	return false
}
