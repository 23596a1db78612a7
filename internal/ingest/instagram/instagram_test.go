package instagram

import (
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/ingesttest"
)

const shared = "instagram/" // below the folder of shared material

func TestConformance(t *testing.T) {
	ingesttest.Run(t, Platform(),
		ingesttest.Shared(shared+"new_2025/IG_public_test_file.zip"), ingesttest.Shared(shared+"posts_only_single"), ingesttest.Shared(shared+"mid_2021_2022_french/instagramV2.zip"),
		ingesttest.Path("testdata/2018"), ingesttest.Path("testdata/2021"), ingesttest.Path("testdata/2023"), ingesttest.Path("testdata/html-2023"))
}

// TestFixtureCounts holds what the shared fixtures give against counts made with jq: for each file of an
// unpacked fixture
//
//	jq -c 'if type=="array" then length elif has("label_values") then [.label_values[]|(.vec|length)]
//	  elif has("participants") then .messages|length elif has("media") then 1
//	  else [.[]|if type=="array" then length else 1 end] end' FILE
//
// added up by the kind that the format document names. 2025: activity is viewed 4+4+3, off-site 1,
// autofill 1, polls 2, quiz 1, eligibility 1; interest 3+1+3+6+3; privacy_setting is close friends 3,
// comments 1, notifications 13, messaging 1, story promo 1, autofill 2, private account 1, and the five used
// values of the profile information; post 1 and stories 4. French: activity 511+388+511, interest
// 218+1+433+8+31+253, like 211+103, message 67+115+37+61+22+148+108+159, post 203 and stories 130.
func TestFixtureCounts(t *testing.T) {
	for name, want := range map[string]string{
		"posts_only_single":                    "post:1",
		"new_2025/IG_public_test_file.zip":     "activity:17 comment:3 device:3 follower:3 following:3 friend_request:3 interest:16 like:6 login:3 message:7 photo:1 place:2 post:5 privacy_setting:27 profile:1 saved:7 search:5",
		"mid_2021_2022_french/instagramV2.zip": "activity:1410 follower:96 following:389 interest:944 like:314 message:717 post:333 privacy_setting:1 profile:1",
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
	for name, tc := range map[string]struct{ layout, format, counts string }{
		"2018":      {Layout2018, "json", "activity:1 block:1 comment:2 contact:1 device:1 follower:2 following:1 friend_request:1 like:2 message:3 page_like:1 photo:1 post:3 privacy_setting:3 profile:1 saved:1 search:1 uploaded_contacts:1 video:1"},
		"2021":      {Layout2021, "json", "block:1 comment:1 contact:2 follower:1 friend_request:1 interest:1 like:1 login:1 message:2 post:5 privacy_setting:1 profile:1 saved:2 search:1 uploaded_contacts:1 video:1"},
		"2023":      {Layout2023, "json", "comment:2 connected_app:1 follower:2 friend_request:1 like:1 place:1 post:2 privacy_setting:2 profile:2 saved:1"},
		"html-2023": {Layout2023, "html", "comment:1 follower:2 like:1 post:1 privacy_setting:1 profile:1"},
	} {
		t.Run(name, func(t *testing.T) {
			got := ingesttest.Read(t, Platform(), ingesttest.Path("testdata/"+name))
			if x := got.Exports[0]; x.Layout != tc.layout || x.Format != tc.format || x.Owner.Handle() != "zoe.teacup" {
				t.Errorf("layout %s, format %s, owner %s", x.Layout, x.Format, x.Owner.Handle())
			}
			if s := got.Counts().String(); s != tc.counts {
				t.Errorf("got  %s\nwant %s", s, tc.counts)
			}
			got.CheckKnown(t)
			for i := range got.Items {
				if it := &got.Items[i]; it.URL == "" {
					t.Errorf("%s record %d (%s) has no page", it.Origin.File, it.Origin.Pos, it.Kind)
				}
			}
		})
	}
}

func TestGermanLabels(t *testing.T) {
	got := ingesttest.Read(t, Platform(), ingesttest.Path("testdata/2021"))
	p := got.Pick(t, "personal_information", 1, footprint.KindProfile)
	ingesttest.Same(t, "profile", fmt.Sprint(p.Title, "|", p.Text, "|", p.Visibility), "Zoë Ångström|Ärztin, Tee|public")
	post := got.Pick(t, "posts_1", 1, footprint.KindPost)
	ingesttest.Same(t, "caption of the only medium", post.Text, "Am See mit @ivo.b #tee")
	ingesttest.Same(t, "mentioned", post.Tags, []string{"ivo.b"})
	ingesttest.Same(t, "position", fmt.Sprint(*post.Exif.Lat, *post.Exif.Lon, post.Exif.Taken.Year()), "59.9 10.7 2021")
	post = got.Pick(t, "posts_1", 2, footprint.KindPost)
	ingesttest.Same(t, "file without extension", post.Media[0].Path, "zoe.teacup_20220301/media/posts/202107/two")
	ingesttest.Same(t, "single object", got.Pick(t, "posts_2", 1, footprint.KindPost).Text, "single object")
	archived := got.Pick(t, "archived_posts", 1, footprint.KindPost)
	ingesttest.Same(t, "archived", fmt.Sprint(archived.Deleted, " ", archived.Visibility), "true private")
	c := got.Pick(t, "synced_contacts", 2, footprint.KindContact)
	ingesttest.Same(t, "contact", c.Title+"|"+c.Target, "Pål Nes|pal@example.org")
	l := got.Pick(t, "login_activity", 1, footprint.KindLogin)
	if strings.Contains(fmt.Sprint(l), "secretcookie") {
		t.Error("a cookie is kept")
	}
	m := got.Pick(t, "message_1", 1, footprint.KindMessage)
	ingesttest.Same(t, "own message, words of others apart", m.Author+"|"+m.Text+"|"+strings.Split(m.SharedText, "\n")[0], "self|Bis morgen|fremder Text")
	ingesttest.Same(t, "pseudo message", got.Pick(t, "message_1", 2, footprint.KindMessage).Text, "")
}

func TestLabelledRecords(t *testing.T) {
	got := ingesttest.Read(t, Platform(), ingesttest.Path("testdata/2023"))
	l := got.Pick(t, "liked_posts", 1, footprint.KindLike)
	ingesttest.Same(t, "like", l.Target+"|"+l.URL+"|"+l.SharedText, "ivo.b|https://www.instagram.com/p/DDD/|their words")
	former := got.Pick(t, "profile_changes", 1, footprint.KindProfile)
	ingesttest.Same(t, "former bio", former.Text, "Party doc")
	ingesttest.Same(t, "user name from the title", got.Pick(t, "followers_2", 1, footprint.KindFollower).Author, "mira.v")
	q := got.Pick(t, "questions", 1, footprint.KindComment)
	ingesttest.Same(t, "answer", q.Text+"|"+q.Target, "ask your GP, not me|mira.v")
}

func TestPages(t *testing.T) {
	got := ingesttest.Read(t, Platform(), ingesttest.Path("testdata/html-2023"))
	p := got.Pick(t, "posts_1", 1, footprint.KindPost)
	ingesttest.Same(t, "post", fmt.Sprint(p.Text, p.Media[0].Path, *p.Exif.Lat), "Night over Fjordvik ☕media/posts/202410/n.jpg59.9")
	c := got.Pick(t, "post_comments_1", 1, footprint.KindComment)
	ingesttest.Same(t, "comment", c.Text+"|"+c.Target+"|"+c.Created.Format("15:04"), "Lovely <3|ivo.b|14:40")
	ingesttest.Same(t, "like", got.Pick(t, "liked_posts", 1, footprint.KindLike).URL, "https://www.instagram.com/p/FFF/")
	ingesttest.Same(t, "private account in French", got.Pick(t, "personal_information", 1, footprint.KindPrivacySetting).Value, "on")
}

// FuzzFiles reads any content under the names of the record shapes and of the flat layout.
func FuzzFiles(f *testing.F) {
	for _, seed := range []string{
		`[{"media":[{"uri":"a","title":"x","media_metadata":{"photo_metadata":{"exif_data":[{"latitude":1}]}}}]}]`,
		`{"likes_media_likes":[{"title":"t","string_list_data":[{"href":"https://x","value":"\u00f0\u009f","timestamp":1}]}]}`,
		`{"a":[{"string_map_data":{"Nom":{"value":"x"}}}]}`, `{"media_likes":[["2020-01-01T00:00:00+00:00","x"]],"followers":{"a":"b"}}`,
		`[{"participants":["a"],"conversation":[{"sender":"a","text":"b"}]}]`,
	} {
		f.Add([]byte(seed))
	}
	p := Platform()
	names := []string{"content/posts_1.json", "likes/liked_posts.json", "followers_and_following/followers.json", "account_information/personal_information.json", "saved/x.json"}
	flat := []string{"media.json", "likes.json", "connections.json", "messages.json", "profile.json", "settings.json"}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, set := range [][]string{names, flat} {
			files := fstest.MapFS{}
			for _, n := range set {
				files[n] = &fstest.MapFile{Data: data}
			}
			a, err := ingest.NewArchive(files, nil)
			if err != nil {
				t.Fatal(err)
			}
			exports, err := ingest.Detect(a, []ingest.Platform{p})
			if err != nil {
				continue
			}
			for _, x := range exports {
				for it, err := range x.Items(t.Context()) {
					if err == nil && (it.ID == "" || it.Kind == "") {
						t.Fatal("an item without id or kind")
					}
				}
			}
		}
	})
}
