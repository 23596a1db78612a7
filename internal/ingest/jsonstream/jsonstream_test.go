package jsonstream

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/iotest"

	"footprint/internal/footprint"
)

// walked is the walk of a document in one line per value or error.
func walked(doc string, limits Limits, paths ...string) []string {
	var got []string
	for v, err := range limits.Walk(strings.NewReader(doc), paths...) {
		if err != nil {
			e := err.(*Error)
			word := "damaged"
			if errors.Is(err, footprint.ErrTooLarge) {
				word = "too large"
			}
			got = append(got, fmt.Sprintf("%d! %s", e.Index, word))
			continue
		}
		line := fmt.Sprintf("%s %d", v.Path, v.Index)
		if v.Outer != 0 {
			line += fmt.Sprintf(" in %d", v.Outer)
		}
		if v.Key != "" {
			line += " " + v.Key
		}
		if string(v.Raw) != doc[v.Offset:int(v.Offset)+len(v.Raw)] {
			line += " offset is wrong"
		}
		got = append(got, line+" "+string(v.Raw))
	}
	return got
}

func TestWalk(t *testing.T) {
	for name, tc := range map[string]struct {
		doc   string
		paths []string
		want  []string
	}{
		"top-level array": {`[1, "a" ,{"b":[2]},null]`, []string{"[]"},
			[]string{`[] 1 in 1 1`, `[] 2 in 2 "a"`, `[] 3 in 3 {"b":[2]}`, `[] 4 in 4 null`}},
		"assignment, byte order mark and semicolon": {"\ufeffwindow.YTD.tweets.part0 = [ {\"a\":1} ];\n", []string{"[]"},
			[]string{`[] 1 in 1 {"a":1}`}},
		"array and member of an object": {`{"x":{"y":[1]},"m":[{"t":"}"},{"t":"\"]"}],"n":"v"}`, []string{"m/[]", "n"},
			[]string{`m/[] 1 in 1 {"t":"}"}`, `m/[] 2 in 2 {"t":"\"]"}`, `n 1 n "v"`}},
		"array in array, with the outer number": {`[{"c":{"id":"7","m":[1,2]}},{"c":{"m":[3],"id":"8"}}]`, []string{"[]/c/id", "[]/c/m/[]"},
			[]string{`[]/c/id 1 in 1 id "7"`, `[]/c/m/[] 1 in 1 1`, `[]/c/m/[] 2 in 1 2`, `[]/c/m/[] 3 in 2 3`, `[]/c/id 2 in 2 id "8"`}},
		"every member":      {`{"a":1,"b\u00e4":{"c":2}}`, []string{"*"}, []string{`* 1 a 1`, `* 2 bä {"c":2}`}},
		"JSON lines":        {"{\"a\":1}\n{\"a\":2}\n", []string{""}, []string{` 1 {"a":1}`, ` 2 {"a":2}`}},
		"nothing there":     {" \n", []string{"[]"}, nil},
		"empty array":       {"x = [ ]", []string{"[]"}, nil},
		"another shape":     {`{"a":1}`, []string{"[]"}, nil},
		"truncated":         {`[{"a":1},{"a":2},{"a"`, []string{"[]"}, []string{`[] 1 in 1 {"a":1}`, `[] 2 in 2 {"a":2}`, "3! damaged"}},
		"truncated between": {`[{"a":1},`, []string{"[]"}, []string{`[] 1 in 1 {"a":1}`, "0! damaged"}},
		"a broken element":  {`[{"a":1},{"a":[2}},{"a":3}]`, []string{"[]"}, []string{`[] 1 in 1 {"a":1}`, "2! damaged", `[] 3 in 3 {"a":3}`}},
		"a lost quote":      {"[\n  {\"a\":\"1\"},\n  {\"a\":\"2},\n  {\"a\":\"3\"}\n]", []string{"[]"}, []string{`[] 1 in 1 {"a":"1"}`, "2! damaged", `[] 3 in 3 {"a":"3"}`}},
		"a lost comma":      {`[{"a":1} {"a":2}]`, []string{"[]"}, []string{`[] 1 in 1 {"a":1}`, "2! damaged", `[] 3 in 2 {"a":2}`}},
		"an array closed early": {`[{"a":1}],{"a":2}]`, []string{"[]"},
			[]string{`[] 1 in 1 {"a":1}`, "0! damaged", `[] 2 in 2 {"a":2}`}},
		"not JSON":  {"<html></html>", []string{"[]"}, []string{"0! damaged"}},
		"too deep":  {`[{"a":1},` + strings.Repeat("[", 30) + strings.Repeat("]", 30) + `,{"a":2}]`, []string{"[]"}, []string{`[] 1 in 1 {"a":1}`, "2! too large", `[] 3 in 3 {"a":2}`}},
		"too large": {`[{"a":1},{"a":"` + strings.Repeat("x", 1<<20) + `"},{"a":2}]`, []string{"[]"}, []string{`[] 1 in 1 {"a":1}`, "2! too large", `[] 3 in 3 {"a":2}`}},
	} {
		t.Run(name, func(t *testing.T) {
			got := walked(tc.doc, Limits{Depth: 20, Element: 1000}, tc.paths...)
			if fmt.Sprintf("%q", got) != fmt.Sprintf("%q", tc.want) {
				t.Errorf("got  %q\nwant %q", got, tc.want)
			}
		})
	}
}

