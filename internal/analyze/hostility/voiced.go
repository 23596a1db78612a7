package hostility

import (
	"slices"

	"footprint/internal/analyze/text"
)

// doneByHaters reports that those who despise a group, and not the author, are the subject of the sentence: "misogynists
// make ...", "a candidate who wants X locked up ...".
func (r *Reader) doneByHaters(m mention, s text.Range) bool {
	i := r.clauseStart(m.from, s)
	for k := i; k < min(m.from, i+5); k++ {
		w := r.word(k)
		if w == "i" || w == "we" || w == "only" || w == "one" || w == "else" || w == "even" || r.at[k]&(hateVerb|harm|exclude) != 0 && r.at[k]&person == 0 && w != "hate" {
			return false
		}
		if haters(w) && k < m.from-1 {
			return r.count(text.Range{From: m.to, To: s.To}, praise) == 0
		}
		if (w == "who" || w == "that") && k > i && r.at[k-1]&(group|groupAdj|nonProtected) == 0 && isWordy(r.word(k-1)) {
			return r.despisingVerb(k+1, m, s) && r.count(text.Range{From: m.to, To: s.To}, praise) == 0
		}
	}
	return false
}

// despisingVerb reports that the relative clause whose verb stands at token i tells of hatred or abuse of the group.
func (r *Reader) despisingVerb(i int, m mention, s text.Range) bool {
	for i < m.from && (r.filler(i) || r.word(i) == "to") {
		i++
	}
	switch r.word(i) {
	case "sneer", "sneers", "slander", "slanders", "insult", "insults", "mock", "mocks", "bully", "bullies", "claim", "claims", "insist", "insists", "shout", "shouts", "preach", "preaches", "harass", "harasses", "abuse", "abuses", "hate", "hates", "despise", "despises", "beat", "beats", "attack", "attacks", "threaten", "threatens", "blame", "blames", "demonise", "demonize", "call", "calls", "say", "says", "treat", "treats":
		return true
	case "want", "wants", "wish", "wishes", "demand", "demands":
		return r.harmIn(m.to, min(s.To, m.to+3))
	}
	return false
}

// haters reports nouns for those who hate a group.
func haters(w string) bool {
	switch w {
	case "antisemite", "antisemites", "anti-semites", "misogynist", "misogynists", "racist", "racists", "nazi", "nazis", "bigot", "bigots", "homophobe", "homophobes", "transphobe", "transphobes", "fascist", "fascists", "supremacists", "islamophobes", "xenophobes", "bullies", "trolls", "slavers", "slavers'", "persecutors", "abusers", "chauvinists":
		return true
	}
	return false
}

// saidAfter reports that what was said of the group is put into the mouth of somebody behind it: ", he wrote", ", said
// the boy", "whatever bigots say".
func (r *Reader) saidAfter(m mention, s text.Range) bool {
	for k := m.to + 1; k < s.To-1; k++ {
		if r.word(k) == "whatever" || r.word(k) == "as" && haters(r.word(k+1)) {
			if w := r.word(k + 2); (w == "say" || w == "think" || w == "claim") && r.word(k+1) != "they" && r.word(k+1) != "people" && r.word(k+1) != "you" {
				return true
			}
		}
		if n := r.doc.Tokens[k].Norm; n != "," && n != "\"" {
			continue
		}
		switch who, verb := r.word(k+1), r.word(k+2); {
		case (who == "he" || who == "she" || who == "they" || who == "someone") && saying(verb) && r.ends(k+3):
			return true
		case (who == "said" || who == "says" || who == "wrote" || who == "shouted") && (verb == "the" || verb == "a" || verb == "an" || verb == "my" || verb == "one"):
			return true
		}
	}
	return false
}

// castAs reports what somebody else took a group for or made of it: "doctors classified X as ill", "X were drawn as apes".
func (r *Reader) castAs(m mention) bool {
	if len(r.doc.Sentences) > 1 {
		return false
	}
	if w := r.word(m.to); w == "were" || w == "was" || w == "been" || w == "being" {
		k := m.to + 1
		for r.filler(k) || r.word(k) == "often" || r.word(k) == "being" {
			k++
		}
		return bygone(r.word(k)) && !reveals(r.word(k)) && (r.word(k+1) == "as" || r.word(k+1) == "like") || drawn(r.word(k))
	}
	k := m.from - 1
	for k > 0 && (isDeterminer(r.word(k)) || r.word(k) == "his" || r.word(k) == "her" || r.word(k) == "its" || r.bit(k)&(groupAdj|person) != 0) {
		k--
	}
	if w := r.word(m.to); w != "as" && w != "like" && w != "with" || k <= r.sentence(m.from).From || r.first(k) {
		return false
	}
	switch w := r.word(k); w {
	case "mark", "brand", "portray", "paint", "depict", "classify", "treat", "cast", "label":
		return r.word(k-1) == "to" && r.byOthers(k-1)
	case "drew", "saw":
		return true
	case "showed", "featured":
		return true
	default:
		return r.word(m.to) != "with" && bygone(w) && !reveals(w)
	}
}

// drawn reports participles of making pictures of somebody.
func drawn(w string) bool { return w == "drawn" || w == "shown" || w == "caricatured" }

// reveals reports verbs that say that somebody is what they show.
func reveals(w string) bool {
	switch w {
	case "exposed", "revealed", "unmasked", "recognised", "recognized", "proved", "confirmed", "identified", "outed", "established", "born", "behaved", "lived", "acted", "used", "worked", "looked", "served":
		return true
	}
	return false
}

// heldAgainst reports what the reader is said to claim and is then asked or answered: "you say X steal; ...".
func (r *Reader) heldAgainst(m mention, s text.Range) bool {
	i := r.clauseStart(m.from, s)
	if r.word(i) == "you" && (r.word(i+1) == "say" || r.word(i+1) == "claim" || r.word(i+1) == "reckon" || r.word(i+1) == "said") && m.from-i < 5 && s.To == len(r.doc.Tokens) {
		return !slices.ContainsFunc(r.doc.Tokens[m.to:s.To], func(t text.Token) bool { return t.Norm == "but" || t.Norm == "yet" })
	}
	for k := max(s.From+1, m.from-4); k < m.from-1; k++ {
		switch w := r.word(k); {
		case (w == "proof" || w == "evidence") && r.word(k+1) == "that":
			b := r.word(k - 1)
			return b == "your" || b == "the" && r.word(k-2) == "where's" || b == "no" || b == "any" || b == "of"
		case (w == "hearing" || w == "believing" || w == "thinking") && (r.word(k-1) == "up" || r.word(k-1) == "raised"):
			return true // "I grew up hearing that X ..."
		}
	}
	return false
}
