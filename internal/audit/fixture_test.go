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
