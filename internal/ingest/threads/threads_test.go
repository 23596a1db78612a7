package threads

import (
	"strings"
	"testing"
	"testing/fstest"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/ingesttest"
)

// combined is an Instagram export with Threads inside.
const combined = "../instagram/testdata/2023"

func TestConformance(t *testing.T) {
	ingesttest.Run(t, Platform(), ingesttest.Path(combined))
}

// TestCounts: the records were counted by hand when they were written; one of them is an empty repost.
func TestCounts(t *testing.T) {
	got := ingesttest.Read(t, Platform(), ingesttest.Path(combined))
	s := got.Counts().String()
	if want := "activity:1 block:1 comment:1 follower:1 following:1 friend_request:1 interest:1 like:1 post:2 saved:1"; s != want {
		t.Errorf("got  %s\nwant %s", s, want)
	}
	x := got.Exports[0]
	if x.Root != "your_instagram_activity/threads" || x.Owner.Handle() != "zoe.teacup" {
		t.Errorf("root %s, owner from the export around it %s", x.Root, x.Owner.Handle())
	}
	got.CheckKnown(t)
}

func TestRecords(t *testing.T) {
	got := ingesttest.Read(t, Platform(), ingesttest.Path(combined))
	posts := got.Of(footprint.KindPost)
	if p := posts[0]; p.Text != "Überstunden again, thanks @ivo.b" || len(p.Tags) != 1 || p.Details["who can reply"] != "everyone" || p.URL != "https://www.threads.com/@zoe.teacup" {
		t.Errorf("post: %+v", p)
	}
	if p := posts[1]; len(p.Media) != 1 || p.Media[0].Path != "media/posts/202501/thread.jpg" {
		t.Errorf("a picture of the export around it: %+v", p.Media)
	}
	if c := got.Of(footprint.KindComment)[0]; c.Text != "not medical advice" || !strings.HasSuffix(c.URL, "/replies") {
		t.Errorf("reply: %+v", c)
	}
	if l := got.Of(footprint.KindLike)[0]; l.URL != "https://www.threads.net/@ivo.b/post/X1" || l.Target != "Ivo B" {
		t.Errorf("like: %+v", l)
	}
	if f := got.Of(footprint.KindFollowing)[0]; f.Target != "mira.v" || f.URL != "https://www.threads.com/@mira.v" {
		t.Errorf("handle in the title: %+v", f)
	}
}

// TestProfile reads the folder's own profile, in a delivery that holds nothing else.
func TestProfile(t *testing.T) {
	files := fstest.MapFS{
		"threads/threads_and_replies.json":  {Data: []byte(`{"text_post_app_text_posts":[{"media":[{"uri":"","creation_timestamp":1735800000,"title":"hei"}]}]}`)},
		"threads/personal_information.json": {Data: []byte(`{"text_post_app_text_post_app_profile":[{"string_map_data":{"Username":{"value":"zoe"},"Bio":{"value":"tea"},"Private Account":{"value":"False"}}}]}`)},
	}
	got := ingesttest.Read(t, Platform(), ingesttest.FS("alone", files))
	if p := got.Of(footprint.KindProfile); len(p) != 1 || p[0].Text != "tea" || p[0].Visibility != footprint.VisibilityPublic {
		t.Errorf("profile: %+v", p)
	}
	if p := got.Of(footprint.KindPost); len(p) != 1 || p[0].Visibility != footprint.VisibilityPublic {
		t.Errorf("post: %+v", p)
	}
}

func TestInventory(t *testing.T) {
	ours := func(name string) bool { return strings.Contains(name, "/threads/") }
	ingesttest.CheckInventory(t, Platform(), 10, ours, "instagram", "structure_2024_2025", "IG_merged_structure_annotated.csv")
}

// FuzzFiles reads any content under the names of the three record shapes.
func FuzzFiles(f *testing.F) {
	f.Add([]byte(`{"text_post_app_text_posts":[{"media":[{"uri":"","title":"x","text_app_post":{"is_reply":true}}]}]}`))
	f.Add([]byte(`{"x":[{"title":"a","string_list_data":[{"href":"https://x/@a","timestamp":1}]}]}`))
	f.Add([]byte(`{"x":[{"string_map_data":{"Author":{"value":"a"},"Time":{"timestamp":1}}}]}`))
	p := Platform()
	f.Fuzz(func(t *testing.T, data []byte) {
		files := fstest.MapFS{}
		for _, n := range []string{"threads_and_replies", "liked_threads", "saved_threads", "personal_information", "interest_feeds_on_threads"} {
			files["threads/"+n+".json"] = &fstest.MapFile{Data: data}
		}
		a, err := ingest.NewArchive(files, nil)
		if err != nil {
			t.Fatal(err)
		}
		exports, err := ingest.Detect(a, []ingest.Platform{p})
		if err != nil {
			t.Fatal(err)
		}
		for it, err := range exports[0].Items(t.Context()) {
			if err == nil && (it.ID == "" || it.Kind == "") {
				t.Fatal("an item without id or kind")
			}
		}
	})
}
