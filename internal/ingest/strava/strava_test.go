package strava

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
	ingesttest.Run(t, Platform(), ingesttest.Invented("2018"), ingesttest.Invented("2021"), ingesttest.Invented("german"), ingesttest.Shared("strava/export"))
}

func check(t *testing.T, r ingesttest.Result, want ingesttest.Counts) {
	t.Helper()
	r.CheckCounts(t, want)
	r.CheckKnown(t)
	if o := r.Exports[0].Owner; o.ID == "" || o.Name == "" || len(o.Emails) != 1 {
		t.Errorf("owner %+v", o)
	}
}

func TestLayouts(t *testing.T) {
	for name, tc := range map[string]struct {
		layout string
		want   ingesttest.Counts
	}{
		"2018": {Layout2018, ingesttest.Counts{footprint.KindProfile: 1, footprint.KindPost: 1, footprint.KindPhoto: 1, footprint.KindPlace: 1, footprint.KindPrivacySetting: 1, footprint.KindLike: 1}},
		"2021": {Layout2021, ingesttest.Counts{footprint.KindProfile: 2, footprint.KindPost: 3 + 1 + 1, footprint.KindPhoto: 1 + 1, footprint.KindVideo: 1, footprint.KindPrivacySetting: 3 + 2 + 1 + 1,
			footprint.KindPlace: 1 + 1 + 1 + 1 + 1, footprint.KindConnectedApp: 2, footprint.KindContact: 2, footprint.KindUploadedContacts: 1, footprint.KindFollower: 1, footprint.KindFollowing: 1,
			footprint.KindFriendRequest: 2, footprint.KindBlock: 1, footprint.KindGroup: 2, footprint.KindEvent: 2, footprint.KindComment: 1, footprint.KindLike: 2, footprint.KindSaved: 2,
			footprint.KindLogin: 1, footprint.KindDevice: 1, footprint.KindMessage: 2, footprint.KindActivity: 1}},
		"german": {Layout2021, ingesttest.Counts{footprint.KindProfile: 1, footprint.KindPost: 3, footprint.KindPrivacySetting: 3 + 1, footprint.KindLike: 1, footprint.KindFollower: 1}},
	} {
		t.Run(name, func(t *testing.T) {
			r := ingesttest.Read(t, Platform(), ingesttest.Invented(name))
			if got := r.Exports[0].Layout; got != tc.layout {
				t.Errorf("layout %s", got)
			}
			check(t, r, tc.want)
		})
	}
}

// for f in *.csv; do python3 -c 'import csv,sys; print(sys.argv[1], len(list(csv.reader(open(sys.argv[1]))))-1)' $f; done
// The settings are the non-empty cells of visibility_settings, social_settings and partner_opt_outs, and one for no zone.
func TestSharedExport(t *testing.T) {
	check(t, ingesttest.Read(t, Platform(), ingesttest.Shared("strava/export")), ingesttest.Counts{footprint.KindProfile: 2, footprint.KindPost: 1, footprint.KindLogin: 2, footprint.KindConnectedApp: 2,
		footprint.KindPrivacySetting: 6 + 5 + 32 + 1})
}

func TestActivities(t *testing.T) {
	items := ingesttest.Read(t, Platform(), ingesttest.Invented("2021")).ByID()
	run := items["9001"]
	if run.Text != "past the ward,\nsaid \"hello\"" || run.Title != "Run to work" || run.Created.Format("2006-01-02 15:04:05") != "2022-05-29 15:53:35" || run.Visibility != footprint.VisibilityFriends ||
		run.URL != "https://www.strava.com/activities/9001" {
		t.Errorf("%+v", run)
	}
	if len(run.Media) != 2 || run.Media[0].Caption != "at the gate" || run.Media[0].Path != "media/aa.jpg" {
		t.Errorf("media %+v", run.Media)
	}
	if !run.Exif.HasPlace() || *run.Exif.Lat != 51.05 || *items["9001 end"].Exif.Lat != 51.06 {
		t.Errorf("start %+v, end %+v", run.Exif, items["9001 end"].Exif)
	}
	if n := items["9001 private note"]; n.Text != "knee hurts" || n.Visibility != footprint.VisibilityPrivate {
		t.Errorf("note %+v", n)
	}
	if _, ends := items["9002 end"]; ends || !items["9002"].Exif.HasPlace() || items["9002"].Text != "Lunch Ride" {
		t.Errorf("round trip %+v", items["9002"])
	}
	if items["9003"].Exif != nil {
		t.Errorf("broken at export: %+v", items["9003"])
	}
}

