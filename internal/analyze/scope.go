package analyze

import (
	"slices"
	"strings"

	"footprint/internal/analyze/lexicon"
	"footprint/internal/analyze/strict"
	"footprint/internal/analyze/text"
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
	inText              // a word of advise
	spec                *scopeSpec
	claim, away, fields lexicon.Set
	i, job              lexicon.Set // "I'm a", "surgeon"
	generalist          lexicon.Class
}

func newScope(b *build, n *yaml.Node) (detector, error) {
	k := &scopeKind{spec: &scopeSpec{}}
	if err := strict.Decode(n, k.spec); err != nil {
		return nil, err
	}
	b.set(&k.claim, n.Line, k.spec.Claim, nil)
	b.set(&k.needed, n.Line, k.spec.Advise, nil)
	b.set(&k.away, n.Line, k.spec.Away, nil)
	b.set(&k.fields, n.Line, []string{"field"}, nil)
	b.set(&k.i, n.Line, []string{"role.i"}, nil)
	b.set(&k.job, n.Line, []string{"staff.prof"}, nil)
	b.later = append(b.later, func(l *lexicon.Lexicon) error {
		k.generalist = l.Class(generalist)
		return nil
	})
	return k, nil
}

// Detect compares the field of the text with that of the user.
func (k *scopeKind) Detect(c *Context) []Match {
	p := c.Passage("text")
	if p == nil || !p.Marks.Seen.Any(k.needed) || p.Marks.Seen.Any(k.away) || !p.Marks.Seen.Any(k.fields) {
		return nil
	}
	if m := k.ownWords(p); m != nil {
		return m
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
	for _, h := range append(p.Marks.HitsAny(k.needed), p.Marks.HitsAny(k.fields)...) {
		m.Spans = append(m.Spans, p.Span(h.From, h.To, footprint.SpanTerm))
	}
	return []Match{m}
}

// ownWords takes the field from the text: "I'm an orthodontist, here's how I'd treat your asthma".
func (k *scopeKind) ownWords(p *Passage) []Match {
	const near = 4 // tokens between "I'm a" and the job
	fields := p.Marks.HitsAny(k.fields)
	said := p.Marks.HitsAny(k.i)
	for _, job := range p.Marks.HitsAny(k.job) {
		i := slices.IndexFunc(said, func(i lexicon.Hit) bool { return i.To <= job.From && job.From <= i.To+near })
		here := job.To < len(p.Tokens) && (p.Tokens[job.To].Norm == "here" || p.Tokens[job.To].Norm == "speaking")
		if i < 0 && !here {
			continue
		}
		own := classesAt(fields, job.From)
		if len(own) == 0 || slices.Contains(own, generalist) || p.Tokens[job.From].Voice != text.Own {
			continue
		}
		for _, other := range fields {
			if other.From > job.From && other.Class != generalist && !slices.ContainsFunc(classesAt(fields, other.From), func(c string) bool { return slices.Contains(own, c) }) {
				return []Match{{Confidence: k.spec.base(), Spans: []footprint.Span{p.Span(job.From, job.To, footprint.SpanTerm), p.Span(other.From, other.To, footprint.SpanTerm)}}}
			}
		}
	}
	return nil
}

// generalist is the field of those who know something of all others.
const generalist = "field.any"

// classesAt returns the classes of the hits that begin at a token.
func classesAt(hits []lexicon.Hit, from int) []string {
	var out []string
	for _, h := range hits {
		if h.From == from {
			out = append(out, h.Class)
		}
	}
	return out
}
