package audit

import (
	"bytes"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"footprint/internal/footprint"
)

func TestDecisionsTravelWithoutContent(t *testing.T) {
	f := newFixture(t)
	path := f.export("me", "an apple for Zebulon", "a pear", "another pear")
	f.audit(path)
	rows, _ := f.Tasks(t.Context(), TaskFilter{Rules: []string{"apples"}})
	if err := f.SetStatus(t.Context(), []string{rows[0].ID}, footprint.StatusKept, "Zebulon agreed", time.Time{}); err != nil {
		t.Fatal(err)
	}
	if err := f.MarkFalseAlarms(t.Context(), []string{rows[1].ID}, ThisItem, "Zebulon"); err != nil {
		t.Fatal(err)
	}
	if err := f.MarkFalseAlarms(t.Context(), []string{rows[2].ID}, ThisPhrase, ""); err != nil {
		t.Fatal(err)
	}
	var file bytes.Buffer
	done, err := f.ExportDecisions(t.Context(), &file, false)
	f.want("exported", []any{done, err}, []any{Exchanged{1, 1, 1}, nil})
	for _, word := range []string{"Zebulon", "pear", "apple for", "me\""} {
		if strings.Contains(file.String(), word) {
			t.Errorf("the file says %q", word)
		}
	}

	other := newFixture(t)
	data := file.Bytes()
	got, err := other.ImportDecisions(t.Context(), bytes.NewReader(data)) // before the items are there
	other.want("imported", []any{got, err}, []any{Exchanged{1, 1, 0}, nil})
	other.audit(other.export("me", "an apple for Zebulon", "a pear", "another pear"))
	other.want("checklist", other.list(TaskFilter{Rules: []string{"apples"}}), []string{"apples kept", "apples open"})
	again, err := other.ImportDecisions(t.Context(), bytes.NewReader(data))
	other.want("imported again", []any{again.Decisions, err}, []any{0, nil})
}

func TestImportDecisionsRefuses(t *testing.T) {
	f := newFixture(t)
	for text, want := range map[string]error{
		"":                   footprint.ErrDamaged,
		"[]":                 footprint.ErrDamaged,
		`{"format":"other"}`: footprint.ErrNotRecognised,
		`{"format":"footprint decisions","version":2}`: footprint.ErrNewer,
	} {
		if _, err := f.ImportDecisions(t.Context(), strings.NewReader(text)); !errors.Is(err, want) {
			t.Errorf("%s: %v", text, err)
		}
	}
	done, err := f.ImportDecisions(t.Context(), strings.NewReader(`{"format":"footprint decisions","version":1,"decisions":[
		{"id":"short","status":"done","changed":"2025-01-01T00:00:00Z"},
		{"id":"aaaaaaaaaaaaaaaa","status":"burnt","changed":"2025-01-01T00:00:00Z"},
		{"id":"aaaaaaaaaaaaaaaa","status":"snoozed","changed":"2025-01-01T00:00:00Z"},
		{"id":"aaaaaaaaaaaaaaaa","status":"done"},
		{"id":"aaaaaaaaaaaaaaaa","status":"done","changed":"2025-01-01T00:00:00Z"}],
		"false_alarms":[{"scope":"phrase","rule":"apples"},{"scope":"item","rule":"apples"},{"scope":"rule","rule":""}]}`))
	f.want("what means nothing is left out", []any{done, err}, []any{Exchanged{1, 0, 7}, nil})
}

func FuzzReadDecisions(f *testing.F) {
	f.Add(`{"format":"footprint decisions","version":1,"decisions":[{"id":"aaaaaaaaaaaaaaaa","status":"done","changed":"2025-01-01T00:00:00Z"}]}`)
	f.Fuzz(func(t *testing.T, text string) {
		file, _, err := readDecisions(strings.NewReader(text))
		if err != nil {
			return
		}
		for _, d := range file.Decisions {
			if !isID(d.Fingerprint) || d.Changed.IsZero() || d.Created.IsZero() {
				t.Errorf("let through %+v", d)
			}
		}
	})
}

func TestBackupOfAnAudit(t *testing.T) {
	f := newFixture(t)
	f.audit(f.export("me", "an apple"))
	copied := filepath.Join(f.dir, "copy.db")
	c, err := f.Backup(t.Context(), copied)
	if err != nil || c.Items != 1 {
		t.Fatalf("%+v, %v", c, err)
	}
	f.Close()
	if _, _, err := Restore(t.Context(), copied, filepath.Join(f.dir, "test.db"), "", f.now); err != nil {
		t.Fatal(err)
	}
	f.open(paper)
	f.want("checklist", f.list(TaskFilter{}), []string{"apples open", "check-due open"})
}
