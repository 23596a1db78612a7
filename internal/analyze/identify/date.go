package identify

import (
	"strconv"
	"strings"

	"footprint/internal/footprint"
)

// date takes a full date (or, after a word of birth, one without a year) that begins at token i.
func (s *scan) date(i int) int {
	if s.is(i, symbol) || i > 0 && s.adjacent(i-1) && strings.IndexByte("./-:$#", s.at(i-1)) >= 0 && s.at(i-1) != 0 && !(s.at(i-1) == ':' && s.has(i-2, lBirth)) {
		return i
	}
	to, full := s.dateEnd(i)
	if to == i || s.adjacent(to-1) && (s.at(to) == '-' || s.at(to) == '/') {
		return i
	}
	h := Hit{Type: TypeDate, System: "date", Confidence: footprint.Weak}
	near, n := s.around(i, to)
	if full && s.bornMark(i) {
		h = Hit{Type: TypeDate, System: "birth", Label: true, Personal: true, Confidence: footprint.Likely}
		n = 0
	}
	if full && (s.turns(i) || s.birthTold(i, to) || s.sexBeside(i, to) || s.agesWith(i, to)) {
		h, n = Hit{Type: TypeDate, System: "birth", Label: true, Personal: true, Confidence: footprint.Likely}, 0
	}
	for _, l := range near[:n] {
		if l.label&(lBirth|lBorn) != 0 {
			h = Hit{Type: TypeDate, System: "birth", Label: true, Personal: full, Confidence: footprint.Likely}
			if l.label&lBorn != 0 {
				h.System, h.Confidence = "born", footprint.Possible
			}
			break
		}
		if l.label&(lSort|lTFN|lIRD|lAccount) != 0 && l.words < 2 && s.is(i, number) {
			return i
		}
	}
	if !full && !h.Label {
		return i
	}
	h.Checked = true
	if s.ordinalRead(i) {
		i = s.ordinalAt(i)
	}
	h.Personal = h.Personal && !s.longAgo(to-1)
	return s.add(h, i, to)
}

// bornMark reports "b." or "b" right before token i, as in "b. 12/02/1988".
func (s *scan) bornMark(i int) bool {
	k := i - 1
	if s.at(k) == '.' || s.at(k) == ':' {
		k--
	}
	return s.is(k, word) && s.str(k) == "b" && (k == 0 || s.toks[k-1].end < s.toks[k].start || s.at(k-1) == '(')
}

// longAgo reports a year whose children have died: 1900 also stands in forms before they are filled in.
func (s *scan) longAgo(i int) bool {
	return s.year(i) && small(s.str(i)) < 1906
}

// turns reports "turns 30 on" right before token i: the day of birth is told by the years.
func (s *scan) turns(i int) bool {
	for k := i - 2; k > max(0, i-9) && s.at(k) != '\n'; k-- { // "turns 18 tomorrow. 24.11.2008"
		if s.is(k, number) && small(s.str(k)) <= 120 && (s.says(k-1, "turns") || s.says(k-1, "turn")) && (s.says(k+1, "today") || s.says(k+1, "tomorrow")) {
			return s.at(i-1) == '.' || s.at(i-1) == '(' || s.at(i-1) == ',' || s.at(i-1) == ':'
		}
	}
	if !s.says(i-1, "on") || !s.is(i-2, number) || small(s.str(i-2)) < 1 || small(s.str(i-2)) > 120 {
		return false
	}
	return s.says(i-3, "turn") || s.says(i-3, "turns") || s.says(i-3, "turned") || s.says(i-3, "turning")
}

// dateEnd returns the token after the date; full is true when it has a year.
func (s *scan) dateEnd(i int) (to int, full bool) {
	switch {
	case s.has(i, lMonth) && s.ordinalRead(i):
		return s.withYear(i + 1)
	case s.has(i, lMonth) && (s.capital(i) || s.is(i-1, number)):
		return s.monthFirst(i)
	case s.is(i, number):
		if to := s.numericDate(i); to > i {
			return to, true
		}
		if s.solidDate(i) {
			return i + 1, true
		}
		if to := s.blankDate(i); to > i {
			return to, true
		}
		return s.dayFirst(i)
	case s.is(i, code) && ordinal(s.str(i)):
		return s.dayFirst(i)
	case s.is(i, code) && compactDate(s.str(i)):
		return i + 1, true
	}
	return i, false
}

// compactDate reads 01Jan1950 and 1Jan50.
func compactDate(w string) bool {
	day := 1
	if len(w) > 1 && isDigit(w[1]) {
		day = 2
	}
	if len(w) != day+5 && len(w) != day+7 || figures(w[:day]) != day || figures(w[day+3:]) != len(w)-day-3 || small(w[:day]) > 31 {
		return false
	}
	var buf [3]byte
	m, _ := fold(buf[:], w[day:day+3])
	return announcement(m).labels&lMonth != 0
}

// blankDate reads 14 09 1972 right behind a word of birth, and returns the token after it.
func (s *scan) blankDate(i int) int {
	k := i - 1
	if s.at(k) == ':' || s.at(k) == '.' {
		k--
	}
	if !s.has(k, lBirth) || !s.is(i+1, number) || !s.year(i+2) {
		return i
	}
	if a, b := small(s.str(i)), small(s.str(i+1)); a < 1 || b < 1 || a > 31 || b > 31 || a > 12 && b > 12 {
		return i
	}
	return i + 3
}

