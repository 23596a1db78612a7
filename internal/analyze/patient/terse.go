package patient

import "footprint/internal/analyze/text"

// telegramWords is the mean length of sentences, in words, up to which a post is told in fragments.
const telegramWords = 5

// terse adds what marks posts in fragments: "K+ 8.4, 'legs a bit heavy'", "Angle grinder vs shin. Shin second."
func (v *view) terse(x *[numSigns]float64) {
	if v.said&wReading == 0 && v.subject() {
		return
	}
	words, subjects, parts := 0, 0, 1
	for k := range v.t {
		t := &v.t[k]
		switch {
		case t.Kind == text.Punct:
			if v.is(k, ".", ",", "!", "?", ":", ";") && k+1 < len(v.t) {
				parts++
			}
		case t.Kind == text.Word:
			words++
			if v.in(k, wTeller|wYou) {
				subjects++
			}
			if v.in(k, wReading) && v.reads(k) {
				x[sReading] = 1
				if k < 4 {
					x[sReadingLead] = 1
				}
			}
		}
	}
	if subjects == 0 && parts > 1 && words <= parts*telegramWords {
		x[sTelegram] = 1
		if x[sIlls]+x[sKits]+x[sClinical]+x[sReading]+x[sVague] > 0 || v.all&bBody != 0 {
			x[sTelegramCare] = 1
		}
	}
}

// subject reports that the writer or the reader is named.
func (v *view) subject() bool {
	for k := range v.t {
		if v.in(k, wTeller|wYou) && v.t[k].Kind == text.Word {
			return true
		}
	}
	return false
}

// reads reports a number behind the name of what is measured: "Hb 31", "K+ 8.4", "sats of 79".
func (v *view) reads(k int) bool {
	for j := k + 1; j < min(len(v.t), k+4); j++ {
		if v.number(j) {
			return !v.is(j+1, "mg", "hours", "days", "years", "people")
		}
		if !v.is(j, "+", ":", "=", "of", "is", "was", "down", "up", "to", "at") {
			return false
		}
	}
	return false
}
