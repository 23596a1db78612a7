package identify

import (
	"slices"
	"strings"

	"footprint/internal/analyze/identify/dial"
	"footprint/internal/footprint"
)

// leastSpoken is how many words for digits a number that is read out has at least.
const leastSpoken = 3

// claimSpoken looks for telephone numbers, and numbers of patients that are named so, that are read out: "oh eight seven, 555 0148", "zero four one two, double three ...".
func (s *scan) claimSpoken() {
	for i := 0; i < len(s.toks); i++ {
		if s.spokenDigit(i) < 0 {
			continue
		}
		var digits []byte
		to, words, pause := i, 0, false
		for k := i; k < len(s.toks) && len(digits) < 16; k++ {
			if d := s.spokenDigit(k); d >= 0 {
				digits, words, to, pause = append(digits, byte('0'+d)), words+1, k+1, false
			} else if n := times(wordAt(s, k)); n > 0 && s.spokenDigit(k+1) >= 0 {
				for range n - 1 {
					digits = append(digits, byte('0'+s.spokenDigit(k+1)))
				}
			} else if s.is(k, number) && words > 2 {
				digits, to, pause = append(digits, s.str(k)...), k+1, false
			} else if !pause && (s.at(k) == ',' || s.at(k) == '-') {
				pause = true
			} else {
				break
			}
		}
		if h := (Hit{Start: s.toks[i].start, End: s.toks[max(i, to-1)].end, Type: TypePhone, System: "spoken", Personal: true, Confidence: footprint.Possible}); words >= leastSpoken {
			switch {
			case spokenPhone(string(digits)):
				s.claims = append(s.claims, h)
			case len(digits) >= 6 && s.toldRecord(i, to):
				h.Type, h.Label = TypeHealth, true
				s.claims = append(s.claims, h)
			}
		}
		i = max(i, to-1)
	}
}

// toldRecord reports that the words before the tokens [from, to) name a patient's number.
func (s *scan) toldRecord(from, to int) bool {
	found, n := s.around(from, to)
	return n > 0 && found[0].label&(lRecord|lNHS|lNHI|lMedicare) != 0 && found[0].words < 4
}

// spokenPhone reports digits that begin as telephone numbers do and do not count up or down.
func spokenPhone(d string) bool {
	if len(d) < 9 || len(d) > 13 || d[0] != '0' || strings.Contains("0123456789", d[1:]) {
		return false
	}
	n, ok := dial.Parse(dial.Form{Digits: d, Labelled: true, Sizes: []int{len(d)}, Marks: []byte{0}})
	return ok && n.Personal
}

// spokenDigit returns the digit that token i names, -1 for others.
func (s *scan) spokenDigit(i int) int {
	switch strings.ToLower(wordAt(s, i)) {
	case "zero", "oh", "nought":
		return 0
	case "":
		return -1
	default:
		return slices.Index(units[:], strings.ToLower(s.str(i)))
	}
}

// units are the words for the digits but nought, which has several; tens those for the tens.
var (
	units = [...]string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"}
	tens  = [...]string{"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}
)

func times(w string) int {
	switch strings.ToLower(w) {
	case "double":
		return 2
	case "triple":
		return 3
	}
	return 0
}

// ordinalRead reports a day that is read out before the month at token i: "third of May".
func (s *scan) ordinalRead(i int) bool {
	if !s.capital(i) || s.owned(i-2) {
		return false
	}
	day := s.ordinalAt(i)
	switch strings.ToLower(wordAt(s, day)) {
	case "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth",
		"seventeenth", "eighteenth", "nineteenth", "twentieth", "thirtieth":
		return true
	}
	return false
}

// ordinalAt returns where the day stands that is read out before the month at token i, "of" between or not.
func (s *scan) ordinalAt(i int) int {
	if s.says(i-1, "of") {
		return i - 2
	}
	return i - 1
}

// yearRead returns the token after a year of the last century that is read out at token k, "nineteen fifty-two", k where
// none is.
func (s *scan) yearRead(k int) int {
	if !s.says(k, "nineteen") || !slices.Contains(tens[:], strings.ToLower(wordAt(s, k+1))) {
		return k
	}
	unit := k + 2
	if s.at(unit) == '-' {
		unit++
	}
	if n := slices.Index(units[:], strings.ToLower(wordAt(s, unit))); n > 0 {
		return unit + 1
	}
	return k + 2
}
