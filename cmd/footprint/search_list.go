package main

import (
	"context"
	"fmt"
	"strings"

	"footprint/internal/audit"
	"footprint/internal/audit/outside"
)

func (a *app) listResults(ctx context.Context, au *audit.Auditor, o *searchOptions) error {
	results, err := au.SearchResults(ctx, o.verdicts...)
	if err != nil {
		return err
	}
	if o.json {
		return a.printJSON(results)
	}
	if len(results) == 0 {
		fmt.Fprintln(a.out, "No search results yet. Begin with: footprint search --plan")
		return nil
	}
	for _, r := range results {
		a.printResult(r)
	}
	fmt.Fprintln(a.out, "Answer with: footprint search --answer me|not-me|unsure ID...")
	return nil
}

func (a *app) printResult(r outside.SearchResult) {
	w := a.out
	why := strings.Join(r.Why, ", ")
	if r.Answered {
		why = "you said so"
	}
	fmt.Fprintf(w, "%s  %-6s %s\n    %s\n", r.ID[:6], r.Verdict, clean(r.Title), clean(r.URL))
	if r.Snippet != "" {
		fmt.Fprintf(w, "    %s\n", clean(r.Snippet))
	}
	if why != "" {
		fmt.Fprintf(w, "    because: %s\n", clean(why))
	}
	if r.Namesake != "" && len(r.Same) > 0 {
		fmt.Fprintf(w, "    one person with %d more: %s\n", len(r.Same), clean(r.Namesake))
	}
	for _, s := range r.Seen {
		state := fmt.Sprintf("rank %d", s.Rank)
		if s.FirstRank != s.Rank {
			state += fmt.Sprintf(", was %d", s.FirstRank)
		}
		if s.Gone {
			state = fmt.Sprintf("gone on %s, was rank %d", day(s.Asked), s.Rank)
		}
		fmt.Fprintf(w, "    %s %s: %s; first %s, last %s\n", s.Engine, clean(s.Query), state, day(s.First), day(s.Last))
	}
	if r.Removal != nil && r.Verdict != "not-me" {
		fmt.Fprintf(w, "    %s: %s\n", r.Removal.Kind, clean(join(", ", r.Removal.Site, r.Removal.Link)))
	}
}
