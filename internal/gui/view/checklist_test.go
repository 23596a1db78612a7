package view

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"footprint/internal/footprint"
)

var platforms = []string{"x", "facebook", "instagram", "reddit", "linkedin"}

// many invents n open tasks of all severities, places and years.
func many(n int) []Task {
	tasks := make([]Task, n)
	for i := range tasks {
		p := platforms[i%len(platforms)]
		tasks[i] = Task{
			ID: fmt.Sprintf("task%07d", i), ItemID: fmt.Sprintf("item%07d", i), Rule: fmt.Sprintf("rule-%d", i%110),
			Title: fmt.Sprintf("Something worth a look, number %d of its kind", i%110), Area: fmt.Sprintf("area-%d", i%20),
			Severity: footprint.Severity(i % 5), Confidence: footprint.Confidence(i % 3), Status: footprint.StatusOpen,
			Platform: p, PlatformName: p, Kind: footprint.KindPost, Visibility: footprint.VisibilityPublic,
			Created: time.Date(2008+i%18, time.Month(1+i%12), 1+i%28, i%24, 0, 0, 0, time.UTC),
			Excerpt: fmt.Sprintf("Long shift again, the kettle in the tea room has given up and so have we, entry %d of the diary", i),
		}
	}
	return tasks
}

func task(id string, change func(*Task)) Task {
	t := Task{ID: id, Rule: "rule-" + id, Title: "Title " + id, Severity: footprint.SeverityMedium, Confidence: footprint.Likely,
		Status: footprint.StatusOpen, Platform: "x", PlatformName: "X", Kind: footprint.KindPost,
		Created: time.Date(2020, 1, 1, 0, 0, 0, 0, time.UTC)}
	if change != nil {
		change(&t)
	}
	return t
}

func shown(c *Checklist) []string {
	ids := []string{}
	for i := range c.Len() {
		ids = append(ids, c.Row(i).ID)
	}
	return ids
}

func TestFilter(t *testing.T) {
	tasks := []Task{
		task("plain", nil),
		task("weak", func(t *Task) { t.Confidence = footprint.Weak }),
		task("review", func(t *Task) { t.Confidence, t.Mode = footprint.Weak, footprint.ModeReview }),
		task("done", func(t *Task) { t.Status = footprint.StatusDone }),
		task("kept", func(t *Task) { t.Status = footprint.StatusKept }),
		task("later", func(t *Task) { t.Status = footprint.StatusSnoozed }),
		task("old", func(t *Task) { t.Created = time.Date(2009, 5, 1, 0, 0, 0, 0, time.UTC) }),
		task("fb", func(t *Task) {
			t.Platform, t.PlatformName, t.Excerpt = "facebook", "Facebook", "Cold  COFFEE at Māngere"
		}),
		task("worst", func(t *Task) { t.Severity, t.Visibility = footprint.SeverityCritical, footprint.VisibilityPublic }),
	}
	for name, tc := range map[string]struct {
		f    Filter
		want []string
	}{
		"open hides the weak, keeps reviews": {Filter{Scope: ScopeOpen}, []string{"worst", "plain", "fb", "old", "review"}},
		"any confidence":                     {Filter{Scope: ScopeOpen, Confidence: AnyConfidence}, []string{"worst", "plain", "fb", "old", "weak", "review"}},
		"weak only":                          {Filter{Scope: ScopeOpen, Confidence: "weak"}, []string{"weak"}},
		"done":                               {Filter{Scope: ScopeDone}, []string{"done"}},
		"kept":                               {Filter{Scope: ScopeKept}, []string{"kept"}},
		"snoozed":                            {Filter{Scope: ScopeSnoozed}, []string{"later"}},
		"severity":                           {Filter{Scope: ScopeOpen, Severity: "critical"}, []string{"worst"}},
		"year":                               {Filter{Scope: ScopeOpen, Year: 2009}, []string{"old"}},
		"platform":                           {Filter{Scope: ScopeOpen, Platform: "facebook"}, []string{"fb"}},
		"audience":                           {Filter{Scope: ScopeOpen, Audience: "public"}, []string{"worst"}},
		"all words, any case and order":      {Filter{Scope: ScopeOpen, Query: " mĀngere coffee "}, []string{"fb"}},
		"nothing found":                      {Filter{Scope: ScopeOpen, Query: "coffee tea"}, []string{}},
		"oldest first":                       {Filter{Scope: ScopeOpen, Sort: SortOldest}, []string{"old", "worst", "plain", "fb", "review"}},
		"by platform":                        {Filter{Scope: ScopeOpen, Sort: SortPlace}, []string{"fb", "worst", "plain", "old", "review"}},
	} {
		if got := shown(NewChecklist(slices.Clone(tasks), tc.f)); !slices.Equal(got, tc.want) {
			t.Errorf("%s: got %v, want %v", name, got, tc.want)
		}
	}
}

