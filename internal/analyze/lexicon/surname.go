package lexicon

import "footprint/internal/analyze/text"

// callers are the classes of words that stand before a name: "Mr", "uncle", "nurse", "Richard".
var callers = []string{"people.title", "people.occupation", "people.kin", "people.relation", "people.colleague", "name.first"}

// standsAsName reports whether the word at token i is the name of a person or a place: it has a capital that is its
// own, and its neighbours are those of a name.
func (l *Lexicon) standsAsName(d *text.Doc, i int) bool {
	t := &d.Tokens[i]
	if t.Kind != text.Word || t.Flags&text.Capital == 0 || t.Flags&text.AllCaps != 0 {
		return false
	}
	if t.Flags&text.FirstInSentence != 0 {
		return l.beginsName(d, i)
	}
	return l.endsName(d, i) || l.namesPlace(d, i) || !many(t.Norm) && beforeName(d.Tokens[i-1].Norm)
}

// endsName reports that a given name, a title or what somebody is to the author stands before token i.
func (l *Lexicon) endsName(d *text.Doc, i int) bool {
	k := i - 1
	if k > 0 && (d.Tokens[k].Norm == "." || d.Tokens[k].Norm == "-") {
		k-- // "H. Coward", "Soper-Dyke"
	}
	if k < 0 {
		return false
	}
	p := &d.Tokens[k]
	capital := p.Flags&text.Capital != 0
	switch {
	case p.Kind != text.Word:
		return false
	case len(p.Norm) == 1:
		return capital && p.Norm != "i" && p.Norm != "a"
	case particle(p.Norm):
		return true
	case !capital && !l.in(p.Norm, l.callers):
		return false
	case l.respell.aims[p.Norm] != 0 || many(p.Norm) && !capital:
		return false
	case l.in(p.Norm, l.callers):
		return capital || !many(d.Tokens[i].Norm)
	}
	return p.Flags&text.AllCaps == 0 && (p.Rarity() > often || placePart(p.Norm))
}

// placePart reports the words that names of places begin with.
func placePart(w string) bool {
	switch w {
	case "de", "la", "le", "del", "di", "da", "al", "el", "st", "saint", "mount", "mt", "port", "lake", "fort", "lord", "lady", "dame":
		return true
	}
	return false
}

// beginsName reports that a sentence begins with a name and does not call names: "Dick and Carol", "Coward wrote".
func (l *Lexicon) beginsName(d *text.Doc, i int) bool {
	if i+1 == len(d.Tokens) || l.namesPlace(d, i) {
		return i+1 < len(d.Tokens)
	}
	n := &d.Tokens[i+1]
	switch n.Norm {
	case "said", "says", "wrote", "writes", "scored", "told", "asked", "played", "plays", "hit", "won", "has", "was", "is", "sang", "signed", "joined", "taught":
		return n.Norm != "is" && n.Norm != "was" && n.Norm != "has" || many(d.Tokens[i].Norm)
	case "and", "&":
		return i+2 < len(d.Tokens) && isName(&d.Tokens[i+2])
	case "van", "von", "de":
		return true
	}
	return l.in(d.Tokens[i].Norm, l.callers) && isName(n)
}

// namesPlace reports "Coons Road", "the Dyke Arms".
func (l *Lexicon) namesPlace(d *text.Doc, i int) bool {
	if i+1 == len(d.Tokens) || d.Tokens[i+1].Flags&text.Capital == 0 {
		return false
	}
	switch d.Tokens[i+1].Norm {
	case "road", "street", "lane", "avenue", "drive", "way", "close", "court", "square", "farm", "hall", "house", "lodge", "arms", "inn", "hotel", "bridge", "creek", "river", "lake", "bay", "beach", "island", "islands", "hill", "hills", "mountain", "valley", "park", "forest", "village", "county", "township", "station", "school", "college", "university", "hospital", "clinic", "ward", "library", "museum", "theatre", "stadium", "church", "cup", "award", "prize", "medal", "ltd", "limited", "inc", "llc", "plc", "foundation", "trust", "brothers", "family", "report", "inquiry", "lecture", "kok":
		return true
	}
	return false
}

// many reports a word that may be a plural.
func many(w string) bool { return len(w) > 3 && w[len(w)-1] == 's' && w[len(w)-2] != '\'' }

// beforeName reports words after which somebody or some place is named, and no one is called names.
func beforeName(w string) bool {
	switch w {
	case "in", "at", "near", "from", "to", "by", "via", "with", "for", "and", "ask", "asked", "tell", "told", "saw", "met", "between", "visit", "visited", "visiting", "outside", "thanks", "rang", "phoned", "emailed", "thank", "cousin", "named":
		return true
	}
	return false
}

// particle reports the little words inside names, also in lower case.
func particle(w string) bool {
	switch w {
	case "van", "von", "der", "den", "bin", "ibn", "sir":
		return true
	}
	return false
}
