package analyze

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"footprint/internal/analyze/strict"

	"gopkg.in/yaml.v3"
)

// companionSpec is the kind "companion": an item of a person counts because of other items of the same person
// on the same platform.
//
//	kind: companion
//	item: {kind: friend}         # the item to raise
//	with: {kind: frame, ...}     # an alternative the other items must match
//	least: 3                     # at least so many of them (1 unless told)
//	within: 60d                  # inside such a time
//	both: false                  # raise the matching items too
type companionSpec struct {
	Common `yaml:",inline"`
	Item   yaml.Node `yaml:"item"`
	With   yaml.Node `yaml:"with"`
	Least  int       `yaml:"least"`
	Within string    `yaml:"within"`
}

type companion struct {
	spec  *companionSpec
	item  *condition
	with  nested
	span  *span
	least int
}

// nested is an alternative inside another.
type nested struct {
	Common
	when *condition
	det  detector
}

// nested compiles an alternative inside another.
func (b *build) nested(n *yaml.Node) (nested, error) {
	var v nested
	if err := n.Decode(&v.Common); err != nil {
		return v, err
	}
	def, ok := kinds()[v.Kind]
	if !ok || def.item == nil {
		return v, fmt.Errorf("line %d: kind %q cannot stand inside another", n.Line, v.Kind)
	}
	if v.Who == "" {
		v.Who = "any"
	}
	var err error
	if v.when, err = b.condition(&v.When); err != nil {
		return v, err
	}
	v.det, err = def.item(b, n)
	return v, err
}

// matches returns what the alternative finds in an item.
func (v *nested) matches(c *Context) []Match {
	own := c.Own()
	if v.Who == "self" && !own || v.Who == "other" && own || !v.when.holds(c) {
		return nil
	}
	return v.det.Detect(c)
}

func newCompanion(b *build, n *yaml.Node) (surveyor, error) {
	k := &companion{spec: &companionSpec{}}
	err := strict.Decode(n, k.spec)
	if err != nil {
		return nil, err
	}
	if k.spec.Item.Kind == 0 || k.spec.With.Kind == 0 {
		return nil, errors.New("companion needs item and with")
	}
	if k.item, err = b.condition(&k.spec.Item); err != nil {
		return nil, err
	}
	if k.with, err = b.nested(&k.spec.With); err != nil {
		return nil, err
	}
	if k.spec.Within != "" {
		s, err := parseSpan(k.spec.Within)
		if err != nil {
			return nil, fmt.Errorf("within: %w", err)
		}
		k.span = &s
	}
	k.least = max(1, k.spec.Least)
	return k, nil
}

func (k *companion) start(*Survey) tally {
	return &companionTally{companion: k, people: map[string]*acquaintance{}}
}

// maxEvidence bounds the related items kept per finding.
const maxEvidence = 20

// acquaintance is what is kept of one person.
type acquaintance struct {
	raise []string // items to raise
	proof []string // items that match
	times []time.Time
}

type companionTally struct {
	*companion
	people map[string]*acquaintance
	order  []string
}

func (t *companionTally) add(c *Context) {
	who := other(c)
	if who == "" {
		return
	}
	isItem := t.item.holds(c)
	found := t.with.matches(c)
	if !isItem && len(found) == 0 {
		return
	}
	key := c.Item.Platform + "\x00" + strings.ToLower(who)
	a := t.people[key]
	if a == nil {
		a = &acquaintance{}
		t.people[key] = a
		t.order = append(t.order, key)
	}
	if isItem && len(a.raise) < maxEvidence {
		a.raise = append(a.raise, c.Item.ID)
	}
	if len(found) == 0 {
		return
	}
	if len(a.proof) < maxEvidence {
		a.proof = append(a.proof, c.Item.ID)
	}
	a.times = append(a.times, c.Item.Created)
}

// other is the person an item comes from or goes to; empty for the user's own posts.
func other(c *Context) string {
	if c.Own() {
		return c.Item.Target
	}
	return c.Item.Author
}

func (t *companionTally) matches() []CrossMatch {
	var out []CrossMatch
	for _, key := range t.order {
		a := t.people[key]
		if len(a.raise) == 0 || !t.often(a.times) {
			continue
		}
		related := union(slices.Clone(a.raise[1:]), a.proof)
		m := CrossMatch{ItemID: a.raise[0], Related: slices.DeleteFunc(related, func(id string) bool { return id == a.raise[0] })}
		m.Confidence = t.spec.base()
		out = append(out, m)
	}
	return out
}

// often reports whether enough matching items fall into the time asked for.
func (t *companionTally) often(times []time.Time) bool {
	if len(times) < t.least {
		return false
	}
	if t.span == nil {
		return true
	}
	slices.SortFunc(times, time.Time.Compare)
	for i := t.least - 1; i < len(times); i++ {
		if !times[i-t.least+1].Before(t.span.before(times[i])) {
			return true
		}
	}
	return false
}
