package text

import (
	"os"
	"strings"
	"testing"
)

// TestLanguageEval reads testdata/eval/languages.tsv: posts in languages that must not look judged, and English ones
// that must. Of the part "held" only the totals are shown.
func TestLanguageEval(t *testing.T) {
	file, err := os.ReadFile("../../../testdata/eval/languages.tsv")
	if err != nil {
		t.Fatal(err)
	}
	type score struct{ wrong, all int }
	scores := map[string]*score{}
	for line := range strings.Lines(string(file)) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		if len(f) != 3 {
			continue
		}
		part, lang, post := f[0], f[1], f[2]
		key := part + " other languages silently missed"
		if lang == "en" {
			key = part + " English told to be foreign"
		}
		s := scores[key]
		if s == nil {
			s = &score{}
			scores[key] = s
		}
		s.all++
		if d := Parse(post); d.Unsupported == (lang == "en") {
			s.wrong++
			if part == "tune" {
				t.Logf("wrong: %s %q", lang, post)
			}
		}
	}
	for key, s := range scores {
		t.Logf("%s: %d of %d", key, s.wrong, s.all)
		if s.wrong*100 > s.all*5 {
			t.Errorf("%s: %d of %d, want at most 5 %%", key, s.wrong, s.all)
		}
	}
}
