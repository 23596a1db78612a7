package checklist

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"footprint/internal/footprint"
	"footprint/internal/gui/desk"
	"footprint/internal/gui/part"
	"footprint/internal/gui/view"
)

// Choice is one row of the table of decisions: its key and sign.
type Choice struct {
	Status footprint.Status
	Letter rune
	Icon   fyne.Resource
}

// Decisions is the table of them.
func Decisions() []Choice {
	return []Choice{
		{footprint.StatusDone, 'd', theme.ConfirmIcon()},
		{footprint.StatusKept, 'k', theme.VisibilityIcon()},
		{footprint.StatusSnoozed, 's', theme.HistoryIcon()},
		{footprint.StatusOpen, 'r', theme.ContentUndoIcon()},
	}
}

// many is from how many tasks on a decision is worked out off the window's goroutine. With fewer the next key finds the
// list as the last one left it.
const many = 1000

// decide sets the status of the marked tasks, or of the one under the cursor, first in the list and then
// in the database. If that fails the list goes back.
func (c *Checklist) decide(status footprint.Status) {
	if c.list == nil {
		return
	}
	targets := c.list.Targets()
	if targets.Len() == 0 {
		return
	}
	var until time.Time
	if status == footprint.StatusSnoozed {
		until = view.SnoozeUntil(c.s.Now())
	}
	c.make(targets.Len(), func() func() view.Outcome { return c.list.Plan(targets, status, until) }, c.decided)
}

// make makes a decision about n tasks in the list. One that is large is worked out again where the list has changed
// before that is done.
func (c *Checklist) make(n int, plan func() func() view.Outcome, done func(view.Decision)) {
	if n < many {
		out := plan()()
		c.list.Apply(out)
		c.Refresh()
		done(out.Decision)
		return
	}
	list, work := c.list, plan()
	desk.Load(c.s.Work, "decide", func(context.Context) (view.Outcome, error) { return work(), nil }, func(out view.Outcome, _ error) {
		if c.list != list || !list.Apply(out) {
			c.make(n, plan, done)
			return
		}
		c.Refresh()
		done(out.Decision)
	})
}

// decided brings a decision that the list shows into the database.
func (c *Checklist) decided(d view.Decision) {
	label := c.s.StatusOf(d.Status, len(d.IDs))
	if len(d.IDs) == 1 && d.Status == footprint.StatusSnoozed {
		label = c.s.W.T("decided.until", "date", c.s.W.Date(d.Until))
	}
	c.s.Done(label, func() { c.revert(d) })
	c.s.Work.Change(func(ctx context.Context) error {
		return c.s.Audit.SetStatus(ctx, d.IDs, d.Status, "", d.Until)
	}, func(err error) {
		if err != nil {
			c.goBack(d, func(view.Decision) { c.s.Fail(err) })
		}
	})
}

// revert takes a decision back, here and in the database, where it is the last one only now.
func (c *Checklist) revert(d view.Decision) {
	c.s.Work.Change(func(ctx context.Context) error {
		_, err := c.s.Audit.Undo(ctx)
		return err
	}, c.s.Fail)
	c.goBack(d, func(view.Decision) {})
}

// goBack takes a decision back in the list.
func (c *Checklist) goBack(d view.Decision, then func(view.Decision)) {
	c.make(len(d.IDs), func() func() view.Outcome { return c.list.Revert(d) }, then)
}

// mark turns the mark of the row under the cursor round and moves on.
func (c *Checklist) mark() {
	i := c.list.Cursor()
	c.list.Mark(i)
	c.list.SetCursor(i + 1)
	c.Refresh()
}

func (c *Checklist) refreshMarks() {
	n := c.list.Marks()
	part.Set(c.marks, c.s.W.N("checklist.marked", n))
	if n > 0 {
		c.bulk.Show()
	} else {
		c.bulk.Hide()
	}
}
