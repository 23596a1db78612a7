package gui

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"footprint/internal/gui/part"
)

// letters types on whatever has the focus, or on the window.
func letters(s *Shell, keys string) {
	for _, r := range keys {
		if focused := s.Win.Canvas().Focused(); focused != nil {
			focused.TypedRune(r)
		} else {
			s.Win.Canvas().OnTypedRune()(r)
		}
	}
}

func press(s *Shell, name fyne.KeyName) {
	e := &fyne.KeyEvent{Name: name}
	if focused := s.Win.Canvas().Focused(); focused != nil {
		focused.TypedKey(e)
	} else {
		s.Win.Canvas().OnTypedKey()(e)
	}
}

func TestKeysReachTheWindowFromEveryControl(t *testing.T) {
	s, _, f := onChecklist(t)
	reached := map[string]bool{}
	for range 40 {
		s.Win.Canvas().FocusNext()
		switch at := s.Win.Canvas().Focused().(type) {
		case *part.Button, *part.Select, *part.Place:
			kind := fmt.Sprintf("%T", at)
			if reached[kind] {
				continue
			}
			reached[kind] = true
			before := len(f.calls)
			letters(s, "d")
			if len(f.calls) != before+1 {
				t.Errorf("a letter over a %s did %q", kind, f.calls[before:])
			}
		}
	}
	if len(reached) != 3 {
		t.Errorf("Tab reached %v, want buttons, menus and the navigation", reached)
	}
}

func TestEscapeClosesTheKeys(t *testing.T) {
	s, _, f := onChecklist(t)
	press(s, fyne.KeyF1)
	over := s.Win.Canvas().Overlays()
	if over.Top() == nil {
		t.Fatal("F1 shows nothing")
	}
	letters(s, "d")
	if len(f.calls) != 0 {
		t.Errorf("a letter reached the checklist under the list of keys: %q", f.calls)
	}
	press(s, fyne.KeyEscape)
	if over.Top() != nil {
		t.Error("Escape leaves the list of keys open")
	}
}

func TestEscapeLeavesAPageWithinAScreen(t *testing.T) {
	s, _, _ := onChecklist(t)
	s.Visit("overview")
	b := s.bodies["overview"].(*overview)
	b.compare()
	press(s, fyne.KeyEscape)
	if b.comparing {
		t.Error("Escape leaves the comparison open")
	}
	r := chosen(s)
	r.plan()
	if !r.planning {
		t.Fatal("no plan")
	}
	press(s, fyne.KeyEscape)
	if r.planning {
		t.Error("Escape leaves the plan open")
	}
}

func TestEveryPickerOpens(t *testing.T) {
	s, _, _ := onChecklist(t)
	over := s.Win.Canvas().Overlays()
	for name, pick := range map[string]func(){"file": s.chooseFile, "folder": s.chooseFolder, "new": func() { s.PickNew("a.html", func(string) {}) }} {
		pick()
		if over.Top() == nil {
			t.Errorf("no dialog for a %s", name)
			continue
		}
		s.Win.Canvas().Focus(nil)
		press(s, fyne.KeyEscape)
		if over.Top() != nil {
			t.Errorf("Escape leaves the dialog for a %s", name)
		}
	}
}
