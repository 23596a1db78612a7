package view

import (
	"strings"
	"testing"
	"time"

	"footprint/internal/audit"
	"footprint/internal/audit/outside"
	"footprint/internal/crawl"
)

func TestPlanLeadsToTheNextSearch(t *testing.T) {
	row := func(text string, off bool, taken time.Time) outside.PlanRow {
		return outside.PlanRow{PlannedQuery: crawl.PlannedQuery{Text: text, Who: "patient", Why: "the name and where you are"}, Off: off,
			Open: []outside.EngineLink{{Engine: "google", URL: "https://e.example/" + text, Taken: taken}}}
	}
	when := time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
	p := NewPlan([]outside.PlanRow{row("a", false, when), row("b", true, time.Time{}), row("c", false, time.Time{})}, words(t, "en"))
	if p.On != 2 || p.Taken != 1 || p.Next != 2 || p.Share() != 0.5 || p.Rows[2].Link != "https://e.example/c" || p.Rows[1].On {
		t.Errorf("%+v", p)
	}
	if !strings.Contains(p.Rows[0].Meta, "A patient: the name and where you are") || !strings.Contains(p.Rows[0].Meta, "1 Mar 2026") {
		t.Errorf("%q", p.Rows[0].Meta)
	}
	if p := NewPlan(nil, words(t, "en")); p.Next != -1 || p.Share() != 0 {
		t.Errorf("%+v", p)
	}
}

func result(id, verdict string, gone bool) outside.SearchResult {
	return outside.SearchResult{ID: id, Title: id, URL: "https://www." + id + ".example/x", Verdict: verdict, Gone: gone,
		Seen: []outside.Standing{{Engine: "duckduckgo", Query: "q", Rank: 3, FirstRank: 5, Gone: gone}}}
}

func TestResultsAreAnsweredOneAfterAnother(t *testing.T) {
	l := NewResults([]outside.SearchResult{result("a", "unsure", false), result("b", "me", false), result("c", "unsure", false), result("d", "not-me", true)})
	if l.Scope() != ResultsToAnswer || l.Len() != 2 || l.Count(ResultsGone) != 1 || l.Count(ResultsOthers) != 0 || l.Total() != 4 {
		t.Fatalf("%+v", l)
	}
	back := l.Answer("me")
	if l.Len() != 1 || l.Now().ID != "c" || l.Count(ResultsMine) != 2 {
		t.Errorf("after an answer: %+v", l)
	}
	back()
	if l.Len() != 2 || l.Now().ID != "a" || l.Now().Answered {
		t.Errorf("taken back: %+v", l)
	}
	l.Answer("unsure")
	if l.Len() != 1 || l.Count(ResultsToAnswer) != 1 {
		t.Error("an answer of not sure is an answer")
	}
	l.SetScope(ResultsAll)
	l.SetCursor(99)
	again := NewResults([]outside.SearchResult{result("d", "not-me", true), result("a", "me", false)})
	again.Keep(l)
	if again.Scope() != ResultsAll || again.Now().ID != "d" {
		t.Errorf("the cursor is lost: %+v", again)
	}
	empty := NewResults(nil)
	if empty.Now() != nil || empty.Scope() != ResultsAll {
		t.Errorf("%+v", empty)
	}
}

func TestResultWords(t *testing.T) {
	w := words(t, "en")
	up, gone := result("a", "me", false), result("b", "me", true)
	if got := NewResultRow(&up, w).Meta; got != "a.example  ·  DuckDuckGo 3, up from 5" {
		t.Errorf("%q", got)
	}
	if got := NewResultRow(&gone, w).Meta; !strings.Contains(got, "gone from DuckDuckGo") {
		t.Errorf("%q", got)
	}
	up.Why = []string{"your name", "another profession: potter"}
	d := NewResultDetail(&up, words(t, "de"))
	if d.Why[0] != "Ihr Name" || d.Why[1] != "ein anderer Beruf: potter" || d.Link == "" {
		t.Errorf("%+v", d)
	}
	up.URL = "javascript:alert(1)"
	if NewResultDetail(&up, w).Link != "" {
		t.Error("only web pages are links")
	}
}

func TestRunWords(t *testing.T) {
	w := words(t, "en")
	run := outside.SearchRun{Added: 3, Left: "99", Pages: []outside.SearchPage{{Status: "ok", Engine: "google"}, {Status: "challenge", Path: "/a/b.html", Reason: "x"}, {Status: "partial", Engine: "searxng", Reason: "x", Warnings: []string{"bing: down"}}}}
	if got := RunWords(run, w); got != "2 pages read, 3 new results. 1 page has no results; the reason is shown. The service says that 99 searches are left." {
		t.Errorf("%q", got)
	}
	said := PageProblems(run, w)
	if len(said) != 2 || said[0].Label != "b.html" || !strings.Contains(said[0].Value, "robot") || said[1].Label != "SearXNG" || !strings.Contains(said[1].Value, "bing: down") {
		t.Errorf("%+v", said)
	}
}

func TestCheckWords(t *testing.T) {
	w := words(t, "en")
	sum := ProfileWords(outside.ProfileRun{Checks: []crawl.ProfileCheck{{Site: "Pond", URL: "u", State: crawl.ProfileExists}, {State: crawl.ProfileBlocked}, {State: crawl.ProfileMissing}}}, w)
	if len(sum) != 2 || sum[1].Value != "Profiles: 1. No profile: 1. Cannot tell: 1. Only in a browser: 0." {
		t.Errorf("%+v", sum)
	}
	v := outside.Verification{Title: "x", Page: outside.SecondLook{Place: "page", Presence: crawl.Gone}, Search: outside.SecondLook{Place: "search", Presence: crawl.CannotTell}, Export: outside.SecondLook{Place: "export", Presence: crawl.Still}, Reopened: true}
	text := VerifyWords([]outside.Verification{v}, w)[0].Value
	for _, want := range []string{"page: gone", "search: cannot tell", "next export: still there", "open again"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q lacks %q", text, want)
		}
	}
	if got := BreachWords(outside.BreachRun{Addresses: []outside.AddressBreaches{{Address: "a...@b.example"}}}, false, w); len(got) != 1 || strings.Contains(got[0].Value, "theft") {
		t.Errorf("what was not asked is not answered: %+v", got)
	}
}

func TestLetterRows(t *testing.T) {
	at := time.Date(2026, 3, 1, 0, 0, 0, 0, time.UTC)
	rows := NewLetterRows([]audit.LetterRequest{{Title: "a", Recipient: "Pond", Sent: at, Due: at, Late: true, Next: "n"}, {Title: "b", Sent: at, Due: at, Outcome: "refused", Answered: at}}, words(t, "en"))
	if !rows[0].Late || rows[0].Next != "n" || !strings.Contains(rows[0].Meta, "no answer by 1 Mar 2026") || rows[1].Open || !strings.Contains(rows[1].Meta, "Refused, 1 Mar 2026") {
		t.Errorf("%+v", rows)
	}
}
