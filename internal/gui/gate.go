package gui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"footprint/internal/gui/desk"
	"footprint/internal/gui/look"
	"footprint/internal/gui/part"
	"footprint/internal/gui/view"
)

// NewGate builds a window that asks for the passphrase of a locked database. Open tries one; when it succeeds the
// window of the app stands and the gate closes.
func NewGate(o desk.Options, open func(passphrase string) (desk.Auditor, error), done func(error)) (fyne.Window, error) {
	w, err := view.LoadWords(o.Words, o.App.Preferences().StringWithFallback(prefLanguage, o.Locale))
	if err != nil {
		return nil, err
	}
	win := o.App.NewWindow("Footprint")
	s := &desk.Desk{Options: o, W: w, Work: desk.NewAsync(o.Inline), Win: win}
	o.App.Settings().SetTheme(appearance(o.App.Preferences()))
	win.SetIcon(look.WindowIcon())
	win.SetPadded(false)
	win.Resize(fyne.NewSize(640, 400))
	opening := false
	face, entry := gate(s, func(passphrase string, wrong func(error)) {
		if opening {
			return
		}
		opening = true
		s.Work.Change(func(context.Context) (err error) { // to try one takes a second, on purpose
			o.Audit, err = open(passphrase)
			return err
		}, func(err error) {
			opening = false
			if err != nil {
				wrong(err)
				return
			}
			shell, err := New(o)
			if err == nil {
				shell.Window().Show()
			}
			win.Close()
			done(err)
		})
	})
	win.SetContent(container.NewStack(part.Ground(theme.ColorNameBackground), face))
	win.Canvas().Focus(entry)
	return win, nil
}
