package gui

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"footprint/internal/footprint"
	"footprint/internal/gui/checklist"
	"footprint/internal/gui/view"
)

// onChecklist opens the checklist on the invented tasks.
func onChecklist(t *testing.T) (*Shell, *checklist.Checklist, *fake) {
	t.Helper()
	f := new(fake)
	full(f)
	s := open(t, test.NewTempApp(t), f, false)
	settle(s, fyne.NewSize(1280, 800))
	return s, s.checklist(), f
}

func TestTriageByKeyboard(t *testing.T) {
	s, c, f := onChecklist(t)
	letters(s, "d")
	press(s, fyne.KeyDown)
	letters(s, "ks")
	want := []string{"done task00", "kept task02", "snoozed task05"}
	if !slices.Equal(f.calls, want) {
		t.Errorf("calls %q, want %q", f.calls, want)
	}
	if got := c.List().Count(view.ScopeOpen); got != 13 {
		t.Errorf("%d open, want 13", got)
	}
	letters(s, "uuu")
	if got := c.List().Count(view.ScopeOpen); got != 16 || len(f.undo) != 0 {
		t.Errorf("after undo %d open and %d left to undo, want 16 and 0", got, len(f.undo))
	}
	for _, r := range f.tasks {
		if r.Status != footprint.StatusOpen {
			t.Errorf("%s is %s after undo", r.ID, r.Status)
		}
	}
	letters(s, "u")
	if len(f.calls) != 6 {
		t.Errorf("an undo of nothing calls the audit: %q", f.calls)
	}
}

func TestSeveralAtOnce(t *testing.T) {
	s, c, f := onChecklist(t)
	letters(s, "2")
	press(s, fyne.KeySpace)
	press(s, fyne.KeySpace)
	if c.List().Marks() == 0 {
		t.Error("no bar for several")
	}
	letters(s, "k")
	if want := []string{"kept task00 task01"}; !slices.Equal(f.calls, want) || c.List().Marks() > 0 {
		t.Errorf("calls %q, want %q", f.calls, want)
	}
}

func TestFalseAlarm(t *testing.T) {
	s, c, f := onChecklist(t)
	letters(s, "f")
	if got := c.List().Total(); got != 15 || c.List().CursorID() == "task00" {
		t.Errorf("%d tasks, cursor on %s after a false alarm", got, c.List().CursorID())
	}
	letters(s, "u")
	if got, want := c.List().Total(), []string{"wrong item task00", "right 1"}; got != 16 || !slices.Equal(f.calls, want) {
		t.Errorf("%d tasks, calls %q", got, f.calls)
	}
}

func TestReviewByKeyboard(t *testing.T) {
	s, _, f := onChecklist(t)
	s.Visit("review")
	b := s.bodies["review"].(*review)
	if len(b.lists) != 2 || b.lists[0].Left() != 5 {
		t.Fatalf("%d lists", len(b.lists))
	}
	b.now = b.lists[0]
	b.card()
	letters(s, "ksdu")
	if want := []string{"kept task10", "done group01", "undo"}; !slices.Equal(f.calls, want) || b.now.Left() != 4 {
		t.Errorf("calls %q, %d left", f.calls, b.now.Left())
	}
	press(s, fyne.KeyEscape)
	if b.now != nil {
		t.Error("Escape does not leave the list")
	}
}

func TestFailedDecisionGoesBack(t *testing.T) {
	s, c, f := onChecklist(t)
	f.err = errors.New("disk full")
	letters(s, "d")
	if got := c.List().Count(view.ScopeOpen); got != 16 {
		t.Errorf("%d open after a failed decision, want 16", got)
	}
	if text := s.Status.Text(); !strings.Contains(text, "disk full") {
		t.Errorf("status says %q", text)
	}
}

func TestFilterIsRemembered(t *testing.T) {
	a := test.NewTempApp(t)
	f := new(fake)
	full(f)
	s := open(t, a, f, false)
	c := s.checklist()
	c.Refilter(func(v *view.Filter) { v.Scope, v.Platform, v.Query = view.ScopeOpen, "facebook", "secret" })
	s.Win.Close()
	s = open(t, a, f, false)
	got := s.checklist().List().Filter()
	if got.Platform != "facebook" || got.Scope != view.ScopeOpen || got.Query != "" {
		t.Errorf("filter after a restart: %+v", got)
	}
}

func TestTaskOpensInTheChecklistWhateverTheFilter(t *testing.T) {
	s, c, _ := onChecklist(t)
	c.Rune('d')
	done := c.List().Filter().Scope
	s.Visit("reports")
	c.Refilter(func(f *view.Filter) { f.Scope, f.Platform = view.ScopeKept, "instagram" })
	s.openTask("task09")
	if got := c.List().CursorID(); got != "task09" || s.here != "checklist" || done != view.ScopeFirst {
		t.Errorf("cursor on %q of %s", got, s.here)
	}
	s.openTask("task00") // done
	if got := c.List().CursorID(); got != "task00" || c.List().Filter().Scope != view.ScopeDone {
		t.Errorf("cursor on %q", got)
	}
	s.openTask("gone")
	if got := s.Status.Text(); got != s.W.T("task.away") {
		t.Errorf("of one that is away: %q", got)
	}
}
