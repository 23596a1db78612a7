package analyze

import (
	"slices"
	"strings"
	"time"

	"footprint/internal/footprint"
)

// Probe tells which items a change of some rules may touch, by running these rules alone. All methods may be called
// concurrently.
type Probe struct {
	rules       *RuleSet
	own, others *plans
	words       []string
}

// Probe makes a probe for a change: see Basis.Since.
func (rs *RuleSet) Probe(c Change) *Probe {
	rs.ready()
	var some []*Rule
	for _, id := range c.Rules {
		if r := rs.byID[id]; r != nil {
			some = append(some, r)
		}
	}
	return &Probe{rules: rs, own: newPlans(some, rs.lex, true), others: newPlans(some, rs.lex, false), words: c.Words}
}

// Kinds are the kinds of items that it can touch; every is true when these are all.
func (p *Probe) Kinds() (kinds []footprint.Kind, every bool) {
	if len(p.words) > 0 || len(p.own.anyKind.alts)+len(p.others.anyKind.alts) > 0 {
		return nil, true
	}
	for _, plans := range []*plans{p.own, p.others} {
		for k := range plans.byKind {
			kinds = append(kinds, k)
		}
	}
	return kinds, false
}

// Touches reports whether one of the rules matches the item, or one of the words stands in it. An item that it does
// not touch, and on which none of Change.Raised was raised before, is judged by all rules as it was.
func (p *Probe) Touches(item *footprint.Item, me *footprint.Person, asOf time.Time) bool {
	c := p.rules.context(item, me, asOf)
	defer c.release()
	return matches(p.planOf(c), c) || p.holdsWord(c)
}

func (p *Probe) planOf(c *Context) *plan {
	if c.Own() {
		return p.own.of(c.Item.Kind)
	}
	return p.others.of(c.Item.Kind)
}

func (p *Probe) holdsWord(c *Context) bool {
	if len(p.words) == 0 {
		return false
	}
	return slices.ContainsFunc(passageFields[:], func(field string) bool {
		s := strings.ToLower(c.fieldText(field))
		return s != "" && slices.ContainsFunc(p.words, func(w string) bool { return strings.Contains(s, w) })
	})
}

// matches reports whether an alternative of a plan matches.
func matches(p *plan, c *Context) (found bool) {
	p.each([]*Context{c}, func(_ []uint8, a *alternative) {
		found = found || a.asks(c) && len(a.det.Detect(c)) > 0
	})
	return found
}
