package hostility

// naming is how a word by itself names those to whom harm may be done.
type naming uint8

const (
	ofNobody naming = iota
	ofReader        // those who are spoken to
	ofOther         // one who is spoken of
	ofPrayer        // a place of prayer
	ofPlace         // another place or a belonging, which has to be that of a group
)

// namings are the words that name somebody, and outlines of them.
type namings struct {
	by    map[string]naming
	words *outlines
}

func newNamings(prayer, places []string) namings {
	n := namings{map[string]naming{}, &outlines{}}
	for as, list := range map[naming][]string{
		ofReader: {"you", "u", "you'll", "you're", "you'd", "ya", "yous"},
		ofOther:  {"he", "she", "he'll", "she'll", "he'd", "she'd", "him", "her", "whoever"},
		ofPrayer: prayer,
		ofPlace:  places,
	} {
		for _, w := range list {
			n.by[w] = as
			n.words.add(w)
		}
	}
	return n
}

// naming is how token i names somebody.
func (r *Reader) naming(n *namings, i int) naming {
	if !n.words.may(r.outline(i)) {
		return ofNobody
	}
	return n.by[r.word(i)]
}
