package lexicon

import (
	"cmp"
	"encoding/binary"
	"slices"
	"strings"

	"footprint/internal/analyze/text"
)

// net holds all terms as places that words lead on from. Alternatives that go on alike share what follows, so
// that "(got|get) (so|) drunk" needs three places: some terms stand for ten thousand phrases and more.
type net struct {
	lex    *Lexicon
	places []place // the first is where all terms begin
	steps  []step  // the first is none
	ends   []term  // the first is none
	doc    text.Doc
	tokens []string
	split  map[string][]uint32 // the numbers of what has no spaces and was read before
}

// place is somewhere in a term.
type place struct {
	step uint32 // the last of its steps
	end  uint32 // the term that ends here
}

type step struct {
	word, to uint32
	before   uint32 // the step before from the same place
}

func newNet(l *Lexicon) *net {
	return &net{lex: l, places: []place{{}}, steps: []step{{}}, ends: []term{{}}, split: map[string][]uint32{}}
}

// end adds a term and returns the place where it ends.
func (n *net) end(t term) uint32 {
	n.ends = append(n.ends, t)
	return n.place(uint32(len(n.ends) - 1))
}

func (n *net) place(end uint32) uint32 {
	n.places = append(n.places, place{end: end})
	return uint32(len(n.places) - 1)
}

// link leads from one place to another by words.
func (n *net) link(from uint32, words []uint32, to uint32) {
	for i, w := range words {
		next := to
		if i+1 < len(words) {
			next = n.place(0)
		}
		n.steps = append(n.steps, step{word: w, to: next, before: n.places[from].step})
		n.places[from].step = uint32(len(n.steps) - 1)
		from = next
	}
}

// add adds a term as it is written, with its regular forms.
func (n *net) add(term, pos string, end uint32) {
	if pieces := piecesOf(term); len(pieces) > 1 && !inflected(pos) && n.longest(pieces) <= maxTerm {
		n.addPieces(pieces, end)
		return
	}
	for _, one := range alternatives(term) {
		for _, form := range forms(one, pos) {
			n.addPhrase(form, end)
		}
	}
}

// longest returns how many words a term has at most.
func (n *net) longest(pieces [][]string) (words int) {
	for _, piece := range pieces {
		most := 0
		for _, one := range piece {
			most = max(most, len(n.wordsOf(one)))
		}
		words += most
	}
	return words
}

// addPhrase adds a phrase without alternatives.
func (n *net) addPhrase(phrase string, end uint32) { n.link(0, n.read(phrase), end) }

// addPieces adds a term given as the texts of which one stands in each piece.
func (n *net) addPieces(pieces [][]string, end uint32) {
	b := branching{net: n, pieces: pieces, end: end, known: map[rest]uint32{}}
	b.lead(0, rest{})
}

// read returns the numbers of the words of a phrase.
func (n *net) read(phrase string) []uint32 {
	if ids, ok := n.split[phrase]; ok {
		return ids
	}
	if id := n.lex.words[phrase]; id != 0 {
		return []uint32{id}
	}
	var ids []uint32
	for _, word := range n.wordsOf(phrase) {
		id, ok := n.lex.words[word]
		if !ok {
			id = uint32(len(n.lex.first))
			n.lex.words[word] = id
			n.lex.first = append(n.lex.first, 0)
		}
		ids = append(ids, id)
	}
	if !strings.Contains(phrase, " ") {
		n.split[phrase] = ids
	}
	return ids
}

// wordsOf returns the words of a phrase as tokens have them, until it is called again.
func (n *net) wordsOf(phrase string) []string {
	n.tokens = n.tokens[:0]
	if plainWords(phrase) {
		for word := range strings.SplitSeq(phrase, " ") {
			n.tokens = append(n.tokens, word)
		}
		return n.tokens[:min(len(n.tokens), maxTerm)]
	}
	n.doc.Read(phrase)
	for i := range n.doc.Tokens {
		t := &n.doc.Tokens[i]
		if t.Kind == text.HashtagPart || i >= maxTerm {
			break
		}
		word := t.Norm
		if t.Kind == text.Hashtag {
			word = "#" + word
		}
		n.tokens = append(n.tokens, word)
	}
	return n.tokens
}

// plainWords reports words of lower-case letters with single spaces between them: most phrases, and what
// reading would return as it stands. Three letters in a row would be taken for emphasis.
func plainWords(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == ' ':
			if i == 0 || i+1 == len(s) || s[i-1] == ' ' {
				return false
			}
		case c < 'a' || c > 'z' || i > 1 && s[i-1] == c && s[i-2] == c:
			return false
		}
	}
	return s != ""
}

