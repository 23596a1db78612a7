package analyze

import (
	"os"
	"slices"
	"strings"
	"testing"

	"footprint/internal/footprint"
)

// TestNeutralEval measures harmless sentences that name groups, or share words with hateful ones: of the part that was
// tuned on at most four in a hundred are raised as hostility or as a patient's story, two as hate; of the other, most of
// it worded to be hard by writers who had not seen the program, at most eight, six as hate.
func TestNeutralEval(t *testing.T) {
	rs := builtin(t)
	raw, err := os.ReadFile("../../testdata/eval/neutral.tsv")
	if err != nil {
		t.Fatal(err)
	}
	rules := []string{"discriminatory-remark", "offensive-language", "violence-or-antisocial", "patient-anecdote-public", "patient-indirect-identification"}
	total, raised, hate := map[string]int{}, map[string]int{}, map[string]int{}
	for line := range strings.Lines(string(raw)) {
		f := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(f) != 3 {
			continue
		}
		total[f[0]]++
		var got []string
		for _, x := range rs.Check(&footprint.Item{Kind: footprint.KindComment, Text: f[2], Author: footprint.AuthorSelf, Visibility: footprint.VisibilityPublic}, nil, ExampleDay()) {
			if x.Confidence >= footprint.Possible && slices.Contains(rules, x.Rule) {
				got = append(got, x.Rule)
			}
		}
		if len(got) == 0 {
			continue
		}
		raised[f[0]]++
		if slices.Contains(got, "discriminatory-remark") {
			hate[f[0]]++
		}
		if f[0] == "tune" {
			t.Logf("%s: %v: %s", f[1], got, f[2])
		}
	}
	for part, most := range map[string]struct{ raised, hate int }{"tune": {4, 2}, "held": {8, 6}} {
		t.Logf("%s: %d of %d raised, %d of them as hate", part, raised[part], total[part], hate[part])
		if total[part] < 200 || raised[part]*100 > total[part]*most.raised || hate[part]*100 > total[part]*most.hate {
			t.Errorf("%s: %d of %d raised, %d of them as hate; want at most %d and %d %%", part, raised[part], total[part], hate[part], most.raised, most.hate)
		}
	}
}
