package lexicon

import (
	"fmt"
	"slices"
	"testing"

	"footprint/assets"
)

// A term of a class is found for its parents too: "slur.race" counts as "slur". To write it in both is to keep one fact
// in two places.
func TestNoTermStandsInAClassAndInItsParent(t *testing.T) {
	var b Builder
	if err := b.AddFS(assets.Analysis); err != nil {
		t.Fatal(err)
	}
	type key struct{ class, term, as string }
	as := func(l *rawList) string {
		return fmt.Sprint(l.Region, l.Severity, l.POS, slices.Sorted(slices.Values(l.Unless)), slices.Sorted(slices.Values(l.Needs)), l.Case, l.Lang)
	}
	at := map[key]int{}
	for i := range b.lists {
		for _, term := range b.lists[i].term {
			at[key{b.lists[i].Class, term, as(&b.lists[i])}] = b.lists[i].line
		}
	}
	for i := range b.lists {
		l := &b.lists[i]
		for _, term := range l.term {
			for _, parent := range parentsOf(l.Class)[1:] {
				if line, ok := at[key{parent, term, as(l)}]; ok {
					t.Errorf("%s: %q stands in %s (line %d) and in its parent %s (line %d)", l.file, term, l.Class, l.line, parent, line)
				}
			}
		}
	}
}
