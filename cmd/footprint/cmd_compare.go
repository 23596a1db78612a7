package main

import (
	"fmt"
	"strconv"
	"strings"

	"footprint/internal/audit"
	"footprint/internal/footprint"

	"github.com/spf13/cobra"
)

func compareCommand(a *app) *cobra.Command {
	var asJSON, list bool
	c := &cobra.Command{
		Use:   "compare [FROM [TO]]",
		Short: "Say what changed between two audits, and why",
		Long: `Compare puts two audits side by side: what is new on the checklist, open again, no longer open, still open,
or of another severity; and whether the content, the rules or your profile changed. Audits are named by number
(see --list) or by a day; without names, the last audit and the one before it.

A row is closed as gone when a newer export that is complete no longer holds the item. An export that is not
complete, or that covers a shorter time, closes nothing.`,
		Example: "  footprint compare\n  footprint compare 2026-01-31 --json\n  footprint compare --list",
		Args:    cobra.MaximumNArgs(2),
		RunE: func(c *cobra.Command, args []string) error {
			for _, name := range args {
				if _, err := strconv.ParseInt(name, 10, 64); err == nil {
					continue
				}
				if _, err := footprint.ParseTime(name); err != nil {
					return usagef("audit %q: want its number, as compare --list shows, or a day as 2026-01-31", name)
				}
			}
			return a.with(c.Context(), func(au *audit.Auditor) error {
				if list {
					records, err := au.Records(c.Context())
					if err != nil || asJSON {
						return orPrint(a, records, err)
					}
					for _, r := range records {
						fmt.Fprintf(a.out, "%4d  %s  %d open of %d, %d %s, %d %s\n", r.ID, r.At.Local().Format("2006-01-02 15:04"), r.Open, r.Rows,
							r.Items, plural(r.Items, "item"), len(r.Sources), plural(len(r.Sources), "export"))
					}
					return nil
				}
				args = append(args, "", "")
				cmp, err := au.Compare(c.Context(), args[0], args[1])
				if err != nil || asJSON {
					return orPrint(a, cmp, err)
				}
				a.printComparison(cmp)
				return nil
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	c.Flags().BoolVar(&list, "list", false, "list the audits that can be compared")
	return c
}

// orPrint prints a value as JSON unless there is an error.
func orPrint(a *app, v any, err error) error {
	if err != nil {
		return err
	}
	return a.printJSON(v)
}

func (a *app) printComparison(c audit.Comparison) {
	fmt.Fprintf(a.out, "Audit %d of %s, against audit %d of %s\n", c.To.ID, day(c.To.At), c.From.ID, day(c.From.At))
	for _, g := range []struct {
		title string
		rows  []audit.Difference
	}{{"New", c.New}, {"Open again", c.Reopened}, {"No longer open", c.Gone}, {"Of another severity", c.Changed}} {
		if len(g.rows) == 0 {
			continue
		}
		fmt.Fprintf(a.out, "\n%s (%d)\n", g.title, len(g.rows))
		for _, d := range g.rows {
			fmt.Fprintf(a.out, "  %.8s  %-8s  %s: %s\n", d.ID, d.Severity, d.Title, becauses(d.Why))
			if d.Note != "" {
				fmt.Fprintf(a.out, "                      %s\n", clean(d.Note))
			}
		}
	}
	fmt.Fprintf(a.out, "\n%d new, %d open again, %d no longer open, %d still open.\n", len(c.New), len(c.Reopened), len(c.Gone), len(c.Still))
}

// becauses says reasons in words.
func becauses(why []audit.Reason) string {
	words := map[audit.Reason]string{
		audit.Content: "the content changed", audit.NewRules: "the rules changed", audit.NewProfile: "your profile changed",
		audit.Date: "time went by", audit.Decided: "you decided", audit.Dismissal: "you called it a false alarm",
		audit.GoneExport: "gone from the export", audit.BackExport: "back in a newer export",
	}
	said := make([]string, len(why))
	for i, w := range why {
		said[i] = words[w]
	}
	return strings.Join(said, ", ")
}
