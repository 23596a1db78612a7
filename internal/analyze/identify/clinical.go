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

// filed reports a number among words of the clinic that begins with a nought, as no amount does, "Cedar Ward 0099371-M", with the
// letter by which it is called, "J number J2204187", or that is said to be somebody's file: "your number is 4471820, clinic 4".
func (s *scan) filed(c *cluster) bool {
	f := figures(c.all)
	if f < 5 || c.n > 3 || !recordShape(c.all) || c.glued(s) {
		return false
	}
	k := c.first - 1
	for s.at(k) == ':' || s.at(k) == '#' || s.at(k) == '.' || s.says(k, "is") || s.says(k, "was") || s.says(k, "reads") || s.says(k, "says") {
		k--
	}
	numbered := s.says(k, "number") || s.says(k, "no")
	lettered := c.alpha && f > 5 && numbered && s.is(k-1, word) && strings.EqualFold(s.str(k-1), c.all[:1])
	nought := c.n <= 2 && c.text[0] == '0' && (c.size[0] == 7 || c.size[0] == 8 && small(c.all[2:4]) > 12) && figures(c.all[:c.size[0]]) == c.size[0] // nor does a date
	solid := c.n == 1 && c.upper && len(c.all) == f+1 && f >= 6 && f <= 7                                                                             // H447182
	said := (f < 9 || c.alpha) && (numbered && s.owner(k-1) || s.fileWord(k) || numbered && s.fileWord(k-1))
	return (lettered || nought || solid || said) && s.ofClinic(c)
}

// owner reports a word for somebody whose number it is.
func (s *scan) owner(k int) bool {
	return s.says(k, "your") || s.says(k, "my") || s.whose(k) && !s.has(k, lPlace)
}

// fileWord reports a word for what a clinic keeps of somebody or sticks on them.
func (s *scan) fileWord(k int) bool {
	switch strings.ToLower(wordAt(s, k)) {
	case "file", "record", "sticker", "label", "bracelet", "wristband", "card", "slip", "id":
		return true
	}
	return false
}

func (s *scan) ofClinic(c *cluster) bool {
	for k := max(0, c.first-farClinical); k < min(len(s.toks), c.first+farClinical); k++ {
		switch strings.ToLower(wordAt(s, k)) {
		case "pt", "pts", "patient", "bloods", "haemolysed", "hemolysed", "discharge", "discharged", "cannula", "ward", "clinic", "scan", "spine", "pds", "biopsy", "referral", "referred",
			"handover", "podiatrist", "physio", "consultant", "gp", "paeds", "echo", "mri", "histology", "theatre", "admitted", "admission", "letter", "faxed", "transfused", "crossmatch", "sample", "ecg", "lvef", "hx", "dx", "cxr", "ct", "xr", "pathology", "fbc", "ue", "lft", "lfts", "tft", "tfts", "crp", "inr", "hba1c", "labs", "urine", "swab", "specimen", "haematology", "hematology", "radiology", "xray", "script", "wristband", "midwife", "maternity", "antenatal", "clerked", "inpatient", "outpatient", "appointment", "nurse", "cardiology", "dialysis", "rehab", "bracelet", "surgeon", "oncology", "orthopaedic", "orthopaedics", "ray", "paediatrics", "physiotherapy", "dentist", "dental", "cot", "newborn", "nicu":
			return true
		}
	}
	return false
}
