package hostility

// threats finds threats and calls for harm against persons.
func (r *Reader) threats(found []Remark) []Remark {
	for _, sp := range r.spans {
		switch {
		case sp.bits&threat != 0:
			if !r.own(sp.from) || r.doc.Tokens[sp.from].Negated || r.selfReferenceHarm(sp) {
				continue
			}
			points := float32(3)
			if r.playful(sp.from) {
				points -= 1.25
			}
			found = append(found, Remark{Kind: Threat, Violent: true, From: sp.from, To: sp.to, points: points, Why: "The words threaten somebody or wish them harm."})
		case sp.bits&harm != 0 && sp.bits&idiom == 0:
			if p := max(r.harmsPerson(sp), r.deserved(sp)); p > 0 {
				found = append(found, Remark{Kind: Threat, Violent: true, From: sp.from, To: min(sp.to+1, len(r.at)), points: p, Why: "Harm to a person is threatened, wished or called for."})
			}
		}
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

// harmsPerson scores a verb of harm with a person as object and an intention before it.
func (r *Reader) harmsPerson(sp span) float32 {
	if !r.own(sp.from) || r.doc.Tokens[sp.from].Negated || r.at[sp.from]&idiom != 0 || !r.intends(sp.from) {
		return 0
	}
	// An imperative alone ("shoot me an email", "kill the lights") is no threat: someone must intend it.
	if r.opens(sp.from) {
		return 0
	}
	for k := sp.to; k < min(len(r.at), sp.to+4); k++ {
		switch r.word(k) {
		case "you", "him", "her", "them", "ya", "u":
			if k > sp.to+1 {
				return 0
			}
			if k+1 < len(r.at) && isWordy(r.word(k+1)) && !r.endsPhrase(k+1) { // "kill her time"
				return 0.75
			}
			if r.playful(sp.from) {
				return 1
			}
			return 2.5
		case "that", "this", "the", "every", "whoever", "his", "her's", "your", "a", "some":
			if w := r.word(k); (w == "your" || w == "his") && bodyPart(r.word(k+1)) && !r.playful(sp.from) {
				return 2.5
			}
			continue
		case "me", "myself", "it", "my", "cancer":
			return 0
		}
		if r.at[k]&(nonProtected|person|insultNoun) != 0 {
			return 2.25
		}
	}
	return 0
}

// bodyPart reports what is threatened to be broken.
func bodyPart(w string) bool {
	switch w {
	case "face", "skull", "head", "teeth", "legs", "leg", "neck", "jaw", "throat", "knees", "kneecaps", "arms", "bones", "nose", "guts", "eyes", "fingers", "heads", "faces", "house":
		return true
	}
	return false
}

// deserved scores harm that a person is said to deserve: "my manager should be shot".
func (r *Reader) deserved(sp span) float32 {
	if !r.own(sp.from) || r.doc.Tokens[sp.from].Negated || !grave(r.word(sp.from)) {
		return 0
	}
	s := r.sentence(sp.from)
	passive, norm := false, -1
	for k := sp.from - 1; k >= max(s.From, sp.from-5); k-- {
		switch r.word(k) {
		case "be", "get", "being":
			passive = true
		case "deserve", "deserves", "should", "ought", "needs", "need", "must":
			norm = k
		}
		if norm >= 0 {
			break
		}
	}
	if !passive || norm < 0 {
		return 0
	}
	for k := norm - 1; k >= max(s.From, norm-4); k-- {
		switch r.word(k) {
		case "he", "she", "you", "him", "her", "whoever", "my", "who", "u":
			return 2.75
		case "it", "this", "these", "they", "those":
			return 0
		}
		if r.at[k]&(person|nonProtected|insultNoun) != 0 {
			return 2.5
		}
	}
	return 0
}

// grave reports verbs that mean bodily harm.
func grave(w string) bool {
	switch w {
	case "killed", "murdered", "shot", "stabbed", "hanged", "lynched", "burned", "burnt", "beaten", "bashed", "strangled", "drowned", "beheaded", "executed", "castrated", "raped", "tortured", "flogged", "punched", "slapped",
		"whipped", "poisoned", "slaughtered", "butchered", "gassed", "kicked", "run", "smacked", "thrashed", "throttled", "put", "maimed", "stomped", "exterminated":
		return true
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
