package patient

import (
	"strings"

	"footprint/internal/analyze/text"
)

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
		case v.in(i, wOne):
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
		n, ok := v.value(i)
		if !ok {
			continue
		}
		if a, ok := v.age(i); ok && !v.is(i-1, "my", "our", "his", "her", "their", "for", "in", "after", "past", "every") && !v.is(a.to, "ago", "later", "now") {
			if v.is(a.to-1, "old", "olds") || a.formula || a.sex {
				keep(i, 1.5)
			}
			continue
		}
		if n > 9 && v.is(i+1, "something") || n > 19 && v.is(i+1, "-") && v.is(i+2, "something") ||
			n < 110 && v.is(i-1, "he's", "she's", "was", "only") && v.is(i+1, ".", ",", "!", "and") && !v.is(i-2, "it") {
			keep(i, 1.3)
		}
	}
}

// slot reports "my 2pm", "my 11.20": the patient of that hour.
func (v *view) slot(i int) bool {
	return v.in(i-1, wOwner) && (v.is(i+1, "am", "pm", "o'clock") || len(v.norm(i)) >= 4 && strings.ContainsAny(v.norm(i), ".:"))
}

func (v *view) pronoun(i int) bool {
	return v.in(i, wHe)
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
	if v.is(i, "minister", "senator", "choir", "pub", "bakery", "station", "shop", "taxi", "conductor") {
		return 0 // an office or a place
	}
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
	if v.is(i-1, "not", "to", "don't", "can't", "won't") {
		return 0 // a verb: "do not judge"
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
	if len(w) < 5 || v.on[i]&^(bNear|bJoy) != 0 || strings.IndexByte("rtne", w[len(w)-1]) < 0 || !hasEnd(w, "er", "or", "ist", "eer", "man", "woman", "ian", "mate") || v.is(i, "other", "another", "never", "however", "after", "under", "over", "together", "whether", "number", "dinner", "summer", "winter", "paper", "letter", "corner", "answer", "weather", "water", "shower", "order") {
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