// numericDate reads 12/02/1988, 1988-02-12, 12.2.88.
func (s *scan) numericDate(i int) int {
	if i+4 >= len(s.toks) {
		return i
	}
	mark := s.at(i + 1)
	if mark != '/' && mark != '-' && mark != '.' || s.at(i+3) != mark || !s.is(i+2, number) || !s.is(i+4, number) && !s.stamped(i+4) {
		return i
	}
	for k := i; k < i+4; k++ {
		if s.toks[k+1].start-s.toks[k].end > 1 {
			return i
		}
	}
	a, b, c := s.str(i), s.str(i+2), s.str(i+4)
	if s.stamped(i + 4) {
		c = c[:2]
	}
	x, y, z := small(a), small(b), small(c)
	switch {
	case len(a) == 4 && x >= 1880 && x <= 2100 && y >= 1 && y <= 12 && z >= 1 && z <= 31 && len(c) <= 2:
	case len(a) <= 2 && len(b) <= 2 && (len(c) == 4 && z >= 1880 && z <= 2100 || len(c) == 2) && x >= 1 && y >= 1 && (x <= 31 && y <= 12 || x <= 12 && y <= 31):
		if mark == '.' && len(c) == 2 && !s.has(i-1, lBirth|lBorn) && !s.has(i-2, lBirth|lBorn) {
			return i
		}
	default:
		return i
	}
	return i + 5
}

// solidDate reads 120288 and 12021988 right behind a word of birth.
func (s *scan) solidDate(i int) bool {
	k := i - 1
	if s.at(k) == ':' || s.at(k) == '.' {
		k--
	}
	w := s.str(i)
	if !s.has(k, lBirth) && (s.headed(i)&lBirth == 0) || len(w) != 6 && len(w) != 8 {
		return false
	}
	if len(w) == 8 && isoDate(w) {
		return true
	}
	a, b, year := small(w[:2]), small(w[2:4]), small(w[4:])
	return a >= 1 && b >= 1 && (a <= 31 && b <= 12 || a <= 12 && b <= 31) && (len(w) == 6 || year >= 1880 && year <= 2100)
}

// isoDate reads eight digits as year, month and day: 19880212.
func isoDate(w string) bool {
	year, month, day := small(w[:4]), small(w[4:6]), small(w[6:8])
	return year >= 1880 && year <= 2100 && month >= 1 && month <= 12 && day >= 1 && day <= 31
}

// stamped reports whether token i is the day of a time stamp: 12T09.
func (s *scan) stamped(i int) bool {
	w := ""
	if s.is(i, code) {
		w = s.str(i)
	}
	return len(w) >= 5 && w[2] == 'T' && figures(w[:2]) == 2 && figures(w[3:5]) == 2
}

// monthFirst reads "February 12, 1988" and "Feb 12th".
func (s *scan) monthFirst(i int) (to int, full bool) {
	k := i + 1
	if s.at(k) == '.' || s.says(k, "the") {
		k++
	}
	if s.ordinalWord(k) { // "March the third, 1988"
		if to, full := s.withYear(k + 1); full {
			return to, full
		}
	}
	if !(s.is(k, number) && small(s.str(k)) >= 1 && small(s.str(k)) <= 31 && len(s.str(k)) <= 2 || s.is(k, code) && ordinal(s.str(k))) {
		return i, false
	}
	return s.withYear(k + 1)
}

// withYear returns the token after the year at token i, be it in words and behind a comma; i and false without one.
func (s *scan) withYear(i int) (to int, full bool) {
	k := i
	if s.at(k) == ',' {
		k++
	}
	if s.year(k) {
		return k + 1, true
	}
	if end := s.yearRead(k); end > k {
		return end, true
	}
	return i, false
}

// dayFirst reads "12 Feb 1988", "19th of August, 2001", "12-Feb-88".
func (s *scan) dayFirst(i int) (to int, full bool) {
	d := small(strings.TrimRight(strings.ToLower(s.str(i)), "stndrh"))
	if d < 1 || d > 31 || s.toks[i].end-s.toks[i].start > 4 {
		return i, false
	}
	k := i + 1
	for k < i+3 && (s.at(k) == '-' || s.at(k) == '/' || s.is(k, word) && strings.EqualFold(s.str(k), "of")) {
		k++
	}
	if !s.has(k, lMonth) {
		return i, false
	}
	to = k + 1
	if s.at(k+1) == '\'' && s.is(k+2, number) && s.adjacent(k+1) && s.toks[k+2].end-s.toks[k+2].start == 2 {
		return k + 3, true // "3rd of April '61"
	}
	for k = to; k < to+2 && (s.at(k) == ',' || s.at(k) == '-' || s.at(k) == '.' || s.at(k) == '/'); k++ {
	}
	if s.year(k) || s.is(k, number) && len(s.str(k)) == 2 && (s.at(k-1) == '-' || s.at(k-1) == '/' || s.has(i-1, lBirth) || s.has(i-2, lBirth)) {
		return k + 1, true
	}
	if end := s.yearRead(k); end > k {
		return end, true
	}
	return to, false
}

func (s *scan) year(i int) bool {
	if !s.is(i, number) || s.toks[i].end-s.toks[i].start != 4 {
		return false
	}
	y := small(s.str(i))
	return y >= 1880 && y <= 2100
}

// ordinal reads 1st, 22nd, 157th.
func ordinal(w string) bool {
	n := len(w)
	if n < 3 || n > 5 || figures(w[:n-2]) != n-2 {
		return false
	}
	switch strings.ToLower(w[n-2:]) {
	case "st", "nd", "rd", "th":
		return true
	}
	return false
}

// small reads a number of at most four digits; -1 for anything else.
func small(w string) int {
	if len(w) > 4 {
		return -1
	}
	n, err := strconv.Atoi(w)
	if err != nil {
		return -1
	}
	return n
}
