package audit

import (
	"errors"
	"fmt"
	"html"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"footprint/internal/audit/outside"
	"footprint/internal/footprint"
)

// hit is one result on an invented page in the layout of a real engine.
type hit struct{ url, title, snippet string }

func googlePage(query string, start int, hits ...hit) string {
	var b strings.Builder
	address := "https://www.google.com/search?q=" + url.QueryEscape(query)
	if start > 0 {
		address += fmt.Sprintf("&start=%d", start)
	}
	fmt.Fprintf(&b, "<!DOCTYPE html>\n<!-- saved from url=(%04d)%s -->\n<html><head><meta charset=utf-8><title>%s - Google Search</title></head><body><textarea name=q>%s</textarea><div id=rso>",
		len(address), html.EscapeString(address), html.EscapeString(query), html.EscapeString(query))
	for _, h := range hits {
		fmt.Fprintf(&b, `<div class="MjjYud"><div class="tF2Cxc"><div><a href="%s"><h3>%s</h3><cite>%s</cite></a></div><div class="VwiC3b">%s</div></div></div>`,
			html.EscapeString(h.url), html.EscapeString(h.title), html.EscapeString(h.url), html.EscapeString(h.snippet))
	}
	if len(hits) == 0 {
		b.WriteString("<p>Your search did not match any documents.</p>")
	}
	return b.String() + "</div></body></html>"
}

// save writes a page as a browser would have at a time.
func (f *fixture) save(name, page string, at time.Time) string {
	f.t.Helper()
	path := filepath.Join(f.dir, name)
	if err := os.WriteFile(path, []byte(page), 0o600); err != nil {
		f.t.Fatal(err)
	}
	if err := os.Chtimes(path, at, at); err != nil {
		f.t.Fatal(err)
	}
	return path
}

func (f *fixture) profile() {
	f.t.Helper()
	if err := f.SetProfile(f.t.Context(), footprint.Person{Name: "Orla Fenwick", Role: "doctor", Specialty: "dermatology", Employer: "Saltmarsh Clinic", Place: "Wexcombe", Jurisdiction: "NZ", Handles: []string{"orlafen"}}); err != nil {
		f.t.Fatal(err)
	}
}

var (
	clinic   = hit{"https://saltmarsh.example/team/orla-fenwick", "Dr Orla Fenwick - Saltmarsh Clinic", "Orla Fenwick is a dermatologist at Saltmarsh Clinic in Wexcombe."}
	namesake = hit{"https://pots.example/orla", "Orla Fenwick Pottery", "Orla Fenwick, potter in Cork, Ireland, opens her studio."}
	unclear  = hit{"https://runs.example/2019", "Half marathon results", "Orla Fenwick 1:58:02"}
	rated    = hit{"https://www.ratemds.com/doctor-ratings/dr-orla-fenwick", "Dr Orla Fenwick, dermatologist, Wexcombe", "Reviews of Dr Orla Fenwick, dermatology, Wexcombe."}
)

func (f *fixture) results(verdicts ...string) map[string]outside.SearchResult {
	f.t.Helper()
	list, err := f.SearchResults(f.t.Context(), verdicts...)
	if err != nil {
		f.t.Fatal(err)
	}
	byURL := map[string]outside.SearchResult{}
	for _, r := range list {
		byURL[r.URL] = r
	}
	return byURL
}

