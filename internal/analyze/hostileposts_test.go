package analyze

import (
	"bufio"
	"encoding/json"
	"os"
	"testing"

	"footprint/internal/analyze/hostility"
	"footprint/internal/footprint"
)

// TestHostilePosts measures posts written for this project: hate without a slur and contempt for women mostly without
// an oath, beside harmless posts that share their words. The judge learned from the part "tune", from which one post
// in five was kept back as "held"; both came from the same two writers. So oblique are they that only some are found.
func TestHostilePosts(t *testing.T) {
	rs := builtin(t)
	f, err := os.Open("../../testdata/eval/hostile.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	type count struct{ total, raised int }
	hateful, harmless := map[string]count{}, map[string]count{}
	lines := bufio.NewScanner(f)
	for lines.Scan() {
		var c struct {
			Text, About, Part string
			Labels            []string
		}
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			t.Fatal(err)
		}
		to := harmless
		if len(c.Labels) > 0 {
			to = hateful
		}
		n := to[c.About+" "+c.Part]
		n.total++
		for _, r := range rs.remarks(rs.read("text", c.Text, nil)) {
			if r.Kind == hostility.Hate && r.Confidence >= footprint.Possible {
				n.raised++
			}
		}
		to[c.About+" "+c.Part] = n
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]struct{ least, most int }{ // percent of the hateful, and of the harmless
		"group tune": {40, 5}, "group held": {40, 5}, "sex tune": {30, 3}, "sex held": {18, 4},
	} {
		hit, miss := hateful[name], harmless[name]
		t.Logf("%s: %d of %d found, %d of %d harmless ones raised", name, hit.raised, hit.total, miss.raised, miss.total)
		if hit.total < 50 || hit.raised*100 < hit.total*want.least {
			t.Errorf("%s: %d of %d found, want at least %d %%", name, hit.raised, hit.total, want.least)
		}
		if miss.total < 50 || miss.raised*100 > miss.total*want.most {
			t.Errorf("%s: %d of %d harmless ones raised, want at most %d %%", name, miss.raised, miss.total, want.most)
		}
	}
}