// branching adds one term with alternatives.
type branching struct {
	net    *net
	pieces [][]string
	end    uint32
	known  map[rest]uint32
}

// rest is what is left of a term: a text and the pieces after it.
type rest struct {
	text  string
	piece int
}

// at returns the place before the rest of the term.
func (b *branching) at(r rest) uint32 {
	if r.text == "" && r.piece == len(b.pieces) {
		return b.end
	}
	if at, ok := b.known[r]; ok {
		return at
	}
	at := b.net.place(0)
	b.known[r] = at
	b.lead(at, r)
	return at
}

// lead adds the steps from a place into the rest of the term.
func (b *branching) lead(from uint32, r rest) {
	word, after, whole := strings.Cut(strings.TrimLeft(r.text, " "), " ")
	switch {
	case !whole && r.piece < len(b.pieces): // the word may go on in the next piece
		for _, one := range b.pieces[r.piece] {
			b.lead(from, rest{word + one, r.piece + 1})
		}
	case word != "":
		next := rest{strings.TrimLeft(after, " "), r.piece}
		if words := b.net.read(word); len(words) > 0 {
			b.net.link(from, words, b.at(next))
		} else {
			b.lead(from, next)
		}
	case from != 0:
		b.net.places[from].end = b.net.places[b.end].end
	}
}

// compiler turns a net into the nodes of a lexicon: each stands for all places that the same words lead to.
type compiler struct {
	*net
	sets  [][]uint32        // by node
	alone []uint32          // by place: the node of it alone
	among map[string]uint32 // by places
	out   []step
	here  []uint32
	key   []byte
}

// compile fills in nodes, edges and terms of the lexicon.
func (n *net) compile() {
	c := compiler{net: n, sets: [][]uint32{nil}, alone: make([]uint32, len(n.places)), among: map[string]uint32{}}
	l := n.lex
	l.nodes, l.edges, l.terms = []node{{}}, nil, nil
	c.each([]uint32{0}, func(word, to uint32) { l.first[word] = to })
	for i := 1; i < len(c.sets); i++ {
		at := node{from: uint32(len(l.terms)), edge: uint32(len(l.edges))}
		for _, end := range c.endsOf(c.sets[i]) {
			t := n.ends[end]
			t.simple = t.tongue != otherTongue && t.letters == anyLetters
			l.terms = append(l.terms, t)
		}
		c.each(c.sets[i], func(word, to uint32) {
			l.edges = append(l.edges, edge{word, to})
			at.kids |= 1 << (word & 63)
		})
		at.to, at.last = uint32(len(l.terms)), uint32(len(l.edges))
		l.nodes = append(l.nodes, at)
		c.sets[i] = nil
	}
	l.nodes, l.edges, l.terms = slices.Clip(l.nodes), slices.Clip(l.edges), slices.Clip(l.terms)
}

// endsOf lists the terms that end at one of the places, in the order of the lists.
func (c *compiler) endsOf(places []uint32) []uint32 {
	c.here = c.here[:0]
	for _, p := range places {
		if end := c.places[p].end; end != 0 {
			c.here = append(c.here, end)
		}
	}
	slices.Sort(c.here)
	return slices.Compact(c.here)
}

// each calls f with the words that lead on from the places, in order, and the nodes they lead to.
func (c *compiler) each(places []uint32, f func(word, to uint32)) {
	c.out = c.out[:0]
	for _, p := range places {
		for s := c.places[p].step; s != 0; s = c.steps[s].before {
			c.out = append(c.out, c.steps[s])
		}
	}
	slices.SortFunc(c.out, func(a, b step) int {
		return cmp.Compare(uint64(a.word)<<32|uint64(a.to), uint64(b.word)<<32|uint64(b.to))
	})
	for rest := c.out; len(rest) > 0; {
		c.here = c.here[:0]
		word := rest[0].word
		for len(rest) > 0 && rest[0].word == word {
			c.here = append(c.here, rest[0].to)
			rest = rest[1:]
		}
		f(word, c.node(slices.Compact(c.here)))
	}
}

// node returns the node of a set of places, which is sorted.
func (c *compiler) node(places []uint32) uint32 {
	if len(places) == 1 {
		at := &c.alone[places[0]]
		if *at == 0 {
			*at = c.enter(places)
		}
		return *at
	}
	c.key = c.key[:0]
	for _, p := range places {
		c.key = binary.LittleEndian.AppendUint32(c.key, p)
	}
	at, ok := c.among[string(c.key)]
	if !ok {
		at = c.enter(places)
		c.among[string(c.key)] = at
	}
	return at
}

func (c *compiler) enter(places []uint32) uint32 {
	c.sets = append(c.sets, slices.Clone(places))
	return uint32(len(c.sets) - 1)
}
