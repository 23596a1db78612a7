package audit

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"footprint/internal/audit/core"
	"footprint/internal/footprint"
)

// due is the list as lines "topic day now".
func (f *fixture) due() []string {
	f.t.Helper()
	list, err := f.Due(f.t.Context())
	if err != nil {
		f.t.Fatal(err)
	}
	var lines []string
	for _, d := range list {
		lines = append(lines, fmt.Sprint(d.Topic, " ", core.Day(d.Due), " ", d.Now))
	}
	return lines
}

func TestDue(t *testing.T) {
	f := newFixture(t)
	me := footprint.Person{LastPublicViewCheck: "2025-05-01", LastSecurityCheck: "2025-01-31", LastAdvertisingReview: "not a date",
		Policies: map[string]string{"Calderport Hospital": "2025-02-01", "College": "2024-08-15"}}
	if err := f.SetProfile(t.Context(), me); err != nil {
		t.Fatal(err)
	}
	f.want("by the defaults", f.due(), []string{"settings 2025-05-01 true", "advertising 2025-06-30 true", "search 2025-07-30 false", "policies 2025-08-15 false"})

	for topic, every := range map[string]string{"search": "60d", "advertising": "off", "settings": "1y", "policies": "2w"} {
		if err := f.ReviewEvery(t.Context(), topic, every); err != nil {
			t.Fatal(err)
		}
	}
	f.want("adjusted", f.due(), []string{"policies 2024-08-29 true", "search 2025-06-30 true", "settings 2026-01-31 false"})

	for _, topic := range []string{"policies", "search"} {
		if err := f.ReviewDone(t.Context(), topic); err != nil {
			t.Fatal(err)
		}
	}
	f.want("done", f.due(), []string{"policies 2025-07-14 false", "search 2025-08-29 false", "settings 2026-01-31 false"})
	now, err := f.Profile(t.Context())
	f.want("the rules know", fmt.Sprint(now.LastPublicViewCheck, " ", now.Policies, err), "2025-06-30 map[Calderport Hospital:2025-06-30 College:2025-06-30] <nil>")

	for topic, every := range map[string]string{"search": "soon", "posts": "5y", "settings": "0d", "policies": "", "advertising": "3 mo"} {
		if err := f.ReviewEvery(t.Context(), topic, every); err == nil {
			t.Errorf("%s every %q was taken", topic, every)
		}
	}
}

func TestDueOfPostsAndTasks(t *testing.T) {
	f := newFixture(t)
	f.audit(f.taken("a", day1, true, map[string]string{"old": "an apple", "1": "a pear"})) // of June 2023 and June 2024
	rows, _ := f.Tasks(t.Context(), TaskFilter{Rules: []string{"apples"}})
	if err := f.SetStatus(t.Context(), []string{rows[0].ID}, footprint.StatusSnoozed, "", time.Date(2025, 7, 5, 8, 0, 0, 0, time.UTC)); err != nil {
		t.Fatal(err)
	}
	want := func(what, line string) {
		t.Helper()
		if got := strings.Join(f.due(), "\n"); !strings.Contains(got, line) {
			t.Errorf("%s: no %q in\n%s", what, line, got)
		}
	}
	want("put off", "task 2025-07-05 false")
	want("oldest post", "old-posts 2028-06-30 false")
	f.now = time.Date(2028, 7, 1, 9, 0, 0, 0, time.UTC)
	want("grown old", "old-posts 2028-06-30 true")
	if err := f.ReviewDone(t.Context(), "old-posts"); err != nil {
		t.Fatal(err)
	}
	want("the next one", "old-posts 2029-06-30 false")
	list, _ := f.Due(t.Context())
	for _, e := range Calendar(list) {
		if strings.Contains(e.Title+e.Text, "apple ") || e.ID == "" || e.Day.IsZero() {
			t.Errorf("event %+v", e)
		}
	}
}
