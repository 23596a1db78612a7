package hostility

import "footprint/internal/analyze/text"

// menaces finds a group that is named near something that menaces it (arms, burial, injuries, an ultimatum), in the
// author's own voice and without anything that tells a report, a fear or a kindness. It reads no sentence: idioms of
// threat are coined every day, but what they are coined of is not.
func (r *Reader) menaces(found []Remark) []Remark {
	if r.seen&(menaceSure|menaceSoft) == 0 {
		return found
	}
	for i := range r.mentions {
		m := &r.mentions[i]
		if !m.protected || m.resolved || m.rejected || !r.own(m.from) || r.selfReference(m.from) {
			continue
		}
		near := r.vicinity(m)
		first, points := r.menaceIn(near, m)
		if points == 0 && first.to > first.from && r.awaited(m) {
			points = 2
		}
		if points == 0 || r.peaceful(near) || !r.aggressor(near) && !r.awaited(m) {
			continue
		}
		if m.men {
			points -= 0.75
		}
		return append(found, Remark{Kind: Hate, Violent: true, From: min(first.from, m.from), To: max(first.to, m.to), points: points, Why: "A group is named together with what reads as a threat to it."})
	}
	return found
}

// vicinity is the sentence of a mention with those before and after it.
func (r *Reader) vicinity(m *mention) text.Range {
	n := r.doc.Tokens[m.from].Sentence
	last := min(n+2, len(r.doc.Sentences)-1)
	return text.Range{From: r.doc.Sentences[max(0, n-1)].From, To: r.doc.Sentences[last].To}
}

// menaceIn scores the menacing words of a range.
func (r *Reader) menaceIn(near text.Range, m *mention) (first span, points float32) {
	soft := 0
	for _, sp := range r.spans {
		if sp.bits&(menaceSure|menaceSoft) == 0 || sp.from < near.From || sp.to > near.To || !r.own(sp.from) || sp.from < m.to && sp.to > m.from || r.claimed(sp.from, r.sentence(sp.from)) {
			continue
		}
		if r.doc.Tokens[sp.from].Negated && sp.to-sp.from < 2 {
			continue
		}
		if points == 0 && soft == 0 {
			first = sp
		}
		if sp.bits&menaceSure != 0 {
			points = max(points, 2.25)
		} else if sp.from >= first.to || sp == first {
			soft++
		}
	}
	switch {
	case points > 0 && soft > 0, soft > 2:
		return first, max(points, 2) + 0.75
	case points > 0 || soft == 2:
		return first, max(points, 2)
	}
	return first, 0
}

// peaceful reports words of a report, a fear, a kindness or a game.
func (r *Reader) peaceful(near text.Range) bool {
	for _, sp := range r.spans {
		if sp.bits&(counter|praise) != 0 && sp.from >= near.From && sp.to <= near.To && r.bit(sp.from)&(menaceSure|menaceSoft) == 0 {
			return true
		}
	}
	if r.doc.Tokens[near.To-1].Norm == "?" {
		return true
	}
	for i := near.From; i < near.To; i++ {
		w := r.word(i)
		if ofContest(w) || ofStory(w) {
			return true
		}
		switch w {
		case "welcome":
			if r.bit(i)&menaceSoft == 0 {
				return true
			}
		case "police", "court", "arrested", "convicted", "jailed", "charged", "sentenced", "judge", "trial", "said", "says", "reported", "reports", "according", "news", "documentary", "history", "museum", "memorial", "vigil", "holocaust",
			"survivor", "survivors", "victims", "victim", "war", "killed", "died", "drowned", "injured", "wounded", "attacked", "threatened", "threats", "century", "years", "ago", "yesterday", "study", "clinic", "patients", "surgery", "vaccine":
			return true // a report
		case "scared", "afraid", "terrified", "fear", "fears", "worried", "nightmare", "nightmares", "safe", "safely", "protect", "protected":
			return true // a fear
		case "rescue", "rescued", "help", "helped", "support", "thanks", "thank", "volunteers", "donate", "charity", "kind", "friend", "friends", "proud", "lovely", "beautiful", "smile", "smiling", "laughed",
			"cake", "cakes", "soup", "tea", "lunch", "dinner", "cooking", "bakery", "picnic", "barbecue", "camping", "wedding", "dancing", "danced", "grandmother", "grandfather", "mum", "dad", "nan", "book", "play", "team":
			return true // a kindness, or company
		}
	}
	return false
}

// awaited reports one who is waited for: "the next X", "another X".
func (r *Reader) awaited(m *mention) bool {
	for k := m.from - 1; k >= max(0, m.from-3); k-- {
		switch r.word(k) {
		case "next", "another", "first":
			return !plural(r.word(m.to - 1))
		}
	}
	return false
}

// aggressor reports that the author speaks of what he does, or to those whom he means, or gives an order.
func (r *Reader) aggressor(near text.Range) bool {
	for i := near.From; i < near.To; i++ {
		switch r.word(i) {
		case "you", "your", "you'll", "u", "we", "we've", "we'll", "we're", "i", "i'll", "i've", "i'm", "i'd", "me", "my", "our", "gets", "let's", "lets", "someone", "somebody", "should", "will", "they'll", "gonna", "bring", "there's", "isn't", "is":
			return true
		}
	}
	return false
}
