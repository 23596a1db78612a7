package audit

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"footprint/internal/crawl"
	"footprint/internal/crawl/identity"
	"footprint/internal/crawl/serp"
	"footprint/internal/crawl/webpage"
	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/store"
)

// PageRun is what reading the pages behind search results brought.
type PageRun struct {
	Pages []PageRead `json:"pages"`
	// Added, Updated and Unchanged count pages and reviews.
	Added     int `json:"added"`
	Updated   int `json:"updated"`
	Unchanged int `json:"unchanged"`
}

// PageRead is one page that was read, or the reason why not.
type PageRead struct {
	ID      string    `json:"id"` // of the search result
	URL     string    `json:"url"`
	Title   string    `json:"title,omitempty"`
	Reviews int       `json:"reviews"`
	NoIndex bool      `json:"noindex,omitempty"`
	At      time.Time `json:"at"`
	Reason  string    `json:"reason,omitempty"`
}

// ReadPages fetches the pages behind search results (whole ids; none: those that are about the user), with the
// crawler the caller made for this run, and takes in their text and the reviews marked in them, which the rules
// judge like anything else.
func (a *Auditor) ReadPages(ctx context.Context, web *crawl.Crawler, ids []string, p *footprint.Progress) (PageRun, error) {
	run := PageRun{Pages: []PageRead{}}
	if err := a.needConsent(ctx); err != nil {
		return run, err
	}
	results, err := a.PagesToRead(ctx, ids)
	if err != nil {
		return run, err
	}
	who, err := a.identify(ctx)
	if err != nil {
		return run, err
	}
	p.Start("read pages", int64(len(results)))
	var items []footprint.Item
	for _, r := range results {
		read := PageRead{ID: r.ID, URL: r.URL, At: a.now().UTC().Truncate(time.Millisecond)}
		fetched, err := web.Fetch(r.URL)
		if ctx.Err() != nil {
			return run, ctx.Err()
		}
		read.Reason = whyNot(fetched, err)
		if read.Reason == "" {
			page, err := webpage.Read(fetched.Body, fetched.ContentType)
			if err != nil {
				read.Reason = "The page cannot be read."
			} else {
				read.Title, read.Reviews, read.NoIndex = page.Title, len(page.Reviews), page.NoIndex || fetched.NoIndex
				items = append(items, pageItems(who, r, page, read.At)...)
			}
		}
		run.Pages = append(run.Pages, read)
		p.Add(1)
	}
	return run, a.putPages(ctx, &run, items)
}

// PagesToRead lists the results whose pages ReadPages would fetch.
func (a *Auditor) PagesToRead(ctx context.Context, ids []string) ([]SearchResult, error) {
	results, err := a.SearchResults(ctx)
	if err != nil {
		return nil, err
	}
	wanted := map[string]bool{}
	for _, id := range ids {
		wanted[id] = true
	}
	chosen := []SearchResult{}
	for _, r := range results {
		if wanted[r.ID] || len(ids) == 0 && r.Verdict == string(identity.Me) {
			chosen = append(chosen, r)
		}
	}
	return chosen, nil
}

// whyNot is the reason why a fetched page is not read; empty when it is.
func whyNot(page crawl.Page, err error) string {
	switch {
	case err != nil:
		return "Not read: " + err.Error() + "."
	case page.Status != 200:
		return fmt.Sprintf("The site answers %d.", page.Status)
	case page.ContentType != "" && !strings.Contains(strings.ToLower(page.ContentType), "html"):
		return "Not a web page; open it in the browser."
	}
	return ""
}

// pageItems makes a page and its reviews items.
func pageItems(who *identity.Profile, r SearchResult, page webpage.Page, at time.Time) []footprint.Item {
	key := serp.Key(r.URL)
	host, _, _ := strings.Cut(key, "/")
	base := footprint.Item{Platform: WebPlatform, Author: "other", Visibility: footprint.VisibilityPublic, URL: r.URL, FoundOn: at, Origin: footprint.Origin{File: host}}
	whole := base
	whole.Kind, whole.NativeID, whole.Title, whole.Text, whole.Created = footprint.KindWebPage, key, page.Title, page.Text, page.Published
	whole.Details = map[string]string{}
	if page.Author != "" {
		whole.Details["author"] = page.Author
	}
	switch who.Decide(identity.Subject{Title: page.Title, URL: r.URL, Text: page.Text}, key, host).Verdict {
	case identity.Me:
		whole.AboutMe = footprint.Yes
	case identity.NotMe:
		whole.AboutMe = footprint.No
	}
	if r.Answered && r.Verdict == string(identity.Me) {
		whole.AboutMe = footprint.Yes
	}
	whole.SetID()
	items := []footprint.Item{whole}
	for _, review := range page.Reviews {
		it := base
		it.Kind, it.Container, it.ContainerKind, it.Text, it.Rating, it.Created, it.AboutMe = footprint.KindReview, page.Title, footprint.ContainerReviewSite, review.Text, review.Rating, review.Date, whole.AboutMe
		if review.Author != "" {
			it.Author = review.Author
		}
		it.SetID()
		items = append(items, it)
	}
	return items
}

func (a *Auditor) putPages(ctx context.Context, run *PageRun, items []footprint.Item) error {
	put, err := a.putFound(ctx, "pages", items)
	run.Added, run.Updated, run.Unchanged = put.Added, put.Updated, put.Unchanged
	return err
}

// putFound stores what one run on-line brought as a source of its own.
func (a *Auditor) putFound(ctx context.Context, layout string, items []footprint.Item) (put store.Put, err error) {
	if len(items) == 0 {
		return put, nil
	}
	defer a.changed()
	h := sha256.New()
	counts := map[footprint.Kind]int{}
	for i := range items {
		fmt.Fprintf(h, "%s\x00", items[i].ID)
		counts[items[i].Kind]++
	}
	taken := a.now().UTC().Truncate(time.Millisecond)
	source, err := a.db.BeginSource(ctx, store.Source{Digest: fmt.Sprintf("%s %s %d", layout, hex.EncodeToString(h.Sum(nil)), taken.UnixMilli()), Path: layout, Platform: WebPlatform,
		Layout: layout, Format: "html", Root: ".", Taken: taken, Begun: a.now()})
	if err != nil {
		return put, err
	}
	if put, err = a.db.PutItems(ctx, source, items); err != nil {
		return put, err
	}
	ledger := ingest.Summary{Read: []ingest.Entry{}, Skipped: []ingest.Skip{}, Unknown: []string{}, Failed: []ingest.Failure{}}
	if source.Data, err = json.Marshal(Source{Counts: counts, Ledger: ledger}); err != nil {
		return put, err
	}
	source.Imported, source.Oldest, source.Newest = a.now(), taken, taken
	return put, a.db.FinishSource(ctx, source)
}
