package analyze

import (
	"strings"

	"footprint/internal/analyze/lexicon"
	"footprint/internal/footprint"

	"gopkg.in/yaml.v3"
)

// scopeSpec is the kind "scope": professional advice on a field of medicine that is not the user's. The fields
// are the classes below "field"; a generalist's field is "field.any".
type scopeSpec struct {
	Common `yaml:",inline"`
	Claim  words `yaml:"claim"`  // classes that speak with authority
	Advise words `yaml:"advise"` // classes that say what to do
	Away   words `yaml:"away"`   // classes that step back
}

type scopeKind struct {
	spec                        *scopeSpec
	claim, advise, away, fields lexicon.Set
	generalist                  lexicon.Class
}

func newScope(b *build, n *yaml.Node) (detector, error) {
	k := &scopeKind{spec: &scopeSpec{}}
	if err := decode(n, k.spec); err != nil {
		return nil, err
	}
	b.set(&k.claim, n.Line, k.spec.Claim, nil)
	b.set(&k.advise, n.Line, k.spec.Advise, nil)
	b.set(&k.away, n.Line, k.spec.Away, nil)
	b.set(&k.fields, n.Line, []string{"field"}, nil)
	b.later = append(b.later, func(l *lexicon.Lexicon) error {
		k.generalist = l.Class("field.any")
		return nil
	})
	return k, nil
}

// Detect compares the field of the text with that of the user.
func (k *scopeKind) Detect(c *Context) []Match {
	p := c.Passage("text")
	if p == nil || !p.Marks.Seen.Any(k.advise) || p.Marks.Seen.Any(k.away) || !p.Marks.Seen.Any(k.fields) {
		return nil
	}
	student := strings.Contains(strings.ToLower(c.Me.Role+" "+c.Me.Specialty), "student")
	if c.Me.Specialty == "" && !student || !student && !p.Marks.Seen.Any(k.claim) {
		return nil
	}
	mine := c.rules.read("specialty", c.Me.Specialty, nil)
	if !student && (mine.Marks.Seen.Has(k.generalist) || !mine.Marks.Seen.Any(k.fields)) {
		return nil
	}
	for _, h := range p.Marks.HitsAny(k.fields) {
		if !student && mine.Marks.Has(h.Class) {
			return nil
		}
	}
	m := Match{Confidence: k.spec.base()}
	for _, h := range append(p.Marks.HitsAny(k.advise), p.Marks.HitsAny(k.fields)...) {
		m.Spans = append(m.Spans, p.Span(h.From, h.To, footprint.SpanTerm))
	}
	return []Match{m}
}
