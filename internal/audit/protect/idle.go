package protect

import (
	"sync"
	"time"
)

// Idle calls a function once nothing was touched for a while.
type Idle struct {
	mu    sync.Mutex
	after time.Duration // 0: never
	timer *time.Timer
	lock  func()
}

// NewIdle begins to wait; lock runs in a goroutine of its own.
func NewIdle(after time.Duration, lock func()) *Idle {
	i := &Idle{lock: lock}
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
	i.restart()
}

// Stop ends it.
func (i *Idle) Stop() { i.SetAfter(0) }

func (i *Idle) restart() {
	if i.timer != nil {
		i.timer.Stop()
		i.timer = nil
	}
	if i.after > 0 {
		i.timer = time.AfterFunc(i.after, i.lock)
	}
}
