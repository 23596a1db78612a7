package checklist

import (
	"context"
	"encoding/json"

	"footprint/internal/gui/desk"
	"footprint/internal/gui/view"
)

// prefFilter is the key of Fyne's preferences under which the filter is remembered.
const prefFilter = "checklist_filter"

// filter is the one asked for last, or the remembered one.
func (c *Checklist) filter() view.Filter {
	if c.list != nil {
		return c.asked
	}
	var f view.Filter
	// a filter of another version is not worth an error: the list just opens unfiltered
	_ = json.Unmarshal([]byte(c.s.App.Preferences().String(prefFilter)), &f)
	return f
}

// Refilter changes the filter, remembers it, and shows what it leaves.
func (c *Checklist) Refilter(change func(*view.Filter)) {
	c.refilter(change, func() { c.folds.before = nil })
}

// refilter is Refilter with something to do before the list is shown anew.
func (c *Checklist) refilter(change func(*view.Filter), then func()) {
	if c.list == nil {
		return
	}
	f := c.filter()
	change(&f)
	if b, err := json.Marshal(f); err == nil {
		c.s.App.Preferences().SetString(prefFilter, string(b))
	}
	c.look(f, then)
}

// look works out a filter off the window's goroutine and shows what it leaves, then and all, unless another is asked
// for before.
func (c *Checklist) look(f view.Filter, then func()) {
	c.asked = f
	list, look := c.list, c.list.Look(f)
	desk.Load(c.s.Work, "filter", func(ctx context.Context) (view.Seen, error) { return look(ctx.Done()), nil }, func(seen view.Seen, _ error) {
		if c.list != list || !list.Show(seen) { // read anew or decided on meanwhile
			c.look(f, then)
			return
		}
		c.asked = list.Filter()
		then()
		c.Refresh()
	})
}

// Show puts the cursor on a task, without filters and in whichever scope it stands, once there is a list; told hears
// whether it was found.
func (c *Checklist) Show(id string, told func(found bool)) {
	if c.list == nil {
		c.wanted = func() { c.Show(id, told) }
		return
	}
	scope, found := c.list.ScopeOf(id)
	if !found {
		scope = view.ScopeOpen
	}
	c.query.SetText("")
	c.look(view.Filter{Scope: scope}, func() {
		c.folds.before = nil
		c.panes.Open(c.list.SetCursorID(id))
		told(found)
	})
}

// readWords prepares the list for a search.
func (c *Checklist) readWords() {
	if list := c.list; list != nil {
		desk.Load(c.s.Work, "words", func(context.Context) (bool, error) { list.ReadWords(); return true, nil }, func(bool, error) {})
	}
}

func (c *Checklist) clearFilter() {
	c.query.SetText("")
	c.Refilter(func(f *view.Filter) { *f = f.Clear(); f.Reader = "" })
}
