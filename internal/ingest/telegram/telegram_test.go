package telegram

import (
	"os"
	"path"
	"testing"
	"testing/fstest"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/ingesttest"
)

func TestConformance(t *testing.T) {
	ingesttest.Run(t, Platform(), ingesttest.Invented("2022"), ingesttest.Invented("2019"), ingesttest.Invented("pages"), ingesttest.Shared("telegram/json_export"), ingesttest.Shared("telegram/voice_export"),
		ingesttest.Shared("telegram/basic_export"), ingesttest.Shared("telegram/tdesktop_media"), ingesttest.Shared("telegram/minimal-json/test_single_export.json"))
}

func TestWholeExport(t *testing.T) {
	r := ingesttest.Read(t, Platform(), ingesttest.Invented("2022"))
	x := r.Exports[0]
	if x.Layout != Layout2022 || x.Owner.Handle() != "orlaq" || x.Owner.ID != "77" || len(x.Owner.Phones) != 1 {
		t.Errorf("layout %s, owner %+v", x.Layout, x.Owner)
	}
	want := ingesttest.Counts{footprint.KindProfile: 1, footprint.KindContact: 1, footprint.KindLogin: 1, footprint.KindConnectedApp: 1, footprint.KindMessage: 2,
		footprint.KindPost: 2, footprint.KindActivity: 1, footprint.KindGroup: 1, footprint.KindSaved: 1}
	r.CheckCounts(t, want)
	m := r.Of(footprint.KindMessage)
	if m[0].Author != footprint.AuthorSelf || m[0].Text != "Hello Bram, see this" || m[0].Created.Format("2006-01-02T15:04:05") != "2024-02-13T09:15:00" || m[0].Details["links"] != "https://example.org/a" {
		t.Errorf("%+v", m[0])
	}
	if m[1].Author != "Bram Oakes" || len(m[1].Media) != 1 || path.Base(m[1].Media[0].Path) != "photo_1@13-02-2024_09-16-00.jpg" {
		t.Errorf("%+v", m[1])
	}
	p := r.Of(footprint.KindPost)
	if p[0].Visibility != footprint.VisibilityPublic || p[1].Text != "" || p[1].SharedText != "High water at six" || p[1].Media[0].Path != "" {
		t.Errorf("%+v", p)
	}
}

func TestSingleOldChat(t *testing.T) {
	r := ingesttest.Read(t, Platform(), ingesttest.Invented("2019"))
	m := r.Of(footprint.KindMessage)
	if r.Exports[0].Layout != Layout2019 || len(m) != 2 || !m[0].Own() || m[1].Own() || m[0].Created.Year() != 2019 {
		t.Errorf("%s %+v", r.Exports[0].Layout, m)
	}
}

func TestPages(t *testing.T) {
	r := ingesttest.Read(t, Platform(), ingesttest.Invented("pages"))
	m := r.Of(footprint.KindMessage)
	if len(m) != 3 || len(r.Of(footprint.KindActivity)) != 1 {
		t.Fatalf("%v", r.Counts())
	}
	if !m[0].Own() || m[0].Text != "Morning\nall & sundry" || m[0].Container != "Ferry crew" || !m[1].Own() || m[1].Media[0].Path != "chats/chat_01/files/notes.pdf" {
		t.Errorf("%+v", m)
	}
	if m[2].Author != "Bram" || m[2].SharedText != "Passed on" || m[2].Text != "" || m[2].Created.Day() != 14 {
		t.Errorf("%+v", m[2])
	}
	r.CheckKnown(t)
}

// jq '[.chats.list[].messages[]|select(.type=="message")]|length' result.json; for pages:
// grep -c 'class="message default' FILE
func TestSharedCounts(t *testing.T) {
	for name, want := range map[string]int{"telegram/minimal-json/test_single_export.json": 2, "telegram/minimal-json/test_batch_export.json": 2, "telegram/voice_export": 1} {
		r := ingesttest.Read(t, Platform(), ingesttest.Shared(name))
		if got := r.Counts()[footprint.KindMessage]; got != want {
			t.Errorf("%s: %d messages, want %d (%v)", name, got, want, r.Counts())
		}
		r.CheckKnown(t)
	}
}

func FuzzExport(f *testing.F) {
	b, err := os.ReadFile("testdata/2022/DataExport_2024-09-01/result.json")
	if err != nil {
		f.Fatal(err)
	}
	f.Add("result.json", b)
	page, err := os.ReadFile("testdata/pages/chats/chat_01/messages.html")
	if err != nil {
		f.Fatal(err)
	}
	f.Add("messages.html", page)
	f.Fuzz(func(t *testing.T, name string, b []byte) {
		if name != "result.json" && name != "messages.html" {
			return
		}
		a, err := ingest.NewArchive(fstest.MapFS{name: {Data: b}}, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range Platform().Recognize(a) {
			for it, err := range ingest.NewExport(Platform(), found, a).Items(t.Context()) {
				if err == nil && (it.Origin.File != name || it.Exif.HasPlace() && (*it.Exif.Lat > 90 || *it.Exif.Lat < -90)) {
					t.Fatalf("%+v", it.Origin)
				}
			}
		}
	})
}
