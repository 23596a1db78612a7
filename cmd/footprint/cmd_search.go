package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"footprint/internal/audit"
	"footprint/internal/audit/outside"
	"footprint/internal/crawl"
	"footprint/internal/footprint"
	"footprint/internal/gui/view"

	"github.com/spf13/cobra"
)

// searchOptions are the flags of search.
type searchOptions struct {
	plan, saved, profiles, pages, yes, json  bool
	breaches, password                       bool
	provider, server, answer, country, sites string
	engines, verdicts, off, on               []string
	limit                                    int
}

func searchCommand(a *app) *cobra.Command {
	var o searchOptions
	c := &cobra.Command{
		Use:   "search [PATH... | ID...]",
		Short: "Look yourself up, as a patient or an employer would",
		Long: `Search shows what searches for you found: whose it is, where it stood then and stands now, and what is gone.

Nothing is asked until you say so. Either open the searches of --plan in your own browser, save the result pages
(HTML or MHTML) and give them to --saved; or let a search service answer with a key of your own (--provider).
Answer "is it me?" with --answer; the answer counts from then on.`,
		Example: "  footprint search --plan --engine google,bing\n  footprint search --saved ~/Downloads/*.html\n  footprint search --answer not-me k7m2\n" +
			"  footprint search --provider searxng --server http://localhost:8888 --limit 5\n  footprint search --verdict me,unsure",
		RunE: func(c *cobra.Command, args []string) error { return a.search(c.Context(), &o, args) },
	}
	flags := c.Flags()
	flags.BoolVar(&o.plan, "plan", false, "list the searches with the addresses that show them in your browser")
	flags.BoolVar(&o.saved, "saved", false, "take in the result pages you saved, or folders of them")
	flags.StringVar(&o.provider, "provider", "", "ask the search service `NAME`: "+strings.Join(providerNames(), ", "))
	flags.BoolVar(&o.profiles, "profiles", false, "ask public sites whether your own handles have a profile there")
	flags.BoolVar(&o.pages, "pages", false, "open the pages behind results (ID..., or all that are about you) and judge their text and reviews")
	flags.BoolVar(&o.breaches, "breaches", false, "ask Have I Been Pwned (with your key) and Gravatar for your own e-mail addresses")
	flags.BoolVar(&o.password, "password", false, "ask whether a password, read from the first line of the input, was stolen; only a part of its hash is sent")
	flags.StringVar(&o.sites, "sites", "", "WhatsMyName `file` with more sites for --profiles")
	flags.StringVar(&o.answer, "answer", "", "answer for the results ID...: `me`, not-me or unsure")
	flags.StringVar(&o.server, "server", "", "`address` of your SearXNG server, or the engine id of Google")
	flags.StringArrayVar(&o.off, "off", nil, "with --plan: switch a `search` off; may be given again")
	flags.StringArrayVar(&o.on, "on", nil, "with --plan: switch a `search` on again")
	flags.StringSliceVar(&o.engines, "engine", nil, "search engines of the plan")
	flags.StringVar(&o.country, "country", "", "country `code` of the plan (default: that of the profile)")
	flags.StringSliceVar(&o.verdicts, "verdict", nil, "show only results that are me, not-me or unsure")
	flags.IntVar(&o.limit, "limit", 0, "ask at most `n` queries of the plan")
	flags.BoolVar(&o.yes, "yes", false, "do not ask again before going on-line")
	flags.BoolVar(&o.json, "json", false, "print JSON")
	c.MarkFlagsMutuallyExclusive("plan", "saved", "provider", "profiles", "pages", "breaches", "password", "answer")
	return c
}

func providerNames() []string {
	var names []string
	for _, p := range crawl.Providers() {
		names = append(names, p.Name)
	}
	return names
}

func (a *app) search(ctx context.Context, o *searchOptions, args []string) error {
	switch {
	case o.saved || o.answer != "":
		if len(args) == 0 {
			return usagef("say which: PATH... for --saved, ID... for --answer")
		}
		if o.answer != "" && !slices.Contains(view.Verdicts(), o.answer) {
			return usagef("--answer %s: want %s", o.answer, strings.Join(view.Verdicts(), ", "))
		}
	case len(args) > 0 && !o.pages:
		return usagef("search %s: say what to do with it, --saved or --answer", args[0])
	}
	switch {
	case o.plan:
		return a.with(ctx, func(au *audit.Auditor) error { return a.searchPlan(ctx, au, o) })
	case o.saved:
		return a.withConsent(ctx, func(au *audit.Auditor) error {
			var run outside.SearchRun
			err := a.watch(func(p *footprint.Progress) (err error) {
				run, err = au.SearchSaved(ctx, args, p)
				return err
			})
			if err != nil {
				return err
			}
			return a.searched(ctx, au, o, run)
		})
	case o.provider != "":
		return a.withConsent(ctx, func(au *audit.Auditor) error { return a.searchOnline(ctx, au, o) })
	case o.pages:
		return a.withConsent(ctx, func(au *audit.Auditor) error { return a.searchPages(ctx, au, o, args) })
	case o.profiles:
		return a.withConsent(ctx, func(au *audit.Auditor) error { return a.searchProfiles(ctx, au, o) })
	case o.breaches:
		return a.withConsent(ctx, func(au *audit.Auditor) error { return a.searchBreaches(ctx, au, o) })
	case o.password:
		return a.with(ctx, func(au *audit.Auditor) error { return a.checkPassword(ctx, au, o) })
	case o.answer != "":
		return a.with(ctx, func(au *audit.Auditor) error {
			ids, err := au.ResolveResults(ctx, args...)
			if err != nil {
				return err
			}
			if err := au.AnswerResults(ctx, ids, o.answer); err != nil {
				return err
			}
			fmt.Fprintf(a.out, "%d %s remembered.\n", len(ids), plural(len(ids), "answer"))
			return nil
		})
	}
	return a.with(ctx, func(au *audit.Auditor) error { return a.listResults(ctx, au, o) })
}

