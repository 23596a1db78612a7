package identify

import (
	"bufio"
	"encoding/json"
	"os"
	"slices"
	"testing"
)

// TestEval measures texts with one identifier each, as people write them, and look-alikes without any: found are
// those of the right type, wrong those that are called somebody's.
func TestEval(t *testing.T) {
	f, err := os.Open("../../../testdata/eval/identifiers.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all, found, wrong, plain int
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var c struct{ Type, Text string }
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		hits := Find(c.Text, Options{})
		if c.Type == "" {
			plain++
			if slices.ContainsFunc(hits, func(h Hit) bool { return h.Personal }) {
				wrong++
			}
			continue
		}
		all++
		if slices.ContainsFunc(hits, func(h Hit) bool { return h.Type == c.Type }) {
			found++
		}
	}
	f1 := 2 * float64(found) / float64(all+found+wrong)
	t.Logf("found %d of %d, wrong %d of %d, F1 %.3f", found, all, wrong, plain, f1)
	if f1 < 0.94 {
		t.Errorf("F1 %.3f", f1)
	}
}
