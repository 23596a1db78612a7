package identify

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// shape says what a token is made of.
type shape uint8

const (
	symbol shape = iota // one punctuation mark, or a line break
	word                // letters, with inner apostrophes
	number              // ASCII digits
	code                // letters and digits together, underscores
)

// token is one piece of the text. Blanks are not tokens.
type token struct {
	start, end int
	shape      shape
	said       said   // what the word stands for in a number that is read out
	mark       byte   // of a symbol: its character; dashes are '-', line breaks '\n', others 0
	label      labels // what the word announces
}

type scan struct {
	text   string
	opt    Options
	toks   []token
	claims []Hit // links and e-mail addresses, in order
	claim  int   // the next of claims
	hits   []Hit
	cells  []cell // of tables, in order
	spoken int    // how many words can be digits that are read out
	barred bool   // some '|' stands in the text
	filled bool   // "<<" stands in the text
	apart  bool   // some '@' stands apart
}

func (s *scan) str(i int) string { return s.text[s.toks[i].start:s.toks[i].end] }

// at returns the mark of token i, 0 outside the text and for words.
func (s *scan) at(i int) byte {
	if i < 0 || i >= len(s.toks) {
		return 0
	}
	return s.toks[i].mark
}

func (s *scan) is(i int, sh shape) bool { return i >= 0 && i < len(s.toks) && s.toks[i].shape == sh }

func (s *scan) has(i int, l labels) bool { return i >= 0 && i < len(s.toks) && s.toks[i].label&l != 0 }

// adjacent reports whether nothing stands between the tokens i and i+1.
func (s *scan) adjacent(i int) bool {
	return i >= 0 && i+1 < len(s.toks) && s.toks[i].end == s.toks[i+1].start
}

// capital reports whether token i is a word that begins with a capital letter.
func (s *scan) capital(i int) bool {
	if !s.is(i, word) {
		return false
	}
	c := s.text[s.toks[i].start]
	return 'A' <= c && c <= 'Z' || c == 0xc3 && s.text[s.toks[i].start+1] < 0xa0 || c == 0xc4 || c == 0xc5
}

// tokenize splits the text and reports whether anything in it can be an identifier.
func (s *scan) tokenize() bool {
	s.toks = slices.Grow(s.toks, len(s.text)/4+4)
	worth := false
	for i := 0; i < len(s.text); {
		c := s.text[i]
		switch {
		case c == ' ' || c == '\t' || c == '\r':
			i++
		case c >= 0x80 || isLetter(c) || isDigit(c):
			i = s.wordFrom(i)
		default:
			switch c {
			case '@':
				s.claimEmail(i)
				s.apart = s.apart || i > 0 && i+1 < len(s.text) && !localByte(s.text[i-1]) && !localByte(s.text[i+1])
			case '|':
				s.barred = true
			case '<':
				s.filled = s.filled || i > 0 && s.text[i-1] == '<'
			}
			s.toks = append(s.toks, token{start: i, end: i + 1, mark: c})
			i++
		}
		if n := len(s.toks); n > 0 {
			last := &s.toks[n-1]
			worth = worth || last.shape == number || last.shape == code || last.mark == '@' || last.label&triggers != 0
		}
	}
	return worth || s.spoken > 2
}

