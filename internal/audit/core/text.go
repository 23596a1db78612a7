package core

import (
	"footprint/internal/footprint"
	"slices"
	"time"
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
