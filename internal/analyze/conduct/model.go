// Package conduct knows how much a text reads like the posts that a rule of conduct is about. A linear model for each
// rule is fitted by package conductfit to posts written for this project; it weighs the words of the text, without
// their endings, pairs of neighbours, and the classes of words that the lists know in it, each and two together.
package conduct

import (
	"math"
	"slices"

	"footprint/internal/analyze/lexicon"
	"footprint/internal/analyze/text"
)

// Bits is the size of the table of weights, as a power of two.
const Bits = 18

// Rows is the number of rows of the table, one for all features whose hashes fall on it.
const Rows = 1 << Bits

// Model holds the weights. It never changes once read.
type Model struct {
	rules   []string // sorted
	classes []string
	heads   []Head   // by rule
	rows    []int8   // by row of a word or a pair, then by class: a weight for each rule
	used    []uint64 // bits of the rows that hold a weight: most hold none
}

// Head holds what turns the sum of one rule's weights into a score.
type Head struct {
	Step float32 // value of one step of a weight
	Bias float32 // score of a text without any; 0 is where a text begins to be worth showing
}

// New makes a model of its parts: rows holds Rows and one for each class, and in each a weight for every rule.
func New(rules, classes []string, heads []Head, rows []int8) *Model {
	m := &Model{rules, classes, heads, rows, make([]uint64, (Rows+len(classes)+63)/64)}
	for i, w := range rows {
		if r := i / len(rules); w != 0 {
			m.used[r/64] |= 1 << (r % 64)
		}
	}
	return m
}

// Rule returns the place of a rule in the scores; ok is false for a rule the model knows nothing of.
func (m *Model) Rule(id string) (place int, ok bool) {
	if m == nil {
		return 0, false
	}
	return slices.BinarySearch(m.rules, id)
}

// Reader finds the features of texts. It belongs to one lexicon and may be used by many goroutines.
type Reader struct{ classes []uint32 } // by class: its row, 0 for those that are no feature

// Reader returns a reader for texts marked by this lexicon. Classes count that the model was fitted with.
func (m *Model) Reader(l *lexicon.Lexicon) *Reader {
	if m == nil {
		return NewReader(l, nil)
	}
	return NewReader(l, m.classes)
}

// NewReader returns a reader to which the classes of these names are features.
func NewReader(l *lexicon.Lexicon, classes []string) *Reader {
	r := &Reader{make([]uint32, l.Size())}
	for i, name := range classes {
		if c := l.Class(name); c != 0 {
			r.classes[c] = uint32(Rows + i)
		}
	}
	return r
}

func row(h uint64) uint32 { return text.Place(h, Bits) }

// Feature is a row of the table, and the token it stands at: -1 for a class.
type Feature struct {
	Row   uint32
	Token int
}

// Features are what a model sees of a text: its words and pairs, its classes, and which two of these stand in it together.
type Features struct {
	Words, Classes, Crossed []Feature
}

// Kinds is the number of kinds of features.
const Kinds = 3

// Lists returns the features of each kind.
func (f *Features) Lists() [Kinds][]Feature { return [Kinds][]Feature{f.Words, f.Classes, f.Crossed} }

// weight is what the features of each kind count together, chosen by leaving out writers.
var weight = [Kinds]float64{1, 0.7, 1}

// Shares is what each feature of the kinds counts: less in a long text.
func (f *Features) Shares() (shares [Kinds]float32) {
	for kind, list := range f.Lists() {
		shares[kind] = float32(weight[kind] / math.Sqrt(float64(max(len(list), 1))))
	}
	return shares
}

// maxFeatures bounds what is looked at of a long text.
const maxFeatures = 1000

// Read returns the features of a text with its marks, in the room of f.
func (r *Reader) Read(d *text.Doc, marks *lexicon.Marks, f *Features) {
	f.Words, f.Classes, f.Crossed = f.Words[:0], f.Classes[:0], f.Crossed[:0]
	d.EachStem(func(token int, word, pair uint64) {
		if len(f.Words) >= maxFeatures {
			return
		}
		f.Words = append(f.Words, Feature{row(word), token})
		if pair != 0 {
			f.Words = append(f.Words, Feature{row(pair), token})
		}
	})
	marks.Seen.Each(func(c lexicon.Class) {
		if place := r.classes[c]; place != 0 {
			f.Classes = append(f.Classes, Feature{place, -1})
		}
	})
	for i, a := range f.Classes {
		for _, b := range f.Classes[:i] {
			if len(f.Crossed) >= maxFeatures {
				return
			}
			f.Crossed = append(f.Crossed, Feature{row(uint64(min(a.Row, b.Row))<<32 | uint64(max(a.Row, b.Row))), -1})
		}
	}
}

// Scores returns for each rule of the model how much the text reads like its posts, 0 where it begins to be worth
// showing, in the room of out.
func (m *Model) Scores(f *Features, out []float32) []float32 {
	n := len(m.rules)
	var sums [Kinds][maxRules]int32
	for kind, list := range f.Lists() {
		for _, x := range list {
			if m.used[x.Row/64]&(1<<(x.Row%64)) == 0 {
				continue
			}
			for k, w := range m.rows[int(x.Row)*n : int(x.Row)*n+n] {
				sums[kind][k] += int32(w)
			}
		}
	}
	shares := f.Shares()
	out = out[:0]
	for k, h := range m.heads {
		score := h.Bias
		for kind, share := range shares {
			score += h.Step * share * float32(sums[kind][k])
		}
		out = append(out, score)
	}
	return out
}

// Telling returns the tokens whose words speak most for the rule at that place, at most n, in order.
func (m *Model) Telling(f *Features, place, n int) []int {
	by := map[int]int32{}
	for _, x := range f.Words {
		by[x.Token] += int32(m.rows[int(x.Row)*len(m.rules)+place])
	}
	var tokens []int
	for t, w := range by {
		if w > 0 {
			tokens = append(tokens, t)
		}
	}
	slices.SortFunc(tokens, func(a, b int) int { return int(by[b]-by[a])*1000 + (a - b) })
	tokens = tokens[:min(n, len(tokens))]
	slices.Sort(tokens)
	return tokens
}
