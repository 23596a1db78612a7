package analyze

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"footprint/internal/analyze/patient"
	"footprint/internal/analyze/strict"
	"footprint/internal/footprint"

	"gopkg.in/yaml.v3"
)

// patientSpec is the kind "patient": the passage tells of one real person under care.
//
//	kind: patient
//	in: [text, title]
//	story: direct        # which story; see stories
//	sure: 3              # least evidence of an encounter, instead of the usual
type patientSpec struct {
	Common `yaml:",inline"`
	In     words    `yaml:"in"`
	Story  string   `yaml:"story"`
	Sure   *float64 `yaml:"sure"`
}

type patientKind struct {
	spec   *patientSpec
	fields []int
	fits   func(s *patient.Story) bool
	least  float64
}

// stories are the forms of a patient story that rules ask for. The evidence of an encounter is tested apart.
func stories() map[string]func(s *patient.Story) bool {
	return map[string]func(s *patient.Story) bool{
		"any":      func(*patient.Story) bool { return true },
		"direct":   func(s *patient.Story) bool { return s.Direct && !s.Renamed },
		"indirect": func(s *patient.Story) bool { return s.Identifies() && !(s.Direct && !s.Renamed) && !s.Renamed },
		"renamed": func(s *patient.Story) bool {
			return s.Renamed && (s.Clinical > 0 || s.Work || s.Body) && !s.Has(patient.HealthID)
		},
		"shorthand": func(s *patient.Story) bool { return s.Person && (s.Clinical > 0 || s.Work || s.Direct) },
		"died":      func(s *patient.Story) bool { return s.Died && s.Person && (s.Work || s.Clinical > 0 || s.Report) },
		"good":      func(s *patient.Story) bool { return s.Happy() },
	}
}

func newPatient(_ *build, n *yaml.Node) (detector, error) {
	k := &patientKind{spec: &patientSpec{}, least: patient.Told}
	if err := strict.Decode(n, k.spec); err != nil {
		return nil, err
	}
	if len(k.spec.In) == 0 {
		k.spec.In = words{"text", "title"}
	}
	for _, name := range k.spec.In {
		i := fieldIndex(name)
		if i < 0 {
			return nil, fmt.Errorf("no text %q", name)
		}
		k.fields = append(k.fields, i)
	}
	if k.fits = stories()[k.spec.Story]; k.fits == nil {
		return nil, fmt.Errorf("story %q: want one of %v", k.spec.Story, sortedKeys(stories()))
	}
	if k.spec.Sure != nil {
		k.least = *k.spec.Sure
	}
	return k, nil
}

// Detect reports the first passage that tells the story.
func (k *patientKind) Detect(c *Context) []Match {
	for _, i := range k.fields {
		s := c.story(i)
		if s == nil || s.Subject != patient.Patient || s.Sure < k.least || !k.fits(s) {
			continue
		}
		return []Match{storyMatch(c.passage(i), s, k.spec.base())}
	}
	return nil
}

// prepare reads the stories that Detect will ask for.
func (k *patientKind) prepare(items []*Context) {
	for _, i := range k.fields {
		readStories(items, i)
	}
}

// story returns what a passage tells of a patient, nil when it is empty. It is read once.
func (c *Context) story(i int) *patient.Story {
	p := c.passage(i)
	if p == nil {
		return nil
	}
	if p.story == nil {
		readStories([]*Context{c}, i)
	}
	return p.story
}

// readStories reads what one field of some items tells of patients.
func readStories(items []*Context, i int) {
	var room [together]patient.Passage
	unread := room[:0]
	for _, c := range items {
		if p := c.passage(i); p != nil && p.story == nil {
			p.told = patient.Story{Facts: p.told.Facts[:0]}
			p.story = &p.told
			unread = append(unread, patient.Passage{Doc: p.Doc, Marks: &p.Marks, Writer: c.writer(), Story: p.story})
		}
	}
	if len(unread) > 0 {
		items[0].rules.patients.ReadAll(unread)
	}
}

