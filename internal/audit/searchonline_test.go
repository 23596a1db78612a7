package audit

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"footprint/internal/crawl"
	"footprint/internal/footprint"
)

// service is a search service on the loopback address; it counts what it is asked.
func service(t *testing.T, answer func(w http.ResponseWriter, query string, n int32)) (base string, o crawl.Options, asked *atomic.Int32) {
	t.Helper()
	asked = new(atomic.Int32)
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		answer(w, r.URL.Query().Get("q"), asked.Add(1))
	}))
	t.Cleanup(s.Close)
	return s.URL, crawl.Options{Delay: time.Millisecond, Allow: []string{strings.TrimPrefix(s.URL, "http://")}}, asked
}

func provider(t *testing.T, name string) crawl.Provider {
	t.Helper()
	for _, p := range crawl.Providers() {
		if p.Name == name {
			return p
		}
	}
	t.Fatalf("no provider %s", name)
	return crawl.Provider{}
}

func TestSearchOnline(t *testing.T) {
	f := newFixture(t)
	f.profile()
	base, o, asked := service(t, func(w http.ResponseWriter, _ string, n int32) {
		switch n {
		case 1, 2:
			fmt.Fprintf(w, `{"results":[{"url":%q,"title":%q,"content":%q}],"unresponsive_engines":[]}`, clinic.url, clinic.title, clinic.snippet)
		case 3:
			fmt.Fprint(w, `{"results":[],"unresponsive_engines":[["google","CAPTCHA"]]}`)
		default:
			w.WriteHeader(http.StatusTooManyRequests)
		}
	})
	run, err := f.SearchOnline(t.Context(), crawl.New(t.Context(), o), provider(t, "searxng"), crawl.ProviderOptions{Base: base}, 3, nil)
	if err != nil || len(run.Pages) != 3 || run.Added != 1 || asked.Load() != 3 {
		t.Fatalf("%+v, %v, asked %d", run, err, asked.Load())
	}
	if p := run.Pages[2]; p.Status != "partial" || len(p.Warnings) != 1 {
		t.Errorf("an answer that lacks an engine: %+v", p)
	}
	if r := f.results("me"); len(r) != 1 || len(r[clinic.url].Seen) != 2 {
		t.Errorf("%+v", r)
	}
	run, err = f.SearchOnline(t.Context(), crawl.New(t.Context(), o), provider(t, "searxng"), crawl.ProviderOptions{Base: base}, 0, nil)
	if !errors.Is(err, crawl.ErrQuota) || len(run.Pages) != 0 || asked.Load() != 4 {
		t.Errorf("a service that asks to slow down: %v, %d pages, asked %d", err, len(run.Pages), asked.Load())
	}
	if got := Explain(err); !strings.Contains(got, "quota") {
		t.Errorf("explained as %q", got)
	}
}

func TestSearchPlan(t *testing.T) {
	f := newFixture(t)
	f.profile()
	rows, err := f.SearchPlan(t.Context(), []string{"google", "mojeek"}, "")
	if err != nil || len(rows) < 5 {
		t.Fatalf("%d rows, %v", len(rows), err)
	}
	for _, r := range rows {
		if len(r.Open) != 2 || !strings.Contains(r.Open[0].URL, "gl=nz") || !strings.Contains(r.Open[0].URL, url.QueryEscape(r.Text)) {
			t.Errorf("%+v", r)
		}
	}
	if _, err := f.SearchPlan(t.Context(), []string{"askjeeves"}, ""); !errors.Is(err, footprint.ErrNotFound) {
		t.Errorf("%v", err)
	}
}

func TestSearchesAreSwitchedOff(t *testing.T) {
	f := newFixture(t)
	f.profile()
	all, err := f.SearchPlan(t.Context(), []string{"google"}, "")
	if err != nil || len(all) < 5 {
		t.Fatalf("%d rows, %v", len(all), err)
	}
	if err := f.SwitchQuery(t.Context(), all[0].Text, false); err != nil {
		t.Fatal(err)
	}
	var texts []string
	base, o, _ := service(t, func(w http.ResponseWriter, q string, _ int32) {
		texts = append(texts, q)
		w.Header().Set("X-RateLimit-Remaining", "0, 1234")
		fmt.Fprint(w, `{"results":[]}`)
	})
	run, err := f.SearchOnline(t.Context(), crawl.New(t.Context(), o), provider(t, "searxng"), crawl.ProviderOptions{Base: base}, 0, nil)
	if err != nil || len(texts) != len(all)-1 || strings.Contains(strings.Join(texts, "\n"), all[0].Text) || run.Left != "1234" {
		t.Errorf("asked %q, left %q, %v", texts, run.Left, err)
	}
	if _, err := f.SearchSaved(t.Context(), []string{f.save("p.html", googlePage(all[1].Text, 0, clinic), day1)}, nil); err != nil {
		t.Fatal(err)
	}
	if err := f.SwitchQuery(t.Context(), all[0].Text, true); err != nil {
		t.Fatal(err)
	}
	again, err := f.SearchPlan(t.Context(), []string{"google"}, "")
	if err != nil || again[0].Off || !again[0].Open[0].Taken.IsZero() || !again[1].Open[0].Taken.Equal(day1) {
		t.Errorf("%+v, %v", again[:2], err)
	}
}