// wordFrom reads a word, a number or a mixture from i on; of other scripts' punctuation it makes symbols.
func (s *scan) wordFrom(i int) int {
	start, letters, figures := i, false, false
loop:
	for i < len(s.text) {
		c := s.text[i]
		switch {
		case isDigit(c):
			if letters && !figures && i-start <= maxGlued && glues(s.text[start:i]) { // MRN0044128
				break loop
			}
			figures = true
			i++
		case (c == 'x' || c == 'X') && !letters && i-start >= 4 && i+1 < len(s.text) && isDigit(s.text[i+1]): // 555-0013x38: an extension
			break loop
		case isLetter(c):
			letters = true
			i++
		case c == '_':
			letters, figures = true, true
			i++
		case c == '\'' && i > start && i+1 < len(s.text) && isLetter(s.text[i+1]) && !figures:
			i++
		case c >= 0x80:
			mark, size := foreign(s.text[i:])
			if mark == 0 {
				letters = true
				i += size
				continue
			}
			if i == start {
				if mark != ' ' {
					s.toks = append(s.toks, token{start: i, end: i + size, mark: mark})
				}
				return i + size
			}
			break loop
		default:
			break loop
		}
	}
	t := token{start: start, end: i, shape: word}
	switch {
	case figures && letters:
		t.shape = code
	case figures:
		t.shape = number
	}
	s.toks = append(s.toks, t)
	if t.shape == word {
		s.label(len(s.toks) - 1)
	} else if w := s.text[start:i]; w == "D0B" || w == "d0b" { // as machines read it
		s.toks[len(s.toks)-1].label = lBirth
	} else if len(w) == 5 && strings.EqualFold(w[:4], "imei") { // of a telephone with two cards
		s.toks[len(s.toks)-1].label = lDevice
	} else if n := strings.LastIndexByte(s.text[start:i], '_'); n > 0 && assigned(s.text[i:]) {
		if s.toks[len(s.toks)-1].label = keyName(s.text[start+n+1 : i]); s.toks[len(s.toks)-1].label == 0 { // api_key=...
			s.toks[len(s.toks)-1].label = fieldName(s.text[start:start+n], s.text[start+n+1:i])
		}
	}
	return i
}

// assigned reports that the text begins as what follows the name of a field in a program: =, :, and a quote or blank before.
func assigned(rest string) bool {
	rest = strings.TrimLeft(rest[:min(len(rest), 4)], `"' `)
	return rest != "" && (rest[0] == '=' || rest[0] == ':')
}

// fieldName tells what a field announces whose name is written with low lines: hospital_number, date_of_birth.
func fieldName(before, last string) labels {
	var buf, prev [16]byte
	w, ok := fold(buf[:], last)
	p, fits := fold(prev[:], before[strings.LastIndexByte(before, '_')+1:])
	if !ok || !fits {
		return 0
	}
	is := announcement(w)
	if is.labels&lCode != 0 && !opens(string(p)) { // medication_code
		return 0
	}
	if l, joined := double(string(p), string(w)); is.pairs && joined {
		return l
	}
	if is.pairs && is.labels == 0 {
		return announcement(p).labels
	}
	return is.labels
}

// keyName tells what the last word of a name in a program announces.
func keyName(w string) labels {
	switch strings.ToLower(w) {
	case "key", "token", "secret":
		return lAPIKey
	case "password", "passwd", "pwd":
		return lPassword
	}
	return 0
}

// maxGlued is the length of the labels that are written right before their value.
const maxGlued = 4

// glues reports labels that are written right before their value.
func glues(w string) bool {
	switch w {
	case "MRN", "DOB", "UMRN", "HRN", "SSN", "TFN", "dob", "mrn":
		return true
	}
	return false
}

// foreign classes the first rune of text: 0 a letter, '-' a dash, ' ' a blank or nothing visible, 1 other
// punctuation.
func foreign(text string) (mark byte, size int) {
	r, size := utf8.DecodeRuneInString(text)
	switch {
	case r >= 0x2010 && r <= 0x2015 || r == 0x2212:
		return '-', size
	case r == 0xa0 || r == 0x2007 || r == 0x202f || r >= 0x2000 && r <= 0x200f || r == 0x2060 || r == 0xfeff:
		return ' ', size
	case r >= 0x2016 && r <= 0x2bff || r == utf8.RuneError || r >= 0xa1 && r <= 0xbf || r >= 0x3000 && r <= 0x303f || r >= 0x1f000:
		return 1, size
	}
	return 0, size
}

func isDigit(c byte) bool  { return '0' <= c && c <= '9' }
func isUpper(c byte) bool  { return 'A' <= c && c <= 'Z' }
func isLetter(c byte) bool { return isUpper(c &^ 0x20) }

// fold writes the lower-case form of an ASCII word into buf; ok is false when it does not fit.
func fold(buf []byte, w string) ([]byte, bool) {
	if len(w) > len(buf) {
		return nil, false
	}
	for i := range len(w) {
		c := w[i]
		if isUpper(c) {
			c |= 0x20
		}
		buf[i] = c
	}
	return buf[:len(w)], true
}
