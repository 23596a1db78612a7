package hostility

import "strings"

// asObject is frame of a hostile verb whose object may be the group.
func (r *Reader) asObject(sp span, m mention) (float32, bool, string) {
	if sp.bits&(hateVerb|harm|exclude) != 0 && sp.bits&trait == 0 && strings.HasSuffix(r.word(sp.from), "ing") && !r.progressive(sp.from) {
		return 0, false, ""
	}
	switch {
	case sp.bits&hateVerb != 0 && !m.protected && strings.HasSuffix(r.word(m.to), "ing"):
		return 0, false, "" // what they do is hated: "sick of politicians attacking X"
	case sp.bits&hateVerb != 0 && (r.word(m.from-1) == "being" || r.namesThing(m)):
		return 0, false, "" // "I hate being autistic", "I hate Chinese takeaway"
	case sp.bits&(hateVerb|harm|exclude) != 0 && sp.bits&trait == 0 && r.namesMass(m) || sp.bits&hateVerb != 0 && r.feltByOther(sp.from):
		return 0, false, ""
	case sp.bits&hateVerb != 0 && r.objectPath(sp.to, m) && r.speaker(sp.from):
		if sp.bits&profanity != 0 && sp.to-sp.from == 1 && !r.opens(sp.from) {
			return 1, false, "Swearing at a group."
		}
		return 3.5, false, "Hatred of a group is expressed."
	case sp.bits&harm != 0 && (r.word(sp.from) == "dead" || sp.to == sp.from+1 && r.word(sp.to) == "of" || one(r.word(sp.from-1)) || r.word(sp.from-1) == "the" || m.from > sp.to && r.word(r.before(&m)) == "for"):
		return 0, false, "" // "a list of dead X", "the attack on X", "burn down the barriers for X"
	case sp.bits&harm != 0 && (r.contest(sp.from) || pastToo(r.word(sp.from)) && r.byOthers(sp.from)):
		return 0, false, ""
	case sp.bits&harm != 0 && r.objectPath(sp.to, m) && r.intends(sp.from):
		return 4, true, "Harm is called for against a group."
	case sp.bits&exclude != 0 && !r.supportive(sp) && r.objectPath(sp.to, m) && (sp.to-sp.from > 1 && r.speaker(sp.from) || r.intends(sp.from)) && !r.byOthers(sp.from):
		return 3.25, false, "A group is to be excluded or denied its rights."
	case sp.bits&trait != 0 && r.modifies(sp.to, m) && !(feltByOne(r.word(sp.from)) && isWordy(r.word(sp.from-1)) && !isDeterminer(r.word(sp.from-1))):
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

// namesThing reports the name of a people that tells where a thing comes from.
func (r *Reader) namesThing(m mention) bool {
	last, next := r.word(m.to-1), r.word(m.to)
	return (strings.HasSuffix(last, "ese") || strings.HasSuffix(last, "ish")) && isWordy(next) && r.bit(m.to) == 0 && !isVerb(next) && !goesOn(next) && !r.filler(m.to) && !isDeterminer(next) && r.bit(m.from-1)&hateVerb != 0
}

// namesMass reports a plant, a dish or a breed that is called after a people: "the Japanese knotweed".
func (r *Reader) namesMass(m mention) bool {
	last, next := r.word(m.to-1), r.word(m.to)
	switch next {
	case "first", "again", "today", "here", "there", "everywhere", "instead", "please", "already", "tonight", "tomorrow", "alike", "forever", "away", "back", "down", "more", "most", "less", "really", "alive", "except", "then":
		return false
	}
	return m.to == m.from+1 && (strings.HasSuffix(last, "ese") || strings.HasSuffix(last, "ish")) && len(next) > 3 && isWordy(next) && !plural(next) && r.bit(m.to) == 0 && !isVerb(next) && !goesOn(next) && !r.filler(m.to) && !strings.HasSuffix(next, "ly") && !r.ownCapital(m.to)
}

// feltByOther reports a verb of hatred whose subject is somebody else: "our dog hates X", "so you hate X".
func (r *Reader) feltByOther(i int) bool {
	w, subject := r.word(i), r.word(i-1)
	if subject == "you" {
		return feltByOne(w) && !negator(r.word(i-2)) && r.word(i-2) != "do"
	}
	return feltByOne(w) && strings.HasSuffix(w, "es") && subject != "everyone" && subject != "everybody" && subject != "nobody" && subject != "who" && subject != ""
}

// contest reports a verb of harm that means winning, in a game.
func (r *Reader) contest(i int) bool {
	switch r.word(i) {
	case "beat", "smash", "crush", "destroy", "thrash", "hammer", "slaughter", "annihilate", "kill":
		return r.playful(i)
	}
	return false
}

// participle reports the passive forms of the verbs of exclusion.
func participle(w string) bool {
	return strings.HasSuffix(w, "ed") || w == "kept" || w == "sent" || w == "thrown"
}
