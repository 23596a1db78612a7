package audit

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
)

// decided is a fixture with three findings, one of them kept and one put off.
func decided(t *testing.T) (f *fixture, ids []string) {
	t.Helper()
	f = newFixture(t)
	f.audit(f.taken("a", day1, true, map[string]string{"1": "an apple", "2": "a pear", "3": "on ward nine"}))
	rows, err := f.Tasks(t.Context(), TaskFilter{})
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		ids = append(ids, row.ID)
	}
	if err := f.SetStatus(t.Context(), ids[:1], footprint.StatusKept, "mine", time.Time{}); err != nil {
		t.Fatal(err)
	}
	if err := f.SetStatus(t.Context(), ids[1:2], footprint.StatusSnoozed, "", f.now.AddDate(0, 1, 0)); err != nil {
		t.Fatal(err)
	}
	return f, ids
}

func TestClockJumps(t *testing.T) {
	f, ids := decided(t)
	status := func(i int) footprint.Status {
		t.Helper()
		v, err := f.Task(t.Context(), ids[i])
		if err != nil {
			t.Fatal(err)
		}
		return v.Status
	}
	for _, jump := range []int{-20, 0, 20, -1} { // years: a flat battery, and back
		f.now = day1.AddDate(jump, 0, 0)
		if _, err := f.Analyze(t.Context(), nil); err != nil {
			t.Fatalf("%d years: %v", jump, err)
		}
		if got := status(0); got != footprint.StatusKept {
			t.Errorf("%d years: the decision is %s", jump, got)
		}
		want := footprint.StatusSnoozed
		if jump > 0 {
			want = footprint.StatusOpen
		}
		if got := status(1); got != want {
			t.Errorf("%d years: put off is %s", jump, got)
		}
		if _, err := f.Due(t.Context()); err != nil {
			t.Errorf("%d years: %v", jump, err)
		}
		if _, err := f.Compare(t.Context(), "", ""); err != nil {
			t.Errorf("%d years: %v", jump, err)
		}
	}
	if n, err := f.Undo(t.Context()); err != nil || n != 1 || status(1) != footprint.StatusOpen {
		t.Errorf("undo took back %d, %v", n, err)
	}
}

func TestDamagedPageIsNamedAndRecovered(t *testing.T) {
	f, ids := decided(t)
	backup := filepath.Join(f.dir, "backup.db")
	if _, err := f.Backup(t.Context(), backup); err != nil {
		t.Fatal(err)
	}
	path := f.Path()
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	const page = 4096
	for at := 2 * page; at+page <= len(data); at += page { // every page but the first two, so that some check sees it
		copy(data[at:at+100], strings.Repeat("\xa5", 100))
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	list, err := Examine(t.Context(), path, "")
	if err != nil || list[0].State != Problem || !strings.Contains(list[0].Text, "damaged") || !strings.Contains(list[0].Do, "footprint restore") {
		t.Fatalf("%+v, %v", list, err)
	}
	if a, err := Open(t.Context(), Options{Path: path, Rules: rules(t)}); err == nil { // a list, too, says what to do
		_, err := a.Tasks(t.Context(), TaskFilter{})
		if !errors.Is(err, footprint.ErrDatabase) || !strings.Contains(Explain(err), "footprint restore") {
			t.Errorf("%v", err)
		}
		a.Close()
	} else if !strings.Contains(Explain(err), "footprint restore") {
		t.Errorf("%v", err)
	}
	kept, held, err := Restore(t.Context(), backup, path, "", f.now)
	if err != nil || held.Decisions != 2 {
		t.Fatalf("%+v, %v", held, err)
	}
	if _, err := os.Stat(kept); err != nil {
		t.Errorf("the damaged file is not kept: %v", err)
	}
	a, err := Open(t.Context(), Options{Path: path, Platforms: []ingest.Platform{paper}, Rules: rules(t), Now: func() time.Time { return f.now }})
	if err != nil {
		t.Fatal(err)
	}
	f.Auditor = a
	if v, err := f.Task(t.Context(), ids[0]); err != nil || v.Status != footprint.StatusKept || v.Note != "mine" {
		t.Errorf("%+v, %v", v.TaskRow, err)
	}
}
