package hostility

import "footprint/internal/analyze/text"

// implied finds what is said against a group without a hostile word: stereotypes, insinuations, precautions, the
// decline of a place, a way home, a comparison, a question that takes the answer for granted.
func (r *Reader) implied(found []Remark) []Remark {
	if r.seen&homeland != 0 {
		found = r.sentBack(found)
	}
	for _, m := range r.mentions {
		if m.protected && r.own(m.from) && !m.slur {
			if p, why := r.implies(m); p > 0 {
				if m.men {
					p -= 0.75
				}
				found = append(found, Remark{Kind: Hate, From: m.from, To: m.to, points: p, Why: why})
			}
		}
	}
	if r.seen&(group|groupAdj) == 0 || r.seen&(insinuation|precaution) == 0 {
		return found
	}
	for _, s := range r.doc.Sentences {
		if p, from, to := r.insinuated(s); p > 0 {
			found = append(found, Remark{Kind: Hate, From: from, To: to, points: p, Why: "Something bad is put down to a group."})
		}
	}
	return found
}

// implies scores what a mention of a group takes part in.
func (r *Reader) implies(m mention) (float32, string) {
	s := r.sentence(m.from)
	if m.generic && r.comparison(m) {
		return 2.5, "A group is the measure of something bad."
	}
	if m.generic && r.crowding(m) {
		return 2.25, "There are said to be too many of a group."
	}
	if !r.isPlural(m) && r.exceptionless(m, s) {
		return 2.5, "No member of a group is said to be any good."
	}
	if m.generic && r.loaded(m, s) {
		return 2, "A question takes something bad about a group for granted."
	}
	if r.seen&decline != 0 && (r.bit(m.to)|r.bit(m.to+1))&arrival != 0 && r.plain(s, decline, m) {
		return 2.5, "The coming of a group is said to have spoilt a place."
	}
	if r.seen&stereotype == 0 || !m.generic && plural(r.word(m.to-1)) || r.selfReference(m.from) {
		return 0, ""
	}
	if r.plain(s, stereotype, m) {
		if m.generic {
			return 2.5, "A stereotype of a group is repeated."
		}
		return 1.5, "A stereotype of a group is repeated."
	}
	return 0, ""
}

// plain reports a phrase of the wanted kind in the author's voice in the sentence, not negated or put in question.
func (r *Reader) plain(s text.Range, want bits, m mention) bool {
	for _, sp := range r.spans {
		next := sp.from == s.To && sp.to < len(r.at) // an order to them: "Stick to nursing."
		if sp.bits&want == 0 || sp.from < s.From || sp.to > s.To && !next || !r.own(sp.from) || sp.from < m.to && sp.to > m.from {
			continue
		}
		if r.denies(sp, s) || r.claimed(sp.from, s) || r.claimed(m.from, s) {
			continue
		}
		return true
	}
	return false
}

// denies reports a negation before the phrase that is not part of it, or a condition or wish of others.
func (r *Reader) denies(sp span, s text.Range) bool {
	for k := sp.from - 1; k >= max(s.From, sp.from-4); k-- {
		switch r.word(k) {
		case "not", "never", "isn't", "aren't", "don't", "doesn't", "didn't", "nobody", "told", "myth", "stop", "idea", "shouldn't", "won't", "wasn't", "weren't", "no":
			return true
		}
	}
	return false
}

// comparison reports "dumber than X", "nothing worse than X".
func (r *Reader) comparison(m mention) bool {
	i := m.from - 1
	for isDeterminer(r.word(i)) {
		i--
	}
	if r.word(i) != "than" {
		return false
	}
	switch r.word(i - 1) {
	case "dumber", "stupider", "lazier", "uglier", "dirtier", "filthier", "nastier", "thicker", "sneakier", "greedier", "slimier", "smellier":
		return true
	case "worse":
		return r.word(i-2) == "nothing" || r.word(i-2) == "anything"
	case "stupid", "disgusting", "useless", "annoying", "pathetic", "irrational", "repulsive":
		return r.word(i-2) == "more"
	}
	return false
}

func (r *Reader) isPlural(m mention) bool { return plural(r.word(m.to - 1)) }

// crowding reports "too many X here", "enough X in this country".
func (r *Reader) crowding(m mention) bool {
	switch w := r.word(m.from - 1); {
	case w == "many" && (r.word(m.from-2) == "too" || r.word(m.from-2) == "so"), w == "enough" && r.word(m.from-2) == "are", w == "enough" && r.word(m.from-2) == "got", w == "more" && r.word(m.from-2) == "no":
	default:
		return false
	}
	switch r.word(m.to) {
	case "here", "around", "already":
		return r.word(m.from-2) != "so"
	case "in", "on", "at", "around this":
		w := r.word(m.to + 1)
		return (w == "this" || w == "our" || w == "my") && r.word(m.from-2) != "so"
	}
	return false
}

