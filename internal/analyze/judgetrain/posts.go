package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"footprint/internal/analyze/judge"
)

// readNeutral reads the part "tune" of neutral and positive mentions of groups (testdata/eval/neutral.tsv).
func readNeutral(path string) ([]sample, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read neutral texts: %w", err)
	}
	var out []sample
	for line := range strings.Lines(string(raw)) {
		if f := strings.Split(strings.TrimSuffix(line, "\n"), "\t"); f[0] == "tune" {
			out = append(out, sample{text: f[len(f)-1], file: "posts", masked: 1<<judge.Derogatory | 1<<judge.Toxic})
		}
	}
	return out, nil
}

// readPosts reads the part "tune" of posts written for this project (testdata/eval/hostile.jsonl): hate without a
// slur, contempt for women without an oath, and harmless posts that share their words.
func readPosts(path string) ([]sample, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("read posts: %w", err)
	}
	defer f.Close()
	var out []sample
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		var rec struct {
			Text, Part string
			Labels     []string
		}
		if err := json.Unmarshal(lines.Bytes(), &rec); err != nil {
			return nil, fmt.Errorf("read posts: %s: line %d: %w", path, n, err)
		}
		if rec.Part != "tune" {
			continue
		}
		s := sample{text: rec.Text, file: "posts", present: set(rec.Labels), masked: 1<<judge.Derogatory | 1<<judge.Toxic}
		switch {
		case s.has(judge.Sexism):
			s.masked |= 1 << judge.Hate // what women are told would count against all groups
		case s.has(judge.Hate):
			s.masked |= 1 << judge.Sexism
		}
		out = append(out, s)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read posts: %w", err)
	}
	return out, nil
}
