package gui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func TestRewordingIsTakenWithAKey(t *testing.T) {
	s, _, _ := onChecklist(t)
	s.Visit("draft")
	d := s.bodies["draft"].(*draft)
	d.entry.SetText("The girl in bed 9 beat me at chess.")
	if len(d.offers) != 2 {
		t.Fatalf("%d offers", len(d.offers))
	}
	d.entry.TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyReturn, Modifier: fyne.KeyModifierControl})
	if want := "The girl beat me at chess."; d.entry.Text != want || len(d.offers) != 0 {
		t.Errorf("%q with %d offers, want %q", d.entry.Text, len(d.offers), want)
	}
}

func TestAdviceGivesWayToBetterWords(t *testing.T) {
	s, _, _ := onChecklist(t)
	s.Visit("draft")
	d := s.bodies["draft"].(*draft)
	for text, want := range map[string]bool{"The girl in bed 9 beat me at chess.": false, "Bed 9, bed 9.": true} {
		d.entry.SetText(text)
		if got := strings.Contains(test.RenderObjectToMarkup(d.verdict), "Leave out the day."); got != want {
			t.Errorf("%q with the general advice: %t, want %t", text, got, want)
		}
	}
}
