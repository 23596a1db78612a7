package ingest

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest/csvtable"
	"footprint/internal/ingest/jsonstream"
)

// fake is a platform that is known by a file and reads every ".rec" file below its root, one item a line;
// the line "bad" is a record that cannot be read.
func fake(id, marker string, claims func(string) bool) Platform {
	return Platform{
		ID: id, Name: id, Ask: "ask",
		Recognize: func(a *Archive) []Found {
			var found []Found
			for _, root := range a.Roots(marker) {
				found = append(found, Found{Root: root, Layout: "2020", Format: "txt", Claims: claims})
			}
			return found
		},
		Read: func(_ context.Context, x *Export) iter.Seq2[footprint.Item, error] {
			return func(yield func(footprint.Item, error) bool) {
				x.Owner = Owner{Handles: []string{"me"}}
				x.Skip(marker, "known by it")
				for _, name := range x.Files() {
					if !strings.HasSuffix(name, ".rec") {
						continue
					}
					content, err := x.ReadFile(name, 100)
					if err != nil {
						if !yield(footprint.Item{}, err) {
							return
						}
						continue
					}
					for i, line := range strings.Fields(string(content)) {
						origin := footprint.Origin{File: x.Path(name), Pos: int64(i + 1)}
						var err error
						if line == "bad" {
							err = &RecordError{File: origin.File, Pos: origin.Pos, Err: footprint.ErrDamaged}
						}
						it := footprint.Item{Kind: footprint.KindPost, Text: line, Origin: origin, Created: time.Unix(1e9, 5).In(time.FixedZone("", 3600))}
						if line == "old" {
							it.Created = time.Unix(1e6, 0)
						}
						if !yield(it, err) {
							return
						}
					}
				}
			}
		},
	}
}

