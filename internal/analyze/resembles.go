package analyze

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"footprint/internal/analyze/conduct"
	"footprint/internal/analyze/lexicon"
	"footprint/internal/analyze/strict"
	"footprint/internal/analyze/text"
	"footprint/internal/footprint"

	"gopkg.in/yaml.v3"
)

// resemblesSpec is the kind "resembles": taken as a whole, the text reads like the posts that the rule is about, as a
// model learned from such posts and from harmless ones close to them. It sees what no list of words and no crossing of
// two foresaw, and is never sure.
type resemblesSpec struct {
	Common `yaml:",inline"`
	Words  words `yaml:"words"`  // of which one must stand in the text, if there are any
	Unless words `yaml:"unless"` // classes of which none may stand in the text
}

type resemblesKind struct {
	spec          *resemblesSpec
	words, unless lexicon.Set
	rule          *Rule
}

// unknown is the place of a rule that no model knows.
const unknown = -1

// Bounds of the texts that the model is asked about: it was fitted to posts.
const (
	leastResembling = 4   // tokens
	mostResembling  = 250 // tokens
	telling         = 4   // words shown
)

func newResembles(b *build, n *yaml.Node) (detector, error) {
	k := &resemblesKind{spec: &resemblesSpec{}, rule: b.rule}
	if err := strict.Decode(n, k.spec); err != nil {
		return nil, err
	}
	if c := k.spec.Confidence; c != nil && *c > footprint.Possible {
		return nil, fmt.Errorf("confidence %v: a likeness is never likely", *c)
	}
	b.set(&k.words, n.Line, nil, k.spec.Words)
	b.set(&k.unless, n.Line, k.spec.Unless, nil)
	b.later = append(b.later, func(*lexicon.Lexicon) error {
		place, ok := b.conduct.Rule(k.rule.ID)
		if !ok {
			return fmt.Errorf("rule %s: kind resembles: no model knows posts of this rule", k.rule.ID)
		}
		k.rule.likeness = place
		return nil
	})
	return k, nil
}

// Detect asks the model, which has read the text once for all rules.
func (k *resemblesKind) Detect(c *Context) []Match {
	p := c.Passage("text")
	if p == nil || !measured(p) || k.words != nil && !p.Marks.Seen.Any(k.words) || p.Marks.Seen.Any(k.unless) {
		return nil
	}
	scores := c.rules.likeness(p)
	if scores == nil || scores[k.rule.likeness] <= 0 {
		return nil
	}
	m := Match{Confidence: k.spec.base()}
	own := false
	for _, t := range c.rules.telling(p, k.rule.likeness) {
		own = own || p.Tokens[t].Voice == text.Own
		m.Spans = append(m.Spans, p.Span(t, t+1, footprint.SpanTerm))
	}
	if !own {
		return nil
	}
	return []Match{m}
}

// unlike is the score below which a text is so unlike the posts of a rule that what was read from single words is doubted.
const unlike = -0.65

// doubt makes weak what single words made possible where the text as a whole does not read like the posts of the rule.
func (c *Context) doubt(found []footprint.Finding) {
	for i := range found {
		f := &found[i]
		place := c.rules.byID[f.Rule].likeness
		if place == unknown || f.Confidence != footprint.Possible || !c.Own() || !c.Me.Professional() ||
			slices.ContainsFunc(f.Spans, func(s footprint.Span) bool { return s.Field != "text" }) {
			continue
		}
		p := c.Passage("text")
		if p == nil || !measured(p) {
			continue
		}
		if scores := c.rules.likeness(p); scores != nil && scores[place] < unlike {
			f.Confidence = footprint.Weak
			f.Lowered = append(slices.Clone(f.Lowered), "taken as a whole, it does not read like posts of this kind")
		}
	}
}

// measured reports whether the model can be asked about a text.
func measured(p *Passage) bool {
	return len(p.Tokens) >= leastResembling && len(p.Tokens) <= mostResembling
}

// likeness returns how much a passage reads like the posts of each rule, nil when it is in a language in which there
// were no posts.
func (rs *RuleSet) likeness(p *Passage) []float32 {
	if p.Lang != "en" && p.Lang != "und" {
		return nil
	}
	if len(p.likeness) == 0 {
		f := rs.features.Get().(*conduct.Features)
		rs.likes.Read(p.Doc, &p.Marks, f)
		p.likeness = rs.conduct.Scores(f, p.likeness)
		rs.features.Put(f)
	}
	return p.likeness
}

// telling returns the words that speak most for a rule.
func (rs *RuleSet) telling(p *Passage, place int) []int {
	f := rs.features.Get().(*conduct.Features)
	defer rs.features.Put(f)
	rs.likes.Read(p.Doc, &p.Marks, f)
	return rs.conduct.Telling(f, place, telling)
}

// readConduct reads the model of conduct of a pack, if it brings one.
func readConduct(fsys fs.FS) (*conduct.Model, error) {
	f, err := fsys.Open("model/conduct.bin")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read model of conduct: %w", err)
	}
	defer f.Close()
	m, _, err := conduct.Load(f)
	return m, err
}
