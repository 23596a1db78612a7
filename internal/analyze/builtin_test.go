package analyze

import (
	"os"
	"strings"
	"sync"
	"testing"

	"footprint/assets"
	"footprint/internal/footprint"
)

// builtin compiles the rules that ship.
func builtin(t testing.TB) *RuleSet {
	t.Helper()
	rs, err := Load(assets.Analysis)
	if err != nil {
		t.Fatal(err)
	}
	return rs
}

// TestExamples runs every example of every rule. RULES=a,b limits it to rule ids with one of these beginnings.
func TestExamples(t *testing.T) {
	rs := builtin(t)
	only := strings.Split(os.Getenv("RULES"), ",")
	for _, e := range rs.RunExamples() {
		if !selected(e.Rule, only) {
			continue
		}
		switch {
		case e.Err != nil:
			t.Errorf("%s: %v", e.Rule, e.Err)
		case !e.OK && e.Hit:
			t.Errorf("%s: example %d must hit: %q", e.Rule, e.Index, e.Text)
		case !e.OK:
			t.Errorf("%s: example %d must miss: %q", e.Rule, e.Index, e.Text)
		}
	}
}

func selected(id string, only []string) bool {
	for _, p := range only {
		if strings.HasPrefix(id, p) {
			return true
		}
	}
	return false
}

// Each finding says why it may be wrong.
func TestEveryFindingHasADoubt(t *testing.T) {
	for _, r := range builtin(t).Rules() {
		if r.Mode != footprint.ModeFinding && r.Mode != footprint.ModeCross || r.Doubt != "" {
			continue
		}
		for _, a := range r.alts {
			if a.Doubt == "" {
				t.Errorf("%s: neither the rule nor a way to detect (%s) says why it may be wrong", r.ID, a.Kind)
			}
		}
		for _, a := range r.surveys {
			if a.Doubt == "" {
				t.Errorf("%s: neither the rule nor a way to detect (%s) says why it may be wrong", r.ID, a.Kind)
			}
		}
	}
}

// A set that was only read makes the rest by itself, whatever is asked of it first, and from several goroutines.
func TestReadIsEnough(t *testing.T) {
	rs, err := Read(assets.Analysis)
	if err != nil {
		t.Fatal(err)
	}
	item := &footprint.Item{Kind: footprint.KindPost, Author: footprint.AuthorSelf, Text: "Mr Pemberton in bed 9 pulled his drain out again", Visibility: footprint.VisibilityPublic}
	want := len(builtin(t).Check(item, nil, ExampleDay()))
	if want == 0 {
		t.Fatal("nothing found to compare with")
	}
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			if got := len(rs.Check(item, nil, ExampleDay())); got != want {
				t.Errorf("%d findings, want %d", got, want)
			}
		})
	}
	all.Wait()
	again, err := Read(assets.Analysis)
	if err != nil {
		t.Fatal(err)
	}
	s := again.Survey(nil, ExampleDay())
	s.Add(item)
}
