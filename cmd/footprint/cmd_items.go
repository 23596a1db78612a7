package main

import (
	"bufio"
	"fmt"
	"strconv"

	"footprint/internal/audit"
	"footprint/internal/footprint"

	"github.com/spf13/cobra"
)

func itemsCommand(a *app) *cobra.Command {
	var asJSON bool
	var platforms, kinds, years []string
	f := audit.ItemFilter{}
	c := &cobra.Command{
		Use:     "items",
		Short:   "List what was imported, newest first",
		Example: "  footprint items --platform x --kind post --limit 20\n  footprint items --query 'night shift' --json",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			f.Platforms = platforms
			for _, k := range kinds {
				f.Kinds = append(f.Kinds, footprint.Kind(k))
			}
			var err error
			if f.Years, err = words(years, strconv.Atoi); err != nil {
				return err
			}
			return a.with(c.Context(), func(au *audit.Auditor) error {
				if asJSON {
					return a.itemsJSON(c, au, f)
				}
				w, none := bufio.NewWriter(a.out), true
				for it, err := range au.Items(c.Context(), f) {
					if err != nil {
						return err
					}
					none = false
					fmt.Fprintln(w, clean(join("  ", it.ID, day(it.Created), it.Platform, string(it.Kind), it.Author, firstWords(it))))
				}
				if none {
					return a.nothing(c.Context(), au, "No item is like that.")
				}
				return w.Flush()
			})
		},
	}
	flags := c.Flags()
	flags.BoolVar(&asJSON, "json", false, "print a JSON array of whole items")
	flags.StringSliceVar(&platforms, "platform", nil, "platform `id`s")
	flags.StringSliceVar(&kinds, "kind", nil, "kinds of item")
	flags.StringSliceVar(&years, "year", nil, "years")
	flags.StringVar(&f.Query, "query", "", "`words` that the item holds")
	flags.Int64Var(&f.Source, "source", 0, "`number` of the import (see footprint sources)")
	flags.IntVar(&f.Limit, "limit", 0, "at most `n` items")
	return c
}

func (a *app) itemsJSON(c *cobra.Command, au *audit.Auditor, f audit.ItemFilter) error {
	list := a.array()
	for it, err := range au.Items(c.Context(), f) {
		if err == nil {
			err = list.add(&it)
		}
		if err != nil {
			return err
		}
	}
	return list.close()
}

func sourcesCommand(a *app) *cobra.Command {
	var asJSON bool
	var remove int64
	c := &cobra.Command{
		Use:     "sources",
		Short:   "List imports, or remove one with everything from it",
		Long:    "Sources lists what was imported. --remove N removes an import with every item that no other import holds; your decisions stay and count again if the items come back.",
		Example: "  footprint sources\n  footprint sources --remove 2",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			return a.with(c.Context(), func(au *audit.Auditor) error {
				if remove != 0 {
					return au.RemoveSource(c.Context(), remove)
				}
				sources, err := au.Sources(c.Context())
				if err != nil {
					return err
				}
				if asJSON {
					return a.printJSON(sources)
				}
				for _, s := range sources {
					n := 0
					for _, k := range s.Counts {
						n += k
					}
					state := day(s.Imported)
					if state == "" {
						state = "interrupted"
					}
					fmt.Fprintf(a.out, "%4d  %-11s  %s\n", s.ID, state, clean(join("  ", s.Platform, s.Account, fmt.Sprint(n, " ", plural(n, "item")), dates(day(s.From), day(s.To)), s.Path)))
				}
				return nil
			})
		},
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	c.Flags().Int64Var(&remove, "remove", 0, "remove the import with this `number`")
	return c
}
