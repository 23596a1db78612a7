package audit

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
)

// taken writes an export of account "me" made on a day, of posts by their native ids with their texts; those
// ids that begin with "old" are a year older than the others.
func (f *fixture) taken(name string, at time.Time, complete bool, posts map[string]string) string {
	f.t.Helper()
	var b strings.Builder
	for id, text := range posts {
		created := day1.AddDate(-1, 0, 0)
		if strings.HasPrefix(id, "old") {
			created = created.AddDate(-1, 0, 0)
		}
		if strings.HasPrefix(id, "last") {
			created = created.AddDate(0, 6, 0)
		}
		line, err := json.Marshal(footprint.Item{Kind: footprint.KindPost, NativeID: id, Author: footprint.AuthorSelf, Text: text, Created: created})
		if err != nil {
			f.t.Fatal(err)
		}
		b.Write(append(line, '\n'))
	}
	files := map[string]string{"owner.txt": "me", "posts.jsonl": b.String()}
	if complete {
		files["complete.txt"] = ""
	}
	dir := f.write(name, files)
	for _, path := range []string{filepath.Join(dir, "owner.txt"), dir} {
		if err := os.Chtimes(path, at, at); err != nil {
			f.t.Fatal(err)
		}
	}
	return dir
}

func (f *fixture) compare(from, to string) Comparison {
	f.t.Helper()
	c, err := f.Compare(f.t.Context(), from, to)
	if err != nil {
		f.t.Fatal(err)
	}
	return c
}

// told is a comparison as lines "group rule reasons".
func told(c Comparison) []string {
	lines := []string{}
	for _, g := range []struct {
		name string
		rows []Difference
	}{{"new", c.New}, {"reopened", c.Reopened}, {"gone", c.Gone}, {"still", c.Still}, {"changed", c.Changed}} {
		for _, d := range g.rows {
			lines = append(lines, strings.TrimSpace(fmt.Sprintf("%s %s %s", g.name, d.Rule, strings.Trim(fmt.Sprint(d.Why), "[]"))))
		}
	}
	slices.Sort(lines)
	return lines
}

func TestThreeAudits(t *testing.T) {
	f := newFixture(t)
	edge := map[string]string{"old": "a quiet day", "last": "a quiet evening"}
	with := func(more map[string]string) map[string]string {
		for id, text := range edge {
			more[id] = text
		}
		return more
	}
	f.audit(f.taken("first", day1, true, with(map[string]string{"1": "an apple", "2": "on ward nine"})))
	f.now = day1.AddDate(0, 0, 1)
	second := f.audit(f.taken("second", f.now, true, with(map[string]string{"2": "on ward nine", "3": "a pear"})))
	f.want("closed", second.Analysis.Gone, 1)
	f.want("first to second", told(f.compare("", "")), []string{"gone apples gone_from_the_export", "new apples content", "still check-due", "still ward"})
	gone := f.compare("", "").Gone[0]
	f.want("evidence", gone.Note, "Gone from the export of 2025-07-01 (Paper, me).")
	if view, err := f.Task(t.Context(), gone.ID); err != nil || view.Status != footprint.StatusDone || len(view.History) != 1 || view.History[0].Note != gone.Note {
		t.Errorf("closed task: %+v, %v", view.TaskRow, err)
	}

	f.now = day1.AddDate(0, 0, 2)
	third := f.audit(f.taken("third", f.now, true, with(map[string]string{"1": "an apple", "2": "on ward nine", "3": "a pear"})))
	f.want("opened again", third.Analysis.Reopened, 1)
	f.want("second to third", told(f.compare("2", "3")), []string{"reopened apples back_in_the_export", "still apples", "still check-due", "still ward"})
	f.want("first to third, by day", told(f.compare("2025-06-30", "2025-07-02")), []string{"new apples content", "still apples", "still check-due", "still ward"})
	f.want("nothing went by", told(f.compare("3", "3")), []string{"still apples", "still apples", "still check-due", "still ward"})
}

