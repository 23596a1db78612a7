package text

// voices marks quoted and reported words.
func (sc *scanner) voices(d *Doc) {
	sc.quotes(d)
	sc.lines(d)
	reports(d)
}

// quotes marks what stands between quotation marks. An opening mark without its partner in the same
// paragraph opens nothing. The search for partners never looks at a token twice per kind of mark.
func (sc *scanner) quotes(d *Doc) {
	t := d.Tokens
	var barren [4]int // per kind of mark: no partner up to this token
	for i := 0; i < len(t); i++ {
		if t[i].Kind != Punct {
			continue
		}
		kind := sc.opens(t, i)
		if kind < 0 || i < barren[kind] {
			continue
		}
		j := i + 1
		for ; j < len(t) && j-i < maxQuote; j++ {
			if t[j].Kind == Punct && sc.shuts(t, j, kind) {
				break
			}
		}
		if j == len(t) || j-i == maxQuote {
			barren[kind] = j
			continue
		}
		for k := i + 1; k < j; k++ {
			t[k].Voice = Quoted
		}
		i = j
	}
}

// maxQuote is the longest quotation in tokens.
const maxQuote = 2000

const (
	straight = iota
	curly
	single
	angle
)

func (sc *scanner) opens(t []Token, i int) int {
	next := i+1 < len(t) && !sc.blank[i+1]
	switch t[i].Norm {
	case "\"":
		if next && (sc.blank[i] || i == 0 || t[i-1].Kind == Punct) {
			return straight
		}
	case "“":
		return curly
	case "«":
		return angle
	case "‘", "'":
		if next && (sc.blank[i] || i == 0 || t[i-1].Kind == Punct) && !clipped(t[i+1].Norm) {
			return single
		}
	}
	return -1
}

// clipped reports words that begin with an apostrophe.
func clipped(w string) bool {
	switch w {
	case "cause", "em", "til", "tis", "twas", "bout", "n", "round", "ere", "cos", "nother", "sup":
		return true
	}
	return false
}

func (sc *scanner) shuts(t []Token, j, kind int) bool {
	switch t[j].Norm {
	case "\"":
		return kind == straight || kind == curly
	case "”", "“":
		return kind == curly
	case "»":
		return kind == angle
	case "'":
		return kind == single && (j+1 == len(t) || sc.blank[j+1] || t[j+1].Kind == Punct)
	}
	return false
}

// lines marks block quotes (a line that starts with ">") and what follows "RT @name".
func (sc *scanner) lines(d *Doc) {
	t := d.Tokens
	quoted := false
	for i := range t {
		if sc.breaks[i] {
			quoted = t[i].Kind == Punct && t[i].Norm == ">"
		}
		if t[i].Kind == Word && t[i].Norm == "rt" && t[i].Flags&AllCaps != 0 && i+1 < len(t) && t[i+1].Kind == Handle {
			for k := i; k < len(t); k++ {
				t[k].Voice = Quoted
			}
			return
		}
		if quoted {
			t[i].Voice = Quoted
		}
	}
}

// reports marks what others are said to have said: from the verb to the end of the sentence or "but".
func reports(d *Doc) {
	t := d.Tokens
	for _, s := range d.Sentences {
		for i := s.From + 1; i < s.To; i++ {
			if t[i].Kind != Word || !reportVerb(t, i) || !otherSpeaker(t, s.From, i) {
				continue
			}
			for i++; i < s.To && !backToAuthor(t, i, s.To); i++ {
				if t[i].Voice == Own {
					t[i].Voice = Reported
				}
			}
		}
	}
}

// backToAuthor reports that the author speaks again from token i on: "but", ", I say".
func backToAuthor(t []Token, i, to int) bool {
	switch t[i].Norm {
	case "but", "when", "yet":
		return true
	case "i":
		return t[i-1].Norm == "," && i+1 < to && (t[i+1].Norm == "say" || t[i+1].Norm == "think" || t[i+1].Norm == "believe" || t[i+1].Norm == "know")
	}
	return false
}

func reportVerb(t []Token, i int) bool {
	switch t[i].Norm {
	case "said", "says", "claims", "claimed", "argues", "argued", "insists", "insisted", "shouted", "yelled", "screamed", "wrote", "writes",
		"tweeted", "posted", "reckons", "believes", "asks", "asked", "told", "tells", "muttered", "sneered", "commented":
		return true
	case "say", "saying", "claim", "claiming", "think", "thinks", "thinking", "believe", "shouting", "screaming", "yelling":
		// Only with an explicit subject of many: "people who say", "they think", "those calling us".
		p := t[i-1].Norm
		if p == "who" && i > 2 && t[i-2].Norm == "one" && t[i-3].Norm == "only" {
			return false // "am I the only one who thinks"
		}
		if (p == "everyone" || p == "everybody") && i > 1 && t[i-2].Norm == "what" {
			return false // "I'm saying what everyone thinks"
		}
		return p == "who" || p == "that" || p == "they" || p == "people" || p == "those" || p == "someone" || p == "anyone" || p == "everyone" ||
			p == "him" || p == "her" || p == "them" || p == "he" || p == "she" || p == "folks" || p == "some" || p == "patients"
	}
	return false
}

// otherSpeaker reports whether the subject before verb i is somebody else than the author.
func otherSpeaker(t []Token, from, i int) bool {
	for k := i - 1; k >= from && k >= i-3; k-- {
		if t[k].Kind == Punct {
			return k < i-1
		}
		switch t[k].Norm {
		case "i", "i've", "i'd", "i'm", "we", "we've", "we'd", "just", "to", "let's", "must", "could", "should", "would", "can", "will", "not", "never", "been",
			"was", "is", "were", "are", "be", "being", "get", "got", "getting", "you":
			return false
		}
	}
	return t[i-1].Kind == Word || t[i-1].Kind == Handle
}
