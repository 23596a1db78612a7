package audit

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"footprint/internal/crawl"
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
	w.rating = newSite(t, w.ratings())
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
	w.hostile = newSite(t, hostilePages())
	w.searxng = newSite(t, map[string]http.HandlerFunc{"/search": w.metasearch})
	w.brave = newSite(t, map[string]http.HandlerFunc{"/": w.paidSearch})
	for _, s := range []*site{w.searxng, w.brave, w.rating, w.broker, w.archive, w.forum, w.hostile} {
		w.all = append(w.all, s)
		w.options.Allow = append(w.options.Allow, s.host())
	}
	return w
}

// ratings are the pages of the rating site: one with an ETag, one that robots.txt keeps from programs.
func (w *world) ratings() map[string]http.HandlerFunc {
	return map[string]http.HandlerFunc{
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
	}
}

// metasearch is the free search service: it lists every page of this web.
func (w *world) metasearch(out http.ResponseWriter, _ *http.Request) {
	type result struct {
		URL     string `json:"url"`
		Title   string `json:"title"`
		Content string `json:"content"`
	}
	const title = "Orla Fenwick, Saltmarsh Clinic"
	list := []result{
		{w.rating.URL + "/dr", title, "Reviews of Dr Orla Fenwick, dermatologist at Saltmarsh Clinic, Wexcombe."},
		{w.rating.URL + "/private", title, "Dr Orla Fenwick of Saltmarsh Clinic in Wexcombe."},
		{w.broker.URL + "/listing", title, "Orla Fenwick of Saltmarsh Clinic in Wexcombe, phone and address."},
		{w.forum.URL + "/thread", title, "I am Orla Fenwick of Saltmarsh Clinic, Wexcombe, and I hate Mondays."},
		{w.broker.URL + "/unknown", "Orla Fenwick", "a namesake perhaps"},
	}
	for path := range hostilePages() {
		list = append(list, result{w.hostile.URL + path, title, "Orla Fenwick, Saltmarsh Clinic, Wexcombe"})
	}
	out.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(out).Encode(map[string]any{"results": list}) // the client may be gone
}

// paidSearch is the search service that asks for a key.
func (w *world) paidSearch(out http.ResponseWriter, r *http.Request) {
	if r.Header.Get("X-Subscription-Token") != "topsecret" {
		out.WriteHeader(http.StatusUnauthorized)
		return
	}
	out.Header().Set("Content-Type", "application/json")
	fmt.Fprintf(out, `{"web":{"results":[{"url":%q,"title":"Dr Orla Fenwick","description":"Reviews of Dr Orla Fenwick, dermatologist at <strong>Saltmarsh</strong> Clinic, Wexcombe."}]}}`, w.rating.URL+"/dr")
}

// web is a crawler that reaches this web and nothing else.
func (w *world) web(t *testing.T) *crawl.Crawler { return crawl.New(t.Context(), w.options) }
