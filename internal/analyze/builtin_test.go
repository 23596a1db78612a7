package analyze

import (
	"os"
	"strings"
	"testing"

	"footprint/assets"
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
