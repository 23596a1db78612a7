package hostility

import (
	"strings"

	"footprint/internal/analyze/judge"
	"footprint/internal/analyze/text"
)

// slurs finds slurs in the author's own voice that are aimed at others.
func (r *Reader) slurs(found []Remark) []Remark {
	for _, m := range r.mentions {
		if !m.slur || !r.own(m.from) || r.selfReference(m.from) {
			continue
		}
		p := float32(4)
		if r.doc.Tokens[m.from].Negated {
			p = 2
		}
		found = append(found, Remark{Kind: Hate, From: m.from, To: m.to, points: p, Why: "A slur for a group is used."})
	}
	if r.seen&slurSoft == 0 {
		return found
	}
	for _, sp := range r.spans {
		if sp.bits&slurSoft == 0 || sp.bits&slur != 0 || !r.own(sp.from) || r.selfReference(sp.from) || r.doc.Tokens[sp.from].Negated {
			continue
		}
		if n := r.aimed(sp); n > 0 {
			found = append(found, Remark{Kind: Hate, From: sp.from, To: sp.to, points: n, soft: true, Why: "A word that is also a slur is aimed at people."})
		}
	}
	return found
}

// aimed counts the signs that a word with a harmless sense is used as a slur.
func (r *Reader) aimed(sp span) (points float32) {
	before, s := r.word(sp.from-1), r.sentence(sp.from)
	switch before {
	case "you", "these", "those", "dirty", "filthy", "fucking", "stupid", "bloody", "ugly", "little", "disgusting":
		points++
	}
	if r.bit(sp.from-1)&(trait|profanity) != 0 && !r.compoundWord(sp) || r.bit(sp.from-1)&groupAdj != 0 {
		points++
	}
	if points == 0 {
		return 0
	}
	if r.count(s, dehuman|traitStrong|hateVerb|harm|exclude|profanity|insultNoun)-(sp.to-sp.from) > 0 {
		points++
	}
	if r.count(s, group|person|groupAdj) > 0 {
		points += 0.5
	}
	return points
}

// compoundWord reports that the word is the end of a longer entry: "attention whore".
func (r *Reader) compoundWord(sp span) bool {
	for _, o := range r.spans {
		if o.from < sp.from && o.to >= sp.to {
			return true
		}
	}
	return false
}

// selfReference reports whether the author counts themself in: "as a queer man, I", "we dykes", "my fellow ...".
func (r *Reader) selfReference(i int) bool {
	s := r.sentence(i)
	for k := i - 1; k >= max(s.From, i-8); k-- {
		if r.at[k]&predicate != 0 && r.at[k]&praise == 0 || r.word(k) == "of" || r.word(k) == "with" {
			return false
		}
		switch r.word(k) {
		case "i'm", "im", "we're", "we", "us", "myself", "ourselves", "fellow":
			return true
		case "i":
			return r.word(k+1) == "am" || r.word(k+1) == "was" || r.word(k+1) == "identify"
		case "as":
			return r.word(k+1) == "a" || r.word(k+1) == "an"
		case "proud":
			return true
		case "you", "they", "these", "those", "he", "she":
			return false
		}
	}
	return r.seen&reclaim != 0 && r.word(i-1) == "my" || r.word(i+1) == "like" && r.word(i+2) == "me"
}

