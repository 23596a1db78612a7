package identify

import (
	"strings"

	"footprint/internal/footprint"
)

// opens holds the things that a code opens.
func opens(w string) bool {
	switch strings.ToLower(w) {
	case "door", "gate", "alarm", "room", "safe", "keypad", "lockbox", "locker", "garage", "entry", "access", "building", "ward", "cupboard", "lock", "entrance", "theatre", "box", "res", "office", "key",
		"verification", "recovery", "security", "backup", "authentication", "login", "unlock", "confirmation", "store", "drug", "lift", "staff", "house", "keysafe", "block", "barrier", "flat", "accommodation", "annexe", "shed":
		return true
	}
	return false
}

// pin takes the digits behind "pin" or "code".
func (s *scan) pin(i int) int {
	k, linked, opened := i+1, s.isShort(i), s.has(i, lPin) || strings.EqualFold(s.str(i), "otp") || opens(s.str(i))
	if i > 0 && s.is(i-1, word) {
		opened = opened || opens(s.str(i-1))
	}
	if s.game(i - 1) {
		return i
	}
	if to := s.whither(k); to > k {
		k, opened = to, opened || s.at(to) == ':'
	}
	for ; k < len(s.toks) && k < i+9; k++ {
		t := &s.toks[k]
		if t.mark == ':' || t.mark == '=' || t.mark == '"' || t.mark == '\'' || t.mark == 1 || t.mark == '-' || t.mark == '#' || t.mark == ',' && k == i+1 && s.presents(i) {
			linked = linked || t.mark == ':' || t.mark == '=' || t.mark == ',' || t.mark == '-' && k == i+1 && opened || t.mark == '#' && k == i+1 && opened
			continue
		}
		if t.shape == number || t.shape == code {
			break
		}
		if t.mark == '.' && s.is(k-1, word) && strings.EqualFold(s.str(k-1), "no") || t.mark == ',' && s.says(k-1, "changed") {
			continue
		}
		if t.shape == symbol {
			return i
		}
		if t.end-t.start == 1 && s.capital(k) && s.at(k+1) == '-' && s.is(k+2, number) && s.adjacent(k) && s.adjacent(k+1) { // G-448120
			k++
			continue
		}
		switch w := strings.ToLower(s.str(k)); {
		case w == "is" || w == "was" || w == "it's" || w == "now" || w == "s" && k == i+2:
			linked = true
		case (w == "has" || w == "changed" || w == "been" || w == "again" || w == "to") && opened: // "has changed, it's now C4417Y"
			linked = linked || w == "to" && s.says(k-1, "changed")
		case (w == "for" || w == "to" || w == "the" || w == "of" || opens(w)) && !linked:
			opened = opened || opens(w)
		case (w == "number" || w == "no" || w == "reads") && opened:
			linked = true
		case w != "number" && w != "still" && w != "my" && w != "your" && w != "our":
			return i
		}
	}
	if k >= len(s.toks) || !s.is(k, number) && !s.is(k, code) || !linked && !opened {
		return i
	}
	v, last := s.digits(k)
	if f := figures(v); s.has(i, lPin) && f != len(v) || f < 3 || f < 4 && !opened || len(v) > 10 || !linked && (k > i+1 || f < 4 || f != len(v) && !opened) || s.has(last+1, lUnit) || s.at(last+1) == '%' ||
		s.isShort(i) && !opened && s.is(last+1, word) { // "the code's 1500 lines long"
		return i
	}
	start, end := s.toks[k].start, s.toks[last].end
	for start > 0 && (s.text[start-1] == '#' || s.text[start-1] == '*') {
		start--
	}
	for end < len(s.text) && (s.text[end] == '#' || s.text[end] == '*') {
		end++
	}
	conf := footprint.Possible
	if opened {
		conf = footprint.Likely
	}
	s.hits = append(s.hits, Hit{Start: start, End: end, Type: TypeCredential, System: "pin", Label: true, Personal: true, Confidence: conf})
	return s.after(last, end)
}

// game reports a word before a code that everybody in the room may type.
func (s *scan) game(i int) bool {
	switch strings.ToLower(wordAt(s, i)) {
	case "kahoot", "game", "quiz", "menti", "slido", "zoom", "meeting", "conference", "webinar":
		return true
	}
	return false
}

// digits gives the number or code at token k and its last token; single figures with dashes between are one
// number, as codes are read out.
func (s *scan) digits(k int) (v string, last int) {
	if s.toks[k].end-s.toks[k].start == 3 && s.is(k+1, number) && s.toks[k+1].end-s.toks[k+1].start == 3 && s.adjacentOr(k) { // 882 104
		return s.str(k) + s.str(k+1), k + 1
	}
	for last = k; s.at(last+1) == '-' && s.is(last+2, number) && s.adjacent(last) && s.adjacent(last+1) && s.toks[last+2].end-s.toks[last+2].start <= 2 && last-k < 14; last += 2 {
		if s.toks[k].end-s.toks[k].start > 2 {
			break
		}
	}
	return strings.ReplaceAll(s.text[s.toks[k].start:s.toks[last].end], "-", ""), last
}

// door takes the code of "the gate is 4471": a verb must stand between, since doors have numbers and hours.
func (s *scan) door(i int) int {
	k := i + 1
	switch {
	case s.isShort(i):
		k--
	case s.at(k) == 1 && s.is(k+1, word) && s.str(k+1) == "s":
		k++
	default:
		if to := s.whither(k); to > k {
			k = to
		}
		if s.at(k) == ':' && !s.is(k+1, word) && k+1 < len(s.toks) && !clock(s.str(k+1)) {
			break
		}
		if !s.says(k, "is") {
			return i
		}
	}
	for k++; s.is(k, word) && (strings.EqualFold(s.str(k), "now") || strings.EqualFold(s.str(k), "still")); k++ {
	}
	if !s.is(k, number) && !s.is(k, code) {
		return i
	}
	v, last := s.digits(k)
	if f := figures(v); f < 4 || len(v) > 10 || f != len(v) && f != len(v)-1 && f != len(v)-2 || s.has(last+1, lUnit) || s.at(last+1) == '%' || s.at(last+1) == ':' {
		return i
	}
	s.hits = append(s.hits, Hit{Start: s.toks[k].start, End: s.toks[last].end, Type: TypeCredential, System: "pin", Label: true, Personal: true, Confidence: footprint.Possible})
	return s.after(last, s.toks[last].end)
}

// clock reports four digits that can be a time of day: 1930.
func clock(w string) bool {
	return len(w) == 4 && figures(w) == 4 && small(w[:2]) < 24 && small(w[2:]) < 60
}

// whither skips "to the doctors' carpark" from token k on.
func (s *scan) whither(k int) int {
	if !s.is(k, word) {
		return k
	}
	switch strings.ToLower(s.str(k)) {
	case "to", "for", "of", "at", "by", "in", "on":
	default:
		return k
	}
	for to := k + 1; to < k+6 && (s.is(to, word) || s.at(to) == '\''); to++ {
		if strings.EqualFold(s.str(to), "is") || s.at(to+1) == ':' && opens(s.str(to)) {
			return to + btoi(s.at(to+1) == ':')
		}
	}
	return k
}

// isShort reports a word with a short "is" at its end: "the code's 4471".
func (s *scan) isShort(i int) bool { return strings.HasSuffix(s.str(i), "'s") }
