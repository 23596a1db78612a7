package identify

import (
	"strings"

	"footprint/internal/analyze/identify/checksum"
	"footprint/internal/footprint"
)

// labelled tries the schemes that the label names, longest run of groups first.
func (s *scan) labelled(c *cluster, l near, place labels) int {
	if l.label&(lPhone|lPager) != 0 && l.words < 6 {
		if to := s.phone(c, l.label|place); to > c.first {
			return to
		}
	}
	if l.label&lPager != 0 && (l.words == 0 || l.words == 1 && s.puts(c)) {
		if to := s.pager(c); to > c.first {
			return to
		}
	}
	far := s.numberedBefore(c)
	if c.alpha && (bookletSeries(c.all) || s.ownPlate(c)) {
		far = max(far, 4)
	}
	counted := s.says(c.first-1, "of") // "a staff of 4400"
	var best *scheme
	bestN, bestChecked := 0, false
	for k := range schemes {
		sc := &schemes[k]
		if sc.labels&l.label == 0 || counted && sc.check == nil && !c.alpha || l.words > reach(sc)+far && sc.check == nil || sc.labels&lCar != 0 && !s.onCar(c, l) {
			continue
		}
		fitting := false
		for n := c.n; n > 0; n-- {
			v := c.compact(n)
			if len(v) < sc.least || len(v) > sc.most || !s.fits(sc, c, n, v) || sc.shape != nil && !sc.shape(v) {
				continue
			}
			checked := sc.check != nil && sc.check(v)
			if !checked && (fitting || l.words > reach(sc)+far) {
				continue
			}
			if best == nil || checked && !bestChecked || best.strict && !bestChecked && !sc.strict { // a failed check leaves what needs none
				best, bestN, bestChecked = sc, n, checked
			}
			if fitting = true; checked || sc.check == nil { // fewer groups may have the right check digit
				break
			}
		}
	}
	if best == nil || best.check != nil && !bestChecked && best.strict && !s.purports(best, c, bestN) {
		return c.first
	}
	if best.check == nil && c.alpha && l.words > 0 { // what speaks for itself is not what a word some way off says
		if to := s.unlabelled(c); to > c.first {
			return to
		}
	}
	h := Hit{Type: best.typ, System: best.system, Label: true, Checked: bestChecked, Personal: !best.public, Confidence: footprint.Likely}
	if best.system == "card" && s.trial(c) {
		h.Personal = false
	}
	if best.check != nil && !bestChecked {
		if h.Confidence = footprint.Possible; best.strict {
			h.Confidence = footprint.Weak
		}
	}
	return s.add(h, c.first, c.to[bestN-1])
}

// onCar reports that the cluster may be the plate of the car spoken of, and not its model or where it stands: "a silver Mazda, AB12 CDE".
func (s *scan) onCar(c *cluster, l near) bool {
	if !c.upper || !c.alpha {
		return false
	}
	own := s.ownPlate(c)
	if c.glued(s) && !(own && c.n == 1 && s.is(c.first-1, number)) { // "lane 3 YD66WPJ"
		return false
	}
	switch s.at(c.first - 1) {
	case ',', '(', ':':
		return true
	}
	if state(wordAt(s, c.first-1)) > 0 {
		return true
	}
	if own && !s.placed(c) {
		return true
	}
	return l.label&lCar != 0 && (l.words == 0 || s.follows(c, l))
}

// coloured reports that a car stands right before the cluster, told by colour and model: "silver Outback CHD31F".
func (s *scan) coloured(c *cluster) bool {
	k := c.first - 1
	if s.at(k) == ',' || s.at(k) == '(' {
		k--
	}
	if !c.alpha || !s.capital(k) {
		return false
	}
	if k--; s.capital(k) {
		k--
	}
	switch wordAt(s, k) {
	case "silver", "black", "white", "blue", "red", "grey", "gray", "green", "gold", "yellow", "orange", "maroon", "navy", "beige", "bronze", "brown", "purple":
		return true
	}
	return false
}

// follows reports that the label stands right behind the cluster: "ABC123 is parked".
func (s *scan) follows(c *cluster, l near) bool {
	for i := c.to[c.n-1]; i < min(len(s.toks), c.to[c.n-1]+3); i++ {
		if s.has(i, l.label) {
			return true
		}
	}
	return false
}

// smallNINO takes a national insurance number whose letters are small and stand apart, "pw 22 75 18 d", once its name was said.
func (s *scan) smallNINO(c *cluster, l near) int {
	last := c.to[c.n-1]
	if l.label&lNINO == 0 || len(c.all) != 6 || c.alpha || !s.is(c.first-1, word) || !s.is(last, word) || s.owned(c.first-1) {
		return c.first
	}
	if !checksum.NINO(strings.ToUpper(s.str(c.first-1) + c.all + s.str(last))) {
		return c.first
	}
	return s.add(Hit{Type: TypeNational, System: "uk-nino", Label: true, Checked: true, Personal: true, Confidence: footprint.Likely}, c.first-1, last+1)
}

// purports reports whether a number that fails a strict check is still printed as one of the scheme.
func (s *scan) purports(sc *scheme, c *cluster, n int) bool {
	return sc.system == "card" && s.printed(sc, c, n) && c.sep[n-1] != '.'
}

// numberedBefore is by how many words a label may stand farther off because "number" stands right before the cluster:
// "a passport at the gate, number 533108274".
func (s *scan) numberedBefore(c *cluster) int {
	k := c.first - 1
	sharp := false
	for s.at(k) == '.' || s.at(k) == ':' || s.at(k) == '#' || s.says(k, "is") || s.says(k, "was") || s.says(k, "reads") {
		sharp = sharp || s.at(k) == '#' // "chart # is 0088-2013"
		k--
	}
	if sharp {
		return 1
	}
	if s.says(k, "full") || s.says(k, "whole") { // "MRN ending 441, full is 2088441"
		return 3
	}
	if !s.says(k, "number") && !s.says(k, "no") {
		return 0
	}
	switch before := strings.ToLower(wordAt(s, k-1)); before {
	case "", "the", "its", "his", "her", "their", "and", "with":
		return 3
	}
	return 0
}

// reach is how many words may stand between a label and its value.
func reach(sc *scheme) int {
	switch {
	case sc.labels&lChart != 0:
		return 0
	case sc.check != nil || sc.typ == TypePassport:
		return 5
	case sc.typ == TypeOther:
		return 3
	}
	return 4
}
