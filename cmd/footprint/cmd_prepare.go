package main

import (
	"fmt"
	"strings"

	"footprint/internal/audit"
	"footprint/internal/audit/dossier"

	"github.com/spf13/cobra"
)

// seen says from where rows are seen.
var seen = map[dossier.View]string{
	dossier.Found: "a search for your name shows these", dossier.Public: "anybody can see these", dossier.Inside: "seen by friends or groups, or about yourself",
}

func prepareCommand(a *app) *cobra.Command {
	var deadline string
	var asJSON bool
	c := &cobra.Command{
		Use:   "prepare [" + strings.Join(occasionNames(), " | ") + "]",
		Short: "Plan what to do for an occasion, week by week",
		Long: `Prepare puts the checklist in the order that an occasion asks for, and shares it out over the weeks until a
deadline. Without an occasion it lists them. footprint report --occasion writes the same as a file, and as a calendar
with --format ics.`,
		Example: "  footprint prepare\n  footprint prepare application --deadline 6w\n  footprint prepare incident --json",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if len(args) == 0 {
				if asJSON {
					return a.printJSON(dossier.Occasions())
				}
				for _, o := range dossier.Occasions() {
					fmt.Fprintf(a.out, "%-12s %s\n", o.ID, o.Title)
				}
				return nil
			}
			flags := reportOptions{occasion: args[0], deadline: deadline}
			what, err := flags.dossier(a)
			if err != nil {
				return err
			}
			return a.with(c.Context(), func(au *audit.Auditor) error {
				plan, err := dossier.Prepare(c.Context(), au, *what.Occasion, what.Deadline, what.Now)
				if err != nil || asJSON {
					return orPrint(a, plan, err)
				}
				a.printPlan(plan)
				return nil
			})
		},
	}
	c.Flags().StringVar(&deadline, "deadline", "", "`day` by which things should be done, or in how long, as 6w")
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

func (a *app) printPlan(p dossier.Plan) {
	fmt.Fprintln(a.out, p.Occasion.Title)
	for _, line := range p.Occasion.Lead {
		fmt.Fprintf(a.out, "  %s\n", line)
	}
	if p.Occasion.Deadline() && p.Deadline.IsZero() {
		fmt.Fprintln(a.out, "  Give the day with --deadline to share things out over the weeks.")
	}
	for _, w := range p.Weeks {
		fmt.Fprintf(a.out, "\n%s, from %s\n", w.Title, day(w.From))
		for _, part := range w.Parts {
			fmt.Fprintf(a.out, "  %s:\n", seen[part.View])
			for _, row := range part.Rows {
				fmt.Fprintf(a.out, "    %.8s  %-8s  %s  %s\n", row.ID, row.Severity, row.Title, clean(row.Excerpt))
			}
		}
	}
	for _, d := range p.Due {
		fmt.Fprintf(a.out, "\n%s  %s", day(d.Due), d.Title)
	}
	fmt.Fprintln(a.out)
}
