package analyze

import (
	"slices"
	"time"

	"footprint/internal/footprint"
)

// Survey judges what only shows over many items: it sees each item once and keeps no text. It belongs to one
// goroutine.
type Survey struct {
	rules   *RuleSet
	me      *footprint.Person
	asOf    time.Time
	tallies []tally
	alts    []*crossAlternative
	asked   map[asked][]int // the alternatives for a kind of item, found when first met
}

// asked is what decides for most alternatives whether they look at an item.
type asked struct {
	kind footprint.Kind
	own  bool
}

// MeID is the item id of findings about the user rather than an item, such as reminders.
const MeID = "me"

// Survey starts a survey of one person's items.
func (rs *RuleSet) Survey(me *footprint.Person, asOf time.Time) *Survey {
	return rs.survey(me, asOf, func(*Rule) bool { return true })
}

// SurveyOf is a survey by some rules alone.
func (rs *RuleSet) SurveyOf(rules []string, me *footprint.Person, asOf time.Time) *Survey {
	return rs.survey(me, asOf, func(r *Rule) bool { return slices.Contains(rules, r.ID) })
}

func (rs *RuleSet) survey(me *footprint.Person, asOf time.Time, takesPart func(*Rule) bool) *Survey {
	if me == nil {
		me = &footprint.Person{}
	}
	rs.ready()
	s := &Survey{rules: rs, me: me, asOf: asOf, asked: map[asked][]int{}}
	for _, r := range rs.rules {
		if !takesPart(r) {
			continue
		}
		for _, a := range r.surveys {
			s.alts = append(s.alts, a)
			s.tallies = append(s.tallies, a.det.start(s))
		}
	}
	return s
}

// Looks reports whether the survey looks at items at all: a reminder may ask only about the user.
func (s *Survey) Looks() bool {
	return slices.ContainsFunc(s.tallies, func(t tally) bool {
		d, ok := t.(*dueTally)
		return !ok || d.seen != nil
	})
}

// Add shows one item to the survey.
func (s *Survey) Add(item *footprint.Item) {
	c := s.rules.context(item, s.me, s.asOf)
	s.add(c)
	c.release()
}

func (s *Survey) add(c *Context) {
	key := asked{c.Item.Kind, c.Own()}
	alts, met := s.asked[key]
	if !met {
		alts = s.alternatives(key)
		s.asked[key] = alts
	}
	for _, i := range alts {
		if s.alts[i].when.passes(c) {
			s.tallies[i].add(c)
		}
	}
}

func (s *Survey) alternatives(key asked) []int {
	var out []int
	for i, a := range s.alts {
		if a.Who == "self" && !key.own || a.Who == "other" && key.own ||
			a.when != nil && len(a.when.kinds) > 0 && !slices.Contains(a.when.kinds, key.kind) {
			continue
		}
		out = append(out, i)
	}
	return out
}

// CheckAndAdd judges an item by itself and shows it to the survey, parsing its texts once.
func (s *Survey) CheckAndAdd(item *footprint.Item) []footprint.Finding {
	c := s.rules.context(item, s.me, s.asOf)
	defer c.release()
	s.add(c)
	return s.rules.check(c)
}

// Findings ends the survey.
func (s *Survey) Findings() []footprint.Finding {
	var out []footprint.Finding
	for i, a := range s.alts {
		for _, m := range s.tallies[i].matches() {
			f := finding(&footprint.Item{ID: m.ItemID}, s.me, a.rule, &a.Common, m.Match)
			f.Related = m.Related
			out = append(out, f)
		}
	}
	out = onePerItem(out)
	sortFindings(out)
	return out
}

// onePerItem keeps one finding per rule and item, the most confident.
func onePerItem(in []footprint.Finding) []footprint.Finding {
	type key struct{ item, rule string }
	at := map[key]int{}
	var out []footprint.Finding
	for _, f := range in {
		k := key{f.ItemID, f.Rule}
		i, seen := at[k]
		switch {
		case !seen:
			at[k] = len(out)
			out = append(out, f)
		case f.Confidence > out[i].Confidence:
			out[i] = f
		}
	}
	return out
}
