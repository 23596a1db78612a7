package identify

import (
	"strings"

	"footprint/internal/footprint"
)

// farTopic is how many tokens away a word may stand that says what a text is about.
const farTopic = 30

// topicWords are offices, forms and schemes of which a text speaks, by the numbers that belong to them: with the right check digit such
// a number is what the text is about, though no word names it.
var topicWords = func() map[string]labels {
	all := map[string]labels{}
	for l, words := range map[labels]string{
		lTFN:                  "ato payg super superannuation centrelink mygov taxman",
		lIRD:                  "ir330 ir3 kiwisaver myir payday",
		lSIN:                  "cra t4 rrsp",
		lSSN | lITIN:          "irs w2 w4 w9 socials",
		lNINO:                 "hmrc p45 p60 p46 nic nics",
		lSouthAfrica:          "sars sassa",
		lAadhaar:              "digilocker ration kyc epfo cowin",
		lNHS | lCHI | lRecord: "prescription pathology jab vaccine vaccination gp surgery bloods referral repeat",
		lMedicare | lIHI:      "bulk bulkbill pbs",
		lCard:                 "mastercard debit payment checkout cardholder cvv",
	} {
		for w := range strings.FieldsSeq(words) {
			all[w] = l
		}
	}
	return all
}()

// topical are the labels that speak for a number with the right check digit from wherever in the text they stand.
const topical = lTFN | lIRD | lSIN | lSSN | lITIN | lNINO | lSouthAfrica | lAadhaar | lNHS | lCHI | lMedicare | lIHI | lCard | lNHI | lPPS | lNational

// topic takes a number with the right check digit that belongs to what the text speaks of.
func (s *scan) topic(c *cluster) int {
	if c.sep[0] != 0 || !c.upper || c.glued(s) || len(c.all) < 8 {
		return c.first
	}
	var about labels
	for k := max(0, c.first-farTopic); k < min(len(s.toks), c.to[c.n-1]+farTopic); k++ {
		t := &s.toks[k]
		if about |= t.label & topical; t.shape == word || t.shape == code {
			about |= topicWord(s.str(k))
		}
		if t.label&lNot != 0 && k < c.first && k > c.first-8 {
			return c.first
		}
	}
	if about == 0 || s.says(c.to[c.n-1], "of") {
		return c.first
	}
	for k := range schemes {
		sc := &schemes[k]
		v := c.all
		if sc.labels&about == 0 || sc.check == nil || sc.system == "us-ssn" || sc.system == "us-itin" || len(v) < sc.least || len(v) > sc.most || !s.fits(sc, c, c.n, v) || sc.shape != nil && !sc.shape(v) || !sc.check(v) {
			continue
		}
		if c.n > 1 && !s.printed(sc, c, c.n) {
			continue
		}
		return s.add(Hit{Type: sc.typ, System: sc.system, Checked: true, Personal: !sc.public && !(sc.system == "card" && s.trial(c)), Confidence: footprint.Possible}, c.first, c.to[c.n-1])
	}
	return c.first
}

func topicWord(w string) labels {
	var buf [16]byte
	b, ok := fold(buf[:], w)
	if !ok {
		return 0
	}
	return topicWords[string(b)]
}
