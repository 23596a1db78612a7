package view

import "strings"

// Seen is what a filter leaves of a checklist. It never changes.
type Seen struct {
	filter Filter
	shown  []int32
	behind map[int32][]int32 // the tasks of a folded group, by its first; nil when nothing is folded
	found  found
	on     *state
}

// Bounds of the first view: few enough to finish in a sitting, not all of one sort, each item once.
const (
	firstTasks   = 10
	firstPerRule = 3
)

// Look returns what works out a filter, on any goroutine. It may be told when nobody waits for the result any more.
func (c *Checklist) Look(f Filter) func(done <-chan struct{}) Seen {
	now, look := c.now, c.look(f)
	return func(done <-chan struct{}) Seen { return look(done, now) }
}

// look is Look for a state that need not be the present one.
func (c *Checklist) look(f Filter) func(<-chan struct{}, *state) Seen {
	if f.Scope == "" {
		f.Scope = ScopeFirst
	}
	if f.Sort == "" {
		f.Sort = SortWeight
	}
	before := c.seen.found
	return func(done <-chan struct{}, on *state) Seen {
		s := Seen{filter: f, on: on}
		if strings.TrimSpace(f.Query) != "" {
			s.found = c.words().find(done, f.Query, before)
		}
		s.fill(c)
		if f.Group != "" && f.Scope != ScopeFirst {
			s.fold(c.tasks)
		}
		return s
	}
}

// Show shows what Look returned. The cursor stays on its task if that is still shown; marks that are hidden go. It is
// false, and nothing happens, if a decision was made since.
func (c *Checklist) Show(s Seen) bool {
	if s.on != c.now {
		return false
	}
	at := c.CursorID()
	c.seen = s
	c.unmark()
	c.cursor = 0
	c.SetCursorID(at)
	return true
}

// SetFilter is Look and Show at once.
func (c *Checklist) SetFilter(f Filter) { c.Show(c.Look(f)(nil)) }

func (s *Seen) fill(c *Checklist) {
	f, hits, of, passes := &s.filter, s.found.hits, standOf(s.filter.Scope), c.table.test(&s.filter)
	perRule, items := map[string]int{}, map[string]bool{}
	if f.Scope != ScopeFirst {
		s.shown = make([]int32, 0, s.on.counts[of]) // a guess: weak ones are not counted
	}
	for _, i := range c.orders[f.Sort] {
		if s.on.of[i] != of || hits != nil && !hits[i] || !passes(&c.table.rows[i]) {
			continue
		}
		if f.Scope == ScopeFirst {
			t := &c.tasks[i]
			if len(s.shown) == firstTasks {
				return
			}
			// deleting an item settles all that is wrong with it: the heaviest task speaks for the others
			if perRule[t.Rule]++; perRule[t.Rule] > firstPerRule || t.ItemID != "" && items[t.ItemID] {
				continue
			}
			items[t.ItemID] = true
		}
		s.shown = append(s.shown, i)
	}
}

// row lists the tasks that a row stands for.
func (s *Seen) row(at int32) []int32 {
	if s.behind == nil {
		return []int32{at}
	}
	return s.behind[at]
}
