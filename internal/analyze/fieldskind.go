package analyze

import (
	"footprint/internal/analyze/strict"

	"gopkg.in/yaml.v3"
)

// fieldsSpec is the kind "fields": raised whenever its conditions hold.
type fieldsSpec struct {
	Common `yaml:",inline"`
}

type fieldsKind struct{ spec *fieldsSpec }

func newFields(_ *build, n *yaml.Node) (detector, error) {
	s := &fieldsSpec{}
	if err := strict.Decode(n, s); err != nil {
		return nil, err
	}
	return fieldsKind{s}, nil
}

// Detect always matches: the conditions were tested before.
func (f fieldsKind) Detect(*Context) []Match { return []Match{{Confidence: f.spec.base()}} }
