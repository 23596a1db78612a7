package analyze

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"

	"footprint/internal/analyze/strict"

	"gopkg.in/yaml.v3"
)

// sourceRule is a raw rule and where it stands.
type sourceRule struct {
	rawRule
	file string
	line int
}

// readPack reads the rules of a pack, and adds all its files to one digest, those that are not rules to the other.
func readPack(fsys fs.FS, raw map[string]*sourceRule, all, lists io.Writer) error {
	for _, pattern := range []string{"rules/*.yaml", "lexicon/*.yaml", "frames/*.yaml", "model/*"} {
		sum := all
		if pattern != "rules/*.yaml" {
			sum = io.MultiWriter(all, lists)
		}
		names, err := fs.Glob(fsys, pattern)
		if err != nil {
			return fmt.Errorf("list rules: %w", err)
		}
		here := map[string]bool{}
		for _, name := range names {
			data, err := fs.ReadFile(fsys, name)
			if err != nil {
				return fmt.Errorf("read rules: %w", err)
			}
			fmt.Fprintf(sum, "%s %d\n", name, len(data))
			if _, err := sum.Write(data); err != nil {
				return fmt.Errorf("hash rules: %w", err)
			}
			if pattern != "rules/*.yaml" {
				continue
			}
			if err := readRules(name, data, raw, here); err != nil {
				return fmt.Errorf("rules %s: %w", path.Base(name), err)
			}
		}
	}
	return nil
}

func readRules(file string, data []byte, raw map[string]*sourceRule, here map[string]bool) error {
	var doc yaml.Node
	if err := yaml.NewDecoder(bytes.NewReader(data)).Decode(&doc); err != nil {
		if errors.Is(err, io.EOF) {
			return nil
		}
		return err
	}
	if len(doc.Content) == 0 || doc.Content[0].Kind != yaml.SequenceNode {
		return errors.New("want a list of rules")
	}
	for _, n := range doc.Content[0].Content {
		r := &sourceRule{file: file, line: n.Line}
		if err := strict.Decode(n, &r.rawRule); err != nil {
			return err
		}
		switch {
		case r.ID == "":
			return fmt.Errorf("line %d: id is missing", n.Line)
		case here[r.ID]:
			return fmt.Errorf("line %d: rule %s is given twice", n.Line, r.ID)
		case r.Off:
			delete(raw, r.ID)
			continue
		}
		here[r.ID] = true
		raw[r.ID] = r
	}
	return nil
}

// wording is a rule that is not compiled yet.
func (rs *RuleSet) wording(s *sourceRule) (*Rule, error) {
	if s.Title == "" || s.Area == "" {
		return nil, fmt.Errorf("line %d: title and area are needed", s.line)
	}
	return &Rule{likeness: unknown, ID: s.ID, Title: s.Title, Area: s.Area, Severity: s.Severity, Mode: s.Mode, Citations: s.Implements, Flags: s.Flags, Doubt: s.Doubt,
		Checklist: s.Checklist, File: s.file, Line: s.line, set: rs, yieldsTo: s.YieldsTo, examples: s.Examples}, nil
}
