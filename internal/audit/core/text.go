package core

import (
	"slices"
	"time"
	"unicode/utf8"

	"footprint/internal/footprint"
)

// Union adds to have what it lacks of more; empty strings are none.
func Union(have, more []string) []string {
	for _, s := range more {
		if s != "" && !slices.Contains(have, s) {
			have = append(have, s)
		}
	}
	return have
}

// Day is the day of a time as YYYY-MM-DD, in UTC; "" for the zero time.
func Day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.DateOnly)
}

// Field returns the words that a span's offsets refer to.
func Field(it *footprint.Item, name string) string {
	switch name {
	case "", "text":
		return it.Text
	case "title":
		return it.Title
	case "snippet":
		return it.Snippet
	case "description":
		return it.Description
	case "reply_to":
		return it.ReplyTo
	case "shared_text":
		return it.SharedText
	case "ocr":
		return it.OCR
	case "container":
		return it.Container
	case "author":
		return it.Author
	case "target":
		return it.Target
	case "work":
		return it.Work
	}
	return ""
}

// CodePoints returns spans with offsets in Unicode code points of their fields. Spans outside their field
// are left out.
func CodePoints(it *footprint.Item, spans []footprint.Span) []footprint.Span {
	counted := make([]footprint.Span, 0, len(spans))
	if it == nil {
		return counted
	}
	for _, s := range spans {
		text := Field(it, s.Field)
		if s.Start < 0 || s.End < s.Start || s.End > len(text) {
			continue
		}
		start := utf8.RuneCountInString(text[:s.Start])
		counted = append(counted, footprint.Span{Field: s.Field, Start: start, End: start + utf8.RuneCountInString(text[s.Start:s.End]), Type: s.Type})
	}
	return counted
}
