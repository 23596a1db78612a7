package hostility

import (
	"strings"

	"footprint/internal/analyze/text"
)

func (r *Reader) frames(found []Remark) []Remark {
	if len(r.mentions) == 0 {
		return found
	}
	for _, sp := range r.spans {
		if sp.bits&(predicate|praise) == 0 || sp.bits&slur != 0 || !r.own(sp.from) {
			continue
		}
		s := r.sentence(sp.from)
		for _, m := range r.near(sp, s) {
			if !r.own(m.from) || m.everybody {
				continue
			}
			points, violent, why := r.frame(sp, m)
			if points <= 0 {
				continue
			}
			if !m.protected {
				if points >= 3 && violent {
					found = append(found, Remark{Kind: Derogatory, Violent: true, From: min(sp.from, m.from), To: max(sp.to, m.to), points: points - 1, Why: "Harm is called for against people."})
				} else if points >= 3 {
					found = append(found, Remark{Kind: Derogatory, From: min(sp.from, m.from), To: max(sp.to, m.to), points: points - 2, Why: "People are run down as a group."})
				}
				continue
			}
			points += r.adjust(sp, m, s)
			if points > 0 {
				found = append(found, Remark{Kind: Hate, Violent: violent, From: min(sp.from, m.from), To: max(sp.to, m.to), points: points, Why: why})
			}
		}
	}
	return found
}

func (r *Reader) near(sp span, s text.Range) []mention {
	var out []mention
	for k := len(r.mentions) - 1; k >= 0; k-- {
		m := r.mentions[k]
		if m.to <= sp.from {
			if m.from >= s.From {
				out = append(out, m)
			}
			break
		}
	}
	for i, m := range r.mentions {
		if m.resolved && m.from > sp.from && m.to <= sp.to {
			out = append(out, m)
		}
		if m.from >= sp.to || m.from == sp.from && sp.to == m.from+1 && r.doc.Tokens[m.from].Norm != "" && r.at[m.from]&hateVerb != 0 {
			if m.to <= s.To {
				out = append(out, m)
			}
			if i+1 < len(r.mentions) && !m.protected && r.coordinated(m.to, r.mentions[i+1].from) {
				out = append(out, r.mentions[i+1])
			}
			break
		}
	}
	return out
}

// coordinated reports that [from,to) joins two names: "every cyclist and every Jew".
func (r *Reader) coordinated(from, to int) bool {
	joined := false
	for i := from; i < to; i++ {
		switch w := r.doc.Tokens[i].Norm; {
		case w == "and" || w == "or" || w == ",":
			joined = true
		case !isDeterminer(w):
			return false
		}
	}
	return joined
}

func (r *Reader) adjust(sp span, m mention, s text.Range) (p float32) {
	if m.resolved {
		p -= 0.25
	}
	if m.men {
		p -= 1
	}
	if !m.generic && !m.slur {
		p -= 1.5
	}
	if last := r.doc.Tokens[s.To-1].Norm; last == "?" && isVerb(r.word(s.From)) && r.word(s.From) != "don't" {
		p -= 0.5
	}
	if w := r.word(m.from - 1); w == "we" || w == "us" {
		p -= 4
	} else if (r.selfReference(m.from) || r.selfReference(sp.from)) && !m.resolved {
		p -= 2
	}
	return p
}

func (r *Reader) frame(sp span, m mention) (points float32, violent bool, why string) {
	if sp.bits&praise != 0 && sp.bits&predicate == 0 {
		return r.denied(sp, m), false, "Worth or rights are denied to a group."
	}
	if r.compound(sp) {
		return 0, false, ""
	}
	negated := r.doc.Tokens[sp.from].Negated && !r.falseNegation(sp.from) || r.belied(sp.from)
	if sp.bits&(dehuman|traitStrong) == 0 && (sp.bits&idiom != 0 || r.figurative(sp)) {
		return 0, false, ""
	}
	if m.to <= sp.from {
		return r.asSubject(sp, m, negated)
	}
	if negated {
		return 0, false, ""
	}
	return r.asObject(sp, m)
}

func (r *Reader) asSubject(sp span, m mention, negated bool) (float32, bool, string) {
	if sp.from == m.to && r.ownCapital(sp.from) {
		return 0, false, ""
	}
	if sp.from == m.to && sp.bits&(dehuman|insultNoun) != 0 && r.bit(m.to-1)&groupAdj != 0 {
		return 4, false, "A group is named together with a word that denies its worth."
	}
	governed := r.governed(m)
	if (governed || r.afterPreposition(m)) && sp.bits&(harm|exclude) == 0 || governed && r.gerund(m) {
		return 0, false, ""
	}
	p := r.subjectPath(m, sp.from)
	if !p.ok || r.asThough(m.from) {
		return 0, false, ""
	}
	switch {
	case sp.bits&harm != 0:
		if negated || p.relative || !p.modal && !r.wishes(m) {
			break
		}
		if w := r.word(sp.from - 1); r.word(sp.to) == "to" && !p.passive || w == "from" || w == "us" || w == "me" || !p.passive && r.endures(m, sp.from) {
			break
		}
		if p.passive || r.intransitive(sp.from) {
			return 4, true, "Harm is called for against a group."
		}
	case sp.bits&hateVerb != 0:
		if !m.generic && feltByOne(r.word(sp.from)) {
			break // "my X mother-in-law hates my cooking"
		}
		if w := r.word(sp.to - 1); !negated && !p.relative && (w == "me" || w == "us" || r.word(sp.from+1) == "me" || r.word(sp.from+1) == "my") {
			return 3.5, false, "Disgust at a group is expressed."
		}
	case sp.bits&exclude != 0:
		if negated || p.relative && !p.modal || r.supportive(sp) {
			break
		}
		if participle(r.word(sp.from)) && r.norm(m.to, sp.from) == 0 {
			break // "are kept out of clinics by fees" reports
		}
		if sp.to-sp.from > 1 || p.modal && p.passive {
			return 3.5, false, "A group is to be excluded or denied its rights."
		}
	}
	if negated || sp.bits&trait == 0 || p.victim {
		return 0, false, ""
	}
	if p.relative {
		return 0.75, false, "Members of a group are run down."
	}
	return r.described(sp, m, p)
}

