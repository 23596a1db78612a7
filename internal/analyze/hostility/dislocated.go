package hostility

import "footprint/internal/analyze/text"

// dislocated finds what is said of a group in a clause without a verb, before its name: "lazy, every one of them",
// "a bunch of thieves, X", "dirty and sly - that's X for you".
func (r *Reader) dislocated(found []Remark) []Remark {
	for _, m := range r.mentions {
		if !m.protected || !m.generic || m.rejected || !r.own(m.from) || !r.endsClause(m.to) {
			continue
		}
		if from, points := r.dislocation(m); points > 0 {
			found = append(found, Remark{Kind: Hate, From: from, To: m.to, points: points, Why: "A group as a whole is run down."})
		}
	}
	return found
}

// disowned finds a group denied to be what its name says: "a gay father is no father", "X women aren't real women".
func (r *Reader) disowned(found []Remark) []Remark {
	for _, m := range r.mentions {
		if !m.protected || !m.generic || m.resolved || m.rejected || m.to-m.from < 2 || !r.own(m.from) || r.claimed(m.from, r.sentence(m.from)) {
			continue
		}
		head := r.word(m.to - 1)
		if end := r.denial(m.to); end > m.to && head != "people" && r.word(end) == head && r.endsClause(end+1) {
			found = append(found, Remark{Kind: Hate, From: m.from, To: end + 1, points: 2.75, Why: "A group is denied to be what it is."})
		}
		if r.word(m.from-1) == "calling" && r.word(m.to-2) == head && r.word(m.to) == "is" && r.word(m.to+1) == "like" {
			found = append(found, Remark{Kind: Hate, From: m.from, To: m.to + 2, points: 2.75, Why: "A group is denied to be what it is."})
		}
	}
	return found
}

// denial returns where "is no", "are not real", "will never be" from token i on ends, or i.
func (r *Reader) denial(i int) int {
	k, negated := i, false
	for ; k < min(len(r.at), i+6); k++ {
		switch w := r.word(k); w {
		case "is", "are", "was", "were", "will", "can", "be", "a", "an", "real", "really", "proper", "true", "actual", "actually", "even":
		case "no", "not", "never", "isn't", "aren't", "isnt", "arent", "ain't", "cannot", "can't", "won't", "hardly":
			negated = true
		default:
			if negated {
				return k
			}
			return i
		}
	}
	return i
}

// dislocation scores the words before a mention that are all said of it, and tells where they begin.
func (r *Reader) dislocation(m mention) (from int, points float32) {
	s := r.sentence(m.from)
	i := m.from - 1
	for i >= s.From && (isDeterminer(r.word(i)) || quantifies(r.word(i))) {
		i--
	}
	if i < s.From && s.From > 0 { // a sentence of its own: "swarm of locusts. X."
		s = r.sentence(s.From - 1)
	}
	whole := i < m.from-1 || m.resolved // "all of them", "the lot"
	marked := false
	switch r.word(i) {
	case "that's", "thats":
		i--
		marked = true
	}
	if i >= s.From && r.doc.Tokens[i].Kind == text.Punct {
		i--
		marked = true
	}
	if !marked && !whole {
		return 0, 0
	}
	best := bits(0)
	for ; i >= s.From; i-- {
		b := r.at[i]
		switch {
		case b&trait != 0 && !r.doc.Tokens[i].Negated:
			best |= b
		case b&(profanity|mild|person) != 0 || r.modifierRun(i, i+1) || r.filler(i):
		case r.word(i) == "and" || r.word(i) == "or" || r.doc.Tokens[i].Norm == ",":
		default:
			if r.doc.Tokens[i].Kind == text.Punct && i < s.To-1 {
				return i + 1, strength(best, marked)
			}
			return 0, 0
		}
	}
	return s.From, strength(best, marked)
}

// strength is what a description is worth that is all that is said.
func strength(b bits, marked bool) float32 {
	switch {
	case b&(dehuman|traitStrong|insultNoun|insultAdj) == 0:
		return 0
	case !marked:
		return 2.25
	}
	return 2.75
}

// quantifies reports words that take in all of those who were named.
func quantifies(w string) bool {
	switch w {
	case "of", "one", "single", "last", "both", "whole", "lot", "bloody", "damn", "fucking":
		return true
	}
	return false
}

// endsClause reports that nothing more is said at token i: "...", "for you".
func (r *Reader) endsClause(i int) bool {
	if r.word(i) == "for" && (r.word(i+1) == "you" || r.word(i+1) == "ya") {
		i += 2
	}
	return i >= len(r.doc.Tokens) || r.doc.Tokens[i].Kind != text.Word && r.doc.Tokens[i].Kind != text.HashtagPart || r.doc.Tokens[i].Sentence != r.doc.Tokens[i-1].Sentence
}
