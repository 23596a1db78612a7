package identify

import (
	"strings"

	"footprint/internal/analyze/identify/dial"
	"footprint/internal/footprint"
)

// phone recognises a telephone number in the cluster. known holds the labels around.
func (s *scan) phone(c *cluster, known labels) int {
	if known&(lNot|lVersion) != 0 {
		return c.first
	}
	plus := c.first > 0 && s.adjacent(c.first-1) && s.at(c.first-1) == '+'
	paren := s.at(c.first-1) == '('
	if !plus && (c.glued(s) && !paren) {
		return c.first
	}
	n, ext := s.phoneGroups(c)
	for ; n > 0; n-- {
		v := c.compact(n)
		if v[0] == 'O' && known&lPhone != 0 { // as machines read a zero
			v = "0" + v[1:]
		}
		if figures(v) != len(v) || n < c.n && c.sep[n] != ' ' && c.sep[n] != '/' && ext == 0 {
			continue
		}
		form := dial.Form{Digits: v, Plus: plus, Paren: paren, Labelled: known&(lPhone|lPager) != 0, Region: s.opt.Region, Sizes: c.size[:n], Marks: c.sep[:n]}
		num, ok := dial.Parse(form)
		if !ok {
			continue
		}
		h := Hit{Type: TypePhone, System: num.System, Label: known&(lPhone|lPager) != 0, Checked: num.Valid, Personal: num.Personal && known&lPlace == 0 && !s.staffed(num.System, c.to[n-1]) && !s.forDesk(c.to[n-1]) && !s.dialIn(c.first), Confidence: footprint.Possible}
		if h.Label || num.Sure {
			h.Confidence = footprint.Likely
		}
		from, to := c.first, c.to[n-1]
		if plus {
			from--
		}
		if from > 0 && s.at(from-1) == '(' && closes(s, c, n) {
			from--
		}
		return s.add(h, from, s.extension(to))
	}
	return c.first
}

// pager takes the three to five digits by which somebody is paged or put through inside a hospital, right behind the
// word that says so. Four equal digits call the team for emergencies.
func (s *scan) pager(c *cluster) int {
	n := 1
	if c.n > 1 && c.sep[1] == '-' && c.size[0] == 1 { // 2-8841
		n = 2
	}
	v := c.compact(n)
	if f := figures(v); f != len(v) || f < 3 || f > 5 || c.n > n && c.sep[n] != ' ' || v == "2222" || v == "3333" || s.has(c.to[n-1], lUnit) {
		return c.first
	}
	return s.add(Hit{Type: TypePhone, System: "internal", Label: true, Personal: true, Confidence: footprint.Possible}, c.first, c.to[n-1])
}

// rung reports that the words behind the cluster say whose telephone it is: "... on the back, ring that", "... is the repair uncle".
func (s *scan) rung(c *cluster) bool {
	to := c.to[c.n-1]
	for k := to; k < min(len(s.toks), to+7); k++ {
		switch {
		case s.at(k) == '.' || s.at(k) == '\n' || s.is(k, number):
			return false
		case (s.says(k, "ring") || s.says(k, "call") || s.says(k, "text") || s.says(k, "whatsapp") || s.says(k, "phone")) && (k == to || s.toks[k-1].shape == symbol || s.says(k-1, "and") || s.says(k-1, "just") || s.says(k-1, "please") || s.says(k-1, "pls")):
			return true
		case s.says(to, "is") && kin(wordAt(s, k)) && s.at(k-1) != ',' && s.at(k-2) != ',':
			return true
		}
	}
	return false
}

// segmented reports figures that are grouped as a telephone's and are all that stands between two marks: "Mr Marsh, 011 555 0934", "my
// burner: 646 555 0117", "it's 09 555 4410, ask for".
func (s *scan) segmented(c *cluster) bool {
	total := len(c.all)
	if c.alpha || c.n < 3 || c.n > 4 || total < 9 || total > 11 || c.text[0] != '0' && (c.n != 3 || total != 10 || c.size[0] != 3 || c.size[1] != 3) {
		return false
	}
	for k := 1; k < c.n; k++ {
		if c.sep[k] != ' ' || c.size[k] < 2 {
			return false
		}
	}
	switch s.at(c.to[c.n-1]) {
	case ',', '.', ';', ')', '\n', 0:
		if s.is(c.to[c.n-1], word) {
			return false
		}
	default:
		return false
	}
	switch before := s.at(c.first - 1); before {
	case ':', ',', '(':
		return c.text[0] == '0' || before == ':'
	}
	return s.says(c.first-1, "it's") || s.says(c.first-1, "is")
}

