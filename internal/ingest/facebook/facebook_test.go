package facebook

import (
	"bytes"
	"fmt"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/ingesttest"
)

const shared = "facebook/" // below the folder of shared material

// own are the invented exports in testdata, one for each layout.
var own = []string{"2018", "2019", "2021", "2023", "2024-page", "html-2021", "html-2024", "2017"}

func TestConformance(t *testing.T) {
	fixtures := []ingesttest.Fixture{
		ingesttest.Shared(shared + "mid_2021_ads_apps/facebook.zip"),
		ingesttest.Shared(shared + "old_2018_2020"),
	}
	for _, name := range own {
		fixtures = append(fixtures, ingesttest.Path("testdata/"+name))
	}
	ingesttest.Run(t, Platform(), fixtures...)
}

// TestFixtureCounts holds what the shared fixtures give against counts made with other tools:
//
//	unzip -p facebook.zip '*/apps_and_websites.json' | jq '.installed_apps_v2|length'             124
//	… posts_from_apps_and_websites.json   .app_posts_v2|length                                     92
//	… your_off-facebook_activity.json     .off_facebook_activity_v2|length                         79
//	… ads_interests .topics_v2, advertisers_using… .custom_audiences_all_types_v2,
//	  advertisers_who… .custom_audiences_v2, advertisers_you've… .history_v2      8 + 56 + 82 + 50 = 196
//	jq '.friends|length' old_2018_2020/friends/friends.json                                         9
//	jq '.profile|[.groups,([.pages[].pages]|add)]|map(length)' …/profile_information.json        2, 23
func TestFixtureCounts(t *testing.T) {
	for name, want := range map[string]string{
		"mid_2021_ads_apps/facebook.zip": "activity:79 connected_app:124 interest:196 post:92",
		"old_2018_2020":                  "friend:9 group:2 page_like:23 profile:1",
	} {
		t.Run(name, func(t *testing.T) {
			got := ingesttest.Read(t, Platform(), ingesttest.Shared(shared+name))
			if s := got.Counts().String(); s != want {
				t.Errorf("got  %s\nwant %s", s, want)
			}
			got.CheckKnown(t)
		})
	}
}

// TestLayouts reads the invented exports; their records were counted by hand when they were written.
func TestLayouts(t *testing.T) {
	for name, tc := range map[string]struct{ layout, format, counts, unknown string }{
		"2017":      {Layout2017, "html", "", ""},
		"2018":      {Layout2018, "json", "post:2 profile:1", ""},
		"2019":      {Layout2019, "json", "activity:1 comment:5 connected_app:1 contact:2 event:2 follower:1 following:1 friend:3 friend_request:3 group:2 interest:2 like:1 login:3 message:2 page_like:1 photo:2 place:1 post:8 profile:1 search:1 tag:1 uploaded_contacts:1", "some_new_folder/brand_new_file.json"},
		"2021":      {Layout2021, "json", "activity:2 comment:1 contact:1 friend:1 friend_request:1 like:1 privacy_setting:1 profile:1 review:1 search:1 uploaded_contacts:1 video:1", ""},
		"2023":      {Layout2023, "json", "activity:3 block:1 comment:2 connected_app:1 contact:3 following:1 friend:1 group:2 interest:2 like:2 login:1 message:5 page_like:2 photo:1 place:1 post:7 privacy_setting:5 profile:2 review:1 saved:1 tag:1 uploaded_contacts:1", ""},
		"2024-page": {Layout2024Page, "json", "event:1 follower:1 post:1 video:1", ""},
		"html-2021": {Layout2021, "html", "comment:1 friend:2 like:1 message:2 post:2 search:1", ""},
		"html-2024": {Layout2023, "html", "friend:1 like:1 page_like:1 post:2 privacy_setting:2", ""},
	} {
		t.Run(name, func(t *testing.T) {
			got := ingesttest.Read(t, Platform(), ingesttest.Path("testdata/"+name))
			if x := got.Exports[0]; x.Layout != tc.layout || x.Format != tc.format {
				t.Errorf("layout %s, format %s", x.Layout, x.Format)
			}
			if s := got.Counts().String(); s != tc.counts {
				t.Errorf("got  %s\nwant %s", s, tc.counts)
			}
			if s := strings.Join(got.Ledger().Unknown, " "); s != tc.unknown {
				t.Errorf("unknown: %s", s)
			}
			for i := range got.Items {
				if it := &got.Items[i]; it.URL == "" {
					t.Errorf("%s record %d (%s) has no page", it.Origin.File, it.Origin.Pos, it.Kind)
				}
			}
		})
	}
}

