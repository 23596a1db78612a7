package gui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"footprint/internal/audit"
)

func TestWelcomeFillsInFromExports(t *testing.T) {
	f := new(fake)
	s := open(t, test.NewTempApp(t), f, false)
	b := s.bodies["welcome"].(*welcome)
	drop := func() { s.importURIs([]fyne.URI{storage.NewFileURI("/tmp/a.zip")}) }
	drop()
	if len(f.calls) != 0 {
		t.Fatalf("calls %q before consent", f.calls)
	}
	b.agree()
	b.asking.entries[0].SetText("Robin K.") // typed by the user: stays
	f.me.Name, f.me.Emails, f.me.Phones = "Robin Kauri", []string{"robin@example.org"}, []string{"021 555 0143"}
	f.guess = audit.ProfileGuess{Employer: "Harbour General", Place: "Kaitoke"}
	drop()
	if s.here != "welcome" || !strings.Contains(b.filled.String(), "Employer, Town or region, E-mail addresses") {
		t.Fatalf("on %s, which says %q", s.here, b.filled.String())
	}
	page := b.Content().(*fyne.Container).Objects[0]
	s.changed(false) // as the audit says when it has read something
	if b.Content().(*fyne.Container).Objects[0] != page {
		t.Error("reading an export takes the page away")
	}
	if f.me.Employer != "" {
		t.Error("kept before the user said so")
	}
	b.asking.save.OnTapped()
	if me := f.me; me.Name != "Robin K." || me.Employer != "Harbour General" || me.Place != "Kaitoke" || !slices.Equal(me.Emails, []string{"robin@example.org"}) || len(me.Phones) != 1 {
		t.Errorf("kept %+v", me)
	}
	drop() // the profile is no longer asked for
	if s.here != "checklist" && len(f.tasks) > 0 {
		t.Errorf("on %s", s.here)
	}
}