func TestFirstIsShortAndMixed(t *testing.T) {
	tasks := many(500)
	for i := range tasks {
		if i%2 == 0 {
			tasks[i].Rule = "the-same"
			tasks[i].Severity = footprint.SeverityCritical
		}
	}
	c := NewChecklist(tasks, Filter{})
	same := 0
	for i := range c.Len() {
		if c.Row(i).Rule == "the-same" {
			same++
		}
	}
	if c.Len() != firstTasks || same != firstPerRule {
		t.Errorf("%d tasks, %d of one rule; want %d and %d", c.Len(), same, firstTasks, firstPerRule)
	}
}

func TestFirstNamesAnItemOnce(t *testing.T) {
	same := func(sev footprint.Severity) func(*Task) {
		return func(t *Task) { t.ItemID, t.Severity = "one post", sev }
	}
	c := NewChecklist([]Task{task("a", same(footprint.SeverityHigh)), task("b", same(footprint.SeverityCritical)), task("c", nil)}, Filter{})
	if got := shown(c); !slices.Equal(got, []string{"b", "c"}) {
		t.Errorf("shown %v, want the heaviest of the post, and the other", got)
	}
	c.SetCursorID("b")
	c.Decide(footprint.StatusDone, time.Time{})
	if got := shown(c); !slices.Equal(got, []string{"a", "c"}) {
		t.Errorf("then %v", got)
	}
}

func TestDecideAndRevert(t *testing.T) {
	c := NewChecklist([]Task{task("a", nil), task("b", nil), task("c", nil)}, Filter{Scope: ScopeOpen})
	c.SetCursor(1)
	d := c.Decide(footprint.StatusDone, time.Time{})
	if got := shown(c); !slices.Equal(got, []string{"a", "c"}) || c.CursorID() != "c" || c.Count(ScopeDone) != 1 {
		t.Fatalf("after done: %v, cursor %s, done %d", got, c.CursorID(), c.Count(ScopeDone))
	}
	c.Apply(c.Revert(d)())
	if got := shown(c); !slices.Equal(got, []string{"a", "b", "c"}) || c.CursorID() != "b" || c.Count(ScopeDone) != 0 {
		t.Errorf("after undo: %v, cursor %s, done %d", got, c.CursorID(), c.Count(ScopeDone))
	}
}

func TestMarksDecideTogether(t *testing.T) {
	until := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	c := NewChecklist([]Task{task("a", nil), task("b", nil), task("c", nil)}, Filter{Scope: ScopeOpen})
	c.Mark(0)
	c.Mark(2)
	if got := c.Targets().Len(); got != 2 {
		t.Fatalf("%d targets", got)
	}
	if d := c.Decide(footprint.StatusSnoozed, until); !slices.Equal(d.IDs, []string{"a", "c"}) {
		t.Errorf("decided on %v", d.IDs)
	}
	if got := shown(c); !slices.Equal(got, []string{"b"}) || c.Marks() != 0 {
		t.Errorf("left %v, %d marks", got, c.Marks())
	}
	c.MarkAll()
	c.MarkAll()
	if c.Marks() != 0 {
		t.Error("marking all twice leaves marks")
	}
	c.Decide(footprint.StatusKept, time.Time{})
	if c.Cursor() != -1 || c.Targets().Len() != 0 || c.CursorID() != "" {
		t.Error("an empty list has a cursor")
	}
}

