package analyze

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"footprint/internal/analyze/hostility"
	"footprint/internal/analyze/judge"
	"footprint/internal/analyze/strict"
	"footprint/internal/analyze/text"
	"footprint/internal/footprint"

	"gopkg.in/yaml.v3"
)

// hostilitySpec is the kind "hostility": remarks that attack a group or a person.
//
//	kind: hostility
//	of: [hate, derogatory, threat]   # which remarks; see package hostility
//	min: possible                    # leave out what is less sure; weak unless told
//	in: [text, title]
type hostilitySpec struct {
	Common `yaml:",inline"`
	Of     words                `yaml:"of"`
	Min    footprint.Confidence `yaml:"min"`
	In     words                `yaml:"in"`
}

type hostilityKind struct {
	spec   *hostilitySpec
	of     [hostility.Threat + 1]bool
	fields []int
}

func newHostility(_ *build, n *yaml.Node) (detector, error) {
	h := &hostilityKind{spec: &hostilitySpec{}}
	if err := strict.Decode(n, h.spec); err != nil {
		return nil, err
	}
	if len(h.spec.Of) == 0 {
		return nil, errors.New("kind hostility needs of")
	}
	for _, name := range h.spec.Of {
		switch name {
		case "hate":
			h.of[hostility.Hate] = true
		case "derogatory":
			h.of[hostility.Derogatory] = true
		case "threat":
			h.of[hostility.Threat] = true
		default:
			return nil, fmt.Errorf("of %q: want hate, derogatory or threat", name)
		}
	}
	if len(h.spec.In) == 0 {
		h.spec.In = words{"text", "title"}
	}
	for _, name := range h.spec.In {
		i := fieldIndex(name)
		if i < 0 {
			return nil, fmt.Errorf("no text %q", name)
		}
		h.fields = append(h.fields, i)
	}
	return h, nil
}

// Detect reads the remarks of each passage.
func (h *hostilityKind) Detect(c *Context) []Match {
	var out []Match
	for _, i := range h.fields {
		p := c.passage(i)
		if p == nil {
			continue
		}
		for _, r := range c.rules.remarks(p) {
			if !h.of[r.Kind] || r.Confidence < h.spec.Min {
				continue
			}
			m := Match{Confidence: r.Confidence, Labels: remarkLabels(r), Why: r.Why, Raised: r.Raised, Lowered: r.Lowered}
			if r.From < r.To {
				m.Spans = []footprint.Span{p.Span(r.From, r.To, footprint.SpanTerm)}
			}
			out = append(out, m)
		}
	}
	return out
}

func remarkLabels(r hostility.Remark) []string {
	var labels []string
	switch r.Kind {
	case hostility.Hate:
		labels = append(labels, "hate")
	case hostility.Derogatory:
		labels = append(labels, "derogatory")
	}
	if r.Violent || r.Kind == hostility.Threat {
		labels = append(labels, "violence")
	}
	return labels
}

// remarks returns the hostile remarks of a passage, read once.
func (rs *RuleSet) remarks(p *Passage) []hostility.Remark {
	if !p.remarked {
		p.remarked = true
		r := rs.readers.Get().(*hostility.Reader)
		p.remarks = r.Read(hostility.Input{Doc: p.Doc, Hits: p.Marks.All(), Clinical: p.Clinical, Judge: func() *judge.Scores { return rs.Scores(p) },
			Renamed: func(names []text.Range) *judge.Scores { return rs.renamed(p, names) }, Patterns: rs.frames}, rs.hostile)
		rs.readers.Put(r)
	}
	return p.remarks
}

// Scores returns the judge's probabilities for a passage, nil when there is no model or the passage is in a
// language it was not trained on.
func (rs *RuleSet) Scores(p *Passage) *judge.Scores {
	if rs.judge == nil || p.Lang != "en" && p.Lang != "und" {
		return nil
	}
	if p.scores == nil {
		s := rs.judge.Score(p.Meant)
		p.scores = &s
	}
	return p.scores
}

// anyGroup is a name that the judge knows for that of a group: all such are one and the same word to it.
const anyGroup = "catholics"

// renamed returns the judge's probabilities for a passage with anyGroup in the place of the names of groups.
func (rs *RuleSet) renamed(p *Passage, names []text.Range) *judge.Scores {
	var b strings.Builder
	at := 0
	for _, n := range names {
		from, to := p.Tokens[n.From].Start, p.Tokens[n.To-1].End
		if from < at {
			continue // parts of one hashtag
		}
		b.WriteString(p.Original[at:from])
		b.WriteString(anyGroup)
		at = to
	}
	b.WriteString(p.Original[at:])
	s := rs.judge.Score(b.String())
	return &s
}

// readFrames reads the frames of a pack, if it brings any.
func readFrames(fsys fs.FS) (*hostility.Patterns, error) {
	data, err := fs.ReadFile(fsys, "frames/hostility.yaml")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read frames: %w", err)
	}
	names, err := fs.Glob(fsys, "frames/*.yaml")
	if err != nil {
		return nil, fmt.Errorf("read frames: %w", err)
	}
	var more [][]byte
	for _, name := range names {
		if name == "frames/hostility.yaml" {
			continue
		}
		file, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, fmt.Errorf("read frames: %w", err)
		}
		more = append(more, file)
	}
	return hostility.ReadPatterns(data, more...)
}

// readModel reads the judge of a pack, if it brings one.
func readModel(fsys fs.FS) (*judge.Model, error) {
	f, err := fsys.Open("model/judge.bin")
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read model: %w", err)
	}
	defer f.Close()
	return judge.Read(f)
}
