package analyze

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"footprint/internal/footprint"
)

// exampleItems are the items of the examples of all rules, each with a number of its own.
func exampleItems(t *testing.T, rs *RuleSet) (items []footprint.Item) {
	t.Helper()
	for _, r := range rs.rules {
		for _, n := range slices.Concat(r.examples.Hit, r.examples.Miss) {
			c, err := exampleCase(&n)
			if err != nil {
				t.Fatal(err)
			}
			for _, it := range c.Items {
				it.ID = fmt.Sprint("item-", len(items))
				items = append(items, it)
			}
		}
	}
	return items
}

// whole judges items alone and together.
func whole(rs *RuleSet, items []footprint.Item, me *footprint.Person, asOf time.Time) (alone [][]footprint.Finding, together []footprint.Finding) {
	s := rs.Survey(me, asOf)
	for i := range items {
		alone = append(alone, s.CheckAndAdd(&items[i]))
	}
	return alone, s.Findings()
}

// What the table of readings, and the digest of a rule, leave out must change nothing: for every field of the profile,
// the month, and rules that differ, whatever is judged otherwise was told to be affected.
func TestWhatIsNotAffectedIsJudgedAsBefore(t *testing.T) {
	rs := builtin(t)
	items := exampleItems(t, rs)
	me, asOf := exampleDoctor(), ExampleDay()
	me.Bio, me.Relatives, me.Aliases = "Doctor in Calderport. Views my own.", []string{"Anna Lee"}, []string{"nightowl"}
	before, together := whole(rs, items, me, asOf)
	basis, err := rs.Basis("1", me, asOf)
	if err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		name   string
		change func(p *footprint.Person)
		days   int
		none   bool // nothing rests on it
	}{
		{name: "name", change: func(p *footprint.Person) { p.Name = "Sarah Jones" }},
		{name: "no name", change: func(p *footprint.Person) { p.Name = "" }},
		{name: "former name", change: func(p *footprint.Person) { p.FormerNames = []string{"Robin Patel"} }},
		{name: "employer", change: func(p *footprint.Person) { p.Employer = "Westmarch Hospital" }},
		{name: "place", change: func(p *footprint.Person) { p.Place = "Melbourne" }},
		{name: "specialty", change: func(p *footprint.Person) { p.Specialty = "dermatology" }},
		{name: "role", change: func(p *footprint.Person) { p.Role = "student" }},
		{name: "lay", change: func(p *footprint.Person) { p.Role = "other" }},
		{name: "jurisdiction", change: func(p *footprint.Person) { p.Jurisdiction = "US" }},
		{name: "bio", change: func(p *footprint.Person) { p.Bio = "Cat person" }},
		{name: "interests", change: func(p *footprint.Person) { p.Interests = []string{"Glowlift", "Pharma"} }},
		{name: "relatives", change: func(p *footprint.Person) { p.Relatives = []string{"Smith", "Maria"} }},
		{name: "aliases", change: func(p *footprint.Person) { p.Aliases = nil }},
		{name: "small community", change: func(p *footprint.Person) { p.SmallCommunity = true }, none: true},
		{name: "workplace", change: func(p *footprint.Person) {
			p.Workplaces = footprint.Areas{{Lat: -33.8, Lon: 151.2, RadiusM: 500_000}}
			p.Homes = footprint.Areas{{Lat: -37.8, Lon: 144.9, RadiusM: 500_000}}
		}},
		{name: "shifts", change: func(p *footprint.Person) { p.Shifts = []footprint.Shift{{Days: "mon-sun", From: "00:00", To: "23:59"}} }},
		{name: "reviews", change: func(p *footprint.Person) {
			p.LastSecurityCheck, p.LastPublicViewCheck, p.LastAdvertisingReview = "2025-06-01", "2025-06-01", "2025-06-01"
			p.Policies = map[string]string{p.Employer: "2025-06-01"}
		}},
		{name: "handles", change: func(p *footprint.Person) { p.Handles, p.Emails = []string{"@robin"}, []string{"robin@example.org"} }, none: true},
		{name: "a year later", days: 365},
	} {
		other := *me
		if tc.change != nil {
			tc.change(&other)
		}
		day := asOf.AddDate(0, 0, tc.days)
		now, err := rs.Basis("1", &other, day)
		if err != nil {
			t.Fatal(err)
		}
		c := now.Since(basis)
		if c.All || len(c.Rules) == 0 != tc.none || len(c.Rules) > len(rs.rules)*2/3 {
			t.Errorf("%s: %d rules of %d", tc.name, len(c.Rules), len(rs.rules))
		}
		after, afterTogether := whole(rs, items, &other, day)
		probe, same := rs.Probe(c), 0
		for i := range items {
			switch {
			case slices.ContainsFunc(before[i], func(f footprint.Finding) bool { return slices.Contains(c.Raised, f.Rule) }), probe.Touches(&items[i], &other, day):
			case !reflect.DeepEqual(before[i], after[i]):
				t.Errorf("%s: %q was %s, is %s", tc.name, items[i].Text, brief(before[i]), brief(after[i]))
			default:
				same++
			}
		}
		t.Logf("%s: %d rules, %d of %d items stay", tc.name, len(c.Rules), same, len(items))
		rest := func(list []footprint.Finding) string {
			return brief(slices.DeleteFunc(slices.Clone(list), func(f footprint.Finding) bool { return slices.Contains(c.Rules, f.Rule) }))
		}
		if rest(together) != rest(afterTogether) {
			t.Errorf("%s, together: %s, is %s", tc.name, rest(together), rest(afterTogether))
		}
		some := rs.SurveyOf(c.Rules, &other, day)
		for i := range items {
			some.Add(&items[i])
		}
		if got, want := brief(append([]footprint.Finding{}, some.Findings()...)), brief(slices.DeleteFunc(slices.Clone(afterTogether), func(f footprint.Finding) bool { return !slices.Contains(c.Rules, f.Rule) })); got != want {
			t.Errorf("%s: a survey of some rules: %s, want %s", tc.name, got, want)
		}
	}
}

