package analyze

import (
	"fmt"
	"slices"
	"strings"

	"footprint/internal/analyze/lexicon"
	"footprint/internal/footprint"

	"gopkg.in/yaml.v3"
)

// condition is the compiled form of "when": all tests must hold.
//
//	when:
//	  kind: [post, comment]      # one of these values
//	  visibility: "!private"     # none of these
//	  relation: present          # known; "absent" is the opposite
//	  mutual_friends: "<3"       # numbers: < <= > >= =
//	  last_used: older 1y        # times: older or newer than a span (d, w, mo, y) before the audit
//	  me.role: doctor            # the user
//	  own: true                  # written by the user
//	  has: {text: [person.colleague]}    # words of a class in a text of the item
//	  lacks: {bio: [disclaimer]}
//	  any: [{...}, {...}]        # one of these conditions
//	  not: {...}
type condition struct {
	kinds []footprint.Kind // an item of another kind cannot match; empty for any
	tests []int            // of RuleSet.tests
}

type test func(c *Context) bool

func (w *condition) holds(c *Context) bool {
	if w == nil {
		return true
	}
	return (len(w.kinds) == 0 || slices.Contains(w.kinds, c.Item.Kind)) && w.passes(c)
}

// passes is holds for an item of a kind that is known to be asked for.
func (w *condition) passes(c *Context) bool {
	if w == nil {
		return true
	}
	for _, t := range w.tests {
		if c.answers[t] == unasked {
			c.ask(t)
		}
		if c.answers[t] == no {
			return false
		}
	}
	return true
}

// ask answers a test for the item, once.
func (c *Context) ask(t int) {
	c.answers[t] = no
	if c.rules.tests[t](c) {
		c.answers[t] = yes
	}
}

// condition compiles a "when" node; an absent node is nil, which always holds.
func (b *build) condition(n *yaml.Node) (*condition, error) {
	if n.Kind == 0 {
		return nil, nil
	}
	if n.Kind != yaml.MappingNode {
		return nil, fmt.Errorf("line %d: conditions must be a mapping", n.Line)
	}
	w := &condition{}
	given := map[string]bool{}
	for i := 0; i+1 < len(n.Content); i += 2 {
		key, val := n.Content[i].Value, n.Content[i+1]
		if given[key] {
			return nil, fmt.Errorf("line %d: %s is given twice", n.Content[i].Line, key)
		}
		given[key] = true
		t, err := b.shared(w, key, val)
		if err != nil {
			return nil, fmt.Errorf("line %d: %s: %w", val.Line, key, err)
		}
		if t < 0 { // held in kinds
			continue
		}
		w.tests = append(w.tests, t)
	}
	return w, nil
}

// shared is the number of a test that other conditions may ask for as well, negative when there is nothing to test.
func (b *build) shared(w *condition, key string, val *yaml.Node) (int, error) {
	name := key + written(val)
	if t, ok := b.asked[name]; ok {
		return t, nil
	}
	once, err := b.test(w, key, val)
	if err != nil || once == nil {
		return -1, err
	}
	n := len(b.tests)
	b.tests, b.asked[name] = append(b.tests, once), n
	return n, nil
}

// answer is what a test says of an item.
type answer uint8

const (
	unasked answer = iota
	yes
	no
)

// written is a node as it is told from others.
func written(n *yaml.Node) string {
	s := fmt.Sprintf("%d%q", n.Kind, n.Value)
	for _, sub := range n.Content {
		s += written(sub)
	}
	return s + "."
}

func (b *build) test(w *condition, key string, val *yaml.Node) (test, error) {
	switch key {
	case "any":
		return b.anyOf(val)
	case "not":
		sub, err := b.condition(val)
		if err != nil || sub == nil {
			return nil, err
		}
		return func(c *Context) bool { return !sub.holds(c) }, nil
	case "has", "lacks":
		return b.wordTest(key == "has", val)
	}
	var list words
	if err := val.Decode(&list); err != nil {
		return nil, err
	}
	if len(list) == 0 {
		return nil, fmt.Errorf("want a value")
	}
	if key == "kind" && !strings.HasPrefix(list[0], "!") {
		for _, k := range list {
			w.kinds = append(w.kinds, footprint.Kind(k))
		}
		return nil, nil
	}
	f, ok := b.fields[key]
	if !ok {
		return nil, fmt.Errorf("no such field")
	}
	return compare(f, list)
}

func (b *build) anyOf(val *yaml.Node) (test, error) {
	if val.Kind != yaml.SequenceNode {
		return nil, fmt.Errorf("want a list of conditions")
	}
	var subs []*condition
	for _, n := range val.Content {
		sub, err := b.condition(n)
		if err != nil {
			return nil, err
		}
		subs = append(subs, sub)
	}
	return func(c *Context) bool {
		return slices.ContainsFunc(subs, func(s *condition) bool { return s.holds(c) })
	}, nil
}

// wordTest compiles has and lacks: a mapping from passage to classes. For has one passage is enough, for lacks
// all must be without.
func (b *build) wordTest(has bool, val *yaml.Node) (test, error) {
	var m map[string]words
	if err := val.Decode(&m); err != nil {
		return nil, err
	}
	type look struct {
		field int
		mask  lexicon.Mask
	}
	var looks []look
	for _, name := range sortedKeys(m) {
		i := fieldIndex(name)
		if i < 0 {
			return nil, fmt.Errorf("no text %q", name)
		}
		set, n := new(lexicon.Set), len(looks)
		b.set(set, val.Line, m[name], nil)
		looks = append(looks, look{field: i})
		b.later = append(b.later, func(*lexicon.Lexicon) error { // the set is known by then
			looks[n].mask = set.Mask()
			return nil
		})
	}
	return func(c *Context) bool {
		for _, l := range looks {
			if p := c.passage(l.field); p != nil && p.Marks.Seen.Meets(l.mask) {
				return has
			}
		}
		return !has
	}, nil
}
