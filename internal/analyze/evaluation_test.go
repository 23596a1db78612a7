package analyze

import (
	"bufio"
	"encoding/json"
	"os"
	"slices"
	"testing"

	"footprint/internal/footprint"
)

// TestConductEval judges testdata/eval/conduct.jsonl: posts that a rule of conduct must raise, and near misses that
// it must leave alone. Of the part "held" only the totals are shown.
func TestConductEval(t *testing.T) {
	f, err := os.Open("../../testdata/eval/conduct.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rs := builtin(t)
	type score struct{ right, all int }
	scores := map[string]*score{}
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		var c struct {
			Text, Part string
			Item       footprint.Item
			Me         *footprint.Person
			Expect     []string
			ExpectNot  []string `json:"expect_not"`
		}
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		found := rs.Check(&c.Item, c.Me, ExampleDay())
		has := func(rule string) bool {
			return slices.ContainsFunc(found, func(f footprint.Finding) bool { return f.Rule == rule })
		}
		ok := !slices.ContainsFunc(c.ExpectNot, has)
		key := c.Part + ", near misses"
		if len(c.Expect) > 0 {
			ok = !slices.ContainsFunc(c.Expect, func(r string) bool { return !has(r) })
			key = c.Part + ", to raise"
		}
		s := scores[key]
		if s == nil {
			s = &score{}
			scores[key] = s
		}
		s.all++
		if ok {
			s.right++
		} else if c.Part == "tune" {
			t.Logf("wrong: %v %v: %s", c.Expect, c.ExpectNot, c.Text)
		}
	}
	for _, key := range sortedKeys(scores) {
		s := scores[key]
		t.Logf("%-20s %d of %d right", key, s.right, s.all)
		if s.right*100 < s.all*80 {
			t.Errorf("%s: %d of %d right, want 80 %%", key, s.right, s.all)
		}
	}
}
