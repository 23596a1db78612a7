package analyze

import (
	"bufio"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"footprint/internal/analyze/hostility"
	"footprint/internal/footprint"
)

// TestHostilePosts measures posts written for this project: hate without a slur and contempt for women mostly without
// an oath, beside harmless posts that share their words. The judge learned from the part "tune", from which one post
// in five was kept back as "held"; both came from the same writers. So oblique are they that only some are found.
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

// TestContempt measures what is said of groups without a slur, beside harmless sentences close to it, with names of
// groups in the place of {P}, {S} and {A}. The judge learned from the part "tune"; "held" is by a writer of whom it has
// seen nothing.
func TestContempt(t *testing.T) {
	rs := builtin(t)
	raw, err := os.ReadFile("../../testdata/eval/contempt.tsv")
	if err != nil {
		t.Fatal(err)
	}
	groups := []*strings.Replacer{
		strings.NewReplacer("{P}", "Muslims", "{S}", "Muslim", "{A}", "Muslim"), strings.NewReplacer("{P}", "immigrants", "{S}", "immigrant", "{A}", "immigrant"),
		strings.NewReplacer("{P}", "gay people", "{S}", "gay man", "{A}", "gay"), strings.NewReplacer("{P}", "Black people", "{S}", "Black woman", "{A}", "Black"),
		strings.NewReplacer("{P}", "disabled people", "{S}", "disabled person", "{A}", "disabled"),
	}
	pairs, found, raised := map[string]int{}, map[string]int{}, map[string]int{}
	for line := range strings.Lines(string(raw)) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(f) != 4 {
			t.Fatalf("%d columns in %q, want 4", len(f), line)
		}
		named := groups[pairs[f[0]]%len(groups)]
		pairs[f[0]]++
		for i, text := range f[2:] {
			for _, r := range rs.remarks(rs.read("text", named.Replace(text), nil)) {
				if r.Kind == hostility.Hate && r.Confidence >= footprint.Possible {
					if i == 0 {
						found[f[0]]++
					} else {
						raised[f[0]]++
					}
				}
			}
		}
	}
	for part, want := range map[string]struct{ least, most int }{"tune": {75, 4}, "held": {52, 8}} { // percent of the pairs
		n := pairs[part]
		t.Logf("%s: of %d pairs %d found, %d harmless ones raised", part, n, found[part], raised[part])
		if n < 400 || found[part]*100 < n*want.least || raised[part]*100 > n*want.most {
			t.Errorf("%s: of %d pairs %d found, %d harmless ones raised, want %d and %d %%", part, n, found[part], raised[part], want.least, want.most)
		}
	}
}
