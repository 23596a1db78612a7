package patient

import (
	"strings"

	"footprint/internal/analyze/text"
)

// heading reports a heading of a note: a known word at the start of a line or sentence, with a colon, dash or
// question mark behind it.
func (v *view) heading(h hit) bool {
	if !v.is(h.to, ":", "-", "–", "=") && !v.number(h.to) && !(v.is(h.to, "?") && v.is(h.from, "imp", "impression", "dx", "ddx", "diagnosis", "hx")) {
		return false
	}
	return v.t[h.from].Flags&(text.FirstInSentence|text.Capital|text.AllCaps) != 0 || h.from == 0
}

// finding reports "physical examination showed", "on examination the abdomen": a heading run into its sentence.
func (v *view) finding(h hit) bool {
	return v.is(h.from, "on") || h.to-h.from > 2 || v.is(h.to, "showed", "shows", "revealed", "reveals", "demonstrated", "demonstrates", "is", "was", "significant", "notable", "positive", "negative", "includes", "included") ||
		v.is(h.to-1, "showed", "shows", "revealed", "reveals")
}

// pressure reports a blood pressure or another pair of values: "160/100".
func (v *view) pressure() bool {
	for i := range v.t {
		if n := v.t[i].Norm; v.number(i) && len(n) >= 5 && len(n) <= 7 && strings.Count(n, "/") == 1 && (v.has(i-1, bMeasure) || v.has(i-2, bMeasure) || v.is(i+1, "mm", "mmhg")) {
			return true
		}
	}
	return false
}

// shorthandTimes counts durations as doctors write them: 3/7 days, 2/52 weeks, 4/12 months.
func (v *view) shorthandTimes(c *care) {
	for i := range v.t {
		if n := v.t[i].Norm; v.number(i) && (len(n) == 3 && n[1:] == "/7" || len(n) <= 5 && (strings.HasSuffix(n, "/52") || strings.HasSuffix(n, "/12")) && !v.has(i-1, bMonth)) {
			c.clinical++
			c.notes++
			return
		}
	}
}

// doses counts amounts of a drug as measurements: "2.5 mg".
func (v *view) doses(c *care) {
	for i := range v.t {
		if v.number(i) && v.is(i+1, "mg", "mcg", "mmhg", "mmol", "ml", "bpm") {
			c.measures++
		}
	}
}

// value1 reports a value behind a measurement: "Hb 71", "Temp 38.5", "hemoglobin of 13.7", "BP was 120/80".
func (v *view) value1(i int) bool {
	for k := i; k < min(len(v.t), i+4); k++ {
		if v.number(k) {
			return true
		}
		if v.t[k].Kind == text.Punct && !v.is(k, ":", "+", "=", "(") {
			return false
		}
	}
	return false
}

// injured reports "lost two fingers", "broken jaw", "hand went through".
func (v *view) injured(i int) bool {
	for k := max(0, i-4); k < min(len(v.t), i+5); k++ {
		switch v.norm(k) {
		case "lost", "broke", "broken", "fractured", "severed", "sliced", "crushed", "burnt", "burned", "dislocated", "smashed", "amputated", "torn", "punctured",
			"ruptured", "shattered", "mangled", "infected", "swollen", "bleeding", "gangrenous", "failed", "pain", "sore", "pus", "gave":
			return true
		}
	}
	return false
}
