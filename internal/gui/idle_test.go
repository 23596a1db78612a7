package gui

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

var _ desktop.Cursorable = (*frame)(nil)

func TestLocksOnlyWhenNobodyIsThere(t *testing.T) {
	s, c, f := onChecklist(t)
	f.protected = true
	s.Visit("draft")
	entry := s.bodies["draft"].(*draft).entry
	s.Visit("checklist")
	c.Focus()
	s.touch()
	press(s, fyne.KeyDown)
	if s.away(); s.here != "checklist" {
		t.Fatal("locked while somebody went through the list")
	}
	s.Visit("draft")
	s.Win.Canvas().Focus(entry)
	s.touch()
	test.Type(entry, "late")
	if s.away(); s.here != "draft" {
		t.Fatal("locked while somebody typed")
	}
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyLeft})
	if s.away(); s.here != "draft" {
		t.Fatal("locked while somebody moved in a text")
	}
	f.protected = false
	if s.away(); s.here != "draft" {
		t.Fatal("locked without a passphrase")
	}
	f.protected = true
	if s.away(); s.here != "locked" {
		t.Error("still open with nobody there")
	}
}

func TestPointerAndKeysAreTouches(t *testing.T) {
	s, _, _ := onChecklist(t)
	stale := typing{text: "before"}
	for name, do := range map[string]func(){
		"pointer": func() { s.frame.Cursor() },
		"key":     func() { s.Win.Canvas().OnTypedKey()(&fyne.KeyEvent{Name: fyne.KeyDown}) },
		"letter":  func() { s.Win.Canvas().OnTypedRune()('x') },
	} {
		s.written = stale
		do()
		if s.written == stale {
			t.Errorf("%s: nobody heard of it", name)
		}
	}
}
