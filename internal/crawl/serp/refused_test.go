package serp

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
)

// pages that hold no results, and what they are.
var withoutResults = []struct {
	name, page string
	engine     string
	status     Status
}{
	{"google sorry", `<!-- saved from url=(0040)https://www.google.com/sorry/index?q=abc --><html><head><title>https://www.google.com/search?q=x</title></head><body><form id="captcha-form"><div class="g-recaptcha"></div></form></body></html>`, "", StatusChallenge},
	{"google sorry in German", `<html><head><title>https://www.google.de/search?q=x</title></head><body><div>Unsere Systeme haben ungewöhnlichen Datenverkehr aus Ihrem Computernetzwerk festgestellt.</div></body></html>`, "", StatusChallenge},
	{"google without scripts", `<html><head><title>x - Google Search</title></head><body><noscript><iframe src="/httpservice/retry/enablejs?sei=x"></iframe></noscript><div id="main"></div></body></html>`, "", StatusChallenge},
	{"bing turnstile", `<html><head><title>x - Search</title></head><body><ol id="b_results"><li><div class="captcha"><div class="captcha_header">One last step</div><div class="cf-turnstile"></div></div></li></ol></body></html>`, "bing", StatusChallenge},
	{"duckduckgo anomaly", `<html><head><title>x at DuckDuckGo</title></head><body><form id="img-form"><input name="q" value="x"></form><form id="challenge-form"><div class="anomaly-modal__title">Unfortunately, bots use DuckDuckGo too.</div></form></body></html>`, "", StatusChallenge},
	{"startpage proof of work", `<html><head><title>Making sure you&#39;re not a bot!</title></head><body><script id="anubis_challenge" type="application/json">{}</script><div id="anubis_challenge"></div></body></html>`, "", StatusChallenge},
	{"mojeek", `<html><head><title>Captcha</title></head><body>JavaScript is required to complete this challenge.</body></html>`, "", StatusChallenge},
	{"cloudflare", `<html><head><title>Just a moment...</title></head><body><div class="cf-turnstile"></div></body></html>`, "", StatusChallenge},
	{"google consent", `<!-- saved from url=(0045)https://consent.google.com/m?continue=https://x --><html><head><title>Before you continue to Google Search</title></head><body><form action="https://consent.google.com/save" method="POST"><h3>Before you continue</h3></form></body></html>`, "", StatusConsent},
	{"google consent in German", `<html lang="de"><head><title>Bevor Sie zu Google weitergehen</title></head><body><form action="https://consent.google.de/save" method="POST"><button>Alle ablehnen</button></form></body></html>`, "", StatusConsent},
	{"yahoo consent", `<html><head><title>Yahoo is part of the family</title></head><body><form action="https://guce.yahoo.com/consent"></form></body></html>`, "", StatusConsent},
	{"google finds nothing", `<html><head><title>x - Google Search</title></head><body><input name="q" value="x"><div id="res"><div id="topstuff"><div class="card-section"><p role="heading">Your search - <em>x</em> - did not match any documents.</p></div></div><div id="search"><div id="rso"></div></div></div></body></html>`, "google", StatusEmpty},
	{"google finds nothing in German", `<html lang="de"><head><title>x - Google Suche</title></head><body><textarea id="APjFqb" name="q">x</textarea><div id="botstuff"><div class="mnr-c"><p role="heading">Es wurden keine mit deiner Suchanfrage - <em>x</em> - übereinstimmenden Dokumente gefunden.</p></div></div></body></html>`, "google", StatusEmpty},
	{"google finds nothing in a language that is not listed", `<html lang="fi"><head><title>x - Google-haku</title></head><body><textarea id="APjFqb" name="q">x</textarea><div id="botstuff"><div class="mnr-c"><p role="heading">Haku - <em>x</em> - ei vastaa yhtään asiakirjaa.</p></div></div></body></html>`, "google", StatusEmpty},
	{"bing finds nothing", `<html><head><title>x - Bing</title></head><body><ol id="b_results"><li class="b_no"><h1>There are no results for <strong>x</strong></h1></li></ol></body></html>`, "bing", StatusEmpty},
	{"duckduckgo html finds nothing", `<html><head><title>x at DuckDuckGo</title></head><body><div id="links"><div class="result results_links web-result result--no-result"><div class="no-results">No results.</div></div></div></body></html>`, "duckduckgo", StatusEmpty},
	{"duckduckgo lite finds nothing", `<html><head><title>x at DuckDuckGo</title></head><body><form action="/lite/" method="post"><input name="q" value="x"></form><table><tr><td>No results.</td></tr></table></body></html>`, "duckduckgo", StatusEmpty},
	{"mojeek finds nothing", `<html><head><title>x - Mojeek</title></head><body><input name="q" value="x"><p>No pages found matching: x</p><ul class="results-standard"></ul></body></html>`, "mojeek", StatusEmpty},
	{"startpage finds nothing", `<html><head><title>Startpage Search Results</title></head><body><input name="query" value="x"><div class="w-gl"><p>Sorry, there are no results for your search.</p></div></body></html>`, "startpage", StatusEmpty},
	{"google pictures", `<!-- saved from url=(0043)https://www.google.com/search?q=x&tbm=isch --><html><head><title>x - Google Search</title></head><body><a href="https://pic.example/"><h3>Picture</h3></a></body></html>`, "google", StatusUnknown},
	{"not a search at all", `<html><head><title>My holiday</title></head><body><h2><a href="https://beach.example/">Beach</a></h2></body></html>`, "", StatusUnknown},
	{"google with nothing that can be read", `<html><head><title>x - Google Search</title></head><body><textarea id="APjFqb" name="q">x</textarea><div id="rso"><div class="zq1"><span>gone</span></div></div></body></html>`, "google", StatusChanged},
}

