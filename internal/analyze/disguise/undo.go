package disguise

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// lookAlike maps letters of other scripts, currency signs and emoji to the letter they look like.
var lookAlike = map[rune]byte{
	'а': 'a', 'е': 'e', 'о': 'o', 'с': 'c', 'і': 'i', 'к': 'k', 'ѕ': 's', 'т': 't', 'у': 'y', 'х': 'x', 'р': 'p', 'н': 'h', 'м': 'm', 'в': 'b',
	'α': 'a', 'ε': 'e', 'ο': 'o', 'υ': 'u', 'ι': 'i', 'κ': 'k', 'τ': 't', 'ν': 'v', 'ρ': 'p', 'β': 'b', 'ƒ': 'f', 'ц': 'u', 'ս': 'u', 'ç': 'c',
	'á': 'a', 'à': 'a', 'â': 'a', 'ä': 'a', 'ã': 'a', 'å': 'a', 'é': 'e', 'è': 'e', 'ê': 'e', 'ë': 'e', 'í': 'i', 'ì': 'i', 'î': 'i', 'ï': 'i',
	'ó': 'o', 'ò': 'o', 'ô': 'o', 'ö': 'o', 'õ': 'o', 'ø': 'o', 'ú': 'u', 'ù': 'u', 'û': 'u', 'ü': 'u', 'ñ': 'n', 'ß': 's', 'ý': 'y', 'š': 's',
	'ҽ': 'e', 'ϲ': 'c', 'ӏ': 'l', 'Ӏ': 'l', 'һ': 'h', 'ɩ': 'i', 'ԁ': 'd', 'ɡ': 'g', 'ո': 'n', 'ɑ': 'a', 'ⅼ': 'l', 'ɾ': 'r', 'ʀ': 'r', 'ŧ': 't', 'ƭ': 't', 'ɦ': 'h', 'ƙ': 'k', 'ɓ': 'b', 'ƈ': 'c', 'ɗ': 'd', 'ɛ': 'e', 'ǝ': 'e', 'ŋ': 'n', 'ɳ': 'n', 'ʂ': 's', 'ƚ': 'l', 'ł': 'l', 'ĸ': 'k', 'ʋ': 'u', 'σ': 'o', 'η': 'n', 'ω': 'w',
	'€': 'e', '£': 'l', '¢': 'c', '¥': 'y', '§': 's', '†': 't', '⭕': 'o', '❗': 'i', 'ℹ': 'i', '💲': 's', 'Ⓜ': 'm', '✝': 't', '❌': 'x', '🔟': 'o', '🍆': 0,
}

// LetterOf is the letter that a digit or symbol is written for in a disguised word ("l33t"), 0 if none.
func LetterOf(b byte) byte {
	switch b {
	case '0':
		return 'o'
	case '1', '!', '|':
		return 'i'
	case '3':
		return 'e'
	case '4', '@':
		return 'a'
	case '5', '$':
		return 's'
	case '7', '+':
		return 't'
	case '8':
		return 'b'
	case '9', '6':
		return 'g'
	}
	return 0
}

// leet is LetterOf, and the bracket that stands for a c.
func leet(b byte) byte {
	if b == '(' {
		return 'c'
	}
	return LetterOf(b)
}

