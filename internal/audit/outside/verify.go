package outside

import (
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"time"

	"footprint/internal/audit/core"
	"footprint/internal/crawl"
	"footprint/internal/crawl/removal"
	"footprint/internal/crawl/serp"
	"footprint/internal/footprint"
	"footprint/internal/store"
)

// Places of a second look. What the user said is a fourth state beside them, and none stands for another.
const (
	OnPage   = "page"
	InSearch = "search"
	InExport = "export"
)

// SecondLook is what was found in one place after the user said that a thing is done.
type SecondLook struct {
	Place    string         `json:"place"`
	Presence crawl.Presence `json:"presence"`
	At       time.Time      `json:"at"`
	URL      string         `json:"url,omitempty"`
	Status   int            `json:"http_status,omitempty"`
	// Evidence is one sentence without words of the item.
	Evidence string `json:"evidence"`
}

// Verification is everything known about one task that is said to be done: four states, never merged.
type Verification struct {
	ID    string `json:"id"` // of the task
	Title string `json:"title"`
	Item  string `json:"item"`
	URL   string `json:"url,omitempty"`
	// SaidDone is when the user marked it done.
	SaidDone time.Time  `json:"said_done"`
	Page     SecondLook `json:"page"`
	Search   SecondLook `json:"search"`
	Export   SecondLook `json:"export"`
	// Archived are public copies that remain; ArchiveNote says why they could not be looked up.
	Archived    []crawl.Snapshot `json:"archived,omitempty"`
	ArchiveNote string           `json:"archive_note,omitempty"`
	// Copies says where the user can look for more of them by hand; nil without a web address.
	Copies *removal.Copies `json:"copies,omitempty"`
	// Reopened is true when it is still there, and the task open again.
	Reopened bool `json:"reopened"`
}

// VerifyOptions say how far a second look goes.
type VerifyOptions struct {
	// Archives asks the Wayback Machine for copies of pages that are gone or changed.
	Archives bool
	// Archive replaces the address of the Wayback Machine in tests.
	Archive string
}

// Done lists what Verify would look at: the tasks marked done that hang on an item. Ids are whole; none means
// all. An id of a task that is not marked done is an error.
func (a *Agent) Done(ctx context.Context, ids []string) ([]Verification, error) {
	list := []Verification{}
	for r, err := range a.DB.Tasks(ctx, store.TaskFilter{IDs: ids, Statuses: []footprint.Status{footprint.StatusDone}, Now: a.Now()}) {
		if err != nil {
			return nil, err
		}
		if r.Item.ID != "" {
			v := Verification{ID: r.Task.Fingerprint, Title: a.RuleTitle(r.Finding.Rule), Item: r.Item.ID, URL: webAddress(r.Item.URL), SaidDone: r.Task.Changed}
			if copies, ok := removal.CopiesOf(v.URL); ok {
				v.Copies = &copies
			}
			list = append(list, v)
		}
	}
	for _, id := range ids {
		if !slices.ContainsFunc(list, func(v Verification) bool { return v.ID == id }) {
			return nil, fmt.Errorf("task %s is not marked done: %w", id, footprint.ErrNotFound)
		}
	}
	return list, nil
}

func webAddress(s string) string {
	if strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") {
		return s
	}
	return ""
}

// Verify looks again at what is marked done (ids as in Done), with the crawler the caller made for this run.
// Each look is stored with its time and evidence. What is still on its page or in a later export is opened
// again; what nobody can tell stays as it is and is never called clear.
func (a *Agent) Verify(ctx context.Context, web *crawl.Crawler, ids []string, o VerifyOptions, p *footprint.Progress) ([]Verification, error) {
	if err := a.NeedConsent(ctx); err != nil {
		return nil, err
	}
	list, err := a.Done(ctx, ids)
	if err != nil {
		return nil, err
	}
	me, err := a.Profile(ctx)
	if err != nil {
		return nil, err
	}
	seen, err := a.standingsByPage(ctx)
	if err != nil {
		return nil, err
	}
	defer a.Changed()
	p.Start("look again", int64(len(list)))
	looked := map[string]*Verification{} // by item: several tasks may hang on one page
	for i := range list {
		v := &list[i]
		if before, ok := looked[v.Item]; ok {
			v.Page, v.Archived, v.ArchiveNote = before.Page, before.Archived, before.ArchiveNote
		} else if err := a.lookAgain(ctx, web, v, me, o); err != nil {
			return list[:i], err
		}
		looked[v.Item] = v
		if err := a.recordLooks(ctx, v, seen); err != nil {
			return list[:i], err
		}
		p.Add(1)
	}
	return list, nil
}

// lookAgain looks at the page, and for archived copies of one that is not as it was.
func (a *Agent) lookAgain(ctx context.Context, web *crawl.Crawler, v *Verification, me footprint.Person, o VerifyOptions) error {
	v.Page = SecondLook{Place: OnPage, Presence: crawl.CannotTell, At: a.Now().UTC(), URL: v.URL, Evidence: "It has no public address that is known."}
	if v.URL == "" {
		return nil
	}
	it, err := a.Item(ctx, v.Item)
	if err != nil {
		return err
	}
	words, names := wanted(&it, me)
	look, err := web.Verify(v.URL, words, names)
	if err != nil {
		return err
	}
	v.Page.Presence, v.Page.Status, v.Page.Evidence = look.Presence, look.Status, look.Evidence
	if !o.Archives || look.Presence == crawl.Still || look.Presence == crawl.CannotTell {
		return nil
	}
	if v.Archived, err = web.Archived(v.URL, o.Archive); err != nil {
		if ctx.Err() != nil {
			return ctx.Err()
		}
		v.ArchiveNote = "Copies in the archive are not known: " + err.Error()
	}
	return nil
}

