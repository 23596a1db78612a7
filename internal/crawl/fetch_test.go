package crawl

import (
	"compress/gzip"
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

// site is a real server on the loopback address, which only a test may allow.
func site(t *testing.T, handler http.Handler) (base string, o Options) {
	t.Helper()
	s := httptest.NewServer(handler)
	t.Cleanup(s.Close)
	return s.URL, Options{Delay: time.Millisecond, Allow: []string{strings.TrimPrefix(s.URL, "http://")}, CacheDir: t.TempDir()}
}

func TestFetchObeysRobots(t *testing.T) {
	var asked atomic.Int32
	mux := http.NewServeMux()
	mux.HandleFunc("/robots.txt", func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write([]byte("User-agent: footprint\nDisallow: /private\nUser-agent: *\nDisallow: /\n"))
	})
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		if !strings.HasPrefix(r.UserAgent(), "Footprint/") || r.Header.Get("Cookie") != "" || r.Header.Get("Referer") != "" {
			t.Errorf("headers: %v", r.Header)
		}
		http.SetCookie(w, &http.Cookie{Name: "track", Value: "1"})
		_, _ = w.Write([]byte("<p>hello</p>"))
	})
	base, o := site(t, mux)
	c := New(t.Context(), o)
	for range 2 {
		p, err := c.Fetch(base + "/page")
		if err != nil || p.Status != 200 || string(p.Body) != "<p>hello</p>" {
			t.Fatalf("%+v, %v", p, err)
		}
	}
	if _, err := c.Fetch(base + "/private/x"); !errors.Is(err, ErrRobots) {
		t.Errorf("private: %v", err)
	}
	if asked.Load() != 2 {
		t.Errorf("%d requests", asked.Load())
	}
}

func TestFetchIsConditional(t *testing.T) {
	var full atomic.Int32
	base, o := site(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		if r.Header.Get("If-None-Match") == `"v1"` {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		full.Add(1)
		w.Header().Set("ETag", `"v1"`)
		_, _ = w.Write([]byte("body"))
	}))
	for i := range 2 { // a second run asks again, and is told that nothing changed
		p, err := New(t.Context(), o).Fetch(base + "/a")
		if err != nil || string(p.Body) != "body" || p.Status != 200 || p.FromCache != (i == 1) {
			t.Fatalf("run %d: %+v, %v", i, p, err)
		}
	}
	if full.Load() != 1 {
		t.Errorf("fetched %d times", full.Load())
	}
}

func TestHostileAnswersAreBounded(t *testing.T) {
	mux := http.NewServeMux()
	mux.HandleFunc("/robots.txt", http.NotFound)
	mux.HandleFunc("/bomb", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		w.Header().Set("Content-Type", "text/html")
		z := gzip.NewWriter(w)
		block := make([]byte, 1<<20)
		for range 64 {
			_, _ = z.Write(block)
		}
		_ = z.Close()
	})
	mux.HandleFunc("/loop", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "/loop?"+r.URL.RawQuery+"x", http.StatusFound)
	})
	mux.HandleFunc("/inside", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "http://169.254.169.254/latest/meta-data/", http.StatusFound)
	})
	mux.HandleFunc("/file", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, "file:///etc/passwd", http.StatusFound)
	})
	mux.HandleFunc("/program", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/x-msdownload")
		_, _ = w.Write([]byte("MZ"))
	})
	mux.HandleFunc("/busy", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusTooManyRequests) })
	base, o := site(t, mux)
	fetch := func(path string) (Page, error) { return New(t.Context(), o).Fetch(base + path) }

	if p, err := fetch("/bomb"); err != nil || len(p.Body) > maxPageBytes || !p.Truncated {
		t.Errorf("bomb: %d bytes, truncated %v, %v", len(p.Body), p.Truncated, err)
	}
	if _, err := fetch("/loop"); !errors.Is(err, ErrTooManyRedirects) {
		t.Errorf("loop: %v", err)
	}
	for _, path := range []string{"/inside", "/file"} {
		if _, err := fetch(path); !errors.Is(err, ErrForbiddenAddress) {
			t.Errorf("%s: %v", path, err)
		}
	}
	if p, err := fetch("/program"); err == nil {
		t.Errorf("program: %+v", p)
	}
	c := New(t.Context(), o)
	for range 2 { // after a request to slow down the host is left alone
		if _, err := c.Fetch(base + "/busy"); !errors.Is(err, ErrBusy) && !errors.Is(err, ErrRefused) {
			t.Errorf("busy: %v", err)
		}
	}
}