// writer is what the stories need to know of the author and the place.
func (c *Context) writer() patient.Writer {
	w := patient.Writer{Professional: c.Me.Professional(), Lay: c.Me.Role != "" && !c.Me.Professional(), Chat: c.Item.Kind == footprint.KindMessage}
	if c.person != nil {
		w.Known = c.person.Known
	}
	return w
}

// storyMatch turns a story into a match with its facts as evidence.
func storyMatch(p *Passage, s *patient.Story, base footprint.Confidence) Match {
	m := Match{Confidence: base, Labels: []string{"patient"}, Lowered: s.Lowered}
	if s.Sure >= patient.Plain && len(s.Lowered) == 0 {
		m.Confidence = max(m.Confidence, footprint.Likely)
	}
	var named []string
	for i := range s.Facts {
		f := &s.Facts[i]
		if len(m.Spans) < maxSpans && (len(s.Facts) <= maxSpans || f.Weight > 0.5) && !s.Inside(i) {
			m.Spans = append(m.Spans, p.Span(f.From, f.To, spanType(f.Type)))
		}
		if word := string(f.Type); f.Type != patient.Bed && !strings.Contains(strings.Join(named, " "), word) {
			named = append(named, strings.ReplaceAll(word, "_", " "))
		}
	}
	if len(named) > 0 {
		m.Raised = append(m.Raised, "tells "+strings.Join(named, ", "))
	}
	m.Advice = soften(s)
	return m
}

// spanType is the type of the evidence for a fact; what findings have no word for is a plain term.
func spanType(t patient.FactType) string {
	switch t {
	case patient.Ward, patient.Mechanism, patient.Device, patient.Origin, patient.Rarity, patient.Quote:
		return footprint.SpanTerm
	}
	return string(t)
}

// soften names the one fact whose removal would help most.
func soften(s *patient.Story) string {
	var top *patient.Fact
	var direct []string
	for i := range s.Facts {
		switch f := &s.Facts[i]; f.Type {
		case patient.Name, patient.HealthID, patient.Bed:
			if word := factWords[f.Type]; !slices.Contains(direct, word) {
				direct = append(direct, word)
			}
		default:
			if top == nil || f.Weight > top.Weight {
				top = f
			}
		}
	}
	switch {
	case s.Direct && len(direct) > 1:
		return fmt.Sprintf("Leave out %s first: each points to one person by itself. What remains is still a story about one patient and needs consent.", strings.Join(direct, " and "))
	case s.Direct && len(direct) == 1:
		return fmt.Sprintf("Leave out %s first: it points to one person by itself. What remains is still a story about one patient and needs consent.", direct[0])
	case top == nil:
		return ""
	case !s.Identifies():
		return "Few facts, but the patient, the family and those on duty may know who is meant. Without " + factWords[top.Type] + " fewer would."
	case s.Score-top.Weight < 3:
		return fmt.Sprintf("Without %s it would point to fewer people, but a story about one patient still needs consent.", factWords[top.Type])
	}
	return "No single change would hide the person: several facts combine."
}

// factWords name the facts inside a sentence.
var factWords = map[patient.FactType]string{
	patient.Name: "the name", patient.HealthID: "the record number", patient.Bed: "the bed or room", patient.Age: "the age",
	patient.Sex: "whether it is a man or a woman", patient.Date: "the day or time", patient.Place: "the place",
	patient.Hospital: "the hospital", patient.Ward: "the ward or clinic", patient.Condition: "the condition",
	patient.Occupation: "the occupation", patient.Relation: "the relative", patient.Outcome: "what became of the person",
	patient.Mechanism: "how it happened", patient.Device: "the device", patient.Origin: "the origin",
	patient.Rarity: "how unusual it is", patient.Quote: "what the person said or did",
}

// readWeights reads the weights of short posts about patients from a pack, if it brings them.
func (b *build) readWeights(fsys fs.FS) error {
	f, err := fsys.Open("model/patient.tsv")
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("read weights of patient stories: %w", err)
	}
	defer f.Close()
	b.weights, err = patient.ReadWeights(f)
	return err
}
