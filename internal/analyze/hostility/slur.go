package hostility

import "footprint/internal/analyze/text"

func (r *Reader) slurs(found []Remark) []Remark {
	for _, m := range r.mentions {
		if !m.slur || !r.own(m.from) || r.selfReference(m.from) || r.calledSo(m.from) {
			continue
		}
		p := float32(4)
		if w := r.word(m.from - 1); r.doc.Tokens[m.from].Negated && !r.falseNegation(m.from) && w != "you" && w != "u" {
			p = 2
		}
		found = append(found, Remark{Kind: Hate, From: m.from, To: m.to, points: p, Why: "A slur for a group is used."})
	}
	if r.seen&order != 0 {
		found = r.orders(found)
	}
	if r.seen&slurSoft == 0 {
		return found
	}
	for _, sp := range r.spans {
		if sp.bits&slurSoft == 0 || sp.bits&slur != 0 || !r.own(sp.from) || r.selfReference(sp.from) || r.calledSo(sp.from) || r.doc.Tokens[sp.from].Negated {
			continue
		}
		if n := r.aimed(sp); n > 0 {
			found = append(found, Remark{Kind: Hate, From: sp.from, To: sp.to, points: n, soft: true, Why: "A word that is also a slur is aimed at people."})
		}
	}
	return found
}

// calledSo reports that somebody is or was called the name at i: "to be called a ...".
func (r *Reader) calledSo(i int) bool {
	for k := i - 1; k >= max(r.sentence(i).From, i-5); k-- {
		switch r.word(k) {
		case "called", "calling":
			w := r.word(k - 1)
			return w != "i" && w != "i've" && w != "we" && w != "so"
		case "a", "an", "the", "him", "her", "them", "me", "us", "people", "someone", "somebody", "kids", "anyone", "dirty", "little", "fucking", "stupid":
		default:
			if w := r.word(k - 1); w != "the" && w != "his" && w != "her" || !isWordy(r.word(k)) {
				return false
			}
		}
	}
	return false
}

// affection reports words to friends: "love you", "happy birthday", a heart.
func (r *Reader) affection() bool {
	for i := range r.doc.Tokens {
		switch r.form(i) {
		case "love":
			if w := r.word(i + 1); w == "you" || w == "u" || w == "ya" || w == "my" {
				return true
			}
		case "miss":
			if w := r.word(i + 1); w == "you" || w == "u" {
				return true
			}
		case "birthday", "congrats", "congratulations", "❤️", "💕", "😘", "🥰", "bestie", "besties", "brunch":
			return true
		}
	}
	return false
}

// orders finds what sends women to housework: as an order, or as what is said they should do.
func (r *Reader) orders(found []Remark) []Remark {
	for _, sp := range r.spans {
		if sp.bits&order == 0 || !r.own(sp.from) || r.doc.Tokens[sp.from].Negated || r.claimed(sp.from, r.sentence(sp.from)) {
			continue
		}
		if p := r.ordered(sp); p > 0 {
			found = append(found, Remark{Kind: Hate, From: sp.from, To: sp.to, points: p, Why: "Women are sent to housework."})
		}
	}
	return found
}

func (r *Reader) ordered(sp span) float32 {
	s := r.sentence(sp.from)
	told := false
	for k := s.From; k < s.To; k++ {
		switch r.word(k) {
		case "i", "i'm", "im", "i'll", "i've", "we", "we're", "my", "our", "please", "can", "could", "would", "will", "dad", "he", "he's":
			return 0
		case "should", "belong", "belongs", "must", "stay", "get", "go", "just", "now", "bitch", "sweetheart", "darling", "love", "need", "needs", "lol", "ought", "supposed":
			told = told || k < sp.to
		}
	}
	switch {
	case sp.from == s.From, r.opens(sp.from), r.word(sp.from-1) == "go", r.word(sp.from-1) == "you":
		return 3
	case told && r.count(s, group|person|slurSoft) > 0 || told && r.speaksOfHer(s):
		return 3
	}
	return 0
}

func (r *Reader) speaksOfHer(s text.Range) bool {
	for k := s.From; k < s.To; k++ {
		switch r.word(k) {
		case "she", "her", "she's", "you", "your", "u":
			return true
		}
	}
	return false
}

func (r *Reader) aimed(sp span) (points float32) {
	before, s := r.word(sp.from-1), r.sentence(sp.from)
	if sp.bits&slurName != 0 {
		points = r.named(sp, s)
	}
	switch before {
	case "you", "these", "those", "dirty", "filthy", "fucking", "stupid", "bloody", "ugly", "little", "disgusting":
		points++
	}
	if r.bit(sp.from-1)&(trait|profanity) != 0 && !r.compoundWord(sp) || r.bit(sp.from-1)&groupAdj != 0 {
		points++
	}
	if points == 0 {
		return 0
	}
	if r.count(s, dehuman|traitStrong|hateVerb|harm|exclude|profanity|insultNoun)-(sp.to-sp.from) > 0 {
		points++
	}
	if r.count(s, group|person|groupAdj) > 0 {
		points += 0.5
	}
	return points
}

