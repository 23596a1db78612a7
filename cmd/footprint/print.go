package main

import (
	"fmt"
	"strings"
	"time"
	"unicode"

	"footprint/internal/ingest"
)

// clean makes words of an export safe for a terminal: control and direction characters would let a post
// rewrite the screen.
func clean(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
			return '�'
		}
		return r
	}, s)
}

// cleanLines is clean for text of several lines.
func cleanLines(s string) string {
	lines := strings.Split(strings.ReplaceAll(s, "\r\n", "\n"), "\n")
	for i := range lines {
		lines[i] = clean(lines[i])
	}
	return strings.Join(lines, "\n")
}

func plural(n int, word string) string {
	if n == 1 {
		return word
	}
	return word + "s"
}

func day(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.DateOnly)
}

func dates(from, to string) string {
	if from == "" {
		return "(no dates)"
	}
	return from + " to " + to
}

func failure(f ingest.Failure) string {
	s := f.File
	if f.At > 0 {
		s += fmt.Sprintf(", record %d", f.At)
	}
	s += ": " + f.Error
	if f.More > 0 {
		s += fmt.Sprintf(" (and %d more)", f.More)
	}
	return s
}