func TestTablesInAnotherLanguage(t *testing.T) {
	r := ingesttest.Read(t, Platform(), ingesttest.Invented("german"))
	items := r.ByID()
	run := items["9101"]
	if run.Title != "Lauf am Morgen" || run.Created.Format("2006-01-02 15:04:05") != "2022-05-29 15:53:35" || run.Visibility != footprint.VisibilityPrivate || len(run.Media) != 1 || run.Media[0].Caption != "am Tor" {
		t.Errorf("%+v", run)
	}
	if items["9102"].Created.Format("2006-01-02") != "2022-10-03" || items["9101 private note"].Text != "nur für mich" {
		t.Errorf("%+v", items["9102"])
	}
	if l := r.Of(footprint.KindLike)[0]; l.URL != "https://www.strava.com/activities/99" || l.Created.Year() != 2023 {
		t.Errorf("%+v", l)
	}
}

func TestZones(t *testing.T) {
	for name, want := range map[string]string{"2021": "0.40 kilometers", "2018": "200 meters", "german": "none"} {
		value := ""
		for _, s := range ingesttest.Read(t, Platform(), ingesttest.Invented(name)).Of(footprint.KindPrivacySetting) {
			if s.Setting == "privacy zone" {
				value = s.Value
			}
		}
		if value != want {
			t.Errorf("%s: %q, want %q", name, value, want)
		}
	}
	for _, p := range ingesttest.Read(t, Platform(), ingesttest.Invented("2021")).Of(footprint.KindPlace) {
		if p.Title == "privacy zone" && (!p.Exif.HasPlace() || *p.Exif.Lon != 3.5 || p.Text != "1 Kettle Lane, Ghent") {
			t.Errorf("%+v", p)
		}
	}
}

func TestBrokenTracksAreNamed(t *testing.T) {
	r := ingesttest.Read(t, Platform(), ingesttest.FS("broken", fstest.MapFS{
		"activities.csv": {Data: []byte("Activity ID,Activity Date,Activity Name,Filename\n1,,Run,activities/1.fit.gz\nx,,Run,\n")},
		"reactions.csv":  {}, "kudos.csv": {},
		"activities/1.fit.gz": {Data: []byte("no track")}}))
	s := r.Ledger()
	if len(s.Failed) != 2 || len(r.Of(footprint.KindPost)) != 1 {
		t.Errorf("failed %+v, items %v", s.Failed, r.Items)
	}
}

func FuzzTables(f *testing.F) {
	for _, name := range []string{"activities.csv", "privacy_zones.csv", "messaging.json", "posts.csv"} {
		b, err := os.ReadFile("testdata/2021/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(name, b)
	}
	f.Fuzz(func(t *testing.T, name string, b []byte) {
		if _, known := tables()[strings.TrimSuffix(name, ".csv")]; !known && name != "messaging.json" {
			return
		}
		a, err := ingest.NewArchive(fstest.MapFS{"activities.csv": {Data: []byte("Activity ID\n1\n")}, "kudos.csv": {}, "reactions.csv": {}, name: {Data: b}, "activities/1.gpx": {Data: []byte("<gpx><trkpt lat='1.5' lon='NaN'/></gpx>")}}, nil)
		if err != nil {
			return
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