func TestOnlyACompleteExportIsEvidence(t *testing.T) {
	whole := map[string]string{"old": "a quiet day", "1": "an apple", "last": "a quiet evening"}
	cleaned := map[string]string{"old": "a quiet day", "last": "a quiet evening"}
	later := day1.AddDate(0, 0, 1)
	for name, tc := range map[string]struct {
		second func(f *fixture) string
		closed int
	}{
		"complete":                {func(f *fixture) string { return f.taken("b", later, true, cleaned) }, 1},
		"not said to be complete": {func(f *fixture) string { return f.taken("b", later, false, cleaned) }, 0},
		"made earlier":            {func(f *fixture) string { return f.taken("b", day1.AddDate(0, 0, -1), true, cleaned) }, 0},
		"begins after the item": {func(f *fixture) string {
			return f.taken("b", later, true, map[string]string{"last": "a quiet evening"})
		}, 0},
		"ends before the item": {func(f *fixture) string { return f.taken("b", later, true, map[string]string{"old": "a quiet day"}) }, 0},
		"empty":                {func(f *fixture) string { return f.taken("b", later, true, nil) }, 0},
		"a record could not be read": {func(f *fixture) string {
			dir := f.taken("b", later, true, cleaned)
			f.write("b", map[string]string{"more.jsonl": "not json\n"})
			return dir
		}, 0},
		"another account": {func(f *fixture) string {
			dir := f.taken("b", later, true, cleaned)
			f.write("b", map[string]string{"owner.txt": "other"})
			return dir
		}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			f := newFixture(t)
			f.audit(f.taken("a", day1, true, whole))
			f.now = day1.AddDate(0, 0, 2)
			r := f.audit(tc.second(f))
			f.want("closed", r.Analysis.Gone, tc.closed)
			status := map[int]string{0: "apples open", 1: "apples done"}[tc.closed]
			f.want("checklist", f.list(TaskFilter{Rules: []string{"apples"}}), []string{status})
		})
	}
}

func TestDecisionsAfterGoneStand(t *testing.T) {
	f := newFixture(t)
	edge := map[string]string{"old": "a quiet day", "last": "a quiet evening"}
	f.audit(f.taken("a", day1, true, map[string]string{"old": "a quiet day", "1": "an apple", "2": "a pear", "last": "a quiet evening"}))
	rows, _ := f.Tasks(t.Context(), TaskFilter{Rules: []string{"apples"}})
	if err := f.SetStatus(t.Context(), []string{rows[0].ID}, footprint.StatusKept, "mine", time.Time{}); err != nil {
		t.Fatal(err)
	}
	f.now = day1.AddDate(0, 0, 1)
	f.audit(f.taken("b", f.now, true, edge))
	f.want("kept stays kept", f.list(TaskFilter{Rules: []string{"apples"}}), []string{"apples kept", "apples done"})
	if err := f.SetStatus(t.Context(), []string{rows[1].ID}, footprint.StatusOpen, "still in the app", time.Time{}); err != nil {
		t.Fatal(err)
	}
	if _, err := f.Analyze(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	f.want("opened by hand", len(f.list(TaskFilter{Rules: []string{"apples"}, Statuses: []footprint.Status{footprint.StatusOpen}})), 1)
}

func TestWhyRowsChange(t *testing.T) {
	f := newFixture(t)
	f.audit(f.taken("a", day1, false, map[string]string{"1": "an apple", "2": "a pear"}))
	rows, _ := f.Tasks(t.Context(), TaskFilter{Rules: []string{"apples"}})
	if err := f.SetStatus(t.Context(), []string{rows[0].ID}, footprint.StatusDone, "", time.Time{}); err != nil {
		t.Fatal(err)
	}
	if err := f.MarkFalseAlarms(t.Context(), []string{rows[1].ID}, ThisItem, ""); err != nil {
		t.Fatal(err)
	}
	if err := f.SetProfile(t.Context(), footprint.Person{Name: "Robin Fairweather", LastSecurityCheck: "2025-06-01"}); err != nil {
		t.Fatal(err)
	}
	analyze := func() {
		t.Helper()
		if _, err := f.Analyze(t.Context(), nil); err != nil {
			t.Fatal(err)
		}
	}
	analyze()
	f.want("decisions and profile", told(f.compare("", "")), []string{"gone apples decision", "gone apples false_alarm", "gone check-due profile"})
	f.Close()
	wider := strings.Replace(pack, "severity: medium", "severity: high", 1)
	f.openWith(strings.Replace(wider, "class: place,", "class: fruit,", 1))
	analyze()
	f.want("rules", told(f.compare("", "")), []string{"new ward rules", "new ward rules"})
	if err := f.SetStatus(t.Context(), []string{rows[0].ID}, footprint.StatusOpen, "", time.Time{}); err != nil {
		t.Fatal(err)
	}
	analyze()
	f.want("by hand", told(f.compare("1", "4")), []string{"changed apples rules", "gone apples false_alarm", "gone check-due profile", "new ward rules", "new ward rules", "still apples rules"})
	for _, name := range []string{"99", "1999-01-01", "never"} {
		if _, err := f.Compare(t.Context(), name, ""); err == nil {
			t.Errorf("audit %s was found", name)
		}
	}
}

func (f *fixture) openWith(pack string) {
	f.t.Helper()
	a, err := Open(f.t.Context(), Options{Path: filepath.Join(f.dir, "test.db"), Platforms: []ingest.Platform{paper}, Rules: rulesOf(f.t, pack),
		Now: func() time.Time { return f.now }})
	if err != nil {
		f.t.Fatal(err)
	}
	f.Auditor = a
}
