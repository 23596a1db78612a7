// Package outside goes to see what others find about the user: it plans and takes in searches, decides whom a result is
// about, reads the pages behind results, asks for profiles and breaches, and looks again at what should be gone.
//
// It refuses to open a connection by itself: each run works with the crawler that its caller made after the user said
// so. What nobody can tell is never called clear.
package outside

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"time"

	"footprint/internal/audit/core"
	"footprint/internal/crawl/identity"
	"footprint/internal/crawl/removal"
	"footprint/internal/crawl/serp"
	"footprint/internal/footprint"
	"footprint/internal/store"
)

// Agent goes to see what others find: it plans and runs searches, reads the pages behind their results, and looks
// again at what should be gone. It asks nobody but with a crawler that the caller made for that run.
type Agent struct{ *core.Core }

// NewAgent makes one for an open database.
func NewAgent(c *core.Core) *Agent { return &Agent{c} }

// WebPlatform is the Platform of everything found by searching.
const WebPlatform = "web"

// SearchResult is one page that a search found, with where it stood then and stands now.
type SearchResult struct {
	ID      string `json:"id"`
	Title   string `json:"title"`
	Snippet string `json:"snippet"`
	URL     string `json:"url"`
	// Verdict says whether it is about the user: me, not-me or unsure. Answered is true when the user said so.
	Verdict  string   `json:"verdict"`
	Answered bool     `json:"answered"`
	Why      []string `json:"why"`
	// First and Last are when a search showed it; Gone is true when every search that showed it was repeated
	// and did not show it again.
	First time.Time `json:"first_seen"`
	Last  time.Time `json:"last_seen"`
	Gone  bool      `json:"gone"`
	// Namesake names the person that a result about somebody else seems to speak of, by trade, place and words;
	// Same are the other results (ids) about that person.
	Namesake string   `json:"namesake,omitempty"`
	Same     []string `json:"same,omitempty"`
	// Seen has one row for each engine and query, the newest first.
	Seen []Standing `json:"seen"`
	// Removal is what can be done about a page there.
	Removal *removal.Route `json:"removal,omitempty"`
	// Copies says where archived copies can be looked for by hand.
	Copies *removal.Copies `json:"copies,omitempty"`
}

// Standing is the history of a result on one engine for one query.
type Standing struct {
	Engine    string    `json:"engine"`
	Query     string    `json:"query"`
	First     time.Time `json:"first_seen"`
	Last      time.Time `json:"last_seen"`
	FirstRank int       `json:"first_rank"`
	Rank      int       `json:"rank"` // when last seen
	// Asked is when the page on which it last stood was read last. Gone: it was not there any more.
	Asked time.Time `json:"asked"`
	Gone  bool      `json:"gone"`
}

// SearchResults lists what searches found, the user's own first, then by rank. Verdicts empty means all.
func (a *Agent) SearchResults(ctx context.Context, verdicts ...string) ([]SearchResult, error) {
	standings, err := a.standings(ctx)
	if err != nil {
		return nil, err
	}
	answers, err := a.DB.Answers(ctx)
	if err != nil {
		return nil, err
	}
	all := []SearchResult{}
	for it, err := range a.DB.Items(ctx, store.ItemFilter{Kinds: []footprint.Kind{footprint.KindSearchResult}, Platforms: []string{WebPlatform}}) {
		if err != nil {
			return nil, err
		}
		r := resultOf(&it, standings[it.ID])
		_, r.Answered = answers[serp.Key(it.URL)]
		all = append(all, r)
	}
	if err := a.nameNamesakes(ctx, all); err != nil {
		return nil, err
	}
	results := slices.DeleteFunc(all, func(r SearchResult) bool { return len(verdicts) > 0 && !slices.Contains(verdicts, r.Verdict) })
	slices.SortStableFunc(results, func(x, y SearchResult) int {
		return cmp.Or(cmp.Compare(order(x.Verdict), order(y.Verdict)), cmp.Compare(bestRank(x), bestRank(y)), strings.Compare(x.ID, y.ID))
	})
	return results, nil
}

