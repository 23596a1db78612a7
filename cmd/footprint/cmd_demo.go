package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"footprint/internal/audit"
	"footprint/internal/demo"
	"footprint/internal/footprint"

	"github.com/spf13/cobra"
)

func demoCommand(a *app) *cobra.Command {
	var inWindow bool
	var file string
	c := &cobra.Command{
		Use:   "demo",
		Short: "Audit a made-up person, to see how it works",
		Long: `Demo audits the exports of an invented doctor in a temporary database, prints the checklist and writes the HTML
report. Your own data is not touched.`,
		Example: "  footprint demo\n  footprint demo --gui\n  footprint demo -o /tmp/report.html",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			open := window()
			if inWindow && open == nil {
				return usagef("demo --gui: this build has no window; run footprint demo")
			}
			dir, err := os.MkdirTemp("", "footprint-demo-")
			if err != nil {
				return err
			}
			defer os.RemoveAll(dir)
			d := &app{in: a.in, out: a.out, err: a.err, packs: a.packs, path: filepath.Join(dir, "demo.db"), now: func() time.Time { return demo.AsOf }}
			return d.with(c.Context(), func(au *audit.Auditor) error {
				r, err := d.auditDemo(c.Context(), au, dir)
				if err != nil {
					return err
				}
				if inWindow {
					return open(c.Context(), d, windowOptions{Auditor: au})
				}
				return d.printDemo(c.Context(), au, r, file)
			})
		},
	}
	c.Flags().BoolVar(&inWindow, "gui", false, "open the window on it")
	c.Flags().StringVarP(&file, "output", "o", "", "`file` for the HTML report (default: a new one in the temporary folder)")
	return c
}

func (a *app) auditDemo(ctx context.Context, au *audit.Auditor, dir string) (r audit.AuditResult, err error) {
	if err := au.GiveConsent(ctx); err != nil { // the person is made up
		return r, err
	}
	if err := au.SetProfile(ctx, demo.Me()); err != nil {
		return r, err
	}
	paths, err := demo.Write(dir)
	if err != nil {
		return r, err
	}
	err = a.watch(func(p *footprint.Progress) (err error) {
		r, err = au.Audit(ctx, paths, p)
		return err
	})
	return r, err
}

func (a *app) printDemo(ctx context.Context, au *audit.Auditor, r audit.AuditResult, file string) error {
	rows, err := au.Tasks(ctx, audit.DefaultTasks())
	if err != nil {
		return err
	}
	if err := a.printRows(rows); err != nil {
		return err
	}
	a.printImport(r.Import)
	fmt.Fprintln(a.out, "\nWhat a search for the name shows:")
	if err := a.listResults(ctx, au, &searchOptions{}); err != nil {
		return err
	}
	a.printSummary(r)
	if file == "" {
		f, err := os.CreateTemp("", "footprint-demo-*.html")
		if err != nil {
			return err
		}
		file = f.Name()
		if err := f.Close(); err != nil {
			return err
		}
	}
	if err := a.writeReport(ctx, au, a.usualReport(), "html", file); err != nil {
		return err
	}
	fmt.Fprintf(a.out, "\nThe report lies in %s\n", file)
	return nil
}
