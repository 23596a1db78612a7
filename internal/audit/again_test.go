package audit

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"footprint/internal/analyze"
	"footprint/internal/audit/judging"
	"footprint/internal/footprint"
	"footprint/internal/ingest"
)

// with opens the database again with other rules, as another program.
func (f *fixture) with(rs *analyze.RuleSet, program string) {
	f.t.Helper()
	if err := f.Close(); err != nil {
		f.t.Fatal(err)
	}
	a, err := Open(f.t.Context(), Options{Path: f.Path(), Platforms: []ingest.Platform{paper}, Rules: rs, Program: program, Now: f.Auditor.Now})
	if err != nil {
		f.t.Fatal(err)
	}
	f.Auditor = a
}

func (f *fixture) analyze() judging.Result {
	f.t.Helper()
	r, err := f.Analyze(f.t.Context(), nil)
	if err != nil {
		f.t.Fatal(err)
	}
	return r
}

// everything is all that is raised, with its evidence.
func (f *fixture) everything() string {
	f.t.Helper()
	rows, err := f.Tasks(f.t.Context(), TaskFilter{})
	if err != nil {
		f.t.Fatal(err)
	}
	var all []string
	for _, r := range rows {
		v, err := f.Task(f.t.Context(), r.ID)
		if err != nil {
			f.t.Fatal(err)
		}
		data, err := json.Marshal(v.Finding)
		if err != nil {
			f.t.Fatal(err)
		}
		all = append(all, string(data))
	}
	slices.Sort(all)
	return strings.Join(all, "\n")
}

// A change of one rule judges the items that it touched or touches, and no other; what stands is what judging
// everything anew would say.
func TestChangedRuleJudgesOnlyWhatItTouches(t *testing.T) {
	const more = `
- id: pears
  title: "Pears mentioned"
  area: reputation
  severity: low
  mode: finding
  yields_to: [apples]
  detect:
    - {kind: frame, slots: [{words: [pear]}], confidence: likely}
`
	texts := []string{"an apple a day", "a pear", "busy on ward nine", "a plum", "quiet", "two pears and an apple"}
	for _, tc := range []struct {
		name, pack   string
		judged, kept int
	}{
		{"nothing", pack + more, 0, 0},
		{"wording of the checklist", strings.Replace(pack, "Remove the apple.", "Take it away.", 1) + more, 0, 0},
		{"examples and order", more + pack, 0, 0},
		{"severity of one", strings.Replace(pack, "severity: critical", "severity: high", 1) + more, 1, 5},
		{"a rule more", pack + more + strings.NewReplacer("pears", "plums", "[pear]", "[plum]").Replace(more), 1, 5},
		{"a rule less", pack, 3, 3},
		{"other words", pack + strings.Replace(more, "[pear]", "[quiet]", 1), 4, 2},
		{"a reminder", strings.Replace(pack, "12mo", "1mo", 1) + more, 0, 6},
	} {
		t.Run(tc.name, func(t *testing.T) {
			f := newFixture(t)
			f.with(rulesOf(t, pack+more), "1")
			f.audit(f.export("me", texts...))
			rows, err := f.Tasks(t.Context(), TaskFilter{Rules: []string{"ward"}})
			if err != nil || len(rows) != 1 {
				t.Fatal(rows, err)
			}
			if err := f.SetStatus(t.Context(), []string{rows[0].ID}, footprint.StatusKept, "fine", rows[0].Until); err != nil {
				t.Fatal(err)
			}
			f.with(rulesOf(t, tc.pack), "1")
			r := f.analyze()
			f.want("judged and kept", [2]int{r.Judged, r.Kept}, [2]int{tc.judged, tc.kept})
			some := f.everything()
			f.want("decision", f.list(TaskFilter{Rules: []string{"ward"}}), []string{"ward kept"})
			f.with(rulesOf(t, tc.pack), "2") // another program judges everything
			r = f.analyze()
			f.want("judged by another program", [2]int{r.Judged, r.Kept}, [2]int{6, 0})
			f.want("everything", some, f.everything())
			r = f.analyze()
			f.want("once more", [2]int{r.Judged, r.Kept}, [2]int{})
		})
	}
}

// The built-in rules on the texts of their own examples: what stands after a change of the profile is what judging
// everything anew would say, and a change that no rule reads judges nothing.
func TestChangedProfileJudgesOnlyWhatReadsIt(t *testing.T) {
	rs := builtin(t)
	var texts []string
	for _, x := range rs.RunExamples() {
		if x.Text != "" && len(texts) < 400 && len(x.Rule)%2 == 0 {
			texts = append(texts, x.Text)
		}
	}
	f := newFixture(t)
	f.with(rs, "1")
	me := footprint.Person{Name: "Robin Fairweather", Role: "doctor", Employer: "Calderport Hospital", Place: "Calderport", Jurisdiction: "AU", Handles: []string{"me"}}
	set := func(change func(*footprint.Person)) judging.Result {
		t.Helper()
		change(&me)
		if err := f.SetProfile(t.Context(), me); err != nil {
			t.Fatal(err)
		}
		return f.analyze()
	}
	set(func(*footprint.Person) {})
	f.audit(f.export("me", texts...))
	r := set(func(p *footprint.Person) {
		p.Handles, p.Emails = append(p.Handles, "@robin"), []string{"robin@example.org"}
	})
	f.want("handles", [2]int{r.Judged, r.Kept}, [2]int{0, 0})
	for i, change := range []func(*footprint.Person){
		func(p *footprint.Person) { p.Employer = "Westmarch Hospital" },
		func(p *footprint.Person) { p.Name = "Sarah Jones" },
		func(p *footprint.Person) { p.Role = "student" },
		func(p *footprint.Person) { p.Jurisdiction = "US" },
	} {
		f.with(rs, fmt.Sprint("a", i))
		f.analyze()
		r := set(change)
		if r.Judged+r.Kept != len(texts) || r.Judged > len(texts)/2 {
			t.Errorf("change %d: %d judged, %d kept", i, r.Judged, r.Kept)
		}
		some := f.everything()
		f.with(rs, fmt.Sprint("b", i))
		f.analyze()
		f.want("everything", some, f.everything())
	}
}
