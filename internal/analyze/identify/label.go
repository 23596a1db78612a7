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
		l |= of.labels & (lPassword | lPin | lCode | lDoor | lNetwork | lPager | lPlace)
		is.pairs, w = of.pairs, base // "her hospital number's"
	}
	if len(w) == 2 && l == lRecord && w[0] == 'u' && !s.urNumber(s.toks[i].end) {
		return
	}
	if is.spoken {
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
	if l == 0 && !is.pairs || acronym(string(w)) && w[len(w)-1] == s.text[s.toks[i].end-1] && !s.introduces(s.toks[i].end) {
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
	case "pt", "mr", "patient", "accession", "specimen", "encounter", "mrno", "hospital", "hosp":
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

// introduces reports a colon or a number sign at byte i: what stands before is a label even in small letters, "ur:7719302".
func (s *scan) introduces(i int) bool {
	return i < len(s.text) && (s.text[i] == ':' || s.text[i] == '#')
}

// acronym reports words that are labels in capitals only.
func acronym(w string) bool {
	switch w {
	case "hn", "ur", "urn", "ss", "ni", "fin", "pan", "chi", "cc", "aba", "csc", "tin", "dva", "dl", "dln", "nie", "nin", "sn", "hcn", "nam", "nir", "ppt", "rut", "rfc", "cnp", "nif", "oib":
		return true
	}
	return false
}

// labelWords are the words by what they announce: numbers and cards, documents, people and secrets; lNot, lVersion,
// lUnit and lMonth take identifiers away or belong to dates.
var labelWords = map[labels]string{
	lPhone: "phone telephone mobile cell cellphone mob ph tel call calls ring fax landline whatsapp text txt reach dial sms contact " +
		"viber tele telefon telefono teléfono téléphone mobil móvil celular tlf numba",
	lPager:     "pager pagers paged beeper beepers bleep bleeper ext extn extension",
	lCard:      "card cards visa mastercard amex eftpos cc diners discover maestro",
	lCVV:       "cvv cvc cvv2 csc",
	lIBAN:      "iban",
	lAccount:   "account acct acc",
	lSort:      "bsb swift bic routing aba",
	lMedicare:  "medicare mbi immunisation immunization",
	lIHI:       "ihi hpi",
	lTFN:       "tfn",
	lABN:       "abn",
	lACN:       "acn",
	lNHI:       "nhi",
	lIRD:       "ird",
	lNHS:       "nhs",
	lCHI:       "chi",
	lNINO:      "nino ni",
	lSSN:       "ssn ssns ss social",
	lITIN:      "itin tin",
	lSIN:       "sin",
	lNPI:       "npi",
	lDEA:       "dea",
	lPPS:       "pps ppsn",
	lNRIC:      "nric fin",
	lAadhaar:   "aadhaar aadhar uidai adhaar",
	lNational:  "dni nie curp cpf pesel bsn personnummer ahv codice fiscale steuer insee sozialversicherungsnummer nin bvn sécu nir niss insz bsnr rijksregister cnic hkid mykad rut rfc cedula cédula oib cnp jmbg hetu tckn rodné nif",
	lPAN:       "pan",
	lPassport:  "passport passports ppt",
	lLicence:   "licence license licences licenses dl dln",
	lRecord:    "hn mrn ur urn umrn hrn mrns urno dva emr ehr uhid ipd opd phn ohip hcn ramq nam",
	lInsurance: "insurance insurer policy membership medibank bupa member subscriber medicaid philhealth",
	lStaff:     "employee emp staff payroll badge student",
	lRegister:  "ahpra gmc mcnz nmc hcpc gdc",
	lPlate:     "rego plate plates numberplate vrn",
	lVIN:       "vin",
	lBirth:     "dob birthday birthdate bday birth geb geburtsdatum naissance né née nacido nacida nato nata",
	lBorn:      "born",
	lIP:        "ip ipv4 ipv6",
	lUser:      "username userid login handle user logon usernames nickname gamertag",
	lNetwork:   "insta instagram snapchat snap telegram discord skype twitter tiktok ig kik wechat twitch onlyfans reddit facebook fb youtube bluesky mastodon tinder grindr strava psn tumblr",
	lPassword:  "password passwords pwd pw passwd passphrase pass psw wifi",
	lPin:       "pin passcode passcodes",
	lCode:      "code codes otp keypad combination combo lockbox padlock keysafe",
	lDoor:      "door gate locker",
	lAPIKey:    "token apikey secret bearer",
	lAge:       "age aged",
	lName:      "name surname forename named nok patient names",
	lTitle:     "mr mrs ms miss mx dr prof professor sir dame master mme councillor",
	lAddress:   "address addr live lives living moved reside resides residing home house deliver postcode zip zipcode located lived ship",
	lPlace: "clinic clinics hospital surgery practice pharmacy reception switchboard office centre center helpline hotline lifeline samaritans poison poisons " +
		"enquiries inquiries bookings appointments venue restaurant cafe shop store pub conference school university triage church hall " +
		"museum headquarters studio theatre hotel library college coroner lecture institute council rooms",
	lNot: "order orders tracking invoice ticket flight isbn issn doi pmid pmcid booking receipt sku model parcel consignment score " +
		"trial nct grant chapter population votes views followers article arxiv barcode shipment confirmation lot batch catalogue " +
		"catalog timestamp coordinates latitude longitude issue volume pages artg pubmed orcid reference ref transaction " +
		"transactions lottery quote purchase product case job delivery",
	lVersion: "version v ver firmware release build ios android update section kernel spss stata sas matlab python excel chrome firefox safari windows macos java postgres mysql php",
	lUnit: "mg mcg ml mls kg g km cm mm mmhg bpm kcal percent units iu mmol litres liters miles metres people patients dollars euros " +
		"pounds deaths cases doses participants steps points years months weeks days hours minutes hz mhz kb mb gb usd aud nzd gbp eur",
	lMonth: "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct " +
		"nov dec",
	lAnswer: "maiden",
	lBox:    "box bag",
	lCar:    "car cars van ute taxi truck lorry motorbike suv sedan hatchback parked parking towed clamped lights headlights tag",
	lMake: "mazda toyota honda nissan subaru hyundai kia holden volvo skoda renault peugeot citroen vauxhall tesla corolla prius " +
		"hilux fiesta mitsubishi suzuki audi bmw volkswagen",
	lChart:  "chart charts folder notes",
	lDevice: "imei imeisv",
	lSerial: "serial sn",
	lHolder: "beneficiary prisoner inmate pensioner concession loyalty centrelink crn",
	lForm:   "attending surgeon physician cardiologist dictated transcribed provider pcp referring signed resident clinician registrar consultant",
}

// pairWords are the second words of pairs that mean more than each alone: see double.
const pairWords = "security insurance file rec id number no num identification identity identifier nr record nbr code codes combo combination keypad birth plate plates registration key keys token name in on pet car school teacher job concert street road kin fund cover insurer card flyer secret document papers fi safe ins numbers word fax nubmer numer nmber numbr nummber"

// spokenWords are words of a number that is read out.
const spokenWords = "zero one two three four five six seven eight nine oh nought double triple nineteen twenty thirty forty fifty sixty seventy eighty ninety"

// announced is what is known of a word.
type announced struct {
	labels labels
	pairs  bool // stands in pairWords
	spoken bool // stands in spokenWords
}

// announcements holds the words of both lists; ends tells by the first letter, the last and the length that a word is
// none of them, as most are.
var announcements, ends = func() (map[string]announced, [26][32]uint32) {
	all, ends := map[string]announced{}, [26][32]uint32{}
	for l, words := range labelWords {
		for w := range strings.FieldsSeq(words) {
			all[w] = announced{labels: l}
		}
	}
	for w := range strings.FieldsSeq(pairWords) {
		all[w] = announced{labels: all[w].labels, pairs: true}
	}
	for w := range strings.FieldsSeq(spokenWords) {
		all[w] = announced{spoken: true}
	}
	for w := range all {
		ends[w[0]-'a'][w[len(w)-1]%32] |= 1 << len(w)
	}
	return all, ends
}()

// announcement looks a lower-case word of at most 16 bytes up.
func announcement(w []byte) announced {
	if len(w) == 0 || w[0] < 'a' || w[0] > 'z' || ends[w[0]-'a'][w[len(w)-1]%32]&(1<<len(w)) == 0 {
		return announced{}
	}
	return announcements[string(w)]
}
