package audit

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"footprint/internal/crawl"
	"footprint/internal/footprint"
)

func TestPagesBehindResultsAreRead(t *testing.T) {
	f := newFixture(t)
	f.profile()
	var asked atomic.Int32
	mux := http.NewServeMux()
	mux.HandleFunc("/robots.txt", func(w http.ResponseWriter, _ *http.Request) {
		_, _ = w.Write([]byte("User-agent: *\nDisallow: /closed\n"))
	})
	mux.HandleFunc("/rated", func(w http.ResponseWriter, _ *http.Request) {
		asked.Add(1)
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		_, _ = w.Write([]byte(`<title>Dr Orla Fenwick, dermatologist, Wexcombe</title><script type="application/ld+json">{"@type":"Review","author":"Visitor","reviewBody":"She never looked up.","reviewRating":{"ratingValue":1}}</script><p>Dr Orla Fenwick, Saltmarsh Clinic, Wexcombe, ate an apple in the ward.`))
	})
	mux.HandleFunc("/closed", func(http.ResponseWriter, *http.Request) { asked.Add(1) })
	mux.HandleFunc("/huge", func(w http.ResponseWriter, _ *http.Request) {
		asked.Add(1)
		_, _ = w.Write([]byte(strings.Repeat("<p>x", 4<<20)))
	})
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	o := crawl.Options{Delay: time.Millisecond, Allow: []string{strings.TrimPrefix(s.URL, "http://")}}
	mine := "Orla Fenwick, dermatologist at Saltmarsh Clinic, Wexcombe"
	page := f.save("a.html", googlePage("Orla", 0, hit{s.URL + "/rated", mine, mine}, hit{s.URL + "/closed", mine, mine}, hit{s.URL + "/lost", mine, mine}, hit{s.URL + "/huge", mine, mine},
		hit{"https://pots.example/", namesake.title, namesake.snippet}), day1)
	if _, err := f.SearchSaved(t.Context(), []string{page}, nil); err != nil {
		t.Fatal(err)
	}
	run, err := f.ReadPages(t.Context(), crawl.New(t.Context(), o), nil, nil)
	if err != nil || len(run.Pages) != 4 || asked.Load() != 2 {
		t.Fatalf("%+v, %v, asked %d", run, err, asked.Load())
	}
	for _, p := range run.Pages {
		if read := strings.HasSuffix(p.URL, "/rated") || strings.HasSuffix(p.URL, "/huge"); read != (p.Reason == "") {
			t.Errorf("%+v", p)
		}
	}
	if r, err := f.Analyze(t.Context(), nil); err != nil || r.Judged != 8 { // five results, two pages, a review
		t.Errorf("judged: %+v, %v", r, err)
	}
	for it, err := range f.Items(t.Context(), ItemFilter{Kinds: []footprint.Kind{footprint.KindReview}}) {
		if err != nil || it.Rating == nil || *it.Rating != 1 || it.Author != "Visitor" || it.AboutMe != footprint.Yes || it.ContainerKind != footprint.ContainerReviewSite {
			t.Errorf("%+v, %v", it, err)
		}
	}
	if n, err := f.CountItems(t.Context(), ItemFilter{Kinds: []footprint.Kind{footprint.KindReview}}); err != nil || n != 1 {
		t.Errorf("%d reviews, %v", n, err)
	}
}

func TestDocumentsTellWhoMadeThem(t *testing.T) {
	f := newFixture(t)
	f.realRules()
	f.profile()
	s := newSite(t, map[string]http.HandlerFunc{
		"/list.pdf": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/pdf")
			fmt.Fprint(w, "%PDF-1.4\n<< /Author (Orla Fenwick) /Creator (Writer 7) /CreationDate (D:20190203) >>")
		},
		"/minutes.pdf": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/pdf")
			fmt.Fprint(w, "%PDF-1.4\n1 0 obj << /Pages 2 0 R >> endobj\n2 0 obj << /Kids [3 0 R] >> endobj\n3 0 obj << /Type /Page /Contents 4 0 R >> endobj\n4 0 obj << >>\nstream\n"+
				"BT /F1 9 Tf (Dr Orla Fenwick of Saltmarsh Clinic, Wexcombe, brought) Tj 0 -12 Td (nothing. She misread the scan and barked at us. Steer clear.) Tj ET\nendstream endobj\ntrailer << /Root 1 0 R >>")
		},
		"/odd": func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/json")
			fmt.Fprint(w, "{}")
		},
	})
	path := f.save("p.html", googlePage("Orla Fenwick", 0, hit{s.URL + "/list.pdf", "Roster, Saltmarsh Clinic", "Dr Orla Fenwick, dermatology, Saltmarsh Clinic, Wexcombe"}, hit{s.URL + "/minutes.pdf", "Minutes", "Dr Orla Fenwick, dermatologist, Saltmarsh Clinic, Wexcombe"}, hit{s.URL + "/odd", "Orla Fenwick at Saltmarsh Clinic", "Orla Fenwick, Wexcombe"}), day1)
	if _, err := f.SearchSaved(t.Context(), []string{path}, nil); err != nil {
		t.Fatal(err)
	}
	run, err := f.ReadPages(t.Context(), crawl.New(t.Context(), crawl.Options{Delay: time.Millisecond, Allow: []string{s.host()}}), nil, nil)
	if err != nil || len(run.Pages) != 3 || run.Added != 2 {
		t.Fatalf("%+v, %v", run, err)
	}
	for _, p := range run.Pages {
		if d := p.Document; strings.HasSuffix(p.URL, "/list.pdf") && (d == nil || p.NoText == "" || d.Author != "Orla Fenwick" || d.Tool != "Writer 7" || p.Reason != "") || strings.HasSuffix(p.URL, "/odd") && p.Reason == "" {
			t.Errorf("%+v", p)
		}
	}
	// The words of a document go through the same rules as everything else.
	if _, err := f.Analyze(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	found := 0
	for row, err := range f.EachTask(t.Context(), TaskFilter{}) {
		if err != nil {
			t.Fatal(err)
		}
		if it, err := f.Item(t.Context(), row.Item); err == nil && strings.HasSuffix(it.URL, "/minutes.pdf") && it.Kind == footprint.KindWebPage {
			found++
			if it.Text != "Dr Orla Fenwick of Saltmarsh Clinic, Wexcombe, brought\nnothing. She misread the scan and barked at us. Steer clear." || it.AboutMe != footprint.Yes {
				t.Errorf("%+v", it)
			}
		}
	}
	if found == 0 {
		t.Error("no rule saw the words of the document")
	}
}
