package main

import (
	"bufio"
	"context"
	"fmt"
	"strings"

	"footprint/internal/audit"
	"footprint/internal/footprint"

	"github.com/spf13/cobra"
)

func listCommand(a *app) *cobra.Command {
	var asJSON bool
	var filters taskFlags
	var fail failOn
	c := &cobra.Command{
		Use:   "list",
		Short: "Show the checklist, what matters most first",
		Long: `List shows the open rows of the checklist that are likely or possible. Filters narrow it; values of one
filter are alternatives. In excerpts, facts about patients are hidden.`,
		Example: "  footprint list --severity critical,high\n  footprint list --query 'night shift' --all\n  footprint list --json | jq length",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			filter, err := filters.filter(a)
			if err != nil {
				return err
			}
			if _, _, err := fail.severity(); err != nil {
				return err
			}
			return a.with(c.Context(), func(au *audit.Auditor) error {
				rows, err := au.Tasks(c.Context(), filter)
				if err != nil {
					return err
				}
				switch {
				case asJSON:
					list := a.array()
					for i := range rows {
						if err := list.add(&rows[i]); err != nil {
							return err
						}
					}
					err = list.close()
				case len(rows) == 0:
					err = a.nothing(c.Context(), au, "Nothing to show. footprint list --all shows every row.")
				default:
					err = a.printRows(rows)
				}
				if err != nil {
					return err
				}
				var found []footprint.Severity
				for i := range rows {
					found = append(found, rows[i].Severity)
				}
				return fail.check(found)
			})
		},
	}
	filters.add(c)
	fail.add(c)
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

// idShown is how much of an id the list shows; commands take any beginning that is unique.
const idShown = 8

func (a *app) printRows(rows []audit.TaskRow) error {
	w := bufio.NewWriter(a.out)
	for _, r := range rows {
		status := ""
		if r.Status != footprint.StatusOpen {
			status = " [" + string(r.Status) + "]"
		}
		fmt.Fprintf(w, "%s  %-8s  %-8s  %s%s\n", r.ID[:idShown], r.Severity, r.Confidence, r.Title, status)
		if where := join("  ", r.Platform, string(r.Kind), day(r.Posted), string(r.Visibility), r.Container); where != "" {
			fmt.Fprintf(w, "          %s\n", clean(where))
		}
		if r.Excerpt != "" {
			fmt.Fprintf(w, "          “%s”\n", clean(r.Excerpt))
		}
	}
	return w.Flush()
}

// nothing says why a list is empty: nothing was taken in yet, or what the caller says.
func (a *app) nothing(ctx context.Context, au *audit.Auditor, otherwise string) error {
	sources, err := au.Sources(ctx)
	if err == nil && len(sources) == 0 {
		otherwise = "Nothing was taken in yet. Begin with: footprint audit EXPORT..."
	}
	if err == nil {
		fmt.Fprintln(a.out, otherwise)
	}
	return err
}

func join(sep string, parts ...string) string {
	var some []string
	for _, p := range parts {
		if p != "" {
			some = append(some, p)
		}
	}
	return strings.Join(some, sep)
}
