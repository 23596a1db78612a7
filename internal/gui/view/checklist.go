package view

import (
	"slices"
	"strings"
	"time"

	"footprint/internal/footprint"
)

// Bounds of the first view: few enough to finish in a sitting, not all of one sort, each item once.
const (
	firstTasks   = 10
	firstPerRule = 3
)

// Checklist holds all tasks, the order and filter they are seen through, a cursor and marks. It is not safe
// for concurrent use: it is built by a worker and then belongs to the goroutine of the window.
type Checklist struct {
	tasks  []Task
	byID   []int32 // places of tasks, in the order of their ids
	words  *index
	orders map[Sort][]int32

	filter Filter
	shown  []int32
	behind map[int32][]int32 // the tasks of a folded group, by its first; nil when nothing is folded
	cursor int
	marked map[int32]bool

	options Options
	counts  map[Scope]int
}

// NewChecklist prepares tasks: it folds the words that are searched and sorts every order once, so that
// later filtering is a single pass. It keeps the slice.
func NewChecklist(tasks []Task, f Filter) *Checklist {
	c := &Checklist{
		tasks:   tasks,
		byID:    make([]int32, len(tasks)),
		words:   newIndex(tasks),
		shown:   make([]int32, 0, len(tasks)),
		marked:  map[int32]bool{},
		options: optionsOf(tasks),
		counts:  map[Scope]int{},
	}
	for i := range tasks {
		c.byID[i] = int32(i)
		c.tally(&tasks[i], 1)
	}
	slices.SortFunc(c.byID, func(a, b int32) int { return strings.Compare(tasks[a].ID, tasks[b].ID) })
	c.orders = orders(tasks, c.options)
	c.SetFilter(f)
	return c
}

// at is the place of a task.
func (c *Checklist) at(id string) (int32, bool) {
	i, ok := slices.BinarySearchFunc(c.byID, id, func(at int32, id string) int { return strings.Compare(c.tasks[at].ID, id) })
	if !ok {
		return 0, false
	}
	return c.byID[i], true
}

// Filter returns the filter in force.
func (c *Checklist) Filter() Filter { return c.filter }

// SetFilter applies a filter. The cursor stays on its task if that is still shown; marks that are hidden go.
func (c *Checklist) SetFilter(f Filter) {
	if f.Scope == "" {
		f.Scope = ScopeFirst
	}
	if f.Sort == "" {
		f.Sort = SortWeight
	}
	at := c.CursorID()
	c.filter = f
	c.refill()
	c.marked = map[int32]bool{}
	c.cursor = 0
	c.SetCursorID(at)
}

func (c *Checklist) refill() {
	defer c.fold()
	hits := c.words.find(c.filter.Query)
	c.shown = c.shown[:0]
	perRule, items := map[string]int{}, map[string]bool{}
	for _, i := range c.orders[c.filter.Sort] {
		t := &c.tasks[i]
		if hits != nil && !hits[i] || !c.filter.matches(t) {
			continue
		}
		if c.filter.Scope == ScopeFirst {
			if len(c.shown) == firstTasks {
				return
			}
			// deleting an item settles all that is wrong with it: the heaviest task speaks for the others
			if perRule[t.Rule]++; perRule[t.Rule] > firstPerRule || t.ItemID != "" && items[t.ItemID] {
				continue
			}
			items[t.ItemID] = true
		}
		c.shown = append(c.shown, i)
	}
}

// tally adds n to the count of the scope a task is in. Open tasks that are weak do not count.
func (c *Checklist) tally(t *Task, n int) {
	if t.Status != footprint.StatusOpen || (&Filter{}).sure(t) {
		c.counts[scopeOf(t.Status)] += n
	}
}

func scopeOf(s footprint.Status) Scope {
	switch s {
	case footprint.StatusDone:
		return ScopeDone
	case footprint.StatusKept:
		return ScopeKept
	case footprint.StatusSnoozed:
		return ScopeSnoozed
	}
	return ScopeOpen
}

// Count is how many tasks a scope holds, weak ones left out.
func (c *Checklist) Count(s Scope) int {
	if s == ScopeFirst {
		return min(firstTasks, c.counts[ScopeOpen])
	}
	return c.counts[s]
}

// Total is how many tasks there are in all.
func (c *Checklist) Total() int { return len(c.tasks) }

