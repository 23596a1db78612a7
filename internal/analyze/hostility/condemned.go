package hostility

import (
	"strings"

	"footprint/internal/analyze/text"
)

// condemned reports whether the evidence is named in order to reject it.
func (r *Reader) condemned(f *Remark) bool {
	if f.Kind == Threat {
		return false
	}
	s := r.sentence(f.From)
	if f.From < f.To && r.claimed(f.From, s) {
		return true
	}
	for _, m := range r.mentions {
		if f.Kind == Derogatory && m.protected && m.from >= s.From && m.to <= f.From && f.From-m.to < 4 && r.claimed(m.from, s) {
			return true
		}
		if m.rejected && m.from < s.To && (m.from >= s.From || f.From <= m.from && m.from < f.To) && f.To > m.from {
			return true
		}
	}
	for _, sp := range r.spans {
		if sp.bits&counter == 0 || sp.from < f.To && sp.to > f.From || sp.from >= f.To && r.pointsAhead(sp) {
			continue
		}
		here := r.doc.Tokens[sp.from].Sentence - r.doc.Tokens[f.From].Sentence
		if here == 0 && sp.from >= s.From && sp.to <= s.To && !r.dismissed(sp.from) || here == 1 && r.backward(sp.from) {
			return true
		}
	}
	return false
}

// pointsAhead reports that the condemning words speak of what follows them: "who say", "it's unacceptable that we ...".
func (r *Reader) pointsAhead(sp span) bool {
	if sp.bits&ahead != 0 {
		return true
	}
	next := r.word(sp.to)
	return (next == "that" || next == "if" || next == "when") && r.doc.Tokens[sp.from].Sentence == r.doc.Tokens[sp.to].Sentence
}

// claimed reports that the remark is what somebody else thinks or says: "some still think X are ...".
func (r *Reader) claimed(i int, s text.Range) bool {
	if r.attributed(i, s) {
		return true
	}
	for k := i - 1; k >= s.From && k >= i-4; k-- {
		switch r.word(k) {
		case "but":
			return false // "some say they are nice, but ..."
		case "called", "labelled", "labeled", "branded", "portrayed", "depicted", "painted":
			if w := r.word(k - 1); w != "" && w != "i" && w != "we" && w != "you" && w != "are" && w != "is" && w != "be" && w != "so" && w != "i've" {
				return true
			}
			continue
		case "if", "whether":
			if strings.HasPrefix(r.word(k-1), "ask") {
				return !r.admits(k-1, s)
			}
			continue
		case "tell", "tells", "telling":
			if r.toldTo(k, s) {
				return true
			}
			continue
		case "told":
			switch r.word(k - 1) {
			case "be", "being", "been", "get", "getting", "was", "were", "are", "is":
				return true // "tired of being told they are ..."
			}
			continue
		case "said", "claimed", "argued", "wrote", "declared", "insisted", "decreed", "preached", "thought", "believed":
			if !r.admits(k, s) && r.word(k-1) != "i" && r.word(k-1) != "we" && r.word(k-1) != "be" && r.word(k-1) != "i've" {
				return true
			}
			continue
		case "think", "thinks", "thinking", "say", "says", "saying", "believe", "believes", "believing", "claim", "claims", "claiming", "call", "calls", "calling", "suggest", "suggesting", "assume", "assumes", "argue", "imply", "implying", "explaining", "insisting", "announcing", "lecturing", "ranting", "shouting", "yelling", "screaming", "chanting", "muttering", "tweeting", "preaching", "posting":
		default:
			continue
		}
		if strings.HasSuffix(r.word(k), "ing") {
			return !r.admits(k, s)
		}
		if r.heldByOne(k, s) {
			return true
		}
		for j := k - 1; j >= max(s.From, k-3); j-- {
			switch r.word(j) {
			case "who":
				w := r.word(j - 1)
				return w != "one" && w != "else" && w != "person" // "am I the only one who thinks"
			case "to":
				switch r.word(j - 1) {
				case "have", "love", "happen", "tend", "inclined", "want", "going", "used", "like", "need", "sorry", "dare", "hate", "entitled", "allowed", "free", "starting", "beginning", "come", "forced", "bound":
					return !r.admits(j, s)
				}
				return true
			case "some", "people", "they", "he", "she", "others", "whoever", "anyone", "someone", "ever", "still", "idiots", "folks", "that", "men", "those":
				return true
			case "i", "we", "you", "do", "else", "everyone", "everybody":
				return false
			}
		}
	}
	return false
}

