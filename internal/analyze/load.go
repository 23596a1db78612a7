package analyze

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"sync"
	"sync/atomic"

	"footprint/internal/analyze/hostility"
	"footprint/internal/analyze/judge"
	"footprint/internal/analyze/lexicon"
	"footprint/internal/analyze/patient"
	"footprint/internal/analyze/text"

	"gopkg.in/yaml.v3"
)

// RuleSet is a compiled set of rules. It never changes; all methods may be called concurrently.
type RuleSet struct {
	rules    []*Rule // sorted by id
	byID     map[string]*Rule
	own      *plans // for items of the user's own
	others   *plans // and of others
	lex      *lexicon.Lexicon
	tests    []test // of the conditions
	catalog  Catalogue
	version  string
	titled   *lexicon.Entry
	shapes   shapes
	employer *lexicon.Entry
	person   atomic.Pointer[person] // of the last user asked about
	clinic   lexicon.Class
	judge    *judge.Model // nil without a model file
	hostile  hostility.Table
	frames   *hostility.Patterns // nil without a file of frames
	contexts sync.Pool           // *Context
	passages sync.Pool           // *Passage
	readers  sync.Pool           // *hostility.Reader

	patients *patient.Reader

	finish  func() error                      // makes all that only judging needs, once
	grounds func() (map[string]ground, error) // by rule id, made once
	lists   string                            // digest of all files but those of rules
}

// build is what the constructors of kinds see.
type build struct {
	lex     *lexicon.Builder
	weights *patient.Weights // of short posts about patients, nil without their file
	file    string
	rule    *Rule
	words   int // inline word lists so far, for their names
	// fields is the table of what conditions can ask about.
	fields map[string]field
	// tests are those of the conditions compiled so far, asked their numbers.
	tests []test
	asked map[string]int
	// later are run when the lexicon stands.
	later []func(l *lexicon.Lexicon) error
}

// Load compiles rules/*.yaml, lexicon/*.yaml and guidance/catalogue.csv of every file system, in order. A
// later one may add rules and lists, replace a rule by giving its id again, or switch one off ("off: true").
// Errors name file and line.
func Load(packs ...fs.FS) (*RuleSet, error) {
	rs, err := Read(packs...)
	if err != nil {
		return nil, err
	}
	return rs, rs.finish()
}

// Read is Load of what rules say, without what only judging needs, which the first judgement makes; it panics if that
// fails. It is for packs that a test loads whole, as the built-in one, and lets a program that only shows start sooner.
func Read(packs ...fs.FS) (*RuleSet, error) {
	rs := &RuleSet{byID: map[string]*Rule{}}
	sum, lists := sha256.New(), sha256.New()
	raw := map[string]*sourceRule{}
	for _, fsys := range packs {
		if err := readPack(fsys, raw, sum, lists); err != nil {
			return nil, err
		}
		if err := rs.catalog.add(fsys); err != nil {
			return nil, err
		}
	}
	for _, id := range sortedKeys(raw) {
		r, err := rs.wording(raw[id])
		if err != nil {
			return nil, fmt.Errorf("rules %s: rule %s: %w", path.Base(raw[id].file), id, err)
		}
		rs.rules = append(rs.rules, r)
		rs.byID[r.ID] = r
	}
	rs.lists = hex.EncodeToString(lists.Sum(nil))[:16]
	rs.grounds = sync.OnceValues(func() (map[string]ground, error) { return groundsOf(raw) })
	rs.version = hex.EncodeToString(sum.Sum(nil))[:16]
	rs.finish = sync.OnceValue(func() error { return rs.build(raw, packs) })
	return rs, nil
}

// build makes what judging needs.
func (rs *RuleSet) build(raw map[string]*sourceRule, packs []fs.FS) error {
	b := &build{lex: &lexicon.Builder{}, fields: fields(), asked: map[string]int{}}
	b.lex.Declare(codeClasses()...)
	models := make(chan error, 1)
	go func() { models <- rs.readModels(packs) }() // half of the time, and it needs nothing of the other half
	lex, err := rs.compile(b, raw, packs)
	if err := errors.Join(<-models, err); err != nil {
		return err
	}
	rs.lex, rs.tests = lex, b.tests
	for _, f := range b.later {
		if err := f(lex); err != nil {
			return err
		}
	}
	rs.titled = lex.NewEntry(classTitled, "title and name")
	rs.shapes = newShapes(lex)
	rs.employer = lex.NewEntry(classMeEmployer, "handle")
	rs.clinic = lex.Class("clinical")
	rs.hostile = hostility.NewTable(lex)
	rs.patients = patient.NewReader(lex, b.weights)
	rs.readers.New = func() any { return &hostility.Reader{} }
	rs.contexts.New = func() any { return &Context{answers: make([]answer, len(b.tests))} }
	rs.passages.New = func() any { return &Passage{Doc: &text.Doc{}} }
	rs.own, rs.others = newPlans(rs.rules, lex, true), newPlans(rs.rules, lex, false)
	return nil
}

