package hostility

import (
	"slices"
	"strings"

	"footprint/internal/analyze/judge"
	"footprint/internal/analyze/text"
)

// propose lets the judge name what no frame saw, at most as possible: hostile wording about a group that is
// named, or contempt. A group and no hostile word at all is never enough.
func (r *Reader) propose(found []Remark, in Input) []Remark {
	if r.scores == nil || in.Clinical > 0.2 || len(r.doc.Tokens) < 3 || r.seen&counter != 0 || slices.ContainsFunc(r.mentions, func(m mention) bool { return m.rejected }) {
		return found
	}
	hostile, elsewhere := r.live()
	if elsewhere {
		return found
	}
	s := r.unnamed(in)
	var at text.Range // of the evidence; empty where it is the whole text
	add := func(k Kind, points float32, why string) {
		for i := range found {
			f := &found[i]
			if f.Kind == k && f.points < points {
				f.points = points
				f.Raised = append(f.Raised, "the wording as a whole reads hostile")
				return
			}
			if f.Kind == k || f.Kind == Hate && k == Derogatory && f.points >= possible {
				return
			}
		}
		f := Remark{Kind: k, From: at.From, To: at.To, points: points, Why: why, Raised: []string{"judged by the wording as a whole, no single phrase"}}
		if !r.disavowed(&f) {
			found = append(found, f)
		}
	}
	if h := s[judge.Hate]; hostile != 0 && r.seen&(group|groupAdj|slurSoft) != 0 && h >= 0.3 && (logOdds(s[judge.Contempt]) >= contemptNear || hostile&hateVerb != 0) && !r.allQuoted() {
		switch {
		case h >= 0.4:
			add(Hate, possible, "The wording as a whole may be read as hostile to a group.")
		default:
			add(Hate, weak, "The wording as a whole may be read as hostile to a group.")
		}
	}
	if where, ok := r.despises(hostile, s); ok && !r.allQuoted() {
		at = where
		add(Hate, possible, "The wording as a whole may be read as contempt for a group.")
		at = text.Range{}
	}
	switch sexist, doubt := r.contempt(hostile); {
	case sexist && !r.allQuoted():
		add(Hate, possible, "The wording as a whole may be read as contempt for women.")
	case doubt:
		r.doubtSexist(found)
	}
	if r.allQuoted() || r.aboutSelf || r.aboutThing || r.onlyThings() {
		return found
	}
	if r.seen&(group|groupAdj) != 0 && hostile == harm {
		return found // what befalls somebody runs nobody down
	}
	aimed := hostile != 0 && r.personal()
	switch d := s[judge.Derogatory]; {
	case d >= 0.5 && aimed, d >= 0.7 && hostile != 0, d >= 0.75 && r.seen&(group|groupAdj) == 0:
		add(Derogatory, possible, "The wording as a whole may be read as contemptuous.")
	case max(d, s[judge.Hate]) >= 0.4 && aimed:
		add(Derogatory, weak, "The wording as a whole may be read as contemptuous.")
	}
	return found
}

// personal reports that somebody is spoken to or about.
func (r *Reader) personal() bool {
	if r.seen&(group|nonProtected|person|insultNoun|slur|slurSoft|profanity) != 0 {
		return true
	}
	for i := range r.doc.Tokens {
		t := &r.doc.Tokens[i]
		if t.Kind == text.Handle || t.Flags&text.Capital != 0 && t.Flags&(text.FirstInSentence|text.AllCaps) == 0 && t.Norm != "i" && !isDay(t.Norm) {
			return true
		}
		switch r.word(i) {
		case "you", "u", "your", "you're", "ur", "he", "she", "he's", "she's", "his", "her", "him", "they", "they're", "them", "their", "who", "everyone", "nobody", "someone":
			return true
		}
	}
	return false
}

// isDay reports the names of days, which are written like names of persons.
func isDay(w string) bool {
	return strings.HasSuffix(strings.TrimSuffix(w, "s"), "day") || w == "christmas" || w == "easter" || w == "january"
}

// live is the set of hostile bits in the author's own, unnegated words; elsewhere tells that hostile words are
// quoted or reported.
func (r *Reader) live() (seen bits, elsewhere bool) {
	const hostile = trait | hateVerb | harm | exclude | profanity | threat | sexual
	for _, sp := range r.spans {
		if sp.bits&hostile != 0 && !r.own(sp.from) {
			elsewhere = true
		}
		if sp.bits&hostile == 0 || !r.own(sp.from) || sp.bits&(slur|slurSoft) != 0 && r.selfReference(sp.from) || r.doc.Tokens[sp.from].Negated && !r.falseNegation(sp.from) || r.belied(sp.from) || r.claimed(sp.from, r.sentence(sp.from)) || r.toldOfOthers(sp.from) {
			continue
		}
		if sp.bits&(hateVerb|exclude) != 0 && sp.bits&(trait|harm|profanity) == 0 && !r.speaker(sp.from) {
			continue // "they don't trust us" is no hatred of them
		}
		if sp.bits&(hateVerb|exclude|harm) != 0 && sp.bits&(trait|profanity) == 0 && (r.missesNext(sp) || r.suffered(sp) || r.byOthers(sp.from) || r.doneToThing(sp) || r.figurative(sp) || r.sportive(sp.from) || r.willed(sp.from) || r.borne(sp)) {
			continue
		}
		if sp.bits&trait != 0 && sp.bits&(dehuman|insultNoun|insultAdj|profanity) == 0 && r.ofOthers(sp.to) {
			continue
		}
		if r.seen&(group|groupAdj) != 0 && r.ofOtherThan(sp) {
			continue
		}
		if sp.bits&trait != 0 && (r.fallsIll(sp) || r.ofState(sp) || r.ofOwn(sp)) {
			continue
		}
		if sp.bits&exclude != 0 && r.supportive(sp) || r.names(sp) || sp.bits&trait != 0 && r.felt(sp.from) || sp.bits&(harm|hateVerb|exclude) != 0 && r.plotted(sp.from) {
			continue
		}
		seen |= sp.bits & hostile
	}
	return seen, elsewhere
}

