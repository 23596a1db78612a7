package hostility

import "footprint/internal/analyze/text"

type who uint8

const (
	nobody who = iota
	self
	second
	third
	thing
)

// target looks back from an insult for the person it is said of.
func (r *Reader) target(sp span) (w who, copula bool, distance int) {
	s := r.sentence(sp.from)
	for k := sp.from - 1; k >= max(s.From, sp.from-8); k-- {
		t := r.doc.Tokens[k]
		distance++
		if t.Kind == text.Handle {
			return second, true, distance
		}
		if t.Kind == text.Punct {
			if t.Norm == "," || t.Norm == ":" {
				continue
			}
			return nobody, copula, distance
		}
		switch t.Norm {
		case "i", "i'm", "im", "me", "my", "myself", "we", "we're", "i've", "i'll", "i'd":
			return self, copula || t.Norm == "i'm" || t.Norm == "im", distance
		case "you", "u", "ur", "ya", "yall", "y'all", "yourself":
			return second, copula || distance == 1 || r.modifierRun(k+1, sp.from), distance
		case "you're", "youre", "your":
			if t.Norm == "your" && r.bit(k+1)&(insultNoun|insultAdj|profanity) == 0 {
				return nobody, false, distance
			}
			return second, true, distance
		case "he's", "she's", "they're", "he", "she", "they", "him", "hes", "shes":
			return third, copula || t.Norm == "he's" || t.Norm == "she's" || t.Norm == "they're" || t.Norm == "hes" || t.Norm == "shes", distance
		case "is", "are", "was", "were", "be", "being", "been", "am", "'s":
			copula = true
		case "it", "it's", "its", "this", "that", "that's", "thats", "there", "what", "which", "weather", "day", "thing":
			if t.Norm == "this" || t.Norm == "that" {
				if sp.bits&insultNoun == 0 && k+1 == sp.from && r.bit(sp.to)&(person|nonProtected|group|insultNoun) == 0 {
					return nobody, false, distance // "this useless printer"
				}
				if r.bit(k+1)&(person|nonProtected|group) != 0 || distance == 1 || r.modifierRun(k+1, sp.from) && sp.bits&insultNoun != 0 {
					return third, true, distance
				}
			}
			return nobody, copula, distance
		case "because", "but", "if", "when", "so", "and":
			if t.Norm != "and" && t.Norm != "so" {
				return nobody, copula, distance
			}
		default:
			if copula && (r.at[k]&(nonProtected|person) != 0 || t.Flags&text.Capital != 0 && t.Flags&text.FirstInSentence == 0 || t.Flags&text.Capital != 0 && r.word(k+1) == "is") {
				return third, true, distance
			}
			if copula && r.at[k] == 0 {
				if sp.bits&insultNoun != 0 && r.things[sp.from]&ofThings == 0 && r.things[k]&notPerson == 0 {
					return third, true, distance // "the recruiter is a coward"
				}
				if r.things[k]&notPerson != 0 {
					return thing, true, distance
				}
				return nobody, true, distance
			}
		}
	}
	return nobody, copula, distance
}

// modifierRun reports whether [from,to) holds only words that strengthen an insult.
func (r *Reader) modifierRun(from, to int) bool {
	for i := from; i < to; i++ {
		if r.at[i]&(insultAdj|insultNoun|profanity|mild|traitStrong|traitWeak) != 0 {
			continue
		}
		switch r.word(i) {
		case "absolute", "total", "complete", "utter", "little", "old", "big", "sad", "sorry", "poor", "lot", "of", "a", "an", "such", "bunch", "are", "people", "fat", "fucking", "massive", "giant", "real", "right", "pack", "just", "all", "so", "like", "guys":
		default:
			return false
		}
	}
	return true
}
