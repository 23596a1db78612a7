package hostility

import "footprint/internal/analyze/text"

func (r *Reader) typical(found []Remark) []Remark {
	for _, m := range r.mentions {
		s := r.sentence(m.from)
		if !m.protected || m.resolved || !r.own(m.from) || m.from != s.From+1 || r.word(s.From) != "typical" {
			continue
		}
		if plural(r.word(m.to-1)) || m.to >= s.To || r.doc.Tokens[m.to].Kind == text.Punct {
			found = append(found, Remark{Kind: Hate, From: s.From, To: m.to, points: 2.5, Why: "A group is called typical of something bad."})
		}
	}
	return found
}

func (r *Reader) away(found []Remark) []Remark {
	for _, m := range r.mentions {
		if !m.protected || !m.generic || !r.own(m.from) {
			continue
		}
		v := m.from - 1
		for v >= 0 && m.from-v < 4 && (isDeterminer(r.word(v)) || r.at[v]&(profanity|trait|mild) != 0 || r.word(v) == "of") {
			v--
		}
		if v < 0 || r.doc.Tokens[v].Negated || !sendsAway(r.word(v)) || !r.intends(v) {
			continue
		}
		if r.word(v) == "take" && r.word(m.to) == "out" {
			continue // to a restaurant
		}
		switch r.word(m.to) {
		case "out", "back", "home", "away", "off":
			found = append(found, Remark{Kind: Hate, From: v, To: min(m.to+1, len(r.at)), points: 3, Why: "A group is to be kept out or sent away."})
		}
	}
	return found
}

func sendsAway(w string) bool {
	switch w {
	case "keep", "kick", "throw", "get", "chuck", "send", "ship", "boot", "drive", "force", "take", "push", "drag", "lock", "turf", "sling", "hurl":
		return true
	}
	return false
}
