package audit

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"footprint/assets"
	"footprint/internal/analyze"
	"footprint/internal/footprint"
	"footprint/internal/ingest"
)

// paper is a platform for tests: a folder with owner.txt and *.jsonl, one item a line.
var paper = ingest.Platform{
	ID: "paper", Name: "Paper",
	Recognize: func(a *ingest.Archive) []ingest.Found {
		var found []ingest.Found
		for _, root := range a.Roots("owner.txt") {
			found = append(found, ingest.Found{Root: root, Layout: "test", Format: "json"})
		}
		return found
	},
	Read: func(ctx context.Context, x *ingest.Export) iter.Seq2[footprint.Item, error] {
		return func(yield func(footprint.Item, error) bool) {
			owner, err := x.ReadFile("owner.txt", 100)
			if err != nil {
				yield(footprint.Item{}, err)
				return
			}
			x.Owner = ingest.Owner{Handles: []string{strings.TrimSpace(string(owner))}}
			if x.Has("complete.txt") {
				x.Complete = footprint.Yes
				x.Skip("complete.txt", "a mark")
			}
			for _, name := range x.Files() {
				if strings.HasSuffix(name, ".jsonl") && !readPaper(ctx, x, name, yield) {
					return
				}
			}
		}
	},
}

func readPaper(ctx context.Context, x *ingest.Export, name string, yield func(footprint.Item, error) bool) bool {
	f, err := x.Open(name)
	if err != nil {
		return yield(footprint.Item{}, err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	for pos := int64(1); lines.Scan(); pos++ {
		if err := ctx.Err(); err != nil {
			yield(footprint.Item{}, err)
			return false
		}
		var it footprint.Item
		if err := json.Unmarshal(lines.Bytes(), &it); err != nil {
			if !yield(it, &ingest.RecordError{File: x.Path(name), Pos: pos, Err: errors.New("not an item")}) {
				return false
			}
			continue
		}
		it.Origin = footprint.Origin{File: x.Path(name), Pos: pos}
		if !yield(it, nil) {
			return false
		}
	}
	return true
}

const pack = `
- id: apples
  title: "Apples mentioned"
  area: reputation
  severity: medium
  mode: finding
  implements: [T-1]
  checklist: {action: "Remove the apple.", explanation: "Because (T-1).", step: "Delete on [platform].", draft: "On [date] [name]"}
  detect:
    - {kind: lexicon, class: fruit, confidence: likely}
- id: ward
  title: "Ward named"
  area: confidentiality
  severity: critical
  mode: finding
  implements: [T-1, T-9]
  checklist: {action: "Delete it.", explanation: "Because.", step: "Delete."}
  detect:
    - {kind: lexicon, class: place, confidence: possible, labels: [patient]}
- id: check-due
  title: "Check due"
  area: privacy_settings
  severity: low
  mode: reminder
  checklist: {action: "Check.", explanation: "Because.", step: "Look."}
  detect:
    - {kind: due, since: me.last_security_check, every: 12mo}
`

const catalogue = `id,document,section,paraphrase,area,applies_to,jurisdiction,detectable,evidence,detection,checklist_action,severity,audiences
T-1,Book of tests,1,Leave apples alone.,reputation,doctor,AU,auto,posts,words,Remove it,medium,public
`

func rules(t testing.TB) *analyze.RuleSet { return rulesOf(t, pack) }

func rulesOf(t testing.TB, pack string) *analyze.RuleSet {
	t.Helper()
	rs, err := analyze.Load(fstest.MapFS{
		"rules/test.yaml":        {Data: []byte(pack)},
		"lexicon/test.yaml":      {Data: []byte("- class: fruit\n  terms: [apple, pear]\n- class: place\n  terms: [\"ward nine\"]\n")},
		"guidance/catalogue.csv": {Data: []byte(catalogue)},
	})
	if err != nil {
		t.Fatal(err)
	}
	return rs
}

var loadBuiltin = sync.OnceValues(func() (*analyze.RuleSet, error) { return analyze.Load(assets.Analysis) })

// builtin are the rules that users have, loaded once for all tests.
func builtin(t testing.TB) *analyze.RuleSet {
	t.Helper()
	rs, err := loadBuiltin()
	if err != nil {
		t.Fatal(err)
	}
	return rs
}

var day1 = time.Date(2025, 6, 30, 12, 0, 0, 0, time.UTC)

type fixture struct {
	*Auditor
	t   testing.TB
	dir string
	now time.Time
}

func newFixture(t testing.TB) *fixture {
	t.Helper()
	f := &fixture{t: t, dir: t.TempDir(), now: day1}
	f.open(paper)
	t.Cleanup(func() { f.Close() })
	if err := f.GiveConsent(t.Context()); err != nil {
		t.Fatal(err)
	}
	return f
}

func (f *fixture) open(platforms ...ingest.Platform) {
	f.t.Helper()
	a, err := Open(f.t.Context(), Options{Path: filepath.Join(f.dir, "test.db"), Platforms: platforms, Rules: rules(f.t),
		Now: func() time.Time { return f.now }})
	if err != nil {
		f.t.Fatal(err)
	}
	f.Auditor = a
}

// export writes an export with posts of the given texts and returns its folder.
func (f *fixture) export(name string, texts ...string) string {
	f.t.Helper()
	var b strings.Builder
	for i, text := range texts {
		line, err := json.Marshal(footprint.Item{Kind: footprint.KindPost, NativeID: fmt.Sprint(name, i), Author: footprint.AuthorSelf, Text: text,
			Created: day1.AddDate(0, -i%200, 0), Visibility: footprint.VisibilityPublic})
		if err != nil {
			f.t.Fatal(err)
		}
		b.Write(line)
		b.WriteByte('\n')
	}
	return f.write(name, map[string]string{"owner.txt": name, "posts.jsonl": b.String()})
}

func (f *fixture) write(name string, files map[string]string) string {
	f.t.Helper()
	dir := filepath.Join(f.dir, name)
	if err := os.MkdirAll(dir, 0o700); err != nil {
		f.t.Fatal(err)
	}
	for file, content := range files {
		if err := os.WriteFile(filepath.Join(dir, file), []byte(content), 0o600); err != nil {
			f.t.Fatal(err)
		}
	}
	return dir
}

func (f *fixture) audit(paths ...string) AuditResult {
	f.t.Helper()
	r, err := f.Audit(f.t.Context(), paths, nil)
	if err != nil {
		f.t.Fatal(err)
	}
	return r
}

// list is the checklist as "rule status" lines in its order.
func (f *fixture) list(filter TaskFilter) []string {
	f.t.Helper()
	rows, err := f.Tasks(f.t.Context(), filter)
	if err != nil {
		f.t.Fatal(err)
	}
	lines := []string{}
	for _, r := range rows {
		lines = append(lines, r.Rule+" "+string(r.Status))
	}
	return lines
}

func (f *fixture) want(what string, got, want any) {
	f.t.Helper()
	if !reflect.DeepEqual(got, want) {
		f.t.Errorf("%s:\n got %v\nwant %v", what, got, want)
	}
}

func TestAuditTwice(t *testing.T) {
	f := newFixture(t)
	path := f.export("me", "an apple a day", "a quiet day", "busy on ward nine")
	r := f.audit(path)
	f.want("items", [3]int{r.Import.Added, r.Analysis.Judged, r.Analysis.NewTasks}, [3]int{3, 3, 3})
	list := []string{"ward open", "apples open", "check-due open"}
	f.want("checklist", f.list(TaskFilter{}), list)

	again := f.audit(path)
	f.want("again", [4]int{again.Import.Added, again.Import.Updated, again.Import.Unchanged, again.Analysis.Judged}, [4]int{0, 0, 3, 0})
	f.want("known", again.Import.Sources[0].Known, true)
	f.want("checklist again", f.list(TaskFilter{}), list)
	me, err := f.Profile(t.Context())
	f.want("adopted handle", fmt.Sprint(me.Handles, err), "[me] <nil>")
}

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

func TestRemoveSourceAndComeBack(t *testing.T) {
	f := newFixture(t)
	path := f.export("me", "an apple")
	r := f.audit(path)
	rows, _ := f.Tasks(t.Context(), TaskFilter{Rules: []string{"apples"}})
	if err := f.SetStatus(t.Context(), []string{rows[0].ID}, footprint.StatusDone, "", time.Time{}); err != nil {
		t.Fatal(err)
	}
	if err := f.RemoveSource(t.Context(), r.Import.Sources[0].ID); err != nil {
		t.Fatal(err)
	}
	f.want("after removal", f.list(TaskFilter{}), []string{})
	f.audit(path)
	f.want("after coming back", f.list(TaskFilter{}), []string{"apples done", "check-due open"})
}

func TestConsentComesFirst(t *testing.T) {
	f := &fixture{t: t, dir: t.TempDir(), now: day1}
	f.open(paper)
	defer f.Close()
	path := f.export("me", "an apple")
	if _, err := f.Audit(t.Context(), []string{path}, nil); !errors.Is(err, footprint.ErrNoConsent) {
		t.Errorf("import without consent: %v", err)
	}
	if _, err := f.Analyze(t.Context(), nil); !errors.Is(err, footprint.ErrNoConsent) {
		t.Errorf("analysis without consent: %v", err)
	}
}

func TestLedgerReachesTheSource(t *testing.T) {
	f := newFixture(t)
	dir := f.write("me", map[string]string{"owner.txt": "me", "posts.jsonl": "not json\n{\"kind\":\"post\",\"text\":\"an apple\"}\n", "mystery.bin": "?", "a.jpg": "x"})
	r := f.audit(dir)
	l := r.Import.Sources[0].Ledger
	f.want("ledger", fmt.Sprint(len(l.Read), l.Media, l.Unknown, len(l.Failed), l.Failed[0].At), "1 1 [mystery.bin] 1 1")
	f.want("unread", r.Summary.Unread, 2)
	in, err := Inspect(t.Context(), []ingest.Platform{paper}, dir, nil)
	if err != nil {
		t.Fatal(err)
	}
	f.want("inspection", in.Exports[0].Counts, map[footprint.Kind]int{"post": 1})
	f.want("ledger of the inspection", in.Exports[0].Ledger, l)
	stored, err := f.Sources(t.Context())
	f.want("stored ledger", fmt.Sprint(stored[0].Ledger, err), fmt.Sprint(l, nil))
}

func TestInspectOfSomethingElse(t *testing.T) {
	f := newFixture(t)
	dir := f.write("letters", map[string]string{"a.txt": "hello"})
	in, err := Inspect(t.Context(), []ingest.Platform{paper}, dir, nil)
	f.want("inspection", fmt.Sprint(len(in.Exports), " ", in.Unrecognised[1].Path, " ", err), "0 a.txt <nil>")
	if _, err := f.Import(t.Context(), []string{dir}, nil); !errors.Is(err, footprint.ErrNotRecognised) {
		t.Errorf("import: %v", err)
	}
}

func TestCancelledImportGoesOn(t *testing.T) {
	f := newFixture(t)
	var texts []string
	for i := range 5000 {
		texts = append(texts, fmt.Sprintf("apple number %d", i))
	}
	path := f.export("me", texts...)
	ctx, cancel := context.WithCancel(t.Context())
	interrupted := paper
	interrupted.Read = func(ctx context.Context, x *ingest.Export) iter.Seq2[footprint.Item, error] {
		return func(yield func(footprint.Item, error) bool) {
			n := 0
			for it, err := range paper.Read(ctx, x) {
				if n++; n == 2500 {
					cancel()
				}
				if !yield(it, err) {
					return
				}
			}
		}
	}
	f.Close()
	f.open(interrupted)
	if _, err := f.Import(ctx, []string{path}, nil); !errors.Is(err, context.Canceled) {
		t.Fatalf("the import ended with %v", err)
	}
	if n, err := f.CountItems(t.Context(), ItemFilter{}); err != nil || n >= 5000 {
		t.Fatalf("%d items after the interruption, %v", n, err)
	}
	f.Close()
	f.open(paper)
	r := f.audit(path)
	n, err := f.CountItems(t.Context(), ItemFilter{})
	f.want("items", fmt.Sprint(n, err, r.Import.Added+r.Import.Unchanged), "5000 <nil> 5000")
	f.want("tasks", r.Summary.BySeverity[2], Count{"medium", 5000})
}

func TestChangeEvent(t *testing.T) {
	f := newFixture(t)
	n := 0
	cancel := f.Subscribe(func() { n++ })
	if err := f.SetProfile(t.Context(), footprint.Person{Name: "A"}); err != nil {
		t.Fatal(err)
	}
	cancel()
	if err := f.SetProfile(t.Context(), footprint.Person{Name: "B"}); err != nil {
		t.Fatal(err)
	}
	f.want("events", n, 1)
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

func TestExplainKnowsEverySentinel(t *testing.T) {
	unknown := Explain(errors.New("?"))
	for _, err := range []error{footprint.ErrNotFound, footprint.ErrNotRecognised, footprint.ErrEncrypted, footprint.ErrDamaged,
		footprint.ErrTooLarge, footprint.ErrBusy, footprint.ErrNewer, footprint.ErrNoConsent, footprint.ErrOffline, context.Canceled} {
		if got := Explain(fmt.Errorf("import: %w", err)); got == unknown {
			t.Errorf("%v is not explained", err)
		}
	}
}