// compile makes rules and word lists ready to be used.
func (rs *RuleSet) compile(b *build, raw map[string]*sourceRule, packs []fs.FS) (*lexicon.Lexicon, error) {
	for _, fsys := range packs {
		if err := b.lex.AddFS(fsys); err != nil {
			return nil, err
		}
		if err := b.readWeights(fsys); err != nil {
			return nil, err
		}
	}
	for _, r := range rs.rules {
		if err := b.compile(r, raw[r.ID]); err != nil {
			return nil, fmt.Errorf("rules %s: rule %s: %w", path.Base(r.File), r.ID, err)
		}
	}
	return b.lex.Build()
}

// readModels reads the judge and the frames; those of a later pack take the place of others.
func (rs *RuleSet) readModels(packs []fs.FS) error {
	for _, fsys := range packs {
		model, err := readModel(fsys)
		if err != nil {
			return err
		}
		if model != nil {
			rs.judge = model
		}
		frames, err := readFrames(fsys)
		if err != nil {
			return err
		}
		if frames != nil {
			rs.frames = frames
		}
	}
	return nil
}

// ready is called before every judgement, and before anybody asks how a rule detects.
func (rs *RuleSet) ready() {
	if err := rs.finish(); err != nil {
		panic(fmt.Sprintf("rules that no test has loaded: %v", err))
	}
}

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
		if err := decode(n, &r.rawRule); err != nil {
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
	return &Rule{ID: s.ID, Title: s.Title, Area: s.Area, Severity: s.Severity, Mode: s.Mode, Citations: s.Implements, Flags: s.Flags, Doubt: s.Doubt,
		Checklist: s.Checklist, File: s.file, Line: s.line, set: rs, yieldsTo: s.YieldsTo, examples: s.Examples}, nil
}

// compile makes a rule run.
func (b *build) compile(r *Rule, s *sourceRule) error {
	b.rule, b.file = r, s.file
	table := kinds()
	for i := range s.Detect {
		if err := b.alternative(table, r, &s.Detect[i]); err != nil {
			return err
		}
	}
	return nil
}

func (b *build) alternative(table map[string]kindDef, r *Rule, n *yaml.Node) error {
	var c Common
	if err := n.Decode(&c); err != nil {
		return err
	}
	def, ok := table[c.Kind]
	if !ok {
		return fmt.Errorf("line %d: unknown kind %q", n.Line, c.Kind)
	}
	if c.Who == "" {
		c.Who = "any"
		if def.reads {
			c.Who = "self"
		}
	}
	if c.Who != "self" && c.Who != "any" && c.Who != "other" {
		return fmt.Errorf("line %d: who %q: want self, other or any", n.Line, c.Who)
	}
	when, err := b.condition(&c.When)
	if err != nil {
		return err
	}
	if def.cross != nil {
		det, err := def.cross(b, n)
		if err != nil {
			return fmt.Errorf("line %d: %w", n.Line, err)
		}
		r.surveys = append(r.surveys, &crossAlternative{rule: r, Common: c, when: when, det: det})
		return nil
	}
	det, err := def.item(b, n)
	if err != nil {
		return fmt.Errorf("line %d: %w", n.Line, err)
	}
	pre, _ := det.(prefilter)
	r.alts = append(r.alts, &alternative{rule: r, Common: c, when: when, det: det, words: pre})
	return nil
}

// set resolves class names and inline words to a set of classes once the lexicon stands. Unknown classes are
// errors.
func (b *build) set(into *lexicon.Set, line int, classes, inline []string) {
	if len(inline) > 0 {
		b.words++
		name := fmt.Sprintf("rule:%s#%d", b.rule.ID, b.words)
		b.lex.AddWords(name, b.file, line, inline)
		classes = append(slices.Clone(classes), name)
	}
	if len(classes) == 0 {
		return
	}
	where := fmt.Sprintf("rules %s:%d: rule %s", path.Base(b.file), line, b.rule.ID)
	b.later = append(b.later, func(l *lexicon.Lexicon) error {
		for _, c := range classes {
			if l.Class(c) == 0 {
				return fmt.Errorf("%s: no word list has class %q", where, c)
			}
		}
		*into = l.SetOf(classes...)
		return nil
	})
}

// Version changes whenever rules, lists or the model change, so that stored items can be judged anew.
func (rs *RuleSet) Version() string { return rs.version }

// Rules returns all rules, sorted by id.
func (rs *RuleSet) Rules() []*Rule { return slices.Clone(rs.rules) }

// Rule returns the rule with that id, nil if there is none.
func (rs *RuleSet) Rule(id string) *Rule { return rs.byID[id] }

func sortedKeys[K cmp.Ordered, V any](m map[K]V) []K {
	keys := make([]K, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
