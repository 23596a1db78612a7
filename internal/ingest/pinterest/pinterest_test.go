package pinterest

import (
	"bytes"
	"fmt"
	"os"
	"testing"
	"testing/fstest"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/ingesttest"
)

var pages = ingesttest.FS("pages", os.DirFS("testdata/pages"))

const sample = "pinterest/pinterest-sample.html"

func TestConformance(t *testing.T) {
	ingesttest.Run(t, Platform(), pages, ingesttest.Shared(sample))
}

func TestSections(t *testing.T) {
	r := ingesttest.Read(t, Platform(), pages)
	r.CheckCounts(t, ingesttest.Counts{footprint.KindPhoto: 1, footprint.KindSaved: 1, footprint.KindVideo: 1, footprint.KindLogin: 2, footprint.KindPost: 2, footprint.KindComment: 1, footprint.KindFollowing: 2,
		footprint.KindFollower: 1, footprint.KindPageLike: 2, footprint.KindLike: 1, footprint.KindMessage: 2, footprint.KindSearch: 1, footprint.KindProfile: 1, footprint.KindConnectedApp: 1, footprint.KindInterest: 1,
		footprint.KindContact: 1, footprint.KindBlock: 1, footprint.KindPrivacySetting: 2, footprint.KindActivity: 1})
	r.CheckKnown(t)
	if o := r.Exports[0].Owner; o.Handle() != "orlaq" || o.Emails[0] != "orla@mail.example" || o.Name != "Orla Quince" {
		t.Errorf("%+v", o)
	}
	if m := r.Of(footprint.KindMessage); m[0].Author != "bram" || !m[1].Own() || m[0].Text != "hi" || m[0].Thread != "7" {
		t.Errorf("%+v", m)
	}
	if b := r.Of(footprint.KindPost)[0]; b.URL != "https://www.pinterest.com/orlaq/ward-ideas/" || b.Visibility != footprint.VisibilityPublic {
		t.Errorf("%+v", b)
	}
}

func TestPins(t *testing.T) {
	r := ingesttest.Read(t, Platform(), pages)
	own, saved, clip := r.Of(footprint.KindPhoto)[0], r.Of(footprint.KindSaved)[0], r.Of(footprint.KindVideo)[0]
	if own.Title != "Tea: a love story" || own.Text != "first line\nsecond line\nNote to self, it rains\n\nand later: more\na cup" || own.Container != "Ward ideas" || own.Details["leads to"] != "https://tea.example/a?b=1&c=2" {
		t.Errorf("%+v", own)
	}
	if own.Media[0].URL != "https://i.pinimg.com/736x/00/11/22/00112233445566778899aabbccddeeff.jpg" || own.URL != "https://www.pinterest.com/pin/900000001/" {
		t.Errorf("%+v", own.Media)
	}
	if saved.Text != "saved & kept" || !saved.Deleted || saved.Visibility != footprint.VisibilityPrivate { // the board is secret
		t.Errorf("%+v", saved)
	}
	if clip.Visibility != footprint.VisibilityPrivate || clip.Text != "clip" {
		t.Errorf("%+v", clip)
	}
}

// grep -c 'Is a repin: True' and grep -c 'Ip Address' of the sample give 1 each.
func TestSharedSample(t *testing.T) {
	r := ingesttest.Read(t, Platform(), ingesttest.Shared(sample))
	r.CheckCounts(t, ingesttest.Counts{footprint.KindSaved: 1, footprint.KindLogin: 1})
	r.CheckKnown(t)
}

func BenchmarkPins(b *testing.B) {
	var page bytes.Buffer
	page.WriteString(`<div id="contents"><h1 id=a>Pins</h1>`)
	for i := range 20000 {
		fmt.Fprintf(&page, "<a href=\"https://www.pinterest.com/pin/%d/\">https://www.pinterest.com/pin/%d/</a>\n<br>Title: No data,\n<br>Details: some words %d,\n<br>Username: me,\n<br>Created at: 2017/02/13 15:35:01\n<br>Alive: True\n<br>Is a repin: True\n<br>Private: False<br><br>\n", 900000000+i, 900000000+i, i)
	}
	a, err := ingest.NewArchive(fstest.MapFS{"a.html": {Data: page.Bytes()}}, nil)
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(page.Len()))
	b.ReportAllocs()
	for b.Loop() {
		n := 0
		for range ingest.NewExport(Platform(), ingest.Found{Root: "."}, a).Items(b.Context()) {
			n++
		}
		if n != 20000 {
			b.Fatalf("%d items", n)
		}
	}
}

func FuzzPage(f *testing.F) {
	for _, name := range []string{"pins_0.html", "rest_1.html"} {
		b, err := os.ReadFile("testdata/pages/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b)
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		a, err := ingest.NewArchive(fstest.MapFS{"a.html": {Data: b}}, nil)
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