func TestWalkSurvivesSmallReadsAndStops(t *testing.T) {
	doc := "var a = [" + strings.Repeat(`{"text":"say \"hi\" \\"},`, 50) + `{"text":"end"}]`
	n := int64(0)
	for v, err := range Walk(iotest.OneByteReader(strings.NewReader(doc)), "[]") {
		if err != nil {
			t.Fatal(err)
		}
		n = v.Index
	}
	if n != 51 {
		t.Errorf("%d elements, want 51", n)
	}
	for range Walk(strings.NewReader(doc), "[]") {
		n++
		break
	}
	if n != 52 {
		t.Error("walk did not stop at the break")
	}
	for _, err := range Walk(iotest.ErrReader(errors.ErrUnsupported), "[]") {
		if !errors.Is(err, errors.ErrUnsupported) {
			t.Errorf("reader's own error is lost: %v", err)
		}
	}
}

// TestWalkStaysLinear holds a document made to be read again and again to a time that only a linear walk
// keeps.
func TestWalkStaysLinear(t *testing.T) {
	doc := `[{"a":1},` + strings.Repeat(`{"a":[`, 2<<20)
	n := 0
	for range (Limits{Depth: 100}).Walk(strings.NewReader(doc), "[]") {
		n++
	}
	if n == 0 {
		t.Error("nothing walked")
	}
}

func FuzzWalk(f *testing.F) {
	f.Add(`window.YTD = [{"a":[1,"\""]},{"b":{}}];`, "[]")
	f.Add(`{"m":[{"a":1},{"a"`, "m/[]")
	f.Add(`[{"c":{"m":[1,{"x":2}]}}]`, "[]/c/m/[]")
	f.Fuzz(func(t *testing.T, doc, path string) {
		last := int64(-1)
		limits := Limits{Element: 1 << 10, Depth: 10}
		for v, err := range limits.Walk(iotest.HalfReader(strings.NewReader(doc)), path) {
			if err != nil {
				continue
			}
			if v.Offset <= last && last >= 0 {
				t.Fatalf("offset %d after %d", v.Offset, last)
			}
			last = v.Offset
			if doc[v.Offset:int(v.Offset)+len(v.Raw)] != string(v.Raw) {
				t.Fatal("value is not at its offset")
			}
		}
	})
}

func BenchmarkWalk(b *testing.B) {
	doc := "[\n" + strings.Repeat(`  {"tweet" : {"id" : "1234567890", "full_text" : "`+strings.Repeat("word ", 40)+`", "entities" : {"urls" : [ ], "media" : [ {"a" : "b"} ]}}},`+"\n", 20000) + "  {}\n]"
	b.SetBytes(int64(len(doc)))
	for b.Loop() {
		n := 0
		for range Walk(strings.NewReader(doc), "[]") {
			n++
		}
		if n != 20001 {
			b.Fatal(n)
		}
	}
}
