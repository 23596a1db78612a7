package judging

import (
	"encoding/json"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"footprint/internal/analyze"
	"footprint/internal/audit/core"
	"footprint/internal/footprint"
	"footprint/internal/store"
)

const pack = `
- id: apples
  title: "Apples mentioned"
  area: reputation
  severity: medium
  mode: finding
  checklist: {action: "Remove the apple.", explanation: "Because.", step: "Delete."}
  detect:
    - {kind: lexicon, class: fruit, confidence: likely}
`

var day = time.Date(2025, 6, 30, 12, 0, 0, 0, time.UTC)

// analyst judges posts of the given texts, by the rules of a pack, in a database of its own.
func analyst(t *testing.T, texts ...string) *Analyst {
	t.Helper()
	db, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "test.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	a := NewAnalyst(&core.Core{DB: db, Rules: rules(t, pack), Now: func() time.Time { return day }})
	put(t, a, texts...)
	return a
}

func put(t *testing.T, a *Analyst, texts ...string) {
	t.Helper()
	s, err := a.DB.BeginSource(t.Context(), store.Source{Digest: texts[0], Platform: "x", Begun: day})
	if err != nil {
		t.Fatal(err)
	}
	var items []footprint.Item
	for _, text := range texts {
		it := footprint.Item{Platform: "x", Kind: footprint.KindPost, NativeID: text, Author: footprint.AuthorSelf, Text: text, Created: day.AddDate(-1, 0, 0)}
		it.SetID()
		items = append(items, it)
	}
	if _, err := a.DB.PutItems(t.Context(), s, items); err != nil {
		t.Fatal(err)
	}
}

func rules(t *testing.T, pack string) *analyze.RuleSet {
	t.Helper()
	rs, err := analyze.Load(fstest.MapFS{
		"rules/test.yaml":   {Data: []byte(pack)},
		"lexicon/test.yaml": {Data: []byte("- class: fruit\n  terms: [apple, pear]\n- class: place\n  terms: [\"ward nine\"]\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	return rs
}

func judge(t *testing.T, a *Analyst) (r Result) {
	t.Helper()
	if _, err := a.Judge(t.Context(), &r, nil); err != nil {
		t.Fatal(err)
	}
	return r
}

// everything is all that is raised, with its evidence.
func everything(t *testing.T, a *Analyst) string {
	t.Helper()
	var all []string
	for r, err := range a.DB.Tasks(t.Context(), store.TaskFilter{Now: day}) {
		if err != nil {
			t.Fatal(err)
		}
		data, err := json.Marshal(r.Finding)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, string(data))
	}
	slices.Sort(all)
	return strings.Join(all, "\n")
}

// A change that is interrupted halfway goes on, and leads to the same.
func TestInterruptedChangeGoesOn(t *testing.T) {
	var texts []string
	for i := range 2*judgeBatch + 1 {
		texts = append(texts, fmt.Sprint([]string{"an apple", "a plum", "ward nine"}[i%3], " number ", i))
	}
	a := analyst(t, texts...)
	judge(t, a)
	before := everything(t, a)
	a.Rules = rules(t, strings.Replace(strings.Replace(pack, "class: fruit", "class: place", 1), "severity: medium", "severity: high", 1))
	b, err := a.bench(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	under, err := a.DB.Under(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	probes, err := a.probes(t.Context(), b, under, &Result{})
	if err != nil {
		t.Fatal(err)
	}
	batch, err := a.DB.Unjudged(t.Context(), b.judgement, 0, judgeBatch)
	if err != nil || len(batch) != judgeBatch {
		t.Fatal(len(batch), err)
	}
	if err := a.putVerdicts(t.Context(), b, a.judge(batch, b, probes), nil, &Result{}); err != nil { // and no further
		t.Fatal(err)
	}
	if r := judge(t, a); r.Judged == 0 || r.Judged+r.Kept > len(texts)-judgeBatch {
		t.Errorf("after the interruption %d judged, %d kept, of %d that were left", r.Judged, r.Kept, len(texts)-judgeBatch)
	}
	some := everything(t, a)
	a.Program = "another one" // judges everything
	if r := judge(t, a); r.Judged != len(texts) {
		t.Errorf("another program judged %d of %d", r.Judged, len(texts))
	}
	if anew := everything(t, a); some != anew || some == before || !strings.Contains(some, `"rule":"apples"`) {
		t.Errorf("after an interruption:\n%.300s\nanew:\n%.300s\nbefore the change:\n%.300s", some, anew, before)
	}
}

func TestSurveyIsMadeUpForAfterAnInterruption(t *testing.T) {
	a := analyst(t, "an apple")
	judge(t, a)
	survey := func() (made string) {
		t.Helper()
		if _, err := a.DB.Setting(t.Context(), core.KeySurvey, &made); err != nil {
			t.Fatal(err)
		}
		return made
	}
	if survey() == "" {
		t.Fatal("no survey was made")
	}
	put(t, a, "a pear")
	b, err := a.bench(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := a.judgeItems(t.Context(), b, &Result{}, nil); err != nil { // and no further
		t.Fatal(err)
	}
	if made := survey(); made != "" {
		t.Errorf("the survey of %q would stand", made)
	}
}