func (a *app) searchPlan(ctx context.Context, au *audit.Auditor, o *searchOptions) error {
	for on, queries := range map[bool][]string{false: o.off, true: o.on} {
		for _, q := range queries {
			if err := au.SwitchQuery(ctx, q, on); err != nil {
				return err
			}
		}
	}
	rows, err := au.SearchPlan(ctx, o.engines, o.country)
	if err != nil {
		return err
	}
	if o.json {
		return a.printJSON(rows)
	}
	for _, r := range rows {
		off := ""
		if r.Off {
			off = " (switched off)"
		}
		fmt.Fprintf(a.out, "%s%s\n  what a %s types: %s\n", clean(r.Text), off, r.Who, r.Why)
		for _, link := range r.Open {
			fmt.Fprintf(a.out, "  %-10s %s\n", link.Engine, link.URL)
		}
	}
	fmt.Fprintf(a.out, "\n%d searches; nothing was asked. Open the addresses in a private window, save the result pages, then:\n  footprint search --saved PATH...\n", len(rows))
	return nil
}

func (a *app) searchOnline(ctx context.Context, au *audit.Auditor, o *searchOptions) error {
	service, err := providerNamed(o.provider)
	if err != nil {
		return err
	}
	if service.Base && o.server == "" {
		return usagef("%s: say which server with --server", service.Title)
	}
	options, web := crawl.ProviderOptions{Base: o.server, Endpoint: a.endpoint}, a.online()
	if service.KeyURL != "" {
		if options.Key, _, err = crawl.Key(service.Name); err != nil {
			return err
		}
		if options.Key == "" {
			return fmt.Errorf("search %s: no key stored: %w", service.Name, crawl.ErrKey)
		}
	} else if own, ok := audit.HostPort(o.server); ok {
		web.Allow = append(web.Allow, own) // the user's own server may stand at home
	}
	rows, err := au.SearchPlan(ctx, []string{}, o.country)
	if err != nil {
		return err
	}
	rows = slices.DeleteFunc(rows, func(r outside.PlanRow) bool { return r.Off })
	n := len(rows)
	if o.limit > 0 {
		n = min(n, o.limit)
	}
	fmt.Fprintf(a.err, "%s will be asked %d %s:\n", service.Title, n, plural(n, "question"))
	for _, r := range rows[:n] {
		fmt.Fprintf(a.err, "  %s\n", clean(r.Text))
	}
	if err := a.confirm(service.Note, o.yes); err != nil {
		return err
	}
	var run outside.SearchRun
	failed := a.watch(func(p *footprint.Progress) (err error) {
		run, err = au.SearchOnline(ctx, crawl.New(ctx, web), service, options, o.limit, p)
		return err
	})
	if len(run.Pages) == 0 && failed != nil {
		return failed
	}
	return errors.Join(a.searched(ctx, au, o, run), failed)
}

// confirm asks before anything goes out; --yes has answered already.
func (a *app) confirm(note string, yes bool) error {
	fmt.Fprintln(a.err, note)
	if yes {
		return nil
	}
	f, ok := a.in.(*os.File)
	if !ok || !isTerminal(f) {
		return usagef("nothing was asked: say --yes to go on-line without a terminal")
	}
	fmt.Fprint(a.err, "Ask now? [y/N] ")
	answer, err := bufio.NewReader(a.in).ReadString('\n')
	if err != nil && err != io.EOF {
		return err
	}
	if !affirms(answer) {
		return footprint.ErrOffline
	}
	return nil
}

// searched prints what a run brought, then judges the new results.
func (a *app) searched(ctx context.Context, au *audit.Auditor, o *searchOptions, run outside.SearchRun) error {
	err := a.watch(func(p *footprint.Progress) error {
		_, err := au.Analyze(ctx, p)
		return err
	})
	if err != nil {
		return err
	}
	if o.json {
		results, err := au.SearchResults(ctx, o.verdicts...)
		if err != nil {
			return err
		}
		return a.printJSON(struct {
			outside.SearchRun
			Found []outside.SearchResult `json:"found"`
		}{run, results})
	}
	for _, p := range run.Pages {
		name := p.Engine
		if p.Path != "" {
			name = p.Path
		}
		what := fmt.Sprintf("%d %s for %s on %s", p.Results, plural(p.Results, "result"), p.Query, p.Engine)
		switch {
		case p.Reason != "" && p.Results > 0:
			what += ". " + p.Reason
		case p.Reason != "":
			what = p.Reason
		case p.Ads+p.Others > 0:
			what += fmt.Sprintf(", beside %d %s and %d %s in other boxes", p.Ads, plural(p.Ads, "advertisement"), p.Others, plural(p.Others, "page"))
		}
		if p.Known {
			what += " (read before)"
		}
		fmt.Fprintf(a.out, "%s: %s\n", clean(name), clean(what))
		for _, w := range p.Warnings {
			fmt.Fprintf(a.out, "  %s\n", clean(w))
		}
	}
	if run.Left != "" {
		fmt.Fprintf(a.out, "The service says that %s searches are left.\n", run.Left)
	}
	fmt.Fprintf(a.out, "%d new, %d updated, %d known.\n\n", run.Added, run.Updated, run.Unchanged)
	return a.listResults(ctx, au, o)
}
