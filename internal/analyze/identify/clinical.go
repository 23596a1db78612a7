package identify

import "strings"

// farClinical is how many tokens away a word of the clinic may stand.
const farClinical = 14

// clinical reports ten digits in a row among words of the clinic: with the right check digit they are a patient's number though
// nothing names them, "bloods for 6241554298 haemolysed".
func (s *scan) clinical(c *cluster) bool {
	if c.n != 1 || c.size[0] != 10 {
		return false
	}
	for k := max(0, c.first-farClinical); k < min(len(s.toks), c.first+farClinical); k++ {
		switch strings.ToLower(wordAt(s, k)) {
		case "pt", "pts", "patient", "bloods", "haemolysed", "hemolysed", "discharge", "discharged", "cannula", "ward", "clinic", "scan", "spine", "pds", "biopsy", "referral", "referred",
			"handover", "podiatrist", "physio", "consultant", "gp", "paeds", "echo", "mri", "histology", "theatre", "admitted", "admission", "letter", "faxed", "transfused", "crossmatch", "sample":
			return true
		}
	}
	return false
}
