// Package lexicon finds the words and phrases of the word lists in a parsed passage.
//
// A list entry has a dotted class; whoever asks for "profanity" gets every class below it. Entries carry
// their harmless senses, so that a homonym is silent where its neighbours say so. One pass finds all
// entries; time is linear in the length of the passage. A Lexicon does not change after Build and may be used
// by many goroutines.
package lexicon

import (
	"math/bits"
	"slices"
	"strings"
	"unicode/utf8"

	"footprint/internal/analyze/text"
	"footprint/internal/footprint"
)

// Class identifies a class of words inside one Lexicon. The zero value is no class.
type Class uint16

// Benign is the class of phrases that silence what they contain: "spick and span". A class below it
// ("benign.profanity") silences only that topic.
const Benign = "benign"

// Entry is one term of a list with what the list says about it.
type Entry struct {
	Class    string
	Term     string
	Region   []string
	Severity footprint.Severity
	// Rated tells that the list gives a severity.
	Rated bool
	// File and Line are where the list is written.
	File string
	Line int

	classes []Class // own class, then its parents
	unless  []Class // classes that make it harmless when one stands in the same sentence
	needs   []Class // classes of which one must stand in the same sentence
	lang    string
	silence []Class // for benign entries: the topics they silence; nil is all
	benign  bool
}

// letters are the capitals that a term asks for.
type letters uint8

const (
	anyLetters letters = iota
	upperLetters
	lowerLetters
)

// tongue tells English from languages that have to be compared.
type tongue uint8

const (
	anyTongue tongue = iota
	english
	otherTongue
)

// Number is the number of the entry's own class, 0 when the lexicon has none.
func (e *Entry) Number() Class {
	if len(e.classes) == 0 {
		return 0
	}
	return e.classes[0]
}

// Is reports whether the entry belongs to class c or below it.
func (e *Entry) Is(c Class) bool { return slices.Contains(e.classes, c) }

// Hit is one occurrence of an entry: the tokens [From,To).
type Hit struct {
	*Entry
	From, To int
	// Masked tells that a disguise was undone.
	Masked bool
}

// Set is a set of classes.
type Set []uint64

// Has reports whether the set contains c.
func (s Set) Has(c Class) bool { return int(c>>6) < len(s) && s[c>>6]&(1<<(c&63)) != 0 }

// Any reports whether the sets have a class in common.
func (s Set) Any(o Set) bool {
	for i := range min(len(s), len(o)) {
		if s[i]&o[i] != 0 {
			return true
		}
	}
	return false
}

// Each calls f with every class of the set, in order.
func (s Set) Each(f func(Class)) {
	for i, word := range s {
		for ; word != 0; word &= word - 1 {
			f(Class(i*64 + bits.TrailingZeros64(word)))
		}
	}
}

// Mask is a set written as its few non-empty words: quicker to test against than a Set.
type Mask []maskWord

type maskWord struct {
	at   int
	bits uint64
}

// Mask returns the set as a mask.
func (s Set) Mask() Mask {
	var m Mask
	for i, bits := range s {
		if bits != 0 {
			m = append(m, maskWord{i, bits})
		}
	}
	return m
}

// Meets reports whether the set has a class of the mask.
func (s Set) Meets(m Mask) bool {
	for _, w := range m {
		if w.at < len(s) && s[w.at]&w.bits != 0 {
			return true
		}
	}
	return false
}

// Add puts c into the set, which must have room (see Lexicon.NewSet).
func (s Set) Add(c Class) { s[c>>6] |= 1 << (c & 63) }

// Lexicon is a compiled set of word lists.
type Lexicon struct {
	classes map[string]Class
	names   []string
	parents [][]Class // by class: itself and its parents
	words   map[string]uint32
	first   []uint32 // by word: the node of terms that begin with it
	nodes   []node
	edges   []edge                // of all nodes
	terms   []term                // of all nodes
	ranked  []uint32              // words by text.Token.Rank, so that most tokens need no look-up
	single  [utf8.RuneSelf]uint32 // words of one ASCII character
	often   []float32             // by class: see Frequency
	masks   *unmasker
}

// node is a place in one or more terms.
type node struct {
	kids       uint64 // the words that go on from it, modulo 64
	from, to   uint32 // its terms
	edge, last uint32 // its edges, by word
}

// edge is a word that leads to a node.
type edge struct{ word, to uint32 }

// next returns the node that a word leads to, 0 if none.
func (l *Lexicon) next(n *node, word uint32) uint32 {
	if n.kids&(1<<(word&63)) == 0 {
		return 0
	}
	lo, hi := n.edge, n.last
	for lo < hi {
		switch mid := (lo + hi) / 2; {
		case l.edges[mid].word == word:
			return l.edges[mid].to
		case l.edges[mid].word < word:
			lo = mid + 1
		default:
			hi = mid
		}
	}
	return 0
}

// term is an entry with what decides most often whether it applies.
type term struct {
	*Entry
	tongue  tongue
	letters letters
	benign  bool
}

