package audit

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"footprint/internal/audit/outside"
	"footprint/internal/crawl"
	"footprint/internal/footprint"
)

// site is a real server that writes down every request it gets.
type site struct {
	*httptest.Server
	mu    sync.Mutex
	asked []asked
}

type asked struct {
	path string
	at   time.Time
}

func newSite(t *testing.T, pages map[string]http.HandlerFunc) *site {
	t.Helper()
	s := new(site)
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		s.asked = append(s.asked, asked{r.URL.Path, time.Now()})
		s.mu.Unlock()
		if page, ok := pages[r.URL.Path]; ok {
			page(w, r)
			return
		}
		http.NotFound(w, r)
	}))
	t.Cleanup(s.Close)
	return s
}

func (s *site) host() string { return strings.TrimPrefix(s.URL, "http://") }

// count is how often a path was asked for.
func (s *site) count(path string) (n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, a := range s.asked {
		if a.path == path {
			n++
		}
	}
	return n
}

// world is a small web on the loopback address: two search services, a rating site, a broker, an archive, a page
// that is deleted later, and a hostile site.
type world struct {
	searxng, brave, rating, broker, archive, forum, hostile *site
	all                                                     []*site
	options                                                 crawl.Options
	deleted                                                 bool
	full                                                    int // whole answers of the rating page, which knows an ETag
}

const gap = 20 * time.Millisecond

func page(body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, body)
	}
}

const filler = "<p>The clinic stands at the harbour and is open on weekdays. Parking is behind the house, the bus stops in front of it, and the door is wide enough for everybody. " +
	"Please bring your card and a list of what you take. Letters are answered within two weeks.</p>"

