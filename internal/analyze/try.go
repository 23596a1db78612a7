package analyze

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"time"

	"footprint/internal/footprint"

	"gopkg.in/yaml.v3"
)

// Case is a person's items to be judged together: a rule example or a scenario.
type Case struct {
	ID string
	// AsOf is the day of the audit; zero means [ExampleDay].
	AsOf  time.Time
	Me    *footprint.Person
	Items []footprint.Item
	// Expect and ExpectNot are rule ids; see [Case.Judge].
	Expect    []string
	ExpectNot []string
	Why       string
}

// ExampleDay is the day on which examples are judged unless they name another.
func ExampleDay() time.Time { return time.Date(2025, time.June, 30, 0, 0, 0, 0, time.UTC) }

// UnmarshalJSON reads a case of scenarios.jsonl.
func (c *Case) UnmarshalJSON(b []byte) error {
	var in struct {
		ID        string            `json:"id"`
		AsOf      string            `json:"as_of"`
		Me        *footprint.Person `json:"me"`
		Items     []footprint.Item  `json:"items"`
		Item      *footprint.Item   `json:"item"`
		Expect    []string          `json:"expect"`
		ExpectNot []string          `json:"expect_not"`
		Why       string            `json:"why"`
		Note      string            `json:"note"`
	}
	if err := json.Unmarshal(b, &in); err != nil {
		return err
	}
	if in.Item != nil {
		in.Items = append(in.Items, *in.Item)
	}
	*c = Case{ID: in.ID, Me: in.Me, Items: in.Items, Expect: in.Expect, ExpectNot: in.ExpectNot, Why: in.Why + in.Note}
	if in.AsOf == "" {
		return nil
	}
	var err error
	c.AsOf, err = footprint.ParseTime(in.AsOf)
	return err
}

// TryCase judges the items of a case as one audit would and returns all findings, worst first. Items without
// an id get one from their place.
func (rs *RuleSet) TryCase(c *Case) []footprint.Finding {
	asOf := c.AsOf
	if asOf.IsZero() {
		asOf = ExampleDay()
	}
	survey := rs.Survey(c.Me, asOf)
	var out []footprint.Finding
	for i := range c.Items {
		it := c.Items[i]
		if it.ID == "" {
			it.ID = "item-" + strconv.Itoa(i+1)
		}
		out = append(out, survey.CheckAndAdd(&it)...)
	}
	out = append(out, survey.Findings()...)
	sortFindings(out)
	return out
}

// Judge compares findings with what a case expects, as rules.md section 4 says, and returns what is wrong:
// empty when the case passes.
func (c *Case) Judge(found []footprint.Finding) []string {
	raised := map[string]bool{}
	var loud []string
	for _, f := range found {
		raised[f.Rule] = true
		if f.Mode == footprint.ModeFinding || f.Mode == footprint.ModeCross {
			loud = append(loud, f.Rule)
		}
	}
	var wrong []string
	for _, id := range c.Expect {
		if !raised[id] {
			wrong = append(wrong, "missing "+id)
		}
	}
	if len(c.Expect) > 0 {
		for _, id := range c.ExpectNot {
			if raised[id] {
				wrong = append(wrong, "unwanted "+id)
			}
		}
		return wrong
	}
	slices.Sort(loud)
	for _, id := range slices.Compact(loud) {
		wrong = append(wrong, "unwanted "+id)
	}
	return wrong
}

// ExampleResult is the outcome of one example of a rule.
type ExampleResult struct {
	Rule  string
	Index int  // from 1 within its list
	Hit   bool // the list: must hit or must miss
	Text  string
	OK    bool
	// Err tells why the example could not run.
	Err error
}

// RunExamples judges every example of every rule by that rule. A rule that lacks one of the two lists, or has
// an example that is not written as items, yields an error.
func (rs *RuleSet) RunExamples() []ExampleResult {
	var out []ExampleResult
	for _, r := range rs.rules {
		for _, list := range []struct {
			nodes []yaml.Node
			hit   bool
		}{{r.examples.Hit, true}, {r.examples.Miss, false}} {
			if len(list.nodes) == 0 {
				out = append(out, ExampleResult{Rule: r.ID, Hit: list.hit, Err: fmt.Errorf("rule %s has no examples of this kind", r.ID)})
			}
			for i := range list.nodes {
				res := rs.runExample(r, &list.nodes[i], list.hit)
				res.Index = i + 1
				out = append(out, res)
			}
		}
	}
	return out
}

func (rs *RuleSet) runExample(r *Rule, n *yaml.Node, hit bool) ExampleResult {
	res := ExampleResult{Rule: r.ID, Hit: hit}
	c, err := exampleCase(n)
	if err != nil {
		res.Err = fmt.Errorf("line %d: %w", n.Line, err)
		return res
	}
	if len(c.Items) > 0 {
		res.Text = c.Items[0].Text
	}
	raised := slices.ContainsFunc(rs.TryCase(c), func(f footprint.Finding) bool { return f.Rule == r.ID })
	res.OK = raised == hit
	return res
}

// exampleCase turns an example into a case by way of JSON, so that items have one reader.
func exampleCase(n *yaml.Node) (*Case, error) {
	var v map[string]any
	if err := n.Decode(&v); err != nil {
		return nil, err
	}
	for key := range v {
		switch key {
		case "item", "items", "me", "as_of", "note", "as", "told":
		default:
			return nil, fmt.Errorf("unknown key %q", key)
		}
	}
	if v["item"] == nil && v["items"] == nil && v["me"] == nil {
		return nil, fmt.Errorf("the example names no item")
	}
	if t, ok := v["as_of"].(time.Time); ok {
		v["as_of"] = t.Format(time.DateOnly)
	}
	b, err := json.Marshal(v)
	if err != nil {
		return nil, err
	}
	c := &Case{}
	if err := json.Unmarshal(b, c); err != nil {
		return nil, err
	}
	if c.Me == nil {
		c.Me = exampleDoctor()
	}
	return c, nil
}

// exampleDoctor is the user of examples that name none.
func exampleDoctor() *footprint.Person {
	return &footprint.Person{Name: "Robin Fairweather", Role: "doctor", Specialty: "general medicine", Employer: "Calderport Hospital", Place: "Calderport",
		Jurisdiction: "AU", Bio: ""}
}
