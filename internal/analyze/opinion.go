package analyze

import (
	"slices"

	"footprint/internal/analyze/lexicon"
	"footprint/internal/analyze/patient"
	"footprint/internal/analyze/strict"
	"footprint/internal/footprint"

	"gopkg.in/yaml.v3"
)

// opinionSpec is the kind "opinion": clinicians are asked what they make of an actual case.
type opinionSpec struct {
	Common `yaml:",inline"`
	Ask    words `yaml:"ask"`    // classes that ask
	Peers  words `yaml:"peers"`  // classes that ask clinicians
	Topics words `yaml:"topics"` // classes of other things one may ask about
}

type opinionKind struct {
	inText
	spec               *opinionSpec
	ask, peers, topics lexicon.Set
	clinical, vague    lexicon.Set
}

func newOpinion(b *build, n *yaml.Node) (detector, error) {
	k := &opinionKind{spec: &opinionSpec{}}
	if err := strict.Decode(n, k.spec); err != nil {
		return nil, err
	}
	b.set(&k.needed, n.Line, slices.Concat(k.spec.Ask, k.spec.Peers), nil)
	b.set(&k.ask, n.Line, k.spec.Ask, nil)
	b.set(&k.peers, n.Line, k.spec.Peers, nil)
	b.set(&k.topics, n.Line, k.spec.Topics, nil)
	b.set(&k.clinical, n.Line, []string{"clinical"}, nil)
	b.set(&k.vague, n.Line, []string{"clinicalish", "body.part", "people.patient"}, nil)
	return k, nil
}

// Detect asks for a question and the data of a case.
func (k *opinionKind) Detect(c *Context) []Match {
	p := c.Passage("text")
	if p == nil || !p.Marks.Seen.Any(k.needed) || p.Marks.Seen.Any(k.topics) {
		return nil
	}
	s := c.story(fieldIndex("text"))
	switch s.Subject {
	case patient.Self, patient.Family, patient.Animal, patient.Invented, patient.Published, patient.Simulated, patient.Population:
		return nil
	}
	data := len(p.Marks.HitsAny(k.clinical))
	if s.Has(patient.Age) {
		data++
	}
	if data > 0 && p.Marks.Seen.Any(k.vague) {
		data++
	}
	if c.Item.HasPicture() && data > 0 {
		data++
	}
	peers := p.Marks.Seen.Any(k.peers) || c.Me.Professional()
	if s.Sure < patient.Told && (data < 2 && !(data == 1 && p.Marks.Seen.Any(k.peers)) || !peers || !s.Person && !c.Item.HasPicture() && !p.Marks.Seen.Any(k.peers)) {
		return nil
	}
	m := Match{Confidence: k.spec.base(), Labels: []string{"patient"}}
	for _, h := range append(p.Marks.HitsAny(k.ask), p.Marks.HitsAny(k.peers)...) {
		m.Spans = append(m.Spans, p.Span(h.From, h.To, footprint.SpanTerm))
	}
	return []Match{m}
}
