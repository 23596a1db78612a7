package analyze

import (
	"math/rand/v2"
	"reflect"
	"strconv"
	"testing"
	"time"
)

// TestBurstPrune asserts that what is dropped on the way makes no difference, whatever the order of the items.
func TestBurstPrune(t *testing.T) {
	bursts, dropped := 0, 0
	for seed := range uint64(50) {
		r := rand.New(rand.NewPCG(seed, 7))
		spec := &burstSpec{Least: 3, Days: 2, Marked: r.IntN(2)}
		if r.IntN(2) == 0 {
			spec.Hours = []int{9, 17}
		}
		whole := burstTally{burst: &burst{spec: spec}}
		pruned := whole
		for i := range 400 {
			at := time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC).Add(time.Duration(r.IntN(200*24)) * time.Hour)
			s := stamp{key: r.Uint64N(9), at: at.UnixMicro(), id: strconv.Itoa(i), day: int16(at.YearDay()), marked: r.IntN(3) == 0}
			whole.stamps, pruned.stamps = append(whole.stamps, s), append(pruned.stamps, s)
			if i%37 == 0 {
				pruned.prune()
			}
		}
		pruned.prune()
		want, got := whole.matches(), pruned.matches()
		if !reflect.DeepEqual(want, got) {
			t.Errorf("seed %d: %d bursts without dropping, %d with, or others", seed, len(want), len(got))
		}
		bursts += len(want)
		dropped += len(whole.stamps) - len(pruned.stamps)
	}
	if bursts == 0 || dropped == 0 {
		t.Errorf("%d bursts, %d stamps dropped: want some", bursts, dropped)
	}
}
