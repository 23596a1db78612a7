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
	var out [maxChunk]byte
	n, letters, digits, stars, seps := 0, 0, 0, 0, 0
	lastSep := false
	for i := 0; i < len(raw) && n < len(out); {
		r, size := utf8.DecodeRuneInString(raw[i:])
		i += size
		var b byte
		switch {
		case r < utf8.RuneSelf && unicode.IsLetter(r):
			b = byte(unicode.ToLower(r))
			letters++
		case r < utf8.RuneSelf:
			if l := leet(byte(r)); l != 0 {
				b = l
				digits++
			} else if strings.IndexByte("*#%&^?=~", byte(r)) >= 0 {
				b = star
				stars++
			} else {
				seps++
				lastSep = true
				continue
			}
		case r == 0xFE0F || r == 0x200D || r >= 0x1F3FB && r <= 0x1F3FF || unicode.IsMark(r):
			continue
		default:
			if l := emojiLetter(unicode.ToLower(r)); l != 0 {
				b = l
				letters++
			} else if pictorial(r) {
				if n > 0 && out[n-1] == star && !lastSep {
					continue
				}
				b = star
				stars++
			} else {
				return ""
			}
		}
		lastSep = false
		out[n] = b
		n++
	}
	s := string(out[:n])
	if letters == 0 || n < 3 {
		return ""
	}
	if seps > 0 && seps < n-2 { // dots or dashes between a few letters only: a compound, not a spelling-out
		return f.compound(raw)
	}
	ats := strings.Count(raw, "@")
	if ats == 1 && n == len(raw) && raw[0] != '@' { // one more letter that is hidden, unless it reads as an a
		if t := f.exact[s]; t != "" && stars == 0 {
			return t
		}
		i := strings.IndexByte(raw, '@')
		if t := f.starred(s[:i]+"*"+s[i+1:], stars+1); t != "" && letters > 1 {
			return t
		}
	}
	if stars > 0 {
		return f.starred(s, stars)
	}
	if digits > letters+1 || n < 4 && strings.ContainsAny(raw, "0123456789") {
		return ""
	}
	return f.lookup(strings.TrimRight(s, "i"), s)
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
