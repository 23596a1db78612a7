package value

import (
	"context"
	"errors"
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"
	"time"

	"footprint/internal/footprint"
)

// broken writes a text the way the exports do: each byte of its UTF-8 form as a character.
func broken(s string) string {
	var b strings.Builder
	for _, c := range []byte(s) {
		b.WriteRune(rune(c))
	}
	return b.String()
}

func TestRepair(t *testing.T) {
	for name, tc := range map[string]struct{ in, want string }{
		"plain":                     {"night shift", "night shift"},
		"accents":                   {broken("été à Zürich"), "été à Zürich"},
		"emoji":                     {broken("done 🎉❤"), "done 🎉❤"},
		"correct accents":           {"Zürich", "Zürich"},
		"correct emoji":             {"done 🎉", "done 🎉"},
		"mixed with a high rune":    {broken("é") + "→", broken("é") + "→"},
		"cut, nothing else to tell": {broken("tea ☕")[:len(broken("tea ☕"))-2], broken("tea ☕")[:len(broken("tea ☕"))-2]},
		"cut after accents":         {broken("é 🎉")[:len(broken("é 🎉"))-2], "é "},
		"backslashes of the writer": {`\u00c3\u00a9`, `\u00c3\u00a9`},
		"empty":                     {"", ""},
	} {
		t.Run(name, func(t *testing.T) {
			got := Repair(tc.in)
			if got != tc.want {
				t.Errorf("got %q, want %q", got, tc.want)
			}
			if again := Repair(got); again != got {
				t.Errorf("second repair changes %q to %q", got, again)
			}
		})
	}
}

func TestTimes(t *testing.T) {
	for in, want := range map[int64]string{
		0: "0001-01-01T00:00:00Z", -62169958800: "0001-01-01T00:00:00Z", 1600000000: "2020-09-13T12:26:40Z", 1600000000000: "2020-09-13T12:26:40Z",
		1 << 62: "0001-01-01T00:00:00Z",
	} {
		if got := Unix(in).Format(time.RFC3339); got != want {
			t.Errorf("%d is %s, want %s", in, got, want)
		}
	}
	if got := Taken(-1000000000); got.Year() != 1938 {
		t.Errorf("a picture of before 1970 is of %d", got.Year())
	}
	if got := Taken(-62169958800); !got.IsZero() {
		t.Errorf("garbage is %v", got)
	}
}

// records lists what Records gives, as key and text.
func records(t *testing.T, doc string, lists ...string) string {
	t.Helper()
	var out []string
	err := Records(t.Context(), strings.NewReader(doc), lists, func(r Record, err error) bool {
		switch {
		case err != nil:
			out = append(out, fmt.Sprintf("%d!", r.Pos))
		case r.Key != "":
			out = append(out, r.Key+"="+r.Str("a")+r.Text())
		default:
			out = append(out, r.Str("a", "title")+r.Text())
		}
		return true
	})
	if err != nil {
		t.Errorf("%s: %v", doc, err)
	}
	return strings.Join(out, " ")
}

func TestRecords(t *testing.T) {
	for name, tc := range map[string]struct {
		doc   string
		lists []string
		want  string
	}{
		"bare array":                 {`[{"a":"1"},{"a":"2"}]`, nil, "1 2"},
		"wrapped list":               {`{"friends_v2":[{"a":"1"},{"a":"2"}]}`, nil, "1 2"},
		"list of texts":              {`{"topics_v2":["x","y"]}`, nil, "x y"},
		"wrapped object":             {`{"profile_v2":{"a":"1"}}`, nil, "profile=1"},
		"bare record":                {`{"timestamp":1,"title":"one"}`, nil, "one"},
		"bare labelled record":       {`{"label_values":[{"label":"x"}],"title":"one"}`, nil, "one"},
		"two levels":                 {`{"address_book_v2":{"address_book":[{"a":"1"}]}}`, nil, "1"},
		"several lists":              {`{"r_v2":{"yes":[{"a":"1"}],"no":[{"a":"2"}]}}`, []string{"yes", "no"}, "yes=1 no=2"},
		"lists at the top":           {`{"photos":[{"a":"1"}],"videos":[{"a":"2"}]}`, []string{"photos", "videos"}, "photos=1 videos=2"},
		"whole":                      {`{"photos":[1,2],"a":"1"}`, []string{Whole}, "1"},
		"byte order mark":            {"\xEF\xBB\xBF[{\"a\":\"1\"}]", nil, "1"},
		"empty file":                 {"", nil, ""},
		"empty object":               {"{}", nil, ""},
		"broken record is passed by": {`[{"a":"1"},{"a":tru},{"a":"3"}]`, nil, "1 2! 3"},
		"cut off":                    {`[{"a":"1"},{"a":"2"`, nil, "1 2!"},
		"cut off after a record":     {`{"x":[{"a":"1"},`, nil, "1 2!"},
		"repaired names and texts":   {`[{"a":"` + broken("é") + `"}]`, nil, "é"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := records(t, tc.doc, tc.lists...); strings.TrimSpace(got) != tc.want {
				t.Errorf("got %q, want %q", got, tc.want)
			}
		})
	}
}

