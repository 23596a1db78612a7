package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"gopkg.in/yaml.v3"

	"footprint/internal/analyze/corpus"
	"footprint/internal/analyze/judge"
)

// onlyContempt masks every other label.
const onlyContempt = (1<<judge.NumLabels - 1) &^ (1 << judge.Contempt)

// readNeutral reads the part "tune" of neutral and positive mentions of groups (testdata/eval/neutral.tsv).
func readNeutral(path string) ([]sample, error) {
	var out []sample
	err := corpus.Rows(path, 3, func(f []string) {
		if f[0] == "tune" {
			out = append(out, sample{text: f[2], file: "posts", masked: 1 << judge.Derogatory})
		}
	})
	return out, err
}

// readContempt reads what is said of a group and harmless sentences close to it (testdata/eval/contempt.tsv), with a
// name of a group, which is like any other, in its place. The part "held" is for calibration.
func readContempt(path string) ([]sample, error) {
	named := strings.NewReplacer("{P}", "catholics", "{S}", "catholic", "{A}", "catholic")
	var out []sample
	err := corpus.Rows(path, 4, func(f []string) {
		for i, text := range f[2:] {
			s := sample{text: named.Replace(text), file: "contempt", dev: f[0] == "held", masked: onlyContempt}
			if i == 0 {
				s.present = 1 << judge.Contempt
			}
			out = append(out, s)
		}
	})
	return out, err
}

// readFunctional reads the part "tune" of the functional tests (testdata/eval/functional.yaml) but those with slurs.
func readFunctional(path string) ([]sample, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read functional tests: %w", err)
	}
	var f struct {
		Functions []struct {
			Hateful bool
			Tune    []string
		}
	}
	if err := yaml.Unmarshal(raw, &f); err != nil {
		return nil, fmt.Errorf("read functional tests: %s: %w", path, err)
	}
	named := strings.NewReplacer("{g}", "catholics", "{s}", "catholic", "{a}", "catholic", "{one}", "a catholic")
	var out []sample
	for _, fn := range f.Functions {
		for _, t := range fn.Tune {
			s := sample{text: named.Replace(t), file: "contempt", masked: onlyContempt}
			if fn.Hateful {
				s.present = 1 << judge.Contempt
			}
			if !strings.Contains(s.text, "{") {
				out = append(out, s)
			}
		}
	}
	return out, nil
}

// readPosts reads the posts written for this project (testdata/eval/hostile.jsonl): hate without a slur, contempt for
// women without an oath, and harmless posts that share their words. The part "held" is for calibration.
func readPosts(path string) ([]sample, error) {
	var out []sample
	err := corpus.Lines(path, func(line []byte) error {
		var rec struct {
			Text, Part string
			Labels     []string
		}
		if err := json.Unmarshal(line, &rec); err != nil {
			return err
		}
		s := sample{text: rec.Text, file: "posts", dev: rec.Part != "tune", present: set(rec.Labels), masked: 1 << judge.Derogatory}
		switch {
		case s.has(judge.Sexism):
			s.masked |= 1<<judge.Hate | 1<<judge.Contempt // what women are told would count against all groups
		case s.has(judge.Hate):
			s.present |= 1 << judge.Contempt
			s.masked |= 1 << judge.Sexism
		}
		if s.dev {
			s.masked |= onlyContempt
		}
		out = append(out, s)
		return nil
	})
	return out, err
}
