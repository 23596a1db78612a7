package protect

import (
	"sync"
	"time"
)

// Idle calls a function once nothing was touched for a while. The time that a computer sleeps counts.
type Idle struct {
	mu    sync.Mutex
	after time.Duration // 0: never
	since time.Time     // of the last touch
	timer *time.Timer
	lock  func()
	now   func() time.Time
}

// watch is how often the clock is read. A timer stands still while the computer sleeps: it alone would show the screen
// for the rest of its time to whoever wakes it.
const watch = 2 * time.Second

// NewIdle begins to wait; lock runs in a goroutine of its own.
func NewIdle(after time.Duration, lock func()) *Idle {
	i := &Idle{lock: lock, now: time.Now}
	i.SetAfter(after)
	return i
}

// SetAfter changes how long to wait, from now; 0 means for ever.
func (i *Idle) SetAfter(after time.Duration) {
	i.mu.Lock()
	defer i.mu.Unlock()
	i.after = after
	i.restart()
}

// Touch says that the user is there.
func (i *Idle) Touch() {
	i.mu.Lock()
	defer i.mu.Unlock()
	if i.timer != nil && i.over() {
		return // whoever woke the computer is not known yet
	}
	i.restart()
}

// Stop ends it.
func (i *Idle) Stop() { i.SetAfter(0) }

func (i *Idle) restart() {
	i.since = i.now()
	if i.timer != nil {
		i.timer.Stop()
		i.timer = nil
	}
	if i.after > 0 {
		i.timer = time.AfterFunc(min(i.after, watch), i.look)
	}
}

// over reports whether the time has passed by either clock: one stands still while the computer sleeps, the other can
// be set back.
func (i *Idle) over() bool {
	now := i.now()
	return now.Sub(i.since) >= i.after || now.Round(0).Sub(i.since.Round(0)) >= i.after
}

func (i *Idle) look() {
	i.mu.Lock()
	over := i.timer != nil && i.over()
	if i.timer != nil && !over {
		i.timer.Reset(min(i.after-i.now().Sub(i.since), watch))
	}
	if over {
		i.timer = nil
	}
	i.mu.Unlock()
	if over {
		i.lock()
	}
}
