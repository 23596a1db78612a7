package text

import (
	"unicode"
	"unicode/utf8"
)

// wordEnd returns the end of the run of letters, digits and inner apostrophes from i.
func (sc *scanner) wordEnd(i int) (end int, ascii bool) {
	b := sc.f.b
	ascii = true
	for i < len(b) {
		c := b[i]
		switch {
		case isLetter(c) || isDigit(c) || c == '_':
			i++
		case c == '\'' && i+1 < len(b) && isLetter(b[i+1]):
			i++
		case c >= utf8.RuneSelf:
			r, n := utf8.DecodeRune(b[i:])
			if r == '‘' || !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.IsNumber(r) {
				return i, ascii
			}
			ascii = false
			i += n
		default:
			return i, ascii
		}
	}
	return i, ascii
}

func (sc *scanner) word(i int) {
	b := sc.f.b
	j, ascii := sc.wordEnd(i)
	joined := i > 1 && b[i-1] == '-' && len(sc.out) > 0 && sc.out[len(sc.out)-1].Kind <= Number
	t := sc.emit(i, j, Word)
	if joined {
		t.Flags |= Joined
	}
	if !ascii {
		if s, changed := latin(b[i:j]); changed {
			t.Norm = s
			t.Flags |= Masked
		}
	}
	t.Flags |= letterCase(sc.orig[t.Start:t.End])
	if len(t.Norm) > 3 {
		sc.elongation(t)
	}
	// A hyphen inside a word joins: the parts are tokens, the hyphen is not.
	if j+1 < len(b) && b[j] == '-' && (isLetter(b[j+1]) || isDigit(b[j+1])) {
		sc.i = j + 1
	}
}

// muchRarer is the difference in cost that makes "soo" a long "so", but leaves "good" beside "god".
const muchRarer = 3

// elongation reduces three or more of one letter to two, or to one when only that is a word.
func (sc *scanner) elongation(t *Token) {
	s := t.Norm
	run, long := 1, false
	for k := 1; k < len(s); k++ {
		if s[k] == s[k-1] && s[k] != 'x' && isLetter(s[k]) {
			run++
			if run == 3 && !(s[0] == 'w' && s[1] == 'w') {
				long = true
				break
			}
		} else {
			run = 1
		}
	}
	if !long {
		return
	}
	two, one := squeeze(s, 2), squeeze(s, 1)
	t.Flags |= Elongated
	t.Norm = two
	w := words()
	rankTwo, rankOne := w.rank(two), w.rank(one)
	known := rankTwo != 0
	if rankOne != 0 && (!known || w.cost[rankTwo]-w.cost[rankOne] > muchRarer) || !known && len(one) <= len(two)-2 {
		t.Norm = one
	}
}

func squeeze(s string, keep int) string {
	out, run := make([]byte, 0, len(s)), 0
	for k := 0; k < len(s); k++ {
		if k > 0 && s[k] == s[k-1] {
			run++
		} else {
			run = 1
		}
		if run <= keep || !isLetter(s[k]) {
			out = append(out, s[k])
		}
	}
	return string(out)
}

// letterCase notes capitals of the word as written.
func letterCase(s string) Flags {
	upper, lower, first := 0, 0, true
	var flags Flags
	k := 0
	for k < len(s) && 'a' <= s[k] && s[k] <= 'z' { // most words have no other letters
		k++
	}
	if k == len(s) {
		return 0
	}
	if k > 0 {
		lower, first = k, false
	}
	for _, r := range s[k:] {
		switch {
		case 'A' <= r && r <= 'Z' || r >= utf8.RuneSelf && unicode.IsUpper(r):
			upper++
			if first {
				flags = Capital
			}
			first = false
		case 'a' <= r && r <= 'z' || r >= utf8.RuneSelf && unicode.IsLower(r):
			lower++
			first = false
		}
	}
	if upper > 1 && lower == 0 {
		flags |= AllCaps
	}
	return flags
}

// unit reads the letters that stand against a number.
func (sc *scanner) unit(j int) {
	k, _ := sc.wordEnd(j)
	t := sc.emit(j, k, Word)
	t.Flags |= Joined | letterCase(sc.orig[t.Start:t.End])
	b := sc.f.b
	if k+1 < len(b) && b[k] == '-' && (isLetter(b[k+1]) || isDigit(b[k+1])) {
		sc.i = k + 1
	}
}
