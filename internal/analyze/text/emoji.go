package text

import "unicode/utf8"

// isEmoji reports the base characters of emoji.
func isEmoji(r rune) bool {
	switch {
	case r < 0x203c:
		return false
	case r >= 0x1f000 && r <= 0x1faff, r >= 0x2600 && r <= 0x27bf:
		return true
	case r >= 0x2b00 && r <= 0x2bff, r >= 0x231a && r <= 0x23ff, r >= 0x2194 && r <= 0x21aa, r >= 0x25aa && r <= 0x25fe:
		return true
	}
	return r == 0x203c || r == 0x2049 || r == 0x2934 || r == 0x2935 || r == 0x3030 || r == 0x303d || r == 0x3297 || r == 0x3299 || r == 0x2122 || r == 0x2139
}

// maxEmoji bounds one joined emoji; families join four people.
const maxEmoji = 12

// emojiEnd returns the end of the emoji at i: flags are two letters, others may be joined or dressed with tags.
func emojiEnd(b []byte, i int) int {
	r, n := utf8.DecodeRune(b[i:])
	j := i + n
	if flag(r) {
		if q, m := utf8.DecodeRune(b[j:]); flag(q) {
			return j + m
		}
		return j
	}
	for k := 0; k < maxEmoji && j < len(b); k++ {
		q, m := utf8.DecodeRune(b[j:])
		switch {
		case q == 0x200d:
			j += m
			if q, m = utf8.DecodeRune(b[j:]); isEmoji(q) {
				j += m
			}
		case q >= 0xe0020 && q <= 0xe007f:
			j += m
		default:
			return j
		}
	}
	return j
}

func flag(r rune) bool { return r >= 0x1f1e6 && r <= 0x1f1ff }
