package patient

import (
	"math"
	"strings"

	"footprint/internal/analyze/text"
)

// style adds what tells a post from printed prose.
func (v *view) style(x *[numSigns]float64) {
	words, letters, long := 0, 0, 0
	for k := range v.t {
		t := &v.t[k]
		switch t.Kind {
		case text.Word:
			words++
			letters += len(t.Norm)
			if len(t.Norm) > 9 {
				long++
			}
			if strings.IndexByte(t.Norm, '\'') >= 0 && !strings.HasSuffix(t.Norm, "'s") && !strings.HasSuffix(t.Norm, "s'") {
				x[sInformal] = min(3, x[sInformal]+1)
			}
			if t.Flags&text.Capital != 0 && t.Flags&(text.AllCaps|text.FirstInSentence) == 0 && len(t.Norm) > 1 && !v.has(k, bMonth|bWeekday|bTitle) {
				x[sProper] = min(5, x[sProper]+1)
			}
			if n := len(t.Norm); n > 1 && n < 6 && t.Flags&text.AllCaps != 0 {
				x[sCapitals] = min(3, x[sCapitals]+1)
			}
			if v.in(k, wPlace) && v.capital(k+1) && v.t[k+1].Flags&text.FirstInSentence == 0 && !v.has(k+1, bMonth|bWeekday) {
				x[sSomewhere] = 1
			}
			if v.in(k, wChat) {
				x[sInformal] = min(3, x[sInformal]+1)
			}
		case text.Number:
			x[sNumbers] = min(4, x[sNumbers]+1)
			if v.is(k+1, "am", "pm") || len(t.Norm) == 4 && t.Norm[1] == ':' || len(t.Norm) == 5 && t.Norm[2] == ':' {
				x[sHour] = 1
			}
		case text.Emoji:
			x[sInformal] = min(3, x[sInformal]+1)
		case text.Punct:
			switch t.Norm[0] {
			case '%':
				x[sPercent] = 1
			case '(':
				x[sParen] = min(2, x[sParen]+1)
			case '!':
				x[sInformal] = min(3, x[sInformal]+1)
			}
		}
	}
	if words > 0 {
		x[sWordLength] = min(4, max(0, float64(letters)/float64(words)-4))
		x[sLongWords] = float64(long) / float64(words)
	}
	x[sSentences] = math.Log(float64(len(v.d.Sentences) + 1))
}

// scene adds what stands together.
func (v *view) scene(x *[numSigns]float64, b brief, c care) {
	count := func(s sign, most float64) {
		x[s] = min(most, x[s]+1)
	}
	for _, h := range v.hits {
		switch {
		case h.bits&bIll != 0:
			count(sIlls, 4)
		case h.bits&bKit != 0:
			count(sKits, 4)
		case h.bits&bAct != 0:
			count(sActs, 4)
		}
	}
	const (
		health = bIll | bKit | bClinical | bBody | bCase | bHint | bVague
		people = bPerson | bPatient | bKin | bColleague | bAnimal | bFirstName | bTitle
		lists  = wHe | wCall | wThisDay | wMy | wOne | wPast
	)
	kin := false
	for k := range v.t {
		if v.neither(k, people, lists) || v.t[k].Kind != text.Word && v.t[k].Kind != text.Number {
			continue
		}
		person := v.has(k, bPerson|bPatient|bKin) && !v.possessed(k) || v.pronoun(k)
		if person {
			for j := max(0, k-6); j < min(len(v.t), k+7) && x[sClose] == 0; j++ {
				if j != k && v.has(j, health) {
					x[sClose] = 1
				}
			}
		}
		if v.has(k, bPerson|bPatient) {
			if v.is(k-1, "a", "an", "this", "another") || v.is(k-2, "a", "an", "this", "another") {
				x[sArticle] = 1
			}
			if v.is(k+1, "who", "whose", "that", "with") {
				x[sWho] = 1
			}
		}
		if v.has(k, bKin|bColleague|bAnimal) || v.capital(k) && v.has(k, bFirstName|bTitle) {
			kin = true
		}
		if v.pronoun(k) && !kin {
			x[sBare] = 1
		}
		if v.in(k, wCall) && v.is(k+1, ",", "\"", "'") {
			x[sSir] = 1
		}
		if v.in(k, wThisDay) || v.in(k, wMy) && v.is(k+1, "last", "first", "next", "third", "second") {
			x[sThis] = 1
		}
		if v.in(k, wOne) && v.oneOfMine(k) >= 1 {
			x[sOneOfMine] = 1
		}
		if v.opens(k) && v.past(k) && v.t[k].Kind == text.Word {
			x[sStarts] = 1
		}
	}
	x[sFactTypes] = float64(min(v.types, 6))
	yes := func(s sign, ok bool) {
		if ok {
			x[s] = 1
		}
	}
	yes(sFamily, v.family(&Story{}, mention{}, 0, -1))
	yes(sPet, v.animal())
	yes(sExam, v.examQuestion(c))
	yes(sEither, v.eitherSex())
	yes(sHypo, v.hypothetical())
	yes(sSelfHealth, v.selfNamed(max(0, b.from)))
	for t, s := range topicSigns {
		if s != 0 {
			x[s] = float64(min(v.topics[t], 4))
		}
	}
	for k := range v.t {
		if v.neither(k, bBody|bPatient, wTeller|wIf|wThink) && !v.opens(k) {
			continue
		}
		if v.in(k, wTeller) && v.own(k) || v.opens(k) && (v.past(k) || v.has(k, bDid|bAct)) {
			x[sTeller] = 1
		}
		if v.has(k, bBody) && (v.is(k-1, "his", "her") || v.is(k-2, "his", "her")) {
			x[sHisBody] = 1
		}
		if v.has(k, bBody) && v.is(k-1, "a", "an", "the", "his", "her", "someone's", "each", "one") && v.is(k-2, "from", "of", "in", "up", "off", "through", "into", "down", "on") {
			x[sFromBody] = 1
		}
		if v.in(k, wIf) && v.opens(k) {
			for j := k + 1; j < min(len(v.t), k+5); j++ {
				if v.pronoun(j) || v.has(j, bPerson|bPatient|bKin|bPatients|bPlural) || v.is(j, "you", "your", "they", "someone") {
					x[sIf] = 1
				}
			}
		}
		if v.in(k, wThink) && (v.has(k+1, bClinical|bVague|bIll) || v.has(k+2, bClinical|bVague|bIll) || v.has(k+3, bClinical)) && !v.is(k-1, "i", "we", "to") {
			x[sThink] = 1
		}
		if v.has(k, bPatient) {
			x[sNoun] = max(x[sNoun], min(v.patientNoun(k), 3))
		}
	}
	v.acting(x)
	v.referents(x)
	v.wording(x)
	v.terse(x)
	v.relations(x)
	yes(sWritten, x[sI]+x[sWe]+x[sYou]+x[sInformal] == 0 && v.all&(bNear|bWeekday|bPatient|bUnit|bWork|bScene|bAddress|bQuote|bActed) == 0 && !c.formula && c.notes == 0)
	yes(sNobody, b.person == 0 && x[sHe] == 0)
	yes(sOthers, x[sTeller] == 0 && x[sColleague] > 0)
	x[sSent] = min(3, float64(c.clinical)/float64(len(v.d.Sentences)))
	x[sUnits], x[sWorks], x[sArrivals] = float64(min(c.units, 3)), float64(min(c.work, 3)), float64(min(c.arrived, 2))
}

