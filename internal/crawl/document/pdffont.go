package document

import (
	"bytes"
	"strconv"
	"strings"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"
)

// font turns the codes of a font into text.
type font struct {
	wide   bool // two bytes a code
	text   map[int]string
	simple bool // codes that the map lacks are read by the base encoding
	mac    bool
	widths map[int]float64 // of codes, in thousandths of the size
	usual  float64         // width of codes that are not listed
}

// font reads a font's encoding: the map to Unicode that most programs write, else names of glyphs.
func (f *pdfFile) font(v any) *font {
	d := f.dict(v)
	out := &font{wide: d["Subtype"] == pdfName("Type0"), text: map[int]string{}, widths: map[int]float64{}, usual: 500}
	out.simple = !out.wide
	out.measure(f, d)
	if enc, ok := f.get(d["Encoding"]).(pdfDict); ok {
		out.mac = f.get(enc["BaseEncoding"]) == pdfName("MacRomanEncoding")
		out.differences(f, enc)
	} else {
		out.mac = f.get(d["Encoding"]) == pdfName("MacRomanEncoding")
	}
	if _, cmap := f.stream(d["ToUnicode"]); len(cmap) > 0 {
		out.toUnicode(cmap)
	}
	return out
}

// measure reads the widths of a simple font, or those of the font below a wide one: [3 [500 510] 10 20 600 ...].
func (t *font) measure(f *pdfFile, d pdfDict) {
	if !t.wide {
		list, _ := f.get(d["Widths"]).([]any)
		for i, v := range list[:min(len(list), 256)] {
			if n, ok := f.get(v).(float64); ok {
				t.widths[integer(f.get(d["FirstChar"]))+i] = n
			}
		}
		return
	}
	below, _ := f.get(d["DescendantFonts"]).([]any)
	if len(below) == 0 {
		return
	}
	d = f.dict(below[0])
	t.usual = 1000
	if n, ok := f.get(d["DW"]).(float64); ok {
		t.usual = n
	}
	list, _ := f.get(d["W"]).([]any)
	for i := 0; i+1 < len(list); {
		from := integer(list[i])
		if each, ok := f.get(list[i+1]).([]any); ok {
			for k, v := range each[:min(len(each), 1<<16)] {
				if n, ok := v.(float64); ok {
					t.widths[from+k] = n
				}
			}
			i += 2
			continue
		}
		if i+2 < len(list) {
			n, _ := list[i+2].(float64)
			for c := from; c <= integer(list[i+1]) && c-from < 1<<16 && len(t.widths) < 1<<17; c++ {
				t.widths[c] = n
			}
		}
		i += 3
	}
}

// differences reads [32 /space /exclam 97 /a ...].
func (t *font) differences(f *pdfFile, enc pdfDict) {
	list, _ := f.get(enc["Differences"]).([]any)
	code := 0
	for _, v := range list {
		switch v := v.(type) {
		case float64:
			code = integer(v)
		case pdfName:
			if s := glyph(string(v)); s != "" && code >= 0 && code < 256 {
				t.text[code] = s
			}
			code++
		}
	}
}

// toUnicode reads the ranges of a character map.
func (t *font) toUnicode(b []byte) {
	p := parser{b: b}
	var args []any
	for n := 0; !p.done() && n < maxOperands; n++ {
		v := p.object(0)
		op, isOp := v.(pdfOp)
		switch {
		case !isOp:
			args = append(args, v)
			continue
		case op == "endbfchar":
			for i := 0; i+1 < len(args); i += 2 {
				t.put(code(args[i]), args[i+1], 0)
			}
		case op == "endbfrange":
			t.ranges(args)
		}
		args = nil
	}
}

func (t *font) ranges(args []any) {
	for i := 0; i+2 < len(args); i += 3 {
		from, to := code(args[i]), code(args[i+1])
		list, isList := args[i+2].([]any)
		for c := from; c >= 0 && c <= to && c-from < 1<<16 && len(t.text) < 1<<17; c++ {
			switch {
			case !isList:
				t.put(c, args[i+2], c-from)
			case c-from < len(list):
				t.put(c, list[c-from], 0)
			}
		}
	}
}

