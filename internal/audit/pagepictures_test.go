package audit

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"testing"
	"time"

	"footprint/internal/audit/outside"
	"footprint/internal/crawl"
	"footprint/internal/footprint"
)

func TestAPageWithAPictureOfYoursIsRecognised(t *testing.T) {
	mine := sheet(3, 160, 120)
	a, _ := onFilm(t, map[string][]byte{"me.png": mine})
	if err := a.SetProfile(t.Context(), footprint.Person{Name: "Orla Fenwick", Role: "doctor", Specialty: "dermatology", Place: "Wexcombe", Jurisdiction: "NZ"}); err != nil {
		t.Fatal(err)
	}
	if _, err := a.LookAtPictures(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	image := func(b []byte) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "image/png")
			_, _ = w.Write(b)
		}
	}
	s := newSite(t, map[string]http.HandlerFunc{
		"/club":      page(`<html><title>Club</title><main><p>Orla Fenwick won the cup.</p>` + filler + `<img src="cup.png"><img src="/pixel.png" width="1"></main></html>`),
		"/other":     page(`<html><title>Other</title><main><p>Orla Fenwick again.</p>` + filler + `<img src="other.png"></main></html>`),
		"/cup.png":   image(mine),
		"/pixel.png": image(mine),
		"/other.png": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "text/html")
			fmt.Fprint(w, "<p>no picture</p>")
		},
	})
	path := filepath.Join(t.TempDir(), "p.html")
	if err := os.WriteFile(path, []byte(googlePage("Orla Fenwick", 0, hit{s.URL + "/club", "Orla Fenwick wins", "The cup goes to Orla Fenwick"}, hit{s.URL + "/other", "Orla Fenwick", "another"})), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := a.SearchSaved(t.Context(), []string{path}, nil); err != nil {
		t.Fatal(err)
	}
	ids, verdicts := []string{}, map[string]string{}
	look := func() {
		list, err := a.SearchResults(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		ids = ids[:0]
		for _, r := range list {
			ids, verdicts[r.URL[len(s.URL):]] = append(ids, r.ID), r.Verdict
		}
	}
	if look(); verdicts["/club"] != "unsure" {
		t.Fatalf("before: %v", verdicts)
	}
	run, err := a.ReadPages(t.Context(), crawl.New(t.Context(), crawl.Options{Delay: time.Millisecond, Allow: []string{s.host()}}), ids, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range run.Pages {
		if p.OwnPicture != (p.URL == s.URL+"/club") {
			t.Errorf("%+v", p)
		}
	}
	if look(); verdicts["/club"] != "me" || verdicts["/other"] != "unsure" || s.count("/pixel.png") != 0 {
		t.Errorf("after: %v, the pixel was asked for %d times", verdicts, s.count("/pixel.png"))
	}
	album, err := a.Album(t.Context())
	if err != nil || len(album) != 1 || len(album[0].Copies) != 2 || album[0].Copies[1].Path != s.URL+"/cup.png" || album[0].Copies[0].Platform != "film" {
		t.Errorf("the picture of the page does not stand with its like: %+v, %v", album, err)
	}
	if state, err := a.PictureState(t.Context()); err != nil || state.Waiting != 0 {
		t.Errorf("%+v, %v", state, err)
	}
}

// The first picture of the user's page under an alias is compared with the pictures of named accounts.
func TestThePageOfAnAliasIsLinkedByItsPicture(t *testing.T) {
	face := sheet(5, 400, 400)
	a, _ := onFilm(t, map[string][]byte{"profile.png": face})
	if err := a.SetProfile(t.Context(), footprint.Person{Name: "Orla Fenwick", Role: "doctor", Aliases: []string{"nightjar"}}); err != nil {
		t.Fatal(err)
	}
	s := newSite(t, map[string]http.HandlerFunc{
		"/user/nightjar": page(`<html><title>nightjar</title><meta property="og:image" content="/face.jpg"><main><p>Notes.</p>` + filler + `</main></html>`),
		"/face.jpg": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "image/jpeg")
			_, _ = w.Write(smaller(t, face))
		},
	})
	path := filepath.Join(t.TempDir(), "p.html")
	if err := os.WriteFile(path, []byte(googlePage("nightjar", 0, hit{s.URL + "/user/nightjar", "nightjar", "Notes"})), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := a.SearchSaved(t.Context(), []string{path}, nil); err != nil {
		t.Fatal(err)
	}
	list, err := a.SearchResults(t.Context())
	if err != nil || len(list) != 1 {
		t.Fatal(list, err)
	}
	if _, err := a.ReadPages(t.Context(), crawl.New(t.Context(), crawl.Options{Delay: time.Millisecond, Allow: []string{s.host()}}), []string{list[0].ID}, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := a.Analyze(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	rows, err := a.Tasks(t.Context(), TaskFilter{Rules: []string{"alias-linkage"}})
	if err != nil || len(rows) != 1 || rows[0].Platform != outside.WebPlatform {
		t.Errorf("%+v, %v", rows, err)
	}
}
