package reddit

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"

	"footprint/internal/ingest"
	"footprint/internal/ingest/ingesttest"
)

var update = flag.Bool("update", false, "write the golden files")

func own() ingesttest.Fixture { return ingesttest.Path(filepath.Join("testdata", "2025")) }

func TestConformance(t *testing.T) {
	ingesttest.Run(t, Platform(), own(), ingesttest.Shared("reddit/synthetic-001"))
}

func TestGolden(t *testing.T) {
	res := ingesttest.Read(t, Platform(), own())
	if len(res.Errors) > 0 || len(res.Ledger().Unknown) > 0 {
		t.Errorf("errors %v, unknown %v", res.Errors, res.Ledger().Unknown)
	}
	ingesttest.Golden(t, res, filepath.Join("testdata", "golden", "2025.jsonl"), *update)
	x := res.Exports[0]
	if want := []string{"1 withdrawn votes are no items", `"poll_votes.csv" is listed in checkfile.csv but missing`}; !slices.Equal(x.Notes, want) {
		t.Errorf("notes %q, want %q", x.Notes, want)
	}
	if o := x.Owner; o.Handle() != "quiet_lathe" || !slices.Equal(o.Emails, []string{"ql@example.org"}) || !slices.Equal(o.Phones, []string{"+15550144"}) {
		t.Errorf("owner %+v", o)
	}
	if all, _ := json.Marshal(res.Items); bytes.Contains(all, []byte("SECRET")) {
		t.Error("a secret is in an item")
	}
}

// TestShared compares with the rows that Python's csv module counts:
//
//	python3 -c 'import csv,sys;print(sum(1 for _ in csv.DictReader(open(sys.argv[1],newline=""))))' FILE
func TestShared(t *testing.T) {
	res := ingesttest.Read(t, Platform(), ingesttest.Shared("reddit/synthetic-001"))
	want := ingesttest.Counts{"comment": 30, "post": 24, "like": 1, "saved": 5 + 6, "group": 4}
	res.CheckCounts(t, want)
	res.CheckKnown(t)
}

func TestWords(t *testing.T) {
	for name, tc := range map[string]struct{ body, own, quoted, state string }{
		"plain":            {"a > b", "a > b", "", ""},
		"quote and answer": {"> yours\nmine\n>> deeper", "mine", "yours\ndeeper", ""},
		"spoiler":          {">!hidden!<", ">!hidden!<", "", ""},
		"removed":          {"[removed]", "", "", "removed"},
		"old entities":     {"a &amp; b &lt;3", "a & b <3", "", ""},
		"bare ampersand":   {"R&D &amp; co", "R&D &amp; co", "", ""},
		"bare bracket":     {"1 < 2 &amp; 3", "1 < 2 &amp; 3", "", ""},
	} {
		if o, q, s := words(tc.body); o != tc.own || q != tc.quoted || s != tc.state {
			t.Errorf("%s: %q %q %q", name, o, q, s)
		}
	}
}

func TestRecognizeNeedsReddit(t *testing.T) {
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	for name, tc := range map[string]struct {
		fsys fstest.MapFS
		want int
	}{
		"one table of comments":    {fstest.MapFS{"comments.csv": file("id,permalink,date,ip,subreddit,gildings\n")}, 1},
		"two tables of other make": {fstest.MapFS{"comments.csv": file("id,post,author\n"), "posts.csv": file("id,title\n")}, 0},
		"one general table":        {fstest.MapFS{"ip_logs.csv": file("date,ip\n")}, 0},
		"two tables":               {fstest.MapFS{"a/ip_logs.csv": file("date,ip\n"), "a/saved_posts.csv": file("id,permalink\n")}, 1},
	} {
		a, err := ingest.NewArchive(tc.fsys, nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := Platform().Recognize(a); len(got) != tc.want {
			t.Errorf("%s: %d exports, want %d", name, len(got), tc.want)
		}
	}
}

func FuzzRead(f *testing.F) {
	files, err := filepath.Glob("testdata/2025/*.csv")
	if err != nil || len(files) == 0 {
		f.Fatal(err)
	}
	for _, name := range files {
		content, err := os.ReadFile(name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(filepath.Base(name), content)
	}
	f.Fuzz(func(t *testing.T, name string, content []byte) {
		if !claims(name) {
			return
		}
		a, err := ingest.NewArchive(fstest.MapFS{name: {Data: content}}, nil)
		if err != nil {
			return
		}
		for it, err := range ingest.NewExport(Platform(), ingest.Found{Root: "."}, a).Items(t.Context()) {
			if err == nil && it.Kind == "" {
				t.Errorf("item without kind: %+v", it)
			}
		}
	})
}
