package page

import (
	"strings"
	"testing"
)

func TestDates(t *testing.T) {
	for text, want := range map[string]string{
		"January 5th, 2019 3:04pm":         "2019-01-05 15:04",
		"posted March 1st, 2020 at 11:20":  "2020-03-01 11:20",
		"december 24th 2016":               "2016-12-24 00:00",
		"May 3rd, 2018 12:00am":            "2018-05-03 00:00",
		"2019-01-05 15:04:00 GMT":          "2019-01-05 15:04",
		"2019-01-05T15:04:00Z, 12 notes":   "2019-01-05 15:04",
		"February 31st, 2020 and no other": "",
		"no date":                          "",
	} {
		got := dateIn(text)
		if s := got.Format("2006-01-02 15:04"); s != want && !(got.IsZero() && want == "") {
			t.Errorf("%q is %s, want %q", text, s, want)
		}
	}
}

func TestBlogOf(t *testing.T) {
	for link, want := range map[string]string{
		"https://quietward.tumblr.com/post/1": "quietward", "https://www.tumblr.com/quietward/1": "quietward", "https://www.tumblr.com/blog/view/quietward/1": "quietward",
		"https://tumblr.com/dashboard": "", "https://other.example/quietward/1": "", "::": "",
	} {
		if got := BlogOf(link); got != want {
			t.Errorf("%s is of %q, want %q", link, got, want)
		}
	}
}

func TestQuotesOfTheUserStayTheUsers(t *testing.T) {
	own, shared := Split(`<p>As they say</p><blockquote>tea first</blockquote>`)
	if own != "As they say\n\ntea first" || shared != "" {
		t.Errorf("own %q, shared %q", own, shared)
	}
	own, shared = Split(`<p><a href="https://a.tumblr.com/post/1">a</a>:</p><blockquote><p><a href="https://b.tumblr.com/post/1">b</a>:</p><blockquote>first</blockquote><p>second</p></blockquote><p>mine</p>`)
	if own != "mine" || !strings.Contains(shared, "first") || !strings.Contains(shared, "second") {
		t.Errorf("own %q, shared %q", own, shared)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("<article class=text id=p-1><header><time datetime=2019-01-05T15:04:00Z></time></header><h2>t</h2><p>w</p><footer><a href=x>#tag</a> 3 notes</footer></article>")
	f.Add("<h1>t</h1><p>w</p><p>January 5th, 2019</p><p>#a #b</p>")
	f.Fuzz(func(t *testing.T, s string) {
		if p, err := Read(strings.NewReader(s)); p == nil {
			t.Fatalf("no page: %v", err)
		}
	})
}
