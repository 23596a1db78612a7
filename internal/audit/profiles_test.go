package audit

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"footprint/internal/crawl"
	"footprint/internal/footprint"
)

func TestProfilesBecomeResultsNobodyIsSureOf(t *testing.T) {
	f := newFixture(t)
	if err := f.SetProfile(t.Context(), footprint.Person{Name: "Orla Fenwick", Role: "doctor", Handles: []string{"@orlafen", "orlafen"}, Aliases: []string{"saltyfen"}}); err != nil {
		t.Fatal(err)
	}
	var asked atomic.Int32
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		asked.Add(1)
		if r.URL.Path != "/u/orlafen" {
			http.NotFound(w, r)
			return
		}
		_, _ = w.Write([]byte("member since 2011"))
	}))
	t.Cleanup(s.Close)
	o := crawl.Options{Delay: time.Millisecond, Allow: []string{strings.TrimPrefix(s.URL, "http://")}}
	sites := []crawl.Site{{Name: "Pond", Profile: s.URL + "/u/<h>", Check: s.URL + "/u/<h>", Found: 200, FoundWords: "member since", Missing: 404}}
	run, err := f.CheckProfiles(t.Context(), crawl.New(t.Context(), o), sites, nil)
	if err != nil || len(run.Checks) != 2 || run.Added != 1 || asked.Load() != 3 { // two handles and a control
		t.Fatalf("%+v, %v, asked %d", run, err, asked.Load())
	}
	r := f.results()[s.URL+"/u/orlafen"]
	if r.Verdict != "unsure" || r.Seen[0].Engine != "Pond" {
		t.Errorf("%+v", r)
	}
	if run, err = f.CheckProfiles(t.Context(), crawl.New(t.Context(), o), sites, nil); err != nil || len(run.Checks) != 2 || asked.Load() != 3 {
		t.Errorf("asked again within the month: %+v, %v, asked %d", run, err, asked.Load())
	}
	f.now = f.now.AddDate(0, 2, 0)
	if _, err = f.CheckProfiles(t.Context(), crawl.New(t.Context(), o), sites, nil); err != nil || asked.Load() != 6 {
		t.Errorf("after two months: %v, asked %d", err, asked.Load())
	}
}
