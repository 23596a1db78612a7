package tiktok

import (
	"os"
	"testing"
	"testing/fstest"

	"footprint/internal/footprint"
	"footprint/internal/ingest/ingesttest"
)

func TestConformance(t *testing.T) {
	ingesttest.Run(t, Platform(), ingesttest.Invented("2020"), ingesttest.Invented("2026"), ingesttest.Invented("text"), ingesttest.Shared("tiktok/user_data_tiktok.layout-a.json"))
}

func TestLayout2020(t *testing.T) {
	r := ingesttest.Read(t, Platform(), ingesttest.Invented("2020"))
	r.CheckCounts(t, ingesttest.Counts{footprint.KindVideo: 2, footprint.KindComment: 2, footprint.KindLike: 1, footprint.KindFollower: 1, footprint.KindMessage: 2, footprint.KindProfile: 1,
		footprint.KindConnectedApp: 1, footprint.KindPrivacySetting: 2, footprint.KindLogin: 1, footprint.KindActivity: 2})
	r.CheckKnown(t)
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
	r := ingesttest.Read(t, Platform(), ingesttest.Invented("2026"))
	r.CheckCounts(t, ingesttest.Counts{footprint.KindProfile: 1, footprint.KindFollowing: 1, footprint.KindSaved: 1, footprint.KindPost: 1, footprint.KindSearch: 1, footprint.KindInterest: 2,
		footprint.KindReview: 1, footprint.KindGroup: 1, footprint.KindMessage: 1})
	r.CheckKnown(t)
	if m := r.Of(footprint.KindMessage)[0]; !m.Own() || m.Container != "Crew" {
		t.Errorf("%+v", m)
	}
	if v := r.Of(footprint.KindReview)[0]; *v.Rating != 4 || v.Visibility != footprint.VisibilityPublic {
		t.Errorf("%+v", v)
	}
}

func TestTextFiles(t *testing.T) {
	r := ingesttest.Read(t, Platform(), ingesttest.Invented("text"))
	r.CheckCounts(t, ingesttest.Counts{footprint.KindProfile: 1, footprint.KindLike: 2, footprint.KindComment: 1, footprint.KindMessage: 2})
	r.CheckKnown(t)
	if c := r.Of(footprint.KindComment)[0]; c.Text != "first: line\nsecond line" {
		t.Errorf("%q", c.Text)
	}
	if m := r.Of(footprint.KindMessage)[0]; m.Text != "hello: you\nmore" {
		t.Errorf("%+v", m)
	}
}

// jq '[.Activity["Like List"].ItemFavoriteList[]]|length' and so on.
func TestSharedDocuments(t *testing.T) {
	for name, want := range map[string]ingesttest.Counts{
		"tiktok/user_data_tiktok.layout-a.json": {footprint.KindLike: 20, footprint.KindComment: 2, footprint.KindVideo: 1 + 2, footprint.KindFollower: 1, footprint.KindFollowing: 6, footprint.KindSearch: 13,
			footprint.KindLogin: 5, footprint.KindSaved: 4, footprint.KindReview: 1, footprint.KindActivity: 3 + 5},
		"tiktok/user_data_tiktok.sample.zip": {footprint.KindLike: 112, footprint.KindComment: 3 + 3, footprint.KindFollowing: 5, footprint.KindPost: 1, footprint.KindSaved: 4 + 1 + 4 + 59, footprint.KindLogin: 11,
			footprint.KindActivity: 300 + 1},
	} {
		t.Run(name, func(t *testing.T) {
			r := ingesttest.Read(t, Platform(), ingesttest.Shared(name))
			r.CheckCounted(t, want)
			r.CheckKnown(t)
		})
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
		for _, it := range ingesttest.Read(t, Platform(), ingesttest.FS("fuzz", fstest.MapFS{name: {Data: b}})).Items {
			if it.Origin.File != name {
				t.Fatalf("%+v", it.Origin)
			}
		}
	})
}