func archive(t *testing.T, files ...string) *Archive {
	t.Helper()
	fsys := fstest.MapFS{}
	for _, f := range files {
		name, content, _ := strings.Cut(f, "=")
		fsys[name] = &fstest.MapFile{Data: []byte(content)}
	}
	a, err := NewArchive(fsys, nil)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// described is each export with its files, and what is left over.
func described(a *Archive, exports []*Export) []string {
	var got []string
	for _, x := range exports {
		got = append(got, x.Platform.ID+" "+x.Root+": "+strings.Join(x.Files(), " "))
	}
	for _, l := range a.Leftovers(exports) {
		got = append(got, "left: "+l.Path)
	}
	return got
}

func TestDetectSharesTheFilesOut(t *testing.T) {
	one, two := fake("one", "one.txt", nil), fake("two", "two.txt", nil)
	onlyB := func(name string) bool { return strings.HasPrefix(name, "b/") || name == "three.txt" }
	three := fake("three", "three.txt", onlyB)
	for name, tc := range map[string]struct {
		files []string
		want  []string
	}{
		"alone":                 {[]string{"one.txt", "a/x"}, []string{"one .: a/x one.txt"}},
		"in a wrapper":          {[]string{"w/one.txt", "w/a/x", "note"}, []string{"one w: a/x one.txt", "left: note"}},
		"one in another":        {[]string{"one.txt", "x", "in/two.txt", "in/y"}, []string{"one .: one.txt x", "two in: two.txt y"}},
		"two beside":            {[]string{"p/one.txt", "q/two.txt", "q.zip"}, []string{"one p: one.txt", "two q: two.txt", "left: q.zip"}},
		"two of one kind":       {[]string{"p/one.txt", "q/one.txt"}, []string{"one p: one.txt", "one q: one.txt"}},
		"sharing a folder":      {[]string{"one.txt", "three.txt", "a/x", "b/y"}, []string{"one .: a/x one.txt", "three .: b/y three.txt"}},
		"claiming a part":       {[]string{"three.txt", "a/x", "b/y"}, []string{"three .: b/y three.txt", "left: a/x"}},
		"clutter is no root":    {[]string{"one.txt", "__MACOSX/one.txt"}, []string{"one .: __MACOSX/one.txt one.txt"}},
		"folders alike by name": {[]string{"p/one.txt", "p-2/x", "pq/x"}, []string{"one p: one.txt", "left: p-2/x", "left: pq/x"}},
	} {
		t.Run(name, func(t *testing.T) {
			a := archive(t, tc.files...)
			exports, err := Detect(a, []Platform{one, three, two})
			if err != nil {
				t.Fatal(err)
			}
			if got := described(a, exports); !slices.Equal(got, tc.want) {
				t.Errorf("got  %q\nwant %q", got, tc.want)
			}
		})
	}
}

func TestDetectErrors(t *testing.T) {
	one, rival := fake("one", "one.txt", nil), fake("rival", "one.txt", nil)
	for name, tc := range map[string]struct {
		files  []string
		photos bool
		says   string
	}{
		"nothing":         {nil, false, "no files"},
		"unknown":         {[]string{"a.txt"}, false, "no known platform"},
		"pictures":        {[]string{"a.JPG", "b.heic", "c.mov", ".DS_Store"}, true, "photos"},
		"a few pictures":  {[]string{"a.jpg", "b.go", "c.go"}, false, "no known platform"},
		"claimed by both": {[]string{"one.txt"}, false, "one and rival"},
	} {
		_, err := Detect(archive(t, tc.files...), []Platform{one, rival})
		if !errors.Is(err, footprint.ErrNotRecognised) || errors.Is(err, ErrPhotos) != tc.photos || !strings.Contains(err.Error(), tc.says) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestExportKeepsTheLedger(t *testing.T) {
	one := fake("one", "one.txt", nil)
	a := archive(t, "one.txt", "a.rec=x y bad z bad", "b.rec=q", "pic.jpg", "odd.bin", ".DS_Store", "big.rec="+strings.Repeat("x", 101))
	exports, err := Detect(a, []Platform{one})
	if err != nil {
		t.Fatal(err)
	}
	x := exports[0]
	items, bad := 0, 0
	for it, err := range x.Items(t.Context()) {
		if err != nil {
			bad++
			continue
		}
		items++
		if it.ID == "" || it.Platform != "one" || it.Account != "me" || it.Created.Location() != time.UTC || it.Created.Nanosecond() != 0 {
			t.Errorf("item %+v is not completed", it)
		}
	}
	if items != 4 || bad != 3 {
		t.Errorf("%d items, %d errors", items, bad)
	}
	s := x.Ledger.Summary()
	if len(s.Read) != 1 || s.Read[0].File != "b.rec" || s.Read[0].Counts["post"] != 1 {
		t.Errorf("read %+v", s.Read)
	}
	if len(s.Failed) != 2 || s.Failed[0].File != "a.rec" || s.Failed[0].At != 3 || s.Failed[0].More != 1 || s.Failed[0].Counts["post"] != 3 || s.Failed[1].File != "big.rec" {
		t.Errorf("failed %+v", s.Failed)
	}
	if s.Media != 1 || !slices.Equal(s.Unknown, []string{"odd.bin"}) || len(s.Skipped) != 2 {
		t.Errorf("media %d, unknown %v, skipped %v", s.Media, s.Unknown, s.Skipped)
	}
	if x.Ledger.Counts()["post"] != 4 {
		t.Errorf("counts %v", x.Ledger.Counts())
	}
}

// A stamp of a time without social media is broken, whatever platform wrote it.
func TestExportKeepsNoImpossibleDate(t *testing.T) {
	exports, err := Detect(archive(t, "one.txt", "a.rec=old new"), []Platform{fake("one", "one.txt", nil)})
	if err != nil {
		t.Fatal(err)
	}
	dated := map[string]bool{}
	for it, err := range exports[0].Items(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		dated[it.Text] = !it.Created.IsZero()
	}
	if len(dated) != 2 || dated["old"] || !dated["new"] {
		t.Errorf("dated %v", dated)
	}
}

func TestCleanText(t *testing.T) {
	for in, want := range map[string]string{
		"plain":          "plain",
		"a\r\nb\rc\td\n": "a\nb\nc\td\n",
		"a\x00b\x1b[2Jc": "ab[2Jc",
		"bad \xff byte":  "bad \uFFFD byte",
		"grüße \u200d":   "grüße \u200d",
	} {
		if got := CleanText(in); got != want {
			t.Errorf("%q: %q, want %q", in, got, want)
		}
	}
}

func TestSignsHoldOneMediumOfEachFolder(t *testing.T) {
	a := archive(t, "a/1.jpg", "a/2.JPG", "a/b/3.mp4", "a/c.json", "a/d.json", "e.png", "f.png")
	if got, want := a.Signs(), []string{"a/1.jpg", "a/b/3.mp4", "a/c.json", "a/d.json", "e.png"}; !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// What says where it went wrong says it once, and nobody counts in its place.
func TestFailedNamesFileAndRecord(t *testing.T) {
	x := &Export{Found: Found{Root: "export"}}
	for name, c := range map[string]struct {
		pos  int64
		err  error
		want string
	}{
		"a file":                   {0, footprint.ErrDamaged, "export/a.csv: " + footprint.ErrDamaged.Error()},
		"a record":                 {3, footprint.ErrDamaged, "export/a.csv: record 3: " + footprint.ErrDamaged.Error()},
		"a row that knows itself":  {0, &csvtable.Error{N: 4, Err: footprint.ErrTooLarge}, "export/a.csv: record 4: " + footprint.ErrTooLarge.Error()},
		"a value, and its byte":    {0, &jsonstream.Error{Index: 5, Offset: 70, Err: footprint.ErrDamaged}, "export/a.csv: record 5: byte 70: " + footprint.ErrDamaged.Error()},
		"a value counted by pages": {9, &jsonstream.Error{Index: 5, Offset: 70, Err: footprint.ErrDamaged}, "export/a.csv: record 9: byte 70: " + footprint.ErrDamaged.Error()},
		"what names another file":  {2, fmt.Errorf("read: %w", &RecordError{File: "export/b.csv", Pos: 1, Err: footprint.ErrDamaged}), "export/b.csv: record 1: " + footprint.ErrDamaged.Error()},
	} {
		got := x.Failed("a.csv", c.pos, c.err)
		if got.Error() != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
		if !errors.Is(got, footprint.ErrDamaged) && !errors.Is(got, footprint.ErrTooLarge) {
			t.Errorf("%s: the cause is lost", name)
		}
	}
}
