package quora

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/ingesttest"
)

var invented = ingesttest.Invented("export")

func TestConformance(t *testing.T) { ingesttest.Run(t, Platform(), invented) }

func TestSections(t *testing.T) {
	r := ingesttest.Read(t, Platform(), invented)
	r.CheckCounts(t, ingesttest.Counts{footprint.KindPost: 2 + 1 + 2 + 1, footprint.KindComment: 1, footprint.KindMessage: 2, footprint.KindProfile: 2, footprint.KindGroup: 1, footprint.KindActivity: 1})
	if s := r.Ledger(); len(s.Unknown)+len(s.Failed) > 0 || s.Media != 2 {
		t.Errorf("%+v", s)
	}
	p := r.Of(footprint.KindPost)
	if p[0].Title != "Is tea good?" || p[0].Text != "Yes, very much.\nnested\n\nheading\n\nMore & more." || p[0].URL != "https://www.quora.com/Is-tea-good/answer/O" || p[0].Created.Year() != 2019 || p[0].Media[0].Path != "images/cup.jpg" {
		t.Errorf("%+v", p[0])
	}
	if p[1].Text != "They do." || p[1].Account != "anonymous" || p[2].Text != "How do I sleep by day?" || p[3].Container != "Night work" || p[3].Title != "Lamps" {
		t.Errorf("%+v", p[1:4])
	}
	if d := p[5]; d.Status != "draft" || d.Visibility != footprint.VisibilityPrivate {
		t.Errorf("%+v", d)
	}
	if c := r.Of(footprint.KindComment)[0]; c.Text != "I agree" || c.ReplyTo != "An answer of another" {
		t.Errorf("%+v", c)
	}
	if m := r.Of(footprint.KindMessage); m[0].Target != "Bram Tallow" || m[1].Target != "Edda" || m[1].Status != "draft" {
		t.Errorf("%+v", m)
	}
}

func TestOverlongValueKeepsTheOthers(t *testing.T) {
	page := "<div><h1>Answers</h1><h2>Answer</h2><div><strong>Question:</strong> q</div><div><strong>Content:</strong> <span>" + strings.Repeat("<i>"+strings.Repeat("x", 100<<10)+"</i>", 60) +
		"</span></div><p></p><h2>Answer</h2><div><strong>Content:</strong> <span>second</span></div><p></p></div>"
	r := ingesttest.Read(t, Platform(), ingesttest.FS("long", fstest.MapFS{"index.html": {Data: []byte(page)}}))
	if p := r.Of(footprint.KindPost); len(p) != 2 || p[1].Text != "second" || len(r.Errors) != 1 {
		t.Errorf("%d posts, %v", len(p), r.Errors)
	}
}

func FuzzPage(f *testing.F) {
	b, err := os.ReadFile("testdata/export/index.html")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(b)
	f.Fuzz(func(t *testing.T, b []byte) {
		a, err := ingest.NewArchive(fstest.MapFS{"index.html": {Data: b}}, nil)
		if err != nil {
			t.Fatal(err)
		}
		for it, err := range ingest.NewExport(Platform(), ingest.Found{Root: "."}, a).Items(t.Context()) {
			if err == nil && it.Kind == "" {
				t.Fatalf("%+v", it.Origin)
			}
		}
	})
}
