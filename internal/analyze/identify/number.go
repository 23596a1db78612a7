package identify

import (
	"slices"
	"strings"

	"footprint/internal/analyze/identify/checksum"
	"footprint/internal/footprint"
)

// number recognises every numbered thing at token i.
func (s *scan) number(i int) int {
	t := &s.toks[i]
	if t.shape != number && t.shape != code && !(t.shape == word && t.end-t.start <= 5 && s.capital(i) && s.groupWord(i, 0)) || s.amount(i) {
		return i
	}
	if to := s.inside(i); to > i {
		return to
	}
	c := s.gather(i)
	if c.n == 0 {
		return i
	}
	if s.coloured(&c) {
		if to := s.labelled(&c, carNear, 0); to > i {
			return to
		}
	}
	for _, take := range [...]func(*scan, *cluster) int{(*scan).ukBank, (*scan).sortAndAccount, (*scan).stateCard} {
		if to := take(s, &c); to > i {
			return to
		}
	}
	near, n := s.around(i, c.to[c.n-1])
	if n > 0 && near[0].label&(lPlate|lCar) != 0 && c.n > 1 && s.is(i, word) && s.is(i+1, code) && state(s.str(i)) > 0 { // "tag: GA RXB8820"
		return i
	}
	if s.itemised(&c) || !told(near[:n]) && s.filed(&c) {
		near[0].label, near[0].words, n = lRecord, 0, 1
	}
	var all, place labels
	for _, l := range near[:n] {
		if to := s.smallNINO(&c, l); to > i {
			return to
		}
		place |= l.label & lPlace
	}
	for _, l := range near[:n] {
		if l.label&lSerial != 0 && !s.worn(&c) {
			l.label |= lNot
		}
		if l.label&(lNot|lVersion) != 0 && all == 0 && l.words < 6 {
			if to := s.certain(&c, l); to > i {
				return to
			}
			return s.skip(&c)
		}
		all |= l.label
		if to := s.labelled(&c, l, place); to > i {
			return to
		}
	}
	if to := s.unlabelled(&c); to > i {
		return to
	}
	for _, take := range [...]func(*scan, *cluster) int{(*scan).topic, (*scan).travels, (*scan).driven} {
		if to := take(s, &c); to > i {
			return to
		}
	}
	if all&^(lNot|lPlace|lForm) == 0 && s.segmented(&c) {
		all = all&lPlace | lPhone
	}
	if all&lPhone == 0 && len(c.all) > 6 && s.rung(&c) {
		all |= lPhone
	}
	return s.phone(&c, all)
}

// told reports that one of the labels says what the number is.
func told(all []near) bool {
	return slices.ContainsFunc(all, func(l near) bool { return l.label&^(lPlace|lName|lAge|lAddress|lForm) != 0 })
}

// carNear is the label of a car that is told by its colour and model.
var carNear = near{label: lCar}

// certain takes an account or card that is printed whole with the right check digits, though an order or a receipt is spoken
// of some words away.
func (s *scan) certain(c *cluster, l near) int {
	v := c.compact(c.n)
	if len(v) < 15 || s.trial(c) || c.alpha && !(ibanShape(v) && checksum.IBAN(v)) || !c.alpha && l.words < 2 {
		return c.first
	}
	return s.unlabelled(c)
}

// trial reports a number that is made for trying things out: "the test card 4242 ...".
func (s *scan) trial(c *cluster) bool {
	for k := max(0, c.first-8); k < min(len(s.toks), c.to[c.n-1]+8); k++ {
		switch w := wordAt(s, k); w {
		case "test", "Test", "sandbox", "dummy", "placeholder", "fake", "sample":
			return true
		}
	}
	return false
}

// skip passes over a whole cluster that is known to be something else.
func (s *scan) skip(c *cluster) int { return c.to[c.n-1] }