// recordLooks gathers the other places, stores the looks, and opens again what is still there.
func (a *Agent) recordLooks(ctx context.Context, v *Verification, seen map[string][]Standing) error {
	it, err := a.Item(ctx, v.Item)
	if err != nil {
		return err
	}
	v.Search = inSearch(seen[serp.Key(v.URL)], v.SaidDone, a.Now())
	if v.Export, err = a.inExport(ctx, &it, v.SaidDone); err != nil {
		return err
	}
	var looks []store.Look
	for _, l := range []SecondLook{v.Page, v.Search, v.Export} {
		looks = append(looks, store.Look{Task: v.ID, URL: v.URL, Place: l.Place, At: l.At, Presence: string(l.Presence), Status: l.Status, Evidence: l.Evidence})
	}
	if err := a.DB.AddLooks(ctx, looks); err != nil {
		return err
	}
	if v.Page.Presence == crawl.Still || v.Export.Presence == crawl.Still {
		v.Reopened = true
		return a.DB.SetStatus(ctx, []string{v.ID}, footprint.StatusOpen, "", time.Time{}, a.Now())
	}
	return nil
}

// inSearch says what the searches since a moment tell of a page.
func inSearch(seen []Standing, since, now time.Time) SecondLook {
	l := SecondLook{Place: InSearch, Presence: crawl.CannotTell, At: now.UTC(), Evidence: "No search of yours has shown this page."}
	gone := 0
	for _, s := range seen {
		switch {
		case s.Last.After(since):
			l.Presence, l.Evidence = crawl.Still, fmt.Sprintf("%s showed it on %s, at rank %d.", s.Engine, core.Day(s.Last), s.Rank)
			return l
		case s.Gone && s.Asked.After(since):
			gone++
		}
	}
	switch {
	case len(seen) > 0 && gone == len(seen):
		l.Presence, l.Evidence = crawl.Gone, fmt.Sprintf("The searches that showed it were repeated (%s on %s) and do not show it any more.", seen[0].Engine, core.Day(seen[0].Asked))
	case len(seen) > 0:
		l.Evidence = fmt.Sprintf("%d of %d searches that showed it have been repeated since.", gone, len(seen))
	}
	return l
}

// inExport says what the next export of the account tells of an item.
func (a *Agent) inExport(ctx context.Context, it *footprint.Item, since time.Time) (SecondLook, error) {
	l := SecondLook{Place: InExport, Presence: crawl.CannotTell, At: a.Now().UTC(), Evidence: "No export of this account was made since."}
	if it.Platform == WebPlatform {
		l.Evidence = "No export covers this page."
		return l, nil
	}
	later, err := a.DB.ExportAfter(ctx, *it, since)
	switch {
	case err != nil || later.Taken.IsZero():
	case later.Holds:
		l.Presence, l.Evidence = crawl.Still, "The export of "+core.Day(later.Taken)+" still holds it."
	case later.Part:
		l.Evidence = "The export of " + core.Day(later.Taken) + " is not of the whole account."
	default:
		l.Presence, l.Evidence = crawl.Gone, "The export of "+core.Day(later.Taken)+" does not hold it any more."
	}
	return l, err
}

// standingsByPage is the history of results by the key of their page.
func (a *Agent) standingsByPage(ctx context.Context) (map[string][]Standing, error) {
	byItem, err := a.standings(ctx)
	if err != nil {
		return nil, err
	}
	byPage := map[string][]Standing{}
	for it, err := range a.DB.Items(ctx, store.ItemFilter{Kinds: []footprint.Kind{footprint.KindSearchResult}, Platforms: []string{WebPlatform}}) {
		if err != nil {
			return nil, err
		}
		byPage[serp.Key(it.URL)] = byItem[it.ID]
	}
	return byPage, nil
}

// Looks lists the stored second looks at a task.
func (a *Agent) Looks(ctx context.Context, task string) ([]SecondLook, error) {
	stored, err := a.DB.Looks(ctx, task)
	var list []SecondLook
	for _, l := range stored {
		list = append(list, SecondLook{Place: l.Place, Presence: crawl.Presence(l.Presence), At: l.At, URL: l.URL, Status: l.Status, Evidence: l.Evidence})
	}
	return list, err
}

// gaps are where a search engine cuts a snippet.
var gaps = regexp.MustCompile(`\.\.\.|…|·|\|`)

// wanted are the words that should be gone from an item's page, and for pages of others the names under which
// it may still speak of the user.
func wanted(it *footprint.Item, me footprint.Person) (words, names []string) {
	if it.Platform != WebPlatform {
		for _, text := range []string{it.Text, it.Title, it.SharedText} {
			if text != "" {
				return []string{text}, nil
			}
		}
		return nil, nil
	}
	for _, text := range []string{it.Snippet, it.Text} {
		for _, piece := range gaps.Split(text, -1) {
			if len(strings.Fields(piece)) >= 4 {
				words = append(words, piece)
			}
		}
	}
	for _, name := range slices.Concat([]string{me.Name}, me.FormerNames) {
		if parts := strings.Fields(name); len(parts) > 0 {
			names = append(names, parts[len(parts)-1])
		}
	}
	return words, slices.Concat(names, me.Handles, me.Aliases)
}

// RouteOf is what can be done about a page that a search found.
func RouteOf(it *footprint.Item) *removal.Route {
	if it == nil || it.Platform != WebPlatform {
		return nil
	}
	if route, ok := removal.For(it.URL); ok {
		return &route
	}
	return nil
}