func brief(list []footprint.Finding) string {
	data, _ := json.Marshal(list)
	return string(data)
}

// A change of one rule touches what that rule raises or raised, what it yields to, and what its odd words stand in.
func TestChangeOfRules(t *testing.T) {
	const two = `
- {id: a, title: A, area: reputation, severity: medium, mode: finding, yields_to: [b], checklist: {action: x}, detect: [{kind: lexicon, class: pet}]}
- {id: b, title: B, area: reputation, severity: medium, mode: finding, detect: [{kind: lexicon, class: bad}]}
- {id: d, title: D, area: reputation, severity: medium, mode: finding, detect: [{kind: as-own, rules: [b]}]}
- {id: c, title: C, area: reputation, severity: medium, mode: finding, detect: [{kind: frame, slots: [{words: [glorp, cake]}]}]}
`
	basis := func(program, pack string) Basis {
		b, err := load(t, pack).Basis(program, &footprint.Person{}, ExampleDay())
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	before := basis("1", two)
	for name, tc := range map[string]struct{ old, new, want string }{
		"wording of the checklist": {"action: x", "action: y", "[] [] []"},
		"severity":                 {"B, area: reputation, severity: medium", "B, area: reputation, severity: high", "[b d] [b d] []"},
		"what yields":              {"class: pet", "class: excuse", "[a] [a b] []"},
		"a rule less":              {"- {id: b, title: B, area: reputation, severity: medium, mode: finding, detect: [{kind: lexicon, class: bad}]}", "", "[b d] [b d] []"},
		"an odd word less":         {"glorp, cake", "cake", "[c] [c] [glorp]"},
	} {
		c := basis("1", strings.Replace(two, tc.old, tc.new, 1)).Since(before)
		if got := fmt.Sprint(c.Rules, c.Raised, c.Words); c.All || got != tc.want {
			t.Errorf("%s: %s, want %s", name, got, tc.want)
		}
	}
	if !basis("2", two).Since(before).All || !before.Since(Basis{}).All {
		t.Error("another program, or one that kept no basis, must be distrusted")
	}
	c := basis("1", strings.Replace(two, "glorp, ", "", 1)).Since(before)
	probe := load(t, strings.Replace(two, "glorp, ", "", 1)).Probe(c)
	for s, want := range map[string]bool{"Some Glorp here": true, "a cake": true, "a dog": false} {
		if got := probe.Touches(&footprint.Item{Kind: footprint.KindPost, Author: footprint.AuthorSelf, Text: s}, nil, ExampleDay()); got != want {
			t.Errorf("%q is touched: %v", s, got)
		}
	}
}
