package store

import (
	"errors"
	"fmt"
	"slices"
	"testing"
	"time"

	"footprint/internal/footprint"
)

// judgeAll raises the rules on every item that the version has not seen, and returns how many tasks are new.
func judgeAll(t testing.TB, db *DB, version string, rules ...string) (fresh int) {
	t.Helper()
	id, err := db.Judgement(t.Context(), version, "", now)
	if err != nil {
		t.Fatal(err)
	}
	pending, err := db.Unjudged(t.Context(), id, 0, 1000)
	if err != nil {
		t.Fatal(err)
	}
	var batch []Judged
	for _, p := range pending {
		j := Judged{Pending: p}
		for i, rule := range rules {
			j.Findings = append(j.Findings, Raised{Phrase: p.Item.Text, Finding: footprint.Finding{
				ItemID: p.Item.ID, Rule: rule, Area: "reputation", Severity: footprint.Severity(i), Confidence: footprint.Likely,
				Spans: []footprint.Span{{Start: 0, End: 1, Type: footprint.SpanTerm}}, Why: "because", Labels: []string{"profanity"},
			}})
		}
		batch = append(batch, j)
	}
	fresh, _, err = db.PutJudged(t.Context(), id, batch, now)
	if err != nil {
		t.Fatal(err)
	}
	return fresh
}

func tasks(t testing.TB, db *DB, f TaskFilter) []Record {
	if f.Now.IsZero() {
		f.Now = now
	}
	return collect(t, db.Tasks(t.Context(), f))
}

func rulesOf(records []Record) string {
	var rules []string
	for _, r := range records {
		rules = append(rules, r.Finding.Rule+" "+string(r.Task.Status))
	}
	return fmt.Sprint(rules)
}

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

func TestFilterCountsAndOrder(t *testing.T) {
	db, ctx := open(t), t.Context()
	mine, friends := post("1", "for all"), post("2", "for friends")
	mine.Visibility, friends.Visibility = footprint.VisibilityPublic, footprint.VisibilityFriends
	friends.Platform, friends.Kind, friends.Created = "facebook", footprint.KindComment, now.AddDate(-3, 0, 0)
	friends.SetID()
	put(t, db, source(t, db, "s", now), friends, mine)
	judgeAll(t, db, "v1", "mild", "worse")
	if got := rulesOf(tasks(t, db, TaskFilter{})); got != "[worse open worse open mild open mild open]" {
		t.Errorf("order %s", got)
	}
	if got := tasks(t, db, TaskFilter{Limit: 1}); got[0].Item.ID != mine.ID {
		t.Errorf("first is %+v, want the public one", got[0].Item)
	}
	for name, tc := range map[string]struct {
		filter TaskFilter
		want   int
	}{
		"everything":    {TaskFilter{}, 4},
		"rule":          {TaskFilter{Rules: []string{"mild"}}, 2},
		"two rules":     {TaskFilter{Rules: []string{"mild", "worse"}}, 4},
		"severity":      {TaskFilter{Severities: []footprint.Severity{footprint.SeverityLow}}, 2},
		"platform":      {TaskFilter{Platforms: []string{"facebook"}}, 2},
		"kind":          {TaskFilter{Kinds: []footprint.Kind{footprint.KindPost}}, 2},
		"year":          {TaskFilter{Years: []int{2022}}, 2},
		"area":          {TaskFilter{Areas: []string{"employer"}}, 0},
		"confidence":    {TaskFilter{Confidence: []footprint.Confidence{footprint.Weak}}, 0},
		"words":         {TaskFilter{Query: "friends"}, 2},
		"rule and year": {TaskFilter{Rules: []string{"mild"}, Years: []int{2022}}, 1},
		"page":          {TaskFilter{Limit: 3, Offset: 2}, 2},
	} {
		if got := tasks(t, db, tc.filter); len(got) != tc.want {
			t.Errorf("%s: %d rows, want %d", name, len(got), tc.want)
		}
	}
	counts, err := db.TaskCounts(ctx, ByPlatform, TaskFilter{Now: now})
	if err != nil || fmt.Sprint(counts) != "[{facebook 2} {x 2}]" {
		t.Errorf("by platform %v, %v", counts, err)
	}
	counts, err = db.TaskCounts(ctx, ByStatus, TaskFilter{Now: now, Statuses: []footprint.Status{footprint.StatusOpen}})
	if err != nil || fmt.Sprint(counts) != "[{open 4}]" {
		t.Errorf("by status %v, %v", counts, err)
	}
	counts, err = db.ItemCounts(ctx, ByYear, ItemFilter{})
	if err != nil || fmt.Sprint(counts) != "[{2022 1} {2024 1}]" {
		t.Errorf("items by year %v, %v", counts, err)
	}
}

func BenchmarkPutItems(b *testing.B) {
	db := open(b)
	s := source(b, db, "s", now)
	n := 0
	for b.Loop() {
		batch := make([]footprint.Item, BatchSize)
		for i := range batch {
			n++
			batch[i] = post(fmt.Sprint(n), "Ward round was long today and the coffee machine broke again, so here is a photo of the sunrise from the car park instead")
			batch[i].URL = "https://example.org/status/" + batch[i].NativeID
		}
		put(b, db, s, batch...)
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(n), "µs/item")
}

func BenchmarkUnjudged(b *testing.B) {
	db := open(b)
	s := source(b, db, "s", now)
	var batch []footprint.Item
	for i := range BatchSize {
		batch = append(batch, post(fmt.Sprint(i), "Ward round was long today and the coffee machine broke again"))
	}
	put(b, db, s, batch...)
	for b.Loop() {
		if got, err := db.Unjudged(b.Context(), 1, 0, BatchSize); err != nil || len(got) != BatchSize {
			b.Fatal(len(got), err)
		}
	}
	b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*BatchSize), "µs/item")
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

// Of findings alike in weight those that more people see come first, then the newest; what is not known to be hidden counts
// as nearly public.
func TestWhatMoreCanSeeComesFirst(t *testing.T) {
	db := open(t)
	var all []footprint.Item
	for i, v := range []footprint.Visibility{footprint.VisibilityPrivate, footprint.VisibilityFriends, "", footprint.VisibilityClosedGroup, footprint.VisibilityPublic} {
		for year := range 2 {
			it := post(fmt.Sprint(i, year), string(v)+fmt.Sprint(" ", year))
			it.Visibility, it.Created = v, now.AddDate(year-10, 0, 0)
			it.SetID()
			all = append(all, it)
		}
	}
	put(t, db, source(t, db, "s", now), all...)
	judgeAll(t, db, "v1", "a")
	var got []string
	for _, r := range tasks(t, db, TaskFilter{}) {
		got = append(got, r.Item.Text)
	}
	if want := []string{"public 1", "public 0", " 1", " 0", "friends 1", "friends 0", "closed_group 1", "closed_group 0", "private 1", "private 0"}; !slices.Equal(got, want) {
		t.Errorf("order %q", got)
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
