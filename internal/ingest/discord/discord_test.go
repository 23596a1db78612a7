package discord

import (
	"os"
	"path"
	"testing"
	"testing/fstest"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/ingesttest"
)

func TestConformance(t *testing.T) {
	ingesttest.Run(t, Platform(), ingesttest.Invented("2017"), ingesttest.Invented("2021"), ingesttest.Invented("2024"), ingesttest.Invented("2025"))
}

func TestLayouts(t *testing.T) {
	for layout, want := range map[string]ingesttest.Counts{
		Layout2017: {footprint.KindProfile: 1, footprint.KindPrivacySetting: 3, footprint.KindFriend: 1, footprint.KindGroup: 1, footprint.KindPost: 2, footprint.KindMessage: 1},
		Layout2021: {footprint.KindProfile: 1, footprint.KindPrivacySetting: 3, footprint.KindFriend: 1, footprint.KindGroup: 1, footprint.KindPost: 2, footprint.KindMessage: 1},
		Layout2024: {footprint.KindProfile: 1, footprint.KindLogin: 2, footprint.KindUploadedContacts: 1, footprint.KindContact: 1, footprint.KindPrivacySetting: 4, footprint.KindConnectedApp: 3,
			footprint.KindFriend: 1, footprint.KindBlock: 1, footprint.KindFriendRequest: 2, footprint.KindActivity: 2, footprint.KindMessage: 2, footprint.KindGroup: 3, footprint.KindPost: 3, footprint.KindPhoto: 1},
		Layout2025: {footprint.KindProfile: 1, footprint.KindMessage: 3, footprint.KindActivity: 2, footprint.KindInterest: 4, footprint.KindLike: 2, footprint.KindLogin: 2},
	} {
		t.Run(layout, func(t *testing.T) {
			r := ingesttest.Read(t, Platform(), ingesttest.Invented(layout))
			if got := r.Exports[0].Layout; got != layout {
				t.Errorf("layout %s", got)
			}
			r.CheckCounts(t, want)
			r.CheckKnown(t)
		})
	}
}

func TestMessages(t *testing.T) {
	old := ingesttest.Read(t, Platform(), ingesttest.Invented("2021")).ByID()
	post := old["760000000000000011"]
	if post.Text != "two lines\nof \"kettle\" talk" || post.Container != "Kettle Club" || post.URL != "https://discord.com/channels/410000000000000001/420000000000000002/760000000000000011" ||
		post.Created != time.Date(2020, 8, 25, 22, 54, 5, 726e6, time.UTC) || !post.Own() || post.Visibility != footprint.VisibilityClosedGroup {
		t.Errorf("post in a server: %+v", post)
	}
	if m := old["760000000000000012"].Media; len(m) != 2 || m[0].Caption != "xray_left.jpg" || m[0].Type != footprint.MediaPhoto || m[1].Type != footprint.MediaFile {
		t.Errorf("attachments: %+v", m)
	}
	// python3 -c 'import datetime; print(datetime.datetime.fromtimestamp(((760000000000000013 >> 22) + 1420070400000) / 1000, datetime.UTC))'
	if m := old["760000000000000013"]; m.Target != "tamsin#4821" || m.Created.Format("2006-01-02 15:04:05") != "2020-09-28 04:48:40" || m.URL != "https://discord.com/channels/@me/430000000000000003/760000000000000013" {
		t.Errorf("direct message dated by its number: %+v", m)
	}
	young := ingesttest.Read(t, Platform(), ingesttest.Invented("2024")).ByID()
	if m := young["1234567890123456789"]; m.Text != "hi @Tamsin, see #general in Kettle Club :teapot:" || len(m.Tags) != 1 || m.Tags[0] != "Tamsin" {
		t.Errorf("mentions: %+v", m)
	}
	if m := young["1234567890123456791"]; m.Kind != footprint.KindMessage || m.Visibility != footprint.VisibilityClosedGroup {
		t.Errorf("group chat: %+v", m)
	}
	if m := young["1234567890123456792"]; m.URL != "" || m.Details["link"] == "" {
		t.Errorf("a place the user has left: %+v", m)
	}
	for id, role := range map[string]string{"410000000000000009": "owner", "410000000000000001": "former member"} {
		if g := young[id]; g.Role != role {
			t.Errorf("server %s: role %q, want %q", id, g.Role, role)
		}
	}
}

