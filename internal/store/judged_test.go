package store

import (
	"fmt"
	"testing"
	"time"

	"footprint/internal/footprint"
)

func TestJudgedOncePerVersion(t *testing.T) {
	db := open(t)
	s := source(t, db, "s", now)
	put(t, db, s, post("1", "one"), post("2", "two"))
	if n := judgeAll(t, db, "v1", "a", "b"); n != 4 {
		t.Errorf("first: %d new tasks", n)
	}
	if n := judgeAll(t, db, "v1", "c"); n != 0 {
		t.Errorf("same version again: %d new tasks", n)
	}
	if n := judgeAll(t, db, "v2", "a"); n != 0 || rulesOf(tasks(t, db, TaskFilter{})) != "[a open a open]" {
		t.Errorf("new version: %d new, %s", n, rulesOf(tasks(t, db, TaskFilter{})))
	}
	put(t, db, source(t, db, "later", now.Add(time.Hour)), post("2", "two, changed"))
	if n := judgeAll(t, db, "v2", "c"); n != 1 || rulesOf(tasks(t, db, TaskFilter{})) != "[a open c open]" && rulesOf(tasks(t, db, TaskFilter{})) != "[c open a open]" {
		t.Errorf("changed item: %d new, %s", n, rulesOf(tasks(t, db, TaskFilter{})))
	}
}

func TestSurveyReplacesItself(t *testing.T) {
	db := open(t)
	it := post("1", "one")
	put(t, db, source(t, db, "s", now), it)
	judgeAll(t, db, "v1", "a")
	raise := func(rule string, related ...string) Raised {
		return Raised{Finding: footprint.Finding{ItemID: it.ID, Rule: rule, Mode: footprint.ModeCross, Related: related}}
	}
	for i, tc := range []struct {
		raised []Raised
		fresh  int
		want   string
	}{
		{[]Raised{raise("x", "other")}, 1, "[a open x open]"},
		{[]Raised{raise("x"), raise("y")}, 1, "[a open x open y open]"},
		{[]Raised{{Finding: footprint.Finding{Rule: "reminder"}}}, 1, "[a open reminder open]"},
		{nil, 0, "[a open]"},
	} {
		n, err := db.PutSurvey(t.Context(), nil, tc.raised, now)
		got := map[string]bool{}
		for _, r := range tasks(t, db, TaskFilter{}) {
			got[r.Finding.Rule] = true
		}
		if err != nil || n != tc.fresh || len(got) != len(tasks(t, db, TaskFilter{})) || !got["a"] || len(got) != 1+len(tc.raised) {
			t.Errorf("step %d: %d new, %v, %v; want %s", i, n, got, err, tc.want)
		}
	}
}

// A judgement that is kept keeps what it says about the language.
func TestKeptJudgementsStayUnsupported(t *testing.T) {
	db, ctx := open(t), t.Context()
	put(t, db, source(t, db, "s", now), post("1", "ein Tag"), post("2", "a day"))
	for i, mark := range []Judged{{Unsupported: true}, {Kept: true}, {}} {
		id, err := db.Judgement(ctx, fmt.Sprint("v", i), "", now)
		if err != nil {
			t.Fatal(err)
		}
		pending, err := db.Unjudged(ctx, id, 0, 1)
		if err != nil || len(pending) != 1 {
			t.Fatalf("%+v, %v", pending, err)
		}
		mark.Pending = pending[0]
		if _, _, err := db.PutJudged(ctx, id, []Judged{mark}, now); err != nil {
			t.Fatal(err)
		}
		n, err := db.CountUnsupported(ctx)
		if want := []int{1, 1, 0}[i]; err != nil || n != want {
			t.Errorf("step %d: %d unsupported, %v; want %d", i, n, err, want)
		}
	}
}

// What a rule found on an item itself stands when the same rule finds it among all items.
func TestASurveyDoesNotReplaceWhatAnItemSays(t *testing.T) {
	db := open(t)
	it := post("1", "one")
	put(t, db, source(t, db, "s", now), it)
	judgeAll(t, db, "v1", "a")
	again := Raised{Finding: footprint.Finding{ItemID: it.ID, Rule: "a", Mode: footprint.ModeCross, Why: "together"}}
	if n, err := db.PutSurvey(t.Context(), nil, []Raised{again}, now); err != nil || n != 0 {
		t.Fatalf("%d new tasks, %v", n, err)
	}
	if got := tasks(t, db, TaskFilter{}); len(got) != 1 || got[0].Finding.Why != "because" {
		t.Errorf("findings %+v", got)
	}
}

// Only items on which a rule was raised by themselves are judged again for it; a survey runs anew anyway.
func TestRecallLeavesSurveys(t *testing.T) {
	db, ctx := open(t), t.Context()
	a, b := post("1", "one"), post("2", "two")
	put(t, db, source(t, db, "s", now), a)
	judgeAll(t, db, "v1", "alone")
	put(t, db, source(t, db, "later", now), b)
	judgeAll(t, db, "v1")
	if _, err := db.PutSurvey(ctx, nil, []Raised{{Finding: footprint.Finding{ItemID: b.ID, Rule: "together", Mode: footprint.ModeCross}}}, now); err != nil {
		t.Fatal(err)
	}
	id, err := db.Judgement(ctx, "v1", "", now)
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Recall(ctx, id, []string{"alone", "together"}); err != nil {
		t.Fatal(err)
	}
	pending, err := db.Unjudged(ctx, id, 0, 10)
	if err != nil || len(pending) != 1 || pending[0].Item.ID != a.ID {
		t.Errorf("judged again: %+v, %v", pending, err)
	}
}
