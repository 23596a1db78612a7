package outside

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"footprint/internal/audit/core"
	"footprint/internal/crawl"
	"footprint/internal/crawl/serp"
	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/store"
)

// SearchRun is what one run of a search brought.
type SearchRun struct {
	Pages []SearchPage `json:"pages"`
	// Added, Updated and Unchanged count results over all pages.
	Added     int `json:"added"`
	Updated   int `json:"updated"`
	Unchanged int `json:"unchanged"`
	// Left is what the service said of the quota that is left; empty when it said nothing.
	Left string `json:"quota_left,omitempty"`
	// Source is what was stored; nil when nothing was found.
	Source *core.Imported `json:"-"`
}

// SearchPage is one page of results, or the reason why it has none.
type SearchPage struct {
	Path    string    `json:"path,omitempty"` // of a saved page
	Engine  string    `json:"engine"`
	Query   string    `json:"query"`
	At      time.Time `json:"at,omitzero"`
	Status  string    `json:"status"` // serp.Status
	Reason  string    `json:"reason,omitempty"`
	Results int       `json:"results"`
	// Unread looked like results and could not be read. Ads and Others, links in boxes of news, videos, pictures
	// and questions, are no results.
	Unread   int      `json:"unread,omitempty"`
	Ads      int      `json:"ads,omitempty"`
	Others   int      `json:"others,omitempty"`
	NotPage  string   `json:"not_page,omitempty"` // what the file is instead of a page: serp.FileError.Kind
	Known    bool     `json:"known,omitempty"`    // this very page was read before
	Warnings []string `json:"warnings,omitempty"`

	digest string
	number int
	found  []serp.Result
}

// resultsPerPage turns a rank on a page into one counted through the pages.
const resultsPerPage = 10

// SearchOnline asks a search service the first limit queries of the plan that are switched on (0: all), with
// the crawler the caller made for this run. What was found before an error is kept; the error ends the run.
func (a *Agent) SearchOnline(ctx context.Context, web *crawl.Crawler, service crawl.Provider, o crawl.ProviderOptions, limit int, p *footprint.Progress) (SearchRun, error) {
	run := SearchRun{Pages: []SearchPage{}}
	if err := a.NeedConsent(ctx); err != nil {
		return run, err
	}
	me, err := a.Profile(ctx)
	if err != nil {
		return run, err
	}
	plan, err := a.planned(ctx, me, limit)
	if err != nil {
		return run, err
	}
	p.Start("ask "+service.Title, int64(len(plan)))
	var failed error
	for _, q := range plan {
		ans, err := web.Search(service, crawl.Query{Text: q.Text, Country: countryOf(me), Page: 1}, o)
		if err != nil {
			failed = err
			break
		}
		run.Pages = append(run.Pages, answered(&ans, a.Now()))
		run.Left = ans.Left
		p.Add(1)
	}
	return run, errors.Join(failed, a.takeIn(ctx, &run, service.Name, "json"))
}

// answered is an answer of a service as a page. An answer with warnings says nothing about what it lacks.
func answered(ans *crawl.Answer, now time.Time) SearchPage {
	page := SearchPage{Engine: ans.Provider, Query: ans.Query.Text, At: now.UTC().Truncate(time.Millisecond), Status: string(serp.StatusOK),
		Results: len(ans.Results), Warnings: ans.Warnings, found: ans.Results, number: ans.Query.Page}
	switch {
	case len(ans.Warnings) > 0:
		page.Status, page.Reason = string(serp.StatusPartial), "Not every engine behind the service answered; what is missing is not gone."
	case page.Results == 0:
		page.Status, page.Reason = string(serp.StatusEmpty), "The search engine found nothing for this query."
	}
	sum := sha256.Sum256([]byte(strings.Join([]string{page.Engine, page.Query, strconv.Itoa(page.number), page.At.Format(time.RFC3339Nano)}, "\x00")))
	page.digest = hex.EncodeToString(sum[:])
	return page
}

