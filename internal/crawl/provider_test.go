package crawl

import (
	"errors"
	"net/http"
	"os"
	"strings"
	"sync/atomic"
	"testing"

	"footprint/internal/need"
)

func provider(t *testing.T, name string) Provider {
	t.Helper()
	for _, p := range Providers() {
		if p.Name == name {
			return p
		}
	}
	t.Fatalf("no provider %s", name)
	return Provider{}
}

// Each case is the documented shape of an answer with invented values.
func TestEveryProviderIsRead(t *testing.T) {
	const link, title = "https://example.org/a", "Dr A & B"
	bodies := map[string]string{
		"brave":   `{"web":{"results":[{"url":"https://example.org/a","title":"Dr A &amp; B","description":"<strong>x</strong> y","page_age":"2025-04-12T14:22:41"}]}}`,
		"searxng": `{"results":[{"url":"https://example.org/a","title":"Dr A & B","content":"x y","publishedDate":null}],"unresponsive_engines":[["google","CAPTCHA"]]}`,
		"mojeek":  `{"response":{"status":"OK","results":[{"url":"https://example.org/a","title":"Dr A &amp; B","desc":"x y"}]}}`,
		"kagi":    `{"data":{"search":[{"url":"https://example.org/a","title":"Dr A &amp; B","snippet":"x y"}]}}`,
		"google":  `{"items":[{"link":"https://example.org/a","title":"Dr A & B","snippet":"x y"}]}`,
		"serper":  `{"organic":[{"link":"https://example.org/a","title":"Dr A & B","snippet":"x y","position":1}]}`,
		"serpapi": `{"organic_results":[{"link":"https://example.org/a","title":"Dr A & B","snippet":"x y"}]}`,
	}
	for _, p := range Providers() {
		t.Run(p.Name, func(t *testing.T) {
			base, o := site(t, http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
				w.Header().Set("Content-Type", "application/json")
				_, _ = w.Write([]byte(bodies[p.Name]))
			}))
			ans, err := New(t.Context(), o).Search(p, Query{Text: `"Dr A"`, Country: "nz"}, ProviderOptions{Key: "k", Base: base, Endpoint: base})
			if err != nil {
				t.Fatal(err)
			}
			if len(ans.Results) != 1 || ans.Results[0].URL != link || ans.Results[0].Title != title || ans.Results[0].Snippet != "x y" || ans.Results[0].Rank != 1 {
				t.Errorf("%+v", ans.Results)
			}
			if p.Name == "searxng" && len(ans.Warnings) != 1 {
				t.Errorf("engines that did not answer are not told: %v", ans.Warnings)
			}
		})
	}
}

func TestDocumentedAnswers(t *testing.T) {
	for name, file := range map[string]string{"brave": "brave-websearch.json", "searxng": "searxng-search.json"} {
		b, err := os.ReadFile(need.Sample(t, "search", file))
		if err != nil {
			t.Fatal(err)
		}
		a, err := provider(t, name).parse(b)
		if err != nil || len(a.results) == 0 {
			t.Errorf("%s: %d results, %v", name, len(a.results), err)
		}
	}
}

func TestServiceErrors(t *testing.T) {
	for name, tc := range map[string]struct {
		status int
		body   string
		want   error
		asks   int32
	}{
		"bad key":           {401, "", ErrKey, 1},
		"bad key of Brave":  {422, `{"error":{"code":"SUBSCRIPTION_TOKEN_INVALID"}}`, ErrKey, 1},
		"quota":             {429, "", ErrQuota, 1},
		"outage, two tries": {502, "", ErrFailed, 2},
		"not JSON":          {200, "oops", ErrFailed, 1},
	} {
		t.Run(name, func(t *testing.T) {
			var asked atomic.Int32
			base, o := site(t, http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
				asked.Add(1)
				w.Header().Set("Content-Type", "application/json")
				w.WriteHeader(tc.status)
				_, _ = w.Write([]byte(tc.body))
			}))
			_, err := New(t.Context(), o).Search(provider(t, "brave"), Query{Text: "x"}, ProviderOptions{Key: "secret-key", Endpoint: base})
			if !errors.Is(err, tc.want) || strings.Contains(err.Error(), "secret-key") {
				t.Errorf("%v, want %v", err, tc.want)
			}
			if asked.Load() != tc.asks {
				t.Errorf("asked %d times, want %d", asked.Load(), tc.asks)
			}
		})
	}
}
