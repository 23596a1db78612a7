package checklist

import (
	"strconv"

	"fyne.io/fyne/v2"

	"footprint/internal/audit"
	"footprint/internal/footprint"
	"footprint/internal/gui/view"
)

// Key acts on keys that neither a field nor the list took.
func (c *Checklist) Key(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyDown, fyne.KeyUp, fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageDown, fyne.KeyPageUp:
		c.Focus()
		c.rows.TypedKey(e)
	case fyne.KeySpace:
		if c.length() > 0 {
			c.mark()
		}
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyRight:
		if c.list != nil && c.list.Grouped() {
			c.openGroup()
			return
		}
		c.panes.Open(true)
	case fyne.KeyEscape, fyne.KeyLeft:
		if c.list != nil && !c.panes.Narrow() {
			c.closeGroup()
		}
		c.panes.Open(false)
	case fyne.KeyDelete:
		c.decide(footprint.StatusDone)
	case fyne.KeyF1:
		c.s.Help()
	}
}

// Rune acts on letters: one for each decision, and a few more.
func (c *Checklist) Rune(r rune) {
	if c.list == nil {
		return
	}
	for _, d := range Decisions() {
		if r == d.Letter {
			c.decide(d.Status)
			return
		}
	}
	switch r {
	case 'u':
		c.s.Undo()
	case 'o':
		c.detail.openLink()
	case 'f':
		if id := c.list.CursorID(); id != "" {
			c.falseAlarm(id, audit.ThisItem)
		}
	case 'a':
		c.list.MarkAll()
		c.Refresh()
	case 'g':
		c.filters.toggle()
	case '/':
		c.s.Win.Canvas().Focus(c.query)
	case '?':
		c.s.Help()
	default:
		if n, err := strconv.Atoi(string(r)); err == nil && n >= 1 && n <= len(view.Scopes()) {
			c.Refilter(func(f *view.Filter) { f.Scope = view.Scopes()[n-1] })
		}
	}
}