// Options are the values that occur.
func (c *Checklist) Options() Options { return c.options }

// Len is the number of rows shown.
func (c *Checklist) Len() int { return len(c.shown) }

// Row returns row i of those shown. The task must not be changed.
func (c *Checklist) Row(i int) *Task { return &c.tasks[c.shown[i]] }

// Minutes is the guess of how long all rows shown take together.
func (c *Checklist) Minutes() int {
	sum := 0
	for _, i := range c.shown {
		sum += c.tasks[i].Minutes()
	}
	return sum
}

// Cursor is the row the keyboard acts on; -1 when nothing is shown.
func (c *Checklist) Cursor() int {
	if len(c.shown) == 0 {
		return -1
	}
	return min(c.cursor, len(c.shown)-1)
}

// SetCursor moves the cursor, within bounds.
func (c *Checklist) SetCursor(i int) { c.cursor = max(0, min(i, len(c.shown)-1)) }

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
	if i := slices.Index(c.shown, at); i >= 0 {
		c.cursor = i
		return true
	}
	return false
}

// Marked reports whether row i is marked, and Marks how many are.
func (c *Checklist) Marked(i int) bool { return c.marked[c.shown[i]] }

// Marks is the number of marked rows.
func (c *Checklist) Marks() int { return len(c.marked) }

// Mark turns the mark of row i round.
func (c *Checklist) Mark(i int) {
	if i < 0 || i >= len(c.shown) {
		return
	}
	if at := c.shown[i]; c.marked[at] {
		delete(c.marked, at)
	} else {
		c.marked[at] = true
	}
}

// MarkAll marks every row shown, or none if all are marked.
func (c *Checklist) MarkAll() {
	if len(c.marked) == len(c.shown) {
		clear(c.marked)
		return
	}
	for _, at := range c.shown {
		c.marked[at] = true
	}
}

// Targets are the ids a decision is about: the marked rows in order, or the one under the cursor.
func (c *Checklist) Targets() []string {
	if len(c.marked) == 0 {
		if i := c.Cursor(); i >= 0 {
			return c.ids(nil, c.shown[i])
		}
		return nil
	}
	ids := make([]string, 0, len(c.marked))
	for _, at := range c.shown {
		if c.marked[at] {
			ids = c.ids(ids, at)
		}
	}
	return ids
}

// ids appends the ids of the tasks that a row stands for.
func (c *Checklist) ids(ids []string, at int32) []string {
	for _, i := range c.row(at) {
		ids = append(ids, c.tasks[i].ID)
	}
	return ids
}

// Decision is one change of status, with what is needed to take it back.
type Decision struct {
	IDs    []string
	Status footprint.Status
	Until  time.Time
	Before []State
}

// State is a status as it was.
type State struct {
	ID     string
	Status footprint.Status
	Until  time.Time
}

// Decide sets the status of tasks and returns the decision. Rows that leave the filter leave the list; the
// cursor stays at its place, which is then the next row. Unknown ids are left out.
func (c *Checklist) Decide(ids []string, status footprint.Status, until time.Time) Decision {
	d := Decision{Status: status, Until: until}
	for _, id := range ids {
		at, ok := c.at(id)
		if !ok {
			continue
		}
		t := &c.tasks[at]
		d.IDs = append(d.IDs, id)
		d.Before = append(d.Before, State{id, t.Status, t.Until})
		c.set(t, status, until)
	}
	c.settle()
	return d
}

// Revert takes a decision back and puts the cursor on its first task.
func (c *Checklist) Revert(d Decision) {
	for _, b := range d.Before {
		if at, ok := c.at(b.ID); ok {
			c.set(&c.tasks[at], b.Status, b.Until)
		}
	}
	c.settle()
	if len(d.IDs) > 0 {
		c.SetCursorID(d.IDs[0])
	}
}

func (c *Checklist) set(t *Task, status footprint.Status, until time.Time) {
	c.tally(t, -1)
	t.Status, t.Until = status, until
	c.tally(t, 1)
}

func (c *Checklist) settle() {
	clear(c.marked)
	c.refill()
	c.SetCursor(c.cursor)
}

// SnoozeUntil is when a task put off today comes back: in two weeks, in the morning.
func SnoozeUntil(now time.Time) time.Time {
	y, m, d := now.Date()
	return time.Date(y, m, d+14, 8, 0, 0, 0, now.Location())
}
