package store

import (
	"errors"
	"testing"
	"time"

	"footprint/internal/footprint"
)

func TestDecisionsAndUndo(t *testing.T) {
	db, ctx := open(t), t.Context()
	a, b := post("1", "one"), post("2", "two")
	put(t, db, source(t, db, "s", now), a, b)
	judgeAll(t, db, "v1", "rule")
	ids := []string{footprint.Fingerprint(a.ID, "rule"), footprint.Fingerprint(b.ID, "rule")}
	statuses := func(at time.Time) string {
		out := ""
		for _, id := range ids {
			r, err := db.Task(ctx, id, at)
			if err != nil {
				t.Fatal(err)
			}
			out += string(r.Task.Status) + "/" + r.Task.Note + " "
		}
		return out
	}
	set := func(status footprint.Status, note string, until time.Time, ids ...string) {
		t.Helper()
		if err := db.SetStatus(ctx, ids, status, note, until, now); err != nil {
			t.Fatal(err)
		}
	}
	undo := func(want int) {
		t.Helper()
		if n, err := db.Undo(ctx, now); n != want || err != nil {
			t.Errorf("undo changed %d, want %d, %v", n, want, err)
		}
	}
	check := func(want string) {
		t.Helper()
		if got := statuses(now); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	set(footprint.StatusDone, "deleted", time.Time{}, ids...)
	check("done/deleted done/deleted ")
	set(footprint.StatusSnoozed, "", now.AddDate(0, 0, 7), ids[0])
	check("snoozed/deleted done/deleted ")
	if got := statuses(now.AddDate(0, 0, 8)); got != "open/deleted done/deleted " {
		t.Errorf("after the snooze: %q", got)
	}
	open := TaskFilter{Statuses: []footprint.Status{footprint.StatusOpen}, Now: now.AddDate(0, 0, 8)}
	if got := tasks(t, db, open); len(got) != 1 || got[0].Task.Fingerprint != ids[0] {
		t.Errorf("open after the snooze: %+v", got)
	}
	undo(1)
	check("done/deleted done/deleted ")
	undo(2)
	check("open/ open/ ")
	undo(0)
	if err := db.SetStatus(ctx, []string{ids[0], "nobody"}, footprint.StatusKept, "", time.Time{}, now); !errors.Is(err, footprint.ErrNotFound) {
		t.Errorf("unknown task: %v", err)
	}
	check("open/ open/ ") // all or nothing
	history, err := db.History(ctx, ids[0])
	if err != nil || len(history) != 2 || !history[0].Undone || history[0].To != footprint.StatusSnoozed || history[1].From != footprint.StatusOpen {
		t.Errorf("history %+v, %v", history, err)
	}
}

func TestFalseAlarms(t *testing.T) {
	db, ctx := open(t), t.Context()
	a, b := post("1", "same words"), post("2", "same words")
	put(t, db, source(t, db, "s", now), a, b)
	judgeAll(t, db, "v1", "one", "two")
	for _, tc := range []struct {
		alarm FalseAlarm
		left  int
	}{
		{FalseAlarm{Scope: ScopeItem, Rule: "one", Value: footprint.Fingerprint(a.ID, "one")}, 3},
		{FalseAlarm{Scope: ScopePhrase, Rule: "one", Value: "same words"}, 2},
		{FalseAlarm{Scope: ScopeRule, Rule: "two"}, 0},
	} {
		tc.alarm.Created = now
		if err := db.AddFalseAlarms(ctx, []FalseAlarm{tc.alarm}); err != nil {
			t.Fatal(err)
		}
		if got := tasks(t, db, TaskFilter{}); len(got) != tc.left {
			t.Errorf("%s: %d left, want %d", tc.alarm.Scope, len(got), tc.left)
		}
	}
	judgeAll(t, db, "v2", "one", "two") // kept across analyses
	if got := tasks(t, db, TaskFilter{}); len(got) != 0 {
		t.Errorf("after another analysis: %s", rulesOf(got))
	}
	all, err := db.FalseAlarms(ctx)
	if err != nil || len(all) != 3 {
		t.Fatalf("%+v, %v", all, err)
	}
	for _, f := range all {
		if err := db.RemoveFalseAlarm(ctx, f.ID); err != nil {
			t.Fatal(err)
		}
	}
	if got := tasks(t, db, TaskFilter{}); len(got) != 4 {
		t.Errorf("after taking all back: %d", len(got))
	}
}

// What was called a false alarm is an action like a decision: Undo takes back whichever came last, as a whole.
func TestUndoTakesBackWhatCameLast(t *testing.T) {
	db := open(t)
	ctx := t.Context()
	put(t, db, source(t, db, "s", now), post("1", "one"), post("2", "two"), post("3", "three"))
	judgeAll(t, db, "v1", "a", "b")
	ids := func(rule string) (ids []string) {
		for _, r := range tasks(t, db, TaskFilter{Rules: []string{rule}}) {
			ids = append(ids, r.Task.Fingerprint)
		}
		return ids
	}
	a, b := ids("a"), ids("b")
	steps := []struct {
		what string
		do   func() error
		open int // rows that are open afterwards
		undo int // rows that undo tells of
	}{
		{"a decision", func() error { return db.SetStatus(ctx, a[:1], footprint.StatusDone, "", now, now) }, 5, 1},
		{"two false alarms", func() error {
			return db.AddFalseAlarms(ctx, []FalseAlarm{{Scope: ScopeItem, Rule: "b", Value: b[0], Created: now}, {Scope: ScopeItem, Rule: "b", Value: b[1], Created: now}})
		}, 3, 2},
		{"a second decision", func() error { return db.SetStatus(ctx, a[1:], footprint.StatusKept, "", now, now) }, 1, 2},
		{"the rule", func() error { return db.AddFalseAlarms(ctx, []FalseAlarm{{Scope: ScopeRule, Rule: "b", Created: now}}) }, 0, 1},
	}
	open := func() int { return len(tasks(t, db, TaskFilter{Statuses: []footprint.Status{footprint.StatusOpen}})) }
	for _, s := range steps {
		if err := s.do(); err != nil || open() != s.open {
			t.Fatalf("after %s %d are open, want %d: %v", s.what, open(), s.open, err)
		}
	}
	for i := len(steps) - 1; i >= 0; i-- {
		before := 6
		if i > 0 {
			before = steps[i-1].open
		}
		if n, err := db.Undo(ctx, now); err != nil || n != steps[i].undo || open() != before {
			t.Errorf("undo of %s: %d rows, %d open, want %d and %d: %v", steps[i].what, n, open(), steps[i].undo, before, err)
		}
	}
	if n, err := db.Undo(ctx, now); err != nil || n != 0 {
		t.Errorf("nothing is left to undo, and %d rows were: %v", n, err)
	}
}
