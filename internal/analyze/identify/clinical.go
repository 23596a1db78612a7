package identify

import "strings"

// farClinical is how many tokens away a word of the clinic may stand.
const farClinical = 14

// clinical reports ten digits in a row among words of the clinic: with the right check digit they are a patient's number though
// nothing names them, "bloods for 6241554298 haemolysed".
func (s *scan) clinical(c *cluster) bool {
	return c.n == 1 && c.size[0] == 10 && s.ofClinic(c)
}

// itemised reports a number of at least six digits right behind "Patient:", or behind "ID:" among words of the clinic.
func (s *scan) itemised(c *cluster) bool {
	k := c.first - 1
	if s.at(k) == '[' || s.at(k) == '(' {
		k--
	}
	return s.at(k) == ':' && figures(c.all) > 5 && (s.says(k-1, "patient") || s.says(k-1, "mr") || s.says(k-1, "id") && s.toks[k-1].label == 0 && s.ofClinic(c))
}

// filed reports a number among words of the clinic that begins with a nought, as no amount does, "Cedar Ward 0099371-M", or with the
// letter by which it is called: "J number J2204187".
func (s *scan) filed(c *cluster) bool {
	k := c.first - 1
	for s.at(k) == ':' || s.says(k, "is") {
		k--
	}
	lettered := c.alpha && figures(c.all) > 5 && s.says(k, "number") && s.is(k-1, word) && strings.EqualFold(s.str(k-1), c.all[:1])
	nought := c.n <= 2 && c.text[0] == '0' && (c.size[0] == 7 || c.size[0] == 8 && small(c.all[2:4]) > 12) && figures(c.all[:c.size[0]]) == c.size[0] // nor does a date
	return (lettered || nought) && s.ofClinic(c)
}

func (s *scan) ofClinic(c *cluster) bool {
	for k := max(0, c.first-farClinical); k < min(len(s.toks), c.first+farClinical); k++ {
		switch strings.ToLower(wordAt(s, k)) {
		case "pt", "pts", "patient", "bloods", "haemolysed", "hemolysed", "discharge", "discharged", "cannula", "ward", "clinic", "scan", "spine", "pds", "biopsy", "referral", "referred",
			"handover", "podiatrist", "physio", "consultant", "gp", "paeds", "echo", "mri", "histology", "theatre", "admitted", "admission", "letter", "faxed", "transfused", "crossmatch", "sample", "ecg", "lvef", "hx", "dx", "cxr", "ct", "xr", "pathology", "fbc", "ue", "lft", "lfts", "tft", "tfts", "crp", "inr", "hba1c", "labs", "urine", "swab", "specimen", "haematology", "hematology", "radiology", "xray", "script", "wristband", "midwife", "maternity", "antenatal", "clerked", "inpatient", "outpatient", "appointment":
			return true
		}
	}
	return false
}
