package gui

import (
	"strconv"

	"fyne.io/fyne/v2"

	"footprint/internal/audit"
	"footprint/internal/footprint"
	"footprint/internal/gui/view"
)

// key acts on keys that neither a field nor the list took.
func (c *checklist) key(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyDown, fyne.KeyUp, fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageDown, fyne.KeyPageUp:
		c.focusRows()
		c.rows.TypedKey(e)
	case fyne.KeySpace:
		if c.length() > 0 {
			c.mark()
		}
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyRight:
		c.panes.Open(true)
	case fyne.KeyEscape, fyne.KeyLeft:
		c.panes.Open(false)
	case fyne.KeyDelete:
		c.decide(footprint.StatusDone)
	case fyne.KeyF1:
		c.s.help()
	}
}

// rune acts on letters: one for each decision, and a few more.
func (c *checklist) rune(r rune) {
	if c.list == nil {
		return
	}
	for _, d := range decisions() {
		if r == d.letter {
			c.decide(d.status)
			return
		}
	}
	switch r {
	case 'u':
		c.s.undo()
	case 'o':
		c.detail.openLink()
	case 'f':
		if id := c.list.CursorID(); id != "" {
			c.falseAlarm(id, audit.ThisItem)
		}
	case 'a':
		c.list.MarkAll()
		c.refresh()
	case '/':
		c.s.win.Canvas().Focus(c.query)
	case '?':
		c.s.help()
	default:
		if n, err := strconv.Atoi(string(r)); err == nil && n >= 1 && n <= len(view.Scopes()) {
			c.refilter(func(f *view.Filter) { f.Scope = view.Scopes()[n-1] })
		}
	}
}