// amount reports whether the number at i is a price, a measure or part of a decimal.
func (s *scan) amount(i int) bool {
	if i > 0 && s.adjacent(i-1) {
		switch m := s.at(i - 1); m {
		case '$', '<', '>', '~', '%', '_':
			return true
		case ',', '.', ':', '/':
			if s.is(i-2, number) && s.adjacent(i-2) {
				return true
			}
		case 1: // a currency sign
			if strings.HasSuffix(s.text[:s.toks[i].start], "£") || strings.HasSuffix(s.text[:s.toks[i].start], "€") {
				return true
			}
		}
	}
	if s.at(i+1) == '%' || s.at(i+1) == ',' && s.adjacent(i) && s.adjacent(i+1) && s.is(i+2, number) && s.toks[i+2].end-s.toks[i+2].start == 3 && s.toks[i].end-s.toks[i].start <= 3 {
		return true
	}
	return s.has(i+1, lUnit) || s.at(i+1) == '/' && s.adjacent(i) && s.adjacent(i+1) && (s.is(i+2, word) || s.is(i+2, code))
}

// fits reports whether the letters and marks of the first n groups suit the scheme.
func (s *scan) fits(sc *scheme, c *cluster, n int, v string) bool {
	f := figures(v)
	if !sc.mixed && f != len(v) || f == 0 && sc.system != "swift" {
		return false
	}
	if sc.check == nil && n > 1 && (c.sep[1] == '/' && !(sc.typ == TypeHealth && (c.alpha && (n > 2 || figures(v[:c.size[0]]) == 0) || n == 2 && ((c.size[0] == 2 || c.size[0] == 4 && c.size[1] > 4) && c.size[1] > 3 || c.size[0] > 4 && c.size[1] == 2))) || c.sep[1] == '-' && n == 2 && c.size[0] == c.size[1] && !c.alpha && sc.typ != TypeBank && (c.size[0] < 4 || yearLike(v))) { // a date, a ratio, a range
		return false
	}
	if n > 4 && sc.bare == never && !(n < mostGroups && (s.at(c.first-1) == ':' || c.sep[1] != ' ')) || n > 1 && c.sep[1] == '.' && sc.typ != TypeNational && sc.typ != TypeCard && !(sc.typ == TypeHealth && c.alpha && n == 2) {
		return false
	}
	return c.n == n || c.sep[n] == ' ' || c.sep[n] == '/' || c.sep[n] == '('
}

// yearLike reports two years or a year and what is counted: "2019-2020".
func yearLike(v string) bool { return len(v) == 8 && (v[:2] == "19" || v[:2] == "20") }

// unlabelled tries the schemes that speak for themselves.
func (s *scan) unlabelled(c *cluster) int {
	if c.sep[0] != 0 || c.n == 1 && !c.alpha && c.size[0] < 13 && !s.clinical(c) || !c.upper || c.glued(s) {
		return c.first
	}
	for k := range schemes {
		sc := &schemes[k]
		if sc.bare == never {
			continue
		}
		for n := c.n; n > 0; n-- {
			v := c.compact(n)
			if len(v) < sc.least || len(v) > sc.most || !s.fits(sc, c, n, v) || !s.speaks(sc, c, n, v) {
				continue
			}
			h := Hit{Type: sc.typ, System: sc.system, Checked: sc.bare != shaped, Personal: !sc.public, Confidence: sc.found}
			switch {
			case sc.system == "card":
				if h.Personal = !s.trial(c); c.n == n && s.printed(sc, c, n) {
					h.Confidence = footprint.Likely
				}
			case sc.system == "us-ssn" && c.sep[1] == ' ':
				h.Confidence = footprint.Possible
			}
			return s.add(h, c.first, c.to[n-1])
		}
	}
	return c.first
}

