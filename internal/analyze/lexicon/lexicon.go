// Package lexicon finds the words and phrases of the word lists in a parsed passage.
//
// A list entry has a dotted class; whoever asks for "profanity" gets every class below it. Entries carry
// their harmless senses, so that a homonym is silent where its neighbours say so. One pass finds all
// entries; time is linear in the length of the passage. A Lexicon does not change after Build and may be used
// by many goroutines.
package lexicon

import (
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

// Entry is one term of a list.
type Entry struct {
	asked
	*List
	Term string
}

// asked is what every word found is asked for. Each entry holds it, since lists lie all over the memory.
type asked struct {
	own     Class // 0 when the lexicon does not have it
	benign  bool
	company bool // has unless or needs
}

// Number is the number of the list's own class, 0 when the lexicon has none.
func (a asked) Number() Class { return a.own }

// List is what a list says about its terms.
type List struct {
	asked   asked
	classes []Class // own class, then its parents

	Class    string
	Region   []string
	Severity footprint.Severity
	// Rated tells that the list gives a severity.
	Rated bool
	// File and Line are where the list is written.
	File string
	Line int

	unless  []Class // classes that make a term harmless when one stands in the same sentence
	needs   []Class // classes of which one must stand in the same sentence
	lang    string
	silence []Class // for benign entries: the topics they silence; nil is all
}

// letters are the capitals that a term asks for.
type letters uint8

const (
	anyLetters letters = iota
	upperLetters
	lowerLetters
	hiddenLetters // counts only behind a disguise
	nameLetters   // counts only as a name: see standsAsName
)

// tongue tells English from languages that have to be compared.
type tongue uint8

const (
	anyTongue tongue = iota
	english
	otherTongue
)

// newList returns an empty list of a known class.
func (l *Lexicon) newList(class, lang string) *List {
	c := l.classes[class]
	return &List{asked: asked{own: c}, classes: l.parents[c], Class: class, lang: lang}
}

// entry is a term of the list, of which all is known.
func (l *List) entry(term string) Entry { return Entry{l.asked, l, term} }

// Is reports whether the list belongs to class c or below it.
func (l *List) Is(c Class) bool { return slices.Contains(l.classes, c) }

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
	respell *respeller
	callers Set // words that stand before a name
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
	Entry
	tongue  tongue
	letters letters
	simple  bool // applies wherever it stands in an English text
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

// NewEntry makes an entry of a known class for Marks.Add.
func (l *Lexicon) NewEntry(class, term string) *Entry {
	e := l.newList(class, "").entry(term)
	return &e
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
