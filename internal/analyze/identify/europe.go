package identify

import (
	"strings"

	"footprint/internal/footprint"
)

// numberLast takes an address whose number stands behind the street, as on the continent: "Lindenstraße 14, 50674 Köln",
// "Calle Olmo 18, 3º B, 28012 Madrid". The type of a street that is also an English word needs the town.
func (s *scan) numberLast(i int) int {
	if i > 0 && s.adjacent(i-1) && s.at(i-1) != '(' && s.at(i-1) != '\n' {
		return i
	}
	k, sure := i, streetEnding(s.str(i))
	switch {
	case sure:
		k++
	case typeFirst(s.str(i)):
		if k = s.afterType(i + 1); k == 0 {
			return i
		}
		if s.at(k) == ',' {
			k++
		}
	default:
		return i
	}
	if !s.is(k, number) && !(s.is(k, code) && houseNumber(s.str(k))) || s.toks[k].end-s.toks[k].start > 4 || s.has(k+1, lUnit) || !s.adjacentOr(k-1) {
		return i
	}
	to, place := s.town(k + 1)
	if !sure && !place && !s.announced(i) {
		return i
	}
	h := Hit{Type: TypeAddress, System: "street", Label: s.announced(i), Personal: !s.placeBefore(i), Confidence: footprint.Possible}
	if place {
		h.Confidence = footprint.Likely
	}
	return s.add(h, i, to)
}

// streetEnding reports German, Dutch and Nordic names of streets, which end in their type.
func streetEnding(w string) bool {
	for _, end := range [...]string{"straße", "strasse", "gasse", "allee", "weg", "platz", "ufer", "gracht", "straat", "laan", "plein", "gatan", "vägen", "veien", "gade"} {
		if name, ok := strings.CutSuffix(w, end); ok && len(name) > 2 {
			return true
		}
	}
	return false
}

// town goes from token i over a floor or door, a postcode and the town behind it; place is false where there is no town.
func (s *scan) town(i int) (to int, place bool) {
	for k, segment := i, 0; segment < 3 && s.at(k) == ','; segment++ {
		k++
		start := k
		if s.is(k, number) && s.toks[k].end-s.toks[k].start >= 4 && s.toks[k].end-s.toks[k].start <= 5 {
			if k++; s.is(k, word) && s.groupWord(k, 1) && s.toks[k].end-s.toks[k].start == 2 && s.capital(k+1) { // 1016 HN Amsterdam
				k++
			}
			if !s.capital(k) {
				return i, false
			}
		}
		named := k
		for k < named+3 && s.capital(k) && (k == named || s.adjacentOr(k-1)) {
			k++
		}
		if k > named {
			return k, true
		}
		for k = start; k < start+3 && (s.is(k, number) || s.is(k, code) || s.at(k) == 1 || s.capital(k)); k++ { // 3º B
		}
	}
	return i, false
}

// properName returns the token after one to three capitalised words from token k on, 0 where there are none.
func (s *scan) properName(k int) int {
	to := k
	for to < k+3 && s.capital(to) && s.toks[to].label&(lMonth|lUnit) == 0 && (to == k || s.adjacentOr(to-1)) {
		to++
	}
	if to == k {
		return 0
	}
	return to
}

// namesPlace reports whether the first part of the address at token i is a clinic, shop or office.
func (s *scan) namesPlace(i int) bool {
	for ; s.is(i, word); i++ {
		if s.has(i, lPlace) {
			return true
		}
	}
	return false
}

// houseBefore returns the token where an address without a number begins, which the postcode at token i ends: a house, a
// lane and a village, "The Old Forge, Church Lane, Much Hadley, SG10 6BT". It is i when two parts are not there.
func (s *scan) houseBefore(i int) int {
	from, parts := i, 0
	for k := i - 1; parts < 4; parts++ {
		if s.at(k) == ',' {
			k--
		} else if parts > 0 {
			break
		}
		n := 0
		for ; n < 4 && k >= 0 && s.capital(k) && !s.has(k, lTitle|lName); n++ {
			k--
		}
		if n == 0 {
			break
		}
		from = k + 1
	}
	if parts < 2 {
		return i
	}
	return from
}
