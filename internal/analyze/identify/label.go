package identify

import (
	"bytes"
	"strings"
)

// labels is a set of the things a word can announce.
type labels uint64

const (
	lPhone labels = 1 << iota
	lCard
	lCVV
	lIBAN
	lAccount
	lSort
	lMedicare
	lIHI
	lTFN
	lABN
	lACN
	lNHI
	lIRD
	lNHS
	lCHI
	lNINO
	lSSN
	lITIN
	lNPI
	lDEA
	lSIN
	lPPS
	lSouthAfrica
	lNRIC
	lAadhaar
	lPAN
	lNational // some national number
	lPassport
	lLicence
	lRecord // of a patient
	lInsurance
	lStaff
	lRegister // of a profession
	lPlate
	lVIN
	lBirth
	lBorn
	lIP
	lUser
	lNetwork // name of a social network, as in "insta: name"
	lPassword
	lPin
	lCode   // that opens a door or confirms a log-in
	lAPIKey // and tokens
	lAge
	lName
	lTitle
	lAddress
	lPlace // a clinic, shop or office: what follows is not a home
	lNot   // orders, flights, books: what follows is no identifier of a person
	lVersion
	lUnit
	lMonth
	lAnswer // to a security question
	lBox
	lDoor // that a code opens
	lCar
	lMake   // of a car
	lChart  // of a patient, when the number stands right behind
	lPager  // and extensions: a short number inside a hospital
	lHolder // of a card, a membership or a service, by number
	lDevice // a telephone's own number
	lForm   // a field of a form that holds the name of somebody at work
	lSerial // of a thing: somebody's only when it is worn or carried
)

// triggers are labels worth looking at even where the text has no digit.
const triggers = lUser | lNetwork | lPassword | lPin | lCode | lAPIKey | lName | lTitle | lAnswer | lDoor

// label finds what the word token i announces, with a look at the words before it.
func (s *scan) label(i int) {
	var buf, prev [16]byte
	w, ok := fold(buf[:], s.str(i))
	if !ok {
		return
	}
	is := announcement(w)
	l := is.labels
	if len(w) == 1 && w[0] == 'b' && i >= 4 && strings.EqualFold(s.text[s.toks[i-4].start:s.toks[i].end], "d.o.b") || len(w) == 1 && w[0] == 'b' && i >= 4 && strings.EqualFold(s.text[s.toks[i-4].start:s.toks[i].end], "d.0.b") {
		l = lBirth
	}
	if t := s.toks[i].end; t < len(s.text) && numberSign(s.text[t:]) && numbered(w) != 0 {
		s.toks[i].label = numbered(w)
		return
	}
	if base, possessive := bytes.CutSuffix(w, []byte("'s")); possessive {
		of := announcement(base)
		l |= of.labels & (lPassword | lPin | lCode | lDoor | lNetwork | lPager | lPlace | lPassport | lLicence | lPlate | lNHI | lNHS | lTFN | lIRD | lSSN | lRecord)
		is.pairs, w = of.pairs, base // "her hospital number's"
	}
	if len(w) == 2 && l == lRecord && w[0] == 'u' && !s.urNumber(s.toks[i].end) {
		return
	}
	if is.said != 0 {
		s.toks[i].said = is.said
		s.spoken++
		return
	}
	if name, joined := bytes.CutSuffix(w, []byte("number")); joined && l == 0 && len(name) > 2 { // irdnumber, phonenumber
		if l, joined = double(string(name), "number"); !joined {
			l = announcement(name).labels
		}
	}
	if len(w) == 1 {
		l |= s.slashed(i) | s.spaced(i)
	}
	if l == 0 && !is.pairs || acronym(string(w)) && w[len(w)-1] == s.text[s.toks[i].end-1] && !s.introduces(string(w), s.toks[i].end) {
		return
	}
	p := i - 1
	for p >= 0 && i-p < 3 && s.toks[p].shape == symbol && (s.toks[p].mark == '-' || s.toks[p].mark == '/' || s.toks[p].mark == '\'' || s.toks[p].mark == '.') {
		p--
	}
	if is.pairs && p >= 0 && s.toks[p].shape == word {
		if before, ok := fold(prev[:], s.str(p)); ok {
			switch pair, joined := double(string(before), string(w)); {
			case joined && s.named(p, string(before)):
			case joined:
				s.toks[p].label = 0
				l = pair
			}
		}
	}
	s.toks[i].label = l
}

