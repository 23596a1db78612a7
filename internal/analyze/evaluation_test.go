package analyze

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"footprint/internal/footprint"
)

// evalCase is one line of testdata/eval/conduct.jsonl: a post that rules must raise, or a near miss that they must
// leave alone.
type evalCase struct {
	Text, Part string
	Item       footprint.Item
	Me         *footprint.Person
	Expect     []string
	ExpectNot  []string `json:"expect_not"`
}

func evalCases(t *testing.T, f func(evalCase)) {
	t.Helper()
	file, err := os.Open("../../testdata/eval/conduct.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		var c evalCase
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		f(c)
	}
}

// ruleScore counts, for one rule, the posts that must raise it and the near misses of it.
type ruleScore struct{ hit, posts, alarm, near int }

func (s *ruleScore) String() string {
	return fmt.Sprintf("precision %4s  recall %4s of %3d  false alarms %4s of %3d",
		percent(s.hit, s.hit+s.alarm), percent(s.hit, s.posts), s.posts, percent(s.alarm, s.near), s.near)
}

func percent(n, of int) string {
	if of == 0 {
		return "-"
	}
	return fmt.Sprintf("%d%%", 100*n/of)
}

// leastRecall and mostAlarms are the bounds of each part, in percent. Of the part "held" 712 posts are by six strangers to
// the program, of whom four posts in five are learned from: of these by themselves 44 % are raised by the right rule, and
// 2 % of the near misses.
var (
	leastRecall = map[string]int{"tune": 77, "held": 60}
	mostAlarms  = map[string]int{"tune": 2, "held": 5}
)

// TestConductEval judges testdata/eval/conduct.jsonl and prints precision, recall and false alarms of each rule, at
// possible or likely. Of the part "held" only the totals are shown, so that nobody tunes on it.
func TestConductEval(t *testing.T) {
	rs := builtin(t)
	perRule := map[string]*ruleScore{}
	parts := map[string]*ruleScore{}
	right, all := map[footprint.Confidence]int{}, map[footprint.Confidence]int{}
	of := func(m map[string]*ruleScore, key string) *ruleScore {
		if m[key] == nil {
			m[key] = &ruleScore{}
		}
		return m[key]
	}
	evalCases(t, func(c evalCase) {
		found := rs.Check(&c.Item, c.Me, ExampleDay())
		for _, r := range slices.Concat(c.Expect, c.ExpectNot) {
			expected := slices.Contains(c.Expect, r)
			i := slices.IndexFunc(found, func(f footprint.Finding) bool { return f.Rule == r })
			raised := i >= 0 && found[i].Confidence >= footprint.Possible
			if i >= 0 {
				all[found[i].Confidence]++
				if expected {
					right[found[i].Confidence]++
				}
			}
			for _, s := range []*ruleScore{of(perRule, r), of(parts, c.Part)} {
				switch {
				case expected:
					s.posts++
					if raised {
						s.hit++
					}
				default:
					s.near++
					if raised {
						s.alarm++
					}
				}
			}
			if c.Part == "tune" && raised != expected {
				t.Logf("wrong: %s, want raised %v: %s", r, expected, c.Text)
			}
		}
	})
	var table strings.Builder
	for _, r := range sortedKeys(perRule) {
		fmt.Fprintf(&table, "%-40s %v\n", r, perRule[r])
		if s := perRule[r]; s.near >= 10 && s.alarm*5 > s.near {
			t.Errorf("%s: %d of %d near misses raised, want at most 20 %%", r, s.alarm, s.near)
		}
	}
	for _, p := range sortedKeys(parts) {
		fmt.Fprintf(&table, "%-40s %v\n", "all of part "+p, parts[p])
		if s := parts[p]; s.hit*100 < s.posts*leastRecall[p] || s.alarm*100 > s.near*mostAlarms[p] {
			t.Errorf("part %s: %v, want a recall of %d %% and false alarms of at most %d %%", p, s, leastRecall[p], mostAlarms[p])
		}
	}
	for _, l := range []footprint.Confidence{footprint.Likely, footprint.Possible, footprint.Weak} {
		fmt.Fprintf(&table, "of what is shown as %-20v %s of %d right\n", l, percent(right[l], all[l]), all[l])
	}
	t.Logf("per rule\n%s", table.String())
}

// elsewhere are the rules that other evaluation texts measure: see patient.jsonl.
var elsewhere = []string{"patient-direct-identification", "patient-indirect-identification", "patient-anecdote-public", "patient-pseudonym-only",
	"patient-deceased-disclosure", "patient-good-news-post", "patient-clinical-image", "record-or-screen-photo", "closed-space-patient-content",
	"chat-app-patient-information"}

// TestEvalCoversRules asks that every rule that judges words has texts on both sides.
func TestEvalCoversRules(t *testing.T) {
	posts, near := map[string]int{}, map[string]int{}
	evalCases(t, func(c evalCase) {
		for _, r := range c.Expect {
			posts[r]++
		}
		for _, r := range c.ExpectNot {
			near[r]++
		}
	})
	for _, r := range builtin(t).rules {
		if r.Mode == footprint.ModeFinding && slices.ContainsFunc(r.alts, func(a *alternative) bool { return a.words != nil }) && !slices.Contains(elsewhere, r.ID) && (posts[r.ID] < 2 || near[r.ID] < 2) {
			t.Errorf("%s: %d posts and %d near misses in testdata/eval/conduct.jsonl", r.ID, posts[r.ID], near[r.ID])
		}
	}
}