func TestCursorFollowsItsTask(t *testing.T) {
	c := NewChecklist([]Task{task("a", nil), task("b", nil), task("c", func(t *Task) { t.Excerpt = "needle" })}, Filter{Scope: ScopeOpen})
	c.SetCursor(2)
	c.SetFilter(Filter{Scope: ScopeOpen, Query: "needle"})
	c.SetFilter(Filter{Scope: ScopeOpen})
	if c.CursorID() != "c" {
		t.Errorf("cursor on %s", c.CursorID())
	}
}

func TestSnoozeUntilMorning(t *testing.T) {
	got := SnoozeUntil(time.Date(2026, 12, 25, 23, 59, 0, 0, time.UTC))
	if want := time.Date(2027, 1, 8, 8, 0, 0, 0, time.UTC); !got.Equal(want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

func BenchmarkFilter100k(b *testing.B) {
	c := NewChecklist(many(100_000), Filter{Scope: ScopeOpen, Confidence: AnyConfidence})
	for name, f := range map[string]Filter{
		"one letter": {Scope: ScopeOpen, Confidence: AnyConfidence, Query: "k"},
		"word":       {Scope: ScopeOpen, Confidence: AnyConfidence, Query: "kettle"},
		"rare":       {Scope: ScopeOpen, Confidence: AnyConfidence, Query: "entry 99999"},
		"severity":   {Scope: ScopeOpen, Severity: "high"},
		"oldest":     {Scope: ScopeOpen, Sort: SortOldest},
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				c.seen.found = found{} // as if typed at once, after another search
				c.SetFilter(f)
			}
		})
	}
}

// BenchmarkTyping100k types words letter by letter into a search over 100,000 tasks of 200 letters each, and reports the
// letter that took longest.
func BenchmarkTyping100k(b *testing.B) {
	tasks := many(100_000)
	for i := range tasks {
		tasks[i].Excerpt = fmt.Sprintf("%s. %s", tasks[i].Excerpt, "Nobody writes these things down any more, but somebody should, before the last of us has gone home to sleep.")
	}
	c := NewChecklist(tasks, Filter{Scope: ScopeOpen, Confidence: AnyConfidence})
	for name, words := range map[string]string{"common": "kettle", "rare": "99999", "common then rare": "entry 99999", "none": "xylophone"} {
		b.Run(name, func(b *testing.B) {
			least := make([]time.Duration, len(words)) // by letter: what else runs on the machine only adds
			for b.Loop() {
				c.SetFilter(Filter{Scope: ScopeOpen, Confidence: AnyConfidence})
				for n := range words {
					began := time.Now()
					c.SetFilter(Filter{Scope: ScopeOpen, Confidence: AnyConfidence, Query: words[:n+1]})
					if took := time.Since(began); least[n] == 0 || took < least[n] {
						least[n] = took
					}
				}
			}
			b.ReportMetric(float64(slices.Max(least).Microseconds())/1000, "ms/longest-letter")
		})
	}
}

func BenchmarkDecide100k(b *testing.B) {
	c := NewChecklist(many(100_000), Filter{Scope: ScopeOpen, Query: "kettle"})
	for b.Loop() {
		c.Apply(c.Revert(c.Decide(footprint.StatusDone, time.Time{}))())
	}
}

func BenchmarkNewChecklist100k(b *testing.B) {
	tasks := many(100_000)
	for b.Loop() {
		NewChecklist(tasks, Filter{})
	}
}