func newWorld(t *testing.T) *world {
	t.Helper()
	w := &world{options: crawl.Options{Delay: gap, CacheDir: t.TempDir()}}
	w.rating = newSite(t, map[string]http.HandlerFunc{
		"/robots.txt": func(out http.ResponseWriter, _ *http.Request) { fmt.Fprint(out, "User-agent: *\nDisallow: /private\n") },
		"/dr": func(out http.ResponseWriter, r *http.Request) {
			if r.Header.Get("If-None-Match") == `"v1"` {
				out.WriteHeader(http.StatusNotModified)
				return
			}
			w.full++
			out.Header().Set("ETag", `"v1"`)
			page(`<html><head><title>Dr Orla Fenwick, dermatologist, Wexcombe</title><script type="application/ld+json">{"@context":"https://schema.org","@type":"Physician","name":"Dr Orla Fenwick",
				"review":[{"@type":"Review","author":{"@type":"Person","name":"A. Nonymous"},"datePublished":"2024-02-03","reviewBody":"Rude and rushed, she never looked up from the screen.","reviewRating":{"@type":"Rating","ratingValue":"1","bestRating":"5"}}]}</script></head>
				<body><main><h1>Dr Orla Fenwick</h1><p>Reviews of Dr Orla Fenwick, dermatologist at Saltmarsh Clinic, Wexcombe.</p>`+filler+`</main></body></html>`)(out, r)
		},
		"/private": page("<p>not for programs</p>"),
	})
	w.broker = newSite(t, map[string]http.HandlerFunc{"/listing": page("<html><title>Orla Fenwick, Wexcombe</title><main><p>Orla Fenwick, Saltmarsh Clinic, Wexcombe. Home: 14 Rata Street. Phone 021 555 1234.</p>" + filler + "</main></html>")})
	w.forum = newSite(t, map[string]http.HandlerFunc{"/thread": func(out http.ResponseWriter, r *http.Request) {
		if w.deleted {
			out.WriteHeader(http.StatusGone)
			return
		}
		page("<html><title>Orla Fenwick at Saltmarsh Clinic in Wexcombe</title><main><p>I am Orla Fenwick of Saltmarsh Clinic, Wexcombe, and I hate Mondays.</p>"+filler+"</main></html>")(out, r)
	}})
	w.archive = newSite(t, map[string]http.HandlerFunc{"/cdx": func(out http.ResponseWriter, _ *http.Request) {
		out.Header().Set("Content-Type", "application/json")
		fmt.Fprint(out, `[["timestamp","original","statuscode"],["20190203040506","http://forum.example/thread","200"]]`)
	}})
	w.hostile = newSite(t, hostilePages(w))
	hits := func(base string) []hit {
		var list []hit
		for _, h := range [][2]string{{w.rating.URL + "/dr", "Reviews of Dr Orla Fenwick, dermatologist at Saltmarsh Clinic, Wexcombe."}, {w.rating.URL + "/private", "Dr Orla Fenwick of Saltmarsh Clinic in Wexcombe."},
			{w.broker.URL + "/listing", "Orla Fenwick of Saltmarsh Clinic in Wexcombe, phone and address."}, {w.forum.URL + "/thread", "I am Orla Fenwick of Saltmarsh Clinic, Wexcombe, and I hate Mondays."}} {
			list = append(list, hit{h[0], "Orla Fenwick, Saltmarsh Clinic", h[1]})
		}
		for path := range hostilePages(w) {
			list = append(list, hit{w.hostile.URL + path, "Orla Fenwick, Saltmarsh Clinic", "Orla Fenwick, Saltmarsh Clinic, Wexcombe"})
		}
		return append(list, hit{base + "/unknown", "Orla Fenwick", "a namesake perhaps"})
	}
	w.searxng = newSite(t, map[string]http.HandlerFunc{"/search": func(out http.ResponseWriter, r *http.Request) {
		type result struct {
			URL     string `json:"url"`
			Title   string `json:"title"`
			Content string `json:"content"`
		}
		var list []result
		for _, h := range hits(w.broker.URL) {
			list = append(list, result{h.url, h.title, h.snippet})
		}
		out.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(out).Encode(map[string]any{"results": list}) // the client may be gone
	}})
	w.brave = newSite(t, map[string]http.HandlerFunc{"/": func(out http.ResponseWriter, r *http.Request) {
		if r.Header.Get("X-Subscription-Token") != "topsecret" {
			out.WriteHeader(http.StatusUnauthorized)
			return
		}
		out.Header().Set("Content-Type", "application/json")
		fmt.Fprintf(out, `{"web":{"results":[{"url":%q,"title":"Dr Orla Fenwick","description":"Reviews of Dr Orla Fenwick, dermatologist at <strong>Saltmarsh</strong> Clinic, Wexcombe."}]}}`, w.rating.URL+"/dr")
	}})
	for _, s := range []*site{w.searxng, w.brave, w.rating, w.broker, w.archive, w.forum, w.hostile} {
		w.all = append(w.all, s)
		w.options.Allow = append(w.options.Allow, s.host())
	}
	return w
}

