package view

import (
	"time"

	"footprint/internal/footprint"
)

// Decision is one change of status, with what is needed to take it back.
type Decision struct {
	IDs    []string
	Status footprint.Status
	Until  time.Time

	before []before
}

// before is how a task stood.
type before struct {
	stand stand
	until int64
}

// Outcome is a decision with what the list is once it is made.
type Outcome struct {
	Decision Decision
	on, next *state
	left     Seen
	back     bool
}

// Plan returns what works out a decision. It may run on any goroutine.
func (c *Checklist) Plan(targets Targets, status footprint.Status, until time.Time) func() Outcome {
	now, look := c.now, c.look(c.seen.filter)
	return func() Outcome {
		tasks := targets.in(c)
		d := Decision{Status: status, Until: until, IDs: make([]string, len(tasks)), before: make([]before, len(tasks))}
		to, at := standAs(status), int64(0)
		if !until.IsZero() {
			at = until.Unix()
		}
		next := now.clone()
		for i, task := range tasks {
			d.IDs[i], d.before[i] = c.tasks[task].ID, before{now.of[task], now.until[task]}
			next.set(&c.table.rows[task], task, to, at)
		}
		return Outcome{d, now, next, look(nil, next), false}
	}
}

// Revert returns what works out how to take a decision back, on any goroutine; see Apply.
func (c *Checklist) Revert(d Decision) func() Outcome {
	now, look := c.now, c.look(c.seen.filter)
	return func() Outcome {
		next := now.clone()
		for i, id := range d.IDs {
			if task, ok := c.at(id); ok { // else it is gone from a list read anew
				next.set(&c.table.rows[task], task, d.before[i].stand, d.before[i].until)
			}
		}
		return Outcome{d, now, next, look(nil, next), true}
	}
}

// Apply makes a decision that was worked out. Rows that leave the filter leave the list; the cursor stays at its place,
// which is then the next row, or goes to the first task that came back. It is false, and nothing happens, if the list
// has changed since.
func (c *Checklist) Apply(p Outcome) bool {
	if c.now != p.on || c.seen.filter != p.left.filter {
		return false
	}
	c.now, c.seen = p.next, p.left
	c.unmark()
	c.SetCursor(c.cursor)
	if p.back && len(p.Decision.IDs) > 0 {
		c.SetCursorID(p.Decision.IDs[0])
	}
	return true
}

// Decide is Plan and Apply at once, on Targets.
func (c *Checklist) Decide(status footprint.Status, until time.Time) Decision {
	p := c.Plan(c.Targets(), status, until)()
	c.Apply(p)
	return p.Decision
}

// SnoozeUntil is when a task put off today comes back: in two weeks, in the morning.
func SnoozeUntil(now time.Time) time.Time {
	y, m, d := now.Date()
	return time.Date(y, m, d+14, 8, 0, 0, 0, now.Location())
}
