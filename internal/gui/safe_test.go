package gui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"
)

func TestLock(t *testing.T) {
	s, _, f := onChecklist(t)
	s.lock()
	if shown := test.RenderToMarkup(s.Win.Canvas()); s.here != "locked" || strings.Contains(shown, "Kaitoke") || len(s.bodies) != 1 {
		t.Fatalf("on %s with %d screens kept", s.here, len(s.bodies))
	}
	s.leaveWelcome(func() { t.Error("a door is open") })
	s.importURIs([]fyne.URI{storage.NewFileURI("/tmp/a.zip")})
	enter := func(text string) {
		letters(s, text)
		press(s, fyne.KeyReturn)
	}
	enter("a guess")
	if s.here != "locked" {
		t.Fatal("a guess opened it")
	}
	enter("four plain words")
	if want := []string{"lock", "unlock"}; s.here != "checklist" || !slices.Equal(f.calls, want) {
		t.Errorf("on %s after %q", s.here, f.calls)
	}
}

func TestPassphrase(t *testing.T) {
	s, _, f := onChecklist(t)
	s.Visit("settings")
	b := s.bodies["settings"].(*settings)
	b.protect("", "four plain words")
	if want := []string{`protect "" "four plain words"`}; !slices.Equal(f.calls, want) || !f.protected {
		t.Errorf("calls %q", f.calls)
	}
	b.protect("four plain words", "")
	if f.protected {
		t.Error("still protected")
	}
}

func TestVeilHidesTheWords(t *testing.T) {
	s, _, _ := onChecklist(t)
	s.veil()
	settle(s, fyne.NewSize(1280, 800))
	shown := test.RenderToMarkup(s.Win.Canvas())
	for _, secret := range []string{"Kaitoke", "ferry", "dahlias"} {
		if strings.Contains(shown, secret) {
			t.Errorf("%q is seen through the veil", secret)
		}
	}
	s.lift(true)
	if shown := test.RenderToMarkup(s.Win.Canvas()); !strings.Contains(shown, "Kaitoke") {
		t.Error("the veil does not lift")
	}
	s.lift(false)
	if shown := test.RenderToMarkup(s.Win.Canvas()); strings.Contains(shown, "Kaitoke") {
		t.Error("the veil does not fall again")
	}
	s.veil()
	if shown := test.RenderToMarkup(s.Win.Canvas()); !strings.Contains(shown, "Kaitoke") {
		t.Error("the veil stays")
	}
}

func TestNothingHappensBeforeConsent(t *testing.T) {
	f := new(fake)
	s := open(t, test.NewTempApp(t), f, false)
	if s.here != "welcome" {
		t.Fatalf("starts on %s", s.here)
	}
	s.importURIs([]fyne.URI{storage.NewFileURI("/tmp/a.zip")})
	s.leaveWelcome(func() { t.Error("a door is open") })
	if len(f.calls) != 0 {
		t.Errorf("calls %q before consent", f.calls)
	}
	s.bodies["welcome"].(*welcome).agree()
	if !f.consent {
		t.Error("consent was not recorded")
	}
}

func TestOnlyWebPagesOpen(t *testing.T) {
	s, _, _ := onChecklist(t)
	s.OpenURL = nil // a link of another kind must not get this far
	for _, link := range []string{"file:///etc/passwd", "javascript:alert(1)", "x-scheme:run", "::"} {
		s.Open(link)
		if !strings.Contains(s.Status.Text(), "open page") && !strings.Contains(s.Status.Text(), "parse") {
			t.Errorf("%s opened without a word", link)
		}
	}
}