// takeIn stores the results of a run as items of one source, and where they stood.
func (a *Agent) takeIn(ctx context.Context, run *SearchRun, layout, format string) error {
	who, err := a.identify(ctx)
	if err != nil {
		return err
	}
	defer a.Changed()
	h := sha256.New()
	var items []footprint.Item
	var newest time.Time
	at := map[string]int{} // item id to index in items
	for i := range run.Pages {
		page := &run.Pages[i]
		fmt.Fprintf(h, "%s\x00", page.digest)
		if page.At.After(newest) {
			newest = page.At
		}
		for _, r := range page.found {
			it := item(page, r)
			decide(who, &it)
			if n, twice := at[it.ID]; !twice {
				at[it.ID] = len(items)
				items = append(items, it)
			} else if it.FoundOn.After(items[n].FoundOn) {
				items[n] = it
			}
		}
	}
	if len(items) > 0 {
		if err := a.putResults(ctx, run, store.Source{Digest: "search " + hex.EncodeToString(h.Sum(nil)), Path: whence(run, layout), Platform: WebPlatform, Layout: layout,
			Format: format, Root: ".", Taken: newest, Begun: a.Now()}, items); err != nil {
			return err
		}
	}
	for i := range run.Pages {
		if err := a.addSearch(ctx, &run.Pages[i]); err != nil {
			return err
		}
	}
	return a.decideAgain(ctx) // merging keeps what an earlier verdict said; the present one counts
}

// whence names the source of a run.
func whence(run *SearchRun, layout string) string {
	if path := run.Pages[0].Path; path != "" {
		return path
	}
	return layout
}

// item is a result as an item; the page is its identity, whichever engine shows it.
func item(page *SearchPage, r serp.Result) footprint.Item {
	address := r.URL
	if address == "" {
		address = r.OpaqueURL
	}
	it := footprint.Item{
		Platform: WebPlatform, Kind: footprint.KindSearchResult, NativeID: serp.Key(address), Author: "other", Visibility: footprint.VisibilityPublic,
		URL: address, Title: r.Title, Snippet: r.Snippet, FoundOn: page.At, Origin: footprint.Origin{File: filepath.Base(page.Path), Pos: int64(r.Rank)},
		Details: map[string]string{"engine": page.Engine, "query": page.Query, "rank": strconv.Itoa(page.rank(r))},
	}
	if page.Path == "" {
		it.Origin.File = page.Engine
	}
	if r.DateText != "" {
		it.Details["date"] = r.DateText
	}
	if r.HostOnly {
		it.Details["address"] = "the site is right, the page a guess"
	}
	it.SetID()
	return it
}

func (page *SearchPage) rank(r serp.Result) int { return (page.number-1)*resultsPerPage + r.Rank }

func (a *Agent) putResults(ctx context.Context, run *SearchRun, source store.Source, items []footprint.Item) error {
	source, err := a.DB.BeginSource(ctx, source)
	if err != nil {
		return err
	}
	if !source.Imported.IsZero() {
		run.Unchanged = len(items)
		done, err := core.AlreadyImported(source)
		run.Source = &done
		return err
	}
	put, err := a.DB.PutItems(ctx, source, items)
	if err != nil {
		return err
	}
	run.Added, run.Updated, run.Unchanged = put.Added, put.Updated, put.Unchanged
	var ledger ingest.Summary
	ledger.Read, ledger.Skipped, ledger.Unknown, ledger.Failed = []ingest.Entry{}, []ingest.Skip{}, []string{}, []ingest.Failure{}
	if source.Data, err = json.Marshal(core.Source{Counts: map[footprint.Kind]int{footprint.KindSearchResult: len(items)}, Ledger: ledger}); err != nil {
		return err
	}
	source.Imported, source.Oldest, source.Newest = a.Now(), source.Taken, source.Taken
	if err := a.DB.FinishSource(ctx, source); err != nil {
		return err
	}
	src, err := core.SourceOf(source)
	run.Source = &core.Imported{Source: src, Added: put.Added, Updated: put.Updated, Unchanged: put.Unchanged}
	return err
}

func (a *Agent) addSearch(ctx context.Context, page *SearchPage) error {
	if page.Engine == "" || page.digest == "" {
		return nil
	}
	ranks := map[string]int{}
	for _, r := range page.found {
		it := item(page, r)
		if rank, seen := ranks[it.ID]; !seen || page.rank(r) < rank {
			ranks[it.ID] = page.rank(r)
		}
	}
	added, err := a.DB.AddSearch(ctx, store.Search{Digest: page.digest, Engine: page.Engine, Query: page.Query, Page: page.number, At: page.At, Status: page.Status}, ranks)
	page.Known = err == nil && !added
	return err
}
