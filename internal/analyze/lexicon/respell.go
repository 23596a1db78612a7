package lexicon

import "footprint/internal/analyze/text"

// respeller reads words that were run together, split or misspelt to get past a filter as they are meant. It
// only makes a text readable: whether something bad is said is judged afterwards, so it needs no more than a
// fair guess. A guess must give a word of an attack; one that is short must stand beside the other half.
type respeller struct {
	lex *Lexicon
	// aims are the words worth hiding.
	aims map[string]aim
	// forms maps a word with a letter dropped or two neighbours swapped to the word meant.
	forms map[string]string
	// brief maps such forms of the names of groups that are read so only before "people".
	brief map[string]string
	// short maps forms of short words of an attack that may be a slip of a common word as well.
	short map[string]string
	// bags maps the letters of a long word, in order of the alphabet, to it, for those in which several changed places.
	bags map[string]string
	// names maps misspelt forms of names of groups that are two words, and the two run together, to the name.
	names map[string]string
	// slips tells by text.Token.Rank which words the maps above have.
	slips []uint64
	// heads and tails tell which first and last two letters aims have.
	heads, tails [26 * 26]bool
}

// aim is what a word does in an attack.
type aim uint8

const (
	whom    aim = 1 << iota // names a group
	hostile                 // attacks
	folk                    // "people", which follows the name of a group
	named                   // a name that attacks by itself
)

var (
	whomClasses = []string{"group", "groupadj", "slurh.name", "slur"}
	// respell.part are words that attack only with others.
	hostileClasses = []string{"respell.part", "hateverb", "harmverb", "dehuman", "negtrait.strong", "insult", "violence", "profanity.strong", "excludeverb"}
)

const (
	often     = 8   // logarithm of the rank 3,000
	veryOften = 4.6 // logarithm of the rank 100
	frequent  = 9.9 // logarithm of the rank 20,000: words that are often written
	everyday  = 6.5 // logarithm of the rank 665: words that link others in a run
	// letters of a word that is known by them when several changed places
	minShuffled = 8
	minLone     = 6   // letters of a word whose forms need no other half beside them
	maxRun      = 60  // letters of a run of words
	maxPiece    = 16  // letters of a word in it
	noWord      = 1e6 // cost of what cannot be read
)

func newRespeller(l *Lexicon) *respeller {
	r := &respeller{lex: l, aims: map[string]aim{}, forms: map[string]string{}, brief: map[string]string{}, short: map[string]string{}, bags: map[string]string{}, names: map[string]string{}}
	whose, attack, adjective := l.SetOf(whomClasses...), l.SetOf(hostileClasses...), l.SetOf("groupadj")
	bad, swears := l.SetOf(append([]string{"slurh"}, strongClasses...)...), l.SetOf("profanity")
	r.addNames(whose)
	ordinary := slipsOfFunctionWords()
	for term, id := range l.words {
		if len(term) < 3 || !plain(term) {
			continue
		}
		var a aim
		if isPeople(term) {
			a = folk
		}
		name, strong := false, false
		for _, e := range l.at(l.first[id]) {
			if e.lang != "en" && e.lang != "any" {
				continue
			}
			if e.in(whose) {
				a |= whom
			}
			if e.in(attack) {
				a |= hostile
			}
			name = name || e.in(adjective)
			strong = strong || e.in(bad)
		}
		if strong && a&whom != 0 {
			a |= named
		}
		if a == 0 {
			continue
		}
		r.aims[term] = a
		r.heads[pairOf(term, 0)] = true
		r.tails[pairOf(term, len(term)-2)] = true
		if len(term) >= minShuffled {
			r.prefer(r.bags, sorted(term), term)
		}
		for v := range slips(term) {
			listed, free := l.words[v] != 0, len(term) > 3 && (!strong || len(term) >= minSlur)
			if (free && !listed || l.in(v, swears)) && !ordinary[v] && !familiar(v) {
				r.prefer(r.forms, v, term)
			}
			if a&hostile != 0 && len(term) < 5 && !listed && (text.Rarity(v) > often) {
				r.prefer(r.short, v, term)
			}
			if name && len(v) > 1 && !listed && text.Rarity(v) > often {
				r.prefer(r.brief, v, term)
			}
		}
	}
	r.noteSlips()
	return r
}

// isPeople reports the words that follow the name of a group.
func isPeople(term string) bool { return term == "people" || term == "person" || term == "folks" }

// guess is one way to read some tokens.
type guess struct {
	text.Edit
	sentence int
	gives    aim
	sure     bool // needs no other half
}

// Respell reads a passage anew if words in it were run together, split or misspelt.
func (l *Lexicon) Respell(d *text.Doc) {
	r := l.respell
	if len(r.aims) == 0 || d.Unsupported {
		return
	}
	var guesses []guess
	for i := 0; i < len(d.Tokens); i++ {
		if g, last := r.guess(d, i); g.Text != "" {
			guesses = append(guesses, g)
			i = last
		}
	}
	if len(guesses) == 0 {
		return
	}
	var edits []text.Edit
	for _, g := range guesses {
		if g.sure || r.complete(d, g, guesses) {
			edits = append(edits, g.Edit)
		}
	}
	if len(edits) > 0 {
		d.Reread(edits)
	}
}

// complete reports whether the sentence of a guess names a group and attacks.
func (r *respeller) complete(d *text.Doc, g guess, all []guess) bool {
	found := g.gives
	for _, o := range all {
		if o.sentence == g.sentence {
			found |= o.gives
		}
	}
	s := d.Sentences[g.sentence]
	for i := s.From; i < s.To && found&(whom|hostile) != whom|hostile; i++ {
		found |= r.aims[d.Tokens[i].Norm]
	}
	return found&(whom|hostile) == whom|hostile
}

// guess reads what begins at token i, and returns the last token it used.
func (r *respeller) guess(d *text.Doc, i int) (guess, int) {
	t := d.Tokens
	w := &t[i]
	if w.Kind != text.Word && w.Kind != text.Number || w.Rank != 0 && len(w.Norm) > 1 && w.Rarity() < often && !mayContinue(t, i) {
		return guess{}, i
	}
	for _, read := range [...]func(*text.Doc, int) (string, aim, bool, int){r.digits, r.letters, r.pieces, r.slip, r.run} {
		if s, gives, sure, last := read(d, i); s != "" {
			return guess{text.Edit{Start: w.Start, End: t[last].End, Text: s}, w.Sentence, gives, sure}, last
		}
	}
	return guess{}, i
}

// mayContinue reports whether what follows looks like the rest of a word.
func mayContinue(t []text.Token, i int) bool {
	if i+1 == len(t) {
		return false
	}
	switch n := &t[i+1]; n.Kind {
	case text.Word:
		return n.Rank == 0 || odd(n)
	case text.Number, text.Punct:
		return n.Start == t[i].End && leetLetter(n.Norm[0]) != 0
	}
	return false
}

// eachPair calls f with the words of each English term of two words that is in a class of s.
func (l *Lexicon) eachPair(s Set, f func(a, b string)) {
	spelt := make([]string, len(l.first))
	for w, id := range l.words {
		spelt[id] = w
	}
	for id, at := range l.first {
		n := &l.nodes[at]
		for _, e := range l.edges[n.edge:n.last] {
			for _, t := range l.at(e.to) {
				if (t.lang == "en" || t.lang == "any") && t.in(s) {
					f(spelt[id], spelt[e.word])
					break
				}
			}
		}
	}
}
