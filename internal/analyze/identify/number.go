package identify

import (
	"strings"

	"footprint/internal/footprint"
)

// most is the largest number of groups and of characters of one number.
const (
	mostGroups = 8
	mostBytes  = 44
)

// cluster is a run of groups of digits and capital letters that may be one number.
type cluster struct {
	first int // token of the first group
	n     int
	to    [mostGroups]int  // token after each group
	size  [mostGroups]int  // characters of each group
	sep   [mostGroups]byte // mark before each group: ' ', '-', '.', '/', 0 for none; of the first, '+' or '('
	text  [mostBytes]byte  // all groups, upper case
	all   string           // the same
	upper bool             // no letter was written small
	alpha bool             // some group has letters
}

// compact returns the first n groups without separators.
func (c *cluster) compact(n int) string {
	total := 0
	for i := range n {
		total += c.size[i]
	}
	return c.all[:total]
}

// uniform reports whether the first n groups are joined by the same mark, and returns it.
func (c *cluster) uniform(n int) (byte, bool) {
	if n < 2 {
		return 0, false
	}
	for i := 2; i < n; i++ {
		if c.sep[i] != c.sep[1] {
			return 0, false
		}
	}
	return c.sep[1], true
}

// gather collects the cluster that begins at token i; n is 0 when none does.
func (s *scan) gather(i int) (c cluster) {
	c.first, c.upper = i, true
	used := 0
	for sep := byte(0); i < len(s.toks) && c.n < mostGroups; {
		t := &s.toks[i]
		size := t.end - t.start
		if t.shape == symbol || t.shape == word && (sep == ')' || !s.groupWord(i, c.n)) || used+size > mostBytes || strings.IndexByte(s.text[t.start:t.end], '_') >= 0 {
			break
		}
		for k := t.start; k < t.end; k++ {
			b := s.text[k]
			if isLetter(b) {
				c.alpha = true
				if !isUpper(b) {
					c.upper = false
					b &^= 0x20
				}
			}
			c.text[used] = b
			used++
		}
		c.size[c.n], c.sep[c.n], c.to[c.n] = size, sep, i+1
		c.n++
		var next int
		if next, sep = s.join(i); next == 0 {
			break
		}
		i = next
	}
	c.all = string(c.text[:used])
	return c
}

// groupWord reports whether the word at i can be the letters of a number: short and in capitals. The first
// group must have a number right behind it.
func (s *scan) groupWord(i, n int) bool {
	w := s.str(i)
	if len(w) > 5 || s.toks[i].label&lMonth != 0 && n > 0 {
		return false
	}
	for k := range len(w) {
		if !isUpper(w[k]) {
			return false
		}
	}
	if n == 0 {
		switch w {
		case "NO", "ID", "NUM", "REF", "IS", "WAS", "AND", "OR", "THE", "FOR", "TO", "ON", "AT", "MY", "A", "BED", "ROOM", "WARD":
			return false
		}
		next, sep := s.join(i)
		return next > 0 && sep != '.' && (s.is(next, number) || s.is(next, code)) && s.toks[i].label == 0
	}
	return s.toks[i].label == 0
}

// join returns the token that continues a number after token i, and the mark between; 0 if none does.
func (s *scan) join(i int) (next int, sep byte) {
	if i+1 >= len(s.toks) {
		return 0, 0
	}
	gap := s.toks[i+1].start - s.toks[i].end
	switch n := &s.toks[i+1]; {
	case n.shape != symbol && gap <= 2:
		return i + 1, ' '
	case gap == 0 && (n.mark == '-' || n.mark == '.' || n.mark == '/' || n.mark == ')') || gap == 1 && (n.mark == '-' || n.mark == '(' || n.mark == '/'):
		k := i + 1
		mark := n.mark
		for k < len(s.toks) && k < i+4 && s.toks[k].shape == symbol && (s.toks[k].mark == '-' || s.toks[k].mark == ')' || s.toks[k].mark == '(' || s.toks[k].mark == mark) {
			k++
		}
		if k >= len(s.toks) || s.toks[k].start-s.toks[k-1].end > 1 {
			return 0, 0
		}
		if mark == '.' && (k != i+2 || s.toks[k].start != s.toks[k-1].end) {
			return 0, 0
		}
		return k, mark
	}
	return 0, 0
}

