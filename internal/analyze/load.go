package analyze

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"sync"
	"sync/atomic"

	"footprint/internal/analyze/conduct"
	"footprint/internal/analyze/guidance"
	"footprint/internal/analyze/hostility"
	"footprint/internal/analyze/judge"
	"footprint/internal/analyze/lexicon"
	"footprint/internal/analyze/names"
	"footprint/internal/analyze/patient"
	"footprint/internal/analyze/text"
)

// RuleSet is a compiled set of rules. It never changes; all methods may be called concurrently.
type RuleSet struct {
	rules    []*Rule // sorted by id
	byID     map[string]*Rule
	own      *plans // for items of the user's own
	others   *plans // and of others
	lex      *lexicon.Lexicon
	tests    []test // of the conditions
	catalog  guidance.Catalogue
	version  string
	names    *names.Reader
	person   atomic.Pointer[names.Person] // of the last user asked about
	clinic   lexicon.Class
	judge    *judge.Model   // nil without a model file
	conduct  *conduct.Model // nil without a model file
	likes    *conduct.Reader
	hostile  hostility.Table
	frames   *hostility.Patterns // nil without a file of frames
	contexts sync.Pool           // *Context
	passages sync.Pool           // *Passage
	readers  sync.Pool           // *hostility.Reader
	features sync.Pool           // *conduct.Features

	patients *patient.Reader

	finish  func() error                      // makes all that only judging needs, once
	grounds func() (map[string]ground, error) // by rule id, made once
	lists   string                            // digest of all files but those of rules
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
		if err := rs.catalog.Add(fsys); err != nil {
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
	b.lex.Declare(names.Classes()...)
	models := make(chan error, 1)
	go func() { models <- rs.readModels(b, packs) }() // half of the time, and it needs nothing of the other half
	lex, err := rs.compile(b, raw, packs)
	if err := errors.Join(<-models, err); err != nil {
		return err
	}
	rs.lex, rs.tests, b.conduct = lex, b.tests, rs.conduct
	rs.likes = rs.conduct.Reader(lex)
	for _, f := range b.later {
		if err := f(lex); err != nil {
			return err
		}
	}
	rs.names = names.NewReader(lex)
	rs.clinic = lex.Class("clinical")
	rs.hostile = hostility.NewTable(lex)
	rs.patients = patient.NewReader(lex, b.weights)
	rs.readers.New = func() any { return &hostility.Reader{} }
	rs.features.New = func() any { return &conduct.Features{} }
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
	}
	for _, r := range rs.rules {
		if err := b.compile(r, raw[r.ID]); err != nil {
			return nil, fmt.Errorf("rules %s: rule %s: %w", path.Base(r.File), r.ID, err)
		}
	}
	return b.lex.Build()
}

// readModels reads the judge, the weights of stories and the frames; those of a later pack take the place of others.
func (rs *RuleSet) readModels(b *build, packs []fs.FS) error {
	for _, fsys := range packs {
		if err := b.readWeights(fsys); err != nil {
			return err
		}
		model, err := readModel(fsys)
		if err != nil {
			return err
		}
		if model != nil {
			rs.judge = model
		}
		posts, err := readConduct(fsys)
		if err != nil {
			return err
		}
		if posts != nil {
			rs.conduct = posts
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
