package audit

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"footprint/internal/audit/outside"
	"footprint/internal/crawl"
	"footprint/internal/footprint"
)

// realRules opens the database with the rules that users have.
func (f *fixture) realRules() {
	f.t.Helper()
	if err := f.Close(); err != nil {
		f.t.Fatal(err)
	}
	a, err := Open(f.t.Context(), Options{Path: filepath.Join(f.dir, "test.db"), Rules: builtin(f.t), Now: func() time.Time { return f.now }})
	if err != nil {
		f.t.Fatal(err)
	}
	f.Auditor = a
}

func TestASearchFromPlanToProof(t *testing.T) {
	f, w := newFixture(t), newWorld(t)
	f.realRules()
	f.profile()
	for _, s := range w.all {
		if len(s.asked) != 0 {
			t.Fatal("something was asked before the user said so")
		}
	}
	bothServicesAnswer(t, f, w)
	nothingHostileGetsAnywhere(t, f, w)
	aSecondRunAsksPolitely(t, f, w)
	whatIsDoneIsLookedAtAgain(t, f, w)
}

// bothServicesAnswer searches twice: the same page found by both is one result with two places.
func bothServicesAnswer(t *testing.T, f *fixture, w *world) {
	t.Helper()
	if _, err := f.SearchOnline(t.Context(), w.web(t), provider(t, "brave"), crawl.ProviderOptions{Key: "wrong", Endpoint: w.brave.URL}, 1, nil); !errors.Is(err, crawl.ErrKey) {
		t.Errorf("a wrong key: %v", err)
	}
	for _, step := range []struct {
		name string
		o    crawl.ProviderOptions
	}{{"searxng", crawl.ProviderOptions{Base: w.searxng.URL}}, {"brave", crawl.ProviderOptions{Key: "topsecret", Endpoint: w.brave.URL}}} {
		if _, err := f.SearchOnline(t.Context(), w.web(t), provider(t, step.name), step.o, 1, nil); err != nil {
			t.Fatal(err)
		}
	}
	if got := f.results()[w.rating.URL+"/dr"]; len(got.Seen) != 2 || got.Verdict != "me" {
		t.Fatalf("the rating page: %+v", got)
	}
}

