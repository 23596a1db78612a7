package jsonstream

import (
	"bytes"
	"encoding/json"
	"strings"
	"unicode/utf8"
)

// Members calls visit with each member of an object that [Walk] handed out: its name in quotes taken off
// (escapes in names are kept) and its value as text. It looks at brackets and quotes only and allocates
// nothing, for records too many to be decoded by reflection. It returns false when raw is no object or is
// broken; visit may have been called by then.
func Members(raw []byte, visit func(name, value []byte)) bool {
	raw = bytes.TrimSpace(raw)
	if len(raw) < 2 || raw[0] != '{' {
		return false
	}
	at := 1
	for first := true; ; first = false {
		at = blank(raw, at)
		switch {
		case at >= len(raw):
			return false
		case raw[at] == '}':
			return true
		case raw[at] == ',' && !first:
			at = blank(raw, at+1)
		case !first:
			return false
		}
		if at >= len(raw) || raw[at] != '"' {
			return false
		}
		end := skipText(raw, at)
		if end < 0 {
			return false
		}
		name := raw[at+1 : end-1]
		if at = blank(raw, end); at >= len(raw) || raw[at] != ':' {
			return false
		}
		at = blank(raw, at+1)
		if end = skipValue(raw, at); end < 0 {
			return false
		}
		visit(name, raw[at:end])
		at = end
	}
}

// Elements calls visit with each element of an array that [Walk] or [Members] handed out. It returns false
// when raw is no array or is broken.
func Elements(raw []byte, visit func(value []byte)) bool {
	raw = bytes.TrimSpace(raw)
	if len(raw) < 2 || raw[0] != '[' {
		return false
	}
	at := 1
	for first := true; ; first = false {
		at = blank(raw, at)
		switch {
		case at >= len(raw):
			return false
		case raw[at] == ']':
			return true
		case raw[at] == ',' && !first:
			at = blank(raw, at+1)
		case !first:
			return false
		}
		end := skipValue(raw, at)
		if end < 0 {
			return false
		}
		visit(raw[at:end])
		at = end
	}
}

// Text returns a string's decoded text, or a number or true or false as it is written; null, objects and
// arrays give "". The result is valid UTF-8.
func Text(raw []byte) string {
	switch {
	case len(raw) == 0, raw[0] == '{', raw[0] == '[', raw[0] == 'n':
		return ""
	case raw[0] != '"':
		return strings.ToValidUTF8(string(raw), "\uFFFD")
	case bytes.IndexByte(raw, '\\') < 0 && len(raw) >= 2:
		if inner := raw[1 : len(raw)-1]; utf8.Valid(inner) {
			return string(inner)
		}
	}
	var s string
	if json.Unmarshal(raw, &s) != nil {
		return strings.ToValidUTF8(strings.Trim(string(raw), `"`), "\uFFFD")
	}
	return s
}

func blank(b []byte, at int) int {
	for at < len(b) && (b[at] == ' ' || b[at] == '\n' || b[at] == '\t' || b[at] == '\r') {
		at++
	}
	return at
}

// skipText returns the place behind the string that begins at the quote, or -1.
func skipText(b []byte, at int) int {
	for at++; ; {
		i := bytes.IndexByte(b[at:], '"')
		if i < 0 {
			return -1
		}
		if !trailingOdd(b[at:at+i], false) {
			return at + i + 1
		}
		at += i + 1
	}
}

// skipValue returns the place behind the value that begins here, or -1.
func skipValue(b []byte, at int) int {
	if at >= len(b) {
		return -1
	}
	switch b[at] {
	case '"':
		return skipText(b, at)
	case '{', '[':
		depth := 0
		for at < len(b) {
			switch b[at] {
			case '"':
				if at = skipText(b, at); at < 0 {
					return -1
				}
				continue
			case '{', '[':
				depth++
			case '}', ']':
				if depth--; depth == 0 {
					return at + 1
				}
			}
			at++
		}
		return -1
	}
	start := at
	for at < len(b) && b[at] != ',' && b[at] != '}' && b[at] != ']' && b[at] > ' ' {
		at++
	}
	if at == start {
		return -1
	}
	return at
}
