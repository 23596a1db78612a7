package text

import "slices"

// sentences cuts the tokens at marks that end a sentence, and at line breaks unless the next line goes on
// in lower case.
func (sc *scanner) sentences(d *Doc) {
	t := d.Tokens
	if len(t) == 0 {
		return
	}
	d.Sentences = slices.Grow(d.Sentences, len(t)/12+1)
	from := 0
	for i := range t {
		if i > from && sc.startsLine(t, i) || i > from && sc.endsBefore(t, i, from) {
			d.Sentences = append(d.Sentences, Range{from, i})
			from = i
		}
		t[i].Sentence = len(d.Sentences)
	}
	d.Sentences = append(d.Sentences, Range{from, len(t)})
	for _, s := range d.Sentences {
		for i := s.From; i < s.To; i++ {
			if t[i].Kind == Word || t[i].Kind == HashtagPart {
				t[i].Flags |= FirstInSentence
				break
			}
		}
	}
}

func (sc *scanner) startsLine(t []Token, i int) bool {
	if !sc.breaks[i] {
		return false
	}
	k := t[i]
	return k.Kind != Word || k.Flags&Capital != 0 || t[i-1].Kind == Punct && ends(t[i-1].Norm)
}

// endsBefore reports whether the sentence that began at from ends before token i.
func (sc *scanner) endsBefore(t []Token, i, from int) bool {
	p := i - 1
	for p > from && t[p].Kind == Punct && closes(t[p].Norm) && !sc.blank[p] {
		p--
	}
	if t[p].Kind != Punct || !ends(t[p].Norm) || !sc.blank[i] {
		return false
	}
	switch t[p].Norm[0] {
	case '!', '?':
		return true
	}
	if len(t[p].Norm) > 1 { // a pause, unless what follows starts anew
		return t[i].Flags&Capital != 0
	}
	if p == from {
		return false
	}
	w := t[p-1]
	if w.Kind == Word && !sc.blank[p] && (abbreviation(w.Norm) || len(w.Norm) == 1 && w.Norm != "i" && w.Flags&Capital != 0) {
		return false
	}
	return true
}

func ends(s string) bool {
	switch s[0] {
	case '.', '!', '?':
		return true
	}
	return s == "。" || s == "！" || s == "？"
}

func closes(s string) bool {
	switch s {
	case ")", "]", "\"", "'", "”", "»":
		return true
	}
	return false
}

func abbreviation(w string) bool {
	switch w {
	case "dr", "mr", "mrs", "ms", "prof", "st", "sr", "jr", "vs", "eg", "e.g", "ie", "etc", "approx", "dept", "hosp", "assoc",
		"fig", "rev", "hon", "messrs", "esp", "inc", "ltd", "al", "cf", "viz", "mt", "ave", "rd":
		return true
	}
	return false
}

// clauses cuts sentences at marks and at conjunctions that start a new statement.
func (sc *scanner) clauses(d *Doc) {
	t := d.Tokens
	d.Clauses = slices.Grow(d.Clauses, len(t)/6+1)
	for _, s := range d.Sentences {
		from := s.From
		for i := s.From; i < s.To; i++ {
			cutBefore := i > from && t[i].Kind == Word && conjunction(t, i)
			cutAfter := t[i].Kind == Punct && separates(t[i].Norm, sc.blank[i]) && i+1 < s.To
			if cutBefore {
				d.Clauses = append(d.Clauses, Range{from, i})
				from = i
			}
			t[i].Clause = len(d.Clauses)
			if cutAfter {
				d.Clauses = append(d.Clauses, Range{from, i + 1})
				from = i + 1
			}
		}
		if from < s.To {
			d.Clauses = append(d.Clauses, Range{from, s.To})
		}
	}
}

func separates(s string, blank bool) bool {
	switch s {
	case ",", ";", ":", "—", "(", ")", "...", "..", "!", "?", ".", "[", "]", "|", "/":
		return s != "/" || blank
	case "-", "--":
		return blank
	}
	return len(s) > 1 && ends(s)
}

// conjunction reports whether word i opens a new clause. "and" does so only before a subject.
func conjunction(t []Token, i int) bool {
	switch t[i].Norm {
	case "but", "although", "though", "because", "while", "whereas", "however", "unless", "whilst", "cos", "cuz", "bc", "except":
		return true
	case "and", "so", "or", "yet", "then", "&":
		if i+1 >= len(t) {
			return false
		}
		switch t[i+1].Norm {
		case "i", "i'm", "i've", "i'd", "i'll", "im", "you", "you're", "he", "he's", "she", "she's", "it", "it's", "its", "we", "we're", "we've",
			"they", "they're", "they've", "this", "that's", "there", "there's", "then", "now", "who":
			return true
		}
	}
	return false
}
