package audit

import (
	"strings"
	"testing"
	"unicode/utf8"

	"footprint/internal/audit/core"
	"footprint/internal/footprint"
)

func TestExcerpt(t *testing.T) {
	spans := func(text string, words ...string) (s []footprint.Span) {
		for _, w := range words {
			name, kind, _ := strings.Cut(w, "/")
			at := strings.Index(text, name)
			s = append(s, footprint.Span{Start: at, End: at + len(name), Type: kind})
		}
		return s
	}
	long := strings.Repeat("filler ", 60)
	for name, tc := range map[string]struct {
		text  string
		marks []string
		f     footprint.Finding
		want  string
	}{
		"short":          {"Bad day", []string{"Bad/term"}, footprint.Finding{}, "Bad day"},
		"lines joined":   {"Bad\n\n  day\tnow", nil, footprint.Finding{}, "Bad day now"},
		"patient masked": {"Saw Jane Doe in bed", []string{"Jane Doe/name", "Saw/term"}, footprint.Finding{Area: "confidentiality"}, "Saw ▮▮▮ in bed"},
		"name otherwise": {"Thanks Jane Doe", []string{"Jane Doe/name"}, footprint.Finding{Area: "reputation"}, "Thanks Jane Doe"},
		"card always":    {"card 4111 1111", []string{"4111 1111/card"}, footprint.Finding{Area: "identity_security"}, "card ▮▮▮"},
		"patient label":  {"aged 41 at home", []string{"home/place"}, footprint.Finding{Labels: []string{"patient"}}, "aged 41 at ▮▮▮"},
		"late mark":      {long + "bad end", []string{"bad/term"}, footprint.Finding{}, "… filler filler filler filler filler bad end"},
		"overlapping":    {"Jane Doe here", []string{"Jane Doe/name", "Doe here/address"}, footprint.Finding{Area: "confidentiality"}, "▮▮▮▮▮▮"},
		"nothing":        {"", nil, footprint.Finding{}, ""},
	} {
		t.Run(name, func(t *testing.T) {
			tc.f.Spans = spans(tc.text, tc.marks...)
			if got := excerpt(&footprint.Item{Text: tc.text}, &tc.f); got != tc.want {
				t.Errorf("got %q, want %q", got, tc.want)
			}
		})
	}
	if got := excerpt(&footprint.Item{Title: "only a title"}, &footprint.Finding{}); got != "only a title" {
		t.Errorf("title: %q", got)
	}
}

func FuzzExcerpt(f *testing.F) {
	f.Add("Saw Jané Doe\nin bed", 4, 12, "name", "text")
	f.Fuzz(func(t *testing.T, text string, start, end int, kind, field string) {
		it := footprint.Item{Text: text}
		finding := footprint.Finding{Area: "confidentiality", Spans: []footprint.Span{{Start: start, End: end, Type: kind, Field: field}}}
		got := excerpt(&it, &finding)
		if n := utf8.RuneCountInString(got); n > excerptRunes+10 {
			t.Errorf("%d runes", n)
		}
		for _, s := range core.CodePoints(&it, finding.Spans) {
			if s.Start < 0 || s.End < s.Start || s.End > utf8.RuneCountInString(text) {
				t.Errorf("span %v outside %q", s, text)
			}
		}
	})
}