// multi are letters drawn with several characters.
var multi = strings.NewReplacer(`|_|`, "u", `|<`, "k", `/\`, "a", `\/`, "v", `()`, "o", `[]`, "o", `|-|`, "h", `|)`, "d")

const star = '*'

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
	if !ok || l == "" || r == "" || len(raw) < 4 || !isPlain(l) || !isPlain(r) || f.common(l) && f.common(r) && len(l) > 1 {
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

// starred matches stars against the terms of the same length, then a row of stars against any letters.
func (f *Finder) starred(s string, stars int) string {
	if s[0] == star {
		return f.headless(s, stars)
	}
	shown := len(s) - stars
	inner := strings.IndexByte(s, star)
	tail := len(s) - len(strings.TrimRight(s, "*"))
	if tail == stars { // only the beginning is shown
		if stars < 2 || shown == 1 && stars < 3 {
			return ""
		}
	}
	if shown < 2 && tail != stars {
		return ""
	}
	for _, t := range f.byLen[len(s)] {
		if match(s, t) && (shown > 1 || strings.IndexByte("bcfs", t[0]) >= 0) {
			return t
		}
	}
	if tail == stars || shown < 2 {
		return ""
	}
	// A row of stars, or one, for a different number of letters: "f*ing", "c******t".
	end := strings.LastIndexByte(s, star)
	if end-inner+1 != stars {
		return ""
	}
	head, rest := s[:inner], s[end+1:]
	for n := len(s) - 2; n <= len(s)+2; n++ {
		for _, t := range f.byLen[n] {
			if len(t) > shown && strings.HasPrefix(t, head) && strings.HasSuffix(t, rest) && shown*2 >= len(t) {
				return t
			}
		}
	}
	return ""
}

// headless matches a long term whose first letter alone is hidden.
func (f *Finder) headless(s string, stars int) string {
	if stars > 1 || len(s) < 6 {
		return ""
	}
	for _, t := range f.byLen[len(s)] {
		if match(s, t) {
			return t
		}
	}
	return ""
}

func match(pattern, term string) bool {
	for i := 0; i < len(term); i++ {
		if pattern[i] != star && pattern[i] != term[i] {
			return false
		}
	}
	return true
}

// squeeze keeps one of each row of the same letter.
func squeeze(s string) string { return squeezeTo(s, 1) }

func squeezeTo(s string, keep int) string {
	var out [maxChunk]byte
	n, run := 0, 0
	for i := 0; i < len(s) && n < len(out); i++ {
		if i > 0 && s[i] == s[i-1] {
			run++
		} else {
			run = 1
		}
		if run <= keep {
			out[n] = s[i]
			n++
		}
	}
	if n == len(s) {
		return s
	}
	return string(out[:n])
}

// sound writes a word by sound: ph as f, ck, q and hard c as k, y as i, z as s, v between consonants as u,
// -er and -ah as -a, -ing and -en as -in; rows of a letter once.
func sound(w string) string {
	var out [maxChunk]byte
	n := 0
	put := func(b byte) {
		if n < len(out) && (n == 0 || out[n-1] != b) {
			out[n] = b
			n++
		}
	}
	for i := 0; i < len(w); i++ {
		b, next := w[i], byte(0)
		if i+1 < len(w) {
			next = w[i+1]
		}
		switch {
		case b == 'p' && next == 'h':
			put('f')
			i++
		case b == 'c' && next == 'h':
			put('c')
			put('h')
			i++
		case b == 'c' && next == 'k':
			put('k')
			i++
		case b == 'q' || b == 'c' && next != 'e' && next != 'i' && next != 'y':
			put('k')
		case b == 'y' && i > 0:
			put('i')
		case b == 'z':
			put('s')
		case b == 'v' && i > 0 && next != 0 && !isVowel(w[i-1]) && !isVowel(next):
			put('u')
		default:
			put(b)
		}
	}
	s := string(out[:n])
	for _, e := range [...][2]string{{"ing", "in"}, {"en", "in"}, {"un", "in"}, {"ers", "as"}, {"er", "a"}, {"ah", "a"}, {"uh", "a"}} {
		if strings.HasSuffix(s, e[0]) && len(s) > len(e[0])+2 {
			return s[:len(s)-len(e[0])] + e[1]
		}
	}
	return s
}

// soundFirst is the first letter of w as a term that sounds the same would write it.
func soundFirst(w string) byte {
	switch {
	case strings.HasPrefix(w, "ph"):
		return 'f'
	case w[0] == 'k' || w[0] == 'q':
		return 'c'
	}
	return w[0]
}

// speller collects single letters with spaces between them.
type speller struct {
	f          *Finder
	letters    [32]byte
	n          int
	start, end int
}

// add takes the next chunk; a chunk that is no single letter ends the word spelt so far.
func (s *speller) add(c chunk) (Hit, bool) {
	if c.letter == 0 {
		return s.flush()
	}
	if s.n == 0 {
		s.start = c.start
	}
	if s.n < len(s.letters) {
		s.letters[s.n] = c.letter
		s.n++
	}
	s.end = c.end
	return Hit{}, false
}

func (s *speller) flush() (Hit, bool) {
	n := s.n
	s.n = 0
	if n < 3 {
		return Hit{}, false
	}
	w := string(s.letters[:n])
	for i := 0; i < n; i++ {
		for j := n; j >= i+3; j-- {
			if t := s.f.exact[w[i:j]]; t != "" && (j-i >= 4 || n == 3) {
				return Hit{s.start, s.end, t}, true
			}
		}
	}
	if q := squeeze(w); q != w && s.f.exact[q] != "" {
		return Hit{s.start, s.end, s.f.exact[q]}, true
	}
	return Hit{}, false
}
