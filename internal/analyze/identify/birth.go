package identify

import "strings"

// farBirth is how many tokens before a date the words of a birth may stand.
const farBirth = 16

// birthTold reports that the words around the full date at the tokens [from, to) tell a birth though none is "born on": "turned 40
// today ... 6th of October '84", "he's a Halloween baby: Oct 31, 2001", "welcome to the world Isla, 9 February 2023", "18 may 2004
// because that's when I was born".
func (s *scan) birthTold(from, to int) bool {
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
		case "it":
			if k >= i-2 && s.says(k-1, "into") && s.says(k-2, "came") {
				return true
			}
		case "turned", "turn", "turns", "turning":
			if s.is(i-1, symbol) && s.is(k+1, number) && small(s.str(k+1)) > 0 && small(s.str(k+1)) <= 120 && !s.has(k+2, lUnit) && (s.says(k+2, "today") || s.says(k+2, "tomorrow") || s.says(k+2, "yesterday")) {
				return true
			}
		}
	}
	return false
}
