package outside

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"footprint/internal/audit/core"
	"footprint/internal/crawl"
	"footprint/internal/crawl/serp"
	"footprint/internal/footprint"
	"footprint/internal/store"
)

// askAgain is how long a site's answer for a handle counts.
const askAgain = 30 * 24 * time.Hour

// ProfileRun is what presence checks for the user's own handles brought.
type ProfileRun struct {
	// Checks has a row for each site and handle; those from the last thirty days are not asked again.
	Checks []crawl.ProfileCheck `json:"checks"`
	// Added counts profiles that are new among the search results, where they wait for "is it me?".
	Added int `json:"added"`
}

// OwnHandles lists the handles of the profile that presence checks ask for, at most crawl.MaxHandles.
func (a *Agent) OwnHandles(ctx context.Context) ([]string, error) {
	me, err := a.Profile(ctx)
	if err != nil {
		return nil, err
	}
	var handles []string
	for _, h := range append(append([]string{}, me.Handles...), me.Aliases...) {
		handles = core.Union(handles, []string{strings.TrimPrefix(h, "@")})
	}
	return handles[:min(len(handles), crawl.MaxHandles)], nil
}

// CheckProfiles asks sites for the user's own handles, with the crawler the caller made for this run. A profile
// that exists becomes a search result that is not sure to be the user's. Answers before an error are kept.
func (a *Agent) CheckProfiles(ctx context.Context, web *crawl.Crawler, sites []crawl.Site, p *footprint.Progress) (ProfileRun, error) {
	run := ProfileRun{Checks: []crawl.ProfileCheck{}}
	if err := a.NeedConsent(ctx); err != nil {
		return run, err
	}
	handles, err := a.OwnHandles(ctx)
	if err != nil {
		return run, err
	}
	stored, err := a.DB.Probes(ctx)
	if err != nil {
		return run, err
	}
	fresh := map[[2]string]store.Probe{}
	for _, s := range stored {
		if a.Now().Sub(s.At) < askAgain {
			fresh[[2]string{s.Site, s.Handle}] = s
		}
	}
	p.Start("ask sites", int64(len(sites)*len(handles)))
	var asked []store.Probe
	var failed error
	for _, h := range handles {
		var todo []crawl.Site
		for _, s := range sites {
			if known, ok := fresh[[2]string{s.Name, h}]; ok {
				run.Checks = append(run.Checks, crawl.ProfileCheck{Site: s.Name, Handle: h, URL: known.URL, State: crawl.ProfileState(known.State), Why: known.Why, At: known.At})
				p.Add(1)
				continue
			}
			todo = append(todo, s)
		}
		failed = web.CheckProfiles(ctx, todo, []string{h}, func(c crawl.ProfileCheck) {
			c.At = a.Now().UTC()
			run.Checks = append(run.Checks, c)
			if c.State == crawl.ProfileExists || c.State == crawl.ProfileMissing { // the others may be told next time
				asked = append(asked, store.Probe{Site: c.Site, Handle: c.Handle, State: string(c.State), URL: c.URL, Why: c.Why, At: c.At})
			}
			p.Add(1)
		})
		if failed != nil {
			break
		}
	}
	if err := a.DB.PutProbes(context.WithoutCancel(ctx), asked); err != nil { // what was asked is not asked again
		return run, errors.Join(failed, err)
	}
	if failed != nil {
		return run, failed
	}
	return run, a.takeProfiles(ctx, &run)
}

// takeProfiles makes the profiles that exist results of a search named after the site.
func (a *Agent) takeProfiles(ctx context.Context, run *ProfileRun) error {
	var pages SearchRun
	for _, c := range run.Checks {
		if c.State != crawl.ProfileExists {
			continue
		}
		page := SearchPage{Engine: c.Site, Query: c.Handle, At: c.At, Status: string(serp.StatusOK), Results: 1, number: 1, digest: fmt.Sprintf("profile %s %s %d", c.Site, c.Handle, c.At.UnixMilli()),
			found: []serp.Result{{Rank: 1, URL: c.URL, Title: c.Handle + " on " + c.Site}}}
		pages.Pages = append(pages.Pages, page)
	}
	if len(pages.Pages) == 0 {
		return nil
	}
	err := a.takeIn(ctx, &pages, "profiles", "json")
	run.Added = pages.Added
	return err
}

// LoadSites adds the sites of a WhatsMyName file to a table, without those the table holds already. Left counts
// the rows that are left out: switched off, adult, or asking what Footprint does not ask.
func LoadSites(path string, have []crawl.Site) (sites []crawl.Site, left int, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, 0, err
	}
	defer f.Close()
	more, left, err := crawl.ParseSites(f)
	if err != nil {
		return nil, 0, fmt.Errorf("%s: %w", path, err)
	}
	known := map[string]bool{}
	for _, s := range have {
		known[strings.ToLower(s.Name)] = true
	}
	sites = have[:len(have):len(have)]
	for _, s := range more {
		if !known[strings.ToLower(s.Name)] {
			sites = append(sites, s)
		}
	}
	return sites, left, nil
}