// ukBank takes a sort code and the account behind it: "60-14-22 88120447".
func (s *scan) ukBank(c *cluster) int {
	if c.n < 4 || c.alpha || c.size[0] != 2 || c.size[1] != 2 || c.size[2] != 2 || c.size[3] != 8 || c.sep[1] != '-' || c.sep[2] != '-' || c.sep[3] != ' ' || c.glued(s) {
		return c.first
	}
	return s.add(Hit{Type: TypeBank, System: "uk-bank", Personal: true, Confidence: footprint.Possible}, c.first, c.to[3])
}

// farMoney is how many tokens away a word of paying may stand.
const farMoney = 16

// sortAndAccount takes six digits and eight more behind them where money is sent: "your details? 309821 and 04417356".
func (s *scan) sortAndAccount(c *cluster) int {
	n := 1
	if c.size[0] == 2 {
		n = 3
	}
	if c.alpha || c.n < n || len(c.compact(n)) != 6 || c.sep[0] != 0 || c.glued(s) && c.n == n {
		return c.first
	}
	k := c.to[n-1]
	for k < c.to[n-1]+2 && (s.at(k) == ',' || s.at(k) == '/' || s.says(k, "and") || s.says(k, "then")) {
		k++
	}
	if !s.is(k, number) || s.toks[k].end-s.toks[k].start != 8 && (s.toks[k].end-s.toks[k].start != 9 || s.at(k-1) != 0) || s.at(k+1) == '-' || s.is(k+1, number) {
		return c.first
	}
	for i := max(0, c.first-farMoney); i < min(len(s.toks), k+farMoney); i++ {
		switch strings.ToLower(wordAt(s, i)) {
		case "details", "bank", "transfer", "pay", "paid", "send", "sent", "owe", "rent", "deposit", "tenner", "fiver", "quid", "monzo", "barclays", "natwest", "lloyds", "santander", "refund":
			return s.add(Hit{Type: TypeBank, System: "uk-bank", Label: true, Personal: true, Confidence: footprint.Possible}, c.first, k+1)
		}
	}
	return c.first
}

// speaks reports whether the value needs no label.
func (s *scan) speaks(sc *scheme, c *cluster, n int, v string) bool {
	if !sc.check(v) {
		return false
	}
	mark, uniform := c.uniform(n)
	switch sc.bare {
	case solid:
		return (c.n == n || sc.system == "card" && s.dated(c, n)) && (!sc.mixed || n == 1 || uniform) && (n == 1 || uniform) && s.rare(sc, c, n)
	case grouped:
		if sc.system == "uk-nhs" && (mark != ' ' && n > 1 || s.opt.Region == "US" || v[0] != '4' && v[0] != '6' && v[0] != '7' && v[:3] != "999" && !s.clinical(c)) || sc.system == "ca-sin" && mark != '-' {
			return false
		}
		return (uniform && s.printed(sc, c, n) || n == 1 && sc.typ == TypeHealth && s.clinical(c)) && c.n == n
	case shaped:
		return (mark == '-' || mark == ' ' && sc.system == "us-ssn" && c.n == n) && s.printed(sc, c, n)
	}
	return false
}

// dated reports a month and a year behind the first n groups, when a card expires: "09/28".
func (s *scan) dated(c *cluster, n int) bool {
	return c.n > n+1 && c.size[n] == 2 && c.sep[n] == ' ' && c.sep[n+1] == '/' && c.size[n+1] == 2
}

// rare refuses the solid numbers whose compact form is common for other things.
func (s *scan) rare(sc *scheme, c *cluster, n int) bool {
	switch sc.system {
	case "card":
		return n > 1 && s.printed(sc, c, n) || n == 1 && c.size[0] >= 15
	case "nz-nhi", "ie-pps", "in-pan", "sg-nric", "us-mbi", "ahpra":
		return n == 1 || sc.system == "us-mbi" && s.printed(sc, c, n)
	case "uk-nino":
		return n == 1 || s.printed(&scheme{groups: "22221 261 27 81"}, c, n)
	}
	return true
}
