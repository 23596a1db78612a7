package goodreads

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"footprint/internal/footprint"
	"footprint/internal/ingest/ingesttest"
	"footprint/internal/need"
)

func TestConformance(t *testing.T) {
	ingesttest.Run(t, Platform(), ingesttest.FS("2022", os.DirFS("testdata")), ingesttest.Shared("goodreads/goodreads1.csv"), ingesttest.Shared("goodreads/goodreads_library_export_review.csv"))
}

func TestLibrary(t *testing.T) {
	r := ingesttest.Read(t, Platform(), ingesttest.FS("2022", os.DirFS("testdata")))
	v := r.Of(footprint.KindReview)
	if len(v) != 1 || v[0].Text != "Wet.\nAnd long & good" || *v[0].Rating != 4 || v[0].Title != "Tides and Bread - A. Invented" || v[0].Created.Month() != 2 {
		t.Errorf("%+v", v)
	}
	if s := r.Of(footprint.KindSaved); len(s) != 2 || s[0].Details["private notes"] != "lent to Bram" || s[1].Container != "to-read" {
		t.Errorf("%+v", s)
	}
}

// python3 -c 'import csv,sys; print(len(list(csv.reader(open(sys.argv[1])))) - 1)' FILE
func TestSharedLibraries(t *testing.T) {
	for name, want := range map[string]int{"goodreads/goodreads1.csv": sharedRows(t, "goodreads1.csv"), "goodreads/goodreads_library_export_review.csv": sharedRows(t, "goodreads_library_export_review.csv")} {
		r := ingesttest.Read(t, Platform(), ingesttest.Shared(name))
		if got := r.Counts()[footprint.KindSaved]; got != want {
			t.Errorf("%s: %d books, want %d", name, got, want)
		}
	}
}

// sharedRows counts rows by their first column, which is a number in every book and in no continued line.
func sharedRows(t *testing.T, name string) int {
	t.Helper()
	b, err := os.ReadFile(need.Sample(t, "goodreads", name))
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(b)) {
		id, rest, _ := strings.Cut(line, ",")
		if id != "" && strings.Trim(id, "0123456789") == "" && strings.Count(rest, ",") > 10 {
			n++
		}
	}
	return n
}

func FuzzTable(f *testing.F) {
	b, err := os.ReadFile("testdata/library.csv")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(b)
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, it := range ingesttest.Read(t, Platform(), ingesttest.FS("fuzz", fstest.MapFS{"library.csv": {Data: b}})).Items {
			if it.Kind != footprint.KindSaved && it.Kind != footprint.KindReview {
				t.Fatal(it.Kind)
			}
		}
	})
}
