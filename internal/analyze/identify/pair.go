package identify

import "strings"

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
	case "rec":
		return lRecord, p == "med" || p == "medical" || p == "pt" || p == "patient"
	case "file", "id", "number", "no", "num", "identification", "identity", "identifier", "nr", "record", "nbr", "nubmer", "numer", "nmber", "numbr", "nummber":
		return numberPair(p, w)
	case "ref", "reference":
		switch p {
		case "hospital", "hosp", "patient", "clinic", "ward", "maternity", "radiology", "pathology":
			return lRecord, true
		}
	case "note":
		return lRecord, p == "case"
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
		return lUser, p == "log" || p == "sign" || p == "logged" || p == "signed"
	case "pet", "car", "school", "teacher", "job", "concert":
		return lAnswer, p == "first" || p == "childhood" || p == "favourite" || p == "favorite" || w == "school" && p == "primary"
	case "street", "road":
		return lAnswer, p == "childhood" || p == "first"
	case "kin":
		return lName, p == "of"
	case "card":
		if p == "pensioner" || p == "concession" || p == "loyalty" || p == "services" || p == "medical" || p == "gms" || p == "care" {
			return lHolder, true
		}
		if p == "green" {
			return lNational, true
		}
		return lRecord, p == "health" || p == "opd" || p == "hospital" || p == "clinic" || p == "dialysis"
	case "permit":
		return lLicence, p == "learner" || p == "learners" || p == "learner's" || p == "driving" || p == "driver" || p == "provisional"
	case "flyer":
		return lHolder, p == "frequent"
	case "document", "papers":
		return lNot, p == "policy"
	case "word":
		return lPassword, p == "memorable" || p == "secret"
	case "fax":
		return lPhone | lPlace, p == "our"
	case "safe":
		return lCode, p == "key"
	case "ins":
		return lNINO, p == "nat"
	case "numbers":
		return lNot, p == "student" || p == "staff" || p == "patient" || p == "member" || p == "membership"
	case "fi":
		return lPassword, p == "wi"
	case "secret":
		return lAPIKey, p == "client"
	case "fund", "cover", "insurer":
		return lInsurance, p == "health" || p == "medical" || p == "private" || p == "dental"
	}
	return 0, false
}

// numberPair reads "<p> number" and its like.
func numberPair(p, w string) (l labels, joined bool) {
	switch strings.TrimSuffix(p, "'s") {
	case "tax":
		if w == "file" {
			return lTFN, true
		}
		return lTFN | lIRD | lSSN | lITIN | lNational, true
	case "medical", "hospital", "patient", "hosp", "pt", "chart", "unit", "pas", "epr", "emr", "ehr", "ip", "op", "casenote", "note", "notes", "health", "clinical", "file", "record", "mr", "accession", "specimen", "lab",
		"encounter", "episode", "admission", "visit", "cr", "donor", "recipient", "inpatient", "outpatient":
		return lRecord, true
	case "state":
		return lNational, w == "id" || w == "identification"
	case "identity", "national", "id", "identification", "citizen":
		if w == "record" || w == "file" {
			return 0, false
		}
		return lNational | lSouthAfrica | lNRIC | lAadhaar, true
	case "user", "login":
		return lUser, true
	case "registration":
		return lRegister | lPlate, true
	case "customer", "reference", "ref", "tracking", "order", "case", "invoice", "claim", "charity", "company":
		return lNot, true
	case "ic", "emirates":
		return lNational, true
	case "ir":
		return lIRD, true
	case "pp", "document":
		return lPassport, true
	case "plan", "ndis":
		return lInsurance, true
	case "vehicle":
		return lVIN, true
	case "ser", "device", "pump", "implant", "pacemaker":
		return lSerial, true
	case "board", "folder":
		return lChart, true
	case "c": // H&C number
		return lNHS, true
	case "prisoner", "service", "beneficiary", "flyer", "loyalty", "concession", "pensioner":
		return lHolder, true
	case "interpreter", "carer", "worker", "operator", "volunteer", "officer", "agent", "guard", "teacher", "doctor", "nurse":
		return lStaff, true
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
	case "friend":
		return lUser, true
	case "country", "area", "dialling", "dialing", "dress", "promo", "discount", "voucher", "coupon", "error", "item", "icd", "hs", "cpt", "atc", "snomed", "source", "qr", "bar", "referral", "gift", "mbs", "pin",
		"highway", "building", "tax", "procedure", "diagnosis", "billing", "status", "colour", "color", "genetic", "exit", "access's", "morse", "offer", "invite":
		return lNot, true
	case "security":
		return lCVV | lCode, true
	}
	return 0, false
}