// frames ties predicates to mentions of protected groups.
func (r *Reader) frames(found []Remark, scores *judge.Scores) []Remark {
	if len(r.mentions) == 0 {
		return found
	}
	for _, sp := range r.spans {
		if sp.bits&(predicate|praise) == 0 || sp.bits&slur != 0 || !r.own(sp.from) {
			continue
		}
		s := r.sentence(sp.from)
		for _, m := range r.near(sp, s) {
			if !r.own(m.from) {
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

// near returns the nearest mention before the predicate and the nearest after it, in the sentence.
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
	for _, m := range r.mentions {
		if m.from >= sp.to || m.from == sp.from && sp.to == m.from+1 && r.doc.Tokens[m.from].Norm != "" && r.at[m.from]&hateVerb != 0 {
			if m.to <= s.To {
				out = append(out, m)
			}
			break
		}
	}
	return out
}

// adjust adds what the mention and the form of the sentence say.
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
	if r.selfReference(m.from) && !m.resolved {
		p -= 2
	}
	return p
}

// frame reports the points of one predicate with one mention.
func (r *Reader) frame(sp span, m mention) (points float32, violent bool, why string) {
	if sp.bits&praise != 0 && sp.bits&predicate == 0 {
		return r.denied(sp, m), false, "Worth or rights are denied to a group."
	}
	negated := r.doc.Tokens[sp.from].Negated && !r.falseNegation(sp.from)
	if sp.bits&idiom != 0 && sp.bits&(dehuman|traitStrong) == 0 {
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

// asSubject scores "X are vermin", "X should be shot", "X don't belong here", "Muslim scum".
func (r *Reader) asSubject(sp span, m mention, negated bool) (float32, bool, string) {
	if sp.from == m.to && sp.bits&(dehuman|insultNoun) != 0 && r.bit(m.to-1)&groupAdj != 0 {
		return 4, false, "A group is named together with a word that denies its worth."
	}
	if (r.afterPreposition(m) || r.governed(m)) && sp.bits&(harm|exclude) == 0 || r.governed(m) && r.doc.Tokens[m.from].Sentence >= 0 && r.gerund(m) {
		return 0, false, ""
	}
	p := r.subjectPath(m, sp.from)
	if !p.ok {
		return 0, false, ""
	}
	switch {
	case sp.bits&harm != 0:
		if negated || p.relative || !p.modal && !r.wishes(m) {
			break
		}
		if r.word(sp.to) == "to" && !p.passive || r.word(sp.from-1) == "from" {
			break
		}
		if p.passive || r.intransitive(sp.from) {
			return 4, true, "Harm is called for against a group."
		}
	case sp.bits&hateVerb != 0:
		if w := r.word(sp.to - 1); !negated && !p.relative && (w == "me" || w == "us" || r.word(sp.from+1) == "me" || r.word(sp.from+1) == "my") {
			return 3.5, false, "Disgust at a group is expressed."
		}
	case sp.bits&exclude != 0:
		if negated || p.relative && !p.modal || r.supportive(sp) {
			break
		}
		if sp.to-sp.from > 1 || p.modal && p.passive {
			return 3.5, false, "A group is to be excluded or denied its rights."
		}
	}
	if negated || sp.bits&trait == 0 {
		return 0, false, ""
	}
	if p.relative {
		return 0.75, false, "Members of a group are run down."
	}
	return r.described(sp, m, p)
}

// described scores what a group is said to be.
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
	if !p.copula && sp.from > m.to+1 && !p.general && !p.modal {
		points -= 1
	}
	if !p.copula && sp.from <= m.to+1 && sp.bits&dehuman != 0 && sp.bits&(traitStrong|insultNoun) == 0 {
		points -= 2.5 // "women rabbits": no statement
	}
	if p.general || r.generalised(m) {
		points += 0.75
	}
	if p.copula && r.pastPassive(sp) {
		points -= 2
	}
	return points, false, "A group as a whole is run down."
}

// generalised reports a word before the mention that takes in the whole group.
func (r *Reader) generalised(m mention) bool {
	switch r.word(m.from - 1) {
	case "all", "every", "these", "those", "typical", "most", "always", "you", "only":
		return true
	}
	return false
}

// pastPassive reports a trait that is done to the group: "are called stupid by".
func (r *Reader) pastPassive(sp span) bool {
	for k := sp.from - 1; k >= max(0, sp.from-3); k-- {
		switch r.word(k) {
		case "called", "considered", "labelled", "labeled", "treated", "seen", "portrayed", "told", "viewed", "described", "depicted", "stereotyped", "accused":
			return true
		}
	}
	return r.word(sp.to) == "by"
}

// asObject scores "I hate X", "deport X", "kill all X", "filthy X".
func (r *Reader) asObject(sp span, m mention) (float32, bool, string) {
	if sp.bits&(hateVerb|harm|exclude) != 0 && sp.bits&trait == 0 && strings.HasSuffix(r.word(sp.from), "ing") && !r.progressive(sp.from) {
		return 0, false, ""
	}
	switch {
	case sp.bits&hateVerb != 0 && r.objectPath(sp.to, m) && r.speaker(sp.from):
		if sp.bits&profanity != 0 && sp.to-sp.from == 1 && !r.opens(sp.from) {
			return 1, false, "Swearing at a group."
		}
		return 3.5, false, "Hatred of a group is expressed."
	case sp.bits&harm != 0 && r.objectPath(sp.to, m) && r.intends(sp.from):
		return 4, true, "Harm is called for against a group."
	case sp.bits&exclude != 0 && r.objectPath(sp.to, m) && (sp.to-sp.from > 1 && r.speaker(sp.from) || r.intends(sp.from)):
		return 3.25, false, "A group is to be excluded or denied its rights."
	case sp.bits&trait != 0 && r.modifies(sp.to, m):
		points := float32(1.25)
		if sp.bits&(dehuman|insultAdj|insultNoun) != 0 && sp.bits&traitStrong != 0 {
			points = 2
		}
		if r.bit(sp.from-1)&profanity != 0 || r.word(sp.from-1) == "these" || r.word(sp.from-1) == "those" || r.word(sp.from-1) == "you" || r.word(sp.from-1) == "typical" {
			points++
		}
		return points, false, "A group is named with a belittling word."
	}
	return 0, false, ""
}

// progressive reports that the -ing form at i is said of the author or meant as a call: "I'm hating", "start
// deporting", not "hating X is wrong".
func (r *Reader) progressive(i int) bool {
	for k := i - 1; k >= max(0, i-3); k-- {
		switch r.word(k) {
		case "i'm", "im", "am", "we're", "start", "keep", "begin", "support", "back", "mind", "about", "consider", "enjoy", "love", "time", "been":
			return true
		}
	}
	return false
}

// denied scores praise that is taken away: "X are not human", "nobody should respect X".
func (r *Reader) denied(sp span, m mention) float32 {
	if !r.doc.Tokens[sp.from].Negated || r.supportive(sp) {
		return 0
	}
	if m.to <= sp.from {
		none := r.word(m.from-1) == "no"
		if p := r.subjectPath(m, sp.from); p.ok && !p.relative && (!r.doc.Tokens[m.from].Negated || none) {
			if none {
				return 2.5
			}
			switch {
			case r.word(sp.from) == "rights":
				return 3 * r.norm(m.to, sp.from)
			case p.copula || p.modal:
				return 3
			}
			return 1.5
		}
		return 0
	}
	if r.objectPath(sp.to, m) && r.speaker(sp.from) {
		return 2.25
	}
	return 0
}

// norm is 1 when a word in [from,to) says what ought to be, otherwise 0: "women have no rights there" reports.
func (r *Reader) norm(from, to int) float32 {
	for i := from; i < to; i++ {
		switch r.word(i) {
		case "should", "shouldn't", "must", "mustn't", "ought", "deserve", "deserves", "need", "needs":
			return 1
		}
	}
	return 0
}

// falseNegation reports negating words that deny nothing: "no better than", "not even", "nothing but".
func (r *Reader) falseNegation(i int) bool {
	for k := i - 1; k >= max(0, i-7); k-- {
		switch r.word(k) {
		case "better", "more":
			if w := r.word(k - 1); w == "no" || w == "not" || w == "nothing" {
				return true
			}
		case "nothing":
			return r.word(k+1) == "but" || r.word(k+1) == "more"
		case "even":
			return r.word(k-1) == "not"
		case "deny", "denying", "wonder", "else", "surprise", "doubt":
			return true
		case "not", "doesn't", "don't", "wouldn't", "doesnt", "dont", "isn't", "aren't":
			switch r.word(k - 1) {
			case "anyone", "anybody", "who", "you", "everyone", "everybody", "why", "someone":
				return true
			case "":
				return r.asks(k)
			}
		}
	}
	return false
}

// asks reports whether the sentence of token i is a question.
func (r *Reader) asks(i int) bool {
	s := r.sentence(i)
	for k := s.To - 1; k >= s.From && k > s.To-4; k-- {
		if r.doc.Tokens[k].Norm == "?" {
			return true
		}
	}
	return false
}

// supportive reports an exclusion that is turned around by what follows: "don't deserve to be bullied".
func (r *Reader) supportive(sp span) bool {
	for k := sp.to; k < min(len(r.at), sp.to+5); k++ {
		if r.at[k]&(harm|exclude|counter|traitWeak|traitStrong) != 0 {
			return true
		}
		switch r.word(k) {
		case "this", "that", "treated", "blamed", "hated", "hate", "judged", "ashamed", "shamed", "scared", "afraid", "stigma", "left", "bullied", "mocked", "ignored", "punished", "pain", "alone":
			return true
		}
	}
	return false
}

// afterPreposition reports a mention that belongs to another noun: "violence against X is vile".
func (r *Reader) afterPreposition(m mention) bool {
	i := m.from - 1
	for i >= 0 && (isDeterminer(r.word(i)) || r.bit(i)&(profanity|groupAdj) != 0) {
		i--
	}
	switch r.word(i) {
	case "against", "toward", "towards", "about", "for", "from", "to", "with", "by", "without", "on", "between", "among", "amongst", "in", "at", "than":
		return true
	case "of":
		switch r.word(i - 1) {
		case "all", "most", "some", "lot", "lots", "many", "bunch", "majority", "kind", "group", "couple", "one", "pack", "every", "load", "loads":
			return false
		}
		return true
	}
	return false
}

// governed reports a mention that is the object of a verb just before it: "hating X is vile".
func (r *Reader) governed(m mention) bool {
	i := m.from - 1
	for i >= 0 && (isDeterminer(r.word(i)) || r.bit(i)&(profanity|groupAdj) != 0) {
		i--
	}
	return r.bit(i)&(hateVerb|harm|exclude|praise) != 0 && r.bit(i)&(profanity|trait) == 0
}

// gerund reports a governed mention whose verb is a noun: "hating X".
func (r *Reader) gerund(m mention) bool {
	i := m.from - 1
	for i > 0 && (isDeterminer(r.word(i)) || r.bit(i)&(profanity|groupAdj) != 0) {
		i--
	}
	return strings.HasSuffix(r.word(i), "ing")
}

// wishes reports a wish before the mention: "I hope X die".
func (r *Reader) wishes(m mention) bool {
	s := r.sentence(m.from)
	for k := m.from - 1; k >= max(s.From, m.from-6); k-- {
		switch r.word(k) {
		case "hope", "wish", "want", "pray", "let", "make", "see", "watch", "till", "until":
			return r.speaker(k) && !r.doc.Tokens[k].Negated
		}
	}
	return false
}

// intransitive reports a verb of harm that happens to its subject.
func (r *Reader) intransitive(i int) bool {
	switch r.word(i) {
	case "die", "rot", "suffer", "burn", "hang", "drown", "choke", "disappear", "dead", "extinct", "gas", "beating", "bullet", "bullets", "hiding", "thrashing", "kicking", "noose", "bashing", "slap", "death":
		return true
	}
	return false
}

// opens reports whether token i begins its sentence or follows an interjection.
func (r *Reader) opens(i int) bool {
	s := r.sentence(i)
	if i == s.From || r.doc.Tokens[i-1].Kind != text.Word {
		return true
	}
	switch r.word(i - 1) {
	case "just", "and", "so", "well", "yeah", "oh", "please", "honestly", "seriously", "ok", "okay", "man", "lol", "also", "or", "then", "time", "literally":
		return true
	}
	return r.at[i-1]&profanity != 0 && i-1 == s.From
}

// intends reports whether the verb at i is a call or an intention of the author: imperative, "we should",
// "I want to", "let's".
func (r *Reader) intends(i int) bool {
	if w := r.word(i); len(w) > 3 && (w[len(w)-2:] == "ed" && w != "need") {
		return false
	}
	if r.opens(i) {
		return true
	}
	s := r.sentence(i)
	for k := i - 1; k >= max(s.From, i-6); k-- {
		switch r.word(k) {
		case "should", "shoulda", "must", "let's", "lets", "gonna", "wanna", "will", "i'll", "we'll", "ill", "ought", "need", "needs", "want", "love", "wish", "hope", "gotta", "could", "would", "i'd", "id", "time", "better", "please", "somebody", "someone", "have", "going", "like", "can't", "wait", "ready":
			if w := r.word(k); w == "love" || w == "like" || w == "could" || w == "would" || w == "want" || w == "have" || w == "going" || w == "will" || w == "need" || w == "should" || w == "must" {
				norm := w == "should" || w == "must"
				return (norm || r.speaker(k) && r.word(s.From) != "they" && r.word(s.From) != "he") && !r.doc.Tokens[k].Negated
			}
			return !r.doc.Tokens[k].Negated
		}
	}
	return false
}

// typical finds "Typical X" as a remark by itself.
func (r *Reader) typical(found []Remark) []Remark {
	for _, m := range r.mentions {
		s := r.sentence(m.from)
		if m.protected && m.generic && !m.resolved && r.own(m.from) && m.from == s.From+1 && r.word(s.From) == "typical" && plural(r.word(m.to-1)) {
			found = append(found, Remark{Kind: Hate, From: s.From, To: m.to, points: 2.5, Why: "A group is called typical of something bad."})
		}
	}
	return found
}

// away finds exclusion in two parts: "keep X out", "send those X back", "get X off our streets".
func (r *Reader) away(found []Remark) []Remark {
	for _, m := range r.mentions {
		if !m.protected || !m.generic || !r.own(m.from) {
			continue
		}
		v := m.from - 1
		for v >= 0 && m.from-v < 4 && (isDeterminer(r.word(v)) || r.at[v]&(profanity|trait|mild) != 0 || r.word(v) == "of") {
			v--
		}
		if v < 0 || r.doc.Tokens[v].Negated || !sendsAway(r.word(v)) || !r.intends(v) {
			continue
		}
		switch r.word(m.to) {
		case "out", "back", "home", "away", "off":
			found = append(found, Remark{Kind: Hate, From: v, To: min(m.to+1, len(r.at)), points: 3, Why: "A group is to be kept out or sent away."})
		}
	}
	return found
}

func sendsAway(w string) bool {
	switch w {
	case "keep", "kick", "throw", "get", "chuck", "send", "ship", "boot", "drive", "force", "take", "push", "drag", "lock", "turf", "sling", "hurl":
		return true
	}
	return false
}
