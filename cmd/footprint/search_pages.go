package main

import (
	"context"
	"fmt"

	"footprint/internal/audit"
	"footprint/internal/audit/outside"
	"footprint/internal/crawl"
	"footprint/internal/footprint"
)

// searchPages opens the pages behind results and judges what they say.
func (a *app) searchPages(ctx context.Context, au *audit.Auditor, o *searchOptions, args []string) error {
	ids, err := au.ResolveResults(ctx, args...)
	if err != nil {
		return err
	}
	results, err := au.PagesToRead(ctx, ids)
	if err != nil {
		return err
	}
	if len(results) > 0 {
		for _, r := range results {
			fmt.Fprintf(a.err, "  %s\n", clean(r.URL))
		}
		if err := a.confirm(fmt.Sprintf("%d %s will be opened, and up to four pictures on each if you have taken in pictures of your own to compare. The sites see your network address.", len(results), plural(len(results), "page")), o.yes); err != nil {
			return err
		}
	}
	var run outside.PageRun
	err = a.watch(func(p *footprint.Progress) (err error) {
		if run, err = au.ReadPages(ctx, crawl.New(ctx, a.online()), ids, p); err == nil {
			_, err = au.Analyze(ctx, p)
		}
		return err
	})
	if err != nil {
		return err
	}
	if o.json {
		return a.printJSON(run)
	}
	for _, p := range run.Pages {
		what := fmt.Sprintf("%s (%d %s)", p.Title, p.Reviews, plural(p.Reviews, "review"))
		switch d := p.Document; {
		case p.Reason != "":
			what = p.Reason
		case d != nil:
			what = join("; ", d.Kind+" "+p.Title, said("made by ", d.Author), said("changed by ", d.LastBy), said("company ", d.Company), said("made with ", d.Tool), said("on ", day(d.Created)))
		}
		fmt.Fprintf(a.out, "%s  %s\n    %s\n", p.ID[:6], clean(p.URL), clean(what))
		if p.NoText != "" {
			fmt.Fprintf(a.out, "    %s\n", p.NoText)
		}
		if p.OwnPicture {
			fmt.Fprintln(a.out, "    It shows a picture of yours.")
		}
	}
	fmt.Fprintf(a.out, "%d new, %d updated, %d known. The checklist has what the rules say: footprint list\n", run.Added, run.Updated, run.Unchanged)
	return nil
}

func said(before, value string) string {
	if value == "" {
		return ""
	}
	return before + value
}
