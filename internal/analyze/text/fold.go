package text

import (
	"html"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// folded is the text in its form for matching, with the place of every byte in the original.
type folded struct {
	b []byte
	// at[i] is the offset in the original of the character that gave b[i]; at[len(b)] is its length.
	at []int32
}

// maxEntity bounds the look-ahead for an HTML entity: "&CounterClockwiseContourIntegral;" is the longest name.
const maxEntity = 34

// fold lowers case, folds accents, width and decorated letters, decodes HTML entities and drops characters
// nobody sees. Letters of other scripts stay.
func (f *folded) fold(s string) {
	f.b, f.at = slices.Grow(f.b[:0], len(s)), slices.Grow(f.at[:0], len(s)+1)
	for i := 0; i < len(s); {
		c := s[i]
		switch {
		case c == '&':
			text, n := entity(s[i:])
			if n == 0 {
				f.add(c, i)
				i++
				continue
			}
			for _, r := range text {
				f.rune(r, i)
			}
			i += n
		case c < utf8.RuneSelf:
			i = f.ascii(s, i)
		default:
			r, n := utf8.DecodeRuneInString(s[i:])
			f.rune(r, i)
			i += n
		}
	}
	f.at = append(f.at, int32(len(s)))
}

// ascii folds the run of plain characters from i on, which is most of most texts, and returns its end.
func (f *folded) ascii(s string, i int) int {
	end := i
	for end < len(s) && s[end] < utf8.RuneSelf && s[end] != '&' {
		end++
	}
	run, n := s[i:end], len(f.b)
	f.b, f.at = slices.Grow(f.b, len(run))[:n+len(run)], slices.Grow(f.at, len(run))[:n+len(run)]
	b, at := f.b[n:], f.at[n:]
	for k := range len(run) {
		c := run[k]
		if 'A' <= c && c <= 'Z' {
			c += 'a' - 'A'
		}
		b[k], at[k] = c, int32(i+k)
	}
	return end
}

func (f *folded) add(c byte, at int) {
	f.b = append(f.b, c)
	f.at = append(f.at, int32(at))
}

func (f *folded) put(s string, at int) {
	for i := 0; i < len(s); i++ {
		f.add(s[i], at)
	}
}

// rune folds one character that stood at offset at.
func (f *folded) rune(r rune, at int) {
	switch {
	case r == 0x200d: // joins emoji; elsewhere it is invisible
		if last, _ := utf8.DecodeLastRune(f.b); isEmoji(last) {
			f.put("\u200d", at)
		}
		return
	case invisible(r):
		return
	case r >= 0x1f3fb && r <= 0x1f3ff: // skin tone
		return
	case r < utf8.RuneSelf:
		if 'A' <= r && r <= 'Z' {
			r += 'a' - 'A'
		}
		f.add(byte(r), at)
		return
	}
	if s := punctuation(r); s != "" {
		f.put(s, at)
		return
	}
	if enclosed := enclosedLetter(r); enclosed != 0 {
		f.add(enclosed, at)
		return
	}
	if unicode.IsLetter(r) || unicode.IsNumber(r) || r >= 0xff00 && r <= 0xffef || unicode.IsMark(r) {
		f.letter(r, at)
		return
	}
	if unicode.IsSpace(r) {
		f.add(' ', at)
		return
	}
	f.put(string(r), at)
}

func (f *folded) letter(r rune, at int) {
	switch r {
	case 'ß':
		f.put("ss", at)
		return
	case 'ø', 'Ø':
		f.add('o', at)
		return
	case 'ı', 'İ':
		f.add('i', at)
		return
	case 'đ', 'Đ', 'ð', 'Ð':
		f.add('d', at)
		return
	case 'ł', 'Ł':
		f.add('l', at)
		return
	case 'æ', 'Æ':
		f.put("ae", at)
		return
	case 'œ', 'Œ':
		f.put("oe", at)
		return
	}
	if decoration(r) {
		return
	}
	var buf [8]byte
	n := utf8.EncodeRune(buf[:], r)
	d := norm.NFKD.Properties(buf[:n]).Decomposition()
	if d == nil {
		f.put(string(unicode.ToLower(r)), at)
		return
	}
	for len(d) > 0 {
		q, n := utf8.DecodeRune(d)
		d = d[n:]
		if !decoration(q) {
			f.put(string(unicode.ToLower(q)), at)
		}
	}
}

// decoration reports a mark that Latin, Greek and Cyrillic words can do without.
func decoration(r rune) bool {
	return r >= 0x300 && r <= 0x36f || r >= 0x1ab0 && r <= 0x1aff || r >= 0x1dc0 && r <= 0x1dff ||
		r >= 0x20d0 && r <= 0x20ff || r >= 0xfe20 && r <= 0xfe2f
}

// invisible reports characters removed for matching: zero width, soft hyphen, direction, variation.
func invisible(r rune) bool {
	switch {
	case r == 0xad, r == 0x34f, r == 0x61c, r == 0x180e, r == 0xfeff, r == 0x115f, r == 0x1160, r == 0x3164:
		return true
	case r >= 0x200b && r <= 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2060 && r <= 0x206f:
		return true
	case r >= 0xfe00 && r <= 0xfe0f, r >= 0xe0000 && r <= 0xe01ef && !(r >= 0xe0020 && r <= 0xe007f):
		return true
	}
	return false
}

// punctuation folds typographic marks; quotation marks keep their direction for the voice.
func punctuation(r rune) string {
	switch r {
	case '‘', '‛':
		return "‘"
	case '’', 'ʼ', '′', '＇', '´':
		return "'"
	case '„', '‟', '″', '＂', '〝':
		return "“"
	case '‐', '‑', '‒', '﹣', '－', '−':
		return "-"
	case '–', '—', '―', '⸺':
		return "—"
	case '…':
		return "..."
	}
	return ""
}

// enclosedLetter folds letters in circles and squares, which Unicode does not decompose.
func enclosedLetter(r rune) byte {
	for _, start := range [...]rune{0x24b6, 0x24d0, 0x1f130, 0x1f150, 0x1f170} {
		if r >= start && r < start+26 {
			return 'a' + byte(r-start)
		}
	}
	return 0
}

// entity decodes an HTML entity at the start of s; n is its length, 0 if there is none.
func entity(s string) (text string, n int) {
	end := strings.IndexByte(s[:min(len(s), maxEntity)], ';')
	if end < 2 {
		return "", 0
	}
	text = html.UnescapeString(s[:end+1])
	if text == s[:end+1] {
		return "", 0
	}
	if text == "&" { // "&amp;lt;" was escaped twice by many exports
		if inner, m := entity("&" + s[end+1:min(len(s), end+1+maxEntity)]); m > 0 && inner != "&" {
			return inner, end + m
		}
	}
	return text, end + 1
}

// lookAlikes maps letters of other scripts to the Latin letter they resemble.
var lookAlikes = map[rune]byte{
	'а': 'a', 'в': 'b', 'е': 'e', 'к': 'k', 'м': 'm', 'н': 'h', 'о': 'o', 'р': 'p', 'с': 'c', 'т': 't', 'у': 'y', 'х': 'x',
	'і': 'i', 'ј': 'j', 'ѕ': 's', 'ԁ': 'd', 'һ': 'h', 'ԛ': 'q', 'ԝ': 'w', 'ь': 'b', 'г': 'r', 'п': 'n', 'и': 'u', 'ц': 'u', 'я': 'r', 'з': '3',
	'α': 'a', 'β': 'b', 'γ': 'y', 'ε': 'e', 'η': 'n', 'ι': 'i', 'κ': 'k', 'μ': 'u', 'ν': 'v', 'ο': 'o', 'ρ': 'p', 'σ': 'o', 'ς': 'c', 'τ': 't',
	'ҽ': 'e', 'ϲ': 'c', 'ӏ': 'l', 'ɾ': 'r', 'ŧ': 't', 'ƭ': 't', 'ɦ': 'h', 'ƙ': 'k', 'ɓ': 'b', 'ƈ': 'c', 'ɗ': 'd', 'ɛ': 'e', 'ǝ': 'e', 'ŋ': 'n', 'ɳ': 'n', 'ʂ': 's', 'ƚ': 'l', 'ĸ': 'k', 'ʋ': 'u', 'ƒ': 'f',
	'υ': 'u', 'χ': 'x', 'ω': 'w', 'ɡ': 'g', 'ɩ': 'i', 'ո': 'n', 'ս': 'u', 'օ': 'o', 'ց': 'g', 'հ': 'h', 'ɑ': 'a', 'ʀ': 'r', 'ɪ': 'i', 'ꜱ': 's', 'ꞵ': 'b',
	'ᴀ': 'a', 'ʙ': 'b', 'ᴄ': 'c', 'ᴅ': 'd', 'ᴇ': 'e', 'ɢ': 'g', 'ʜ': 'h', 'ᴋ': 'k', 'ʟ': 'l', 'ᴍ': 'm', 'ɴ': 'n', 'ᴏ': 'o', 'ᴘ': 'p', 'ᴛ': 't', 'ᴜ': 'u', 'ᴠ': 'v', 'ᴡ': 'w', 'ʏ': 'y', 'ᴢ': 'z',
}

// latin undoes look-alikes in a word that mixes scripts; a word wholly in another script is left alone.
func latin(word []byte) (string, bool) {
	ascii, other := false, false
	for _, r := range string(word) {
		switch {
		case r < utf8.RuneSelf:
			ascii = ascii || 'a' <= r && r <= 'z'
		default:
			other = true
			_, alike := lookAlikes[r]
			// Small capitals are Latin dressed up, so they need no second script.
			ascii = ascii || alike && unicode.Is(unicode.Latin, r)
		}
	}
	if !ascii || !other {
		return "", false
	}
	out, changed := make([]byte, 0, len(word)), false
	for _, r := range string(word) {
		if l, ok := lookAlikes[r]; ok {
			out, changed = append(out, l), true
		} else {
			out = utf8.AppendRune(out, r)
		}
	}
	return string(out), changed
}
