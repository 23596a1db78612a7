package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"footprint/internal/analyze"
	"footprint/internal/footprint"

	"github.com/spf13/cobra"
)

func rulesCommand(a *app) *cobra.Command {
	c := &cobra.Command{
		Use:     "rules",
		Short:   "Look at the rules, test them, try them on cases",
		Example: "  footprint rules list\n  footprint rules show alcohol-excess\n  footprint rules test",
		Args:    cobra.NoArgs,
		RunE:    func(c *cobra.Command, _ []string) error { return c.Help() },
	}
	c.AddCommand(a.rulesList(), a.rulesShow(), a.rulesTest(), a.rulesTry(), a.rulesCoverage())
	return c
}

// ruleRow is a rule for a program to read.
type ruleRow struct {
	ID        string             `json:"id"`
	Title     string             `json:"title"`
	Area      string             `json:"area"`
	Severity  footprint.Severity `json:"severity"`
	Mode      footprint.Mode     `json:"mode"`
	Runs      bool               `json:"runs"`
	Citations []string           `json:"citations"`
}

func (a *app) rulesList() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: "list", Short: "List all rules", Example: "  footprint rules list --json", Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			rs, err := a.loadRules()
			if err != nil {
				return err
			}
			rows := []ruleRow{}
			for _, r := range rs.Rules() {
				rows = append(rows, ruleRow{r.ID, r.Title, r.Area, r.Severity, r.Mode, r.Runs(), r.Citations})
			}
			if asJSON {
				return a.printJSON(rows)
			}
			for _, r := range rows {
				pending := ""
				if !r.Runs {
					pending = "  (not yet detected)"
				}
				fmt.Fprintf(a.out, "%-38s %-8s %-8s %s%s\n", r.ID, r.Severity, r.Mode, r.Title, pending)
			}
			return nil
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

func (a *app) rulesShow() *cobra.Command {
	return &cobra.Command{
		Use: "show ID", Short: "Show a rule and the guidance behind it", Example: "  footprint rules show alcohol-excess", Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			rs, err := a.loadRules()
			if err != nil {
				return err
			}
			r := rs.Rule(args[0])
			if r == nil {
				return fmt.Errorf("rule %q: %w", args[0], footprint.ErrNotFound)
			}
			fmt.Fprintf(a.out, "%s (%s)\n%s, %s, %s\n\nFlags: %s\nWhat to do: %s\nWhy: %s\nHow: %s\n", r.Title, r.ID, r.Area, r.Severity, r.Mode,
				r.Flags, r.Checklist.Action, r.Checklist.Explanation, r.Checklist.Step)
			if r.Checklist.Draft != "" {
				fmt.Fprintf(a.out, "Draft: %s\n", r.Checklist.Draft)
			}
			for _, g := range rs.References(r) {
				fmt.Fprintf(a.out, "Guidance %s: %s, %s: %s\n", g.ID, g.Document, g.Section, g.Paraphrase)
			}
			return nil
		},
	}
}

func (a *app) rulesTest() *cobra.Command {
	return &cobra.Command{
		Use: "test", Short: "Run the examples of every rule and print a table", Example: "  footprint rules test\n  footprint rules test --rules ~/our-policy",
		Args: cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			rs, err := a.loadRules()
			if err != nil {
				return err
			}
			return a.printExamples(rs)
		},
	}
}

// tally counts the examples of one rule.
type tally struct {
	hit, hits, miss, misses int
	wrong                   []string
}

func (a *app) printExamples(rs *analyze.RuleSet) error {
	by := map[string]*tally{}
	for _, x := range rs.RunExamples() {
		t := by[x.Rule]
		if t == nil {
			t = &tally{}
			by[x.Rule] = t
		}
		list := "must not be raised"
		if x.Hit {
			list = "must be raised"
			t.hits++
			if x.OK {
				t.hit++
			}
		} else {
			t.misses++
			if x.OK {
				t.miss++
			}
		}
		switch {
		case x.Err != nil:
			t.wrong = append(t.wrong, x.Err.Error())
		case !x.OK:
			t.wrong = append(t.wrong, fmt.Sprintf("%s, example %d: %s", list, x.Index, x.Text))
		}
	}
	failed := 0
	fmt.Fprintf(a.out, "%-38s %8s %10s\n", "rule", "raised", "let alone")
	for _, r := range rs.Rules() {
		t := by[r.ID]
		if t == nil {
			continue
		}
		fmt.Fprintf(a.out, "%-38s %3d of %d %5d of %d\n", r.ID, t.hit, t.hits, t.miss, t.misses)
		for _, w := range t.wrong {
			fmt.Fprintf(a.out, "    %s\n", clean(w))
		}
		failed += len(t.wrong)
	}
	if failed > 0 {
		return saidPlainly{fmt.Errorf("%d examples fail", failed)}
	}
	fmt.Fprintln(a.out, "All examples pass.")
	return nil
}

