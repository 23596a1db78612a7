package main

import (
	"context"
	"fmt"

	"footprint/internal/audit"
	"footprint/internal/audit/outside"
	"footprint/internal/crawl"
	"footprint/internal/footprint"

	"github.com/spf13/cobra"
)

func verifyCommand(a *app) *cobra.Command {
	var yes, asJSON, noArchives bool
	c := &cobra.Command{
		Use:   "verify [ID...]",
		Short: "Look again at what is marked done",
		Long: `Verify opens the public address of everything marked done and says four things apart: you say it is done, gone from
its page, gone from search, gone from the next export. What is still there is opened again; what cannot be told (a
log-in, robots.txt, an error) is never called clear. For pages that are gone or changed the Wayback Machine is asked
for copies. Every look is kept with its time.`,
		Example: "  footprint verify\n  footprint verify k7m2 --yes --json",
		RunE: func(c *cobra.Command, args []string) error {
			return a.withConsent(c.Context(), func(au *audit.Auditor) error {
				return a.verify(c.Context(), au, args, yes, asJSON, outside.VerifyOptions{Archives: !noArchives, Archive: a.endpoint})
			})
		},
	}
	c.Flags().BoolVar(&yes, "yes", false, "do not ask again before going on-line")
	c.Flags().BoolVar(&noArchives, "no-archives", false, "do not ask the Wayback Machine for copies")
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return c
}

func (a *app) verify(ctx context.Context, au *audit.Auditor, args []string, yes, asJSON bool, o outside.VerifyOptions) error {
	ids, err := au.Resolve(ctx, args...)
	if err != nil {
		return err
	}
	list, err := au.Done(ctx, ids)
	if err != nil {
		return err
	}
	addresses := 0
	for _, v := range list {
		if v.URL != "" {
			addresses++
			fmt.Fprintf(a.err, "  %s\n", clean(v.URL))
		}
	}
	if addresses > 0 {
		note := fmt.Sprintf("%d %s will be opened, one after the other, each site no more than once in a few seconds. The sites see your network address.", addresses, plural(addresses, "page"))
		if o.Archives {
			note += " The Wayback Machine is told the address of each page that is gone or changed."
		}
		if err := a.confirm(note, yes); err != nil {
			return err
		}
	}
	err = a.watch(func(p *footprint.Progress) (err error) {
		list, err = au.Verify(ctx, crawl.New(ctx, a.online()), ids, o, p)
		return err
	})
	if err != nil {
		return err
	}
	if asJSON {
		return a.printJSON(list)
	}
	if len(list) == 0 {
		fmt.Fprintln(a.out, "Nothing is marked done.")
	}
	for _, v := range list {
		a.printVerification(v)
	}
	return nil
}

func (a *app) printVerification(v outside.Verification) {
	w := a.out
	fmt.Fprintf(w, "%s  %s  %s\n    you said done on %s\n", v.ID[:6], v.Title, clean(v.URL), day(v.SaidDone))
	for _, l := range []outside.SecondLook{v.Page, v.Search, v.Export} {
		fmt.Fprintf(w, "    %-7s %-12s %s\n", l.Place, l.Presence, clean(l.Evidence))
	}
	for _, s := range v.Archived {
		fmt.Fprintf(w, "    copy of %s: %s\n", day(s.At), clean(s.URL))
	}
	if v.ArchiveNote != "" {
		fmt.Fprintf(w, "    %s\n", clean(v.ArchiveNote))
	}
	if v.Copies != nil && v.Page.Presence != crawl.Still {
		fmt.Fprintf(w, "    more copies may stand at %s\n    %s\n", clean(v.Copies.Today), v.Copies.Caution)
	}
	if v.Reopened {
		fmt.Fprintln(w, "    It is still there: open again.")
	}
}