func TestRecordsOf2019(t *testing.T) {
	got := ingesttest.Read(t, Platform(), ingesttest.Path("testdata/2019"))
	owner := got.Exports[0].Owner
	ingesttest.Same(t, "owner", owner.Name+" "+owner.Handle()+" "+owner.Emails[0], "Zoë Ångström zoe.angstrom zoe@example.org")

	p := got.Pick(t, "your_posts_1", 1, footprint.KindPost)
	ingesttest.Same(t, "text without markup", p.Text, "Thanks Ivo Brandt for the lift ❤")
	ingesttest.Same(t, "tags", p.Tags, []string{"Ivo Brandt"})
	ingesttest.Same(t, "edited", p.Edited.Unix(), 1560000100)
	p = got.Pick(t, "your_posts_1", 2, footprint.KindPost)
	ingesttest.Same(t, "media of records that differ in them only", len(p.Media), 2)
	ingesttest.Same(t, "photo page", p.URL, "https://www.facebook.com/photo/?fbid=1002003004005")
	p = got.Pick(t, "your_posts_1", 5, footprint.KindPost)
	ingesttest.Same(t, "wall", p.Container+"|"+p.ContainerKind+"|"+p.Target, "Ivo Brandt|third_party_page|Ivo Brandt")
	p = got.Pick(t, "your_posts_1", 6, footprint.KindPost)
	ingesttest.Same(t, "group", p.Container+"|"+p.ContainerKind, "Fjordvik Night Shift|group")
	ingesttest.Same(t, "shared", p.SharedText, "Sleep and shifts\nhttps://example.org/sleep")
	p = got.Pick(t, "your_posts_1", 7, footprint.KindPost)
	ingesttest.Same(t, "check-in", fmt.Sprint(*p.Exif.Lat, p.Details["place"]), "59.9Café Ölle, Pier 2")

	tag := got.Pick(t, "other_people", 1, footprint.KindTag)
	ingesttest.Same(t, "author of a wall post", tag.Author, "Ivo Brandt")
	c := got.Pick(t, "comments.json", 1, footprint.KindComment)
	ingesttest.Same(t, "comment", c.Text+"|"+c.Target+"|"+c.Author, "Ça va très bien|Ivo Brandt|self")
	c = got.Pick(t, "comments.json", 2, footprint.KindComment)
	ingesttest.Same(t, "comment in a group", c.Container, "Fjordvik Night Shift")
	r := got.Pick(t, "rejected", 1, footprint.KindFriendRequest)
	ingesttest.Same(t, "request", r.Direction+" "+r.Status, "incoming declined")
	r = got.Pick(t, "sent_friend", 1, footprint.KindFriendRequest)
	ingesttest.Same(t, "request", r.Author+" "+r.Target+" "+r.Direction+" "+r.Status, "self Théo Blanc outgoing pending")
	g := got.Pick(t, "membership", 2, footprint.KindGroup)
	ingesttest.Same(t, "left group", g.Title+" "+g.Status, "Alte Runde left")
	u := got.Pick(t, "address_books", 0, footprint.KindUploadedContacts)
	ingesttest.Same(t, "contacts", fmt.Sprint(*u.Count, u.LastSync.Unix()), "2 1520000000")
	l := got.Pick(t, "account_activity", 1, footprint.KindLogin)
	if strings.Contains(fmt.Sprint(l), "secretcookie") {
		t.Error("a cookie is kept")
	}
	m := got.Pick(t, "message_1", 1, footprint.KindMessage)
	ingesttest.Same(t, "placeholder is nobody's words", m.Text+"|"+m.Details["system"], "|Ivo sent a photo.")
	ingesttest.Same(t, "media in a folder of other case", m.Media[0].Path, "messages/inbox/IvoBrandt_ab12cd34ef/photos/x.jpg")
	m = got.Pick(t, "message_1", 2, footprint.KindMessage)
	ingesttest.Same(t, "own message", m.Author+"|"+m.Direction+"|"+m.Target+"|"+m.Text+"|"+m.Thread, "self|outgoing|Ivo Brandt|Übergabe um acht?|inbox/ivobrandt_ab12cd34ef")
	profile := got.Pick(t, "profile_information", 1, footprint.KindProfile)
	ingesttest.Same(t, "bio", profile.Text+"|"+profile.Work, "Junior doctor. Tea drinker.\nViews my own|Registrar, Fjordvik Hospital")
}

func TestLabelledRecords(t *testing.T) {
	got := ingesttest.Read(t, Platform(), ingesttest.Path("testdata/2023"))
	p := got.Pick(t, "posts_on_other", 1, footprint.KindPost)
	ingesttest.Same(t, "German labels", p.Text+"|"+p.Target, "Alles Gute!|Ivo Brandt")
	l := got.Pick(t, "likes_and_reactions.json", 1, footprint.KindLike)
	ingesttest.Same(t, "French labels", l.Value+"|"+l.Target+"|"+l.Container+"|"+l.URL, "wow|Théo Blanc|Équipe de nuit|https://www.facebook.com/groups/7/posts/8")
	c := got.Pick(t, "from_your_phone", 1, footprint.KindContact)
	ingesttest.Same(t, "Spanish label", c.Title, "Señora Peña")
	s := got.Pick(t, "privacy_settings", 1, footprint.KindPrivacySetting)
	ingesttest.Same(t, "setting", s.Setting+"="+s.Value, "future_posts_audience=public")
	a := got.Pick(t, "permissions_you", 1, footprint.KindConnectedApp)
	ingesttest.Same(t, "permissions", a.Title+fmt.Sprint(a.Permissions), "Tin Game[email user_friends]")
	tag := got.Pick(t, "tagged_in/photos", 1, footprint.KindTag)
	ingesttest.Same(t, "tag", tag.Author+"|"+tag.URL, "Ivo Brandt|https://www.facebook.com/photo.php?fbid=99")
	trash := got.Pick(t, "trash", 1, footprint.KindPost)
	ingesttest.Same(t, "deleted", fmt.Sprint(trash.Deleted, " ", trash.Visibility), "true private")
}

