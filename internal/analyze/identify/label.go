package identify

import "strings"

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
	l := single(string(w))
	if string(w) == "b" && i >= 4 && strings.EqualFold(s.text[s.toks[i-4].start:s.toks[i].end], "d.o.b") {
		l = lBirth
	}
	if base, is := strings.CutSuffix(string(w), "'s"); is {
		l |= single(base) & (lPassword | lPin | lCode | lDoor)
	}
	if l == 0 && len(w) < 2 || acronym(string(w)) && w[len(w)-1] == s.text[s.toks[i].end-1] {
		return
	}
	p := i - 1
	for p >= 0 && i-p < 3 && s.toks[p].shape == symbol && (s.toks[p].mark == '-' || s.toks[p].mark == '/' || s.toks[p].mark == '\'') {
		p--
	}
	if p >= 0 && s.toks[p].shape == word {
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

// acronym reports words that are labels in capitals only.
func acronym(w string) bool {
	switch w {
	case "ur", "urn", "ss", "ni", "fin", "sin", "pan", "chi", "cc", "aba", "csc", "tin", "dva", "dl", "dln":
		return true
	}
	return false
}

// single returns the labels of one lower-case word.
func single(w string) labels {
	switch w {
	case "phone", "telephone", "mobile", "cell", "cellphone", "mob", "ph", "tel", "call", "calls", "ring", "fax", "landline", "whatsapp", "text", "txt", "reach", "dial", "sms", "contact", "extension", "viber":
		return lPhone
	case "card", "cards", "visa", "mastercard", "amex", "eftpos", "cc", "diners", "discover", "maestro":
		return lCard
	case "cvv", "cvc", "cvv2", "csc":
		return lCVV
	case "iban":
		return lIBAN
	case "account", "acct", "acc":
		return lAccount
	case "bsb", "swift", "bic", "routing", "aba":
		return lSort
	case "medicare":
		return lMedicare
	case "mbi":
		return lMedicare
	case "ihi", "hpi":
		return lIHI
	case "tfn":
		return lTFN
	case "abn":
		return lABN
	case "acn":
		return lACN
	case "nhi":
		return lNHI
	case "ird":
		return lIRD
	case "nhs":
		return lNHS
	case "chi":
		return lCHI
	case "nino", "ni":
		return lNINO
	case "ssn", "ssns", "ss":
		return lSSN
	case "itin", "tin":
		return lITIN
	case "sin":
		return lSIN
	case "npi":
		return lNPI
	case "dea":
		return lDEA
	case "pps", "ppsn":
		return lPPS
	case "nric", "fin":
		return lNRIC
	case "aadhaar", "aadhar", "uidai", "adhaar":
		return lAadhaar
	case "pan":
		return lPAN
	}
	return document(w)
}

// document goes on with words that announce documents, people and secrets.
func document(w string) labels {
	switch w {
	case "passport", "passports":
		return lPassport
	case "licence", "license", "licences", "licenses", "dl", "dln":
		return lLicence
	case "mrn", "ur", "urn", "umrn", "hrn", "mrns", "urno", "dva":
		return lRecord
	case "insurance", "insurer", "policy", "membership", "medibank", "bupa", "member", "subscriber", "medicaid":
		return lInsurance
	case "employee", "emp", "staff", "payroll", "badge", "student":
		return lStaff
	case "ahpra", "gmc", "mcnz", "nmc", "hcpc", "gdc":
		return lRegister
	case "rego", "plate", "plates", "numberplate", "vrn":
		return lPlate
	case "vin":
		return lVIN
	case "dob", "birthday", "birthdate", "bday", "birth":
		return lBirth
	case "born":
		return lBorn
	case "ip", "ipv4", "ipv6":
		return lIP
	case "username", "userid", "login", "handle", "user", "logon", "usernames", "nickname":
		return lUser
	case "insta", "instagram", "snapchat", "snap", "telegram", "discord", "skype", "twitter", "tiktok", "ig", "kik", "wechat":
		return lNetwork
	case "password", "passwords", "pwd", "pw", "passwd", "passphrase", "pass", "psw", "wifi":
		return lPassword
	case "pin", "passcode", "passcodes":
		return lPin
	case "code", "codes", "otp", "keypad", "combination", "combo", "lockbox", "padlock":
		return lCode
	case "door", "gate", "locker":
		return lDoor
	case "token", "apikey", "secret", "bearer":
		return lAPIKey
	case "age", "aged":
		return lAge
	case "name", "surname", "forename", "named", "nok", "patient", "names":
		return lName
	case "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "master", "mme", "councillor":
		return lTitle
	case "address", "addr", "live", "lives", "living", "moved", "reside", "resides", "residing", "home", "house", "deliver", "postcode", "zip", "zipcode", "located", "lived", "ship":
		return lAddress
	}
	return common(w)
}

// common goes on with words that take identifiers away or belong to dates.
func common(w string) labels {
	switch w {
	case "clinic", "clinics", "hospital", "surgery", "practice", "pharmacy", "reception", "switchboard", "office", "centre", "center", "helpline", "hotline", "lifeline",
		"enquiries", "inquiries", "bookings", "appointments", "venue", "restaurant", "cafe", "shop", "store", "pub", "conference", "school", "university", "triage", "church", "hall", "museum",
		"headquarters", "studio", "theatre", "hotel", "library":
		return lPlace
	case "order", "orders", "tracking", "invoice", "ticket", "flight", "isbn", "issn", "doi", "pmid", "pmcid", "booking", "receipt", "sku", "serial", "model", "parcel", "consignment",
		"score", "trial", "nct", "grant", "chapter", "population", "votes", "views", "followers", "article", "arxiv", "barcode", "shipment", "confirmation", "lot", "batch", "catalogue", "catalog",
		"imei", "timestamp", "coordinates", "latitude", "longitude", "issue", "volume", "pages", "artg", "pubmed", "orcid", "reference", "ref", "transaction", "transactions", "lottery", "quote", "purchase", "product", "case", "job", "claim", "delivery":
		return lNot
	case "version", "v", "ver", "firmware", "release", "build", "ios", "android", "update", "section", "kernel":
		return lVersion
	case "mg", "mcg", "ml", "mls", "kg", "g", "km", "cm", "mm", "mmhg", "bpm", "kcal", "percent", "units", "iu", "mmol", "litres", "liters", "miles", "metres", "people", "patients", "dollars", "euros", "pounds",
		"deaths", "cases", "doses", "participants", "steps", "points", "years", "months", "weeks", "days", "hours", "minutes", "hz", "mhz", "kb", "mb", "gb", "usd", "aud", "nzd", "gbp", "eur":
		return lUnit
	case "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
		"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec":
		return lMonth
	case "maiden":
		return lAnswer
	case "box", "bag":
		return lBox
	}
	return 0
}

// double returns the labels of two words that mean more than each alone; joined takes the first one's away.
func double(p, w string) (l labels, joined bool) {
	switch w {
	case "security", "insurance":
		switch p {
		case "social":
			if w == "insurance" {
				return lSIN, true
			}
			return lSSN, true
		case "national":
			return lNINO, true
		}
	case "file", "id", "number", "no", "num", "identification", "identity", "identifier", "nr", "record", "nbr":
		return numberPair(p, w)
	case "code", "codes", "combo", "combination", "keypad":
		return codePair(p)
	case "birth":
		return lBirth, p == "of"
	case "plate", "plates", "registration":
		return lPlate, p == "number" || p == "licence" || p == "license" || p == "vehicle" || p == "car" || p == "registration"
	case "key", "keys":
		return lAPIKey, p == "api" || p == "secret" || p == "access" || p == "private"
	case "token":
		return lAPIKey, p == "access" || p == "auth" || p == "bearer" || p == "api"
	case "name":
		return lUser, p == "user" || p == "login" || p == "screen"
	case "in", "on":
		return lUser, p == "log" || p == "sign"
	case "pet", "car", "school", "teacher", "job", "concert":
		return lAnswer, p == "first" || p == "childhood" || p == "favourite" || p == "favorite" || w == "school" && p == "primary"
	case "street", "road":
		return lAnswer, p == "childhood" || p == "first"
	case "kin":
		return lName, p == "of"
	case "fund", "cover", "insurer":
		return lInsurance, p == "health" || p == "medical" || p == "private" || p == "dental"
	case "number's":
		return 0, false
	}
	return 0, false
}

// numberPair reads "<p> number" and its like.
func numberPair(p, w string) (l labels, joined bool) {
	switch p {
	case "tax":
		if w == "file" {
			return lTFN, true
		}
		return lTFN | lIRD | lSSN | lITIN | lNational, true
	case "medical", "hospital", "patient", "hosp", "pt", "chart", "unit", "health", "clinical", "file", "record":
		return lRecord, true
	case "identity", "national", "id", "identification", "citizen":
		if w == "record" || w == "file" {
			return 0, false
		}
		return lNational | lSouthAfrica | lNRIC | lAadhaar, true
	case "user", "login":
		return lUser, true
	case "registration":
		return lRegister | lPlate, true
	case "customer", "reference", "ref", "tracking", "order", "case", "invoice":
		return lNot, true
	case "vehicle":
		return lVIN, true
	case "provider", "prescriber":
		return lRegister, true
	case "group":
		return lInsurance, true
	case "driver", "drivers", "driver's", "driving":
		return lLicence, true
	case "personal":
		return lPin | lNational, true
	}
	return 0, false
}

// codePair reads "<p> code".
func codePair(p string) (l labels, joined bool) {
	switch p {
	case "sort", "bank", "swift", "bic", "branch":
		return lSort, true
	case "post", "postal", "zip":
		return lAddress, true
	case "country", "area", "dialling", "dialing", "dress", "promo", "discount", "voucher", "coupon", "error", "item", "icd", "source", "qr", "bar", "referral", "gift", "mbs", "pin",
		"highway", "building", "tax", "procedure", "diagnosis", "billing", "status", "colour", "color", "genetic", "exit", "access's", "morse", "offer", "invite":
		return lNot, true
	case "security":
		return lCVV | lCode, true
	}
	return 0, false
}
