package audit

import (
	"fmt"
	"testing"
	"time"

	"footprint/assets"
	"footprint/internal/analyze/actions"
	"footprint/internal/audit/core"
)

// TestSettingsRestOnGuidance: every statement that the table names is in the catalogue.
func TestSettingsRestOnGuidance(t *testing.T) {
	rules := builtin(t)
	table, err := actions.LoadSettings(assets.Actions)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range table {
		for _, s := range w.Settings {
			for _, id := range s.Guidance {
				if _, ok := rules.Reference(id); !ok {
					t.Errorf("%s %s names %s, which is not in the catalogue", w.Platform, s.ID, id)
				}
			}
		}
	}
}

// walked tells a platform's place in the list, and how many of its settings are due.
func (f *fixture) walked(platform string) (place, due int, first Walk) {
	f.t.Helper()
	walks, err := f.Walks(f.t.Context())
	if err != nil {
		f.t.Fatal(err)
	}
	for i, w := range walks {
		if w.Platform != platform {
			continue
		}
		for _, s := range w.Settings {
			if s.Due {
				due++
			}
		}
		return i, due, w
	}
	f.t.Fatalf("no %s", platform)
	return 0, 0, first
}

func TestWalk(t *testing.T) {
	f := newFixture(t)
	if place, _, w := f.walked(actions.Device); place != 0 || w.Mine {
		t.Errorf("without accounts the phone stands at %d", place)
	}
	if err := f.SetAccounts(t.Context(), []string{"threads"}); err != nil {
		t.Fatal(err)
	}
	place, due, w := f.walked("threads")
	if place != 0 || !w.Mine || due != len(w.Settings) {
		t.Fatalf("place %d, %d due of %d", place, due, len(w.Settings))
	}
	tick := func(platform, id string, at time.Time) {
		t.Helper()
		if err := f.WalkDone(t.Context(), platform, id, at); err != nil {
			t.Fatal(err)
		}
	}
	tick("threads", w.Settings[0].ID, f.now)
	_, due, w = f.walked("threads")
	f.want("again", fmt.Sprint(due, " ", core.Day(w.Settings[0].Again)), fmt.Sprint(len(w.Settings)-1, " ", core.Day(f.now.AddDate(0, 3, 0))))
	if me, _ := f.Profile(t.Context()); me.LastSecurityCheck != "" {
		t.Errorf("the review counts as done on %s", me.LastSecurityCheck)
	}
	tick("threads", w.Settings[0].ID, time.Time{})
	if _, due, _ = f.walked("threads"); due != len(w.Settings) {
		t.Errorf("after taking it back %d due", due)
	}
	for _, platform := range []string{"threads", actions.Device} {
		_, _, w := f.walked(platform)
		for _, s := range w.Settings {
			tick(platform, s.ID, f.now)
		}
	}
	if me, _ := f.Profile(t.Context()); me.LastSecurityCheck != core.Day(f.now) {
		t.Errorf("all ticked, but the review was done on %q", me.LastSecurityCheck)
	}
	f.now = f.now.AddDate(0, 3, 1)
	if _, due, _ = f.walked("threads"); due != len(w.Settings) {
		t.Errorf("after three months %d due", due)
	}
	if err := f.WalkDone(t.Context(), "threads", "colour", f.now); err == nil {
		t.Error("a setting that nobody knows was ticked")
	}
}