func TestPages(t *testing.T) {
	got := ingesttest.Read(t, Platform(), ingesttest.Path("testdata/html-2021"))
	p := got.Pick(t, "your_posts_1", 1, footprint.KindPost)
	ingesttest.Same(t, "text", p.Text, "Long night & strong tea\nagain")
	p = got.Pick(t, "your_posts_1", 2, footprint.KindPost)
	ingesttest.Same(t, "photo", fmt.Sprint(p.Media[0].Path, *p.Exif.Lat), "posts/media/pier_600700800900.jpg59.9")
	m := got.Pick(t, "message_1", 1, footprint.KindMessage)
	ingesttest.Same(t, "message", m.Author+"|"+m.Text, "self|Kommst du?")
	got = ingesttest.Read(t, Platform(), ingesttest.Path("testdata/html-2024"))
	p = got.Pick(t, "your_posts", 1, footprint.KindPost)
	ingesttest.Same(t, "account's own zone", p.Text+p.Created.Format(time.RFC3339), "Geschafft für heute2025-06-04T16:46:10Z")
	s := got.Pick(t, "privacy_settings", 1, footprint.KindPrivacySetting)
	ingesttest.Same(t, "setting of a page", s.Setting+"="+s.Value, "future_posts_audience=friends")
}

// TestMessagesOnlyAreLeftToMessenger and whole exports are not.
func TestMessagesOnlyAreLeftToMessenger(t *testing.T) {
	files := fstest.MapFS{"your_facebook_activity/messages/inbox/a_1/message_1.json": {Data: []byte(`{"participants":[],"messages":[]}`)}}
	a, err := ingest.NewArchive(files, nil)
	if err != nil {
		t.Fatal(err)
	}
	if found := recognize(a); len(found) != 0 {
		t.Errorf("messages alone are taken: %v", found)
	}
	files["your_facebook_activity/posts/your_posts_1.json"] = &fstest.MapFile{Data: []byte(`[]`)}
	if a, err = ingest.NewArchive(files, nil); err != nil {
		t.Fatal(err)
	}
	if found := recognize(a); len(found) != 1 || found[0].Root != "." {
		t.Errorf("found %v", found)
	}
}

// FuzzFiles reads any content under the names of the three shapes of records, and as a page.
func FuzzFiles(f *testing.F) {
	for _, seed := range []string{
		`[{"timestamp":1,"title":"A was at B.","data":[{"post":"x @[1:2:C]"}],"attachments":[{"data":[{"media":{"uri":"a/../b"}}]}]}]`,
		`{"label_values":[{"label":"Name","value":"x"},{"label":"Contacts","vec":[{"dict":[{"label":"Name","value":"y"}]}]}]}`,
		`{"comments_v2":[{"data":[{"comment":{"comment":"\u00c3\u00a9"}}]}]}`,
		`<div class="_a6-g"><h2 class="_a6-h">T</h2><table><tr><td class="_a6_q">L</td><td>V</td></tr></table><footer class="_a6-o">Jan 1, 2020 1:00 PM</footer></div>`,
	} {
		f.Add([]byte(seed))
	}
	names := []string{"posts/your_posts_1", "comments_and_reactions/comments", "posts/album/0", "preferences/privacy_settings", "your_address_books", "events/your_event_responses", "profile_information/profile_information", "reviews/r"}
	p := Platform()
	f.Fuzz(func(t *testing.T, data []byte) {
		files := fstest.MapFS{}
		for _, n := range names {
			ext := ".json"
			if bytes.HasPrefix(data, []byte("<")) {
				ext = ".html"
			}
			files[n+ext] = &fstest.MapFile{Data: data}
		}
		readAll(t, p, files)
	})
}

func readAll(t *testing.T, p ingest.Platform, files fs.FS) {
	t.Helper()
	a, err := ingest.NewArchive(files, nil)
	if err != nil {
		t.Fatal(err)
	}
	exports, err := ingest.Detect(a, []ingest.Platform{p})
	if err != nil {
		return
	}
	for _, x := range exports {
		for it, err := range x.Items(t.Context()) {
			if err == nil && (it.ID == "" || it.Kind == "") {
				t.Fatal("an item without id or kind")
			}
		}
	}
}
