package analyze

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"footprint/internal/analyze/lexicon"
	"footprint/internal/analyze/strict"
	"footprint/internal/analyze/text"
	"footprint/internal/footprint"

	"gopkg.in/yaml.v3"
)

// frameSpec is the kind "frame": several slots filled in one clause, sentence, pair of sentences or text.
// The kind "lexicon" is a frame of one slot, written without slots.
//
//	kind: frame
//	in: [text, title]
//	within: sentence        # clause, sentence (default), pair (two sentences in a row), text
//	order: true             # slots in the order given
//	gap: 4                  # at most so many words between neighbouring slots
//	slots:
//	  - {class: person.colleague}
//	  - {class: contempt, negated: any}
//	not: [counter]          # classes that silence when they stand in the same unit
//	unless: [fiction]       # classes that silence when they stand anywhere in the text
//	raise: [employer]       # classes in the text that raise the confidence; lower: the opposite
//	clinical: drop          # drop or lower in clinical prose
//	question: skip          # questions do not count
type frameSpec struct {
	Common   `yaml:",inline"`
	In       words      `yaml:"in"`
	Within   string     `yaml:"within"`
	Order    bool       `yaml:"order"`
	Gap      *int       `yaml:"gap"`
	Slots    []slotSpec `yaml:"slots"`
	Not      words      `yaml:"not"`
	NotWords words      `yaml:"not_words"`
	Unless   words      `yaml:"unless"`
	Raise    words      `yaml:"raise"`
	Lower    words      `yaml:"lower"`
	Clinical string     `yaml:"clinical"`
	Question string     `yaml:"question"`
	Slot     slotSpec   `yaml:",inline"` // for the kind "lexicon"
}

// slotSpec is one slot: words of classes, or words given in place.
type slotSpec struct {
	Class words `yaml:"class"`
	Words words `yaml:"words"`
	// Negated: no (default), yes or any.
	Negated string `yaml:"negated"`
	// Voice: own (default), quoted (quoted or reported) or any.
	Voice string `yaml:"voice"`
	// Follows asks that the slot stands behind the one before it, with at most so many tokens between.
	Follows *int `yaml:"follows"`
	// Capital asks for a capital letter that no sentence start explains.
	Capital bool `yaml:"capital"`
	// As is the type of the evidence span; term unless told.
	As string `yaml:"as"`
}

type frame struct {
	spec   *frameSpec
	fields []int
	slots  []slot
	gap    int
	not    lexicon.Set
	unless lexicon.Set
	hush   lexicon.Mask // of unless
	raise  []lexicon.Set
	lower  []lexicon.Set
}

type slot struct {
	*slotSpec
	set  lexicon.Set
	mask lexicon.Mask // of set
}

const (
	maxSlotHits = 16 // hits of one slot looked at in one unit: repeats say nothing new
	maxMatches  = 20 // matches of one frame in one passage
)

func newLexiconKind(b *build, n *yaml.Node) (detector, error) {
	var s frameSpec
	if err := strict.Decode(n, &s); err != nil {
		return nil, err
	}
	if len(s.Slots) > 0 {
		return nil, errors.New("kind lexicon has no slots")
	}
	s.Slots = []slotSpec{s.Slot}
	return compileFrame(b, n, &s)
}

func newFrame(b *build, n *yaml.Node) (detector, error) {
	var s frameSpec
	if err := strict.Decode(n, &s); err != nil {
		return nil, err
	}
	if len(s.Slots) == 0 {
		return nil, errors.New("kind frame needs slots")
	}
	return compileFrame(b, n, &s)
}

func compileFrame(b *build, n *yaml.Node, s *frameSpec) (detector, error) {
	f := &frame{spec: s, gap: -1}
	if s.Gap != nil {
		f.gap = *s.Gap
	}
	if len(s.In) == 0 {
		s.In = words{"text", "title"}
	}
	for _, name := range s.In {
		i := fieldIndex(name)
		if i < 0 {
			return nil, fmt.Errorf("no text %q", name)
		}
		f.fields = append(f.fields, i)
	}
	switch s.Within {
	case "", "clause", "sentence", "pair", "text":
	default:
		return nil, fmt.Errorf("within %q: want clause, sentence, pair or text", s.Within)
	}
	f.slots = make([]slot, len(s.Slots))
	for i := range s.Slots {
		if len(s.Slots[i].Class)+len(s.Slots[i].Words) == 0 {
			return nil, errors.New("a slot needs class or words")
		}
		f.slots[i].slotSpec = &s.Slots[i]
		b.set(&f.slots[i].set, n.Line, s.Slots[i].Class, s.Slots[i].Words)
	}
	b.set(&f.not, n.Line, s.Not, s.NotWords)
	b.set(&f.unless, n.Line, s.Unless, nil)
	f.raise, f.lower = make([]lexicon.Set, len(s.Raise)), make([]lexicon.Set, len(s.Lower))
	for i, c := range s.Raise {
		b.set(&f.raise[i], n.Line, []string{c}, nil)
	}
	for i, c := range s.Lower {
		b.set(&f.lower[i], n.Line, []string{c}, nil)
	}
	b.later = append(b.later, func(*lexicon.Lexicon) error { // the sets are known by then
		for i := range f.slots {
			f.slots[i].mask = f.slots[i].set.Mask()
		}
		f.hush = f.unless.Mask()
		return nil
	})
	return f, nil
}

