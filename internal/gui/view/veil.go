package view

import (
	"strings"
	"unicode"
)

// Veil hides words while a screen is shared: every letter and digit becomes a block, so that their lengths
// and the marks still show that there is something.
func Veil(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return '▒'
		}
		if unicode.IsMark(r) {
			return -1
		}
		return r
	}, text)
}

// Veil hides everything in the detail that comes from the user's data; what the guidance says stays.
func (d *Detail) Veil() {
	for i := range d.Words {
		d.Words[i].Text = Veil(d.Words[i].Text)
	}
	for _, list := range [][]Labelled{d.Around, d.Facts, d.Related, d.Moved} {
		for i := range list {
			list[i].Value = Veil(list[i].Value)
		}
	}
	d.Author, d.Note = Veil(d.Author), Veil(d.Note)
}
