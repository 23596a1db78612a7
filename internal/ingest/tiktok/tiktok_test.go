package tiktok

import (
	"os"
	"testing"
	"testing/fstest"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/ingesttest"
)

func invented(layout string) ingesttest.Fixture {
	return ingesttest.FS(layout, os.DirFS("testdata/"+layout))
}

func TestConformance(t *testing.T) {
	ingesttest.Run(t, Platform(), invented("2020"), invented("2026"), invented("text"), ingesttest.Shared("tiktok/user_data_tiktok.layout-a.json"))
}

func counts(t *testing.T, r ingesttest.Result, want map[footprint.Kind]int) {
	t.Helper()
	got := r.Counts()
	for k := range want {
		if got[k] != want[k] {
			t.Errorf("%s: %d, want %d", k, got[k], want[k])
		}
	}
	for k, n := range got {
		if _, named := want[k]; !named {
			t.Errorf("%d unexpected items of kind %s", n, k)
		}
	}
	if s := r.Ledger(); len(s.Unknown)+len(s.Failed) > 0 {
		t.Errorf("unknown %v, failed %v", s.Unknown, s.Failed)
	}
}

func TestLayout2020(t *testing.T) {
	r := ingesttest.Read(t, Platform(), invented("2020"))
	counts(t, r, map[footprint.Kind]int{footprint.KindVideo: 2, footprint.KindComment: 2, footprint.KindLike: 1, footprint.KindFollower: 1, footprint.KindMessage: 2, footprint.KindProfile: 1,
		footprint.KindConnectedApp: 1, footprint.KindPrivacySetting: 2, footprint.KindLogin: 1, footprint.KindActivity: 2})
	v := r.Of(footprint.KindVideo)
	if v[0].Text != "night shift #tired" || v[0].Visibility != footprint.VisibilityFriends || *v[0].Reactions != 59 || !v[1].Deleted || v[1].DeletedOn.IsZero() {
		t.Errorf("%+v", v)
	}
	if l := r.Of(footprint.KindLike)[0]; l.URL != "https://www.tiktok.com/@/video/7442045703922142486" || l.Details["uploaded"] != "2024-11-27" {
		t.Errorf("%+v", l)
	}
	if x := r.Exports[0]; x.Layout != Layout2020 || x.Owner.Handle() != "orlaq" || len(x.Owner.Phones) != 0 {
		t.Errorf("%s %+v", x.Layout, x.Owner)
	}
	for _, m := range r.Of(footprint.KindMessage) { // the profile stands behind them
		if m.Container != "bram" || m.Own() != (m.Text == "hi") {
			t.Errorf("%+v", m)
		}
	}
}

func TestLayout2026(t *testing.T) {
	r := ingesttest.Read(t, Platform(), invented("2026"))
	counts(t, r, map[footprint.Kind]int{footprint.KindProfile: 1, footprint.KindFollowing: 1, footprint.KindSaved: 1, footprint.KindPost: 1, footprint.KindSearch: 1, footprint.KindInterest: 2,
		footprint.KindReview: 1, footprint.KindGroup: 1, footprint.KindMessage: 1})
	if m := r.Of(footprint.KindMessage)[0]; !m.Own() || m.Container != "Crew" {
		t.Errorf("%+v", m)
	}
	if v := r.Of(footprint.KindReview)[0]; *v.Rating != 4 || v.Visibility != footprint.VisibilityPublic {
		t.Errorf("%+v", v)
	}
}

func TestTextFiles(t *testing.T) {
	r := ingesttest.Read(t, Platform(), invented("text"))
	counts(t, r, map[footprint.Kind]int{footprint.KindProfile: 1, footprint.KindLike: 2, footprint.KindComment: 1, footprint.KindMessage: 2})
	if c := r.Of(footprint.KindComment)[0]; c.Text != "first: line\nsecond line" {
		t.Errorf("%q", c.Text)
	}
	if m := r.Of(footprint.KindMessage)[0]; m.Text != "hello: you\nmore" {
		t.Errorf("%+v", m)
	}
}

// jq '[.Activity["Like List"].ItemFavoriteList[]]|length' and so on.
func TestSharedDocuments(t *testing.T) {
	for name, want := range map[string]map[footprint.Kind]int{
		"tiktok/user_data_tiktok.layout-a.json": {footprint.KindLike: 20, footprint.KindComment: 2, footprint.KindVideo: 1 + 2, footprint.KindFollower: 1, footprint.KindFollowing: 6, footprint.KindSearch: 13,
			footprint.KindLogin: 5, footprint.KindSaved: 4, footprint.KindReview: 1, footprint.KindActivity: 3 + 5},
		"tiktok/user_data_tiktok.sample.zip": {footprint.KindLike: 112, footprint.KindComment: 3 + 3, footprint.KindFollowing: 5, footprint.KindPost: 1, footprint.KindSaved: 4 + 1 + 4 + 59, footprint.KindLogin: 11,
			footprint.KindActivity: 300 + 1},
	} {
		r := ingesttest.Read(t, Platform(), ingesttest.Shared(name))
		for k, n := range want {
			if r.Counts()[k] != n {
				t.Errorf("%s: %s: %d, want %d", name, k, r.Counts()[k], n)
			}
		}
		if s := r.Ledger(); len(s.Unknown)+len(s.Failed) > 0 {
			t.Errorf("%s: %+v", name, s)
		}
	}
}

func FuzzDocument(f *testing.F) {
	b, err := os.ReadFile("testdata/2020/user_data_tiktok.json")
	if err != nil {
		f.Fatal(err)
	}
	f.Add("user_data_tiktok.json", b)
	f.Add("Activity/Like List.txt", []byte("Date: 2024-01-02 03:04:05 UTC\nLink: x\n\n"))
	f.Fuzz(func(t *testing.T, name string, b []byte) {
		if name != "user_data_tiktok.json" && name != "Activity/Like List.txt" {
			return
		}
		a, err := ingest.NewArchive(fstest.MapFS{name: {Data: b}}, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range Platform().Recognize(a) {
			for it, err := range ingest.NewExport(Platform(), found, a).Items(t.Context()) {
				if err == nil && it.Origin.File != name {
					t.Fatalf("%+v", it.Origin)
				}
			}
		}
	})
}
