package analyze

import (
	"footprint/internal/analyze/lexicon"
	"footprint/internal/analyze/patient"
	"footprint/internal/analyze/strict"
	"footprint/internal/analyze/text"
	"footprint/internal/footprint"

	"gopkg.in/yaml.v3"
)

// adviceSpec is the kind "advice": the writer tells one person what is wrong, what to take or what to stop.
// A reply to a question about health needs less than a message, a message less than a post to everybody.
type adviceSpec struct {
	Common `yaml:",inline"`
}

type adviceKind struct {
	inText
	spec                                                     *adviceSpec
	instruct, verb, verdict, dose, drug, refer, role, health lexicon.Set
	general                                                  lexicon.Set
}

func newAdvice(b *build, n *yaml.Node) (detector, error) {
	k := &adviceKind{spec: &adviceSpec{}}
	if err := strict.Decode(n, k.spec); err != nil {
		return nil, err
	}
	for _, s := range []struct {
		to      *lexicon.Set
		classes []string
	}{
		{&k.needed, []string{"advice.instruct", "advice.verb", "advice.verdict"}}, {&k.instruct, []string{"advice.instruct"}}, {&k.verb, []string{"advice.verb"}}, {&k.verdict, []string{"advice.verdict"}},
		{&k.dose, []string{"advice.dose"}}, {&k.drug, []string{"clinical.drug", "clinical.drugclass"}}, {&k.refer, []string{"advice.refer"}},
		{&k.role, []string{"stance.role"}}, {&k.health, []string{"clinical", "clinicalish.word", "body.part"}}, {&k.general, []string{"marker.general"}},
	} {
		b.set(s.to, n.Line, s.classes, nil)
	}
	return k, nil
}

// Detect weighs what the words ask of the reader.
func (k *adviceKind) Detect(c *Context) []Match {
	p := c.Passage("text")
	if p == nil || p.Marks.Seen.Any(k.refer) || c.Item.Relation == footprint.RelationFamily || !p.Marks.Seen.Any(k.needed) {
		return nil
	}
	q := c.Passage("reply_to")
	asked := q != nil && q.Marks.Seen.Any(k.health)
	if q != nil && !asked && !p.Marks.Seen.Any(k.drug) {
		return nil
	}
	weight, spans := k.weigh(p, asked)
	need := 2.9
	switch {
	case asked:
		need = 1
	case c.Item.Kind == footprint.KindMessage, c.Item.Kind == footprint.KindComment:
		need = 2
	}
	if p.Marks.Seen.Any(k.role) {
		weight++
	}
	if weight < need {
		return nil
	}
	if s := c.story(fieldIndex("text")); s != nil && s.Subject == patient.Patient && s.Sure >= patient.Told+1 && !asked {
		return nil // a story about a patient, not a word to one
	}
	m := Match{Confidence: k.spec.base(), Spans: spans}
	if asked && weight >= 2 {
		m.raise("answers a question about health")
	}
	return []Match{m}
}

// adviceHits are the words of one passage by what they do.
type adviceHits struct{ verdict, instruct, verb, drug, dose, health []lexicon.Hit }

// maxSentences bounds the sentences weighed: advice stands in the first ones or not at all.
const maxSentences = 60

// weigh sums the strongest sentence: an instruction, a verdict, a drug with a dose, said to somebody.
func (k *adviceKind) weigh(p *Passage, asked bool) (float64, []footprint.Span) {
	h := adviceHits{p.Marks.HitsAny(k.verdict), p.Marks.HitsAny(k.instruct), p.Marks.HitsAny(k.verb), p.Marks.HitsAny(k.drug), p.Marks.HitsAny(k.dose), p.Marks.HitsAny(k.health)}
	best := 0.0
	var spans []footprint.Span
	for i, r := range p.Sentences {
		if i == maxSentences {
			break
		}
		if p.Tokens[r.From].Voice != text.Own || asks(p, r) {
			continue
		}
		if w, sp := k.sentence(p, &h, r, asked); w > best {
			best, spans = w, sp
		}
	}
	return best, spans
}

func (k *adviceKind) sentence(p *Passage, hits *adviceHits, r text.Range, asked bool) (float64, []footprint.Span) {
	w := 0.0
	var spans []footprint.Span
	count := func(list []lexicon.Hit, weight float64, order bool) {
		for _, h := range within(list, r) {
			if !order || opensClause(p, h.From) {
				w += weight
				spans = append(spans, p.Span(h.From, h.To, footprint.SpanTerm))
				return
			}
		}
	}
	count(hits.verdict, 1, false)
	told := len(spans)
	count(hits.instruct, 1, true)
	if len(spans) == told {
		count(hits.verb, 1, true)
	}
	if w == 0 {
		return 0, nil
	}
	count(hits.drug, 1, false)
	count(hits.dose, 0.5, false)
	w += k.addressed(p, r, asked)
	plain := len(within(hits.health, r))+len(within(hits.dose, r))+len(within(hits.verdict, r)) > 0
	if asked && w < 2 && !plain {
		return 0, nil
	}
	return w, spans
}

// addressed weighs to whom a sentence speaks: "your" raises it, what holds for everybody lowers it.
func (k *adviceKind) addressed(p *Passage, r text.Range, asked bool) float64 {
	you, all := 0.0, 0.0
	for i := r.From; i < min(r.To, r.From+80); i++ {
		if p.Tokens[i].Kind == text.Handle {
			you = 0.5
		}
		switch p.Tokens[i].Norm {
		case "your", "you", "you're", "you've", "ur":
			you = 0.5
		case "me", "us":
			if i > r.From && calls(p.Tokens[i-1].Norm) {
				you = 0.5
			}
		case "if", "when", "may", "usually", "people", "patients", "adults", "children", "everyone", "anyone", "most", "some", "doctor", "pharmacist", "label", "packet", "leaflet", "prescribed", "directed":
			all = 1
		}
	}
	if asked {
		return you
	}
	if p.Marks.Seen.Any(k.general) {
		all++
	}
	return you - all
}

// calls reports a verb by which the reader is to come back to the writer.
func calls(verb string) bool {
	switch verb {
	case "ring", "call", "text", "message", "see", "tell", "phone":
		return true
	}
	return false
}

// opensClause reports that an order may begin here: at the start of a clause or after "just", "then", "and".
func opensClause(p *Passage, i int) bool {
	if i == 0 || p.Tokens[i].Clause != p.Tokens[i-1].Clause || p.Tokens[i].Flags&text.FirstInSentence != 0 {
		return true
	}
	switch p.Tokens[i-1].Norm {
	case "just", "then", "and", "please", "also", "should", "to", "can", ",", ":", "-", "so", "definitely", "would", "or", "but", "must", "better", "i'd", "id":
		return true
	}
	return p.Tokens[i-1].Kind != text.Word && p.Tokens[i-1].Kind != text.Number
}
