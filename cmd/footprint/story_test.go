package main

import (
	"bytes"
	"encoding/json"
	"flag"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"footprint/assets"
	"footprint/internal/analyze"
	"footprint/internal/audit"
	"footprint/internal/audit/dossier"
	"footprint/internal/demo"
	"footprint/internal/gui/view"
)

var update = flag.Bool("update", false, "write the golden files anew")

// storyRules are few and stay as they are, so that the story tells of audits and not of rules.
const storyRules = `
- id: patient-story
  title: A patient's story
  area: confidentiality
  severity: critical
  mode: finding
  implements: [BMA-1.3]
  checklist: {action: Delete this post today., explanation: It tells of somebody in your care., step: "Three dots, then Delete."}
  detect:
    - {kind: lexicon, class: patient}
- id: employer-remark
  title: A remark about the employer
  area: employer
  severity: medium
  mode: finding
  checklist: {action: Read this post as your employer would., explanation: It names where you work., step: "Three dots, then Delete."}
  detect:
    - {kind: lexicon, class: employer}
`

const storyWords = "- class: patient\n  terms: [\"quad bike rollover\", \"garlic in her socks\", \"sutured a finger\"]\n- class: employer\n  terms: [\"management here is a joke\"]\n"

// relapse is what the person posts after all had been cleaned up.
const relapse = "x\tpost\t2024-11-20T22:10:00\t\tJust sutured a finger that had met a bread knife. Same kitchen as last year, I swear.\n"

// TestStoryOfThreeAudits audits the demo person three times: as they are, with two posts deleted, and with one of them
// back and a new one. What command line, window and reports say is kept in testdata/story.
func TestStoryOfThreeAudits(t *testing.T) {
	rules, err := analyze.Load(fstest.MapFS{
		"rules/story.yaml": {Data: []byte(storyRules)}, "lexicon/story.yaml": {Data: []byte(storyWords)},
		"guidance/catalogue.csv": {Data: []byte("id,document,section,paraphrase,area,applies_to,jurisdiction,detectable,evidence,detection,checklist_action,severity,audiences\n" +
			"BMA-1.3,BMA guidance,1,Keep confidences.,confidentiality,doctor,UK,auto,posts,words,Remove it,critical,public\n")},
	})
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	now := demo.AsOf
	var out bytes.Buffer
	a := &app{in: strings.NewReader(""), out: &out, err: &out, path: filepath.Join(dir, "story.db"), rules: rules, consent: true, now: func() time.Time { return now }}
	say := func(golden string, args ...string) {
		t.Helper()
		out.Reset()
		if code := a.run(t.Context(), append([]string{"--db", a.path, "--consent"}, args...)); code != exitOK {
			t.Fatalf("%v: exit code %d\n%s", args, code, out.String())
		}
		if golden != "" {
			same(t, golden, out.String())
		}
	}
	say("", "profile", "set", "name=Rowan Ashgrove", "role=doctor", "last_public_view_check=2024-09-10", "last_security_check=2024-09-10")
	download := func(days int, drop func(string) bool, more string) string {
		t.Helper()
		now = demo.AsOf.AddDate(0, 0, days)
		path, err := demo.WriteAgain(dir, now.Add(-time.Hour), drop, more)
		if err != nil {
			t.Fatal(err)
		}
		return path
	}
	say("", "audit", download(0, func(string) bool { return false }, ""))
	say("1-prepare.txt", "prepare", "application", "--deadline", "2024-10-20")

	say("", "audit", download(30, func(text string) bool {
		return strings.Contains(text, "quad bike rollover") || strings.Contains(text, "garlic in her socks")
	}, ""))
	say("2-compare.txt", "compare")

	say("", "audit", download(90, func(text string) bool { return strings.Contains(text, "garlic in her socks") }, relapse))
	say("3-compare.txt", "compare")
	say("3-since-first.txt", "compare", "1", "3")
	say("3-page.md", "report", "--for", "page", "--format", "md")
	say("3-calendar.ics", "report", "--occasion", "application", "--deadline", "2025-01-10", "--format", "ics")
	for _, format := range []string{"md", "html", "csv", "json"} {
		say("3-adviser."+format, "report", "--for", "adviser", "--occasion", "incident", "--format", format)
	}
	storyInWindow(t, a)
}

// storyInWindow keeps what the window shows of the same.
func storyInWindow(t *testing.T, a *app) {
	t.Helper()
	locale, err := fs.Sub(assets.Window, "locale")
	if err != nil {
		t.Fatal(err)
	}
	var all []any
	err = a.with(t.Context(), func(au *audit.Auditor) error {
		c, err := au.Compare(t.Context(), "", "")
		if err != nil {
			return err
		}
		o, _ := dossier.OccasionOf("application")
		plan, err := dossier.Prepare(t.Context(), au, o, a.now().AddDate(0, 1, 0), a.now())
		if err != nil {
			return err
		}
		for _, tag := range []string{"en", "de"} {
			w, err := view.LoadWords(locale, tag)
			if err != nil {
				return err
			}
			all = append(all, view.NewCompared(c, w), view.NewPlanned(plan, w))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.MarshalIndent(all, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	same(t, "3-window.json", string(text)+"\n")
}

// same compares with a golden file.
func same(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", "story", name)
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs; look at it and run with -update. Now:\n%s", file, got)
	}
}
