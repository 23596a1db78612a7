package main

import (
	"encoding/json"
	"path/filepath"
	"slices"
	"strings"

	"footprint/internal/analyze/corpus"
	"footprint/internal/analyze/lexicon"
	"footprint/internal/analyze/patient"
	"footprint/internal/analyze/text"
)

// reader turns texts into observations.
type reader struct {
	lex  *lexicon.Lexicon
	read *patient.Reader
}

func newReader() (*reader, error) {
	lex, err := corpus.Lexicon()
	if err != nil {
		return nil, err
	}
	return &reader{lex, patient.NewReader(lex, nil)}, nil
}

func (r *reader) sample(s string, told bool, weight float64) sample {
	d := text.Parse(s)
	m := r.lex.Annotate(d)
	out := sample{seen: r.read.Observe(d, &m), weight: weight}
	if told {
		out.patient = 1
	}
	return out
}

// evaluation reads the posts to tune on: short ones with an answer, and those of the patient rules.
func (r *reader) evaluation(dir string) ([]sample, error) {
	var out []sample
	for _, name := range []string{"patient-short.jsonl", "patient.jsonl", "harmless.jsonl"} {
		err := corpus.Lines(filepath.Join(dir, name), func(line []byte) error {
			var c post
			if err := json.Unmarshal(line, &c); err != nil {
				return err
			}
			if told, known := c.told(); known && c.Part == "tune" && c.Item.Text != "" {
				x := r.sample(c.Item.Text, told, postWeight)
				x.batch, x.text = c.batch(), c.Item.Text
				out = append(out, x)
			}
			return nil
		})
		if err != nil {
			return nil, err
		}
	}
	return out, nil
}

// otherWeight is the weight of a post that was written to try other rules.
const otherWeight = 0.5

// hostile reads the posts on which hostility is tuned: they speak of him and her as people do who tell of no patient.
func (r *reader) hostile(dir string) ([]sample, error) {
	var out []sample
	err := corpus.Lines(filepath.Join(dir, "hostile.jsonl"), func(line []byte) error {
		var c struct{ Text, Part string }
		if err := json.Unmarshal(line, &c); err != nil {
			return err
		}
		if c.Part == "tune" {
			x := r.sample(c.Text, false, otherWeight)
			x.batch, x.shared = "hostile", true
			out = append(out, x)
		}
		return nil
	})
	return out, err
}

// post is one evaluation text: either with a plain answer, or with the rules it must raise and must not.
type post struct {
	ID        string
	Part      string
	Item      struct{ Text string }
	Patient   *bool
	Expect    []string
	ExpectNot []string `json:"expect_not"`
}

// batch is the part of the id that posts written at one time share.
func (p *post) batch() string {
	if i := strings.LastIndexByte(p.ID, '-'); i > 0 {
		return p.ID[:i]
	}
	return p.ID
}

// told reports whether the post tells of a patient; known is false when its rules do not say.
func (p *post) told() (told, known bool) {
	if p.Patient != nil {
		return *p.Patient, true
	}
	stories := func(rule string) bool {
		switch rule {
		case "patient-direct-identification", "patient-indirect-identification", "patient-anecdote-public", "patient-deceased-disclosure",
			"patient-good-news-post", "patient-pseudonym-only":
			return true
		}
		return false
	}
	if slices.ContainsFunc(p.Expect, stories) {
		return true, true
	}
	return false, len(p.Expect) == 0 && slices.ContainsFunc(p.ExpectNot, stories)
}

// files are the training files in use: how many texts of each, and how much one of them weighs.
var files = []struct {
	name   string
	texts  int
	weight float64
}{
	{"patient-cases", 2500, 0.3}, {"invented-posts", 800, 0.3}, {"health-education", 6000, 0.6}, {"personal-health", 2000, 1}, {"medical-advice", 1500, 0.3},
	{"everyday-comments", 20000, 0.3}, {"everyday-tweets", 10000, 0.3}, {"identity-neutral", 6000, 0.8}, {"unmoderated-posts", 500, 0.3}, {"talk-pages", 800, 0.3},
	{"rewrite-pairs", 500, 0.3}, {"sexism-posts", 500, 0.3},
}

// training reads texts of the shared folder, evenly over each file.
func (r *reader) training(dir string) ([]sample, error) {
	var out []sample
	for _, file := range files {
		texts, err := corpus.English(filepath.Join(dir, file.name+".jsonl.gz"))
		if err != nil {
			return nil, err
		}
		for _, t := range corpus.Evenly(texts, file.texts, "patient_case") {
			x := r.sample(t.Text, slices.Contains(t.Labels, "patient_case"), file.weight)
			x.batch, x.shared = file.name, true
			out = append(out, x)
		}
	}
	return out, nil
}
