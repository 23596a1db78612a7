package identify

import (
	"strings"

	"footprint/internal/footprint"
)

// maxHouse bounds the tokens of the number of a house, "8-3-229/14".
const maxHouse = 8

// maxSegments bounds the parts of an address that commas divide.
const maxSegments = 7

// numberedHome takes an address as India writes it, a number that is called one and places from small to large without a type of
// street: "Flat No. 502, B-Wing, Sai Krupa CHS, Thane West 400602", "H.No. 8-3-229/14, Yousufguda, Hyderabad". Two places, or one
// with its postcode, make it a home; so does any number before two places with a postcode.
func (s *scan) numberedHome(i int) int {
	from := s.homeWord(i)
	if s.at(i-1) == '-' && s.adjacent(i-1) && s.is(i-2, word) && s.toks[i-2].end-s.toks[i-2].start == 1 { // B-204
		from = i - 2
	}
	k := i + 1
	for k < i+maxHouse && (s.at(k) == '-' || s.at(k) == '/') && s.adjacent(k-1) && s.adjacent(k) {
		k += 2
	}
	to, places, pinned := k, 0, false
	for segment := 0; segment < maxSegments && s.at(k) == ','; segment++ {
		end, pin := s.segmentEnd(k + 1)
		if end == k+1 {
			break
		}
		if k, to, places = end, end, places+1; pin {
			places, pinned = places+1, true
			break
		}
	}
	if places < 2 || s.homeWord(i) == i && (!pinned || places < 3) {
		return i
	}
	return s.add(Hit{Type: TypeAddress, System: "street", Label: true, Personal: !s.placeBefore(from) && !s.placeWithin(from, to), Confidence: footprint.Likely}, i-btoi(from == i-2 && s.at(i-1) == '-')*2, to)
}

// homeWord returns the token where "Flat No.", "H.No." and the like begin right before token i, i where none does.
func (s *scan) homeWord(i int) int {
	k := i - 1
	for s.at(k) == '.' || s.at(k) == ':' || s.at(k) == '#' || s.at(k) == '-' {
		k--
	}
	if !s.says(k, "no") && !s.says(k, "number") {
		return i
	}
	if k--; s.at(k) == '.' {
		k--
	}
	switch strings.ToLower(wordAt(s, k)) {
	case "flat", "house", "plot", "door", "villa", "bungalow", "quarter", "quarters", "apartment", "h", "d":
		return k
	}
	return i
}

// segmentEnd returns the token after a place of one to five words with capitals, ordinals or numbers among them, "B-Wing", "2nd
// Floor", "Sector 21", "Thane West 400602"; pin is true when a postcode ends it.
func (s *scan) segmentEnd(k int) (end int, pin bool) {
	proper := false
	for n := 0; n < 5; n++ {
		size := 0
		if k < len(s.toks) {
			size = s.toks[k].end - s.toks[k].start
		}
		switch {
		case s.capital(k):
			proper = true
		case s.at(k) == '-' && proper && s.is(k+1, number) && s.toks[k+1].end-s.toks[k+1].start == 6:
			return k + 2, true
		case s.is(k, number) && size == 6 && proper:
			return k + 1, true
		case s.is(k, number) && size <= 3, s.is(k, code) && size <= 5, s.at(k) == '-' && n > 0 && s.adjacent(k-1):
		default:
			if !proper {
				return k - n, false
			}
			return k, false
		}
		k++
	}
	return k, false
}
