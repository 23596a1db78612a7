package main

import (
	"context"
	"fmt"
	"strings"

	"footprint/internal/audit"
	"footprint/internal/audit/outside"
	"footprint/internal/crawl"
	"footprint/internal/footprint"
)

// searchProfiles asks public sites for the user's own handles.
func (a *app) searchProfiles(ctx context.Context, au *audit.Auditor, o *searchOptions) error {
	handles, err := au.OwnHandles(ctx)
	if err != nil {
		return err
	}
	if len(handles) == 0 {
		return usagef("no handles of yours are known: footprint profile set handles=NAME,NAME")
	}
	sites := a.sites
	if sites == nil {
		sites = crawl.Sites()
	}
	if o.sites != "" {
		before := len(sites)
		var left int
		if sites, left, err = outside.LoadSites(o.sites, sites); err != nil {
			return err
		}
		fmt.Fprintf(a.err, "%s: %d more sites; %d are left out, because they are switched off, adult, or ask what Footprint does not ask.\n", clean(o.sites), len(sites)-before, left)
	}
	asked := 0
	for _, s := range sites {
		if s.Check != "" {
			asked++
		}
	}
	fmt.Fprintf(a.err, "%d sites will be asked for your handles: %s\n", asked, clean(strings.Join(handles, ", ")))
	if err := a.confirm("Each site sees the handle and your network address. Go on only if these handles are your own.", o.yes); err != nil {
		return err
	}
	var run outside.ProfileRun
	failed := a.watch(func(p *footprint.Progress) (err error) {
		run, err = au.CheckProfiles(ctx, crawl.New(ctx, a.online()), sites, p)
		return err
	})
	if o.json {
		if err := a.printJSON(run); err != nil {
			return err
		}
		return failed
	}
	for _, state := range []crawl.ProfileState{crawl.ProfileExists, crawl.ProfileBlocked, crawl.ProfileUnknown, crawl.ProfileManual} {
		for _, c := range run.Checks {
			if c.State == state {
				fmt.Fprintf(a.out, "%-8s %s  %s\n", c.State, c.URL, c.Why)
			}
		}
	}
	missing := 0
	for _, c := range run.Checks {
		if c.State == crawl.ProfileMissing {
			missing++
		}
	}
	fmt.Fprintf(a.out, "%d sites say that there is none. %d new among the search results.\n", missing, run.Added)
	return failed
}
