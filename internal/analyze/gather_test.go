package analyze

import (
	"slices"
	"testing"
	"time"

	"footprint/internal/footprint"
)

// A decision hangs on the item that a finding stands on: the order in which exports come in must not change it.
func TestGatherStandsOnTheOldest(t *testing.T) {
	rs := load(t, head+"    - {kind: gather, when: {kind: post}}\n")
	var items []footprint.Item
	for i := range 3 * maxEvidence {
		it := footprint.Item{Platform: "x", Kind: footprint.KindPost, NativeID: string(rune('a' + i)), Created: time.Date(2020, 1, 1+i/2, 0, 0, 0, 0, time.UTC)}
		it.ID = it.NativeID
		items = append(items, it)
	}
	find := func() footprint.Finding {
		s := rs.Survey(nil, time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC))
		for i := range items {
			s.Add(&items[i])
		}
		found := s.Findings()
		if len(found) != 1 {
			t.Fatalf("%d findings", len(found))
		}
		return found[0]
	}
	first := find()
	if first.ItemID != "a" || len(first.Related) != maxEvidence {
		t.Errorf("stands on %s with %d others", first.ItemID, len(first.Related))
	}
	slices.Reverse(items)
	if again := find(); again.ItemID != first.ItemID || !slices.Equal(again.Related, first.Related) {
		t.Errorf("in another order on %s with %v, before with %v", again.ItemID, again.Related, first.Related)
	}
}
