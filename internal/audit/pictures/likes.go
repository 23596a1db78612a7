package pictures

// likes puts pictures that look the same into groups. Hashes that differ in at most six bits agree in at least
// one of seven parts, so only pictures that share a part are compared.
type likes struct {
	byContent map[string]int
	byPart    [7]map[uint64][]int // places in hashes
	hashes    []uint64
	groups    []int // of each hash
	count     int
}

func newLikes() *likes {
	l := &likes{byContent: map[string]int{}}
	for i := range l.byPart {
		l.byPart[i] = map[uint64][]int{}
	}
	return l
}

// group returns the number of the group of a picture: that of the first one that looked the same.
func (l *likes) group(content string, hash *uint64) int {
	if g, ok := l.byContent[content]; ok {
		return g
	}
	g := -1
	if hash != nil && telling(*hash) {
		g = l.find(*hash)
	}
	if g < 0 {
		g = l.count
		l.count++
		if hash != nil && telling(*hash) {
			for i := range l.byPart {
				l.byPart[i][part(*hash, i)] = append(l.byPart[i][part(*hash, i)], len(l.hashes))
			}
			l.hashes, l.groups = append(l.hashes, *hash), append(l.groups, g)
		}
	}
	l.byContent[content] = g
	return g
}

func (l *likes) find(hash uint64) int {
	for i := range l.byPart {
		for _, at := range l.byPart[i][part(hash, i)] {
			if alike(l.hashes[at], hash) {
				return l.groups[at]
			}
		}
	}
	return -1
}

// part is one of seven pieces of a hash; the last has ten bits, the others nine.
func part(hash uint64, i int) uint64 {
	if i == 6 {
		return hash >> 54
	}
	return hash >> (9 * i) & 0x1ff
}