func (r *Reader) described(sp span, m mention, p path) (float32, bool, string) {
	points := float32(0)
	switch {
	case sp.bits&dehuman != 0:
		points = 3.5
	case sp.bits&traitStrong != 0:
		points = 3
	case sp.bits&(insultNoun|insultAdj) != 0:
		points = 2.5
	default:
		points = 1.25
	}
	if p.copula && r.atRisk(m.to, sp) || r.word(sp.from-1) == "best" || (r.word(sp.from-1) == "were" || r.word(sp.from-2) == "were") && strings.HasSuffix(r.word(sp.from), "est") && (r.word(sp.to) == "in" || r.word(sp.to) == "at") {
		return 0, false, ""
	}
	if d := r.word(sp.from - 1); r.doing(sp) || !p.copula && (d == "the" || d == "this" || d == "that" || d == "my" || d == "our") && r.attributeOfOther(sp) {
		return 0, false, "" // "my lecturer, an African woman, fails the lazy graphs"
	}
	if p.copula && r.namesMass(m) && (r.word(sp.from-1) == "is" || r.word(sp.from-1) == "was") {
		return 0, false, "" // "Chinese hogweed is evil"
	}
	if r.besideThing(sp, m, p) || r.word(sp.to-1) == "sick" && r.word(sp.to) == "of" {
		return 0, false, ""
	}
	if !p.copula && (r.complement(m.to, sp.from) || strings.HasSuffix(r.word(sp.from), "est") && !asks(r.word(m.from-1))) { // "X laughed the loudest"
		return 0, false, ""
	}
	if p.copula && sp.bits&dehuman == 0 && (r.strengthens(sp) || r.ofObject(m, sp)) {
		return 0, false, ""
	}
	if w := r.word(sp.from - 2); r.word(sp.from-1) == "being" && (w == "of" || w == "for") {
		return 0, false, "" // "X they suspected of being sick"
	}
	if !p.copula && sp.from > m.to+1 && !p.general && !p.modal {
		points -= 1
	}
	if !p.copula && sp.from <= m.to+1 && sp.bits&dehuman != 0 && sp.bits&(traitStrong|insultNoun) == 0 {
		points -= 2.5 // "women rabbits": no statement
	}
	if w := r.word(sp.from - 1); !p.copula && (w == "their" || w == "his" || w == "her") {
		return 0, false, "" // "let them see their dogs"
	}
	if p.general || r.generalised(m) {
		points += 0.75
	}
	if p.copula && r.pastPassive(sp) {
		points -= 2
	}
	if has := holds(r.word(m.to)); r.fallsIll(sp) || has && r.word(sp.to-1) == "worst" && isWordy(r.word(sp.to)) { // "have the worst access to ..."
		return 0, false, ""
	}
	return points, false, "A group as a whole is run down."
}

// holds reports the verbs that tell what a group has: "get the worst seats" is no word against it.
func holds(w string) bool {
	switch w {
	case "have", "has", "get", "gets", "got", "face", "given":
		return true
	}
	return false
}

// asks reports the verbs that stand before their subject in a question: "aren't X the lowest ...".
func asks(w string) bool {
	return isCopula(w) || w == "aren't" || w == "isn't" || w == "arent" || w == "isnt"
}

// feltByOne reports verbs whose subject is the one who feels it.
func feltByOne(w string) bool {
	switch w {
	case "hate", "hates", "hated", "loathe", "loathes", "despise", "despises", "detest", "detests":
		return true
	}
	return false
}

func (r *Reader) generalised(m mention) bool {
	switch r.word(m.from - 1) {
	case "all", "every", "these", "those", "typical", "most", "always", "you", "only":
		return true
	}
	return false
}

// endures reports what people cannot help: "X have to suffer in silence".
func (r *Reader) endures(m mention, i int) bool {
	has := false
	for k := m.to; k < i; k++ {
		switch r.word(k) {
		case "should", "must", "ought", "deserve", "deserves", "better", "gonna":
			return false
		case "have", "has", "had", "need", "needs", "may", "want":
			has = true
		}
	}
	return has && !r.wishes(m)
}
