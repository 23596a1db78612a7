package main

import (
	"context"
	"fmt"
	"strings"

	"footprint/internal/audit"
	"footprint/internal/footprint"

	"github.com/spf13/cobra"
)

func auditCommand(a *app) *cobra.Command {
	var asJSON bool
	var fail failOn
	c := &cobra.Command{
		Use:   "audit PATH...",
		Short: "Import exports, judge them, and update the checklist",
		Long: `Audit imports the exports that lie in the paths (zip, its parts, tgz, folder or file), judges what is new,
updates the checklist, and says what could not be read. Decisions you took before stay as they are. An export
that was imported before is not read again.`,
		Example: "  footprint audit ~/Downloads/twitter-2025-06-01.zip\n  footprint audit facebook-part1.zip facebook-part2.zip --json",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if _, _, err := fail.severity(); err != nil {
				return err
			}
			return a.withConsent(c.Context(), func(au *audit.Auditor) error {
				var r audit.AuditResult
				err := a.watch(func(p *footprint.Progress) (err error) {
					r, err = au.Audit(c.Context(), args, p)
					return err
				})
				if err != nil {
					return err
				}
				if asJSON {
					err = a.printJSON(r)
				} else {
					a.printImport(r.Import)
					a.printSummary(r)
				}
				if err != nil {
					return err
				}
				return failOnOpen(c.Context(), au, &fail)
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print the result as JSON")
	a.addPhotos(c)
	fail.add(c)
	return c
}

// addPhotos adds the flag that takes a folder of pictures as an export.
func (a *app) addPhotos(c *cobra.Command) {
	c.Flags().BoolVar(&a.photos, "photos", false, "the paths are collections of pictures, not exports")
}

// failOnOpen checks the open tasks that the checklist shows.
func failOnOpen(ctx context.Context, au *audit.Auditor, fail *failOn) error {
	if fail.word == "" {
		return nil
	}
	filter := audit.DefaultTasks()
	filter.Limit = 1 // the worst comes first
	rows, err := au.Tasks(ctx, filter)
	if err != nil || len(rows) == 0 {
		return err
	}
	return fail.check([]footprint.Severity{rows[0].Severity})
}

func importCommand(a *app) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:     "import PATH...",
		Short:   "Take in exports without judging them",
		Example: "  footprint import ~/Downloads/instagram-2025.zip\n  footprint analyze",
		Args:    cobra.MinimumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			return a.withConsent(c.Context(), func(au *audit.Auditor) error {
				var r audit.ImportResult
				err := a.watch(func(p *footprint.Progress) (err error) {
					r, err = au.Import(c.Context(), args, p)
					return err
				})
				if err != nil {
					return err
				}
				if asJSON {
					return a.printJSON(r)
				}
				a.printImport(r)
				return nil
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print the result as JSON")
	a.addPhotos(c)
	return c
}

func analyzeCommand(a *app) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:     "analyze",
		Short:   "Judge what was imported and not yet judged by the present rules and profile",
		Example: "  footprint analyze\n  footprint analyze --rules ~/our-policy --json",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return a.withConsent(c.Context(), func(au *audit.Auditor) error {
				var r audit.AuditResult
				err := a.watch(func(p *footprint.Progress) (err error) {
					if r.Analysis, err = au.Analyze(c.Context(), p); err == nil {
						r.Summary, err = au.Summary(c.Context())
					}
					return err
				})
				if err != nil {
					return err
				}
				if asJSON {
					return a.printJSON(r.Analysis)
				}
				a.printSummary(r)
				return nil
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print the result as JSON")
	return c
}

// gapsShown is how many files of each kind of gap are named; --json and inspect name all.
const gapsShown = 5

func (a *app) printImport(r audit.ImportResult) {
	for _, s := range r.Sources {
		what := fmt.Sprintf("%d new, %d updated, %d known", s.Added, s.Updated, s.Unchanged)
		if s.Known {
			what = "imported before, nothing new to read"
		}
		fmt.Fprintf(a.out, "%s %s %s: %s\n", s.Platform, s.Account, dates(day(s.From), day(s.To)), what)
		for _, n := range s.Notes {
			fmt.Fprintf(a.out, "  note: %s\n", n)
		}
		a.printGaps("not known to Footprint", s.Ledger.Unknown)
		var failed []string
		for _, f := range s.Ledger.Failed {
			failed = append(failed, failure(f))
		}
		a.printGaps("could not be read, or not wholly", failed)
	}
	var left []string
	for _, u := range r.Unrecognised {
		left = append(left, u.Path+": "+u.Reason)
	}
	a.printGaps("outside of any export", left)
}

func (a *app) printGaps(what string, files []string) {
	if len(files) == 0 {
		return
	}
	fmt.Fprintf(a.out, "  %d %s %s:\n", len(files), plural(len(files), "file"), what)
	for _, f := range files[:min(len(files), gapsShown)] {
		fmt.Fprintf(a.out, "    %s\n", clean(f))
	}
	if more := len(files) - gapsShown; more > 0 {
		fmt.Fprintf(a.out, "    and %d more; footprint inspect names all\n", more)
	}
}

func (a *app) printSummary(r audit.AuditResult) {
	fmt.Fprintf(a.out, "\nJudged %d %s; %d new on the checklist.\n", r.Analysis.Judged, plural(r.Analysis.Judged, "item"), r.Analysis.NewTasks)
	if n := r.Analysis.Kept; n > 0 {
		fmt.Fprintf(a.out, "%d more stand as judged before: what changed in rules or profile does not touch them.\n", n)
	}
	var parts []string
	open := 0
	for _, c := range r.Summary.BySeverity {
		if c.Count > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", c.Count, c.Name))
		}
		open += c.Count
	}
	if open == 0 {
		fmt.Fprintln(a.out, "Nothing on the checklist is open.")
	} else {
		fmt.Fprintf(a.out, "Open on the checklist: %d (%s).\n", open, strings.Join(parts, ", "))
	}
	if n := r.Summary.Weak; n > 0 {
		fmt.Fprintf(a.out, "Behind a filter: %d weak %s (footprint list --confidence weak).\n", n, plural(n, "hint"))
	}
	if n := r.Summary.NotJudged; n > 0 {
		fmt.Fprintf(a.out, "%d %s in a language the rules do not cover: not judged, look at them yourself.\n", n, plural(n, "item"))
	}
	if open > 0 {
		fmt.Fprintln(a.out, "Begin with: footprint list --limit 10")
	}
}