// Detect fills the frame in every passage it looks at.
func (f *frame) Detect(c *Context) []Match {
	var out []Match
	for _, i := range f.fields {
		if p := c.passage(i); p != nil && f.possible(p) {
			out = f.passage(p, out)
		}
	}
	return out
}

// plausible is the pre-filter over all passages.
func (f *frame) plausible(c *Context) bool {
	for _, i := range f.fields {
		if p := c.passage(i); p != nil && f.possible(p) {
			return true
		}
	}
	return false
}

func (f *frame) trigger(l *lexicon.Lexicon) (fields []int, words lexicon.Set) {
	rarest := slices.MinFunc(f.slots, func(a, b slot) int { return cmp.Compare(l.Frequency(a.set), l.Frequency(b.set)) })
	return f.fields, rarest.set
}

// possible is the pre-filter: every slot has a word of its classes, and nothing silences.
func (f *frame) possible(p *Passage) bool {
	for i := range f.slots {
		if !p.Marks.Seen.Meets(f.slots[i].mask) {
			return false
		}
	}
	return !p.Marks.Seen.Meets(f.hush) && !(f.spec.Clinical == "drop" && p.Clinical >= clinicalProse)
}

// clinicalProse is the score from which a passage is taken for clinical prose.
const clinicalProse = 0.5

func (f *frame) passage(p *Passage, out []Match) []Match {
	hits := make([][]lexicon.Hit, len(f.slots))
	for i := range f.slots {
		hits[i] = f.slots[i].hits(p)
		if len(hits[i]) == 0 {
			return out
		}
	}
	var not []lexicon.Hit
	if len(f.not) > 0 {
		not = p.Marks.HitsAny(f.not)
	}
	n := 0
	for _, u := range f.units(p, hits[0]) {
		if f.spec.Question == "skip" && asks(p, u) || within(not, u) != nil {
			continue
		}
		if found := f.fill(hits, u); found != nil {
			out = append(out, f.match(p, found))
			if n++; n >= maxMatches {
				break
			}
		}
	}
	return out
}

// asks reports whether the last sentence of the unit is a question.
func asks(p *Passage, u text.Range) bool {
	s := p.Sentences[p.Tokens[u.From].Sentence]
	for i := s.To - 1; i >= s.From; i-- {
		t := &p.Tokens[i]
		if t.Kind == text.Punct && t.Norm[0] == '?' {
			return true
		}
		if t.Kind == text.Word {
			return false
		}
	}
	return false
}

// match turns filled slots into a match.
func (f *frame) match(p *Passage, found []lexicon.Hit) Match {
	m := Match{Confidence: f.spec.base()}
	for i, h := range found {
		as := f.slots[i].As
		if as == "" {
			as = footprint.SpanTerm
		}
		m.Spans = append(m.Spans, p.Span(h.From, h.To, as))
	}
	for i, set := range f.raise {
		if p.Marks.Seen.Any(set) {
			m.raise(f.spec.Raise[i])
		}
	}
	for i, set := range f.lower {
		if p.Marks.Seen.Any(set) {
			m.lower(f.spec.Lower[i])
		}
	}
	if f.spec.Clinical == "lower" && p.Clinical >= clinicalProse {
		m.lower("reads like clinical prose")
	}
	for _, h := range found {
		if p.Tokens[h.From].Flags&text.Ambiguous != 0 {
			m.lower("the hashtag can be read in another way")
			break
		}
	}
	return m
}

// raise lifts the confidence one step and says why.
func (m *Match) raise(because string) {
	if m.Confidence < footprint.Likely {
		m.Confidence++
	}
	m.Raised = append(m.Raised, because)
}

// lower takes the confidence down one step and says why.
func (m *Match) lower(because string) {
	if m.Confidence > footprint.Weak {
		m.Confidence--
	}
	m.Lowered = append(m.Lowered, because)
}