// raised is one finding of a tried case.
type raised struct {
	Rule       string               `json:"rule"`
	Item       string               `json:"item"`
	Confidence footprint.Confidence `json:"confidence"`
}

func (a *app) rulesTry() *cobra.Command {
	return &cobra.Command{
		Use:   "try FILE.jsonl",
		Short: "Run cases, one a line, and print what is raised",
		Long: `Try judges each line as one person's data: {"id","as_of","me","items":[...]}. It prints one line each:
{"id","raised":[{"rule","item","confidence"}]}; items without an id are called item-1, item-2 and so on.`,
		Example: "  footprint rules try cases.jsonl | jq -c '.raised[].rule'",
		Args:    cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			rs, err := a.loadRules()
			if err != nil {
				return err
			}
			in := a.in
			if args[0] != "-" {
				f, err := os.Open(args[0])
				if err != nil {
					return err
				}
				defer f.Close()
				in = f
			}
			d := json.NewDecoder(bufio.NewReader(in))
			w := bufio.NewWriter(a.out)
			for n := 1; c.Context().Err() == nil; n++ {
				var one analyze.Case
				if err := d.Decode(&one); err == io.EOF {
					break
				} else if err != nil {
					return fmt.Errorf("try %s: case %d: %w", args[0], n, err)
				}
				if err := writeCase(w, &one, rs.TryCase(&one)); err != nil {
					return err
				}
			}
			return w.Flush()
		},
	}
}

func writeCase(w io.Writer, c *analyze.Case, found []footprint.Finding) error {
	out := struct {
		ID     string   `json:"id"`
		Raised []raised `json:"raised"`
	}{c.ID, []raised{}}
	for _, f := range found {
		out.Raised = append(out.Raised, raised{f.Rule, f.ItemID, f.Confidence})
	}
	return json.NewEncoder(w).Encode(out)
}

func (a *app) rulesCoverage() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use: "coverage", Short: "Show which rows of the guidance a running rule implements", Example: "  footprint rules coverage", Args: cobra.NoArgs,
		Long: "Coverage lists every row of the guidance catalogue with the rules that implement it. It fails if a row that software can detect has none.",
		RunE: func(*cobra.Command, []string) error {
			rs, err := a.loadRules()
			if err != nil {
				return err
			}
			return a.printCoverage(rs, asJSON)
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

func (a *app) printCoverage(rs *analyze.RuleSet, asJSON bool) error {
	type row struct {
		ID         string   `json:"id"`
		Detectable string   `json:"detectable"`
		Rules      []string `json:"rules"`
		Gap        bool     `json:"gap"`
	}
	rows, gaps := []row{}, 0
	for _, c := range rs.Coverage() {
		rows = append(rows, row{c.ID, c.Detectable, slices.Concat([]string{}, c.Rules), c.Gap()})
		if c.Gap() {
			gaps++
		}
	}
	if asJSON {
		if err := a.printJSON(rows); err != nil {
			return err
		}
	} else {
		for _, r := range rows {
			what := strings.Join(r.Rules, ", ")
			switch {
			case r.Gap:
				what = "GAP"
			case what == "":
				what = "background"
			}
			fmt.Fprintf(a.out, "%-12s %-9s %s\n", r.ID, r.Detectable, what)
		}
		fmt.Fprintf(a.out, "%d rows, %d gaps\n", len(rows), gaps)
	}
	if gaps > 0 {
		return fmt.Errorf("%d rows that software can detect have no running rule", gaps)
	}
	return nil
}
