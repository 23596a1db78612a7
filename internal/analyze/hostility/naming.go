package hostility

import "strings"

// naming is how a word by itself names those to whom harm may be done.
type naming uint8

const (
	ofNobody naming = iota
	ofReader        // those who are spoken to
	ofOther         // one who is spoken of
	ofPrayer        // a place of prayer
	ofPlace         // another place, which has to be that of a group
)

// namings are the words that name somebody, and outlines of them.
var namings, namingWords = func() (map[string]naming, *outlines) {
	by, words := map[string]naming{}, &outlines{}
	for n, list := range map[naming]string{
		ofReader: "you u you'll you're you'd ya yous",
		ofOther:  "he she he'll she'll he'd she'd him her whoever",
		ofPrayer: "mosque mosques synagogue synagogues gurdwara gurdwaras",
		ofPlace: "camp camps boat boats dinghy dinghies home homes house houses village villages caravan caravans temple temples church churches shop shops hostel hostels hotel hotels shelter shelters " +
			"school schools quarter neighbourhood neighbourhoods neighborhood parade march marae embassy bars bar club clubs boatload boatloads barge barges settlement settlements cemetery graves lorry",
	} {
		for w := range strings.FieldsSeq(list) {
			by[w] = n
			words.add(w)
		}
	}
	return by, words
}()

func namingOf(w string) naming {
	if !namingWords.may(w) {
		return ofNobody
	}
	return namings[w]
}