func TestSavedSearchKeepsHistory(t *testing.T) {
	f := newFixture(t)
	f.profile()
	june, july := day1, day1.AddDate(0, 1, 0)
	first := f.save("june.html", googlePage("Orla Fenwick", 0, namesake, clinic, unclear), june)
	second := f.save("july.html", googlePage("Orla Fenwick", 0, clinic, rated), july)
	page2 := f.save("june2.html", googlePage("Orla Fenwick", 10, hit{"https://late.example/x", "Orla Fenwick", "x"}), june)
	for _, path := range []string{first, page2, second} {
		if _, err := f.SearchSaved(t.Context(), []string{path}, nil); err != nil {
			t.Fatal(err)
		}
	}
	r := f.results()
	c := r[clinic.url]
	if c.Verdict != "me" || c.Gone || !c.First.Equal(june) || !c.Last.Equal(july) || len(c.Seen) != 1 || c.Seen[0].FirstRank != 2 || c.Seen[0].Rank != 1 {
		t.Errorf("clinic: %+v", c)
	}
	if n := r[namesake.url]; n.Verdict != "not-me" || !n.Gone || n.Answered {
		t.Errorf("namesake: %+v", n)
	}
	if n := r["https://late.example/x"]; n.Gone || n.Seen[0].Rank != 11 {
		t.Errorf("a page not asked for again is not gone: %+v", n)
	}
	if x := r[rated.url]; x.Removal == nil || x.Removal.Site != "RateMDs" || x.Gone {
		t.Errorf("rating: %+v", x)
	}
	again, err := f.SearchSaved(t.Context(), []string{second}, nil)
	if err != nil || again.Added+again.Updated != 0 || !again.Pages[0].Known {
		t.Errorf("the same page again: %+v, %v", again, err)
	}
}

func TestAnswersAreRememberedAndTeach(t *testing.T) {
	f := newFixture(t)
	f.profile()
	path := f.save("a.html", googlePage("Orla Fenwick", 0, clinic, unclear), day1)
	if _, err := f.SearchSaved(t.Context(), []string{path}, nil); err != nil {
		t.Fatal(err)
	}
	id := f.results()[unclear.url].ID
	ids, err := f.ResolveResults(t.Context(), id[:6])
	if err != nil || ids[0] != id {
		t.Fatalf("%v, %v", ids, err)
	}
	for _, verdict := range []string{"me", "not-me", "unsure", "me"} {
		if err := f.AnswerResults(t.Context(), ids, verdict); err != nil {
			t.Fatal(err)
		}
		got := f.results()[unclear.url]
		it, err := f.Item(t.Context(), id)
		if err != nil {
			t.Fatal(err)
		}
		want := map[string]footprint.Tri{"me": footprint.Yes, "not-me": footprint.No, "unsure": footprint.Unknown}[verdict]
		if got.Verdict != verdict || !got.Answered || it.AboutMe != want || (it.Marked == "not me") != (verdict == "not-me") {
			t.Errorf("%s: %+v, about me %v, marked %q", verdict, got, it.AboutMe, it.Marked)
		}
	}
	if err := f.AnswerResults(t.Context(), ids, "perhaps"); err == nil {
		t.Error("an unknown answer is taken")
	}
	// The next search of the same page knows the answer, after the results were removed as well.
	sources, err := f.Sources(t.Context())
	if err != nil || len(sources) != 1 || sources[0].Platform != outside.WebPlatform {
		t.Fatalf("%+v, %v", sources, err)
	}
	if err := f.RemoveSource(t.Context(), sources[0].ID); err != nil {
		t.Fatal(err)
	}
	if _, err := f.SearchSaved(t.Context(), []string{f.save("b.html", googlePage("\"Orla Fenwick\"", 0, unclear), day1.AddDate(0, 1, 0))}, nil); err != nil {
		t.Fatal(err)
	}
	if r := f.results()[unclear.url]; r.Verdict != "me" || !r.Answered {
		t.Errorf("%+v", r)
	}
}

