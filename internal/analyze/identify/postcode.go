package identify

import (
	"strings"

	"footprint/internal/footprint"
)

// postcode takes a UK postcode that stands alone, or a labelled one of another country.
func (s *scan) postcode(i int) int {
	if s.eircode(i) {
		return s.add(Hit{Type: TypeAddress, System: "ie-eircode", Label: s.announced(i), Personal: !s.placeBefore(i), Confidence: footprint.Possible}, i, i+2)
	}
	if !s.ukPostcode(i) {
		return i
	}
	if from := s.houseBefore(i); from < i {
		return s.add(Hit{Type: TypeAddress, System: "house", Label: s.announced(from), Checked: true, Personal: !s.placeBefore(from) && !s.namesPlace(from), Confidence: footprint.Possible}, from, i+2)
	}
	return s.add(Hit{Type: TypeAddress, System: "uk-postcode", Label: s.announced(i), Checked: true, Personal: !s.placeBefore(i), Confidence: footprint.Possible}, i, i+2)
}

// cottage takes a home in the country that has a name and no number: "Rosemount Cottage, Chapel Hill, Ballykeen".
func (s *scan) cottage(i int) int {
	k := i
	for k < i+3 && s.capital(k) && !houseName(s.str(k)) {
		k++
	}
	if k == i || !s.capital(k) || !houseName(s.str(k)) || s.at(k+1) != ',' || i > 0 && s.capital(i-1) {
		return i
	}
	end, _ := s.streetName(k+2, false)
	if end == 0 || s.at(end) != ',' || !s.capital(end+1) {
		return i
	}
	to, _ := s.locality(end)
	return s.add(Hit{Type: TypeAddress, System: "house", Label: s.announced(i), Personal: !s.placeBefore(i) && !s.namesPlace(i), Confidence: footprint.Possible}, i, max(to, end))
}

// houseName reports what the names of homes in the country end in.
func houseName(w string) bool {
	switch w {
	case "Cottage", "Cottages", "Bungalow", "Farmhouse", "Rectory", "Vicarage", "Croft", "Steading", "Homestead", "Gatehouse":
		return true
	}
	return false
}

// caPostcode reports whether the tokens i and i+1 are a postcode of Canada: V6G 3J5.
func (s *scan) caPostcode(i int) bool {
	if i < 0 || !s.is(i, code) || !s.is(i+1, code) || s.toks[i+1].start-s.toks[i].end != 1 {
		return false
	}
	a, b := s.str(i), s.str(i+1)
	return len(a) == 3 && len(b) == 3 && isUpper(a[0]) && isDigit(a[1]) && isUpper(a[2]) && isDigit(b[0]) && isUpper(b[1]) && isDigit(b[2])
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
		case n == 6 && s.text[s.toks[k].start] != '0' && start > 0 && s.at(start-1) == ',': // India
			return k + 1
		case n == 5 && (state(wordAt(s, k-1)) > 0 || s.at(k-1) == ','):
			if s.at(k+1) == '-' && s.is(k+2, number) && s.toks[k+2].end-s.toks[k+2].start == 4 {
				return k + 3
			}
			return k + 1
		}
	}
	for back := 0; back < 2; back++ { // the outward part of a UK postcode looks like a word of the place
		if s.ukPostcode(k-back) || s.eircode(k-back) || s.caPostcode(k-back) {
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

// eircode reports whether the tokens i and i+1 are a postcode of Ireland, which stands for one home.
func (s *scan) eircode(i int) bool {
	if i < 0 || i+1 >= len(s.toks) || !s.is(i, code) || !s.is(i+1, code) || s.toks[i+1].start-s.toks[i].end != 1 {
		return false
	}
	out, in := s.str(i), s.str(i+1)
	if len(out) != 3 || len(in) != 4 || !isUpper(out[0]) || !isDigit(out[1]) || !isDigit(out[2]) && out != "D6W" {
		return false
	}
	const letters = "ACDEFHKNPRTVWXY"
	for k := range len(in) {
		if !isDigit(in[k]) && strings.IndexByte(letters, in[k]) < 0 {
			return false
		}
	}
	return strings.IndexByte(letters, out[0]) >= 0
}

// inward reports whether the letter occurs in the second half of a postcode.
func inward(c byte) bool { return isUpper(c) && strings.IndexByte("CIKMOV", c) < 0 }

// ukArea reports whether w is a postcode area.
func ukArea(w string) bool {
	const all = " AB AL B BA BB BD BF BH BL BN BR BS BT CA CB CF CH CM CO CR CT CV CW DA DD DE DG DH DL DN DT DY E EC EH EN EX FK FY G GL GU GY HA HD HG HP HR HS HU HX IG IM IP IV JE KA KT KW KY L LA LD LE LL LN LS LU M ME MK ML N NE NG NN NP NR NW OL OX PA PE PH PL PO PR RG RH RM S SA SE SG SK SL SM SN SO SP SR SS ST SW SY TA TD TF TN TQ TR TS TW UB W WA WC WD WF WN WR WS WV YO ZE "
	return strings.Contains(all, " "+w+" ")
}