// number recognises every numbered thing at token i.
func (s *scan) number(i int) int {
	t := &s.toks[i]
	if t.shape != number && t.shape != code && !(t.shape == word && t.end-t.start <= 5 && s.capital(i) && s.groupWord(i, 0)) || s.amount(i) {
		return i
	}
	c := s.gather(i)
	if c.n == 0 {
		return i
	}
	near, n := s.around(i, c.to[c.n-1])
	var all, place labels
	for _, l := range near[:n] {
		place |= l.label & lPlace
	}
	for _, l := range near[:n] {
		if l.label&(lNot|lVersion) != 0 && all == 0 {
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
	return s.phone(&c, all)
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

// labelled tries the schemes that the label names, longest run of groups first.
func (s *scan) labelled(c *cluster, l near, place labels) int {
	if l.label&lPhone != 0 {
		if to := s.phone(c, l.label|place); to > c.first {
			return to
		}
	}
	var best *scheme
	bestN, bestChecked := 0, false
	for k := range schemes {
		sc := &schemes[k]
		if sc.labels&l.label == 0 || l.words > reach(sc) {
			continue
		}
		for n := c.n; n > 0; n-- {
			v := c.compact(n)
			if len(v) < sc.least || len(v) > sc.most || !s.fits(sc, c, n, v) || sc.shape != nil && !sc.shape(v) {
				continue
			}
			checked := sc.check != nil && sc.check(v)
			if best == nil || checked && !bestChecked {
				best, bestN, bestChecked = sc, n, checked
			}
			break
		}
	}
	if best == nil || best.check != nil && !bestChecked && best.strict && !s.purports(best, c, bestN) {
		return c.first
	}
	h := Hit{Type: best.typ, System: best.system, Label: true, Checked: bestChecked, Personal: !best.public, Confidence: footprint.Likely}
	if best.check != nil && !bestChecked {
		if h.Confidence = footprint.Possible; best.strict {
			h.Confidence = footprint.Weak
		}
	}
	return s.add(h, c.first, c.to[bestN-1])
}

// purports reports whether a number that fails a strict check is still printed as one of the scheme.
func (s *scan) purports(sc *scheme, c *cluster, n int) bool {
	return sc.system == "card" && s.printed(sc, c, n) && c.sep[n-1] != '.'
}

// reach is how many words may stand between a label and its value.
func reach(sc *scheme) int {
	switch {
	case sc.check != nil || sc.typ == TypePassport:
		return 5
	case sc.typ == TypeOther:
		return 3
	}
	return 4
}

// fits reports whether the letters and marks of the first n groups suit the scheme.
func (s *scan) fits(sc *scheme, c *cluster, n int, v string) bool {
	f := figures(v)
	if !sc.mixed && f != len(v) || f == 0 && sc.system != "swift" {
		return false
	}
	if sc.check == nil && n > 1 && (c.sep[1] == '/' || c.sep[1] == '-' && n == 2 && c.size[0] == c.size[1] && !c.alpha && sc.typ != TypeBank) { // a date, a ratio, a range
		return false
	}
	if n > 4 && sc.bare == never || n > 1 && c.sep[1] == '.' && sc.typ != TypeNational {
		return false
	}
	return c.n == n || c.sep[n] == ' ' || c.sep[n] == '/' || c.sep[n] == '('
}

// unlabelled tries the schemes that speak for themselves.
func (s *scan) unlabelled(c *cluster) int {
	if c.sep[0] != 0 || c.n == 1 && !c.alpha && c.size[0] < 13 || !c.upper || c.glued(s) {
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
			if sc.system == "card" && c.n == n && s.printed(sc, c, n) {
				h.Confidence = footprint.Likely
			}
			return s.add(h, c.first, c.to[n-1])
		}
	}
	return c.first
}

// glued reports whether the cluster hangs on other characters: part of a path, a hash tag, a longer code.
func (c *cluster) glued(s *scan) bool {
	if i := c.first; i > 0 && s.adjacent(i-1) {
		switch s.at(i - 1) {
		case '-', '/', '.', '#', '@', '_', '\\', '=', '&', '+', '*':
			return true
		}
	}
	if i := c.first - 1; c.sep[0] == 0 && (s.is(i, number) || s.is(i, code)) && s.toks[c.first].start-s.toks[i].end <= 1 && !s.owned(i) {
		return true // the tail of a longer number
	}
	last := c.to[c.n-1] - 1
	if s.adjacent(last) {
		switch s.at(last + 1) {
		case '-', '/', '\\', '=', '&', '*', '@':
			return true
		}
	}
	return false
}

// speaks reports whether the value needs no label.
func (s *scan) speaks(sc *scheme, c *cluster, n int, v string) bool {
	if !sc.check(v) {
		return false
	}
	mark, uniform := c.uniform(n)
	switch sc.bare {
	case solid:
		return c.n == n && (!sc.mixed || n == 1 || uniform) && (n == 1 || uniform) && s.rare(sc, c, n)
	case grouped:
		if sc.system == "uk-nhs" && (mark != ' ' || s.opt.Region == "US" || v[0] != '4' && v[0] != '6' && v[0] != '7') || sc.system == "ca-sin" && mark != '-' {
			return false
		}
		return uniform && c.n == n && s.printed(sc, c, n)
	case shaped:
		return mark == '-' && s.printed(sc, c, n)
	}
	return false
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

// printed reports whether the first n groups have one of the usual groupings of the scheme.
func (s *scan) printed(sc *scheme, c *cluster, n int) bool {
	if sc.groups == "" {
		return true
	}
	for _, g := range strings.Fields(sc.groups) {
		if len(g) != n {
			continue
		}
		same := true
		for i := range n {
			same = same && c.size[i] == int(g[i]-'0')
		}
		if same {
			return true
		}
	}
	return false
}
