package main

import (
	"context"
	"fmt"
	"os"
	"strings"

	"footprint/internal/audit"
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
		more, err := a.loadSites(o.sites, sites)
		if err != nil {
			return err
		}
		sites = append(sites, more...)
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
	var run audit.ProfileRun
	failed := a.watch(func(p *footprint.Progress) (err error) {
		run, err = au.CheckProfiles(ctx, crawl.New(ctx, a.web), sites, p)
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

// loadSites reads the user's own list and leaves out what the table holds already.
func (a *app) loadSites(path string, have []crawl.Site) ([]crawl.Site, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	more, left, err := crawl.ParseSites(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	known := map[string]bool{}
	for _, s := range have {
		known[strings.ToLower(s.Name)] = true
	}
	var sites []crawl.Site
	for _, s := range more {
		if !known[strings.ToLower(s.Name)] {
			sites = append(sites, s)
		}
	}
	fmt.Fprintf(a.err, "%s: %d more sites; %d are left out, because they are switched off, adult, or ask what Footprint does not ask.\n", clean(path), len(sites), left)
	return sites, nil
}