func resultOf(it *footprint.Item, seen []Standing) SearchResult {
	r := SearchResult{ID: it.ID, Title: it.Title, Snippet: it.Snippet, URL: it.URL, Verdict: it.Details["verdict"], Seen: seen, Why: []string{},
		First: it.FoundOn, Last: it.FoundOn, Gone: len(seen) > 0}
	if why := it.Details["why"]; why != "" {
		r.Why = strings.Split(why, ", ")
	}
	for _, s := range seen {
		if s.First.Before(r.First) {
			r.First = s.First
		}
		if s.Last.After(r.Last) {
			r.Last = s.Last
		}
		r.Gone = r.Gone && s.Gone
	}
	if route, ok := removal.For(it.URL); ok {
		r.Removal = &route
	}
	if copies, ok := removal.CopiesOf(it.URL); ok {
		r.Copies = &copies
	}
	return r
}

func order(verdict string) int {
	return slices.Index([]string{string(identity.Me), string(identity.Unsure), string(identity.NotMe)}, verdict)
}

func bestRank(r SearchResult) int {
	best := 1 << 20
	for _, s := range r.Seen {
		best = min(best, s.Rank)
	}
	return best
}

// standings gathers the history of every result by item.
func (a *Agent) standings(ctx context.Context) (map[string][]Standing, error) {
	searches, err := a.DB.Searches(ctx)
	if err != nil {
		return nil, err
	}
	type place struct {
		engine, query string
		page          int
	}
	asked := map[place]time.Time{}
	for _, s := range searches {
		if s.Status == string(serp.StatusOK) || s.Status == string(serp.StatusEmpty) {
			asked[place{s.Engine, s.Query, s.Page}] = s.At // oldest first: the newest stays
		}
	}
	sightings, err := a.DB.Sightings(ctx)
	if err != nil {
		return nil, err
	}
	all := map[string][]Standing{}
	for _, g := range sightings {
		list := all[g.Item]
		i := slices.IndexFunc(list, func(s Standing) bool { return s.Engine == g.Engine && s.Query == g.Query })
		if i < 0 {
			i = len(list)
			list = append(list, Standing{Engine: g.Engine, Query: g.Query, First: g.At, FirstRank: g.Rank})
		}
		s := &list[i]
		s.Last, s.Rank, s.Asked = g.At, g.Rank, asked[place{g.Engine, g.Query, g.Page}]
		s.Gone = s.Asked.After(s.Last)
		all[g.Item] = list
	}
	for _, list := range all {
		slices.SortStableFunc(list, func(x, y Standing) int { return y.Last.Compare(x.Last) })
	}
	return all, nil
}

// ResolveResults turns the first letters of search results' ids into whole ids.
func (a *Agent) ResolveResults(ctx context.Context, prefixes ...string) ([]string, error) {
	var ids []string
	for _, prefix := range prefixes {
		found, err := a.DB.ItemIDs(ctx, footprint.KindSearchResult, strings.ToLower(strings.TrimSpace(prefix)), 3)
		switch {
		case err != nil:
			return nil, err
		case prefix == "" || len(found) == 0:
			return nil, fmt.Errorf("search result %q: %w", prefix, footprint.ErrNotFound)
		case len(found) > 1:
			return nil, fmt.Errorf("search result %q is %w, as %s", prefix, footprint.ErrAmbiguous, strings.Join(found, ", "))
		}
		ids = append(ids, found[0])
	}
	return ids, nil
}

// AnswerResults records the user's answer to "is it me?" for search results: me, not-me or unsure, or "" to
// take an answer back. The ids are whole; see ResolveResults. Answers count for these pages from now on and teach the judgement of others.
func (a *Agent) AnswerResults(ctx context.Context, ids []string, verdict string) error {
	if verdict != "" && order(verdict) < 0 {
		return fmt.Errorf("answer %q: want me, not-me or unsure", verdict)
	}
	var pages []string
	for it, err := range a.ItemsByID(ctx, ids) {
		if err != nil {
			return err
		}
		pages = append(pages, serp.Key(it.URL))
	}
	if err := a.DB.SetAnswers(ctx, pages, verdict, a.Now()); err != nil {
		return fmt.Errorf("store answers: %w", err)
	}
	defer a.Changed()
	return a.decideAgain(ctx)
}