// puts reports the word between a pager or an extension and its number; "paged at 0300" is a time.
func (s *scan) puts(c *cluster) bool {
	switch strings.ToLower(wordAt(s, c.first-1)) {
	case "at":
		return c.size[0] == 5
	case "on", "number", "no", "is":
		return true
	}
	return false
}

// inside takes an extension that stands without its number: "case manager Tova Brandt, x58832".
func (s *scan) inside(i int) int {
	w := s.str(i)
	if !s.is(i, code) || len(w) < 5 || len(w) > 6 || w[0] != 'x' || figures(w) != len(w)-1 || i == 0 {
		return i
	}
	if k := i - 1; s.at(k) != ',' && s.at(k) != '(' && !s.has(k, lPhone) && !s.says(k, "at") && !s.says(k, "on") || s.is(k-1, number) {
		return i
	}
	return s.add(Hit{Type: TypePhone, System: "internal", Label: true, Personal: true, Confidence: footprint.Possible}, i, i+1)
}

// forDesk reports "for bookings" and its like right behind a number or an address, which is a desk's.
func (s *scan) forDesk(i int) bool { return s.says(i, "for") && s.has(i+1, lPlace) }

// dialIn reports "dial-in" right before the number at token i, where a conference is held.
func (s *scan) dialIn(i int) bool {
	for s.at(i-1) == '+' || s.at(i-1) == ':' || s.at(i-1) == '(' {
		i--
	}
	return s.says(i-1, "in") && s.at(i-2) == '-' && s.says(i-3, "dial")
}

// staffed reports a line with opening hours behind it, which is an office's: "01 555 0166, 8am to 10pm".
func (s *scan) staffed(system string, i int) bool {
	if strings.HasSuffix(system, "mobile") {
		return false
	}
	hours := 0
	for k := i; k < min(len(s.toks), i+6); k++ {
		if w := strings.ToLower(s.str(k)); s.is(k, code) && (strings.HasSuffix(w, "am") || strings.HasSuffix(w, "pm")) || w == "24" && (s.at(k+1) == '/' || wordAt(s, k+1) == "hours") {
			if hours++; hours == 2 || w == "24" {
				return true
			}
		}
	}
	return false
}

// phoneGroups returns how many leading groups are digits; a last group such as "0199x23" keeps its
// extension apart.
func (s *scan) phoneGroups(c *cluster) (n, ext int) {
	used := 0
	for n < c.n {
		for k := range c.size[n] {
			if !isDigit(c.text[used+k]) && !(used+k == 0 && c.text[0] == 'O') {
				return n, ext
			}
		}
		used += c.size[n]
		n++
	}
	return n, ext
}

// closes reports whether the bracket opened before the cluster is closed inside its first n groups.
func closes(s *scan, c *cluster, n int) bool {
	return strings.IndexByte(s.text[s.toks[c.first].start:s.toks[c.to[n-1]-1].end], ')') > 0
}

// extension returns the token after an extension that follows a phone number ending before token i.
func (s *scan) extension(i int) int {
	k := i
	if k < len(s.toks) && (s.at(k) == ',' || s.at(k) == '(') {
		k++
	}
	if k >= len(s.toks) {
		return i
	}
	w := strings.ToLower(s.str(k))
	switch {
	case s.toks[k].shape == code && len(w) <= 7 && (strings.HasPrefix(w, "x") && figures(w) == len(w)-1 || strings.HasPrefix(w, "ext") && figures(w) == len(w)-3):
		return k + 1
	case w == "x" || w == "ext" || w == "extension" || w == "extn":
		if s.at(k+1) == '.' || s.at(k+1) == ':' {
			k++
		}
		if s.is(k+1, number) && s.toks[k+1].end-s.toks[k+1].start <= 6 {
			return k + 2
		}
	}
	return i
}
