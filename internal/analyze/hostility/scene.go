package hostility

// asked reports a question why something should be: it takes the side of those who suffer.
func (r *Reader) asked(i int) bool {
	switch s := r.sentence(i); r.word(s.From) {
	case "why", "how", "must", "should", "do", "does":
		return r.doc.Tokens[s.To-1].Norm == "?"
	}
	return false
}

// dared reports that a provocation is named: what befalls them does so if they come near.
func (r *Reader) dared(v victim) bool {
	s := r.sentence(v.from)
	first := s.From
	if n := r.doc.Tokens[v.from].Sentence; n > 0 {
		first = r.doc.Sentences[n-1].From
	}
	condition, deed := false, false
	for i := first; i < s.To; i++ {
		switch r.word(i) {
		case "if", "when", "next", "whenever", "any", "another", "ever", "every", "again", "more", "once", "should", "keep", "promise", "swear", "who", "first":
			condition = true
		case "come", "comes", "coming", "set", "sets", "step", "steps", "show", "shows", "touch", "touches", "look", "looks", "talk", "talks", "cross", "crosses", "mouth", "walk", "walks", "try", "tries", "enter", "enters", "move", "moves", "open", "opens",
			"catch", "see", "find", "meet", "near", "anywhere", "here", "my", "our", "round", "foot", "door", "street", "dares", "dare", "knock", "knocks", "turn", "turns", "hit", "speak", "speaks", "kiss", "stay", "complain":
			deed = true
		}
	}
	return condition && deed
}

// invented reports that the sentence of token i, or the one before, speaks of a story or a game.
func (r *Reader) invented(i int) bool {
	return r.speaksOf(i, ofStory)
}

// ofStory reports words for stories and what is in them.
func ofStory(w string) bool {
	switch w {
	case "film", "films", "movie", "movies", "novel", "episode", "character", "characters", "plot", "villain", "villains", "zombie", "zombies", "npc", "npcs", "storyline", "trailer", "protagonist", "minecraft", "skyrim", "gta", "screenplay", "musical", "opera":
		return true
	}
	return false
}

// sportive reports a contest, in which to beat somebody is to win.
func (r *Reader) sportive(i int) bool {
	return r.speaksOf(i, ofContest) || r.word(i+1) == "us" && r.word(i+2) == "on" && isDay(r.word(i+3)) // "will murder us on Sunday"
}

// ofContest reports words for sports and games.
func ofContest(w string) bool {
	switch w {
	case "match", "final", "semi-final", "cup", "league", "season", "tournament", "score", "goals", "goal", "defend", "rugby", "cricket", "football", "netball", "hockey", "tennis", "basketball", "afl", "nrl", "ashes", "olympics", "test", "wicket", "wickets",
		"innings", "twickenham", "wembley", "bowling", "batting", "quiz", "chess", "bingo", "trivia", "regatta", "relay", "playoffs", "halftime", "half-time", "referee", "scrum", "tackle", "eurovision", "fortnite", "mario", "game", "games":
		return true
	}
	return false
}

// speaksOf reports a word of a kind in the sentence of token i or the one before.
func (r *Reader) speaksOf(i int, kind func(string) bool) bool {
	s := r.sentence(i)
	if n := r.doc.Tokens[i].Sentence; n > 0 {
		s.From = r.doc.Sentences[n-1].From
	}
	for k := s.From; k < s.To; k++ {
		if w := r.word(k + 1); kind(r.word(k)) && w != "bat" && w != "bats" && r.word(k-1) != "open" && r.word(k-1) != "hunting" { // a cricket bat is a weapon, open season none
			return true
		}
	}
	return false
}

// told reports that what begins at token i is what people are told: "we are told that they ...".
func (r *Reader) told(i int) bool {
	for k := i - 1; k >= max(r.sentence(i).From, i-3); k-- {
		switch r.word(k) {
		case "that", "to":
			continue
		case "told", "taught", "warned":
			return isCopula(r.word(k-1)) || r.word(k-1) == "been" || r.word(k-1) == "being" || r.word(k-1) == "get"
		case "hear", "heard", "hearing", "read", "said":
			return true
		}
		return false
	}
	return false
}
