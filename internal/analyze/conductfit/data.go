package main

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"footprint/assets"
	"footprint/internal/analyze/conduct"
	"footprint/internal/analyze/corpus"
	"footprint/internal/analyze/lexicon"
	"footprint/internal/analyze/text"
)

// sample is one text as it is seen.
type sample struct {
	seen    conduct.Features
	breaks  []string // rules it must raise
	closeTo []string // rules it must not raise though it is close to them
	batch   string   // posts written at one time, or the training file
	shared  bool     // from a training file
}

type reader struct {
	lex     *lexicon.Lexicon
	classes []string // that are features
	read    *conduct.Reader
}

func newReader() (*reader, error) {
	lex, err := corpus.Lexicon()
	if err != nil {
		return nil, err
	}
	classes := slices.DeleteFunc(lex.Classes(), func(name string) bool { return strings.HasPrefix(name, "me.") })
	return &reader{lex, classes, conduct.NewReader(lex, classes)}, nil
}

func (r *reader) sample(s, batch string) sample {
	d := text.Parse(s)
	r.lex.Respell(d)
	m := r.lex.Annotate(d)
	out := sample{batch: batch}
	r.read.Read(d, &m, &out.seen)
	return out
}

// rule is what counts here of a rule: whether it asks how much a text reads like its posts, and its examples.
type rule struct {
	ID       string
	Detect   []struct{ Kind string }
	Examples struct {
		Hit, Miss []struct{ Item struct{ Text string } }
	}
}

// rules reads those that ask the model, sorted.
func rules() (asking []rule, err error) {
	files, err := fs.Glob(assets.Analysis, "rules/*.yaml")
	if err != nil {
		return nil, fmt.Errorf("read rules: %w", err)
	}
	for _, name := range files {
		raw, err := fs.ReadFile(assets.Analysis, name)
		if err != nil {
			return nil, fmt.Errorf("read rules: %w", err)
		}
		var list []rule
		if err := yaml.Unmarshal(raw, &list); err != nil {
			return nil, fmt.Errorf("read rules: %s: %w", name, err)
		}
		for _, r := range list {
			if slices.ContainsFunc(r.Detect, func(d struct{ Kind string }) bool { return d.Kind == "resembles" }) {
				asking = append(asking, r)
			}
		}
	}
	slices.SortFunc(asking, func(a, b rule) int { return strings.Compare(a.ID, b.ID) })
	return asking, nil
}

// examples adds those of the rules.
func (r *reader) examples(of []rule, out []sample) []sample {
	for _, rule := range of {
		for i, list := range [2][]struct{ Item struct{ Text string } }{rule.Examples.Hit, rule.Examples.Miss} {
			for _, e := range list {
				if e.Item.Text == "" {
					continue
				}
				x := r.sample(e.Item.Text, "examples of "+rule.ID)
				if i == 0 {
					x.breaks = []string{rule.ID}
				} else {
					x.closeTo = []string{rule.ID}
				}
				out = append(out, x)
			}
		}
	}
	return out
}

// posts reads those with the rules they break, and harmless ones.
func (r *reader) posts(dir string) ([]sample, error) {
	var out []sample
	for _, name := range []string{"conduct.jsonl", "harmless.jsonl"} {
		err := corpus.Lines(filepath.Join(dir, name), func(line []byte) error {
			var p struct {
				ID, Part  string
				Item      struct{ Text string }
				Expect    []string
				ExpectNot []string `json:"expect_not"`
			}
			if err := json.Unmarshal(line, &p); err != nil {
				return err
			}
			if p.Part == "tune" && p.Item.Text != "" {
				x := r.sample(p.Item.Text, p.ID[:max(strings.LastIndexByte(p.ID, '-'), 0)])
				x.breaks, x.closeTo = p.Expect, p.ExpectNot
				out = append(out, x)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	err := corpus.Rows(filepath.Join(dir, "neutral.tsv"), 3, func(c []string) { // harmless sentences that name groups
		if c[0] == "tune" {
			out = append(out, r.sample(c[2], "neutral"))
		}
	})
	return out, err
}

// files are the training files in use, how many texts of each, and the rules that their texts may break unnoticed.
var files = []struct {
	name  string
	texts int
	may   []string
}{
	{"everyday-comments", 4000, []string{"offensive-language", "unsupported-health-claim"}},
	{"everyday-tweets", 3000, []string{"offensive-language", "alcohol-excess", "illicit-drug-content"}},
	{"health-education", 4000, nil},
	{"medical-advice", 3000, []string{"individual-medical-advice"}},
	{"personal-health", 1000, nil},
	{"identity-neutral", 4000, nil},
	{"talk-pages", 800, []string{"offensive-language"}},
}

// ordinary reads texts of the shared folder, evenly over each file.
func (r *reader) ordinary(dir string) ([]sample, error) {
	var out []sample
	for _, file := range files {
		texts, err := corpus.English(filepath.Join(dir, file.name+".jsonl.gz"))
		if err != nil {
			return nil, err
		}
		for i, t := range corpus.Evenly(texts, file.texts, "") {
			x := r.sample(t.Text, fmt.Sprint(file.name, i%97))
			x.shared = true
			out = append(out, x)
		}
	}
	return out, nil
}

// digest tells whether the weights still belong to the posts, the word lists and the source: it is taken of what is seen
// of every post.
func digest(posts []sample) string {
	h := sha256.New()
	for i := range posts {
		p := &posts[i]
		fmt.Fprintln(h, p.breaks, p.closeTo, len(p.seen.Words), len(p.seen.Classes))
		for _, list := range p.seen.Lists() {
			for _, x := range list {
				var b [4]byte
				binary.LittleEndian.PutUint32(b[:], x.Row)
				h.Write(b[:])
			}
		}
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}
