package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"footprint/internal/audit"
	"footprint/internal/report"

	"github.com/spf13/cobra"
)

func reportCommand(a *app) *cobra.Command {
	var format, file string
	var filters taskFlags
	var names []string
	for _, f := range report.Formats() {
		names = append(names, f.Name)
	}
	c := &cobra.Command{
		Use:   "report",
		Short: "Write the checklist as a file to read, print or hand to an adviser",
		Long: `Report writes the open rows that are likely or possible; filters as for list. Facts about patients are hidden
in excerpts. An HTML report is one file that loads nothing and runs no script.`,
		Example: "  footprint report -o footprint.html\n  footprint report --format csv --all -o footprint.csv",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if format == "" { // by the name of the file
				format = strings.TrimPrefix(filepath.Ext(file), ".")
			}
			if _, ok := report.FormatOf(format); !ok {
				return usagef("report: format %q: want one of %s", format, strings.Join(names, ", "))
			}
			filter, err := filters.filter()
			if err != nil {
				return err
			}
			return a.with(c.Context(), func(au *audit.Auditor) error {
				if err := a.writeReport(c.Context(), au, filter, format, file); err != nil {
					return err
				}
				if file != "" && file != "-" {
					fmt.Fprintf(a.err, "Wrote %s\n", file)
				}
				return nil
			})
		},
	}
	c.Flags().StringVar(&format, "format", "", strings.Join(names, ", ")+" (default: by the name of the file)")
	c.Flags().StringVarP(&file, "output", "o", "", "`file` to write; without it, or with -, standard output")
	filters.add(c)
	return c
}

// writeReport writes to a file that only its owner can read, or to standard output.
func (a *app) writeReport(ctx context.Context, au *audit.Auditor, filter audit.TaskFilter, format, file string) (err error) {
	f, _ := report.FormatOf(format)
	r, err := au.Report(ctx, filter, version)
	if err != nil {
		return err
	}
	out := a.out
	if file != "" && file != "-" {
		opened, err := os.OpenFile(file, os.O_CREATE|os.O_TRUNC|os.O_WRONLY, 0o600)
		if err != nil {
			return err
		}
		defer func() { err = errors.Join(err, opened.Close()) }()
		out = opened
	}
	w := bufio.NewWriter(out)
	if err := f.Write(w, r); err != nil {
		return fmt.Errorf("write report: %w", err)
	}
	return w.Flush()
}
