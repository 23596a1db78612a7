package value

import (
	"strings"
	"unicode/utf8"
)

// Repair undoes the encoding fault of Meta's JSON, where each byte of the UTF-8 text was written as a
// character of its own ("Ã©" for "é"). Text that was encoded correctly is returned as it is, so the
// function can be applied to every string. A text cut inside a character is repaired up to the cut.
func Repair(s string) string {
	foreign := false
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			foreign = true
			break
		}
	}
	if !foreign {
		return s
	}
	b := make([]byte, 0, len(s))
	for _, r := range s {
		if r > 0xFF {
			return s
		}
		b = append(b, byte(r))
	}
	if utf8.Valid(b) {
		return string(b)
	}
	if cut := trimPartial(b); len(cut) < len(b) && utf8.Valid(cut) && hasForeign(cut) {
		return string(cut)
	}
	return s
}

// trimPartial drops the beginning of a multi-byte character at the end of b.
func trimPartial(b []byte) []byte {
	for i := 1; i <= 3 && i <= len(b); i++ {
		c := b[len(b)-i]
		if utf8.RuneStart(c) {
			if c >= 0xC2 && !utf8.FullRune(b[len(b)-i:]) {
				return b[:len(b)-i]
			}
			return b
		}
	}
	return b
}

func hasForeign(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return true
		}
	}
	return false
}

// Clean repairs nothing but drops what no text may hold: NUL characters and invalid bytes.
func Clean(s string) string {
	if !strings.Contains(s, "\x00") && utf8.ValidString(s) {
		return s
	}
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\uFFFD"), "\x00", "")
}
