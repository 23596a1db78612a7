package serp

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func shared(t testing.TB, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(filepath.Join("..", "..", "..", "..", "shared", "fixtures", "search", name))
	if err != nil {
		t.Skip("the samples beside the checkout are not there")
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
	p, err := Parse(bytes.NewReader(shared(t, "brave-2022-11-archived.html")))
	if err != nil {
		t.Fatal(err)
	}
	if p.Engine != "brave" || len(p.Results) < 8 {
		t.Errorf("%s: %d results", p.Engine, len(p.Results))
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
	f.Fuzz(func(t *testing.T, b []byte) {
		p, err := Parse(bytes.NewReader(b))
		if err == nil && (p.Status == StatusOK) != (len(p.Results) > 0) {
			t.Errorf("status %s with %d results", p.Status, len(p.Results))
		}
	})
}
