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
		return s.street(i)
	case s.is(i, word) && s.capital(i) || s.is(i, code):
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
	return s.add(Hit{Type: TypeAddress, System: "po-box", Personal: !s.placeBefore(from), Confidence: footprint.Likely}, from, to)
}

func (s *scan) adjacentOr(i int) bool { return s.toks[i+1].start-s.toks[i].end <= 1 }

// street takes "[Unit 3,] [4/]12 Some Street [Apt 4][, Suburb STATE 1234]".
func (s *scan) street(i int) int {
	if i > 0 && s.adjacent(i-1) && strings.IndexByte("$.:-#", s.at(i-1)) >= 0 && s.at(i-1) != 0 || s.toks[i].end-s.toks[i].start > 6 || s.text[s.toks[i].start] == '0' {
		return i
	}
	k := i + 1
	if (s.at(k) == '/' || s.at(k) == '-') && (s.is(k+1, number) || s.is(k+1, code) && houseNumber(s.str(k+1))) && s.adjacent(i) {
		k += 2
	} else if s.at(k) == ',' && s.is(k+1, number) && s.unitBefore(i) {
		k += 2
	}
	announced := s.announced(i)
	end, sure := s.streetName(k, announced)
	if end == 0 {
		return i
	}
	if unit := s.unit(end); unit > end {
		end, sure = unit, true
	}
	to, place := s.locality(end)
	if !place && !announced && (!sure && to == end || s.year(i) && to == end) {
		return i
	}
	from := i
	if s.unitBefore(i) {
		from = i - 1
	}
	h := Hit{Type: TypeAddress, System: "street", Label: announced, Personal: !s.placeBefore(from) && (announced || s.at(from-1) != '('), Confidence: footprint.Possible}
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
	case "street", "road", "rd", "avenue", "ave", "crescent", "cres", "lane", "ln", "boulevard", "blvd", "esplanade", "parade", "highway", "hwy", "terrace", "tce", "grove", "st", "dr", "drive", "pde", "cl", "crt", "pkwy", "parkway", "turnpike", "quay", "mews", "cul-de-sac", "freeway", "expressway", "cct", "circuit":
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

// postcodeEnd returns the token after the postcode at token k, 0 if there is none. Words of the place, from
// start on, stand before it.
func (s *scan) postcodeEnd(k, start int) int {
	if s.at(k) == ',' {
		k++
	}
	if s.is(k, number) && k > start {
		switch n := s.toks[k].end - s.toks[k].start; {
		case n == 4 && !s.year(k), n == 4 && state(wordAt(s, k-1)) == 2:
			return k + 1
		case n == 5 && (state(wordAt(s, k-1)) > 0 || s.at(k-1) == ','):
			if s.at(k+1) == '-' && s.is(k+2, number) && s.toks[k+2].end-s.toks[k+2].start == 4 {
				return k + 3
			}
			return k + 1
		}
	}
	for back := 0; back < 2; back++ { // the outward part of a UK postcode looks like a word of the place
		if s.ukPostcode(k - back) {
			return k - back + 2
		}
	}
	return 0
}

// state tells 1 for a state of the USA or a province of Canada, 2 for one of Australia, in short form.
func state(w string) int {
	switch w {
	case "NSW", "VIC", "QLD", "SA", "WA", "TAS", "ACT", "NT", "Vic", "Qld", "Tas":
		return 2
	}
	if len(w) == 2 && isUpper(w[0]) && isUpper(w[1]) {
		const all = "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WV WI WY DC PR GU VI AA AE AP AS FM MH MP PW ON QC BC AB MB SK NS NB NL PE "
		if strings.Contains(all, w+" ") {
			return 1
		}
	}
	return 0
}

// ukPostcode reports whether the tokens i and i+1 are a postcode of the United Kingdom.
func (s *scan) ukPostcode(i int) bool {
	if i < 0 || i+1 >= len(s.toks) || !s.is(i, code) || !s.is(i+1, code) || s.toks[i+1].start-s.toks[i].end != 1 {
		return false
	}
	out, in := s.str(i), s.str(i+1)
	if len(in) != 3 || !isDigit(in[0]) || !inward(in[1]) || !inward(in[2]) || len(out) < 2 || len(out) > 4 {
		return false
	}
	n := 1
	if isUpper(out[1]) {
		n = 2
	}
	if !isUpper(out[0]) || n >= len(out) || !isDigit(out[n]) || !ukArea(out[:n]) {
		return false
	}
	return len(out) == n+1 || len(out) == n+2 && (isDigit(out[n+1]) || isUpper(out[n+1]))
}

// inward reports whether the letter occurs in the second half of a postcode.
func inward(c byte) bool { return isUpper(c) && strings.IndexByte("CIKMOV", c) < 0 }

// ukArea reports whether w is a postcode area.
func ukArea(w string) bool {
	const all = " AB AL B BA BB BD BF BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE "
	return strings.Contains(all, " "+w+" ")
}

// postcode takes a UK postcode that stands alone, or a labelled one of another country.
func (s *scan) postcode(i int) int {
	if !s.ukPostcode(i) {
		return i
	}
	return s.add(Hit{Type: TypeAddress, System: "uk-postcode", Label: s.announced(i), Checked: true, Personal: !s.placeBefore(i), Confidence: footprint.Possible}, i, i+2)
}

// announced reports whether the words right before token i say that somebody lives there.
func (s *scan) announced(i int) bool {
	for k := i - 1; k >= 0 && k >= i-6; k-- {
		switch {
		case s.has(k, lAddress):
			return true
		case s.at(k) == ':' || s.at(k) == '!' || s.at(k) == '.' || s.at(k) == '\n' && k == i-1 || s.at(k) == ',':
			continue
		case s.is(k, word):
			switch strings.ToLower(s.str(k)) {
			case "at", "to", "is", "in", "on", "my", "our", "the", "new", "from", "us", "it", "me", "of", "place", "flat", "unit", "apartment":
				continue
			}
		}
		return false
	}
	return false
}

// placeBefore reports whether a word before token i names a clinic, shop or office.
func (s *scan) placeBefore(i int) bool {
	for k := i - 1; k >= 0 && k >= i-7 && s.at(k) != '\n'; k-- {
		if s.has(k, lPlace) {
			return true
		}
	}
	return false
}
