package feed

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/csvtable"
	"footprint/internal/ingest/jsonstream"
)

// gather reads one file "f" and returns the items' texts with their positions, and the errors.
func gather(t *testing.T, content string, read func(*Feed)) (texts []string, errs []error) {
	t.Helper()
	a, err := ingest.NewArchive(fstest.MapFS{"d/f": {Data: []byte(content)}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	x := ingest.NewExport(ingest.Platform{ID: "p", Read: Reader(read)}, ingest.Found{Root: "d"}, a)
	for it, err := range x.Items(t.Context()) {
		if err != nil {
			errs = append(errs, err)
			continue
		}
		if it.Origin.File != "d/f" {
			t.Errorf("origin %+v", it.Origin)
		}
		texts = append(texts, fmt.Sprint(it.Origin.Pos, " ", it.Text))
	}
	return texts, errs
}

func text(s string) []footprint.Item { return []footprint.Item{{Kind: footprint.KindPost, Text: s}} }

func TestFilesOfAllForms(t *testing.T) {
	asLine := func(line []byte) ([]footprint.Item, error) { return text(string(line)), nil }
	for name, tc := range map[string]struct {
		content string
		read    func(*Feed)
		want    []string
		errs    int
	}{
		"document": {`{"a":[1,2],"b":[3]}`, func(f *Feed) {
			f.JSON("f", func(v jsonstream.Value) ([]footprint.Item, error) { return text(v.List + string(v.Raw)), nil }, "*/[]")
		}, []string{"1 a1", "2 a2", "3 b3"}, 0},
		"table": {"x,y\n1,2\n3,4\n", func(f *Feed) {
			f.Table("f", csvtable.Options{}, func(r csvtable.Row) []footprint.Item { return text(r.Get("y")) })
		}, []string{"1 2", "2 4"}, 0},
		"lines":     {"a\x00\n\nb", func(f *Feed) { f.Lines("f", asLine) }, []string{"1 a\n", "3 b"}, 0},
		"long line": {"a\n" + strings.Repeat("x", maxLine+1) + "\nb", func(f *Feed) { f.Lines("f", asLine) }, []string{"1 a\n", "3 b"}, 1},
		"no file":   {"", func(f *Feed) { f.Lines("g", asLine); f.Page("g"); f.Small("g") }, nil, 3},
		"deep page": {strings.Repeat("<b>", 10_000), func(f *Feed) { f.Page("f") }, nil, 1},
	} {
		t.Run(name, func(t *testing.T) {
			got, errs := gather(t, tc.content, tc.read)
			if !slices.Equal(got, tc.want) || len(errs) != tc.errs {
				t.Errorf("got %q, errors %v; want %q and %d errors", got, errs, tc.want, tc.errs)
			}
		})
	}
}

func TestCancellationIsToldOnce(t *testing.T) {
	a, err := ingest.NewArchive(fstest.MapFS{"f": {Data: []byte("a\nb\n")}}, nil)
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	told := 0
	read := Reader(func(f *Feed) {
		for range 3 {
			f.Lines("f", func([]byte) ([]footprint.Item, error) { return text("x"), nil })
		}
	})
	for _, err := range read(ctx, ingest.NewExport(ingest.Platform{ID: "p"}, ingest.Found{Root: "."}, a)) {
		cancel()
		if errors.Is(err, context.Canceled) {
			told++
		}
	}
	if told != 1 {
		t.Errorf("told %d times", told)
	}
}

func TestRecord(t *testing.T) {
	r, err := Parse([]byte(`{"Created At":"x","count":12345678901234567890,"none":null,"in":{"deep":[{"a":1},{"b":"two"}]}}`))
	if err != nil {
		t.Fatal(err)
	}
	if r.Get("created_at") != "x" || r.Get("none", "Count") != "12345678901234567890" || len(r.In("in").In("deep").List()) != 2 {
		t.Errorf("read %+v", r)
	}
	var flat []string
	r.Flat(func(name, value string) { flat = append(flat, name+"="+value) })
	if want := []string{"Created At=x", "count=12345678901234567890", "in: deep: a=1", "in: deep: b=two"}; !slices.Equal(flat, want) {
		t.Errorf("flat %q, want %q", flat, want)
	}
	if d := r.Details("CREATED AT"); len(d) != 1 || d["count"] == "" {
		t.Errorf("details %v", d)
	}
	if made := Of("A b", `say "x"`); made.Get("a_b") != `say "x"` || made.Empty() {
		t.Errorf("made %+v", made)
	}
	if _, err := Parse([]byte(`{"a":`)); !errors.Is(err, footprint.ErrDamaged) {
		t.Errorf("broken object: %v", err)
	}
}

func TestTime(t *testing.T) {
	if got := Time("Aug 4, 2024, 7:35:04\u202fPM", "Jan 2, 2006, 3:04:05 PM"); got.Hour() != 19 {
		t.Errorf("narrow space: %v", got)
	}
	if got := Time("0001-01-01", "2006-01-02"); !got.IsZero() {
		t.Errorf("impossible: %v", got)
	}
}

func FuzzRecord(f *testing.F) {
	f.Add([]byte(`{"Created At":"x","größe":{"a":[1,null,"é"]},"\u0041b":2}`), "created_at")
	f.Add([]byte(`{"Größe!":1}`), "größe")
	f.Fuzz(func(t *testing.T, raw []byte, name string) {
		r, err := Parse(raw)
		if err != nil {
			return
		}
		r.Flat(func(string, string) {})
		for _, m := range r.members {
			if got, want := m.is(name), csvtable.Fold(m.plain()) == csvtable.Fold(name); got != want {
				t.Errorf("%q is %q: %v, want %v", m.name, name, got, want)
			}
		}
	})
}
