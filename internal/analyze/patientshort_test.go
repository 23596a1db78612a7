package analyze

import (
	"bufio"
	"encoding/json"
	"os"
	"testing"

	"footprint/internal/footprint"
)

// TestShortPosts measures short posts of doctors and their harmless twins: at least eight in ten of the first are
// found, at most one in ten of the second is.
func TestShortPosts(t *testing.T) {
	rs := builtin(t)
	f, err := os.Open("../../testdata/eval/patient-short.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var total, found [2]int
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var c struct {
			Patient bool
			Item    footprint.Item
			Me      footprint.Person
		}
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		kind := 0
		if c.Patient {
			kind = 1
		}
		total[kind]++
		for _, x := range rs.Check(&c.Item, &c.Me, ExampleDay()) {
			if x.Area == "confidentiality" && x.Mode == footprint.ModeFinding {
				found[kind]++
				break
			}
		}
	}
	t.Logf("found %d of %d, false alarms %d of %d", found[1], total[1], found[0], total[0])
	if found[1]*10 < total[1]*8 || found[0]*10 > total[0] {
		t.Errorf("found %d of %d, false alarms %d of %d", found[1], total[1], found[0], total[0])
	}
}

// TestHarmlessEval measures ordinary posts of people in health care: of the part that was tuned on at most three in a
// hundred are raised by any rule, of the other at most six.
func TestHarmlessEval(t *testing.T) {
	rs := builtin(t)
	f, err := os.Open("../../testdata/eval/harmless.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	total, raised := map[string]int{}, map[string]int{}
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var c struct {
			Part string
			Item footprint.Item
			Me   footprint.Person
		}
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		total[c.Part]++
		for _, x := range rs.Check(&c.Item, &c.Me, ExampleDay()) {
			if x.Mode == footprint.ModeFinding && x.Confidence >= footprint.Possible {
				raised[c.Part]++
				break
			}
		}
	}
	for part, most := range map[string]int{"tune": 3, "held": 6} {
		t.Logf("%s: %d of %d raised", part, raised[part], total[part])
		if total[part] < 200 || raised[part]*100 > total[part]*most {
			t.Errorf("%s: %d of %d raised, want at most %d %%", part, raised[part], total[part], most)
		}
	}
}
