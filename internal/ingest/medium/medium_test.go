package medium

import (
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/ingesttest"
)

var invented = ingesttest.Invented("2018")

func TestConformance(t *testing.T) {
	ingesttest.Run(t, Platform(), invented, ingesttest.Shared("medium/export"))
}

func TestInventedExport(t *testing.T) {
	r := ingesttest.Read(t, Platform(), invented)
	r.CheckCounts(t, ingesttest.Counts{footprint.KindPost: 3, footprint.KindComment: 1, footprint.KindProfile: 2, footprint.KindConnectedApp: 2, footprint.KindGroup: 2, footprint.KindLike: 2, footprint.KindSaved: 3,
		footprint.KindFollowing: 1, footprint.KindPageLike: 2, footprint.KindBlock: 1, footprint.KindContact: 2, footprint.KindUploadedContacts: 1, footprint.KindInterest: 1, footprint.KindLogin: 2})
	r.CheckKnown(t)
	o := r.Exports[0].Owner
	if o.Handle() != "orlaq" || o.Name != "Orla Quennell" || o.ID != "fedcba" || !slices.Equal(o.Emails, []string{"orla@example.org"}) {
		t.Errorf("owner %+v", o)
	}
}

// python3 -c 'import re,sys,glob; print({f: ("dt-published" in open(f).read(), "p-summary" in open(f).read()) for f in glob.glob("posts/*")})'
// and the list items of "Connected accounts" by their first word.
func TestSharedExport(t *testing.T) {
	r := ingesttest.Read(t, Platform(), ingesttest.Shared("medium/export"))
	r.CheckCounts(t, ingesttest.Counts{footprint.KindPost: 3, footprint.KindComment: 1, footprint.KindProfile: 1, footprint.KindConnectedApp: 2})
	r.CheckKnown(t)
}

func TestStories(t *testing.T) {
	items := ingesttest.Read(t, Platform(), invented).ByID()
	story := items["aa11bb22cc33"]
	if !strings.HasPrefix(story.Text, "Water & heat (https://example.org/k), says Tamsin") || !strings.HasSuffix(story.Text, "\nSecond.") || strings.Contains(story.Text, "On kettles") {
		t.Errorf("text %q", story.Text)
	}
	if story.Title != "On kettles" || story.Description != "why they sing" || story.Details["tags"] != "Tea, Work" || !slices.Equal(story.Tags, []string{"Tamsin"}) || story.Visibility != footprint.VisibilityPublic ||
		story.Created.Format("2006-01-02 15:04:05") != "2023-04-05 06:07:08" || story.URL != "https://medium.com/@orlaq/on-kettles-aa11bb22cc33" {
		t.Errorf("story %+v", story)
	}
	if len(story.Media) != 1 || story.Media[0].Caption != "the kettle" {
		t.Errorf("media %+v", story.Media)
	}
	for id, want := range map[string]footprint.Kind{"dd44ee55ff66": footprint.KindComment, "dd44ee55ff67": footprint.KindPost, "abcabcabc12": footprint.KindPost} {
		if got := items[id].Kind; got != want {
			t.Errorf("%s is a %s, want %s", id, got, want)
		}
	}
	if d := items["abcabcabc12"]; d.Visibility != footprint.VisibilityPrivate || d.URL != "https://medium.com/p/abcabcabc12" {
		t.Errorf("draft %+v", d)
	}
}

func TestLists(t *testing.T) {
	r := ingesttest.Read(t, Platform(), invented)
	if c := r.Of(footprint.KindLike); *c[0].Count != 3 || c[0].Created.IsZero() || c[1].Title != "Another" {
		t.Errorf("claps %+v", c)
	}
	texts := map[string]string{}
	for _, s := range r.Of(footprint.KindSaved) {
		texts[s.Title] = s.SharedText + s.Text + s.Container
	}
	if texts["highlight"] != "fine line" || texts["list"] != "In a listLater" || texts["bookmark"] != "Kept" {
		t.Errorf("saved %v", texts)
	}
	for _, l := range r.Of(footprint.KindLogin) {
		if want := map[string]string{"session": "192.0.2.4", "address": "2001:db8::7"}[l.Title]; l.Details["address"] != want || l.Created.Hour() != 18 {
			t.Errorf("log-in %+v", l)
		}
	}
	for _, g := range r.Of(footprint.KindGroup) {
		if want := map[string]string{"Tea Weekly": "editor", "Potluck": "writer"}[g.Text]; g.Role != want {
			t.Errorf("publication %+v", g)
		}
	}
	for _, c := range r.Of(footprint.KindConnectedApp) {
		if c.Text == "Twitter" && (c.Details["Twitter"] != "@orlaq" || c.Details["Twitter account ID"] != "77") {
			t.Errorf("account %+v", c)
		}
	}
}

func FuzzPages(f *testing.F) {
	const root = "testdata/2018/medium-export-0a1b/"
	names := []string{"posts/a.html", "claps/a.html", "sessions/a.html", "highlights/a.html", "profile/about.html"}
	for i, seed := range []string{"posts/2023-04-05_On-kettles-aa11bb22cc33.html", "claps/claps-0001.html", "sessions/sessions-0001.html", "highlights/highlights-0001.html", "profile/about.html"} {
		b, err := os.ReadFile(root + seed)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(uint(i), b)
	}
	profile, err := os.ReadFile(root + "profile/profile.html")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, which uint, b []byte) {
		a, err := ingest.NewArchive(fstest.MapFS{"profile/profile.html": {Data: profile}, names[which%uint(len(names))]: {Data: b}}, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range Platform().Recognize(a) {
			for it, err := range ingest.NewExport(Platform(), found, a).Items(t.Context()) {
				if err == nil && !a.Has(it.Origin.File) {
					t.Fatalf("origin %+v", it.Origin)
				}
			}
		}
	})
}
