package serp

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"footprint/internal/need"

	"github.com/PuerkitoBio/goquery"
)

func shared(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(need.Sample(t, "search", name))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestLabelledPages(t *testing.T) {
	var want struct {
		Pages []struct {
			File, Engine, Query, Status string
			Results                     []struct {
				Rank                      int
				URL, Host, Title, Snippet string
				DateText                  string `json:"date_text"`
			}
		}
	}
	if err := json.Unmarshal(shared(t, "persona-a.expected.json"), &want); err != nil {
		t.Fatal(err)
	}
	for _, w := range want.Pages {
		t.Run(w.File, func(t *testing.T) {
			p, err := Parse(bytes.NewReader(shared(t, w.File)))
			if err != nil {
				t.Fatal(err)
			}
			if p.Engine != w.Engine && !strings.HasPrefix(w.Engine, p.Engine) || p.Query != w.Query || string(p.Status) != w.Status {
				t.Errorf("engine %q query %q status %q, want %q %q %q", p.Engine, p.Query, p.Status, w.Engine, w.Query, w.Status)
			}
			if len(p.Results) != len(w.Results) {
				t.Errorf("%d results, want %d", len(p.Results), len(w.Results))
				for _, r := range p.Results {
					t.Logf("%d %s %s", r.Rank, r.URL, r.Title)
				}
				return
			}
			for i, r := range w.Results {
				g := p.Results[i]
				if r.URL != "" && g.URL != r.URL || r.Host != "" && !strings.Contains(g.URL, r.Host) || g.Title != r.Title || g.Rank != r.Rank {
					t.Errorf("result %d: %s %q, want %s%s %q", i, g.URL, g.Title, r.URL, r.Host, r.Title)
				}
				if g.Snippet != r.Snippet || g.DateText != r.DateText {
					t.Errorf("result %d: snippet %q date %q, want %q %q", i, g.Snippet, g.DateText, r.Snippet, r.DateText)
				}
			}
		})
	}
}

func TestPagesWithoutResultsSayWhy(t *testing.T) {
	for file, want := range map[string]Status{"google-captcha.html": StatusChallenge, "google-no-results.html": StatusEmpty} {
		p, err := Parse(bytes.NewReader(shared(t, file)))
		if err != nil {
			t.Fatal(err)
		}
		if p.Status != want || p.Reason == "" || len(p.Results) > 0 {
			t.Errorf("%s: %s %q, %d results", file, p.Status, p.Reason, len(p.Results))
		}
	}
}

func TestArchivedPage(t *testing.T) {
	var want struct {
		Results []struct{ URL, Title, Snippet string }
	}
	if err := json.Unmarshal(shared(t, "brave-2022-11-archived.approved.json"), &want); err != nil {
		t.Fatal(err)
	}
	p, err := Parse(bytes.NewReader(shared(t, "brave-2022-11-archived.html")))
	if err != nil {
		t.Fatal(err)
	}
	if p.Engine != "brave" || p.Status != StatusOK || len(p.Results) != len(want.Results) {
		t.Fatalf("%s %s (%s): %d results, want %d", p.Engine, p.Status, p.Reason, len(p.Results), len(want.Results))
	}
	for i, w := range want.Results {
		if g := p.Results[i]; g.URL != w.URL || g.Title != plain(w.Title) || !strings.HasSuffix(plain(w.Snippet), g.Snippet) || g.Snippet == "" {
			t.Errorf("result %d: %s %q %q, want %s %q %q", i+1, g.URL, g.Title, g.Snippet, w.URL, plain(w.Title), plain(w.Snippet))
		}
	}
}

func TestDecode(t *testing.T) {
	for link, want := range map[string]string{
		"https://www.bing.com/ck/a?!&&p=1&u=a1aHR0cHM6Ly9leGFtcGxlLmNvbS9i&ntb=1":                                 "https://example.com/b",
		"https://www.bing.com/ck/a?!&&p=1&u=a1aHR0cHM6Ly9leGFtcGxlLm9yZy9kci1zbWl0aD9hPTEmYj0y":                   "https://example.org/dr-smith?a=1&b=2",
		"https://www.google.com/url?q=https%3A%2F%2Fexample.org%2Fa%3Fb%3D1&sa=U":                                 "https://example.org/a?b=1",
		"https://www.google.co.nz/url?sa=t&url=https%3A%2F%2Fexample.org":                                         "https://example.org",
		"https://www.google.com/goto?url=CAESabc":                                                                 "",
		"https://duckduckgo.com/l/?uddg=https%3A%2F%2Fexample.org%2Fx&rut=1":                                      "https://example.org/x",
		"https://r.search.yahoo.com/_ylt=A/RV=2/RU=https%3a%2f%2fexample.org%2fy/RK=2/RS=z-":                      "https://example.org/y",
		"https://l.facebook.com/l.php?u=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%253A%252F%252Fexample.org": "https://example.org",
		"javascript:alert(1)":          "",
		"file:///etc/passwd":           "",
		"https://example.org/url?q=hi": "https://example.org/url?q=hi",
	} {
		if got, _ := Decode(link, nil); got != want {
			t.Errorf("%s\n got %q\nwant %q", link, got, want)
		}
	}
}

func TestKeyFoldsTheSamePage(t *testing.T) {
	for _, pair := range [][2]string{
		{"https://www.example.org/a/?utm_source=x&b=2&a=1#top", "http://example.org/a?a=1&b=2"},
		{"https://mobile.twitter.com/me/status/1", "https://x.com/me/status/1"},
		{"https://old.reddit.com/r/a", "https://www.reddit.com/r/a/"},
	} {
		if Key(pair[0]) != Key(pair[1]) {
			t.Errorf("%q and %q differ", Key(pair[0]), Key(pair[1]))
		}
	}
	if Key("https://example.org/a?id=1") == Key("https://example.org/a?id=2") {
		t.Error("different pages share a key")
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte("<html><title>x - Google Search</title><div id=rso><div class=g><a href=/url?q=https://e.org><h3>t</h3></a></div></div>"))
	f.Add([]byte("From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n<p>\r\n--b--"))
	f.Add(webArchiveOf([]byte("<html><title>x - Mojeek</title><ul class=results-standard><li><h2><a href=https://e.org>t</a></h2></ul></html>"), "https://www.mojeek.com/search?q=x"))
	f.Add([]byte(`<body id="viewsource"><pre>&lt;ol id=b_results&gt;&lt;li class=b_algo&gt;&lt;h2&gt;&lt;a href=https://e.org&gt;t`))
	f.Add([]byte(`<title>Startpage</title><script>React.createElement(UIStartpage.AppSerpWeb, {"render":{"presenter":{"regions":{"mainline":[{"display_type":"web-google","results":[{"clickUrl":"https://e.org","title":"t"}]}]}}}})`))
	f.Fuzz(func(t *testing.T, b []byte) {
		p, err := Parse(bytes.NewReader(b))
		if err != nil {
			return
		}
		if read := p.Status == StatusOK || p.Status == StatusPartial; read != (len(p.Results) > 0) || (p.Status == StatusOK) != (p.Reason == "") {
			t.Errorf("status %s (%q) with %d results", p.Status, p.Reason, len(p.Results))
		}
		for i, r := range p.Results {
			if r.Rank != i+1 || r.Title == "" || r.URL == "" && r.OpaqueURL == "" {
				t.Errorf("result %d: %+v", i, r)
			}
		}
	})
}

func TestSelectorsAreValid(t *testing.T) {
	page, err := goquery.NewDocumentFromReader(strings.NewReader("<p>x"))
	if err != nil {
		t.Fatal(err)
	}
	all := page.Find("*").Length()
	for _, e := range engines {
		for _, selector := range append(strings.Split(e.text, ", "), e.marks, e.query, e.root, e.links, e.cards, e.skip, e.ads, e.titles, e.shown, e.drop, e.date, e.empty, general, pageMarks, challengeParts, consentParts) {
			// a selector that cannot be compiled finds nothing, not even what stands beside it
			if selector != "" && page.Find(selector+", *").Length() != all {
				t.Errorf("%s: %q", e.name, selector)
			}
		}
	}
}
