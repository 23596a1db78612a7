package ingest

import (
	"strings"
	"time"
	"unicode/utf8"
)

// CleanText makes text fit to keep: valid UTF-8, line ends as "\n", no control characters but line end and
// tab.
func CleanText(s string) string {
	plain := true
	for i := range len(s) {
		if c := s[i]; c < ' ' && c != '\n' && c != '\t' || c == 0x7f {
			plain = false
			break
		}
	}
	if plain && utf8.ValidString(s) {
		return s
	}
	s = strings.ToValidUTF8(strings.ReplaceAll(s, "\r\n", "\n"), "\uFFFD")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\r':
			return '\n'
		case r < ' ' && r != '\n' && r != '\t', r == 0x7f:
			return -1
		}
		return r
	}, s)
}

// Plausible returns the time in UTC if social media existed then, else the zero time: a broken or missing
// stamp must not date an item.
func Plausible(t time.Time) time.Time {
	if t.Year() < 1990 || t.Year() > 2100 {
		return time.Time{}
	}
	return t.UTC()
}

// Details makes the details of an item of names and values in turn, leaving out what is empty; nil if that is all.
func Details(pairs ...string) map[string]string {
	var out map[string]string
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i+1] == "" {
			continue
		}
		if out == nil {
			out = map[string]string{}
		}
		out[pairs[i]] = CleanText(pairs[i+1])
	}
	return out
}