func TestCancelStopsAtOnce(t *testing.T) {
	asked, hang := make(chan struct{}), make(chan struct{})
	base, o := site(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/slow" {
			close(asked)
			select {
			case <-hang:
			case <-r.Context().Done():
			}
		}
	}))
	defer close(hang)
	ctx, cancel := context.WithCancel(t.Context())
	c := New(ctx, o)
	done := make(chan error, 1)
	go func() { _, err := c.Fetch(base + "/slow"); done <- err }()
	<-asked
	cancel()
	if err := <-done; !errors.Is(err, context.Canceled) { // the site itself would hang until the end of the test
		t.Errorf("cancelled fetch: %v", err)
	}
}

func TestBudgetAndManualSites(t *testing.T) {
	base, o := site(t, http.HandlerFunc(func(http.ResponseWriter, *http.Request) {}))
	o.MaxPages = 1
	c := New(t.Context(), o)
	if _, err := c.Fetch(base + "/1"); err != nil {
		t.Fatal(err)
	}
	if _, err := c.Fetch(base + "/2"); err == nil {
		t.Error("the page limit does not hold")
	}
	if _, err := c.Fetch("https://www.linkedin.com/in/somebody"); !errors.Is(err, ErrManualOnly) {
		t.Errorf("linkedin: %v", err)
	}
}

// A page that was cut, or that asks not to be listed, is known as such; what was cut is fetched whole the next time.
func TestWhatAPageSaysOfItself(t *testing.T) {
	var full atomic.Int32
	base, o := site(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.URL.Path == "/robots.txt":
			http.NotFound(w, r)
		case r.Header.Get("If-None-Match") != "":
			w.WriteHeader(http.StatusNotModified)
		case r.URL.Path == "/hidden":
			w.Header().Set("X-Robots-Tag", "NoIndex")
		default:
			full.Add(1)
			w.Header().Set("ETag", `"v1"`)
			_, _ = w.Write([]byte(strings.Repeat("long ", maxPageBytes/5+1)))
		}
	}))
	if p, err := New(t.Context(), o).Fetch(base + "/hidden"); err != nil || !p.NoIndex {
		t.Errorf("hidden: %+v, %v", p, err)
	}
	for range 2 {
		p, err := New(t.Context(), o).Fetch(base + "/long")
		if err != nil || !p.Truncated || p.NoIndex || p.FromCache || len(p.Body) != maxPageBytes {
			t.Errorf("long: %d bytes, truncated %v, from cache %v, %v", len(p.Body), p.Truncated, p.FromCache, err)
		}
	}
	if full.Load() != 2 {
		t.Errorf("fetched %d times", full.Load())
	}
}

// A site may ask for longer pauses, not for shorter ones, and not for ever.
func TestPauses(t *testing.T) {
	c := New(t.Context(), Options{Delay: 5 * time.Second})
	for asked, least := range map[time.Duration]time.Duration{0: c.delay, time.Second: c.delay, 20 * time.Second: 20 * time.Second, time.Hour * 24: maxCrawlDelay} {
		if got := c.pause(&host{robots: &robots{delay: asked}}); got < least || got > 2*least+1 {
			t.Errorf("asked for %v: a pause of %v", asked, got)
		}
	}
}

// A page that leads to another host is held to the rules of that host.
func TestRedirectsObeyRobots(t *testing.T) {
	there, allow := site(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/robots.txt" {
			t.Errorf("asked for %s", r.URL.Path)
		}
		_, _ = w.Write([]byte("User-agent: *\nDisallow: /\n"))
	}))
	base, o := site(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		http.Redirect(w, r, there+"/page", http.StatusFound)
	}))
	o.Allow = append(o.Allow, allow.Allow...)
	if _, err := New(t.Context(), o).Fetch(base + "/moved"); !errors.Is(err, ErrRobots) {
		t.Errorf("redirected: %v", err)
	}
}
