package identify

import (
	"footprint/internal/analyze/identify/checksum"
	"footprint/internal/footprint"
)

// bare says what a scheme needs when no word near by names it.
type bare uint8

const (
	never   bare = iota // a label is needed
	grouped             // the check, and the grouping in which the number is usually printed
	solid               // the check alone: the shape is rare enough
	shaped              // the grouping alone
)

// scheme is one kind of number.
type scheme struct {
	system, typ string
	labels      labels
	// least and most are the length of the compact form.
	least, most int
	// mixed is true when letters belong to the number.
	mixed bool
	// groups is the usual printed grouping, sizes as digits ("454" is 4-5-4); several are separated by blanks.
	groups string
	// shape is what a labelled value must fulfil; nil is any. check is the arithmetic; nil is none.
	shape, check func(string) bool
	bare         bare
	// found is the confidence without a label.
	found footprint.Confidence
	// public is true for numbers that stand in registers for everybody to see.
	public bool
	// strict schemes with a failed check are no use to anybody.
	strict bool
}

const (
	likely, possible = footprint.Likely, footprint.Possible
	num, mix         = false, true
)

// schemes lists all kinds of number; of those that fit equally well the first is taken. It is never written.
var schemes = [...]scheme{
	{"iban", TypeBank, lIBAN | lAccount | lSort, 15, 34, mix, "", ibanShape, checksum.IBAN, solid, likely, false, true},
	{"card", TypeCard, lCard, 13, 19, num, "4444 465 464 44443 4446 3465", nil, checksum.Card, solid, possible, false, true},
	{"cvv", TypeCard, lCVV, 3, 4, num, "", nil, nil, never, possible, false, false},
	{"au-ihi", TypeHealth, lIHI | lRecord | lMedicare, 16, 16, num, "4444", ihiShape, checksum.IHI, solid, likely, false, false},
	{"au-hpi", TypeOther, lIHI | lRegister, 16, 16, num, "4444", hpiShape, checksum.HPI, solid, likely, true, false},
	{"au-medicare", TypeHealth, lMedicare | lInsurance, 10, 11, num, "451 4511 452 4611", medicareShape, checksum.Medicare, grouped, likely, false, false},
	{"us-mbi", TypeHealth, lMedicare | lInsurance, 11, 11, mix, "434", checksum.MBI, checksum.MBI, solid, possible, false, false},
	{"nz-nhi", TypeHealth, lNHI | lRecord, 7, 7, mix, "", checksum.NHIShape, checksum.NHI, solid, possible, false, false},
	{"uk-chi", TypeHealth, lCHI, 10, 10, num, "64 334", nil, checksum.CHI, never, possible, false, false},
	{"uk-nhs", TypeHealth, lNHS | lRecord, 10, 10, num, "334", nil, checksum.NHS, grouped, possible, false, false},
	{"us-ssn", TypeNational, lSSN | lNational, 9, 9, num, "324", checksum.SSN, checksum.SSN, shaped, likely, false, true},
	{"us-itin", TypeNational, lITIN | lSSN, 9, 9, num, "324", checksum.ITIN, checksum.ITIN, shaped, possible, false, true},
	{"uk-nino", TypeNational, lNINO | lNational, 9, 9, mix, "", checksum.NINO, checksum.NINO, solid, likely, false, true},
	{"au-tfn", TypeNational, lTFN, 8, 9, num, "333", nil, checksum.TFN, never, possible, false, false},
	{"au-abn", TypeBusiness, lABN, 11, 11, num, "2333", nil, checksum.ABN, grouped, possible, true, false},
	{"au-acn", TypeBusiness, lACN, 9, 9, num, "333", nil, checksum.ACN, never, possible, true, false},
	{"nz-ird", TypeNational, lIRD, 8, 9, num, "333 233", nil, checksum.IRD, never, possible, false, false},
	{"nz-bank", TypeBank, lAccount | lSort, 15, 16, num, "2472 2473", nil, checksum.NZBank, grouped, likely, false, false},
	{"ca-sin", TypeNational, lSIN, 9, 9, num, "333", nil, checksum.SIN, grouped, possible, false, false},
	{"ie-pps", TypeNational, lPPS, 8, 9, mix, "", ppsShape, checksum.PPS, solid, possible, false, false},
	{"za-id", TypeNational, lSouthAfrica, 13, 13, num, "6412 643", nil, checksum.SouthAfrica, solid, possible, false, true},
	{"sg-nric", TypeNational, lNRIC, 9, 9, mix, "", nricShape, checksum.NRIC, solid, likely, false, false},
	{"in-aadhaar", TypeNational, lAadhaar, 12, 12, num, "444", nil, checksum.Aadhaar, grouped, possible, false, false},
	{"in-pan", TypeNational, lPAN, 10, 10, mix, "", checksum.PAN, checksum.PAN, solid, possible, false, false},
	{"uk-licence", TypeLicence, lLicence, 16, 16, mix, "", checksum.UKDriver, checksum.UKDriver, solid, likely, false, false},
	{"in-licence", TypeLicence, lLicence, 15, 15, mix, "", inLicence, inLicence, solid, possible, false, false},
	{"vin", TypeVehicle, lVIN, 17, 17, mix, "", checksum.VINShape, checksum.VIN, solid, likely, false, false},
	{"us-npi", TypeOther, lNPI | lRegister, 10, 10, num, "", nil, checksum.NPI, never, possible, true, false},
	{"us-dea", TypeOther, lDEA | lRegister, 9, 9, mix, "", nil, checksum.DEA, never, possible, true, false},
	{"passport", TypePassport, lPassport, 6, 10, mix, "", passportShape, nil, never, possible, false, false},
	{"licence", TypeLicence, lLicence, 6, 16, mix, "", documentShape, nil, never, possible, false, false},
	{"record", TypeHealth, lRecord, 4, 12, mix, "", recordShape, nil, never, possible, false, false},
	{"record", TypeHealth, lChart, 6, 12, mix, "", recordShape, nil, never, possible, false, false},
	{"routing", TypeBank, lSort, 9, 9, num, "", nil, checksum.Routing, never, possible, false, false},
	{"sort-code", TypeBank, lSort, 6, 6, num, "222 33", nil, nil, never, possible, false, false},
	{"swift", TypeBank, lSort, 8, 11, mix, "", swiftShape, nil, never, possible, false, false},
	{"account", TypeBank, lAccount, 6, 18, num, "", nil, nil, never, possible, false, false},
	{"account", TypeBank, lAccount, 8, 14, mix, "", accountShape, nil, never, possible, false, false},
	{"plate", TypeVehicle, lPlate, 4, 8, mix, "", plateShape, nil, never, possible, false, false},
	{"plate", TypeVehicle, lCar | lMake, 6, 10, mix, "", nationalPlate, nil, never, possible, false, false},
	{"plate", TypeVehicle, lCar | lMake, 5, 11, mix, "", ownSeries, nil, never, possible, false, false},
	{"register", TypeOther, lRegister, 5, 13, mix, "", recordShape, nil, never, possible, true, false},
	{"insurance", TypeOther, lInsurance, 6, 16, mix, "", documentShape, nil, never, possible, false, false},
	{"staff", TypeOther, lStaff, 4, 12, mix, "", recordShape, nil, never, possible, false, false},
	{"imei", TypeOther, lDevice, 15, 15, num, "2661 6261 8241", nil, checksum.Luhn, grouped, possible, false, false},
	{"device", TypeOther, lSerial, 5, 20, mix, "", deviceShape, nil, never, possible, false, false},
	{"holder", TypeOther, lHolder, 5, 16, mix, "", recordShape, nil, never, possible, false, false},
	{"it-fiscal", TypeNational, lNational, 16, 16, mix, "", checksum.FiscalCode, checksum.FiscalCode, solid, possible, false, false},
	{"fr-nir", TypeNational, lNational | lSSN, 15, 15, num, "12223322 1222332", nil, checksum.NIR, grouped, possible, false, false},
	{"ae-id", TypeNational, lNational, 15, 15, num, "3471", emiratesShape, emiratesShape, grouped, possible, false, false},
	{"my-ic", TypeNational, lNational, 12, 12, num, "624", bornFirst, bornFirst, shaped, possible, false, false},
	{"nordic", TypeNational, lNational, 10, 10, num, "64", bornFirst, bornFirst, shaped, possible, false, false},
	{"record", TypeHealth, lRecord, 8, 8, num, "3221", nil, anything, shaped, possible, false, false},
	{"br-cpf", TypeNational, lNational, 11, 11, num, "3332", nil, checksum.CPF, never, possible, false, false},
	{"national", TypeNational, lNational, 6, 18, mix, "", nationalShape, nil, never, possible, false, false},
	{"ahpra", TypeOther, 0, 13, 13, mix, "", ahpraShape, ahpraShape, solid, possible, true, false},
	{"ie-plate", TypeVehicle, lPlate | lCar, 5, 11, mix, "313 314 315 316 323 324 325 326", iePlateShape, iePlateShape, grouped, possible, false, false},
	{"ie-plate", TypeVehicle, lPlate | lCar, 5, 10, mix, "212 213 214 215 216 222 223 224 225 226", ieOldPlate, ieOldPlate, grouped, possible, false, false},
	{"in-plate", TypeVehicle, lPlate | lCar, 8, 11, mix, "", inPlate, inPlate, solid, possible, false, false},
	{"za-plate", TypeVehicle, lPlate | lCar, 7, 8, mix, "2222 332 322", zaPlate, zaPlate, grouped, possible, false, false},
	{"uk-plate", TypeVehicle, lPlate, 7, 7, mix, "43", ukPlateShape, ukPlateShape, grouped, possible, false, false},
}
