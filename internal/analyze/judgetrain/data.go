package main

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"footprint/internal/analyze/corpus"
	"footprint/internal/analyze/judge"
)

// sample is one labelled text. A label that is in neither set is absent.
type sample struct {
	text    string
	file    string
	dev     bool
	present uint8 // bit set of judge.Label
	masked  uint8 // labels the source says nothing about: not trained, not measured
}

func (s *sample) has(l judge.Label) bool   { return s.present&(1<<l) != 0 }
func (s *sample) knows(l judge.Label) bool { return s.masked&(1<<l) == 0 }

// readAll reads the English texts of every labelled file in dir, in the order of file names.
func readAll(dir string) ([]sample, error) {
	paths, err := filepath.Glob(filepath.Join(dir, "*.jsonl.gz"))
	if err != nil {
		return nil, fmt.Errorf("list training files: %w", err)
	}
	slices.Sort(paths)
	var all []sample
	for _, p := range paths {
		if all, err = readFile(p, all); err != nil {
			return nil, err
		}
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("no labelled texts in %s", dir)
	}
	return all, nil
}

func readFile(path string, all []sample) ([]sample, error) {
	texts, err := corpus.English(path)
	if err != nil {
		return nil, err
	}
	name := strings.TrimSuffix(filepath.Base(path), ".jsonl.gz")
	for _, t := range texts {
		all = append(all, derive(sample{text: t.Text, file: name, dev: t.Split == "dev", present: set(t.Labels), masked: set(t.Unknown)}))
	}
	return all, nil
}

// ofSex are the files whose hate is against women, with whether what is not marked in them is known not to be sexist.
// The files of ordinary talk hold no sexism to speak of; what others call hate may be sexist or not, and what they do
// not call hate often is: to them contempt for women is mere swearing.
var ofSex = []string{"sexism-posts", "misogyny-threads"}

// ordinary are the files of ordinary talk and prose.
var ordinary = []string{"everyday-comments", "everyday-tweets", "identity-neutral", "health-education", "medical-advice", "personal-health",
	"patient-cases", "talk-pages", "group-statements", "invented-posts", "invented"}

// derive adds the label sexism (the hate of the files that look for nothing else; the hate of other files may be sexist
// or not), and contempt: the files of ordinary talk hold none to speak of, and only statements on groups were made to tell it.
func derive(s sample) sample {
	plain := slices.Contains(ordinary, s.file)
	switch hate := s.has(judge.Hate); {
	case hate && s.file == "group-statements":
		s.present |= 1 << judge.Contempt
	case hate || !plain || !s.knows(judge.Hate):
		s.masked |= 1 << judge.Contempt
	}
	switch hate := s.has(judge.Hate); {
	case slices.Contains(ofSex, s.file):
		if hate {
			s.present |= 1 << judge.Sexism
		}
	case hate || !s.knows(judge.Hate) || !plain:
		s.masked |= 1 << judge.Sexism
	}
	return s
}

func set(names []string) (bits uint8) {
	for l := range judge.Label(judge.NumLabels) {
		if slices.Contains(names, l.String()) {
			bits |= 1 << l
		}
	}
	return bits
}

// weight is how much one text of the file counts. Sources whose positives are arguable count less, and the
// ones that show harmless mentions of groups count more.
func weight(file string) float32 {
	switch file {
	case "identity-comments":
		return 0.4
	case "offensive-tweets", "news-comments":
		return 0.6
	case "contempt":
		return 3
	case "invented", "posts":
		return 2
	case "identity-neutral", "group-statements", "emoji-hate":
		return 1.5
	}
	return 1
}
