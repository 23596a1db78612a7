package linkedin

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/ingesttest"
)

func TestConformance(t *testing.T) {
	ingesttest.Run(t, Platform(), ingesttest.Invented("2018"), ingesttest.Invented("2024"))
}

func TestInventedExport(t *testing.T) {
	r := ingesttest.Read(t, Platform(), ingesttest.Invented("2024"))
	x := r.Exports[0]
	if x.Layout != Layout2019 || x.Owner.Name != "Orla Quennell" || len(x.Owner.Emails) != 1 {
		t.Errorf("layout %s, owner %+v", x.Layout, x.Owner)
	}
	want := ingesttest.Counts{
		footprint.KindPost: 3, footprint.KindComment: 2, footprint.KindLike: 1, footprint.KindProfile: 4, footprint.KindFriend: 3, footprint.KindFriendRequest: 2,
		footprint.KindMessage: 2, footprint.KindContact: 2, footprint.KindUploadedContacts: 1, footprint.KindReview: 1, footprint.KindInterest: 3, footprint.KindGroup: 2,
		footprint.KindLogin: 1, footprint.KindSearch: 1, footprint.KindPageLike: 1,
	}
	r.CheckCounts(t, want)
	posts := r.Of(footprint.KindPost)
	byURL := map[string]footprint.Item{}
	for _, p := range posts {
		byURL[p.URL] = p
	}
	if p := byURL["https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A7050000000000000000"]; p.Text != "First line\n\nthird line, with a \"word\"" || p.Visibility != footprint.VisibilityPublic {
		t.Errorf("post of several lines: %q %s", p.Text, p.Visibility)
	}
	if p := byURL["https://www.linkedin.com/pulse/tides-orla"]; p.Text != "Tides come & go." || p.Title != "On tides" || p.Created.Day() != 3 {
		t.Errorf("article: %+v", p)
	}
	for _, c := range r.Of(footprint.KindComment) {
		if c.Created.IsZero() {
			t.Errorf("comment without a time: %q", c.Text)
		}
		if strings.Contains(c.Text, "said") && c.Text != `He said "no", and left` {
			t.Errorf("comment: %q", c.Text)
		}
	}
	own := 0
	for _, m := range r.Of(footprint.KindMessage) {
		if m.Own() && m.Text == "Hello & welcome" {
			own++
		}
	}
	if own != 1 {
		t.Errorf("%d own messages", own)
	}
}

// Counts derived with: unzip -p sample_export.zip NAME.csv | python3 -c 'import csv,sys; print(len(list(csv.reader(sys.stdin)))-1)'
// (Connections.csv without its preamble).
func TestSharedSample(t *testing.T) {
	r := ingesttest.Read(t, Platform(), ingesttest.Shared("linkedin/sample_export.zip"))
	r.CheckKnown(t)
	r.CheckCounted(t, ingesttest.Counts{
		footprint.KindPost: 25 + 5, footprint.KindComment: 60, footprint.KindLike: 80 + 15, footprint.KindFriend: 2000, footprint.KindFriendRequest: 162, footprint.KindMessage: 20000,
		footprint.KindReview: 1500 + 700 + 21 + 27, footprint.KindPageLike: 52, footprint.KindEvent: 9, footprint.KindSaved: 8 + 8, footprint.KindActivity: 25 + 165, footprint.KindLogin: 1,
		footprint.KindSearch: 5,
	})
}

func TestTimes(t *testing.T) {
	for in, want := range map[string]string{
		"2023-04-11 07:08:09": "2023-04-11T07:08:09", "2024-03-13 09:00:00 UTC": "2024-03-13T09:00:00", "12 Mar 2024": "2024-03-12T00:00:00", "8/18/18, 9:08 AM": "2018-08-18T09:08:00",
		"8/18/18, 9:08\u202fAM": "2018-08-18T09:08:00", "Tue Mar 02 10:11:12 UTC 2021": "2021-03-02T10:11:12", "2023/04/11 07:08:09 UTC": "2023-04-11T07:08:09", "7-Feb-22": "2022-02-07T00:00:00",
		"": "0001-01-01T00:00:00", "soon": "0001-01-01T00:00:00",
	} {
		if got := parseTime(in).Format("2006-01-02T15:04:05"); got != want {
			t.Errorf("%q: %s, want %s", in, got, want)
		}
	}
	if got := timeFromLink("https://www.linkedin.com/feed/update/urn%3Ali%3Ashare%3A7050000000000000000"); got.Year() != 2023 {
		t.Errorf("time in a link: %v", got)
	}
}

func FuzzTables(f *testing.F) {
	for _, name := range []string{"Shares.csv", "messages.csv", "Connections.csv", "Ad_Targeting.csv"} {
		b, err := os.ReadFile("testdata/2024/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(name, b)
	}
	f.Fuzz(func(t *testing.T, name string, b []byte) {
		if strings.ContainsAny(name, "/\\\x00") || !fs.ValidPath(name) {
			return
		}
		a, err := ingest.NewArchive(fstest.MapFS{"Profile.csv": {Data: []byte("First Name,Last Name\nA,B\n")}, "Positions.csv": {Data: []byte("Company Name\nX\n")}, name: {Data: b}}, nil)
		if err != nil {
			return
		}
		for _, found := range Platform().Recognize(a) {
			for it, err := range ingest.NewExport(Platform(), found, a).Items(t.Context()) {
				if err == nil && it.Origin.File == "" {
					t.Fatal("an item without origin")
				}
			}
		}
	})
}