// hostilePages are answers made to harm: endless, looping, lying about themselves, or leading into the user's
// own network. The name of a page says what it is.
func hostilePages(w *world) map[string]http.HandlerFunc {
	to := func(address string) http.HandlerFunc {
		return func(out http.ResponseWriter, _ *http.Request) {
			out.Header().Set("Location", address)
			out.WriteHeader(http.StatusFound)
		}
	}
	return map[string]http.HandlerFunc{
		"/huge": func(out http.ResponseWriter, _ *http.Request) {
			out.Header().Set("Content-Type", "text/html")
			block := []byte(strings.Repeat("<b>", 1<<16))
			for range 200 { // 39 MB
				if _, err := out.Write(block); err != nil {
					return
				}
			}
		},
		"/loop": func(out http.ResponseWriter, r *http.Request) {
			http.Redirect(out, r, "/loop?"+r.URL.RawQuery+"x", http.StatusFound)
		},
		"/program": func(out http.ResponseWriter, _ *http.Request) {
			out.Header().Set("Content-Type", "application/octet-stream")
			fmt.Fprint(out, "MZ")
		},
		"/lies": func(out http.ResponseWriter, _ *http.Request) {
			out.Header().Set("Content-Type", "text/html; charset=no-such-charset")
			out.Header().Set("Content-Length", "10")
			fmt.Fprint(out, "\xff\xd8\xff\x00\x00\x00\x00\x00\x00\x00")
		},
		"/headers": func(out http.ResponseWriter, _ *http.Request) {
			out.Header().Set("X-Long", strings.Repeat("x", 1<<20))
			fmt.Fprint(out, "x")
		},
		"/cut": func(out http.ResponseWriter, _ *http.Request) {
			out.Header().Set("Content-Length", "1000")
			fmt.Fprint(out, "cut")
		},
		"/to-metadata": to("http://169.254.169.254/latest/meta-data/"), "/to-decimal": to("http://2130706433/"), "/to-octal": to("http://0177.0.0.1/"), "/to-hex": to("http://0x7f.1/"),
		"/to-mapped": to("http://[::ffff:127.0.0.1]/"), "/to-loopback6": to("http://[::1]/"), "/to-file": to("file:///etc/passwd"), "/to-gopher": to("gopher://127.0.0.1:70/x"),
		"/to-dots": to("http://127。0。0。1/"), "/to-dot": to("http://127.0.0.1./"), "/to-user": to("http://public.example@127.0.0.1/"), "/to-zero": to("http://0.0.0.0/"), "/to-nat64": to("http://[64:ff9b::7f00:1]/"),
		"/to-private": to("http://192.168.0.1/"), "/to-localhost": to("http://localhost/"), "/to-name": to("http://printer.local/"), "/to-script": to("javascript:alert(1)"),
	}
}

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
	ctx := t.Context()
	web := func() *crawl.Crawler { return crawl.New(ctx, w.options) }
	for _, s := range w.all {
		if len(s.asked) != 0 {
			t.Fatal("something was asked before the user said so")
		}
	}

	// Both services answer; the same page found twice is one result with two places.
	if _, err := f.SearchOnline(ctx, web(), provider(t, "brave"), crawl.ProviderOptions{Key: "wrong", Endpoint: w.brave.URL}, 1, nil); !errors.Is(err, crawl.ErrKey) {
		t.Errorf("a wrong key: %v", err)
	}
	for _, step := range []struct {
		name string
		o    crawl.ProviderOptions
	}{{"searxng", crawl.ProviderOptions{Base: w.searxng.URL}}, {"brave", crawl.ProviderOptions{Key: "topsecret", Endpoint: w.brave.URL}}} {
		if _, err := f.SearchOnline(ctx, web(), provider(t, step.name), step.o, 1, nil); err != nil {
			t.Fatal(err)
		}
	}
	r := f.results()
	if got := r[w.rating.URL+"/dr"]; len(got.Seen) != 2 || got.Verdict != "me" {
		t.Fatalf("the rating page: %+v", got)
	}

	// The pages behind the results: robots.txt holds, and nothing hostile gets anywhere.
	run, err := f.ReadPages(ctx, web(), nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	reasons := map[string]string{}
	for _, p := range run.Pages {
		reasons[strings.TrimPrefix(p.URL, w.hostile.URL)] = p.Reason
	}
	for path := range hostilePages(w) {
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

	// A second run asks again, is told that nothing changed, and keeps the pause between two requests to a host.
	if _, err := f.ReadPages(ctx, web(), []string{r[w.rating.URL+"/dr"].ID, r[w.rating.URL+"/private"].ID}, nil); err != nil {
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

	// The review is on the checklist; what was marked done is looked at again, each place for itself.
	if _, err := f.Analyze(ctx, nil); err != nil {
		t.Fatal(err)
	}
	done := map[string]string{}
	for row, err := range f.EachTask(ctx, TaskFilter{}) {
		if err != nil {
			t.Fatal(err)
		}
		it, err := f.Item(ctx, row.Item)
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
	ids := []string{done[w.rating.host()], done[w.forum.host()]}
	if err := f.SetStatus(ctx, ids, footprint.StatusDone, "", time.Time{}); err != nil {
		t.Fatal(err)
	}
	w.deleted = true
	looks, err := f.Verify(ctx, web(), ids, outside.VerifyOptions{Archives: true, Archive: w.archive.URL + "/cdx"}, nil)
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
