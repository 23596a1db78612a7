package disguise

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// unmask undoes symbols, separators and emoji in one chunk. Stars and emoji stand for any one letter.
func (f *Finder) unmask(raw string) string {
	if s := spelt(raw); s != "" {
		return f.exact[s]
	}
	if t := f.dashed(raw); t != "" {
		return t
	}
	if strings.ContainsAny(raw, `|\[(`) {
		raw = multi.Replace(raw)
	}
	read, ok := readAs(raw)
	if !ok || read.letters == 0 || read.n < 3 {
		return ""
	}
	s, n, stars := string(read.out[:read.n]), read.n, read.stars
	if read.seps > 0 && read.seps < n-2 { // dots or dashes between a few letters only: a compound, not a spelling-out
		return f.compound(raw)
	}
	ats := strings.Count(raw, "@")
	if ats == 1 && n == len(raw) && raw[0] != '@' { // one more letter that is hidden, unless it reads as an a
		if t := f.exact[s]; t != "" && stars == 0 {
			return t
		}
		i := strings.IndexByte(raw, '@')
		if t := f.starred(s[:i]+"*"+s[i+1:], stars+1); t != "" && read.letters > 1 {
			return t
		}
	}
	if stars > 0 {
		return f.starred(s, stars)
	}
	if read.digits > read.letters+1 || n < 4 && strings.ContainsAny(raw, "0123456789") {
		return ""
	}
	return f.lookup(strings.TrimRight(s, "i"), s)
}

// reading is a chunk read as letters, with how many of them stood there and what stood for the others.
type reading struct {
	out                          [maxChunk]byte
	n                            int // letters and stars of out
	letters, digits, stars, seps int
}

// readAs reads symbols, digits and emoji as the letters they stand for; it is false of a chunk that holds other signs.
func readAs(raw string) (rd reading, ok bool) {
	lastSep := false
	for i := 0; i < len(raw) && rd.n < len(rd.out); {
		r, size := utf8.DecodeRuneInString(raw[i:])
		i += size
		var b byte
		switch {
		case r < utf8.RuneSelf && unicode.IsLetter(r):
			b = byte(unicode.ToLower(r))
			rd.letters++
		case r < utf8.RuneSelf:
			if l := leet(byte(r)); l != 0 {
				b = l
				rd.digits++
			} else if strings.IndexByte("*#%&^?=~", byte(r)) >= 0 {
				b = star
				rd.stars++
			} else {
				rd.seps++
				lastSep = true
				continue
			}
		case r == 0xFE0F || r == 0x200D || r >= 0x1F3FB && r <= 0x1F3FF || unicode.IsMark(r):
			continue
		default:
			if l := emojiLetter(unicode.ToLower(r)); l != 0 {
				b = l
				rd.letters++
			} else if pictorial(r) {
				if rd.n > 0 && rd.out[rd.n-1] == star && !lastSep {
					continue
				}
				b = star
				rd.stars++
			} else {
				return rd, false
			}
		}
		lastSep = false
		rd.out[rd.n] = b
		rd.n++
	}
	return rd, true
}

// dashed reads a dash that hides a letter: "f-ck".
func (f *Finder) dashed(raw string) string {
	l, r, ok := strings.Cut(strings.ToLower(raw), "-")
	if !ok || l == "" || r == "" || len(raw) < 4 || !isPlain(l) || !isPlain(r) || f.common(l) && f.common(r) && len(l) > 2 && len(r) > 2 {
		return ""
	}
	return f.starred(l+"*"+r, 1)
}

// spelt joins letters with one and the same mark between any two of them ("p|r|i|c|k"), "" if they are not so.
func spelt(raw string) string {
	n := len(raw)
	if n < 5 || n%2 == 0 || unicode.IsLetter(rune(raw[1])) || unicode.IsDigit(rune(raw[1])) || raw[1] >= utf8.RuneSelf {
		return ""
	}
	out := make([]byte, 0, n/2+1)
	for i := 0; i < n; i++ {
		b := raw[i] | 0x20
		switch {
		case i%2 == 1 && raw[i] != raw[1], i%2 == 0 && (b < 'a' || b > 'z'):
			return ""
		case i%2 == 0:
			out = append(out, b)
		}
	}
	return string(out)
}

// compound undoes a disguise in one part of a chunk with inner punctuation ("you-f4cker", "f-ck").
func (f *Finder) compound(raw string) string {
	joined := strings.Map(func(r rune) rune {
		if r < utf8.RuneSelf && unicode.IsLetter(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, raw)
	if t := f.exact[joined]; t != "" && len(joined) >= 4 {
		return t
	}
	inner := strings.IndexAny(raw, "-_./~,'")
	if t := f.variants[joined]; t != "" && inner > 0 && inner < len(raw)-1 && len(joined) >= 3 {
		if l, r := raw[:inner], raw[inner+1:]; !f.common(strings.ToLower(l)) || !f.common(strings.ToLower(r)) {
			return t
		}
	}
	parts := strings.FieldsFunc(raw, func(r rune) bool { return strings.ContainsRune("-_./~,:;\"'", r) })
	if len(parts) > 8 {
		return ""
	}
	for _, p := range parts {
		if len(p) < 4 || p == raw || isPlain(strings.ToLower(p)) {
			continue
		}
		if t := f.unmask(p); t != "" {
			return t
		}
	}
	return ""
}

func (f *Finder) lookup(forms ...string) string {
	for _, s := range forms {
		for _, try := range [...]string{s, strings.ReplaceAll(s, "v", "u"), swapIL(s), strings.ReplaceAll(s, "ii", "ll")} {
			if t := f.exact[try]; t != "" && len(t) >= 3 {
				return t
			}
			if q := squeeze(try); q != try && f.exact[q] != "" && len(q) >= 4 {
				return f.exact[q]
			}
			if len(try) >= 6 && !f.common(try) {
				if t := f.joined(try); t != "" {
					return t
				}
			}
		}
		if t := f.sounds[sound(s)]; t != "" && len(s) >= 4 && !f.common(s) {
			return t
		}
	}
	return ""
}

// swapIL reads 1 as l.
func swapIL(s string) string {
	if i := strings.IndexByte(s, 'i'); i >= 0 {
		return s[:i] + "l" + s[i+1:]
	}
	return s
}
