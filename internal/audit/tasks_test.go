package audit

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"footprint/internal/footprint"
)

func TestDecisionsOutliveAnalyses(t *testing.T) {
	f := newFixture(t)
	f.audit(f.export("me", "an apple a day", "ward nine"))
	rows, _ := f.Tasks(t.Context(), TaskFilter{Rules: []string{"apples"}})
	if err := f.SetStatus(t.Context(), []string{rows[0].ID}, footprint.StatusKept, "I like apples", time.Time{}); err != nil {
		t.Fatal(err)
	}
	if err := f.SetProfile(t.Context(), footprint.Person{Name: "Robin Fairweather", LastSecurityCheck: "2025-06-01"}); err != nil {
		t.Fatal(err)
	}
	r, err := f.Analyze(t.Context(), nil)
	f.want("judged anew", fmt.Sprint(r.Judged, r.Kept, r.NewTasks, err), "0 2 0 <nil>")
	f.want("checklist", f.list(TaskFilter{}), []string{"ward open", "apples kept"})
	view, err := f.Task(t.Context(), rows[0].ID[:5])
	if err != nil {
		t.Fatal(err)
	}
	f.want("note", view.Note, "I like apples")
	f.want("history", len(view.History), 1)
	n, err := f.Undo(t.Context())
	f.want("undo", fmt.Sprint(n, err), "1 <nil>")
	f.want("after undo", f.list(TaskFilter{}), []string{"ward open", "apples open"})
}

func TestTaskView(t *testing.T) {
	f := newFixture(t)
	f.audit(f.export("me", "Ünder the sign 🍏: an apple", "on ward nine tonight"))
	rows, err := f.Tasks(t.Context(), TaskFilter{Rules: []string{"apples"}})
	if err != nil || len(rows) != 1 {
		t.Fatalf("%v, %v", rows, err)
	}
	v, err := f.Task(t.Context(), rows[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	f.want("step", v.Step, "Delete on Paper.")
	f.want("draft", v.Draft, "On 30 June 2025 [name]")
	f.want("guidance", v.Guidance, []Guidance{{"T-1", "Book of tests", "1", "Leave apples alone."}})
	text := []rune(v.Content.Text)
	last := v.Finding.Spans[len(v.Finding.Spans)-1]
	f.want("span counts code points", string(text[last.Start:last.End]), "apple")

	for _, prefix := range []string{"", "zzzz", "a b"} {
		if _, err := f.Task(t.Context(), prefix); !errors.Is(err, footprint.ErrNotFound) {
			t.Errorf("prefix %q: %v", prefix, err)
		}
	}
	reminder, err := f.Tasks(t.Context(), TaskFilter{Rules: []string{"check-due"}})
	if err != nil || len(reminder) != 1 {
		t.Fatalf("reminder: %v, %v", reminder, err)
	}
	if v, err := f.Task(t.Context(), reminder[0].ID); err != nil || v.Content != nil || v.Action != "Check." {
		t.Errorf("reminder: %+v, %v", v, err)
	}
}

func TestFalseAlarmScopes(t *testing.T) {
	for scope, left := range map[Scope]int{ThisItem: 2, ThisPhrase: 1, ThisRule: 0} {
		f := newFixture(t)
		f.audit(f.export("me", "an apple", "another Apple", "a pear"))
		rows, err := f.Tasks(t.Context(), TaskFilter{Rules: []string{"apples"}})
		if err != nil || len(rows) != 3 {
			t.Fatalf("%v, %v", rows, err)
		}
		i := slices.IndexFunc(rows, func(r TaskRow) bool { return r.Excerpt == "an apple" })
		if err := f.MarkFalseAlarms(t.Context(), []string{rows[i].ID}, scope, "silly"); err != nil {
			t.Fatal(err)
		}
		f.want(string(scope), len(f.list(TaskFilter{Rules: []string{"apples"}})), left)
		all, err := f.FalseAlarms(t.Context())
		if err != nil || len(all) != 1 {
			t.Fatalf("%v, %v", all, err)
		}
		if err := f.RemoveFalseAlarm(t.Context(), all[0].ID); err != nil {
			t.Fatal(err)
		}
		f.want("taken back", len(f.list(TaskFilter{Rules: []string{"apples"}})), 3)
	}
}

func TestSnoozeNeedsATimeToCome(t *testing.T) {
	f := newFixture(t)
	f.audit(f.export("me", "an apple"))
	rows, _ := f.Tasks(t.Context(), TaskFilter{Rules: []string{"apples"}})
	ids := []string{rows[0].ID}
	if err := f.SetStatus(t.Context(), ids, footprint.StatusSnoozed, "", day1); err == nil {
		t.Error("snoozed into the past")
	}
	if err := f.SetStatus(t.Context(), ids, footprint.StatusSnoozed, "", day1.AddDate(0, 0, 7)); err != nil {
		t.Fatal(err)
	}
	f.want("snoozed", f.list(TaskFilter{Rules: []string{"apples"}}), []string{"apples snoozed"})
	f.now = day1.AddDate(0, 0, 8)
	f.want("back", f.list(TaskFilter{Rules: []string{"apples"}}), []string{"apples open"})
}
