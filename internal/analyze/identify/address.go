package identify

import (
	"strings"

	"footprint/internal/footprint"
)

// address takes a postal address that begins at token i.
func (s *scan) address(i int) int {
	switch {
	case s.has(i, lBox) && s.is(i-1, word) && strings.EqualFold(s.str(i-1), "po") || s.has(i, lBox) && s.at(i-1) == '.':
		return s.postBox(i)
	case s.is(i, number) || s.is(i, code) && houseNumber(s.str(i)):
		if to := s.numberedHome(i); to > i {
			return to
		}
		return s.street(i)
	case s.is(i, word) && s.capital(i) || s.is(i, code):
		if to := s.numberLast(i); to > i {
			return to
		}
		if to := s.cottage(i); to > i {
			return to
		}
		return s.postcode(i)
	}
	return i
}

// houseNumber reads 12a and 221B.
func houseNumber(w string) bool {
	return len(w) <= 5 && figures(w) == len(w)-1 && !isDigit(w[len(w)-1])
}

// postBox takes "PO Box 12, Town 3401".
func (s *scan) postBox(i int) int {
	if !s.is(i+1, number) {
		return i
	}
	from := i - 1
	for from > 0 && i-from < 4 && (s.at(from) == '.' || s.is(from, word) && s.toks[from].end-s.toks[from].start <= 2) && s.adjacentOr(from) {
		from--
	}
	if from < i-1 && !(s.is(from, word) && (strings.EqualFold(s.str(from), "p") || strings.EqualFold(s.str(from), "po"))) {
		from++
	}
	to, _ := s.locality(i + 2)
	return s.add(Hit{Type: TypeAddress, System: "po-box", Personal: !s.placeBefore(from) && !s.placeWithin(from, to), Confidence: footprint.Likely}, from, to)
}

func (s *scan) adjacentOr(i int) bool { return s.toks[i+1].start-s.toks[i].end <= 1 }

// street takes "[Unit 3,] [4/]12 Some Street [Apt 4][, Suburb STATE 1234]".
func (s *scan) street(i int) int {
	if i > 0 && s.adjacent(i-1) && strings.IndexByte("$.:-#", s.at(i-1)) >= 0 && s.at(i-1) != 0 || s.toks[i].end-s.toks[i].start > 6 || s.text[s.toks[i].start] == '0' {
		return i
	}
	k := i + 1
	if (s.at(k) == '/' || s.at(k) == '-') && (s.is(k+1, number) || s.is(k+1, code) && houseNumber(s.str(k+1))) && s.adjacent(i) {
		if k += 2; s.at(k) == '/' && s.is(k+1, number) && s.adjacent(k-1) { // 4-71/8
			k += 2
		}
	} else if s.at(k) == ',' && s.is(k+1, number) && s.unitBefore(i) {
		k += 2
	}
	announced := s.announced(i)
	if announced && s.at(k) == ',' && s.capital(k+1) { // "House No. 218, Lajpat Marg"
		k++
	}
	end, sure := s.streetName(k, announced)
	sure = sure || end > 0 && s.whereat(i) || s.is(i, code) // 12b: a house, where a number may count anything
	if end == 0 {
		if end = s.properName(k); end == 0 {
			return i
		}
		if _, place := s.locality(end); !place || s.at(end) != ',' {
			return i
		}
	}
	if unit := s.unit(end); unit > end {
		end, sure = unit, true
	}
	to, place := s.locality(end)
	if town, named := s.town(end); !place && named && s.is(end+1, number) { // ", 67000 Strasbourg"
		to, place = town, true
	}
	if !place && !announced && (!sure && to == end || s.year(i) && to == end) {
		return i
	}
	from := i
	if s.unitBefore(i) {
		from = i - 1
	}
	h := Hit{Type: TypeAddress, System: "street", Label: announced, Personal: !s.placeBefore(from) && !s.placeAfter(to) && (announced || s.at(from-1) != '('), Confidence: footprint.Possible}
	if place || announced {
		h.Confidence = footprint.Likely
	}
	return s.add(h, from, to)
}

// unitBefore reports whether the word before token i is Flat, Unit and the like.
func (s *scan) unitBefore(i int) bool { return i > 0 && unitWord(s, i-1) }

func unitWord(s *scan, i int) bool {
	if !s.is(i, word) {
		return false
	}
	switch strings.ToLower(s.str(i)) {
	case "flat", "unit", "apt", "apartment", "suite", "ste", "level", "villa", "townhouse":
		return true
	}
	return false
}

// unit skips "Apt. 893", "Suite 12" after a street.
func (s *scan) unit(i int) int {
	k := i
	if s.at(k) == ',' {
		k++
	}
	if unitWord(s, k) {
		k++
		if s.at(k) == '.' || s.at(k) == '#' {
			k++
		}
		if s.is(k, number) || s.is(k, code) {
			return k + 1
		}
	}
	return i
}

