package audit

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"testing"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
)

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
