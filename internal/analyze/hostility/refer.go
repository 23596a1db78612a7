package hostility

// reach is how many sentences back a pronoun may point.
const reach = 2

// reference is what may stand for a group that was named before.
type reference struct {
	to int
	// kind tells that it is said of the kind of people, one of whom may have been named alone: "that lot".
	kind bool
	// thing tells that it may as well stand for a thing.
	thing bool
}

// refers reads "they", "these people", "their kind", "the lot of them" at token i.
func (r *Reader) refers(i int) (ref reference, ok bool) {
	next := r.word(i + 1)
	switch w := r.word(i); w {
	case "it", "its", "it's":
		return reference{to: i + 1, thing: true}, true
	case "they", "them", "they're", "theyre", "they'll", "they've", "they'd", "em", "themselves", "their", "those", "these":
		switch {
		case next == "kind" || next == "lot" || next == "sort" || next == "type" || next == "ilk":
			return reference{to: i + 2, kind: true}, true
		case w == "them" || w == "em":
			return reference{to: i + 1, kind: r.quantified(i)}, true
		case w == "they" && next == "all":
			return reference{to: i + 1, kind: true}, true
		case r.bit(i+1)&person != 0 && w != "their":
			return reference{to: i + 2, kind: w == "those" || w == "these"}, true
		case w == "their" || (w == "those" || w == "these") && isWordy(next) && !isVerb(next) && r.bit(i+1)&trait == 0:
			return reference{}, false
		}
		return reference{to: i + 1}, true
	case "people", "anyone", "someone", "folks":
		if w := r.word(i + 2); next == "like" && (w == "that" || w == "them" || w == "this" || w == "those" || w == "these") {
			return reference{to: i + 3, kind: true}, true
		}
	case "such":
		if next == "people" || next == "creatures" {
			return reference{to: i + 2, kind: true}, true
		}
	case "his", "her":
		if next == "kind" || next == "sort" || next == "lot" || next == "ilk" {
			return reference{to: i + 2, kind: true}, true
		}
	case "that", "this":
		if next == "lot" || next == "kind" || next == "type" || next == "sort" || next == "mob" {
			return reference{to: i + 2, kind: true}, true
		}
	case "the":
		if next == "lot" && !isWordy(r.word(i+2)) {
			return reference{to: i + 2, kind: true}, true
		}
	}
	return reference{}, false
}

// quantified reports "all of them", "every last one of them" at "them".
func (r *Reader) quantified(i int) bool {
	if r.word(i-1) != "of" {
		return false
	}
	switch r.word(i - 2) {
	case "all", "both", "each", "one", "lot", "most", "bunch":
		return true
	}
	return false
}

// pronoun points what stands for a group at the last one that was named.
func (r *Reader) pronoun(i int) (mention, bool) {
	ref, ok := r.refers(i)
	if !ok {
		return mention{}, false
	}
	here := r.doc.Tokens[i].Sentence
	for k := len(r.mentions) - 1; k >= 0; k-- {
		m := r.mentions[k]
		if here-r.doc.Tokens[m.from].Sentence > reach {
			break
		}
		if m.protected && !m.generic && !m.resolved && !ref.kind && !r.severalOf(m) || !m.protected && here == r.doc.Tokens[m.from].Sentence && r.bit(m.from)&trait != 0 {
			continue
		}
		if ref.thing {
			return mention{}, false
		}
		if !m.protected || !ref.kind && r.otherPlural(m.to, i) || r.interposed(m.from, i) {
			return mention{from: i, to: ref.to, generic: true}, true
		}
		return mention{from: i, to: ref.to, protected: true, generic: true, resolved: true, men: m.men}, true
	}
	if (ref.kind || !ref.thing) && r.namedAfter(ref.to) || ref.kind && r.evoked(i) {
		return mention{from: i, to: ref.to, protected: true, generic: true, resolved: true}, true
	}
	return mention{}, false
}

// namedAfter reports that the sentence ends in the name of those who were meant before: "they breed like rabbits, these X".
func (r *Reader) namedAfter(i int) bool {
	if i >= len(r.doc.Tokens) {
		return false
	}
	s := r.sentence(i - 1)
	for k := i; k < s.To; k++ {
		if n := r.doc.Tokens[k].Norm; n != "," && n != "-" && n != "–" && n != "—" {
			continue
		}
		k++
		for isDeterminer(r.word(k)) {
			k++
		}
		if r.bit(k)&(group|groupAdj) == 0 {
			continue
		}
		end := k
		for end < s.To && r.at[end]&(group|groupAdj|person) != 0 {
			end++
		}
		if r.word(end) == "the" && r.word(end+1) == "lot" {
			end += 2
		}
		if (r.at[end-1]&person != 0 || plural(r.word(end-1))) && r.endsClause(end) && !isVerb(r.word(end)) && r.doc.Tokens[min(end, len(r.doc.Tokens)-1)].Norm != "," {
			return true
		}
	}
	return false
}

// severalOf reports that more than one member of a group was named, whose kind is likely meant by "they".
func (r *Reader) severalOf(m mention) bool {
	switch r.word(m.from - 1) {
	case "two", "three", "four", "five", "several", "few":
		return plural(r.word(m.to - 1))
	}
	return false
}

// evoked reports that a group was brought up before token i without being named: by what somebody is ("the cabbie was
// Indian"), or by what belongs to it ("the mosque").
func (r *Reader) evoked(i int) bool {
	here := r.doc.Tokens[i].Sentence
	for k := i - 1; k >= 0 && here-r.doc.Tokens[k].Sentence <= reach; k-- {
		if r.at[k]&evokes != 0 && r.own(k) {
			return true
		}
		if r.at[k]&groupAdj != 0 && r.own(k) && !ofThingsToo(r.word(k)) && !isWordy(r.word(k+1)) {
			return true
		}
	}
	return false
}

// otherPlural reports whether a plural noun that is no group stands as subject between a mention and the
// pronoun, so that the pronoun may mean it.
func (r *Reader) otherPlural(from, to int) bool {
	for i := max(from, to-12); i < to; i++ {
		w := r.word(i)
		if r.bit(i)&(person|group) != 0 || !plural(w) && w != "mice" {
			continue
		}
		if v := r.word(i - 1); r.bit(i)&dehuman != 0 && (v == "had" || v == "have" || v == "has" || v == "got") || w == "mice" {
			return true // "they have rats"
		}
		if r.bit(i)&predicate != 0 {
			continue
		}
		if n := r.word(i + 1); n == "are" || n == "were" || n == "have" || n == "should" {
			return true
		}
	}
	return false
}

// interposed reports a sentence about other things, in the plural, between the sentence of a mention and that of
// the pronoun.
func (r *Reader) interposed(from, to int) bool {
	last := r.doc.Tokens[to].Sentence
	for i := from; i < to; i++ {
		s := r.doc.Tokens[i].Sentence
		if s > r.doc.Tokens[from].Sentence && s < last && plural(r.word(i)) && r.bit(i)&(person|group) == 0 && isWordy(r.word(i+1)) && r.word(i-1) != "my" && r.word(i-1) != "our" {
			return true
		}
	}
	return false
}
