package analyze

import (
	"slices"
	"time"

	"footprint/internal/analyze/lexicon"
	"footprint/internal/analyze/strict"
	"footprint/internal/footprint"

	"gopkg.in/yaml.v3"
)

// followsSpec is the kind "follows": an item of the user with certain words comes soon after another item in
// the same place whose picture or words are of a certain kind.
//
//	kind: follows
//	words: [marker.misdirect]     # classes in the later item
//	after: [image.patient]        # classes in text, labels or readable text of the earlier one
//	within: 10                    # minutes
type followsSpec struct {
	Common `yaml:",inline"`
	Words  words `yaml:"words"`
	After  words `yaml:"after"`
	Within int   `yaml:"within"`
}

type followsKind struct {
	spec         *followsSpec
	words, after lexicon.Set
}

func newFollows(b *build, n *yaml.Node) (surveyor, error) {
	k := &followsKind{spec: &followsSpec{Within: 10}}
	if err := strict.Decode(n, k.spec); err != nil {
		return nil, err
	}
	b.set(&k.words, n.Line, k.spec.Words, nil)
	b.set(&k.after, n.Line, k.spec.After, nil)
	return k, nil
}

func (k *followsKind) start(*Survey) tally {
	return &followsTally{kind: k, first: map[string][]posted{}}
}

// posted is an item of the user and when it appeared.
type posted struct {
	id   string
	at   time.Time
	span []footprint.Span
}

// followsTally keeps the few items on either side, by place.
type followsTally struct {
	kind   *followsKind
	first  map[string][]posted
	second []struct {
		posted
		place string
	}
}

func (t *followsTally) add(c *Context) {
	if !c.Own() {
		return
	}
	place := c.Item.Platform + "\x00" + c.Item.Container + "\x00" + c.Item.Target
	for _, field := range []string{"labels", "ocr", "text"} {
		if p := c.Passage(field); p != nil && p.Marks.Seen.Any(t.kind.after) {
			t.first[place] = append(t.first[place], posted{id: c.Item.ID, at: c.Item.Created})
			break
		}
	}
	p := c.Passage("text")
	if p == nil || !p.Marks.Seen.Any(t.kind.words) {
		return
	}
	m := posted{id: c.Item.ID, at: c.Item.Created}
	for _, h := range p.Marks.HitsAny(t.kind.words) {
		m.span = append(m.span, p.Span(h.From, h.To, footprint.SpanTerm))
	}
	t.second = append(t.second, struct {
		posted
		place string
	}{m, place})
}

// matches pairs each later item with the nearest earlier one.
func (t *followsTally) matches() []CrossMatch {
	var out []CrossMatch
	limit := time.Duration(t.kind.spec.Within) * time.Minute
	for _, list := range t.first {
		slices.SortFunc(list, func(a, b posted) int { return a.at.Compare(b.at) })
	}
	for _, s := range t.second {
		list := t.first[s.place]
		at, _ := slices.BinarySearchFunc(list, s.at, func(f posted, when time.Time) int {
			if f.at.After(when) {
				return 1
			}
			return -1
		})
		for i := at - 1; i >= max(0, at-2); i-- { // the item itself may be one of the earlier ones
			if f := list[i]; f.id != s.id && s.at.Sub(f.at) <= limit {
				out = append(out, CrossMatch{Match: Match{Confidence: t.kind.spec.base(), Labels: []string{"patient"}, Spans: s.span}, ItemID: s.id, Related: []string{f.id}})
				break
			}
		}
	}
	return out
}
