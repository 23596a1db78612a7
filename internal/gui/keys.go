package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"footprint/internal/gui/desk"
)

// shortcuts registers the keys that work everywhere.
func (s *Shell) shortcuts() {
	add := func(key fyne.KeyName, mod fyne.KeyModifier, do func()) {
		s.Win.Canvas().AddShortcut(&desktop.CustomShortcut{KeyName: key, Modifier: mod}, func(fyne.Shortcut) {
			s.touch()
			if s.Win.Canvas().Overlays().Top() == nil {
				do()
			}
		})
	}
	digits := []fyne.KeyName{fyne.Key1, fyne.Key2, fyne.Key3, fyne.Key4, fyne.Key5, fyne.Key6, fyne.Key7, fyne.Key8, fyne.Key9}
	n := 0
	for _, row := range s.table {
		if row.hidden || n == len(digits) {
			continue
		}
		id := row.id
		add(digits[n], fyne.KeyModifierControl, func() { s.leaveWelcome(func() { s.Visit(id) }) })
		n++
	}
	// Fyne has a shortcut of its own for these keys, which no other name reaches
	s.Win.Canvas().AddShortcut(&fyne.ShortcutUndo{}, func(fyne.Shortcut) { s.touch(); s.Undo() })
	add(fyne.KeyO, fyne.KeyModifierControl, func() {
		if b := s.welcome(); s.here == "welcome" && b.agreed {
			s.chooseFile()
			return
		}
		s.leaveWelcome(s.chooseFile)
	})
	s.Win.Canvas().AddShortcut(&fyne.ShortcutPaste{}, func(fyne.Shortcut) { s.touch(); s.takePasted(s.App.Clipboard().Content()) })
	add(fyne.KeyS, fyne.KeyModifierControl, func() { s.leaveWelcome(s.saveReport) })
	add(fyne.KeyF, fyne.KeyModifierControl, func() { s.leaveWelcome(s.findTask) })
	add(fyne.KeyL, fyne.KeyModifierControl, func() { s.leaveWelcome(s.lock) })
	add(fyne.KeyB, fyne.KeyModifierControl, s.veil)
	add(fyne.KeyQ, fyne.KeyModifierControl, func() { s.rememberPlace(); s.Win.Close() })
	if c, ok := s.Win.Canvas().(desktop.Canvas); ok {
		held := func(down bool) func(*fyne.KeyEvent) {
			return func(e *fyne.KeyEvent) {
				s.touch()
				if e.Name == desktop.KeyAltLeft {
					s.lift(down)
				}
			}
		}
		c.SetOnKeyDown(held(true))
		c.SetOnKeyUp(held(false))
	}
	s.Win.Canvas().SetOnTypedKey(s.typedKey)
	s.Win.Canvas().SetOnTypedRune(s.typedRune)
}

// typedKey acts on keys that no widget took. Escape closes what lies over the window, which hears nothing else then.
func (s *Shell) typedKey(e *fyne.KeyEvent) {
	s.touch()
	over := s.Win.Canvas().Overlays()
	if top := over.Top(); top != nil {
		if e.Name == fyne.KeyEscape {
			over.Remove(top)
		}
		return
	}
	if e.Name == fyne.KeyF1 {
		s.help()
	} else if k, ok := s.bodies[s.here].(desk.Keyed); ok {
		k.Key(e)
	}
}

// typedRune acts on letters that no widget took.
func (s *Shell) typedRune(r rune) {
	s.touch()
	if s.Win.Canvas().Overlays().Top() != nil {
		return
	}
	switch k, keyed := s.bodies[s.here].(desk.Keyed); {
	case r == '?':
		s.help()
	case r == 'u':
		s.Undo()
	case keyed:
		k.Rune(r)
	}
}

// leaveWelcome keeps the doors shut until consent is given.
func (s *Shell) leaveWelcome(then func()) {
	if s.here != "welcome" && s.here != "locked" {
		then()
	}
}