// missesNext reports that the next group named in the sentence is not the object of a verb.
func (r *Reader) missesNext(sp span) bool {
	s := r.sentence(sp.from)
	for _, m := range r.mentions {
		if m.from >= sp.to {
			return m.protected && m.from < s.To && !r.objectPath(sp.to, m)
		}
	}
	return false
}

// borne reports what the last group named before has to bear: "X have to suffer in silence".
func (r *Reader) borne(sp span) bool {
	for k := len(r.mentions) - 1; k >= 0; k-- {
		if m := r.mentions[k]; m.to <= sp.from {
			return r.doc.Tokens[m.from].Sentence == r.doc.Tokens[sp.from].Sentence && r.endures(m, sp.from)
		}
	}
	return false
}

// doneToThing reports a verb of harm whose object is a thing: "kill the bill", "burn down the old shed".
func (r *Reader) doneToThing(sp span) bool {
	i := sp.to
	if w := r.word(i); w == "down" || w == "up" || w == "out" {
		i++
	}
	switch r.word(i) {
	case "the", "a", "an", "this", "that", "my", "our", "its":
		for i++; r.bit(i)&^groupAdj == 0 && isWordy(r.word(i)) && i < sp.to+4; i++ {
			switch r.word(i + 1) {
			case "", "for", "of", "that", "which", "to", "and", "in", "with", "on", "at":
				return true
			}
		}
	case "it", "everything", "something":
		return true
	}
	return false
}

// ofOthers reports that the noun at token i names people who are no protected group: "sick kids".
func (r *Reader) ofOthers(i int) bool {
	return r.bit(i)&person != 0 && r.bit(i)&(group|groupAdj) == 0 && r.word(i) != "people" && r.word(i) != "person"
}

// fallsIll reports a weak word that is a verb or an illness here: "get sick", "lost their jobs".
func (r *Reader) fallsIll(sp span) bool {
	switch r.word(sp.from) {
	case "sick":
		w := r.word(sp.from - 1)
		return w == "get" || w == "gets" || w == "got" || w == "getting" || w == "fell" || w == "the" && r.ends(sp.to)
	case "ugly", "nasty":
		switch r.word(sp.from - 1) {
		case "get", "gets", "got", "getting", "turn", "turns", "turned":
			return true
		}
	case "lost":
		switch r.word(sp.to) {
		case "their", "his", "her", "my", "our", "the", "a", "its", "everything":
			return true
		}
	}
	return false
}

// ofState reports what is said of how things are, or of a thing before a colon: "it is disgusting that ...",
// "stupid rule: ...".
func (r *Reader) ofState(sp span) bool {
	switch r.word(sp.to) {
	case "that", "how", "when":
		b := r.word(sp.from - 1)
		return b == "it's" || b == "is" && r.word(sp.from-2) == "it" || b == ""
	}
	if b := r.word(sp.from - 1); b == "" && sp.to < len(r.at) && r.doc.Tokens[sp.to].Norm == ":" {
		return true
	} else if next := r.word(sp.to + 1); b == "" && isWordy(r.word(sp.to)) && r.bit(sp.to) == 0 && (next == "for" || next == "in" || next == "at" || next == "on") {
		return true // "rubbish bins for ..."
	} else if (b == "a" || b == "an" || b == "this" || b == "that" || b == "our" || b == "the") && sp.bits&(dehuman|insultNoun|profanity) == 0 && isWordy(r.word(sp.to)) && r.bit(sp.to) == 0 && !r.filler(sp.to) && sp.to < len(r.at) && r.doc.Tokens[sp.to].Flags&text.Capital == 0 {
		return true // "what a stupid law"
	}
	return r.bit(sp.to) == 0 && sp.to+1 < len(r.at) && r.doc.Tokens[sp.to+1].Norm == ":"
}

// suffered reports harm that is told, not wished: "were hit", "will be hit hardest by".
func (r *Reader) suffered(sp span) bool {
	next := r.word(sp.to)
	switch r.word(sp.from) {
	case "dying", "die", "dies", "died":
		return next == "to" || next == "for" || next == "of" || next == "from" || next == "at" || next == "in" || next == "younger" || next == "alone" || next == "if" || next == "when" || next == "without" || next == "waiting" || next == "because" || next == "every"
	case "hate":
		return next == "to" && (r.word(sp.from-1) == "i'd" || r.word(sp.from-1) == "would" || r.word(sp.from-1) == "we'd")
	}
	switch r.word(sp.from - 1) {
	case "be", "was", "were", "been", "being", "are", "is", "get", "gets", "got":
		for k := sp.to; k < min(len(r.at), sp.to+3); k++ {
			if w := r.word(k); w == "by" || w == "hardest" || w == "most" || w == "worst" || w == "outside" || w == "after" {
				return r.norm(max(0, sp.from-3), sp.from) == 0
			}
		}
	}
	return false
}

// allQuoted reports whether most of the words are not the author's.
func (r *Reader) allQuoted() bool {
	other := 0
	for i := range r.doc.Tokens {
		if r.doc.Tokens[i].Voice != text.Own {
			other++
		}
	}
	return other*2 > len(r.doc.Tokens)
}