// heldByOne reports a verb of thought or speech in the singular at token k whose subject is one person, who is not the
// author: "my manager thinks that X are ...". Whom the author believes counts as the author: "science says".
func (r *Reader) heldByOne(k int, s text.Range) bool {
	switch r.word(k) {
	case "thinks", "says", "believes", "claims", "assumes":
	default:
		return false
	}
	switch r.word(k - 1) {
	case "bible", "data", "science", "evidence", "book", "truth", "report", "research", "study", "quran", "torah", "scripture", "math", "maths", "history", "gut", "heart", "god", "one", "everyone", "experience", "instinct":
		return false
	}
	switch r.word(k - 2) {
	case "my", "his", "her", "their", "the", "some", "a":
		return k-2 >= s.From && r.bit(k-1)&group == 0 && isWordy(r.word(k-1)) && !r.agreed()
	}
	return false
}

// toldTo reports that the verb at k tells somebody what another person says: "had a bloke tell me X can't", "he tells us".
func (r *Reader) toldTo(k int, s text.Range) bool {
	switch r.word(k + 1) {
	case "me", "us", "her", "him", "them":
	default:
		return false
	}
	for j := k - 1; j >= max(s.From, k-5); j-- {
		switch r.word(j) {
		case "i", "we", "you", "don't", "let", "can", "something", "everything", "experience", "history", "instinct", "sense", "gut", "stats", "statistics", "science", "evidence", "data", "always", "please", "to":
			return false
		}
	}
	for j := k - 1; j >= max(s.From, k-5); j-- {
		switch r.word(j) {
		case "he", "she", "they", "who", "had", "have", "having", "has", "people", "men", "guy", "bloke", "man", "someone", "somebody", "stop", "another":
			return true
		}
	}
	return false
}

// admits reports that the author is who thinks or says what the verb at k tells: "I'm just saying", "I happen to".
func (r *Reader) admits(k int, s text.Range) bool {
	for j := k - 1; j >= max(s.From, k-4); j-- {
		switch r.word(j) {
		case "i", "i'm", "im", "i've", "i'd", "we", "we're", "we've", "everyone", "everybody":
			return true
		case "just", "only", "simply", "am", "are", "been", "to", "have", "love", "happen", "tend", "inclined", "not", "really", "still", "all", "sorry", "want", "going", "like", "need", "used", "entitled", "allowed", "free", "starting", "beginning", "come", "forced", "bound", "for", "apologise", "apologize", "won't", "will", "never", "can't", "stop", "help":
		default:
			return false
		}
	}
	return false
}

// dismissed reports a condemning word that is waved away: "I don't care if this is racist", "call me sexist".
func (r *Reader) dismissed(i int) bool {
	switch r.word(i - 1) {
	case "pure", "utter", "my", "feel", "feeling", "felt":
		return true // one's own hatred
	}
	for k := i - 1; k >= max(0, i-6); k-- {
		switch r.word(k) {
		case "only":
			if r.word(k+1) == "one" {
				return true
			}
		case "care", "me", "not", "don't", "isn't", "sound", "sounds", "i'm", "im", "may", "might", "ain't", "so", "sue", "pc":
			return true
		}
	}
	return r.at[i]&butNot != 0
}

// backward reports a sentence that judges the one before: "That is racist."
func (r *Reader) backward(i int) bool {
	s := r.sentence(i)
	switch r.word(s.From) {
	case "that", "that's", "thats", "this", "it", "it's", "its", "such", "these", "stop", "not", "so", "what", "how", "racist", "disgraceful", "shame":
		return i-s.From < 7
	}
	return false
}
