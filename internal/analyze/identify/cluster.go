package identify

import "strings"

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
	if len(w) > 5 || n > 0 && (s.toks[i].label&lMonth != 0 || w == "I") {
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
		return next > 0 && sep != '.' && (s.is(next, number) || s.is(next, code)) && (s.toks[i].label == 0 || s.plateHead(i))
	}
	return s.toks[i].label == 0 || s.at(i-1) == '-' && s.at(i+1) == '-' // 152-G-4471
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