// nothingHostileGetsAnywhere reads the pages behind the results: robots.txt holds as well.
func nothingHostileGetsAnywhere(t *testing.T, f *fixture, w *world) {
	t.Helper()
	run, err := f.ReadPages(t.Context(), w.web(t), nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	reasons := map[string]string{}
	for _, p := range run.Pages {
		reasons[strings.TrimPrefix(p.URL, w.hostile.URL)] = p.Reason
	}
	for path := range hostilePages() {
		reason, read := reasons[path]
		switch path {
		case "/huge", "/lies": // read as far as the limit goes, or as what it is
		default:
			if !read || reason == "" {
				t.Errorf("%s was read", path)
			}
		}
		if strings.HasPrefix(path, "/to-") && !strings.Contains(reason, crawl.ErrForbiddenAddress.Error()) {
			t.Errorf("%s: %q", path, reason)
		}
	}
	if reason := reasons[w.rating.URL+"/private"]; !strings.Contains(reason, "robots.txt") || w.rating.count("/private") != 0 {
		t.Errorf("private: %q, asked %d times", reason, w.rating.count("/private"))
	}
	if w.rating.count("/robots.txt") != 1 || w.hostile.count("/loop") > 6 {
		t.Errorf("robots.txt asked %d times, the loop followed %d times", w.rating.count("/robots.txt"), w.hostile.count("/loop"))
	}
}

// aSecondRunAsksPolitely reads two pages again: it is told that nothing changed, and keeps the pause between two
// requests to a host.
func aSecondRunAsksPolitely(t *testing.T, f *fixture, w *world) {
	t.Helper()
	r := f.results()
	if _, err := f.ReadPages(t.Context(), w.web(t), []string{r[w.rating.URL+"/dr"].ID, r[w.rating.URL+"/private"].ID}, nil); err != nil {
		t.Fatal(err)
	}
	if w.rating.count("/dr") != 2 || w.full != 1 {
		t.Errorf("asked %d times, answered whole %d times", w.rating.count("/dr"), w.full)
	}
	pages := 0
	for i, a := range w.hostile.asked {
		if i > 0 && !strings.HasPrefix(a.path, "/loop") && !strings.HasPrefix(w.hostile.asked[i-1].path, "/robots") && a.at.Sub(w.hostile.asked[i-1].at) < gap {
			t.Errorf("%s came %v after %s", a.path, a.at.Sub(w.hostile.asked[i-1].at), w.hostile.asked[i-1].path)
		}
		pages++
	}
	if pages < 10 {
		t.Errorf("only %d requests", pages)
	}
}

// whatIsDoneIsLookedAtAgain finds the review on the checklist, and looks at what was marked done, each place for itself.
func whatIsDoneIsLookedAtAgain(t *testing.T, f *fixture, w *world) {
	t.Helper()
	if _, err := f.Analyze(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	done := rowsOf(t, f, w)
	ids := []string{done[w.rating.host()], done[w.forum.host()]}
	if err := f.SetStatus(t.Context(), ids, footprint.StatusDone, "", time.Time{}); err != nil {
		t.Fatal(err)
	}
	w.deleted = true
	looks, err := f.Verify(t.Context(), w.web(t), ids, outside.VerifyOptions{Archives: true, Archive: w.archive.URL + "/cdx"}, nil)
	if err != nil || len(looks) != 2 {
		t.Fatalf("%+v, %v", looks, err)
	}
	for _, v := range looks {
		gone := strings.HasPrefix(v.URL, w.forum.URL)
		if gone != (v.Page.Presence == crawl.Gone) || gone == v.Reopened || v.Search.Presence != crawl.CannotTell || v.Export.Presence != crawl.CannotTell {
			t.Errorf("%+v", v)
		}
		if gone && (len(v.Archived) != 1 || v.Page.Status != http.StatusGone || v.Copies == nil) {
			t.Errorf("copies of what is gone: %+v", v)
		}
	}
	if w.archive.count("/cdx") != 1 {
		t.Errorf("the archive was asked %d times", w.archive.count("/cdx"))
	}
}

// rowsOf are the ids of three rows of the checklist: the review, and the results on the rating site and in the forum, by host.
func rowsOf(t *testing.T, f *fixture, w *world) map[string]string {
	t.Helper()
	done := map[string]string{}
	for row, err := range f.EachTask(t.Context(), TaskFilter{}) {
		if err != nil {
			t.Fatal(err)
		}
		it, err := f.Item(t.Context(), row.Item)
		if err != nil {
			continue // findings about no single item
		}
		if it.Kind == footprint.KindReview && *it.Rating == 1 {
			done["review"] = row.ID
		}
		for _, s := range []*site{w.rating, w.forum} {
			if it.Kind == footprint.KindSearchResult && strings.HasPrefix(it.URL, s.URL) && !strings.HasSuffix(it.URL, "/private") {
				done[s.host()] = row.ID
			}
		}
	}
	if done["review"] == "" || done[w.rating.host()] == "" || done[w.forum.host()] == "" {
		t.Fatalf("the checklist lacks rows: %v", done)
	}
	return done
}

func TestARunKeepsItsLimitsAndStopsAtOnce(t *testing.T) {
	f, w := newFixture(t), newWorld(t)
	f.profile()
	if _, err := f.SearchOnline(t.Context(), crawl.New(t.Context(), w.options), provider(t, "searxng"), crawl.ProviderOptions{Base: w.searxng.URL}, 1, nil); err != nil {
		t.Fatal(err)
	}
	few := w.options
	few.MaxPages = 3
	run, err := f.ReadPages(t.Context(), crawl.New(t.Context(), few), nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	over := 0
	for _, p := range run.Pages {
		if strings.Contains(p.Reason, "limit of pages") {
			over++
		}
	}
	if over != len(run.Pages)-few.MaxPages {
		t.Errorf("%d of %d pages were refused for the limit", over, len(run.Pages))
	}

	// A page that trickles for ever ends with the run.
	ctx, cancel := context.WithCancel(t.Context())
	drip := newSite(t, map[string]http.HandlerFunc{"/drip": func(out http.ResponseWriter, r *http.Request) {
		out.Header().Set("Content-Type", "text/html")
		cancel()
		for r.Context().Err() == nil {
			fmt.Fprint(out, "drip")
			out.(http.Flusher).Flush()
			time.Sleep(time.Millisecond)
		}
	}})
	o := w.options
	o.Allow = append(o.Allow, drip.host())
	if _, err := crawl.New(ctx, o).Fetch(drip.URL + "/drip"); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled drip: %v", err)
	}
}
