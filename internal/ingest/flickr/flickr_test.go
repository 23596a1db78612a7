package flickr

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/ingesttest"
)

func TestConformance(t *testing.T) {
	ingesttest.Run(t, Platform(), ingesttest.Invented("one"), ingesttest.Invented("parts"))
}

func TestCounts(t *testing.T) {
	for name, want := range map[string]ingesttest.Counts{
		"one": {footprint.KindPhoto: 2, footprint.KindVideo: 1, footprint.KindComment: 2 + 1 + 1 + 1 + 1, footprint.KindPost: 1 + 1, footprint.KindSaved: 1, footprint.KindGroup: 1, footprint.KindFollowing: 3,
			footprint.KindFollower: 1, footprint.KindLike: 2, footprint.KindReview: 2, footprint.KindMessage: 2, footprint.KindProfile: 1, footprint.KindPrivacySetting: 2},
		"parts": {footprint.KindPhoto: 1, footprint.KindVideo: 1, footprint.KindComment: 2, footprint.KindPost: 1, footprint.KindProfile: 1, footprint.KindPrivacySetting: 2},
	} {
		t.Run(name, func(t *testing.T) {
			r := ingesttest.Read(t, Platform(), ingesttest.Invented(name))
			r.CheckCounts(t, want)
			if s := r.Ledger(); len(s.Unknown)+len(s.Failed) > 0 || s.Media != 2 {
				t.Errorf("unknown %v, failed %v, %d media", s.Unknown, s.Failed, s.Media)
			}
		})
	}
}

func TestPhoto(t *testing.T) {
	for _, layout := range []string{"one", "parts"} {
		r := ingesttest.Read(t, Platform(), ingesttest.Invented(layout))
		p := r.Of(footprint.KindPhoto)[0]
		if p.Text != "first line second link (https://a.example)\n\n#ward" || p.Visibility != footprint.VisibilityFriends || p.Created.Day() != 3 || p.Exif.Taken.Day() != 1 || p.Tags[0] != "Bram Tallow" {
			t.Errorf("%s: %+v", layout, p)
		}
		if *p.Exif.Lat != 52.843 || *p.Exif.Lon != -8.986 || p.Exif.Make != "Acme" || p.Exif.Serial != "S1" {
			t.Errorf("%s: %+v", layout, p.Exif)
		}
		if len(p.Media) != 1 || !strings.HasSuffix(p.Media[0].Path, "the-ward-at-night_2000000001_o.jpg") {
			t.Errorf("%s: %+v", layout, p.Media)
		}
		if v := r.Of(footprint.KindVideo)[0]; *v.Exif.Lat != 52.5 || v.Visibility != footprint.VisibilityPrivate {
			t.Errorf("%s: %+v", layout, v)
		}
		var c []footprint.Item
		for _, it := range r.Of(footprint.KindComment) {
			if strings.HasSuffix(it.Origin.File, "photo_2000000001.json") {
				c = append(c, it)
			}
		}
		if c[0].Author != "80000002@N00" || c[0].Text != "Is that bed 3?" || !strings.HasSuffix(c[0].URL, "#comment70000001-1-1") || !c[1].Own() {
			t.Errorf("%s: %+v", layout, c)
		}
		if o := r.Exports[0].Owner; o.Handle() != "orla.q" || o.Name != "Orla Quince" || o.Emails[0] != "orla@mail.example" {
			t.Errorf("%s: %+v", layout, o)
		}
	}
}

func TestErrorPageIsNoPicture(t *testing.T) {
	r := ingesttest.Read(t, Platform(), ingesttest.Invented("one"))
	s := r.Ledger()
	if len(s.Skipped) != 1 || s.Skipped[0].File != "2000000002_bb_o.jpg" {
		t.Errorf("%+v", s.Skipped)
	}
}

func TestOwnerWithoutProfile(t *testing.T) {
	content, err := os.ReadFile("testdata/one/photo_2000000002.json")
	if err != nil {
		t.Fatal(err)
	}
	r := ingesttest.Read(t, Platform(), ingesttest.FS("part 2", fstest.MapFS{"photo_2000000002.json": {Data: content}}))
	if r.Exports[0].Owner.Handle() != "orlaq" {
		t.Errorf("%+v", r.Exports[0].Owner)
	}
}

func TestMail(t *testing.T) {
	m := ingesttest.Read(t, Platform(), ingesttest.Invented("one")).Of(footprint.KindMessage)
	if m[0].Author != "80000002@N00" || m[0].Direction != footprint.DirectionIncoming || m[0].Deleted || !m[1].Own() || !m[1].Deleted || m[1].Target != "edda" {
		t.Errorf("%+v", m)
	}
}

func FuzzFiles(f *testing.F) {
	for _, name := range []string{"photo_2000000001.json", "account_profile.json", "contacts_part001.json", "group_discussions.json", "sent_flickrmail_part001.json"} {
		b, err := os.ReadFile("testdata/one/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(name, b)
	}
	f.Fuzz(func(t *testing.T, name string, b []byte) {
		if !photoFile.MatchString(name) && !partFile.MatchString(name) {
			return
		}
		a, err := ingest.NewArchive(fstest.MapFS{name: {Data: b}}, nil)
		if err != nil {
			return // no name of a file
		}
		for it, err := range ingest.NewExport(Platform(), ingest.Found{Root: "."}, a).Items(t.Context()) {
			if err == nil && it.Origin.File != name {
				t.Fatalf("%+v", it.Origin)
			}
		}
	})
}
