package analyze

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"footprint/internal/analyze/strict"
	"footprint/internal/footprint"

	"gopkg.in/yaml.v3"
)

// gatherSpec is the kind "gather": many items of one sort are one finding, raised on the oldest.
//
//	kind: gather
//	when: {own: true}            # the items looked at
//	which: {visibility: public}  # those that count; all unless told
//	by: [platform, account]      # one finding for each; one in all unless told
//	least: 3                     # at least so many that count
//	share: 0.2                   # at least such a part of those looked at
//	unless: {kind: privacy_setting, ...}   # an item that silences its group
type gatherSpec struct {
	Common `yaml:",inline"`
	Which  yaml.Node `yaml:"which"`
	Unless yaml.Node `yaml:"unless"`
	By     words     `yaml:"by"`
	Least  int       `yaml:"least"`
	Share  float64   `yaml:"share"`
}

type gather struct {
	spec          *gatherSpec
	which, unless *condition
	by            []func(c *Context) value
}

func newGather(b *build, n *yaml.Node) (surveyor, error) {
	g := &gather{spec: &gatherSpec{}}
	err := strict.Decode(n, g.spec)
	if err != nil {
		return nil, err
	}
	if g.which, err = b.condition(&g.spec.Which); err != nil {
		return nil, err
	}
	if g.unless, err = b.condition(&g.spec.Unless); err != nil {
		return nil, err
	}
	for _, name := range g.spec.By {
		f, ok := b.fields[name]
		if !ok {
			return nil, fmt.Errorf("by: no such field %q", name)
		}
		g.by = append(g.by, f.get)
	}
	g.spec.Least = max(1, g.spec.Least)
	return g, nil
}

func (g *gather) start(*Survey) tally { return &gatherTally{gather: g, heaps: map[string]*heap{}} }

// heap is what is kept of one group of items.
type heap struct {
	total, count int
	oldest       []posted // of those that count, oldest first, at most maxEvidence+1
	silenced     bool
}

// keep enters an item among the oldest. Which item a finding hangs on must not depend on the order in which exports
// were imported: the user's decision hangs on it too.
func (h *heap) keep(it *footprint.Item) {
	p := posted{id: it.ID, at: it.Created}
	i, _ := slices.BinarySearchFunc(h.oldest, p, func(x, y posted) int {
		return cmp.Or(x.at.Compare(y.at), cmp.Compare(x.id, y.id))
	})
	if i <= maxEvidence {
		h.oldest = slices.Insert(h.oldest, i, p)
		h.oldest = h.oldest[:min(len(h.oldest), maxEvidence+1)]
	}
}

type gatherTally struct {
	*gather
	heaps map[string]*heap
	order []string
}

func (t *gatherTally) add(c *Context) {
	var key strings.Builder
	for _, get := range t.by {
		key.WriteString(strings.Join(get(c).list(), ","))
		key.WriteByte(0)
	}
	h := t.heaps[key.String()]
	if h == nil {
		h = &heap{}
		t.heaps[key.String()] = h
		t.order = append(t.order, key.String())
	}
	if t.unless != nil && t.unless.holds(c) {
		h.silenced = true
		return
	}
	h.total++
	if !t.which.holds(c) {
		return
	}
	h.count++
	h.keep(c.Item)
}

func (t *gatherTally) matches() []CrossMatch {
	var out []CrossMatch
	for _, key := range t.order {
		h := t.heaps[key]
		if h.silenced || h.count < t.spec.Least || float64(h.count) < t.spec.Share*float64(h.total) {
			continue
		}
		m := CrossMatch{ItemID: h.oldest[0].id}
		for _, p := range h.oldest[1:] {
			m.Related = append(m.Related, p.id)
		}
		m.Confidence = t.spec.base()
		why := strings.TrimSuffix(cmp.Or(t.spec.Why, "Of this kind"), ".")
		if h.count > 1 {
			m.Why = fmt.Sprintf("%s: %d items.", why, h.count)
		}
		if t.spec.Share > 0 {
			m.Why = fmt.Sprintf("%s: %d of %d items.", why, h.count, h.total)
		}
		out = append(out, m)
	}
	return out
}