func TestImportTakesSavedSearches(t *testing.T) {
	f := newFixture(t)
	f.profile()
	export := f.export("orlafen", "an apple a day")
	f.save("orlafen/search.html", googlePage("Orla Fenwick", 0, clinic), day1)
	page := f.save("b.html", googlePage("Orla Fenwick Wexcombe", 0, rated), day1)
	captcha := f.save("c.html", `<html><head><title>x</title></head><body><form id="captcha-form"></form><a href="https://www.google.com/search">g</a></body></html>`, day1)
	r, err := f.Import(t.Context(), []string{export, page, captcha}, nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Sources) != 2 || r.Added != 3 {
		t.Errorf("%d sources, %d added, want 2 and 3", len(r.Sources), r.Added)
	}
	if len(r.Unrecognised) != 1 || r.Unrecognised[0].Path != captcha || !strings.Contains(r.Unrecognised[0].Reason, "robot") {
		t.Errorf("what was not read: %+v", r.Unrecognised)
	}
	if len(f.results()) != 2 {
		t.Errorf("%d results", len(f.results()))
	}
	dir := f.write("only", map[string]string{"s.html": googlePage("Orla Fenwick NZ", 0, unclear)})
	if r, err = f.Import(t.Context(), []string{dir}, nil); err != nil || r.Added != 1 {
		t.Errorf("a folder of saved pages: %+v, %v", r, err)
	}
}

func TestPagesWithoutResultsAreTold(t *testing.T) {
	f := newFixture(t)
	f.profile()
	run, err := f.SearchSaved(t.Context(), []string{f.write("pages", map[string]string{
		"empty.html": googlePage("nobody at all", 0), "other.html": "<html><body>a letter</body></html>", "binary.html": "\x00\x01", "frame_files.txt": "x"})}, nil)
	if err != nil {
		t.Fatal(err)
	}
	status := map[string]string{}
	for _, p := range run.Pages {
		status[filepath.Base(p.Path)] = p.Status
		if p.Reason == "" {
			t.Errorf("%s: no reason", p.Path)
		}
	}
	if len(status) != 3 || status["empty.html"] != "empty" || status["other.html"] != "unknown" || status["binary.html"] != "unknown" {
		t.Errorf("%v", status)
	}
	if _, err := f.SearchSaved(t.Context(), []string{filepath.Join(f.dir, "absent.html")}, nil); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("%v", err)
	}
}

func TestNamesakesAreGroupedAndAnswersTeach(t *testing.T) {
	f := newFixture(t)
	f.profile()
	potter2 := hit{"https://fair.example/stalls", "Craft fair: Orla Fenwick, potter", "Stoneware from Cork, Ireland."}
	choir := []hit{{"https://a-choir.example/1", "Orla Fenwick", "Alto of the Merrow Choristers"}, {"https://b-choir.example/1", "Orla Fenwick", "Choristers of Merrow on tour"}, {"https://c-choir.example/1", "Orla Fenwick", "With the Choristers in spring"}}
	page := f.save("page.html", googlePage("Orla Fenwick", 0, append(choir, clinic, namesake, potter2)...), day1)
	if _, err := f.SearchSaved(t.Context(), []string{page}, nil); err != nil {
		t.Fatal(err)
	}
	r := f.results()
	if n := r[namesake.url]; len(n.Same) != 1 || n.Same[0] != r[potter2.url].ID || !strings.Contains(n.Namesake, "potter") {
		t.Errorf("%+v", n)
	}
	if n := r[clinic.url]; n.Namesake != "" {
		t.Errorf("the user is no namesake: %+v", n)
	}
	if err := f.AnswerResults(t.Context(), []string{r[choir[0].url].ID, r[choir[1].url].ID}, "me"); err != nil {
		t.Fatal(err)
	}
	if got := f.results()[choir[2].url]; !strings.Contains(strings.Join(got.Why, " "), "words of pages that you called yours") || got.Verdict == "me" {
		t.Errorf("%+v", got)
	}
	if err := f.AnswerResults(t.Context(), []string{r[choir[0].url].ID}, ""); err != nil {
		t.Fatal(err)
	}
	if got := f.results(); got[choir[0].url].Answered || strings.Contains(strings.Join(got[choir[2].url].Why, " "), "words of pages") {
		t.Errorf("an answer that was taken back still teaches: %+v", got[choir[2].url])
	}
}