// acting adds who acts on whom.
func (v *view) acting(x *[numSigns]float64) {
	const person = bPerson | bPatient
	for k := range v.t {
		if v.neither(k, bDid|bAct|bActed, wOff|wOurs|wSelf) || v.t[k].Kind != text.Word {
			continue
		}
		if v.has(k, bDid|bAct|bActed) && !v.has(k-1, bDid|bAct|bActed) && v.doer(k) {
			if v.has(k, bDid) && !v.has(k, bReports) {
				x[sDid] = 1
			}
			for j := k + 1; j < min(len(v.t), k+8) && v.t[j].Kind != text.Punct; j++ {
				if v.has(j, person) && !v.has(j, bColleague) && !v.possessed(j) || v.is(j, "him", "her") {
					x[sTreated] = 1
				}
			}
		}
		if v.in(k, wOff) {
			for j := k + 1; j < min(len(v.t), k+5) && v.t[j].Kind != text.Punct; j++ {
				if (v.has(j, person) || v.has(j, bBody) && v.is(j-1, "a", "an", "someone's", "somebody's")) && v.someone(j) >= 1.1 {
					x[sOffOne] = 1
				}
			}
		}
		if v.in(k, wOurs) {
			for j := k + 1; j < min(len(v.t), k+6) && v.t[j].Kind == text.Word; j++ {
				if v.has(j, bKin|bColleague|bAnimal) && !v.has(j, bPatient) {
					break
				}
				if v.has(j, person|bPatients) && (j > k+1 || v.has(j, bPatient)) || v.is(j, "client", "resident") {
					x[sOurs] = 1
				}
			}
			if v.is(k, "my") && (v.has(k+1, bColleague) || v.is(k+1, "own", "health", "gp", "surgery", "recovery", "scan", "operation", "op", "diagnosis", "appointment", "consultant", "hospital")) {
				x[sSelfCare] = 1
			}
		}
		if v.in(k, wSelf) {
			for j := k + 1; j < min(len(v.t), k+4); j++ {
				if v.is(j, "diagnosed", "admitted", "hospitalised", "hospitalized", "suffer", "suffered", "suffering", "prescribed", "pregnant", "diabetic", "sick", "ill", "discharged") && v.is(j-1, "was", "been", "am", "got", "i'm", "i", "have", "were", "be") {
					x[sSelfCare] = 1
				}
				if v.has(j, bCommon|bUncommon|bRare|bIll) && v.is(k+1, "have", "had", "got", "get", "suffer", "developed", "struggle", "struggled") && !v.has(j-1, bPerson) && !v.is(k+2, "a", "the", "this", "one") {
					x[sSelfCare] = 1
				}
			}
		}
	}
}

// doer reports that the writer, alone or with others, is the subject of the verb at k, said or left out.
func (v *view) doer(k int) bool {
	for j := k - 1; j >= max(0, k-4); j-- {
		switch {
		case v.is(j, "i", "we", "i've", "we've", "i'm", "we're", "i'd", "we'd"):
			return true
		case v.is(j, "just", "had", "have", "to", "and", "then", "helped", "been", "was", "were", "also", "finally", "got", "get", "having", "today", "tonight", "still", "first"), v.has(j, bNear|bWeekday):
			continue
		case v.t[j].Kind == text.Punct && !v.is(j, ","), v.t[j].Kind == text.Emoji:
			return true
		}
		return false
	}
	return k < 5
}
