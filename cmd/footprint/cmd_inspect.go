package main

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"footprint/internal/audit"
	"footprint/internal/footprint"
	"footprint/internal/ingest/all"

	"github.com/spf13/cobra"
)

func inspectCommand(a *app) *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "inspect PATH",
		Short: "Show what would be read from a path, without touching the database",
		Long: `Inspect reads an export as an import would and accounts for every file: read (with the number of records of
each kind), media, left out on purpose, unknown, or failed. Nothing is stored.`,
		Example: "  footprint inspect ~/Downloads/twitter-2025-06-01.zip\n  footprint inspect export/ --json | jq '.exports[].counts'",
		Args:    cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			var in audit.Inspection
			err := a.watch(func(p *footprint.Progress) (err error) {
				in, err = audit.Inspect(c.Context(), all.Platforms(), args[0], p)
				return err
			})
			if err != nil {
				return err
			}
			if asJSON {
				return a.printJSON(in)
			}
			a.printInspection(in)
			return nil
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

func (a *app) printInspection(in audit.Inspection) {
	if len(in.Exports) == 0 {
		fmt.Fprintln(a.out, "No platform recognises an export here. For a collection of pictures: footprint audit --photos PATH")
	}
	for _, x := range in.Exports {
		fmt.Fprintf(a.out, "%s (layout %s, %s) in %s, %s, %s\n", x.Platform, x.Layout, x.Format, clean(x.Root), clean(x.Owner), dates(x.From, x.To))
		for _, kind := range slices.Sorted(maps.Keys(x.Counts)) {
			fmt.Fprintf(a.out, "  %8d %s\n", x.Counts[kind], kind)
		}
		l := x.Ledger
		fmt.Fprintf(a.out, "  files: %d read, %d media, %d left out, %d unknown, %d failed\n",
			len(l.Read), l.Media, len(l.Skipped), len(l.Unknown), len(l.Failed))
		for _, e := range l.Read {
			var counts []string
			for _, kind := range slices.Sorted(maps.Keys(e.Counts)) {
				counts = append(counts, fmt.Sprintf("%d %s", e.Counts[kind], kind))
			}
			fmt.Fprintf(a.out, "  read      %s  %s\n", clean(e.File), strings.Join(counts, ", "))
		}
		for _, s := range l.Skipped {
			fmt.Fprintf(a.out, "  left out  %s  %s\n", clean(s.File), s.Reason)
		}
		for _, u := range l.Unknown {
			fmt.Fprintf(a.out, "  unknown   %s\n", clean(u))
		}
		for _, f := range l.Failed {
			fmt.Fprintf(a.out, "  failed    %s\n", clean(failure(f)))
		}
		for _, n := range x.Notes {
			fmt.Fprintf(a.out, "  note: %s\n", clean(n))
		}
	}
	for _, u := range in.Unrecognised {
		fmt.Fprintf(a.out, "not recognised  %s  %s\n", clean(u.Path), u.Reason)
	}
}
