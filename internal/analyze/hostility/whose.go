package hostility

// sharedView reports that a clause at token i is the author's own view: "am I the only one who thinks", "I just don't
// think".
func (r *Reader) sharedView(i int) bool {
	switch r.word(i) {
	case "who":
		return r.word(i-1) == "one" && r.word(i-2) == "only" || r.word(i-1) == "else"
	case "don't", "dont", "do":
		w := r.word(i - 2)
		return r.filler(i-1) && (w == "i" || w == "we")
	}
	return false
}

// unending reports "stop" at token i that is said never to come, "I will never stop hating ...", and "don't tell me",
// "don't you feel sick when ...?".
func (r *Reader) unending(i int) bool {
	w := r.word(i)
	if r.word(i+1) == "you" && (w == "don't" || w == "dont") && r.asks(i) {
		return true
	}
	return (w == "stop" || w == "quit") && r.doc.Tokens[i].Negated && r.word(i-1) != "not" || r.word(i+1) == "tell" && r.word(i+2) == "me"
}

// refusedBy reports that somebody else is said to refuse: "a landlord who won't", "if you won't".
func (r *Reader) refusedBy(i int) bool {
	switch r.word(i) {
	case "won't", "wont", "wouldn't", "refuse", "refuses", "refused", "refusing", "doesn't":
	default:
		return false
	}
	switch r.word(i - 1) {
	case "he", "she", "they", "which":
		return true
	case "who":
		return r.word(i-2) != "one" && r.word(i-2) != "person"
	case "you":
		return r.word(i-2) == "if"
	}
	return false
}

// mythical reports words by which what follows is called an invention.
func mythical(w string) bool {
	switch w {
	case "dreaded", "mythical", "fabled", "imaginary", "legendary", "elusive":
		return true
	}
	return false
}

// asThough reports "treats X as if they were ...": what follows at token i is nobody's claim, unless X themselves behave so.
func (r *Reader) asThough(i int) bool {
	if w := r.word(i - 1); r.word(i-2) != "as" || w != "if" && w != "though" {
		return false
	}
	for k := i - 3; k >= r.sentence(i).From; k-- {
		if r.endsMention(k) {
			m := mention{from: k}
			for m.from > 0 && r.at[m.from-1]&(group|groupAdj) != 0 {
				m.from--
			}
			return r.afterPreposition(m) || treats(r.word(m.from-1))
		}
	}
	return false
}

// treats reports the verbs that tell how somebody is dealt with.
func treats(w string) bool {
	switch w {
	case "treat", "treats", "treated", "treating", "see", "sees", "seeing", "describe", "describes", "described", "describing", "discuss", "discussing", "portray", "portrays", "paint", "paints":
		return true
	}
	return false
}
