package view

import (
	"strings"
	"testing"
	"unicode/utf8"

	"footprint/internal/footprint"
)

// picture writes marked passages in brackets.
func picture(ps []Passage) string {
	var b strings.Builder
	for _, p := range ps {
		if p.Marked {
			b.WriteString("[" + p.Text + "]")
		} else {
			b.WriteString(p.Text)
		}
	}
	return b.String()
}

func TestPassages(t *testing.T) {
	span := func(from, to int) footprint.Span { return footprint.Span{Start: from, End: to, Type: "term"} }
	for name, tc := range map[string]struct {
		text  string
		spans []footprint.Span
		want  string
	}{
		"none":               {"hello", nil, "hello"},
		"empty text":         {"", []footprint.Span{span(0, 5)}, ""},
		"one":                {"hello world", []footprint.Span{span(6, 11)}, "hello [world]"},
		"out of order":       {"abcdef", []footprint.Span{span(4, 5), span(0, 1)}, "[a]bcd[e]f"},
		"overlap merges":     {"abcdef", []footprint.Span{span(1, 3), span(2, 5)}, "a[bcde]f"},
		"touching stay two":  {"abcd", []footprint.Span{span(0, 2), span(2, 4)}, "[ab][cd]"},
		"inside a character": {"a\u0101b", []footprint.Span{span(2, 4)}, "a[\u0101b]"},
		"outside":            {"abc", []footprint.Span{span(-4, 2), span(9, 12), span(3, 1)}, "[ab]c"},
	} {
		if got := picture(Passages(tc.text, tc.spans)); got != tc.want {
			t.Errorf("%s: got %q, want %q", name, got, tc.want)
		}
	}
}

func TestLongTextKeepsItsMark(t *testing.T) {
	text := strings.Repeat("before ", 2000) + "NEEDLE" + strings.Repeat(" after", 2000)
	at := strings.Index(text, "NEEDLE")
	got := picture(Passages(text, []footprint.Span{{Start: at, End: at + 6, Type: "term"}}))
	if !strings.Contains(got, "[NEEDLE]") || len(got) > longText || !strings.HasPrefix(got, ellipsis) || !strings.HasSuffix(got, ellipsis) {
		t.Errorf("%d bytes: %.80q", len(got), got)
	}
}

func FuzzPassages(f *testing.F) {
	f.Add("a\u0101b and more", 1, 3, 2, 9)
	f.Add(strings.Repeat("words ", 1500), 100, 8000, -3, 5)
	f.Fuzz(func(t *testing.T, text string, a, b, c, d int) {
		if !utf8.ValidString(text) {
			return
		}
		var all strings.Builder
		for _, p := range Passages(text, []footprint.Span{{Start: a, End: b}, {Start: c, End: d}}) {
			if !utf8.ValidString(p.Text) {
				t.Errorf("passage %q is not valid UTF-8", p.Text)
			}
			all.WriteString(p.Text)
		}
		if len(text) <= longText && all.String() != text {
			t.Errorf("joined %q, want %q", all.String(), text)
		}
	})
}

func TestCut(t *testing.T) {
	for in, want := range map[string]string{
		"short":                 "short",
		"exactly ten":           "exactly ten",
		"one two three four":    "one two" + ellipsis,
		"māoriāāāāāāāāāāāāāāāā": "māoriāāāāāā" + ellipsis,
	} {
		if got := Cut(in, 11); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}