func (t *font) put(c int, v any, more int) {
	b, ok := v.([]byte)
	if !ok || c < 0 || len(b) > 32 {
		return
	}
	units := make([]uint16, 0, len(b)/2)
	for i := 0; i+1 < len(b); i += 2 {
		units = append(units, uint16(b[i])<<8|uint16(b[i+1]))
	}
	if len(b) == 1 {
		units = []uint16{uint16(b[0])}
	}
	if len(units) > 0 {
		units[len(units)-1] += uint16(more)
		t.text[c] = string(utf16.Decode(units))
	}
}

func code(v any) int {
	b, ok := v.([]byte)
	if !ok || len(b) == 0 || len(b) > 4 {
		return -1
	}
	n := 0
	for _, c := range b {
		n = n<<8 | int(c)
	}
	return n
}

// decode is the text of a shown string, and its width in thousandths of the size.
func (t *font) decode(b []byte) (text string, width float64) {
	var out strings.Builder
	step := 1
	if t.wide {
		step = 2
	}
	for i := 0; i+step <= len(b); i += step {
		c := int(b[i])
		if t.wide {
			c = c<<8 | int(b[i+1])
		}
		if n, ok := t.widths[c]; ok {
			width += n
		} else {
			width += t.usual
		}
		s, ok := t.text[c]
		switch {
		case ok:
			out.WriteString(s)
		case t.simple && t.mac:
			out.WriteRune(charmap.Macintosh.DecodeByte(byte(c)))
		case t.simple && c >= ' ':
			out.WriteRune(charmap.Windows1252.DecodeByte(byte(c)))
		}
	}
	return out.String(), width
}

// Names of glyphs that are no single letter; accented letters are put together from letter and accent.
var glyphs = map[string]string{
	"space": " ", "nbspace": " ", "exclam": "!", "quotedbl": `"`, "numbersign": "#", "dollar": "$", "percent": "%", "ampersand": "&", "quotesingle": "'", "quoteright": "’", "quoteleft": "‘", "parenleft": "(", "parenright": ")",
	"asterisk": "*", "plus": "+", "comma": ",", "hyphen": "-", "minus": "-", "period": ".", "slash": "/", "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
	"nine": "9", "colon": ":", "semicolon": ";", "less": "<", "equal": "=", "greater": ">", "question": "?", "at": "@", "bracketleft": "[", "bracketright": "]", "backslash": `\`, "underscore": "_", "braceleft": "{", "braceright": "}",
	"bar": "|", "asciitilde": "~", "endash": "–", "emdash": "—", "quotedblleft": "“", "quotedblright": "”", "quotedblbase": "„", "quotesinglbase": "‚", "bullet": "•", "ellipsis": "…", "ff": "ff", "fi": "fi", "fl": "fl", "ffi": "ffi",
	"ffl": "ffl", "germandbls": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "oslash": "ø", "Oslash": "Ø", "dotlessi": "ı", "lslash": "ł", "Lslash": "Ł", "eth": "ð", "thorn": "þ", "sterling": "£", "Euro": "€", "degree": "°", "section": "§",
	"copyright": "©", "registered": "®", "trademark": "™", "periodcentered": "·", "guillemotleft": "«", "guillemotright": "»", "multiply": "×", "f_f": "ff", "f_i": "fi", "f_l": "fl", "f_f_i": "ffi", "f_f_l": "ffl",
}

var accents = map[string]string{"acute": "\u0301", "grave": "\u0300", "dieresis": "\u0308", "circumflex": "\u0302", "tilde": "\u0303", "ring": "\u030a", "caron": "\u030c", "cedilla": "\u0327", "macron": "\u0304", "ogonek": "\u0328", "breve": "\u0306", "dotaccent": "\u0307", "hungarumlaut": "\u030b"}

func glyph(name string) string {
	name, _, _ = strings.Cut(name, ".")
	if s, ok := glyphs[name]; ok {
		return s
	}
	if len(name) == 1 {
		return name
	}
	for _, prefix := range []string{"uni", "u"} {
		if digits, ok := strings.CutPrefix(name, prefix); ok && len(digits) >= 4 && len(digits) <= 6 {
			if n, err := strconv.ParseUint(digits, 16, 32); err == nil && n < 0x110000 {
				return string(rune(n))
			}
		}
	}
	if len(name) > 1 && bytes.ContainsRune([]byte("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"), rune(name[0])) {
		if accent, ok := accents[name[1:]]; ok {
			return norm.NFC.String(name[:1] + accent)
		}
	}
	return ""
}
