package view

import (
	"testing"

	"footprint/internal/footprint"
)

func TestReview(t *testing.T) {
	review := func(id, rule string) Task {
		return task(id, func(t *Task) { t.Rule, t.Mode = rule, footprint.ModeReview })
	}
	done := review("d", "groups")
	done.Status = footprint.StatusDone
	all := NewReviews([]Task{review("a", "friends"), review("b", "groups"), task("x", nil), review("c", "groups"), done})
	if len(all) != 2 || all[0].Rule != "groups" || all[0].Left() != 2 {
		t.Fatalf("lists %+v", all)
	}
	r := all[0]
	r.Pass()
	if r.Now().ID != "c" {
		t.Errorf("after a pass: %s", r.Now().ID)
	}
	back := r.Answer()
	if r.Now().ID != "b" || r.Share() != 0.5 {
		t.Errorf("after an answer: %s, %v", r.Now().ID, r.Share())
	}
	last := r.Answer()
	if r.Now() != nil || r.Share() != 1 || r.Answered() != 2 {
		t.Errorf("at the end: %+v", r)
	}
	r.Pass()
	last()
	back()
	if r.Left() != 2 || r.Now().ID != "c" || r.Answered() != 0 {
		t.Errorf("taken back: %+v", r)
	}
}
