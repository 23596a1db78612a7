package hostility

// threats finds the listed words of a threat.
func (r *Reader) threats(found []Remark) []Remark {
	for _, sp := range r.spans {
		if sp.bits&threat == 0 || !r.own(sp.from) || r.doc.Tokens[sp.from].Negated || r.selfReferenceHarm(sp) {
			continue
		}
		points := float32(3)
		if r.playful(sp.from) {
			points -= 1.25
		}
		found = append(found, Remark{Kind: Threat, Violent: true, From: sp.from, To: sp.to, points: points, Why: "The words threaten somebody or wish them harm."})
	}
	for _, f := range found {
		if m, ok := r.addressed(f.From); f.Kind == Threat && ok {
			return append(found, Remark{Kind: Hate, Violent: true, From: m.from, To: m.to, points: f.points, Why: "A group is threatened."})
		}
	}
	return found
}

// addressed gives the group that is spoken to in the sentence of token i: "you X".
func (r *Reader) addressed(i int) (mention, bool) {
	s := r.sentence(i)
	for _, m := range r.mentions {
		if m.protected && !m.resolved && m.from > s.From && m.from < s.To && r.own(m.from) && plural(r.word(m.to-1)) {
			if r.calledYou(&m) {
				return m, true
			}
		}
	}
	return mention{}, false
}

// calledYou reports that a group is named as those who are spoken to: "you X", "you all X", "you damned X".
func (r *Reader) calledYou(m *mention) bool {
	switch w := r.word(m.from - 1); {
	case w == "you" || w == "u":
		return true
	case w == "all" || r.bit(m.from-1)&(profanity|insultAdj|trait) != 0:
		return r.word(m.from-2) == "you"
	}
	return false
}

// selfReferenceHarm reports that the author is the one who was threatened.
func (r *Reader) selfReferenceHarm(sp span) bool {
	s := r.sentence(sp.from)
	for k := sp.from - 1; k >= max(s.From, sp.from-8); k-- {
		if w := r.word(k); w == "told" || w == "texted" || w == "messaged" || w == "threatened" || w == "emailed" || w == "saying" {
			return true
		}
	}
	return false
}

func (r *Reader) endsPhrase(i int) bool {
	switch r.word(i) {
	case "in", "with", "if", "and", "all", "for", "next", "so", "right", "on", "to", "until", "till", "one", "when", "at", "again", "like", "lol", "haha", "both", "up", "dead", "slowly", "myself":
		return true
	}
	return false
}

// playful reports laughter, games and jokes around token i.
func (r *Reader) playful(i int) bool {
	for k := max(0, i-25); k < min(len(r.at), i+25); k++ {
		switch n := r.doc.Tokens[k].Norm; n {
		case "lol", "haha", "hahaha", "lmao", "jk", "joking", "😂", "🤣", "😜", "😉", "boxing", "xx", "❤️", "love":
			return true
		default:
			if ofContest(n) || ofStory(n) {
				return true
			}
		}
	}
	return false
}