// at returns the terms that end at a node.
func (l *Lexicon) at(n uint32) []term { return l.terms[l.nodes[n].from:l.nodes[n].to] }

// Class returns the number of a class, 0 when no list has it.
func (l *Lexicon) Class(name string) Class { return l.classes[name] }

// Classes returns the names of all classes, sorted.
func (l *Lexicon) Classes() []string {
	out := slices.Clone(l.names[1:])
	slices.Sort(out)
	return out
}

// Size is the number of classes, with 0 for none: every Class is below it.
func (l *Lexicon) Size() int { return len(l.names) }

// Frequency is how often the words of a set are to be expected, by the ranks of its single words: good for
// telling rare sets from common ones.
func (l *Lexicon) Frequency(s Set) float32 {
	sum := float32(0)
	s.Each(func(c Class) { sum += l.often[c] })
	return sum
}

// NewSet returns an empty set with room for every class.
func (l *Lexicon) NewSet() Set { return make(Set, len(l.names)/64+1) }

// SetOf returns the set of the named classes; unknown names are left out.
func (l *Lexicon) SetOf(names ...string) Set {
	s := l.NewSet()
	for _, n := range names {
		if c := l.classes[n]; c != 0 {
			s.Add(c)
		}
	}
	return s
}

// Marks are the entries found in one passage.
type Marks struct {
	lex  *Lexicon
	hits []Hit
	// Seen is the set of classes found, parents included.
	Seen Set
}

// Has reports whether an entry of the class (or below it) was found.
func (m *Marks) Has(class string) bool {
	if m.lex == nil {
		return false
	}
	c := m.lex.classes[class]
	return c != 0 && m.Seen.Has(c)
}

// Hits returns the entries of the class (or below it), in order of place.
func (m *Marks) Hits(class string) []Hit {
	if m.lex == nil {
		return nil
	}
	return m.HitsOf(m.lex.classes[class])
}

// HitsOf returns the entries of class c.
func (m *Marks) HitsOf(c Class) []Hit {
	if c == 0 || !m.Seen.Has(c) {
		return nil
	}
	var out []Hit
	for _, h := range m.hits {
		if h.Is(c) {
			out = append(out, h)
		}
	}
	return out
}

// HitsAny returns the entries of any class in the set.
func (m *Marks) HitsAny(set Set) []Hit {
	if !m.Seen.Any(set) {
		return nil
	}
	var out []Hit
	for _, h := range m.hits {
		for _, c := range h.classes {
			if set.Has(c) {
				out = append(out, h)
				break
			}
		}
	}
	return out
}

// All returns every entry found, in order of place.
func (m *Marks) All() []Hit { return m.hits }

// Add adds a hit that the lists cannot hold (the user's own name or employer). The class must be known.
func (m *Marks) Add(e *Entry, from, to int) {
	m.hits = append(m.hits, Hit{Entry: e, From: from, To: to})
	for _, c := range e.classes {
		m.Seen.Add(c)
	}
}

// Sort orders the hits by place again after Add.
func (m *Marks) Sort() {
	slices.SortStableFunc(m.hits, func(a, b Hit) int {
		if a.From != b.From {
			return a.From - b.From
		}
		return b.To - a.To
	})
}

// NewEntry makes an entry of a known class for Marks.Add.
func (l *Lexicon) NewEntry(class, term string) *Entry {
	return &Entry{Class: class, Term: term, classes: l.parents[l.classes[class]]}
}

// word returns the number of a token's form: as it stands, without possessive ending, or 0.
func (l *Lexicon) word(t *text.Token) uint32 {
	norm := t.Norm
	switch {
	case t.Rank != 0:
		if id := l.ranked[t.Rank]; id != 0 {
			return id
		}
	case len(norm) == 1 && norm[0] < utf8.RuneSelf:
		return l.single[norm[0]]
	default:
		if id, ok := l.words[norm]; ok {
			return id
		}
	}
	if n := len(norm); n > 2 && norm[n-2] == '\'' && norm[n-1] == 's' {
		return l.words[norm[:n-2]]
	}
	return 0
}

// Annotate finds the entries in a passage.
func (l *Lexicon) Annotate(d *text.Doc) Marks {
	var m Marks
	m.Read(l, d)
	return m
}

