package csvtable

import (
	"errors"
	"io"
	"strings"
	"testing"
	"unicode/utf16"

	"footprint/internal/footprint"
)

func read(t *testing.T, in string, o Options) (rows []Row, errs []error) {
	t.Helper()
	for row, err := range Rows(strings.NewReader(in), o) {
		if err != nil {
			errs = append(errs, err)
			continue
		}
		rows = append(rows, row)
	}
	return rows, errs
}

func TestRows(t *testing.T) {
	var wide strings.Builder
	wide.WriteString("\xff\xfe")
	for _, u := range utf16.Encode([]rune("Date\tText\r\n\"1\"\t\"ä\nb\"\r\n")) {
		wide.WriteByte(byte(u))
		wide.WriteByte(byte(u >> 8))
	}
	for name, tc := range map[string]struct {
		in, want string
		o        Options
	}{
		"plain":                {"Date,Text\n1,hello\n", "hello", Options{}},
		"byte order mark":      {"\xef\xbb\xbfDate,Text\n1,hello\n", "hello", Options{}},
		"UTF-16 and tabs":      {wide.String(), "ä\nb", Options{}},
		"semicolons":           {"Date;Text\n1;a,b\n", "a,b", Options{}},
		"preamble":             {"Notes:\n\"When exporting, you may\nnotice\"\n\nDate,Text\n1,x\n", "x", Options{Columns: []string{"Date"}}},
		"escaped by backslash": {"Date,Text\n1,\"say \\\"hi\\\", then go \\ on\"\n", `say "hi", then go \ on`, Options{Backslash: true}},
		"stray quotes":         {"Date,Text\n1,5\" nail\n", `5" nail`, Options{}},
		"too many cells":       {"Date,Text,Where\n1,a long text, with a comma,here\n", "a long text, with a comma", Options{}},
		"too few cells":        {"Date,Text\n1\n", "", Options{}},
		"other spelling":       {"date,TEXT \n1,x\n", "x", Options{}},
		"not available":        {"Date,Text\n1,N/A\n", "", Options{}},
		"a line, a quotation":  {"Date,Text,Where\n1,\"a\"\n\"\"\n\"b\",here\n", "a\n\nb", Options{Starts: func(s string) bool { return s == "1" }}},
		"broken UTF-8":         {"Date,Text\n1,a\xffb\n", "a�b", Options{}},
	} {
		t.Run(name, func(t *testing.T) {
			rows, errs := read(t, tc.in, tc.o)
			if len(errs) > 0 || len(rows) != 1 {
				t.Fatalf("%d rows, %v", len(rows), errs)
			}
			if got := rows[0].Get("Text"); got != tc.want || rows[0].Get("Date") != "1" {
				t.Errorf("got %q, want %q", got, tc.want)
			}
		})
	}
}

func TestAnUnclosedQuoteIsBounded(t *testing.T) {
	in := io.MultiReader(strings.NewReader("Date,Text\n1,\"open"), io.LimitReader(zeros{}, 64<<20))
	var errs []error
	for _, err := range Rows(in, Options{}) {
		errs = append(errs, err)
	}
	if len(errs) != 1 || !errors.Is(errs[0], footprint.ErrTooLarge) {
		t.Errorf("%v", errs)
	}
}

type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

func TestColumnsMayRepeat(t *testing.T) {
	rows, _ := read(t, "Name,Name,Age\na,b,1\n", Options{})
	var got []string
	rows[0].Each(func(c, v string) { got = append(got, c+"="+v) })
	if strings.Join(got, " ") != "Name=a Name=b Age=1" {
		t.Error(got)
	}
}

func FuzzRows(f *testing.F) {
	f.Add([]byte("Date,Text\n1,\"a\\\"b\"\n"), true)
	f.Add([]byte("\xff\xfeD\x00,\x00"), false)
	f.Fuzz(func(t *testing.T, b []byte, backslash bool) {
		last := int64(0)
		for row, err := range Rows(strings.NewReader(string(b)), Options{Backslash: backslash}) {
			if err == nil && row.N <= last {
				t.Fatalf("row %d after %d", row.N, last)
			}
			last = max(last, row.N)
			row.header = orEmpty(row.header)
			row.Each(func(string, string) {})
		}
	})
}

func orEmpty(h *header) *header {
	if h == nil {
		return &header{}
	}
	return h
}

func TestAtFindsColumnsByNumber(t *testing.T) {
	for row, err := range Rows(strings.NewReader("Kennung,Name,Medien\n7, N/A ,a.jpg\n8\n"), Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		want := [...][4]string{{"7", "", "a.jpg", ""}, {"8", "", "", ""}}[row.N-1]
		if got := [4]string{row.At(0), row.At(1), row.At(-1), row.At(9)}; got != want {
			t.Errorf("row %d: %q, want %q", row.N, got, want)
		}
	}
}
