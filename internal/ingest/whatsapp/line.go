package whatsapp

import (
	"regexp"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// header is the beginning of a message line: a date of three numbers in unknown order, and a time.
type header struct {
	date              [3]int
	digits            [3]int // how many digits each number was written with
	sep               byte
	hour, minute, sec int
	bracket           bool
	end               int // byte offset of what follows
}

// marks are the invisible characters that WhatsApp scatters before and after headers.
func isMark(r rune) bool {
	return r == '\ufeff' || r >= '\u200e' && r <= '\u200f' || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
}

func isGap(r rune) bool { return r == ' ' || r == '\u00a0' || r == '\u202f' || r == '\u2009' }

// halfDay are the words after a twelve-hour time: true for the second half.
var halfDay = map[string]bool{
	"am": false, "a.m.": false, "a. m.": false, "am.": false, "πμ": false, "上午": false, "vorm.": false, "morgens": false, "früh": false, "nachts": false,
	"pm": true, "p.m.": true, "p. m.": true, "pm.": true, "μμ": true, "下午": true, "nachm.": true, "abends": true, "mittags": true,
}

var halfDayWord = regexp.MustCompile(`^(?i)([ap]\. ?m\.|[ap]m\.?|πμ|μμ|上午|下午|vorm\.|nachm\.|morgens|früh|nachts|abends|mittags)`)

// scan walks a line from left to right.
type scan struct {
	s string
	i int
}

func (p *scan) peek() rune { r, _ := utf8.DecodeRuneInString(p.s[p.i:]); return r }

func (p *scan) skip(ok func(rune) bool) (n int) {
	for p.i < len(p.s) {
		r, size := utf8.DecodeRuneInString(p.s[p.i:])
		if !ok(r) {
			break
		}
		p.i += size
		n++
	}
	return n
}

// number reads one to four digits of any script.
func (p *scan) number() (value, digits int) {
	for p.i < len(p.s) && digits < 5 {
		r, size := utf8.DecodeRuneInString(p.s[p.i:])
		d, ok := digit(r)
		if !ok {
			break
		}
		value, digits, p.i = value*10+d, digits+1, p.i+size
	}
	return value, digits
}

func digit(r rune) (int, bool) {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0'), true
	case r >= '\u0660' && r <= '\u0669':
		return int(r - '\u0660'), true
	case r >= '\u06f0' && r <= '\u06f9':
		return int(r - '\u06f0'), true
	}
	return 0, false
}

// parseHeader reads "[29.01.18, 12:24:03] " and "1/29/18, 11:33 PM - " in all their dialects. Work is bounded by
// the length of the header.
func parseHeader(line string) (h header, ok bool) {
	p := &scan{s: line}
	p.skip(isMark)
	if p.i < len(line) && line[p.i] == '[' {
		h.bracket = true
		p.i++
		p.skip(isMark)
	}
	for n := range 3 {
		h.date[n], h.digits[n] = p.number()
		if h.digits[n] == 0 || h.digits[n] == 3 || h.digits[n] == 5 {
			return h, false
		}
		if n == 2 {
			break
		}
		if p.i >= len(line) || strings.IndexByte("/.-", line[p.i]) < 0 {
			return h, false
		}
		h.sep = line[p.i]
		p.i++
		p.skip(isGap)
	}
	p.skip(func(r rune) bool { return r == '.' || r == ',' })
	if p.skip(isGap) == 0 {
		return h, false
	}
	p.localWord()
	return h, p.time(&h)
}

// localWord skips a word between date and time, such as "klo" or "um".
func (p *scan) localWord() {
	start := p.i
	if n := p.skip(unicode.IsLetter); n == 0 || n > 10 || p.skip(isGap) == 0 {
		p.i = start
	}
}

func (p *scan) time(h *header) bool {
	var digits int
	if h.hour, digits = p.number(); digits == 0 || digits > 2 || h.hour > 24 {
		return false
	}
	if p.i >= len(p.s) || p.s[p.i] != ':' && p.s[p.i] != '.' {
		return false
	}
	p.i++
	if h.minute, digits = p.number(); digits != 2 || h.minute > 59 {
		return false
	}
	if p.i+1 < len(p.s) && (p.s[p.i] == ':' || p.s[p.i] == '.') {
		if _, isDigit := digit(rune(p.s[p.i+1])); isDigit {
			p.i++
			if h.sec, digits = p.number(); digits != 2 || h.sec > 60 {
				return false
			}
		}
	}
	p.halfDay(h)
	if h.bracket {
		if p.i >= len(p.s) || p.s[p.i] != ']' {
			return false
		}
		p.i++
	}
	gap := p.skip(isGap)
	if p.i < len(p.s) && strings.ContainsRune("-–—", p.peek()) {
		_, size := utf8.DecodeRuneInString(p.s[p.i:])
		p.i += size
		gap += p.skip(isGap)
	} else if p.i < len(p.s) && p.s[p.i] == ':' && gap == 0 && !h.bracket {
		p.i++
		gap = p.skip(isGap)
	}
	h.end = p.i
	return gap > 0
}

func (p *scan) halfDay(h *header) {
	start := p.i
	p.skip(isGap)
	m := halfDayWord.FindString(p.s[p.i:min(len(p.s), p.i+16)])
	if m == "" {
		p.i = start
		return
	}
	p.i += len(m)
	second := halfDay[strings.ToLower(m)]
	switch { // an hour of 13 or more wins over the word
	case second && h.hour < 12:
		h.hour += 12
	case !second && h.hour == 12:
		h.hour = 0
	}
}

// at returns the wall-clock time when the numbers stand in the given order.
func (h header) at(o order) time.Time {
	year := h.date[o.year]
	if h.digits[o.year] <= 2 {
		year += 2000
	}
	day, month := h.date[o.day], h.date[o.month]
	if month < 1 || month > 12 || day < 1 || day > 31 {
		return time.Time{}
	}
	return time.Date(year, time.Month(month), day, h.hour%24, h.minute, h.sec, 0, time.UTC)
}