// slashed reads abbreviations of two letters with a stroke between: "a/c 3391 0042", "s/c 40-22-17", "S/N".
func (s *scan) slashed(i int) labels {
	if i < 2 || s.at(i-1) != '/' || !s.adjacent(i-1) || !s.adjacent(i-2) || s.toks[i-2].end-s.toks[i-2].start != 1 {
		return 0
	}
	switch strings.ToLower(s.text[s.toks[i-2].start:s.toks[i].end]) {
	case "h/n":
		return lRecord
	case "a/c":
		return lAccount
	case "s/c":
		return lSort
	case "s/n":
		return lSerial
	}
	return 0
}

// named reports that the word at p, "file" or "id", ends a longer name that is known already: "tax file number",
// "staff id no".
func (s *scan) named(p int, w string) bool {
	switch w {
	case "file":
		return s.toks[p].label&lTFN != 0
	case "id", "identification":
		const owners = lStaff | lInsurance | lRecord | lUser | lRegister | lMedicare | lLicence | lNational
		return s.toks[p].label&owners != 0 || s.has(p-1, owners)
	}
	return false
}

// numberSign reports a number sign at the beginning of the text, a blank before it or not.
func numberSign(rest string) bool {
	return rest[0] == '#' || len(rest) > 1 && rest[0] == ' ' && rest[1] == '#'
}

// numbered returns what a word announces when a number sign stands right behind: "Pt#", "MR#".
func numbered(w []byte) labels {
	switch string(w) {
	case "pt", "mr", "patient", "accession", "specimen", "encounter", "mrno", "visit", "admission", "hospital", "hosp":
		return lRecord
	case "pp":
		return lPassport
	}
	return 0
}

// spaced returns what single letters announce that are written apart: "M R N", "D O B".
func (s *scan) spaced(i int) labels {
	if i < 2 || s.toks[i].end-s.toks[i-2].start != 5 || !s.is(i-1, word) || !s.is(i-2, word) {
		return 0
	}
	switch s.text[s.toks[i-2].start:s.toks[i].end] {
	case "M R N", "U R N":
		return lRecord
	case "D O B":
		return lBirth
	case "N H S":
		return lNHS
	case "N H I":
		return lNHI
	case "S S N":
		return lSSN
	case "T F N":
		return lTFN
	}
	return 0
}

// urNumber reports that what follows byte i may be a hospital's number, so that "UR" before it is not "you are".
func (s *scan) urNumber(i int) bool {
	rest := strings.TrimLeft(s.text[i:min(len(s.text), i+12)], " ")
	return rest == "" || !isLetter(rest[0]) || isUpper(rest[0]) || strings.HasPrefix(rest, "n") || strings.HasPrefix(rest, "is ")
}

// farFigures is how many bytes behind a label the figures are looked for that it announces.
const farFigures = 16

// introduces reports a colon or a number sign at byte i: what stands before is a label even in small letters, "ur:7719302". So do
// "number" and six figures behind all but "ur", which is also "your": "chi no. 2911612027", "us ppt 561820447".
func (s *scan) introduces(w string, i int) bool {
	rest := strings.TrimPrefix(s.text[i:min(len(s.text), i+farFigures)], `"`)
	if rest != "" && (rest[0] == ':' || rest[0] == '#') {
		return true
	}
	rest = strings.TrimLeft(rest, " ")
	if w == "ur" {
		return false
	}
	if after, ok := strings.CutPrefix(rest, "no"); ok {
		after = strings.TrimLeft(after, ".: ")
		return after != "" && isDigit(after[0])
	}
	return strings.HasPrefix(rest, "number") || len(rest) >= 6 && figures(rest[:6]) == 6
}

// acronym reports words that are labels in capitals only.
func acronym(w string) bool {
	switch w {
	case "hn", "ur", "urn", "ss", "ni", "fin", "pan", "chi", "cc", "aba", "csc", "tin", "dva", "dl", "dln", "nie", "nin", "sn", "hcn", "nam", "csn", "utr", "nir", "ppt", "rut", "rfc", "cnp", "nif", "oib":
		return true
	}
	return false
}
