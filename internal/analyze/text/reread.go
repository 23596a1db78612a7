package text

import (
	"sort"
	"strings"
)

// Edit puts Text in the place of the bytes [Start,End) of a passage.
type Edit struct {
	Start, End int
	Text       string
}

// Reread reads the passage anew with edits, which are in order and do not overlap: words that were run
// together, split or misspelt on purpose are read as they are meant. Offsets of tokens still refer to Original;
// tokens that come from an edit cover all of what it replaced and are Masked.
func (d *Doc) Reread(edits []Edit) {
	s := d.Original
	var b strings.Builder
	placed := make([]Edit, len(edits)) // in offsets of the new text
	at := 0
	for i, e := range edits {
		b.WriteString(s[at:e.Start])
		placed[i] = Edit{Start: b.Len(), End: b.Len() + len(e.Text)}
		b.WriteString(e.Text)
		at = e.End
	}
	b.WriteString(s[at:])
	d.Read(b.String())
	d.Meant, d.Original = d.Original, s
	for i := range d.Tokens {
		t := &d.Tokens[i]
		from, a := origin(edits, placed, t.Start)
		to, z := origin(edits, placed, t.End-1)
		if a || z {
			t.Flags |= Masked
		}
		t.Start, t.End = from.Start, to.End
	}
}

// origin returns the bytes of the passage that byte at of the edited text stands for, and whether it is from an edit.
func origin(edits, placed []Edit, at int) (Edit, bool) {
	k := sort.Search(len(placed), func(i int) bool { return placed[i].Start > at }) - 1
	if k < 0 {
		return Edit{Start: at, End: at + 1}, false
	}
	if at < placed[k].End {
		return edits[k], true
	}
	at += edits[k].End - placed[k].End
	return Edit{Start: at, End: at + 1}, false
}