// streetName returns the token after the street type of a name that begins at token k, 0 if there is none;
// sure is false for types that are common words.
func (s *scan) streetName(k int, announced bool) (end int, sure bool) {
	if w := wordAt(s, k); s.capital(k) && typeFirst(w) || w == "rue" || w == "rua" || w == "calle" || w == "chemin" || w == "impasse" {
		if end := s.afterType(k + 1); end > 0 {
			return end, true
		}
	}
	if w := wordAt(s, k); w == "The" && s.capital(k+1) && s.at(k+2) == ',' && s.capital(k+3) { // 8 The Spinney, Haddenbury
		return k + 2, true
	}
	for n := 0; n < 5 && s.is(k, word) || n < 2 && s.is(k, code) && ordinal(s.str(k)); k, n = k+1, n+1 {
		proper := s.capital(k) || s.is(k, code)
		if kind := streetType(s.str(k)); kind > 0 && (n > 0 || kind == 1 && s.str(k) == "The") && (proper || kind == 1 && (announced || s.capital(k-1))) {
			if next := streetType(wordAt(s, k+1)); next == 0 || !s.capital(k+1) {
				end = k + 1
				if s.at(end) == '.' && s.toks[k].end-s.toks[k].start <= 4 && s.adjacent(k) && (s.at(end+1) == ',' || s.capital(end+1) || s.is(end+1, number)) {
					end++
				}
				if east := wordAt(s, end); east == "East" || east == "West" || east == "North" || east == "South" || east == "NW" || east == "NE" || east == "SW" || east == "SE" {
					end++
				}
				return end, kind == 1
			}
		}
		if !proper && (!announced || n == 0 && joins(s.str(k))) || s.toks[k].label&(lUnit|lMonth) != 0 && n == 0 {
			return 0, false
		}
		if k+1 < len(s.toks) && s.toks[k+1].start-s.toks[k].end > 1 && s.toks[k+1].shape != symbol {
			return 0, false
		}
		if s.at(k+1) == '.' && s.is(k+2, word) && len(s.str(k)) <= 3 {
			k++
		}
	}
	return 0, false
}

// typeFirst reports the types of streets that stand before the name: Welsh, Irish, French, Spanish, Malay.
func typeFirst(w string) bool {
	switch w {
	case "Heol", "Ffordd", "Stryd", "Lôn", "Bóthar", "Sráid", "Rue", "Calle", "Jalan", "Rua", "Via", "Viale", "Avenida", "Chemin", "Piazza", "Corso":
		return true
	}
	return false
}

// afterType returns the token after the name of a street that begins at token k: small words and one with a capital at least.
func (s *scan) afterType(k int) (end int) {
	for n := 0; n < 4 && s.is(k, word); k, n = k+1, n+1 {
		if s.capital(k) {
			end = k + 1
		} else if end > 0 || len(s.str(k)) > 3 {
			break
		}
	}
	return end
}

// joins reports words that cannot begin the name of a street.
func joins(w string) bool {
	switch w {
	case "to", "for", "in", "of", "and", "or", "on", "by", "with", "from", "at", "as", "is", "are", "more", "other":
		return true
	}
	return false
}

func wordAt(s *scan, i int) string {
	if s.is(i, word) {
		return s.str(i)
	}
	return ""
}

// streetType tells 1 for words that end street names and little else, 2 for those with another meaning.
func streetType(w string) int {
	var buf [16]byte
	b, ok := fold(buf[:], w)
	if !ok {
		return 0
	}
	switch string(b) {
	case "marg", "gdns", "cresc", "terr", "nagar", "colony", "vihar", "chowk", "salai", "street", "road", "rd", "avenue", "ave", "crescent", "cres", "lane", "ln", "boulevard", "blvd", "esplanade", "parade", "highway", "hwy", "terrace", "tce", "grove", "st", "dr", "drive", "pde", "cl", "crt", "pkwy", "parkway", "turnpike", "quay", "mews", "cul-de-sac", "freeway", "expressway", "cct", "circuit":
		return 1
	case "court", "ct", "close", "place", "pl", "way", "square", "sq", "row", "walk", "circle", "cir", "gardens", "rise", "hill", "view", "point", "plaza", "track", "trail", "loop", "pass", "park", "alley", "bend", "ridge", "glen", "green", "heights", "junction", "manor", "mall", "mill", "mount", "path", "pike", "port", "springs", "station", "summit", "village", "vista", "valley", "union", "bridge", "branch", "brook", "bypass", "camp", "canyon", "cape", "causeway", "cliff", "club", "common", "corner", "course", "cove", "creek", "crest", "crossing", "crossroad", "curve", "dale", "dam", "divide", "estate", "estates", "extension", "fall", "falls", "ferry", "field", "fields", "flats", "ford", "forest", "forge", "fork", "fort", "garden", "gateway", "harbor", "harbour", "haven", "hollow", "inlet", "island", "isle", "key", "knoll", "lake", "land", "landing", "light", "loaf", "lock", "lodge", "meadow", "meadows", "mission", "motorway", "mountain", "neck", "orchard", "oval", "overpass", "parks", "parkways", "passage", "pine", "pines", "plain", "plains", "prairie", "radial", "ramp", "ranch", "rapids", "rest", "river", "route", "run", "shoal", "shore", "shores", "skyway", "spring", "spur", "squares", "stravenue", "stream", "streets", "throughway", "trace", "trafficway", "tunnel", "underpass", "via", "viaduct", "villages", "ville", "walks", "wall", "ways", "well", "wells", "highlands", "courts", "islands", "hills", "glens", "groves", "greens", "turn":
		return 2
	}
	return 0
}

// locality goes over suburb, state and postcode from token i on; place is true when a postcode ends it. A
// line break is crossed only on the way to a postcode.
func (s *scan) locality(i int) (to int, place bool) {
	to, broken := i, false
	for at, segment := i, 0; segment < 5; segment++ {
		k := at
		comma, line := s.at(k) == ',', s.at(k) == '\n'
		if comma || line {
			k++
		}
		if comma && s.at(k) == '\n' {
			k, line = k+1, true
		}
		start := k
		for k < start+4 && s.capital(k) && s.toks[k].label&(lTitle|lMonth|lPhone|lBirth|lRecord|lUser) == 0 && (k == start || s.toks[k].start-s.toks[k-1].end <= 1) {
			k++
		}
		if end := s.postcodeEnd(k, start); end > 0 {
			return end, true
		}
		if k == start || !comma && !line {
			break
		}
		at = k
		if broken = broken || line; !broken {
			to = k
		}
	}
	return to, false
}
