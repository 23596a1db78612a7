package tumblr

import (
	"archive/zip"
	"bytes"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/ingesttest"
)

// zipped is a blog's export whose pages lie in posts.zip.
func zipped(t *testing.T) ingesttest.Fixture {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, id := range []string{"184000000001", "184000000002"} {
		page, err := os.ReadFile("testdata/blog/posts/html/" + id + ".html")
		if err != nil {
			t.Fatal(err)
		}
		w, err := z.Create("html/" + id + ".html")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write(page); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return ingesttest.FS("zipped", fstest.MapFS{"posts/posts.zip": {Data: b.Bytes()}, "media/184000000001_0.jpg": {Data: []byte("JPEG")}})
}

func TestConformance(t *testing.T) {
	ingesttest.Run(t, Platform(), ingesttest.Invented("account"), ingesttest.Invented("blog"), ingesttest.Invented("backup"), ingesttest.Invented("backup-json"), zipped(t))
}

func TestCounts(t *testing.T) {
	for name, tc := range map[string]struct {
		fixture ingesttest.Fixture
		layout  string
		want    ingesttest.Counts
	}{
		"account": {ingesttest.Invented("account"), LayoutAccount, ingesttest.Counts{footprint.KindProfile: 3, footprint.KindInterest: 3 + 2, footprint.KindConnectedApp: 1, footprint.KindFollowing: 1,
			footprint.KindPost: 2, footprint.KindPrivacySetting: 1, footprint.KindDevice: 1, footprint.KindLogin: 2, footprint.KindActivity: 5}},
		"blog":        {ingesttest.Invented("blog"), LayoutBlog, ingesttest.Counts{footprint.KindPost: 3, footprint.KindMessage: 3}},
		"backup":      {ingesttest.Invented("backup"), LayoutBackup, ingesttest.Counts{footprint.KindPost: 2, footprint.KindPhoto: 1, footprint.KindLike: 1}},
		"backup-json": {ingesttest.Invented("backup-json"), LayoutBackupJSON, ingesttest.Counts{footprint.KindPost: 3, footprint.KindPhoto: 1, footprint.KindLike: 1, footprint.KindComment: 1}},
		"zipped":      {zipped(t), LayoutBlog, ingesttest.Counts{footprint.KindPost: 2}},
	} {
		t.Run(name, func(t *testing.T) {
			r := ingesttest.Read(t, Platform(), tc.fixture)
			r.CheckCounts(t, tc.want)
			r.CheckKnown(t)
			if l := r.Exports[0].Layout; l != tc.layout {
				t.Errorf("layout %s", l)
			}
		})
	}
}

func TestAccountNamesAllBlogs(t *testing.T) {
	r := ingesttest.Read(t, Platform(), ingesttest.Invented("account"))
	o := r.Exports[0].Owner
	if want := []string{"quietward", "nightshiftmoods", "orlas-notes"}; !slices.Equal(o.Handles, want) || !slices.Equal(o.Emails, []string{"orla@mail.example"}) {
		t.Errorf("%+v", o)
	}
	for _, it := range r.Of(footprint.KindActivity) {
		if it.Title == "shown on the dashboard: post" && *it.Count != 2 {
			t.Errorf("%d posts shown", *it.Count)
		}
	}
	if p := r.Of(footprint.KindProfile)[2]; p.AccountCreated.Year() != 2014 || p.Details["last post time"] != "" {
		t.Errorf("%+v", p)
	}
}

func TestBlogPages(t *testing.T) {
	for _, fx := range []ingesttest.Fixture{ingesttest.Invented("blog"), zipped(t)} {
		r := ingesttest.Read(t, Platform(), fx)
		a, b := r.ByID()["184000000001"], r.ByID()["184000000002"]
		if a.Title != "On call again" || a.Text != "Slept two hours & a bit.\n\nnew kettle (https://shop.example/kettle)\n\n#on call #tired" || a.Created.Format("2006-01-02 15:04") != "2019-01-05 15:04" {
			t.Errorf("%s: %+v", fx.Name, a)
		}
		if len(a.Media) == 0 || !strings.HasSuffix(a.Media[0].Path, "media/184000000001_0.jpg") {
			t.Errorf("%s: media %+v", fx.Name, a.Media)
		}
		if b.SharedText != "Kettles are great." || b.Text != "So true.\n\n#kettles #so tired" || b.Target != "loudkettle" || b.Interaction != footprint.InteractionShared || b.Created.Year() != 2020 {
			t.Errorf("%s: %+v", fx.Name, b)
		}
	}
	r := ingesttest.Read(t, Platform(), ingesttest.Invented("blog"))
	if d := r.ByID()["184000000003"]; d.Visibility != footprint.VisibilityPrivate || d.Status != "draft" {
		t.Errorf("%+v", d)
	}
	if m := r.Of(footprint.KindMessage); m[0].Author != "brass_hinge" || m[1].Text != "Hello & welcome" || m[2].Author != "quietward" || m[2].Created.IsZero() {
		t.Errorf("%+v", m)
	}
}

func TestBackupPages(t *testing.T) {
	r := ingesttest.Read(t, Platform(), ingesttest.Invented("backup"))
	a, b, c, l := r.ByID()["650000000000000001"], r.ByID()["650000000000000002"], r.ByID()["650000000000000003"], r.ByID()["650000000000000004"]
	if a.Title != "A title" || a.Text != "My own words.\n\n#tea" || a.URL != "https://quietward.tumblr.com/post/650000000000000001" || *a.Reactions != 1234 || a.Details["source"] != "news https://news.example/a" {
		t.Errorf("%+v", a)
	}
	if len(b.Media) != 1 || b.Media[0].Path != "media/tumblr_abc_1280.jpg" || b.Text != "a view" {
		t.Errorf("%+v", b)
	}
	if c.Text != "mine" || c.SharedText != "theirs" || c.Interaction != footprint.InteractionShared {
		t.Errorf("%+v", c)
	}
	if l.Author != "brasshinge" || l.SharedText != "liked words" || l.Text != "" {
		t.Errorf("%+v", l)
	}
}

func TestBackupRecords(t *testing.T) {
	r := ingesttest.Read(t, Platform(), ingesttest.Invented("backup-json"))
	a, b, c, answer := r.ByID()["650000000000000001"], r.ByID()["650000000000000002"], r.ByID()["650000000000000003"], r.ByID()["650000000000000005"]
	if a.Text != "My own words.\n\n#tea" || r.Exports[0].Owner.Handle() != "quietward" || a.Visibility != footprint.VisibilityPublic {
		t.Errorf("%+v", a)
	}
	if len(b.Media) != 1 || b.Media[0].Path != "media/tumblr_abc_1280.jpg" || b.Media[0].Exif.Model != "Finepix 3" {
		t.Errorf("%+v", b)
	}
	if c.Text != "see @brasshinge" || c.SharedText != "theirs" || !slices.Equal(c.Tags, []string{"brasshinge"}) || c.Visibility != footprint.VisibilityPrivate {
		t.Errorf("%+v", c)
	}
	if answer.ReplyTo != "How are you?" || answer.Text != "Fine." {
		t.Errorf("%+v", answer)
	}
	if chat := r.ByID()["650000000000000006"]; chat.Text != "A: hello\n\nB: hi" || len(chat.Media) != 1 {
		t.Errorf("%+v", chat)
	}
}

func FuzzFiles(f *testing.F) {
	for _, name := range []string{"account/payload-0.json", "blog/posts/html/184000000001.html", "blog/posts/html/184000000002.html", "blog/conversations/loudkettle.xml", "blog/conversations/brass_hinge.json",
		"backup/posts/650000000000000003.html", "backup-json/json/650000000000000003.json"} {
		b, err := os.ReadFile("testdata/" + name)
		if err != nil {
			f.Fatal(err)
		}
		_, rest, _ := strings.Cut(name, "/")
		f.Add(rest, b)
	}
	f.Fuzz(func(t *testing.T, name string, b []byte) {
		if !fs.ValidPath(name) || name == "." {
			return
		}
		a, err := ingest.NewArchive(fstest.MapFS{name: {Data: b}}, nil)
		if err != nil {
			return // no name of a file
		}
		x := ingest.NewExport(Platform(), ingest.Found{Root: ".", Layout: LayoutBlog}, a)
		for it, err := range x.Items(t.Context()) {
			if err == nil && !a.Has(it.Origin.File) {
				t.Fatalf("%+v", it.Origin)
			}
		}
	})
}
