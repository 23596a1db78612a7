package analyze

import (
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"footprint/internal/footprint"
)

// TestStrangeTexts judges long and strange texts with every rule: a text takes about four times as long as a
// quarter of it.
func TestStrangeTexts(t *testing.T) {
	rs := builtin(t)
	const n = 1 << 16
	for name, s := range map[string]string{
		"one letter":    strings.Repeat("a", n),
		"emoji":         strings.Repeat("😀", n/4),
		"quotes":        strings.Repeat("\"'“‘ ", n/9),
		"letters":       strings.Repeat("f u ", n/4),
		"digits":        strings.Repeat("12 ", n/3),
		"houses":        strings.Repeat("SW-1111-", n/8),
		"swearing":      strings.Repeat("shit ", n/5),
		"nurses":        strings.Repeat("the nurse is not lazy, ", n/23),
		"handles":       strings.Repeat("@dr_a ", n/6),
		"patients":      strings.Repeat("my patient, 42F, had chest pain today. ", n/39),
		"one sentence":  strings.Repeat("my patient had chest pain and the nurse said ", n/45),
		"masked":        strings.Repeat("f*ck sh1t ", n/10),
		"no list":       strings.Repeat("no a, ", n/6),
		"not UTF-8":     strings.Repeat("\xff\xfe", n/2),
		"groups":        strings.Repeat("muslims women rope bullets ", n/27),
		"hatred":        strings.Repeat("i hate muslims and women are scum and ", n/38),
		"reports":       strings.Repeat("she said that women are stupid: ", n/32),
		"harm":          strings.Repeat("they should kill them, she hit immigrants, ", n/43),
		"questions":     strings.Repeat("why are women vermin? the lot of them. ", n/39),
		"pronouns":      strings.Repeat("he told her they love my hoe ", n/29),
		"capital names": strings.Repeat("Dr Smith ", n/9),
	} {
		t.Run(name, func(t *testing.T) {
			check := func(s string) time.Duration {
				start := time.Now()
				rs.Check(&footprint.Item{ID: "x", Kind: footprint.KindPost, Author: footprint.AuthorSelf, Text: s}, exampleDoctor(), ExampleDay())
				return time.Since(start)
			}
			for try := range 4 { // another program may hold up one of the two
				quarter, whole := check(s[:len(s)/4]), check(s)
				t.Logf("%v, a quarter %v", whole, quarter)
				if whole <= time.Second || whole <= 10*quarter { // sixteen times would be the square of the length
					return
				}
				if try == 3 {
					t.Errorf("%v for %d bytes, %v for a quarter of them", whole, len(s), quarter)
				}
			}
		})
	}
}

func FuzzLoad(f *testing.F) {
	f.Add("- {id: r, title: T, area: a, detect: [{kind: fields, when: {members: \">3\", not: {any: [{kind: post}]}}}]}", "- {class: a.b, pos: noun, unless: [x], terms: [dog]}")
	f.Add(head+"    - {kind: frame, slots: [{words: [a], follows: 2}, {class: pet}], gap: 3}\n", lists)
	f.Fuzz(func(t *testing.T, rules, lexicon string) {
		rs, err := Load(fstest.MapFS{"rules/f.yaml": {Data: []byte(rules)}, "lexicon/f.yaml": {Data: []byte(lexicon)}})
		if err != nil {
			return
		}
		rs.Check(&footprint.Item{ID: "x", Kind: footprint.KindPost, Author: footprint.AuthorSelf, Text: "my dog is a rotten dog"}, nil, ExampleDay())
	})
}

// TestCoverage proves that every row of the guidance that software can detect has a rule that runs.
func TestCoverage(t *testing.T) {
	rows := builtin(t).Coverage()
	if len(rows) == 0 {
		t.Fatal("the catalogue is empty")
	}
	for _, c := range rows {
		if c.Gap() {
			t.Errorf("%s (%s) has no running rule", c.ID, c.Detectable)
		}
	}
}
