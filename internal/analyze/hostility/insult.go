package hostility

import "footprint/internal/analyze/text"

// insults finds contempt aimed at a person.
func (r *Reader) insults(found []Remark) []Remark {
	if r.seen&(insultNoun|insultAdj|profanity) == 0 {
		return found
	}
	for _, sp := range r.spans {
		if sp.bits&(insultNoun|insultAdj|profanity) == 0 || !r.own(sp.from) || r.doc.Tokens[sp.from].Negated && !r.falseNegation(sp.from) {
			continue
		}
		if p := r.insult(sp); p > 0 {
			found = append(found, Remark{Kind: Derogatory, From: sp.from, To: sp.to, points: p, Why: "An insult is aimed at a person."})
		}
	}
	return found
}

// insult scores who an insulting word is aimed at.
func (r *Reader) insult(sp span) float32 {
	noun := sp.bits&insultNoun != 0
	if sp.bits&(insultNoun|insultAdj) == 0 {
		return r.swearsAt(sp)
	}
	if w := r.word(sp.to); w == "i" || w == "i'm" || w == "me" || w == "myself" { // "what an idiot I was"
		r.aboutSelf = true
		return 0
	}
	if r.reportedName(sp) {
		return 0
	}
	target, copula, distance := r.target(sp)
	if !noun && r.seen&(group|groupAdj) != 0 && (!addresses(r.word(sp.from-1)) && r.attributeOfOther(sp) || r.madeSo(sp)) {
		return 0
	}
	if target == nobody && !noun && r.ofThing(sp) {
		r.aboutThing = true
		return 0
	}
	if target == nobody && noun && r.exclaimed(sp) {
		target = third
		copula = true
	}
	if noun && target == nobody && r.inTitle(sp) {
		r.aboutThing = true
		return 0
	}
	base := float32(1.5)
	if noun {
		base = 2
		if sp.bits&profanity != 0 || sp.to-sp.from > 1 {
			base = 2.5
		}
	}
	switch target {
	case second:
		if !noun && !copula {
			return 0.5
		}
		return base + 1
	case third:
		if !copula && distance > 1 {
			return 0
		}
		if noun {
			return base + 0.5
		}
		return base
	case self:
		r.aboutSelf = r.aboutSelf || copula
		return 0
	case thing:
		r.aboutThing = true
		return 0
	}
	if !noun {
		return 0
	}
	switch w := r.word(sp.from - 1); w {
	case "fucking", "stupid", "bloody", "total", "complete", "absolute", "utter", "useless", "pathetic", "these", "those", "of", "dumb", "lying", "little", "arrogant", "ignorant", "such", "what", "a", "an":
		if w == "of" && r.word(sp.from-2) != "bunch" && r.word(sp.from-2) != "pack" && r.word(sp.from-2) != "load" || (w == "a" || w == "an") && r.word(sp.from-2) != "what" && r.word(sp.from-2) != "such" {
			return 0.75
		}
		return base
	}
	if s := r.sentence(sp.from); s.To-s.From <= 4 && r.modifierRun(s.From, sp.from) {
		return base
	}
	return 0.5
}

// reportedName reports what people are called, where that is news: "are called liars on the front page".
func (r *Reader) reportedName(sp span) bool {
	if w := r.word(sp.from - 2); !calls(r.word(sp.from-1)) || w != "are" && w != "is" && w != "being" && w != "get" {
		return false
	}
	switch r.word(sp.to) {
	case "by", "on", "in", "again", "every", "daily", "online":
		return true
	}
	return false
}

// inTitle reports an insult with a capital that stands beside others in the middle of a sentence, as in the title of a song
// or the name of a team: "the single Sometime Losers Country".
func (r *Reader) inTitle(sp span) bool {
	capital := func(i int) bool {
		if i < 0 || i >= len(r.doc.Tokens) {
			return false
		}
		t := &r.doc.Tokens[i]
		return t.Kind == text.Word && t.Flags&text.Capital != 0 && t.Flags&(text.AllCaps|text.FirstInSentence) == 0 && t.Norm != "i"
	}
	return capital(sp.from) && (capital(sp.from-1) && !addresses(r.word(sp.from-1)) || capital(sp.to))
}

// addresses reports words that make what follows an insult to the one spoken to.
func addresses(w string) bool {
	switch w {
	case "you", "your", "you're", "ur", "u", "ya", "yous":
		return true
	}
	return false
}

// ofThing reports "that's a really ignorant policy".
func (r *Reader) ofThing(sp span) bool {
	if !isWordy(r.word(sp.to)) || r.bit(sp.to)&(person|nonProtected|group|insultNoun|insultAdj|profanity) != 0 || r.endsPhrase(sp.to) {
		return false
	}
	for k := sp.from - 1; k >= max(r.sentence(sp.from).From, sp.from-4); k-- {
		switch r.word(k) {
		case "that's", "this", "it's", "thats", "its", "that":
			return true
		case "a", "an", "such", "is", "really", "so", "was", "pretty", "very", "just":
		default:
			return false
		}
	}
	return false
}

// exclaimed reports "what a fool he is".
func (r *Reader) exclaimed(sp span) bool {
	w, v := r.word(sp.to), r.word(sp.to+1)
	if w == "that" {
		v = r.word(sp.to + 2)
		return (v == "is" || v == "was") && r.bit(sp.to+1)&(person|nonProtected|group) != 0
	}
	return (w == "he" || w == "she") && (v == "is" || v == "was") || (w == "you" || w == "they") && (v == "are" || v == "were")
}

// swearsAt scores swearing directly at somebody: "fuck you", "go to hell".
func (r *Reader) swearsAt(sp span) float32 {
	switch r.word(sp.from) {
	case "fuck", "screw", "damn", "stuff":
	default:
		return 0
	}
	switch next := r.word(sp.to); next {
	case "you", "u", "off", "him", "her", "them", "yourself", "ya":
		if r.opens(sp.from) || r.word(sp.from-1) == "go" || r.word(sp.from-1) == "can" {
			return 2.25
		}
	}
	return 0
}
