package main

import (
	"bufio"
	"cmp"
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"footprint/internal/audit"
	"footprint/internal/audit/dossier"
	"footprint/internal/report"

	"github.com/spf13/cobra"
)

// reportOptions are the flags of footprint report beside the filters.
type reportOptions struct {
	format, file, audience, occasion, deadline string
	unredacted                                 bool
}

func (o *reportOptions) add(c *cobra.Command) {
	f := c.Flags()
	f.StringVar(&o.format, "format", "", strings.Join(formatNames(), ", ")+" (default: by the name of the file)")
	f.StringVarP(&o.file, "output", "o", "", "`file` to write; without it, or with -, standard output")
	f.StringVar(&o.audience, "for", "", strings.Join(audienceNames(), ", ")+" (default: that of the occasion, or me)")
	f.StringVar(&o.occasion, "occasion", "", strings.Join(occasionNames(), ", "))
	f.StringVar(&o.deadline, "deadline", "", "`day` by which things should be done, or in how long, as 6w")
	f.BoolVar(&o.unredacted, "unredacted", false, "show facts about patients and the names of others in full")
}

func formatNames() (names []string) {
	for _, f := range report.Formats() {
		names = append(names, f.Name)
	}
	return names
}

func audienceNames() (names []string) {
	for _, a := range dossier.Audiences() {
		names = append(names, a.ID)
	}
	return names
}

func occasionNames() (names []string) {
	for _, o := range dossier.Occasions() {
		names = append(names, o.ID)
	}
	return names
}

func reportCommand(a *app) *cobra.Command {
	var o reportOptions
	var filters taskFlags
	c := &cobra.Command{
		Use:   "report",
		Short: "Write the checklist as a file to read, print or hand to an adviser",
		Long: `Report writes the open rows that are likely or possible; filters as for list, unless an occasion chooses them. An
HTML report is one file that loads nothing and runs no script.

Facts about patients are hidden in excerpts and the names of others are shortened, unless you say --unredacted.
For an adviser an appendix says of each row where it stands, with check sums and times. For page and supervisor it is
one page without posts. The ics format holds only the days to remember.`,
		Example: "  footprint report -o footprint.html\n  footprint report --for adviser --occasion incident -o adviser.pdf\n  footprint report --for page -o state.pdf\n" +
			"  footprint report --format csv --all -o footprint.csv",
		Args: cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if o.format == "" { // by the name of the file
				o.format = strings.TrimPrefix(filepath.Ext(o.file), ".")
			}
			if o.format == "" {
				return usagef("report: name a format with --format, or a file with -o; formats are %s", strings.Join(formatNames(), ", "))
			}
			if _, ok := report.FormatOf(o.format); !ok {
				return usagef("report: format %q: want one of %s", o.format, strings.Join(formatNames(), ", "))
			}
			what, err := o.dossier(a)
			if err != nil {
				return err
			}
			if what.Filter, err = filters.filter(a); err != nil {
				return err
			}
			return a.with(c.Context(), func(au *audit.Auditor) error {
				if err := a.writeReport(c.Context(), au, what, o.format, o.file); err != nil {
					return err
				}
				if o.file != "" && o.file != "-" {
					fmt.Fprintf(a.err, "Wrote %s\n", o.file)
				}
				return nil
			})
		},
	}
	o.add(c)
	filters.add(c)
	return c
}

// dossier reads the flags that choose what a report shows.
func (o *reportOptions) dossier(a *app) (dossier.Options, error) {
	what := dossier.Options{Unredacted: o.unredacted, Version: version, Now: a.clock()}
	audience := "me"
	if o.occasion != "" {
		occasion, ok := dossier.OccasionOf(o.occasion)
		if !ok {
			return what, usagef("occasion %q: want one of %s", o.occasion, strings.Join(occasionNames(), ", "))
		}
		what.Occasion, audience = &occasion, occasion.Audience
	}
	var ok bool
	if what.Audience, ok = dossier.AudienceOf(cmp.Or(o.audience, audience)); !ok {
		return what, usagef("report for %q: want one of %s", o.audience, strings.Join(audienceNames(), ", "))
	}
	if o.deadline == "" {
		return what, nil
	}
	var err error
	what.Deadline, err = dayAhead(o.deadline, a.clock())
	return what, err
}

// usualReport is the report of the open rows for the user, as the window and the demo write it.
func (a *app) usualReport() dossier.Options {
	me, _ := dossier.AudienceOf("me")
	return dossier.Options{Audience: me, Filter: audit.DefaultTasks(), Version: version, Now: a.clock()}
}

// writeReport writes to a file that only its owner can read, or to standard output.
func (a *app) writeReport(ctx context.Context, au *audit.Auditor, what dossier.Options, format, file string) error {
	f, _ := report.FormatOf(format)
	r, err := dossier.Report(ctx, au, what)
	if err != nil {
		return err
	}
	return a.writing(cmp.Or(file, "-"), func(out io.Writer) error {
		w := bufio.NewWriter(out)
		if err := f.Write(w, r); err != nil {
			return fmt.Errorf("write report: %w", err)
		}
		return w.Flush()
	})
}
