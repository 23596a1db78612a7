package desk

import (
	"math"
	"runtime/debug"
	"slices"
	"sync"
)

// Garbage that is allowed before it is collected, in percent of what is kept.
const (
	resting = 20  // a window that sits open computes little and should be small
	working = 100 // speed counts
	// Tidy is for reading many rows: each is read through ten times its size.
	Tidy = 12
)

// garbage is what is allowed now: the least that somebody asks for, else what is usual, which is the program's own
// choice until the first useful frame.
var garbage struct {
	sync.Mutex
	usual int // 0: not known yet
	asked []int
}

// Garbage allows so much until back is called.
func Garbage(percent int) (back func()) {
	allow(func() { garbage.asked = append(garbage.asked, percent) })
	return func() {
		allow(func() {
			i := slices.Index(garbage.asked, percent)
			garbage.asked = slices.Delete(garbage.asked, i, i+1)
		})
	}
}

// rest gives back what starting took. From then on the share of garbage bounds memory, not a limit, near which a window
// with much to show would do little but collect.
func rest() {
	allow(func() { garbage.usual = resting })
	debug.SetMemoryLimit(math.MaxInt64)
	debug.FreeOSMemory()
}

func allow(change func()) {
	garbage.Lock()
	defer garbage.Unlock()
	change()
	percent := garbage.usual
	if len(garbage.asked) > 0 {
		percent = slices.Min(garbage.asked)
	}
	if before := debug.SetGCPercent(percent); garbage.usual == 0 {
		garbage.usual = before
	}
}
