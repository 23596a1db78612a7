package part

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Entry is a field that lets the window's own keys through: Fyne's takes every key with Ctrl for itself.
type Entry struct {
	widget.Entry
	// Keys acts on keys with Ctrl before the window does, and reports whether it did.
	Keys func(*desktop.CustomShortcut) bool
}

// NewEntry makes an entry of one line.
func NewEntry() *Entry {
	e := &Entry{}
	e.ExtendBaseWidget(e)
	return e
}

// NewPassword makes an entry that shows dots.
func NewPassword() *Entry {
	e := NewEntry()
	e.Password = true
	return e
}

// NewText makes an entry of several lines that wrap.
func NewText() *Entry {
	e := &Entry{}
	e.MultiLine, e.Wrapping = true, fyne.TextWrapWord
	e.ExtendBaseWidget(e)
	return e
}

// TypedShortcut hands on what edits no text.
func (e *Entry) TypedShortcut(s fyne.Shortcut) {
	custom, ok := s.(*desktop.CustomShortcut)
	if !ok || !handOn(custom, e.Keys) {
		e.Entry.TypedShortcut(s)
	}
}

// handOn gives a key with Ctrl to keys, if they want it, else to the window, and reports whether it was given away.
func handOn(s *desktop.CustomShortcut, keys func(*desktop.CustomShortcut) bool) bool {
	if s.Modifier != fyne.KeyModifierControl && s.Modifier != fyne.KeyModifierSuper {
		return false
	}
	switch s.KeyName {
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown, fyne.KeyBackspace, fyne.KeyDelete, fyne.KeyHome, fyne.KeyEnd, fyne.KeyY, fyne.KeyZ:
		return false
	}
	if keys != nil && keys(s) {
		return true
	}
	for _, w := range fyne.CurrentApp().Driver().AllWindows() {
		if c, ok := w.Canvas().(fyne.Shortcutable); ok && w.Canvas().Focused() != nil {
			c.TypedShortcut(s)
			return true
		}
	}
	return false
}
