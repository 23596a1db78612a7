package patient

import (
	"strconv"
	"strings"

	"footprint/internal/analyze/text"
)

// age recognises an age at token i: "42F", "72yoM", "55-year-old", "5 yo", "aged 61", "in her 50s", "60ish", "six week old".
// It returns the tokens it covers and the sex letter, if the form holds one; formula is true for clinical shorthand.
type age struct {
	from, to int
	sex      bool
	formula  bool
	years    int
}

func (v *view) age(i int) (age, bool) {
	n, ok := v.value(i)
	if !ok {
		return age{}, false
	}
	a := age{from: i, to: i + 1, years: n}
	next := v.norm(i + 1)
	switch {
	case v.joined(i+1) && (next == "f" || next == "m") && n >= 1 && n < 110 && !v.joined(i+2):
		a.to, a.sex, a.formula = i+2, true, true
		return a, v.t[i+1].Start == v.t[i].End
	case v.joined(i+1) && strings.HasPrefix(next, "yo") && len(next) <= 3 && n < 120:
		a.to, a.sex, a.formula = i+2, len(next) == 3, true
		return a, true
	case (next == "yo" || next == "yof" || next == "yom" || next == "yrs" && v.is(i+2, "old")) && n < 120:
		a.to, a.formula = i+2, true
		return a, true
	case (next == "y" || next == "yr") && v.is(i+2, "/", "o", "old"):
		a.to, a.formula = i+3, true
		if v.is(i+3, "o") {
			a.to++
		}
		return a, true
	case unit(next):
		if v.is(i+2, "old", "olds") {
			a.to = i + 3
			if !strings.HasPrefix(next, "year") && !strings.HasPrefix(next, "yr") {
				a.years = 0
			}
			return a, n < 120
		}
		if strings.HasPrefix(next, "year") && v.is(i+2, "of") && v.is(i+3, "age") {
			a.to = i + 4
			return a, n < 120
		}
		return age{}, false
	case (next == "m" || next == "f") && v.is(i-1, "a", "an") && n < 110 && n > 0:
		a.to, a.sex, a.formula = i+2, true, true
		return a, true
	case next == "s" && v.joined(i+1) && n >= 10 && n <= 90 && n%10 == 0 && !v.is(i-1, "the"):
		a.to = i + 2
		return a, v.is(i-1, "his", "her", "their", "early", "mid", "late", ":", "?", ".") || v.is(i+2, ",", "male", "female", "man", "woman", "lady", "bloke", "guy") || i == 0
	case next == "ish" && v.joined(i+1) && n >= 10 && n < 100:
		a.to = i + 2
		return a, true
	case v.is(i-1, ",") && v.is(i+1, ",", ".", ")") && n > 0 && n < 110 && v.number(i) && (v.has(i-2, bPerson|bFirstName) || v.capital(i-2) && v.has(i-3, bFirstName|bTitle)):
		return a, true
	case v.is(i-1, "aged", "age"):
		a.from = i - 1
		return a, n < 120
	}
	return age{}, false
}

func unit(w string) bool {
	switch w {
	case "year", "years", "yr", "yrs", "month", "months", "week", "weeks", "day", "days", "mth", "mths", "wk", "wks":
		return true
	}
	return false
}

// value returns the whole number that token i stands for.
func (v *view) value(i int) (int, bool) {
	if uint(i) >= uint(len(v.nums)) || v.nums[i] == noNumber {
		return 0, false
	}
	return v.nums[i], true
}

const noNumber = -1

// numberOf reads a whole number below 1,000 in digits or in words.
func numberOf(t *text.Token) int {
	if t.Kind == text.Number {
		if n, err := strconv.Atoi(t.Norm); err == nil && n >= 0 && n < 1000 {
			return n
		}
		return noNumber
	}
	if n, ok := inWords(t.Norm); ok {
		return n
	}
	return noNumber
}

var (
	numerals = [...]string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
		"fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"}
	tens = [...]string{"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"}
)

func inWords(w string) (int, bool) {
	if len(w) < 3 {
		return 0, false
	}
	switch w[0] { // every word is asked, and few begin like a number
	case 'z', 'o', 't', 'f', 's', 'e', 'n':
		switch w[:3] {
		case "zer", "one", "two", "thr", "fou", "fiv", "six", "sev", "eig", "nin", "ten", "ele", "twe", "thi", "for", "fif":
		default:
			return 0, false
		}
	default:
		return 0, false
	}
	for n, x := range numerals {
		if w == x {
			return n, true
		}
	}
	if len(w) < 5 {
		return 0, false
	}
	for k, x := range tens {
		if strings.HasPrefix(w, x) {
			return 20 + 10*k, true
		}
	}
	return 0, false
}
