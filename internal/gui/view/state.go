package view

import (
	"slices"
	"time"

	"footprint/internal/footprint"
)

// stand is how a task stands: a place in stands.
type stand uint8

const (
	open stand = iota
	snoozed
	done
	kept
)

// stands is the table of them.
var stands = [...]struct {
	status footprint.Status
	scope  Scope
}{
	open:    {footprint.StatusOpen, ScopeOpen},
	snoozed: {footprint.StatusSnoozed, ScopeSnoozed},
	done:    {footprint.StatusDone, ScopeDone},
	kept:    {footprint.StatusKept, ScopeKept},
}

// standOf is how the tasks of a scope stand. The first few are open.
func standOf(s Scope) stand {
	for i, row := range stands {
		if row.scope == s {
			return stand(i)
		}
	}
	return open
}

func standAs(s footprint.Status) stand {
	for i, row := range stands {
		if row.status == s {
			return stand(i)
		}
	}
	return open
}

// state is how every task stands. It never changes: a decision makes another, while a search off the window's
// goroutine reads on in this one.
type state struct {
	of     []stand // by task
	until  []int64 // when a snoozed task opens again, in seconds since 1970; else 0
	counts [len(stands)]int
}

func newState(tasks []Task, x *table) *state {
	s := &state{of: make([]stand, len(tasks)), until: make([]int64, len(tasks))}
	for i := range tasks {
		t := &tasks[i]
		s.of[i] = standAs(t.Status)
		if !t.Until.IsZero() {
			s.until[i] = t.Until.Unix()
		}
		s.tally(&x.rows[i], s.of[i], 1)
	}
	return s
}

func (s *state) clone() *state {
	return &state{slices.Clone(s.of), slices.Clone(s.until), s.counts}
}

// set changes how a task stands, in a state that nobody else has yet.
func (s *state) set(t *traits, at int32, to stand, until int64) {
	s.tally(t, s.of[at], -1)
	s.of[at], s.until[at] = to, until
	s.tally(t, to, 1)
}

// tally adds n to the count of how a task stands. Open tasks that are weak do not count.
func (s *state) tally(t *traits, as stand, n int) {
	if as != open || t.sure() {
		s.counts[as] += n
	}
}

func (s *state) status(at int32) footprint.Status { return stands[s.of[at]].status }

func (s *state) opens(at int32) time.Time {
	if s.until[at] == 0 {
		return time.Time{}
	}
	return time.Unix(s.until[at], 0)
}
