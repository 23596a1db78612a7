package identify

import "strings"

// labelWords are the words by what they announce: numbers and cards, documents, people and secrets; lNot, lVersion,
// lUnit and lMonth take identifiers away or belong to dates.
var labelWords = map[labels]string{
	lPhone: "phone telephone mobile cell cellphone mob ph tel call calls ring fax landline whatsapp text txt reach dial sms contact reached reachable " +
		"viber tele burner telefon telefono teléfono téléphone mobil móvil celular tlf numba",
	lPager:          "pager pagers paged beeper beepers bleep bleeper ext extn extension",
	lCard:           "card cards visa mastercard amex eftpos cc diners discover maestro",
	lCVV:            "cvv cvc cvv2 csc",
	lIBAN:           "iban",
	lAccount:        "account acct acc",
	lSort:           "bsb swift bic routing aba",
	lMedicare:       "medicare mbi immunisation immunization",
	lIHI:            "ihi hpi",
	lTFN:            "tfn",
	lABN:            "abn",
	lACN:            "acn",
	lNHI:            "nhi",
	lIRD:            "ird",
	lNHS:            "nhs",
	lCHI:            "chi",
	lNINO:           "nino ni",
	lSSN:            "ssn ssns ss social",
	lITIN:           "itin tin",
	lSIN:            "sin",
	lNPI:            "npi",
	lDEA:            "dea",
	lPPS:            "pps ppsn",
	lNRIC:           "nric",
	lNRIC | lRecord: "fin",
	lAadhaar:        "aadhaar aadhar uidai adhaar",
	lNational:       "dni nie curp cpf pesel bsn personnummer ahv codice fiscale steuer insee sozialversicherungsnummer nin bvn sécu nir niss insz bsnr rijksregister cnic hkid mykad rut rfc cedula cédula oib cnp jmbg hetu tckn rodné nif utr",
	lPAN | lCard:    "pan",
	lPassport:       "passport passports ppt",
	lLicence:        "licence license licences licenses lic dmv dvla vicroads dl dln",
	lRecord:         "hn mrn ur urn umrn hrn mrns urno dva csn emr ehr uhid ipd opd phn ohip hcn ramq nam",
	lInsurance:      "insurance insurer policy membership medibank bupa member subscriber medicaid philhealth",
	lStaff:          "employee emp staff payroll badge student",
	lRegister:       "ahpra gmc mcnz nmc hcpc gdc",
	lPlate:          "reg regn vrm rego plate plates numberplate vrn",
	lVIN:            "vin",
	lBirth:          "dob birthday birthdate bday birth bornon dateofbirth geb geburtsdatum naissance né née nacido nacida nato nata",
	lBorn:           "born",
	lIP:             "ip ipv4 ipv6",
	lUser:           "username userid login handle user logon usernames nickname gamertag battletag",
	lNetwork: "insta instagram snapchat snap telegram discord skype twitter tiktok ig kik wechat twitch onlyfans reddit facebook fb youtube bluesky mastodon tinder grindr strava psn tumblr linkedin github steam xbox soundcloud letterboxd roblox minecraft fortnite valorant finsta lichess bandcamp vinted depop hinge bumble duolingo spotify threads ao3 bebo myspace substack patreon wattpad pinterest " +
		"battlenet zwift ravelry goodreads fetlife untappd linktree",
	lPassword: "password passwords pwd pw passwd passphrase pass psw wifi",
	lPin:      "pin passcode passcodes",
	lCode:     "code codes otp keypad combination combo lockbox padlock keysafe",
	lDoor:     "door gate locker",
	lAPIKey:   "token apikey secret bearer",
	lAge:      "age aged",
	lName:     "name surname forename named nok patient names",
	lTitle:    "mr mrs ms miss mx dr prof professor sir dame master mme councillor",
	lAddress:  "address addr live lives living moved reside resides residing home house deliver delivered postcode zip zipcode located lived ship",
	lPlace: "clinic clinics hospital surgery practice pharmacy reception switchboard office centre center helpline hotline lifeline samaritans poison poisons " +
		"enquiries inquiries bookings appointments venue restaurant cafe shop store pub conference school university triage church hall " +
		"museum headquarters studio theatre hotel library college coroner lecture institute council rooms outpatients outpatient helpdesk embassy consulate ministry bakery salon dealership showroom courthouse depot",
	lNot: "order orders tracking invoice ticket flight isbn issn doi pmid pmcid booking receipt sku model parcel consignment score " +
		"trial nct grant chapter population votes views followers article arxiv barcode shipment confirmation lot batch catalogue " +
		"catalog timestamp coordinates latitude longitude issue volume pages artg pubmed orcid reference ref transaction " +
		"transactions lottery quote purchase product case job delivery",
	lVersion: "version v ver firmware release build ios android update section kernel spss stata sas matlab python excel chrome firefox safari windows macos java postgres mysql php",
	lUnit: "mg mcg ml mls kg g km cm mm mmhg bpm kcal percent units iu mmol litres liters miles metres people patients dollars euros " +
		"pounds deaths cases doses participants steps points years months weeks days hours minutes seconds hz mhz kb mb gb usd aud nzd gbp eur",
	lMonth: "january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct " +
		"nov dec",
	lAnswer: "maiden",
	lBox:    "box bag",
	lCar:    "car cars van ute taxi truck lorry motorbike suv sedan hatchback parked parking towed clamped lights headlights tag tags anpr bakkie camper campervan caravan trailer rickshaw moped pickup jeep dashcam vehicle vehicles hooting honking",
	lMake: "mazda toyota honda nissan subaru hyundai kia holden volvo skoda renault peugeot citroen vauxhall tesla corolla prius " +
		"hilux fiesta mitsubishi suzuki audi bmw volkswagen maruti mahindra innova civic camry yaris qashqai outback forester corsa astra clio megane micra picanto tiguan passat octavia fabia duster kluger landcruiser prado pajero navara silverado tacoma",
	lChart:  "admission chart charts folder notes",
	lDevice: "imei imeisv",
	lSerial: "serial sn",
	lHolder: "beneficiary prisoner inmate pensioner concession loyalty abha centrelink crn",
	lForm:   "attending surgeon physician cardiologist dictated transcribed provider pcp referring signed resident clinician registrar consultant",
}

// pairWords are the second words of pairs that mean more than each alone: see double.
const pairWords = "security insurance file rec id number no num identification identity identifier nr record nbr code codes combo combination keypad birth plate plates registration key keys token name in on pet car school teacher job concert street road kin fund cover insurer card permit flyer secret document papers fi safe ins numbers word fax ref reference note nubmer numer nmber numbr nummber"

// announced is what is known of a word.
type announced struct {
	labels labels
	pairs  bool // stands in pairWords
	said   said // see spokenWords
}

// announcements holds the words of all three lists; ends tells by the first letter, the last and the length that a word is
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
	for w, v := range spokenWords {
		all[w] = announced{said: v}
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
