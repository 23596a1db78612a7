package analyze

import (
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"footprint/internal/footprint"

	"gopkg.in/yaml.v3"
)

// functional is testdata/eval/functional.yaml.
type functional struct {
	Groups    map[string][]map[string]string
	Functions []struct {
		Name    string
		Hateful bool
		Floor   int // percent that must be right, 50 unless told
		Tune    []string
		Held    []string
	}
}

// floor is the share of a function, in percent, that must be right.
func (f *functional) floor(name string) int {
	for _, fn := range f.Functions {
		if fn.Name == name && fn.Floor > 0 {
			return fn.Floor
		}
	}
	return 50
}

// judged is one text of a functional test.
type judged struct {
	name    string
	text    string
	hateful bool
}

// expand fills the templates of one part with its groups.
func (f *functional) expand(part string) []judged {
	var out []judged
	for _, fn := range f.Functions {
		templates := fn.Tune
		if part == "held" {
			templates = fn.Held
		}
		for _, t := range templates {
			if !strings.Contains(t, "{") {
				out = append(out, judged{fn.Name, t, fn.Hateful})
				continue
			}
			for _, g := range f.Groups[part] {
				s := t
				for k, v := range g {
					s = strings.ReplaceAll(s, "{"+k+"}", v)
				}
				s = strings.ToUpper(s[:1]) + s[1:]
				out = append(out, judged{fn.Name, s, fn.Hateful})
			}
		}
	}
	return out
}

// disguised adds spelling variations of hateful texts: one letter changed in one of the longest words.
func disguised(in []judged) []judged {
	rng := rand.New(rand.NewPCG(7, 8))
	ways := map[string]func(string) string{
		"spelling: swapped": func(w string) string { i := 1 + rng.IntN(len(w)-2); return w[:i] + w[i+1:i+2] + w[i:i+1] + w[i+2:] },
		"spelling: dropped": func(w string) string { i := 1 + rng.IntN(len(w)-2); return w[:i] + w[i+1:] },
		"spelling: spaced":  func(w string) string { return strings.Join(strings.Split(w, ""), " ") },
		"spelling: digits": func(w string) string {
			return strings.NewReplacer("a", "4", "e", "3", "i", "1", "o", "0", "s", "5").Replace(w)
		},
		"spelling: joined": nil,
	}
	names := []string{"spelling: digits", "spelling: dropped", "spelling: joined", "spelling: spaced", "spelling: swapped"}
	var out []judged
	for i, j := range in {
		if !j.hateful || j.name != "slur" && j.name != "dislike" && j.name != "profane hate" {
			continue
		}
		name := names[i%len(names)]
		words := strings.Fields(j.text)
		if ways[name] == nil {
			k := rng.IntN(len(words) - 1)
			words = slices.Concat(words[:k], []string{words[k] + words[k+1]}, words[k+2:])
		} else {
			at := slices.Index(words, slices.MaxFunc(words, func(a, b string) int { return len(a) - len(b) }))
			words[at] = ways[name](words[at])
		}
		out = append(out, judged{name, strings.Join(words, " "), true})
	}
	return out
}

// raised reports whether the item carries the label at possible or likely.
func raised(found []footprint.Finding, label string) bool {
	return slices.ContainsFunc(found, func(f footprint.Finding) bool {
		return f.Confidence >= footprint.Possible && slices.Contains(f.Labels, label)
	})
}

// TestFunctional runs the functional tests of hostility and prints a table: of the part that was tuned on,
// also what went wrong (with -v).
func TestFunctional(t *testing.T) {
	raw, err := os.ReadFile("../../testdata/eval/functional.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var f functional
	if err := yaml.Unmarshal(raw, &f); err != nil {
		t.Fatal(err)
	}
	rs := builtin(t)
	for _, part := range []string{"tune", "held"} {
		texts := f.expand(part)
		texts = append(texts, disguised(texts)...)
		type score struct{ right, all int }
		scores := map[string]*score{}
		var names []string
		var all, hate, harmless score
		for _, j := range texts {
			s := scores[j.name]
			if s == nil {
				s = &score{}
				scores[j.name] = s
				names = append(names, j.name)
			}
			got := raised(rs.Check(&footprint.Item{Kind: footprint.KindComment, Text: j.text, Author: footprint.AuthorSelf, Visibility: footprint.VisibilityPublic}, nil, ExampleDay()), "hate")
			of := &harmless
			if j.hateful {
				of = &hate
			}
			for _, c := range []*score{s, &all, of} {
				c.all++
				if got == j.hateful {
					c.right++
				}
			}
			if got != j.hateful && (part == "tune" || os.Getenv("SHOW") != "") {
				t.Logf("%s: wrong: %s", j.name, j.text)
			}
		}
		percent := func(s score) int { return s.right * 100 / max(s.all, 1) }
		var b strings.Builder
		for _, n := range names {
			fmt.Fprintf(&b, "  %-24s %3d %% of %d\n", n, percent(*scores[n]), scores[n].all)
			if want := f.floor(n); percent(*scores[n]) < want {
				t.Errorf("%s: %s: %d %% right, want %d", part, n, percent(*scores[n]), want)
			}
		}
		t.Logf("%s:\n%s  all %d %%, hateful %d %%, harmless %d %% of %d texts", part, b.String(), percent(all), percent(hate), percent(harmless), all.all)
		if percent(all) < 78 || percent(harmless) < 85 {
			t.Errorf("%s: %d %% right and %d %% of the harmless left alone, want 78 and 85", part, percent(all), percent(harmless))
		}
	}
}