// commands reports the verbs by which somebody is told off.
func commands(w string) bool {
	switch w {
	case "go", "shut", "get", "fuck", "stop", "oi", "hey", "piss", "bugger", "sod", "bye", "lol", "ok", "cry", "cope", "die", "nobody":
		return true
	}
	return false
}

// nearlyNext reports that only what belongs to a name stands in [from,to): "we are all proud X".
func (r *Reader) nearlyNext(from, to int) bool {
	for i := from; i < to; i++ {
		if r.at[i]&(group|groupAdj|person|praise|slur|slurSoft|trait|mild) == 0 && !isDeterminer(r.word(i)) && !isCopula(r.word(i)) && !r.filler(i) && r.word(i) != "call" && r.word(i) != "ourselves" && r.word(i) != "as" && r.word(i) != "of" && r.word(i) != "and" && r.word(i) != "just" && r.word(i) != "two" && r.word(i) != "big" && r.word(i) != "old" && r.word(i) != "fat" {
			return false
		}
	}
	return true
}

// named scores a name for a person: "you are a ...", "that ...", "go away, ...!".
func (r *Reader) named(sp span, s text.Range) float32 {
	k := sp.from - 1
	for k >= s.From && (r.at[k]&(insultAdj|profanity|mild|traitWeak|traitStrong) != 0 || isDeterminer(r.word(k)) || introduces(r.word(k)) || r.word(k) == "but" || r.word(k) == "nothing" || r.filler(k)) {
		switch r.word(k) {
		case "another", "typical", "these", "those", "such", "bunch", "every", "you":
			return 2.25
		case "that":
			if r.word(k+1) != "is" {
				return 2.25
			}
		}
		k--
	}
	switch r.word(k) {
	case "you're", "youre", "he's", "she's", "they're", "ur", "you", "u", "this", "that", "these", "those", "fucking":
		return 2.5
	case "is", "are", "was", "were":
		switch w := r.word(k - 1); w {
		case "you", "he", "she", "they", "who", "u":
			return 2.5
		default:
			if r.bit(k-1)&(person|nonProtected|group) != 0 {
				return 2.25
			}
		}
	case "a", "an", "like":
		return 0
	case "only":
		return 2.25
	}
	if k >= s.From && r.doc.Tokens[k].Norm == "," && (sp.to >= s.To || r.doc.Tokens[sp.to].Kind == text.Punct) && s.To-s.From < 12 {
		return 2.5
	}
	if (sp.to >= s.To || r.doc.Tokens[sp.to].Kind == text.Punct) && s.To-s.From < 8 && commands(r.word(s.From)) && r.at[sp.from-1]&(person|group) == 0 {
		return 2.5 // "go home ..."
	}
	if plural(r.word(sp.to-1)) || r.word(sp.from-1) == "the" {
		if r.scores != nil && r.judgedHate() >= 0.3 {
			return 2.25
		}
	}
	return 0
}

func (r *Reader) compoundWord(sp span) bool {
	for _, o := range r.spans {
		if o.from < sp.from && o.to >= sp.to {
			return true
		}
	}
	return false
}

func (r *Reader) selfReference(i int) bool {
	s := r.sentence(i)
	for k := i - 1; k >= max(s.From, i-8); k-- {
		if r.at[k]&predicate != 0 && r.at[k]&praise == 0 && !r.modifierRun(k, i) || r.word(k) == "of" || r.word(k) == "with" {
			return false
		}
		switch r.word(k) {
		case "we", "us", "i'm", "im", "we're", "myself", "ourselves":
			return r.nearlyNext(k+1, i)
		case "fellow":
			return true
		case "i":
			if r.word(k-1) == "and" && r.doc.Tokens[k+1].Norm == "," {
				return r.nearlyNext(k+2, i) // "my sister and I, two ..."
			}
			return r.word(k+1) == "am" || r.word(k+1) == "was" || r.word(k+1) == "identify" || r.word(k+1) == "used" && r.word(k+3) == "be"
		case "as":
			return r.word(k+1) == "a" || r.word(k+1) == "an"
		case "proud":
			return true
		case "you", "they", "these", "those", "he", "she":
			return false
		}
	}
	if r.word(i-1) == "one" && r.word(i+1) == "to" && r.word(i+2) == "another" {
		return true
	}
	if w := r.word(i - 1); r.word(i-2) == "my" && (w == "favourite" || w == "favorite" || w == "fave" || w == "beloved" || w == "fellow") {
		return true
	}
	return (r.seen&reclaim != 0 || r.word(i-3) == "me" && r.word(i-2) == "and" || r.affection()) && (r.word(i-1) == "my" || r.word(i-2) == "my" && (r.bit(i-1) != 0 || r.filler(i-1))) ||
		r.word(i+1) == "like" && r.word(i+2) == "me" || r.word(i+2) == "me" && r.word(i+1) == "" || r.word(i-1) == "my" && r.word(i+1) == "and" && (r.word(i+2) == "i" || r.word(i+2) == "me")
}
