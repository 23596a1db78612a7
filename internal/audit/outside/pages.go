package outside

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
	"time"

	"footprint/internal/audit/core"
	"footprint/internal/crawl"
	"footprint/internal/crawl/document"
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
	// Document is what a PDF or an Office file says of itself; nil for a web page.
	Document *document.Meta `json:"document,omitempty"`
	// NoText says why the words of a document were not read.
	NoText string `json:"no_text,omitempty"`
	// OwnPicture is true when it shows a picture that is among the user's own.
	OwnPicture bool   `json:"own_picture,omitempty"`
	Reason     string `json:"reason,omitempty"`
}

// ReadPages fetches the pages behind search results (whole ids; none: those that are about the user), with the
// crawler the caller made for this run, and takes in their text and the reviews marked in them, which the rules
// judge like anything else.
func (a *Agent) ReadPages(ctx context.Context, web *crawl.Crawler, ids []string, p *footprint.Progress) (PageRun, error) {
	run := PageRun{Pages: []PageRead{}}
	if err := a.NeedConsent(ctx); err != nil {
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
	eye, err := a.newPageEye(ctx, web)
	if err != nil {
		return run, err
	}
	p.Start("read pages", int64(len(results)))
	var items []footprint.Item
	var marked []string
	for _, r := range results {
		read := PageRead{ID: r.ID, URL: r.URL, At: a.Now().UTC().Truncate(time.Millisecond)}
		fetched, err := web.Fetch(r.URL)
		if ctx.Err() != nil {
			return run, ctx.Err()
		}
		read.Reason = whyNot(fetched, err)
		if read.Reason == "" {
			found, pictures := a.readFetched(who, r, fetched, &read)
			items = append(items, found...)
			if len(found) > 0 {
				if read.OwnPicture, err = eye.look(fetched, found[0].ID, r.Verdict == string(identity.Me), pictures); err != nil {
					return run, err
				}
			}
			if read.OwnPicture {
				marked = append(marked, r.ID)
			}
		}
		run.Pages = append(run.Pages, read)
		p.Add(1)
	}
	if err := a.putPages(ctx, &run, items, eye); err != nil {
		return run, err
	}
	return run, a.markOwnPictures(ctx, marked)
}

// readFetched reads a page, or the properties of a document, and says in read what came of it. It returns the
// addresses of the page's pictures too.
func (a *Agent) readFetched(who *identity.Profile, r SearchResult, fetched crawl.Page, read *PageRead) (items []footprint.Item, pictures []string) {
	if kind := strings.ToLower(fetched.ContentType); kind != "" && !strings.Contains(kind, "html") {
		meta, err := document.Read(fetched.Body, !fetched.Truncated)
		if err != nil {
			read.Reason = "Neither a web page nor a document whose properties can be read; open it in the browser."
			return nil, nil
		}
		read.Title, read.Document, read.NoIndex = meta.Title, &meta, fetched.NoIndex
		text, err := document.Text(fetched.Body)
		if err != nil {
			read.NoText = noText(err)
		}
		return []footprint.Item{documentItem(who, r, meta, text, read.At)}, nil
	}
	page, err := webpage.Read(fetched.Body, fetched.ContentType)
	if err != nil {
		read.Reason = "The page cannot be read."
		return nil, nil
	}
	read.Title, read.Reviews, read.NoIndex = page.Title, len(page.Reviews), page.NoIndex || fetched.NoIndex
	return pageItems(who, r, page, read.At), page.Pictures
}

// PagesToRead lists the results whose pages ReadPages would fetch.
func (a *Agent) PagesToRead(ctx context.Context, ids []string) ([]SearchResult, error) {
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
	whole.AboutMe = aboutMe(who, r, page.Title, page.Text)
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

func (a *Agent) putPages(ctx context.Context, run *PageRun, items []footprint.Item, eye *pageEye) error {
	put, source, err := a.putFound(ctx, "pages", items)
	run.Added, run.Updated, run.Unchanged = put.Added, put.Updated, put.Unchanged
	if err != nil {
		return err
	}
	return eye.keep(ctx, source)
}

// putFound stores what one run on-line brought as a source of its own, and returns its number.
func (a *Agent) putFound(ctx context.Context, layout string, items []footprint.Item) (put store.Put, number int64, err error) {
	if len(items) == 0 {
		return put, 0, nil
	}
	defer a.Changed()
	h := sha256.New()
	counts := map[footprint.Kind]int{}
	for i := range items {
		fmt.Fprintf(h, "%s\x00", items[i].ID)
		counts[items[i].Kind]++
	}
	taken := a.Now().UTC().Truncate(time.Millisecond)
	source, err := a.DB.BeginSource(ctx, store.Source{Digest: fmt.Sprintf("%s %s %d", layout, hex.EncodeToString(h.Sum(nil)), taken.UnixMilli()), Path: layout, Platform: WebPlatform,
		Layout: layout, Format: "html", Root: ".", Taken: taken, Begun: a.Now()})
	if err != nil {
		return put, 0, err
	}
	if put, err = a.DB.PutItems(ctx, source, items); err != nil {
		return put, 0, err
	}
	ledger := ingest.Summary{Read: []ingest.Entry{}, Skipped: []ingest.Skip{}, Unknown: []string{}, Failed: []ingest.Failure{}}
	if source.Data, err = json.Marshal(core.Source{Counts: counts, Ledger: ledger}); err != nil {
		return put, 0, err
	}
	source.Imported, source.Oldest, source.Newest = a.Now(), taken, taken
	return put, source.ID, a.DB.FinishSource(ctx, source)
}
