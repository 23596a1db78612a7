package view

import (
	"cmp"
	"slices"
	"unicode/utf8"

	"footprint/internal/footprint"
)

// Passage is a piece of text that is marked as evidence, or not.
type Passage struct {
	Text   string
	Marked bool
	Type   string // of the span that marks it: footprint.SpanTerm or the name of a fact
}

// Bounds of an excerpt, in bytes.
const (
	longText   = 4000 // shown whole up to here
	aroundMark = 600  // kept on each side of the marks in longer text
)

const ellipsis = "…"

// Passages cuts text at the spans. Overlapping spans merge into one mark, spans outside the text or between
// the bytes of a character are moved inward, and long text keeps the part around its first mark. The
// passages joined are always the text, apart from what an ellipsis stands for.
func Passages(text string, spans []footprint.Span) []Passage {
	marks := clean(text, spans)
	from, to := window(text, marks)
	var out []Passage
	add := func(s string, marked bool, kind string) {
		if s != "" {
			out = append(out, Passage{s, marked, kind})
		}
	}
	if from > 0 {
		add(ellipsis, false, "")
	}
	at := from
	for _, m := range marks {
		start, end := max(m.Start, at), min(m.End, to)
		if start >= end {
			continue
		}
		add(text[at:start], false, "")
		add(text[start:end], true, m.Type)
		at = end
	}
	add(text[at:to], false, "")
	if to < len(text) {
		add(ellipsis, false, "")
	}
	return out
}

// clean sorts and merges spans and puts their ends on character borders inside the text.
func clean(text string, spans []footprint.Span) []footprint.Span {
	var marks []footprint.Span
	for _, s := range spans {
		s.Start, s.End = border(text, s.Start), border(text, s.End)
		if s.Start < s.End {
			marks = append(marks, s)
		}
	}
	slices.SortFunc(marks, func(a, b footprint.Span) int { return cmp.Or(a.Start-b.Start, b.End-a.End) })
	merged := marks[:0]
	for _, m := range marks {
		if n := len(merged); n > 0 && m.Start < merged[n-1].End {
			merged[n-1].End = max(merged[n-1].End, m.End)
			continue
		}
		merged = append(merged, m)
	}
	return merged
}

func window(text string, marks []footprint.Span) (from, to int) {
	if len(text) <= longText {
		return 0, len(text)
	}
	first, last := 0, 0
	if len(marks) > 0 {
		first, last = marks[0].Start, marks[0].End
		for _, m := range marks {
			if m.End-first <= longText-2*aroundMark {
				last = max(last, m.End)
			}
		}
	}
	from = border(text, first-aroundMark)
	to = border(text, max(last+aroundMark, from+2*aroundMark))
	return from, to
}

// border moves an offset into the text and back to the start of the character it lies in.
func border(text string, at int) int {
	at = max(0, min(at, len(text)))
	for at > 0 && at < len(text) && !utf8.RuneStart(text[at]) {
		at--
	}
	return at
}

// Cut shortens text to n characters, at a space if one is near, and adds an ellipsis.
func Cut(text string, n int) string {
	if utf8.RuneCountInString(text) <= n {
		return text
	}
	end, space, count := 0, -1, 0
	for i, r := range text {
		if count == n {
			end = i
			break
		}
		if r == ' ' && count > n/2 {
			space = i
		}
		count++
	}
	if space > 0 {
		end = space
	}
	return text[:end] + ellipsis
}
