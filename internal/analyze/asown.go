package analyze

import (
	"fmt"
	"slices"

	"footprint/internal/analyze/strict"
	"footprint/internal/footprint"

	"gopkg.in/yaml.v3"
)

// asOwnSpec is the kind "as-own": an item of somebody else that other rules would raise if the user had
// written it, or, with "who: self", an item of the user's that they raise. Its evidence is theirs.
//
//	kind: as-own
//	rules: [offensive-language, patient-anecdote-public]
type asOwnSpec struct {
	Common `yaml:",inline"`
	Rules  words `yaml:"rules"`
	// Least is the confidence the other rule must have: possible unless told.
	Least *footprint.Confidence `yaml:"least"`
}

type asOwn struct {
	spec  *asOwnSpec
	least footprint.Confidence
}

func newAsOwn(b *build, n *yaml.Node) (detector, error) {
	k := &asOwn{spec: &asOwnSpec{}, least: footprint.Possible}
	if err := strict.Decode(n, k.spec); err != nil {
		return nil, err
	}
	if len(k.spec.Rules) == 0 || slices.Contains(k.spec.Rules, b.rule.ID) {
		return nil, fmt.Errorf("as-own needs rules other than its own")
	}
	if k.spec.Least != nil {
		k.least = *k.spec.Least
	}
	return k, nil
}

// Detect runs the rules on a copy of the item that carries the user's name. Rules that a pack switched off
// do not count.
func (k *asOwn) Detect(c *Context) []Match {
	item := *c.Item
	item.Author, item.Interaction, item.Relation, item.Direction = footprint.AuthorSelf, "", "", ""
	mine := *c
	mine.Item = &item
	var out []Match
	for _, id := range k.spec.Rules {
		r := c.rules.byID[id]
		if r == nil {
			continue
		}
		for _, a := range r.alts {
			if _, nested := a.det.(*asOwn); nested || a.Who == "other" || !a.when.holds(&mine) {
				continue
			}
			for _, m := range a.det.Detect(&mine) {
				if m.Confidence < k.least {
					continue
				}
				found := Match{Confidence: min(m.Confidence, k.spec.base()), Spans: m.Spans, Labels: slices.Concat(a.Labels, m.Labels), Raised: m.Raised, Lowered: m.Lowered}
				if !c.Own() {
					found.Why = "by somebody else: " + r.Title
				}
				out = append(out, found)
			}
		}
	}
	return out
}