func TestAccount(t *testing.T) {
	r := ingesttest.Read(t, Platform(), ingesttest.Invented("2024"))
	o := r.Exports[0].Owner
	if o.Handle() != "orlaq" || o.Name != "Orla Q" || o.ID != "100000000000000001" || len(o.Emails) != 1 || len(o.Phones) != 1 {
		t.Errorf("owner %+v", o)
	}
	p := r.Of(footprint.KindProfile)[0]
	if p.Text != "tea and tides" || p.Details["status"] != "on nights" {
		t.Errorf("profile %+v", p)
	}
	items := r.ByID()
	if c := items["twitter:77"]; c.Visibility != footprint.VisibilityPublic || c.Title != "orla_q" || len(c.Permissions) != 1 {
		t.Errorf("connection %+v", c)
	}
	if n := items["note:200000000000000002"]; n.Text != "likes oolong" || n.Target != "Tamsin" || !n.Own() {
		t.Errorf("note %+v", n)
	}
	if s := items["aa"]; s.Details["place"] != "Ghent" || s.LastUsed.Month() != time.February {
		t.Errorf("session %+v", s)
	}
}

func TestActivityIsGathered(t *testing.T) {
	r := ingesttest.Read(t, Platform(), ingesttest.Invented("2025"))
	for _, l := range r.Of(footprint.KindLogin) {
		want := map[string]int{"Ghent": 2, "Paris": 1}[l.Details["city"]]
		if l.Count == nil || *l.Count != want {
			t.Errorf("log-ins %+v, want %d", l, want)
		}
	}
	beliefs := map[string]string{}
	for _, i := range r.Of(footprint.KindInterest) {
		beliefs[i.Title] = i.Text
	}
	if beliefs["predicted gender"] != "female" || beliefs["predicted age"] != "25-34" || beliefs["game_ids"] != "1, 2" {
		t.Errorf("beliefs %v", beliefs)
	}
	if likes := r.Of(footprint.KindLike); likes[0].ID != likes[1].ID || likes[0].Created.Day() != 4 {
		t.Errorf("one reaction in two logs: %+v", likes)
	}
}

func TestPackageWithoutMessages(t *testing.T) {
	r := ingesttest.Read(t, Platform(), ingesttest.FS("account only", fstest.MapFS{
		"Konto/user.json": {Data: []byte(`{"id":"100000000000000001","username":"orlaq","discriminator":"0"}`)}}))
	if x := r.Exports[0]; len(x.Notes) != 1 || x.Complete != footprint.No || len(r.Items) != 1 {
		t.Errorf("notes %v, items %v", x.Notes, r.Items)
	}
}

func FuzzFiles(f *testing.F) {
	const dir = "messages/c420000000000000002/"
	names := []string{dir + "channel.json", dir + "messages.json", dir + "messages.csv", "account/user.json", "activity/tns/events-2025-0.json", "servers/index.json"}
	for i, seed := range []string{"2024/paquet/" + dir + "channel.json", "2024/paquet/" + dir + "messages.json", "2021/" + dir + "messages.csv", "2024/paquet/compte/user.json",
		"2025/Activity/analytics/events-2025-00000-of-00001.json", "2025/Servers/index.json"} {
		b, err := os.ReadFile(path.Join("testdata", seed))
		if err != nil {
			f.Fatal(err)
		}
		f.Add(uint(i), b)
	}
	f.Fuzz(func(t *testing.T, which uint, b []byte) {
		name := names[which%uint(len(names))]
		fsys := fstest.MapFS{dir + "channel.json": {Data: []byte(`{"id":"420000000000000002","type":"DM"}`)}}
		fsys[name] = &fstest.MapFile{Data: b}
		a, err := ingest.NewArchive(fsys, nil)
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