func TestHeader(t *testing.T) {
	doc := `{"participants":[{"name":"A"}],"messages":[{"title":"inner"}],"title":"outer"}`
	h := Header(strings.NewReader(doc), "participants", "title")
	if h.Str("title") != "outer" || h.Get("participants", "name").Text() != "A" {
		t.Errorf("header %v", h.Any())
	}
}

func TestStopsAndCancels(t *testing.T) {
	doc := "[" + strings.Repeat(`{"a":"1"},`, 5000) + `{"a":"2"}]`
	n := 0
	if err := Records(t.Context(), strings.NewReader(doc), nil, func(Record, error) bool { n++; return n < 3 }); err != nil || n != 3 {
		t.Errorf("after a stop %d records and %v", n, err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := Records(ctx, strings.NewReader(doc), nil, func(Record, error) bool { return true }); !errors.Is(err, context.Canceled) {
		t.Errorf("after cancellation %v", err)
	}
}

// endless makes a list of n records without holding it.
type endless struct {
	n      int
	record string
	buf    []byte
}

func (e *endless) Read(p []byte) (int, error) {
	if len(e.buf) == 0 {
		if e.n < 0 {
			return 0, io.EOF
		}
		e.n--
		switch e.n {
		case -1:
			e.buf = []byte(e.record + "]}")
		default:
			e.buf = []byte(e.record + ",")
		}
	}
	n := copy(p, e.buf)
	e.buf = e.buf[n:]
	return n, nil
}

// TestMemoryStaysFlat reads a list of 60 MB and holds the heap below a small multiple of one record.
func TestMemoryStaysFlat(t *testing.T) {
	record := `{"sender_name":"A","content":"` + strings.Repeat("word ", 400) + `"}`
	r := io.MultiReader(strings.NewReader(`{"participants":[],"messages":[`), &endless{n: 30_000, record: record})
	type message struct {
		Content string `json:"content"`
	}
	var peak uint64
	n := 0
	err := Elements(t.Context(), r, "messages/[]", func(_ int64, m *message, err error) bool {
		if n++; n%10_000 == 0 {
			var s runtime.MemStats
			runtime.ReadMemStats(&s)
			peak = max(peak, s.HeapInuse)
		}
		return err == nil && m.Content != ""
	})
	if err != nil || n != 30_001 {
		t.Fatalf("%d records, %v", n, err)
	}
	if peak > 32<<20 {
		t.Errorf("heap grew to %d MB", peak>>20)
	}
}

func TestTooLarge(t *testing.T) {
	doc := `[{"a":"1"},{"a":"` + strings.Repeat("x", limits.Element) + `"},{"a":"3"}]`
	var got []string
	if err := Records(t.Context(), strings.NewReader(doc), nil, func(r Record, err error) bool {
		got = append(got, fmt.Sprint(r.Str("a"), errors.Is(err, footprint.ErrTooLarge)))
		return true
	}); err != nil {
		t.Fatal(err)
	}
	if s := strings.Join(got, " "); s != "1false true 3false" {
		t.Errorf("got %s", s)
	}
}

func FuzzRecords(f *testing.F) {
	for _, s := range []string{`[{"a":1}]`, `{"x_v2":{"y":[1]}}`, `{"timestamp":1`, `{"a":[{"b":"\u00c3\u00a9"}]}`} {
		f.Add(s, "y")
	}
	f.Fuzz(func(t *testing.T, doc, list string) {
		for _, lists := range [][]string{nil, {Whole}, {list}} {
			_ = Records(t.Context(), strings.NewReader(doc), lists, func(r Record, err error) bool {
				if err == nil {
					for _, k := range r.Keys() {
						_ = r.Str(k)
					}
				}
				return true
			})
		}
	})
}