// exceptionless reports "yet to meet an X who isn't a thief", "not one honest X".
func (r *Reader) exceptionless(m mention, s text.Range) bool {
	for k := m.from - 1; k >= max(s.From, m.from-6); k-- {
		switch r.word(k) {
		case "honest", "decent", "good", "clean", "normal", "sane", "nice", "smart", "competent", "trustworthy":
			a, b := r.word(k-1), r.word(k-2)
			return a == "one" && (b == "not" || b == "n't") || (a == "a" || a == "an") && (b == "as" || b == "met" || b == "meet" || b == "find") && r.doc.Tokens[k].Negated || a == "single" && r.doc.Tokens[k].Negated
		case "met", "meet", "seen", "see":
			n := r.word(m.to)
			w := r.word(m.to + 1)
			return (n == "who" || n == "that") && (w == "isn't" || w == "wasn't" || w == "doesn't" || w == "didn't" || w == "is" && r.word(m.to+2) == "not") && r.count(text.Range{From: m.to, To: s.To}, trait) > 0 && (r.word(k-1) == "never" || r.word(k-1) == "to" || r.word(k-1) == "yet")
		}
	}
	return false
}

// loaded reports "why do X always ...", "does anybody actually like X?".
func (r *Reader) loaded(m mention, s text.Range) bool {
	if w := r.word(m.from - 1); w == "do" || w == "are" || w == "must" || w == "can't" || w == "don't" || w == "does" || w == "won't" || w == "is" {
		if r.word(m.from-2) != "why" {
			return false
		}
		switch r.word(m.to) {
		case "always", "never", "constantly", "insist", "keep", "think", "so", "all", "even":
			return r.scores != nil && r.judgedHate() >= 0.1
		}
		return false
	}
	if w := r.word(m.from - 1); w != "like" && w != "trust" && w != "want" && w != "need" {
		return false
	}
	if r.doc.Tokens[s.To-1].Norm != "?" {
		return false
	}
	actually, anybody := false, false
	for k := s.From; k < m.from; k++ {
		switch r.word(k) {
		case "actually", "really", "even", "honestly", "seriously":
			actually = true
		case "anybody", "anyone", "who", "people":
			anybody = true
		}
	}
	return actually && anybody
}

// insinuated scores a sentence that ties a misdeed or a precaution to a group, be it only an adjective: "of course
// the thief was Romanian".
func (r *Reader) insinuated(s text.Range) (points float32, from, to int) {
	named := -1
	for i := s.From; i < s.To; i++ {
		if r.at[i]&(group|groupAdj) != 0 && r.own(i) && !r.doc.Tokens[i].Negated && (r.at[i]&group != 0 || i+1 >= s.To || r.doc.Tokens[i+1].Kind == text.Punct || r.at[i+1]&(person|nonProtected) != 0) && !r.selfReference(i) {
			named = i
		}
	}
	if named < 0 || r.count(s, counter) > 0 {
		return 0, 0, 0
	}
	for _, sp := range r.spans {
		if sp.from < s.From || sp.to > s.To || !r.own(sp.from) {
			continue
		}
		switch {
		case sp.bits&precaution != 0:
			return 2.5, min(sp.from, named), max(sp.to, named+1)
		case sp.bits&insinuation != 0 && r.count(s, misdeed) > 0:
			return 2.5, min(sp.from, named), max(sp.to, named+1)
		}
	}
	return 0, 0, 0
}

// sentBack finds "go back to ...": by itself it may be about a journey.
func (r *Reader) sentBack(found []Remark) []Remark {
	for _, sp := range r.spans {
		if sp.bits&homeland == 0 || !r.own(sp.from) || r.doc.Tokens[sp.from].Negated {
			continue
		}
		k := sp.from - 1
		if r.word(k) == "to" {
			k--
		}
		if w := r.word(k); w != "back" && w != "home" {
			continue
		}
		points := float32(1.5)
		verb := -1
		for v := k - 1; v >= max(0, k-4) && verb < 0; v-- {
			switch r.word(v) {
			case "go", "get", "crawl", "swim", "run", "move", "sail", "fly", "hop":
				verb = v
			case "off":
				verb, points = v-1, points+1
			case "them", "em", "these", "send", "ship", "deport":
				verb, points = v, points+0.5
			}
		}
		if verb < 0 || !r.opens(verb) && r.word(verb-1) != "you" && r.word(verb-1) != "should" && r.word(verb-1) != "can" && r.word(verb-1) != "lot" && r.at[verb]&profanity == 0 {
			continue
		}
		if sp.bits&homelandSure != 0 {
			points += 1.5
		}
		if hostile, _ := r.live(); hostile != 0 {
			points++
		}
		found = append(found, Remark{Kind: Hate, From: verb, To: sp.to, points: points, Why: "Somebody is told to go back where they are from."})
	}
	return found
}
