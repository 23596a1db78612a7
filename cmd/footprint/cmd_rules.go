package main

import (
	"fmt"
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
