package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"footprint/internal/analyze"
	"footprint/internal/footprint"

	"github.com/spf13/cobra"
)

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
