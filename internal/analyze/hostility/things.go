package hostility

import (
	"strings"

	"footprint/internal/analyze/text"
)

// onlyThings reports that every hostile word runs down a thing, an animal or a part of the body, and that nobody is
// spoken to: "my stupid car will not start", "the food is disgusting".
func (r *Reader) onlyThings() bool {
	some := false
	for _, sp := range r.spans {
		if sp.bits&(trait|profanity) == 0 {
			continue
		}
		if r.at[sp.from]&(dehuman|insultNoun|slurSoft) != 0 || !r.attributeOfThing(sp) && !r.saidOfThing(sp) {
			return false
		}
		some = true
	}
	for i := range r.doc.Tokens {
		if w := r.word(i); w == "you" || w == "your" || w == "you're" || w == "u" || r.doc.Tokens[i].Kind == text.Handle {
			return false
		}
	}
	return some
}

// attributeOfThing reports "my stupid old car", "stupid alarm".
func (r *Reader) attributeOfThing(sp span) bool {
	for k := sp.to; k < min(len(r.at), sp.to+3); k++ {
		if r.things[k]&notPerson != 0 {
			return true
		}
		if !isWordy(r.word(k)) || r.bit(k)&(person|nonProtected|group|groupAdj) != 0 {
			return false
		}
	}
	return false
}

// saidOfThing reports "the food here is disgusting", "that seems stupid", "something stupid".
func (r *Reader) saidOfThing(sp span) bool {
	switch r.word(sp.from - 1) {
	case "something", "anything", "nothing":
		return true
	}
	copula, last := false, sp.to >= len(r.at) || r.doc.Tokens[sp.to].Kind == text.Punct
	for k := sp.from - 1; k >= r.sentence(sp.from).From; k-- {
		switch {
		case r.doc.Tokens[k].Kind == text.Punct || r.bit(k)&(person|nonProtected) != 0:
			return false
		case isCopula(r.word(k)) || seems(r.word(k)):
			copula = true
		case copula && r.things[k]&notPerson != 0:
			return true
		case last && r.at[k] == 0 && (copula && isPronounOfThing(r.word(k)) || isPronounOfThing(strings.TrimSuffix(r.word(k), "'s"))):
			return true
		}
	}
	return false
}

// seems reports verbs that stand like "is" between a thing and what is said of it.
func seems(w string) bool {
	switch w {
	case "seems", "sounds", "looks", "feels", "gets":
		return true
	}
	return false
}

func isPronounOfThing(w string) bool { return w == "it" || w == "that" || w == "this" || w == "thats" }
