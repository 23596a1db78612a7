package main

import (
	"bufio"
	"compress/gzip"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"gopkg.in/yaml.v3"

	"footprint/assets"
	"footprint/internal/analyze/conduct"
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
	b := &lexicon.Builder{}
	b.Declare("me.employer")
	if err := b.AddFS(assets.Analysis); err != nil {
		return nil, err
	}
	lex, err := b.Build()
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
		f, err := os.Open(filepath.Join(dir, name))
		if err != nil {
			return nil, fmt.Errorf("read posts: %w", err)
		}
		err = eachLine(f, func(line []byte) error {
			var p struct {
				ID, Part  string
				Item      struct{ Text string }
				Expect    []string
				ExpectNot []string `json:"expect_not"`
			}
			if err := json.Unmarshal(line, &p); err != nil {
				return fmt.Errorf("read %s: %w", name, err)
			}
			if p.Part == "tune" && p.Item.Text != "" {
				x := r.sample(p.Item.Text, p.ID[:max(strings.LastIndexByte(p.ID, '-'), 0)])
				x.breaks, x.closeTo = p.Expect, p.ExpectNot
				out = append(out, x)
			}
			return nil
		})
		f.Close()
		if err != nil {
			return nil, err
		}
	}
	return r.neutral(filepath.Join(dir, "neutral.tsv"), out)
}

// neutral adds the harmless sentences that name groups.
func (r *reader) neutral(path string, out []sample) ([]sample, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read posts: %w", err)
	}
	for line := range strings.Lines(string(raw)) {
		if rest, ok := strings.CutPrefix(strings.TrimSuffix(line, "\n"), "tune\t"); ok {
			_, s, _ := strings.Cut(rest, "\t")
			out = append(out, r.sample(s, "neutral"))
		}
	}
	return out, nil
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
}

// ordinary reads texts of the shared folder, evenly over each file.
func (r *reader) ordinary(dir string) ([]sample, error) {
	var out []sample
	for _, file := range files {
		var texts []string
		err := readFile(filepath.Join(dir, file.name+".jsonl.gz"), &texts)
		if err != nil {
			return nil, err
		}
		step := max(1, len(texts)/file.texts)
		for i := 0; i < len(texts); i += step {
			x := r.sample(texts[i], fmt.Sprint(file.name, i%97))
			x.shared = true
			out = append(out, x)
		}
	}
	return out, nil
}

func readFile(path string, texts *[]string) error {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("read training texts: %w", err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return fmt.Errorf("read %s: %w", filepath.Base(path), err)
	}
	return eachLine(z, func(line []byte) error {
		var l struct{ Text, Lang, Split string }
		if err := json.Unmarshal(line, &l); err != nil {
			return fmt.Errorf("read %s: %w", filepath.Base(path), err)
		}
		if l.Split == "train" && l.Lang == "en" {
			*texts = append(*texts, l.Text)
		}
		return nil
	})
}

func eachLine(r io.Reader, f func([]byte) error) error {
	lines := bufio.NewScanner(r)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		if err := f(lines.Bytes()); err != nil {
			return err
		}
	}
	return lines.Err()
}

// digest tells whether the weights still belong to the posts, the word lists and the source: it is taken of what is seen
// of every post.
func digest(posts []sample) string {
	h := sha256.New()
	for i := range posts {
		p := &posts[i]
		fmt.Fprintln(h, p.breaks, p.closeTo, len(p.seen.Words), len(p.seen.Classes))
		for _, list := range [][]conduct.Feature{p.seen.Words, p.seen.Classes} {
			for _, x := range list {
				var b [4]byte
				binary.LittleEndian.PutUint32(b[:], x.Row)
				h.Write(b[:])
			}
		}
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}
