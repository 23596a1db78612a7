package desk

import (
	"context"
	"sync"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"

	"footprint/internal/footprint"
)

// pollEvery is how often progress is looked at.
const pollEvery = 100 * time.Millisecond

// Async is the only place where goroutines start and where their results come back to the window. Its zero
// value is not ready; see NewAsync. Inline runs everything at once on the calling goroutine, for tests.
type Async struct {
	ctx    context.Context
	stop   context.CancelFunc
	inline bool
	Never  bool // nothing fetched ever arrives: the loading state, for pictures
	wait   sync.WaitGroup
	Clock  func() time.Time // of the wall, whatever day the audit plays on
	// Do brings a callback, which it is told the name of, to the window's goroutine: fyne.Do unless it is measured.
	Do func(name string, f func())

	mu    sync.Mutex
	slots map[string]context.CancelFunc

	order   sync.Mutex
	pending []func() // changes not yet begun; the first is running

	quiet atomic.Int32 // more than 0 while the window itself changes data
}

// NewAsync makes one; inline runs everything at once on the calling goroutine.
func NewAsync(inline bool) *Async {
	ctx, stop := context.WithCancel(context.Background())
	return &Async{ctx: ctx, stop: stop, inline: inline, Clock: time.Now, slots: map[string]context.CancelFunc{},
		Do: func(_ string, f func()) { fyne.Do(f) }}
}

// Close cancels what runs and waits for it.
func (a *Async) Close() {
	a.stop()
	a.wait.Wait()
}

// slot cancels what ran in a slot before and returns the context of what runs next.
func (a *Async) slot(name string) context.Context {
	a.mu.Lock()
	defer a.mu.Unlock()
	if cancel := a.slots[name]; cancel != nil {
		cancel()
	}
	ctx, cancel := context.WithCancel(a.ctx)
	a.slots[name] = cancel
	return ctx
}

// Load fetches a value off the window's goroutine and shows it on it. A later load in the same slot makes an
// earlier one vanish unshown.
func Load[T any](a *Async, slot string, fetch func(context.Context) (T, error), show func(T, error)) {
	ctx := a.slot(slot)
	if a.Never {
		return
	}
	if a.inline {
		v, err := fetch(ctx)
		show(v, err)
		return
	}
	a.wait.Go(func() {
		v, err := fetch(ctx)
		if ctx.Err() != nil {
			return
		}
		a.Do(slot, func() {
			if ctx.Err() == nil {
				show(v, err)
			}
		})
	})
}

// Now asks for a small value at once, while nothing is shown that could stand still.
func Now[T any](a *Async, fetch func(context.Context) (T, error)) (T, error) { return fetch(a.ctx) }

// Drop lets what is being fetched in a slot vanish unshown.
func (a *Async) Drop(slot string) { a.slot(slot) }

// Change runs a change that the window makes itself and has already shown; its event does not reload the
// visible screen. Changes keep their order.
func (a *Async) Change(do func(context.Context) error, done func(error)) {
	work := func() {
		a.quiet.Add(1)
		err := do(a.ctx)
		a.quiet.Add(-1)
		if a.ctx.Err() == nil {
			a.Do("changed", func() { done(err) })
		}
	}
	if a.inline {
		work()
		return
	}
	a.order.Lock()
	defer a.order.Unlock()
	a.pending = append(a.pending, work)
	if len(a.pending) == 1 {
		a.wait.Go(a.drain)
	}
}

// drain runs pending changes one after another, until there are none.
func (a *Async) drain() {
	a.order.Lock()
	defer a.order.Unlock()
	for len(a.pending) > 0 {
		work := a.pending[0]
		a.order.Unlock()
		work()
		a.order.Lock()
		a.pending = a.pending[1:]
	}
}

// Run does long work with progress, which show gets ten times a second until done.
func (a *Async) Run(work func(context.Context, *footprint.Progress) error, show func(footprint.Snapshot), done func(error)) (cancel func()) {
	ctx, stop := context.WithCancel(a.ctx)
	progress := new(footprint.Progress)
	if a.inline {
		err := work(ctx, progress)
		show(progress.Snapshot())
		if a.Never {
			return stop
		}
		stop()
		done(err)
		return stop
	}
	finished := make(chan struct{})
	a.wait.Go(func() {
		tick := time.NewTicker(pollEvery)
		defer tick.Stop()
		for {
			select {
			case <-finished:
				return
			case <-tick.C:
				s := progress.Snapshot()
				a.Do("progress", func() { show(s) })
			}
		}
	})
	a.wait.Go(func() {
		err := work(ctx, progress)
		close(finished)
		stop()
		if a.ctx.Err() == nil {
			a.Do("done", func() { done(err) })
		}
	})
	return stop
}

// Tell brings an event from any goroutine to the window.
func (a *Async) Tell(event func(quiet bool)) {
	quiet := a.quiet.Load() > 0
	if a.ctx.Err() == nil {
		a.Do("event", func() { event(quiet) })
	}
}

// Later runs f on the window's goroutine after what is queued now, or at once when inline.
func (a *Async) Later(f func()) { a.Do("later", f) }

// frame is how long the window takes at most until it draws what has changed.
const frame = time.Second / 60

// drawn runs f off the window's goroutine once what is shown now has been drawn, or at once when inline.
func (a *Async) drawn(f func()) {
	if a.inline {
		f()
		return
	}
	a.wait.Go(func() {
		select {
		case <-time.After(frame):
		case <-a.ctx.Done():
			return
		}
		drawn := make(chan struct{})
		a.Later(func() { close(drawn) }) // a frame being drawn comes first
		select {
		case <-drawn:
			f()
		case <-a.ctx.Done():
		}
	})
}
