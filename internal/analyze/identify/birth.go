package identify

import "strings"

// farBirth is how many tokens before a date the words of a birth may stand.
const farBirth = 16

// birthTold reports that the words around the full date at the tokens [from, to) tell a birth though none is "born on": "turned 40
// today ... 6th of October '84", "he's a Halloween baby: Oct 31, 2001", "welcome to the world Isla, 9 February 2023", "18 may 2004
// because that's when I was born".
func (s *scan) birthTold(from, to int) bool {
	switch strings.ToLower(wordAt(s, from-1)) {
	case "she's", "he's", "i'm":
		return s.is(from, number) && (s.at(from+1) == '/' || s.at(from+1) == '.' || s.at(from+1) == '-') // "he's 3/3/1996"
	}
	return s.bornThen(to) || s.birthAnswer(from, to) || s.birthBefore(from)
}

// bornThen reports "when I was born" or "the day she was born" behind the date that ends before token i.
func (s *scan) bornThen(i int) bool {
	for k := i; k < min(len(s.toks), i+8) && s.at(k) != '\n'; k++ {
		if s.at(k) == '.' && s.sentenceEnd(k) {
			return false
		}
		if s.has(k, lBorn) {
			return (s.says(k-1, "was") || s.says(k-1, "were")) && (s.says(k-3, "when") || s.says(k-3, "day") || s.says(k-4, "when") || s.says(k-4, "day"))
		}
	}
	return false
}

// birthAnswer reports a date that is a sentence of its own, with its label in the sentence before: "They want MY dob. Ok. 27 Aug
// 1990."
func (s *scan) birthAnswer(from, to int) bool {
	if to < len(s.toks) && s.at(to) != '.' && s.at(to) != '\n' && s.at(to) != '!' || s.is(from-1, word) || s.is(from-1, number) || s.at(from-1) == ',' {
		return false
	}
	for k := from - 1; k >= max(0, from-farBirth); k-- {
		if s.has(k, lBirth) {
			return true
		}
		if s.is(k, number) || s.is(k, code) {
			return false
		}
	}
	return false
}

// birthBefore reports words of a birth or of its day before the date that begins at token i.
func (s *scan) birthBefore(i int) bool {
	for k := i - 1; k >= max(0, i-farBirth) && s.at(k) != '\n'; k-- {
		switch strings.ToLower(wordAt(s, k)) {
		case "baby", "bub", "babies":
			if k >= i-2 && (s.at(k+1) == ':' || s.at(k+1) == ',' || s.at(k+1) == '-') || s.says(k+1, "girl") || s.says(k+1, "boy") || s.says(k+1, "brother") || s.says(k+1, "sister") {
				return true
			}
		case "world":
			if s.says(k-1, "the") && (s.says(k-2, "into") || s.says(k-2, "to") && s.says(k-3, "welcome")) {
				return true
			}
		case "arrived":
			for j := max(0, k-4); j < k; j++ {
				if s.says(j, "baby") {
					return true
				}
			}
		case "turned", "turn", "turns", "turning", "been":
			if s.is(i-1, symbol) && s.is(k+1, number) && small(s.str(k+1)) > 0 && small(s.str(k+1)) <= 120 && !s.has(k+2, lUnit) && (s.says(k+2, "today") || s.says(k+2, "tomorrow") || s.says(k+2, "yesterday")) {
				return true
			}
		}
	}
	return false
}

// latestBirth is the year up to which a date beside a sex is taken for a birth.
const latestBirth = 2015

// sexBeside reports that the field before or behind the full date at the tokens [from, to) is a sex: "Pell, Imogen / F / 12.05.1981".
func (s *scan) sexBeside(from, to int) bool {
	if y := s.dateYear(from, to); y == 0 || y > latestBirth {
		return false
	}
	return s.divides(from-1) && s.sex(from-2) && (s.divides(from-3) || from < 3) || s.divides(to) && s.sex(to+1) && (s.divides(to+2) || to+2 >= len(s.toks))
}

// divides reports a mark between fields.
func (s *scan) divides(i int) bool {
	switch s.at(i) {
	case '|', '/', ',', ';', '\n', '(', ')':
		return true
	}
	return false
}

func (s *scan) sex(i int) bool {
	switch wordAt(s, i) {
	case "F", "M", "female", "male", "Female", "Male", "FEMALE", "MALE":
		return true
	}
	return false
}

// farAge is how many tokens from a date an age may stand.
const farAge = 6

// agesWith reports that an age beside the full date at the tokens [from, to) makes it a birth: both together give a year of our time.
func (s *scan) agesWith(from, to int) bool {
	year := s.dateYear(from, to)
	if year == 0 || s.is(from-1, word) && !s.has(from-1, lAge) { // "aged 26, died on"
		return false
	}
	for k := max(0, from-farAge); k < min(len(s.toks), to+farAge); k++ {
		if k >= from && k < to {
			continue
		}
		if age := s.aged(k); age > 0 && year+age >= 2016 && year+age <= 2030 {
			return true
		}
	}
	return false
}

// aged returns the age that token k tells: "aged 44", "44 yo", "61y".
func (s *scan) aged(k int) int {
	w := strings.ToLower(s.str(k))
	switch {
	case s.is(k, number) && len(w) <= 3 && (s.has(k-1, lAge) || s.says(k+1, "yo") || s.says(k+1, "y") || s.says(k+1, "yrs") || s.says(k+1, "yr")):
		return small(w)
	case s.is(k, code) && len(w) > 2 && len(w) < 6:
		digits := strings.TrimRight(w, "fmy/o")
		if unit := w[len(digits):]; (unit == "y" || unit == "yo" || unit == "yf" || unit == "ym") && figures(digits) == len(digits) {
			return small(digits)
		}
	}
	return 0
}

// dateYear returns the year of four figures within the tokens [from, to), 0 without one.
func (s *scan) dateYear(from, to int) int {
	for k := from; k < to; k++ {
		if s.year(k) {
			return small(s.str(k))
		}
	}
	return 0
}