// Read is Annotate in the memory of the marks before.
func (m *Marks) Read(l *Lexicon, d *text.Doc) {
	m.lex, m.hits = l, m.hits[:0]
	if len(m.Seen) == len(l.names)/64+1 {
		clear(m.Seen)
	} else {
		m.Seen = l.NewSet()
	}
	if len(d.Tokens) == 0 {
		return
	}
	var small [96]uint32
	ids := small[:0]
	if len(d.Tokens) > len(small) {
		ids = make([]uint32, 0, len(d.Tokens))
	}
	for i := range d.Tokens {
		t := &d.Tokens[i]
		if t.Kind == text.URL || t.Kind == text.Email || t.Kind == text.Handle {
			ids = append(ids, 0)
			continue
		}
		if t.Kind == text.Hashtag { // its words follow as parts; the tag itself is a term only with its '#'
			ids = append(ids, l.words["#"+t.Norm])
			continue
		}
		ids = append(ids, l.word(t))
	}
	m.hits = slices.Grow(m.hits, len(ids)/2+4)
	silenced := false
	for i, id := range ids {
		if id == 0 {
			continue
		}
		node := l.first[id]
		for j := i + 1; node != 0; j++ {
			n := &l.nodes[node]
			for k := n.from; k < n.to; k++ {
				if t := &l.terms[k]; t.applies(d, i) {
					m.hits = append(m.hits, Hit{Entry: t.Entry, From: i, To: j})
					silenced = silenced || t.benign
				}
			}
			if j == len(ids) || ids[j] == 0 {
				break
			}
			node = l.next(n, ids[j])
		}
	}
	found := len(m.hits)
	l.unmask(d, ids, m)
	if len(m.hits) > found {
		m.Sort()
	}
	m.settle(d, silenced)
}

// applies checks language and letters.
func (t *term) applies(d *text.Doc, from int) bool {
	lang := d.Lang
	if from >= d.Foreign.From && from < d.Foreign.To {
		lang = d.ForeignLang
	}
	switch t.tongue {
	case english:
		if lang != "en" && lang != "und" {
			return false
		}
	case otherTongue:
		if t.lang != lang {
			return false
		}
	}
	switch t.letters {
	case upperLetters:
		return d.Tokens[from].Flags&text.AllCaps != 0
	case lowerLetters:
		f := d.Tokens[from].Flags
		return f&text.Capital == 0 || f&text.FirstInSentence != 0 || f&text.AllCaps != 0
	}
	return true
}

// settle drops what is silenced, contained in a longer entry of the same class, or harmless by its neighbours.
func (m *Marks) settle(d *text.Doc, silenced bool) {
	if len(m.hits) == 0 {
		return
	}
	var small [128]bool
	drop := small[:]
	if len(m.hits) > len(small) {
		drop = make([]bool, len(m.hits))
	}
	var few [32]int
	wide := few[:0] // the hits that can cover others
	for i := range m.hits {
		if h := &m.hits[i]; h.To-h.From > 1 || silenced && h.benign {
			wide = append(wide, i)
		}
	}
	for i := range m.hits {
		for len(wide) > 0 && m.hits[wide[0]].From <= m.hits[i].From-maxTerm { // too far before this and all others
			wide = wide[1:]
		}
		drop[i] = m.covered(i, wide, silenced)
	}
	m.compact(drop)
	clear(drop)
	for i, h := range m.hits {
		drop[i] = len(h.unless) > 0 && m.near(d, h, h.unless) || len(h.needs) > 0 && !m.near(d, h, h.needs)
	}
	m.compact(drop)
	for i := range m.hits {
		for _, c := range m.hits[i].classes {
			m.Seen.Add(c)
		}
	}
}

// compact removes the hits marked.
func (m *Marks) compact(drop []bool) {
	n := 0
	for i := range m.hits {
		if !drop[i] {
			m.hits[n] = m.hits[i]
			n++
		}
	}
	m.hits = m.hits[:n]
}

// covered reports whether hit i lies in a longer one of its class or in a phrase that silences it: one of the
// wide hits near it, which are in order of their start.
func (m *Marks) covered(i int, wide []int, silenced bool) bool {
	h := &m.hits[i]
	for _, k := range wide {
		o := &m.hits[k]
		if o.From > h.From {
			return false
		}
		if k == i || o.To < h.To {
			continue
		}
		if o.To-o.From > h.To-h.From && o.classes[0] == h.classes[0] ||
			silenced && o.benign && !h.benign && (o.silence == nil || slices.ContainsFunc(o.silence, h.Is)) {
			return true
		}
	}
	return false
}

// near reports whether a hit of one of the classes, other than h itself, stands in the sentence of h.
func (m *Marks) near(d *text.Doc, h Hit, classes []Class) bool {
	s := d.Sentences[d.Tokens[h.From].Sentence]
	lo, _ := slices.BinarySearchFunc(m.hits, max(s.From, h.From-maxNear), func(a Hit, from int) int { return a.From - from })
	for _, o := range m.hits[lo:] {
		if o.From >= s.To || o.From > h.From+maxNear {
			return false
		}
		if o.Entry != h.Entry && slices.ContainsFunc(classes, o.Is) && (o.To <= h.From || o.From >= h.To) {
			return true
		}
	}
	return false
}

const (
	maxTerm = 12 // tokens of the longest term
	maxNear = 40 // how far a neighbour may stand, in tokens
)

// parentsOf lists a class name and its parents, nearest first.
func parentsOf(name string) []string {
	out := []string{name}
	for {
		i := strings.LastIndexByte(name, '.')
		if i < 0 {
			return out
		}
		name = name[:i]
		out = append(out, name)
	}
}