func TestPagesThatHoldNoResults(t *testing.T) {
	for _, w := range withoutResults {
		p, err := Parse(strings.NewReader(w.page))
		if err != nil {
			t.Errorf("%s: %v", w.name, err)
			continue
		}
		if p.Status != w.status || p.Reason == "" || len(p.Results) > 0 || w.engine != "" && p.Engine != w.engine {
			t.Errorf("%s: engine %q status %s (%s), %d results", w.name, p.Engine, p.Status, p.Reason, len(p.Results))
		}
	}
}

func TestResultsBehindAConsentBoxAreRead(t *testing.T) {
	page := layout(t, "testdata/layouts/google-2023-mjjyud.html", entries())
	page = bytes.Replace(page, []byte(`<body class="srp">`), []byte(`<body class="srp"><div id="CXQnmb" role="dialog"><h1>Before you continue to Google</h1><form action="https://consent.google.com.au/save"><button>Reject all</button></form></div>`), 1)
	p, err := Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	same(t, p, "google", entries())
}

// odd is a result in a layout that no row of the table knows: no heading, but a title, an address and words.
func odd(i int) string {
	return fmt.Sprintf(`<div class="q%d"><div class="w"><a href="https://odd%d.example/page"><span>A title of a page %d</span></a><div><cite>https://odd%d.example › page</cite></div><div>Some forty or more letters about what the page says, and a name.</div></div></div>`, i, i, i, i)
}

func TestNoHalfResultInSilence(t *testing.T) {
	whole := string(layout(t, "testdata/layouts/google-2021-tf2cxc.html", entries()))
	withOdd := func(n int) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(odd(i))
		}
		return strings.Replace(whole, `<div class="ULSxyf"><div class="g"><h3 class="GmE3X">`, b.String()+`<div class="ULSxyf"><div class="g"><h3 class="GmE3X">`, 1)
	}
	bing := strings.Replace(string(layout(t, "testdata/layouts/bing-2024-desktop.html", entries())), `<li class="b_ans">`, `<li class="b_algo"><div class="b_new"><a href="https://www.bing.com/ck/a?u=a1aHR0cHM6Ly9vZGQuZXhhbXBsZS8"><b>A title in no heading</b></a></div></li><li class="b_ans">`, 1)
	for _, w := range []struct {
		name, page      string
		status          Status
		results, unread int
	}{
		{"two of ten", withOdd(2), StatusPartial, 8, 2},
		{"most", withOdd(6), StatusChanged, 0, 6},
		{"all", strings.NewReplacer("h3", "b").Replace(whole), StatusChanged, 0, 8},
		{"a block that gives nothing", bing, StatusPartial, 8, 1},
		{"cut off", whole[:len(whole)*2/3], StatusPartial, 5, 0},
		{"cut off at the start", whole[:900], StatusChanged, 0, 0},
		{"single file cut off", string(savings["mhtml quoted-printable"]([]byte(whole), "https://www.google.com/search?q=x")[:6000]), StatusPartial, -1, 0},
	} {
		p, err := Parse(strings.NewReader(w.page))
		if err != nil {
			t.Errorf("%s: %v", w.name, err)
			continue
		}
		if p.Status != w.status || p.Reason == "" || w.results >= 0 && len(p.Results) != w.results || p.Unread != w.unread {
			t.Errorf("%s: %s (%s), %d results, %d unread; want %s, %d, %d", w.name, p.Status, p.Reason, len(p.Results), p.Unread, w.status, w.results, w.unread)
		}
	}
}

func TestWhatIsNotCountedIsSaid(t *testing.T) {
	p, err := Parse(bytes.NewReader(layout(t, "testdata/layouts/bing-2020-desktop.html", entries())))
	if err != nil || p.Ads != 1 || p.Others != 2 {
		t.Errorf("ads %d, others %d, %v", p.Ads, p.Others, err)
	}
}

func TestOtherFilesSayWhatTheyAre(t *testing.T) {
	for begins, say := range map[string]string{"%PDF-1.7\n<<": "PDF", "\x89PNG\r\n\x1a\n": "picture", "PK\x03\x04": "zip", "[InternetShortcut]\r\nURL=https://x": "link", "bplist00garbage": "damaged", "no markup": "not a saved web page"} {
		_, err := Parse(strings.NewReader(begins))
		if !errors.Is(err, ErrNotPage) || !strings.Contains(err.Error(), say) {
			t.Errorf("%q: %v", begins, err)
		}
	}
}

// A page made to be slow meets a limit, or is the one result that its links are; without limits the test would run for hours.
func TestHostilePagesEnd(t *testing.T) {
	many := strings.Repeat(`<h3><a href="https://e.example/x">title</a></h3>`, 12_000)
	deep := strings.Repeat(`<div>`, 400) + `<a href="https://e.example/"><h3>t</h3></a>`
	for body, want := range map[string]Status{many: StatusOK, `<div class="g">` + many + `</div>`: StatusOK, strings.Repeat(`<a href="https://e.example/y">words of a link</a><cite>e.example</cite>`, 12_000): StatusChanged, strings.Repeat(deep, 20): ""} {
		p, err := Parse(strings.NewReader("<html><title>x - Google Search</title><div id=rso>" + body + "</div></html>"))
		if p.Status != want || (err == nil) != (want != "") || len(p.Results) > maxResults {
			t.Errorf("%.60s: status %q, %d results, %v", body, p.Status, len(p.Results), err)
		}
	}
}
