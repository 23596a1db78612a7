package view

import (
	"slices"
	"strings"
	"sync"
)

// Checklist holds all tasks, the order and filter they are seen through, a cursor and marks. It belongs to one
// goroutine, that of the window; what takes long is made elsewhere: see Look and Plan.
type Checklist struct {
	tasks  []Task        // never change; how they stand is in now
	byID   []int32       // places of tasks, in the order of their ids
	words  func() *index // made when first asked: it holds all words once more
	table  *table
	orders map[Sort][]int32

	now    *state
	seen   Seen
	cursor int
	marked []bool
	marks  int

	options Options
}

// NewChecklist prepares tasks: it sorts every order once, so that later filtering is a single pass. It
// keeps the slice.
func NewChecklist(tasks []Task, f Filter) *Checklist {
	c := &Checklist{
		tasks:   tasks,
		byID:    make([]int32, len(tasks)),
		words:   sync.OnceValue(func() *index { return newIndex(tasks) }),
		table:   newTable(tasks),
		marked:  make([]bool, len(tasks)),
		options: optionsOf(tasks),
	}
	c.now = newState(tasks, c.table)
	for i := range tasks {
		c.byID[i] = int32(i)
	}
	slices.SortFunc(c.byID, func(a, b int32) int { return strings.Compare(tasks[a].ID, tasks[b].ID) })
	c.orders = orders(tasks, c.options)
	c.SetFilter(f)
	return c
}

// ReadWords prepares for a search, on any goroutine. The first search does otherwise.
func (c *Checklist) ReadWords() { c.words() }

// at is the place of a task.
func (c *Checklist) at(id string) (int32, bool) {
	i, ok := slices.BinarySearchFunc(c.byID, id, func(at int32, id string) int { return strings.Compare(c.tasks[at].ID, id) })
	if !ok {
		return 0, false
	}
	return c.byID[i], true
}

// Filter returns the filter in force.
func (c *Checklist) Filter() Filter { return c.seen.filter }

// Count is how many tasks a scope holds, weak ones left out.
func (c *Checklist) Count(s Scope) int {
	if s == ScopeFirst {
		return min(firstTasks, c.now.counts[open])
	}
	return c.now.counts[standOf(s)]
}

// ScopeOf is the scope in which a task stands; false if there is no such task.
func (c *Checklist) ScopeOf(id string) (Scope, bool) {
	at, ok := c.at(id)
	if !ok {
		return "", false
	}
	return stands[c.now.of[at]].scope, true
}

// Total is how many tasks there are in all.
func (c *Checklist) Total() int { return len(c.tasks) }

// Options are the values that occur.
func (c *Checklist) Options() Options { return c.options }

// Len is the number of rows shown.
func (c *Checklist) Len() int { return len(c.seen.shown) }

// Row returns row i of those shown.
func (c *Checklist) Row(i int) *Task {
	at := c.seen.shown[i]
	t := c.tasks[at]
	t.Status, t.Until = c.now.status(at), c.now.opens(at)
	return &t
}

// Minutes is the guess of how long all rows shown take together.
func (c *Checklist) Minutes() int {
	sum := 0
	for _, i := range c.seen.shown {
		sum += c.tasks[i].Minutes()
	}
	return sum
}

// Cursor is the row the keyboard acts on; -1 when nothing is shown.
func (c *Checklist) Cursor() int {
	if len(c.seen.shown) == 0 {
		return -1
	}
	return min(c.cursor, len(c.seen.shown)-1)
}

// SetCursor moves the cursor, within bounds.
func (c *Checklist) SetCursor(i int) { c.cursor = max(0, min(i, len(c.seen.shown)-1)) }

// CursorID is the id of the task under the cursor, or "".
func (c *Checklist) CursorID() string {
	if i := c.Cursor(); i >= 0 {
		return c.Row(i).ID
	}
	return ""
}

// SetCursorID moves the cursor to a task if it is shown.
func (c *Checklist) SetCursorID(id string) bool {
	at, ok := c.at(id)
	if !ok {
		return false
	}
	if i := slices.Index(c.seen.shown, at); i >= 0 {
		c.cursor = i
		return true
	}
	return false
}
