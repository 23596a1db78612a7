package store

import (
	"fmt"
	"slices"
	"testing"

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
