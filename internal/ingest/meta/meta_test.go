package meta

import (
	"testing"
	"testing/fstest"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/meta/value"
)

func parse(t *testing.T, doc string) value.Value {
	t.Helper()
	v, err := value.Parse([]byte(doc))
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func TestTableFindsAnySpelling(t *testing.T) {
	table := NewTable([]Row{
		{Files: "posts/other_people's_posts_to_your_timeline", Skip: "a"},
		{Files: "friends/friends", Skip: "b"},
		{Files: "friends", Skip: "c"},
		{Files: "posts/album/*", Skip: "d"},
		{Files: "posts/your_posts posts/your_posts__check_ins__photos_and_videos", Skip: "e"},
	})
	for file, want := range map[string]string{
		"your_facebook_activity/posts/other_people's_posts_to_your_timeline.json": "a",
		"x/Posts/other_people’s_posts_to_your_timeline.json":                      "a",
		"posts/other_people_s_posts_to_your_timeline.html":                        "a",
		"posts/other_people%27s_posts_to_your_timeline_2.json":                    "a",
		"friends/friends.json":                                   "b",
		"connections/friends.json":                               "c",
		"posts/album/12.json":                                    "d",
		"posts/your_posts__check_ins__photos_and_videos_10.json": "e",
		"posts/your_posts.json":                                  "e",
		"posts/your_secrets.json":                                "",
		"album/12.json":                                          "",
	} {
		row, ok := table.Row(file)
		if got := ""; ok {
			got = row.Skip
			if got != want {
				t.Errorf("%s: row %q, want %q", file, got, want)
			}
		} else if want != "" {
			t.Errorf("%s: no row, want %q", file, want)
		}
	}
}

func TestResolve(t *testing.T) {
	files := fstest.MapFS{}
	for _, n := range []string{"root/posts/media/A.jpg", "root/inbox/Ivo_1/photos/x.jpg", "root/unique_name.jpg", "root/a/twice.jpg", "root/b/twice.jpg"} {
		files[n] = &fstest.MapFile{}
	}
	a, err := ingest.NewArchive(files, nil)
	if err != nil {
		t.Fatal(err)
	}
	r := &Reader{X: ingest.NewExport(ingest.Platform{ID: "p"}, ingest.Found{Root: "root"}, a)}
	for uri, want := range map[string]string{
		"posts/media/A.jpg":                        "root/posts/media/A.jpg",
		"Posts/Media/a.JPG":                        "root/posts/media/A.jpg",
		"your_facebook_activity/posts/media/A.jpg": "root/posts/media/A.jpg",
		"inbox/ivo_1/photos/x.jpg":                 "root/inbox/Ivo_1/photos/x.jpg",
		"/photos/x.jpg":                            "root/inbox/Ivo_1/photos/x.jpg",
		"./photos/x.jpg":                           "root/inbox/Ivo_1/photos/x.jpg",
		"elsewhere/unique_name.jpg":                "root/unique_name.jpg",
		"elsewhere/twice.jpg":                      "",
		"https://cdn.example/A.jpg":                "",
		"../../etc/passwd":                         "",
		"posts/../../../x.jpg":                     "",
		"C:/posts/media/A.jpg":                     "",
		`posts\media\A.jpg`:                        "",
		"":                                         "",
	} {
		if got := r.Resolve(uri, "inbox/Ivo_1"); got != want {
			t.Errorf("%q is %q, want %q", uri, got, want)
		}
	}
}

func TestMediaObject(t *testing.T) {
	a, err := ingest.NewArchive(fstest.MapFS{"x": {}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	r := &Reader{X: ingest.NewExport(ingest.Platform{ID: "p"}, ingest.Found{Root: "."}, a)}
	for name, tc := range map[string]struct {
		doc  string
		kind string
		lat  bool
	}{
		"array of exif":      {`{"uri":"a.jpg","media_metadata":{"photo_metadata":{"exif_data":[{"iso":1},{"latitude":59.9,"longitude":10.7}]}}}`, footprint.MediaPhoto, true},
		"directly":           {`{"uri":"a","media_metadata":{"photo_metadata":{"latitude":59.9,"longitude":10.7}}}`, footprint.MediaPhoto, true},
		"video by metadata":  {`{"uri":"a","media_metadata":{"video_metadata":{"exif_data":[{"upload_ip":"192.0.2.1"}]}}}`, footprint.MediaVideo, false},
		"zeros are no place": {`{"uri":"a.mp4","media_metadata":{"photo_metadata":{"exif_data":[{"latitude":0,"longitude":0}]}}}`, footprint.MediaVideo, false},
		"out of range":       {`{"uri":"a.jpg","media_metadata":{"photo_metadata":{"exif_data":[{"latitude":424361,"longitude":1}]}}}`, footprint.MediaPhoto, false},
	} {
		m := r.Media(parse(t, tc.doc), ".")
		if m.Type != tc.kind || m.Exif.HasPlace() != tc.lat {
			t.Errorf("%s: %+v %+v", name, m, m.Exif)
		}
	}
}

// TestTwins prefers the JSON file where a page holds the same.
func TestTwins(t *testing.T) {
	a, err := ingest.NewArchive(fstest.MapFS{"posts/p.json": {Data: []byte(`[{"title":"x"}]`)}, "posts/p.html": {}, "icons/like.png": {}, "x/style.css": {}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	files := Files{Table: NewTable([]Row{{Files: "posts/p", Adapt: func(*Reader, Entry) []footprint.Item { return []footprint.Item{{Kind: footprint.KindPost}} }}})}
	x := ingest.NewExport(ingest.Platform{ID: "p", Read: files.Read}, ingest.Found{Root: "."}, a)
	for _, err := range x.Items(t.Context()) {
		if err != nil {
			t.Error(err)
		}
	}
	s := x.Ledger.Summary()
	if len(s.Read) != 1 || len(s.Skipped) != 3 || len(s.Unknown) != 0 {
		t.Errorf("%+v", s)
	}
}

func TestZone(t *testing.T) {
	if _, ok := Zone("../../etc/passwd"); ok {
		t.Error("a path is taken for a zone")
	}
	for _, name := range []string{"Europe/London", "AMERICA/NEW_YORK", "america/argentina/buenos_aires"} {
		if _, ok := Zone(name); !ok {
			t.Errorf("%s is not found", name)
		}
	}
}
