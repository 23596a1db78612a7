package photos

import (
	"unicode"

	"fyne.io/fyne/v2"

	"footprint/internal/audit/pictures"
	"footprint/internal/gui/view"
)

// Key acts on keys that no widget took.
func (p *Photos) Key(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyRight, fyne.KeyLeft, fyne.KeyDown, fyne.KeyUp, fyne.KeyHome, fyne.KeyEnd, fyne.KeyPageDown, fyne.KeyPageUp:
		if p.length() > 0 && !p.places {
			p.focus()
			p.grid.TypedKey(e)
		}
	case fyne.KeyReturn, fyne.KeyEnter:
		p.panes.Open(true)
	case fyne.KeyDelete:
		p.answer(pictures.PictureRemove, p.nowLabels())
	case fyne.KeyEscape:
		if p.places {
			p.Scope(p.album.Scope())
			return
		}
		p.panes.Open(false)
	case fyne.KeyF1:
		p.s.Help()
	}
}

// Rune acts on letters: one for each answer, and a few more.
func (p *Photos) Rune(r rune) {
	if p.album == nil {
		return
	}
	for _, a := range Answers() {
		if r == a.Letter {
			p.answer(a.Name, p.nowLabels())
			return
		}
	}
	for _, l := range labels() {
		if r == l.Letter {
			p.toggle(l.Name)
			return
		}
	}
	switch r {
	case 'u':
		p.s.Undo()
	case 'b':
		p.detail.toggleBoxes()
	case 'c':
		p.detail.strip()
	case '?':
		p.s.Help()
	case '1', '2', '3', '4':
		p.Scope(view.PhotoScopes()[r-'1'])
	case '5':
		p.Places()
	default:
		if unicode.IsUpper(r) {
			p.Rune(unicode.ToLower(r))
		}
	}
}
