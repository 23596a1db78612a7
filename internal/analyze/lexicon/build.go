package lexicon

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"footprint/internal/analyze/text"
	"footprint/internal/footprint"

	"gopkg.in/yaml.v3"
)

// Builder collects lists and compiles them.
type Builder struct {
	lists []rawList
	known map[string]bool // classes without words, filled at run time
}

// rawList is one block of a list file.
type rawList struct {
	Class string `yaml:"class"`
	// Region, Severity and POS describe the terms. Verbs and nouns get their regular forms.
	Region   []string `yaml:"region"`
	Severity string   `yaml:"severity"`
	POS      string   `yaml:"pos"`
	// Unless names classes or words that make the terms harmless in the same sentence, Needs those of which
	// one must stand there.
	Unless []string `yaml:"unless"`
	Needs  []string `yaml:"needs"`
	// Case is "upper" for terms that count only in capitals, "lower" for those that are names with a capital,
	// "hidden" for mild words that count only behind a disguise, "name" for terms that count only where they stand
	// as the name of a person or a place.
	Case string `yaml:"case"`
	// Lang is the language the terms belong to: en unless told, "any" for all.
	Lang  string    `yaml:"lang"`
	Terms yaml.Node `yaml:"terms"`

	file string
	line int
	term []string
}

// Declare makes a class known that gets its hits from code.
func (b *Builder) Declare(classes ...string) {
	if b.known == nil {
		b.known = map[string]bool{}
	}
	for _, c := range classes {
		b.known[c] = true
	}
}

// AddFS reads every lexicon/*.yaml of fsys.
func (b *Builder) AddFS(fsys fs.FS) error {
	names, err := fs.Glob(fsys, "lexicon/*.yaml")
	if err != nil {
		return fmt.Errorf("list lexicon: %w", err)
	}
	for _, name := range names {
		data, err := fs.ReadFile(fsys, name)
		if err != nil {
			return fmt.Errorf("read lexicon: %w", err)
		}
		if err := b.AddFile(name, data); err != nil {
			return err
		}
	}
	return nil
}

// AddFile reads one list file; unknown keys are errors that name file and line.
func (b *Builder) AddFile(name string, data []byte) error {
	dec := yaml.NewDecoder(bytes.NewReader(data))
	dec.KnownFields(true)
	var lists []rawList
	if err := dec.Decode(&lists); err != nil && !errors.Is(err, io.EOF) {
		return fmt.Errorf("lexicon %s: %w", path.Base(name), err)
	}
	for i := range lists {
		l := &lists[i]
		l.file, l.line = name, l.Terms.Line
		if err := l.check(); err != nil {
			return fmt.Errorf("lexicon %s:%d: %w", path.Base(name), l.line, err)
		}
		l.Terms = yaml.Node{} // many times the size of the words
		b.lists = append(b.lists, *l)
	}
	return nil
}

// AddWords adds the words a rule brings itself, under a class of its own.
func (b *Builder) AddWords(class, file string, line int, words []string) {
	b.lists = append(b.lists, rawList{Class: class, Lang: "any", term: words, file: file, line: line})
}

func (l *rawList) check() error {
	switch {
	case l.Class == "":
		return errors.New("class is missing")
	case l.Terms.Kind != yaml.SequenceNode:
		return fmt.Errorf("class %s: terms must be a list", l.Class)
	case l.Case != "" && lettersOf(l.Case) == anyLetters:
		return fmt.Errorf("class %s: case %q: want upper, lower, hidden or name", l.Class, l.Case)
	}
	for _, n := range l.Terms.Content {
		if n.Kind != yaml.ScalarNode || strings.TrimSpace(n.Value) == "" {
			return fmt.Errorf("line %d: class %s: a term must be a word or phrase", n.Line, l.Class)
		}
		if depth(n.Value) > 1 {
			return fmt.Errorf("line %d: class %s: brackets inside brackets", n.Line, l.Class)
		}
		l.term = append(l.term, n.Value)
	}
	if l.Lang == "" {
		l.Lang = "en"
	}
	return nil
}

// manyWords is room for the lists as they are.
const manyWords = 1 << 15

// Build compiles the lists.
func (b *Builder) Build() (*Lexicon, error) {
	l := &Lexicon{classes: map[string]Class{}, names: []string{""}, parents: [][]Class{nil}, words: make(map[string]uint32, manyWords), first: []uint32{0}}
	n := newNet(l)
	for _, c := range slices.Sorted(mapKeys(b.known)) {
		l.intern(c)
	}
	for i := range b.lists {
		l.intern(b.lists[i].Class)
	}
	// Words in unless and needs become classes of their own, so that nothing is compared at run time.
	for i := range b.lists {
		for _, w := range slices.Concat(b.lists[i].Unless, b.lists[i].Needs) {
			if l.classes[w] == 0 && len(parentsOf(w)) == 1 {
				l.intern(wordClass(w))
				n.addPhrase(w, n.end(term{Entry: l.newList(wordClass(w), "any").entry(w)}))
			}
		}
	}
	for i := range b.lists {
		if err := addList(n, &b.lists[i]); err != nil {
			return nil, err
		}
	}
	if len(l.names) > 1<<14 {
		return nil, fmt.Errorf("lexicon: more than %d classes: %w", 1<<14, footprint.ErrTooLarge)
	}
	n.compile()
	l.rank()
	masks := make(chan *unmasker, 1)
	go func() { masks <- newUnmasker(l) }() // beside the other, which takes as long
	l.respell = newRespeller(l)
	l.callers = l.SetOf(callers...)
	l.masks = <-masks
	return l, nil
}

// rank enters the words that can be found without a look-up.
func (l *Lexicon) rank() {
	l.often = make([]float32, len(l.names))
	text.EachCommon(func(w string, rank int) {
		for len(l.ranked) <= rank {
			l.ranked = append(l.ranked, 0)
		}
		l.ranked[rank] = l.words[w]
		for _, t := range l.at(l.first[l.words[w]]) {
			for _, c := range t.classes {
				l.often[c] += 1 / float32(rank)
			}
		}
	})
	for c := range l.single {
		l.single[c] = l.words[string(rune(c))]
	}
}

func tongueOf(lang string) tongue {
	switch lang {
	case "en":
		return english
	case "any":
		return anyTongue
	}
	return otherTongue
}

func lettersOf(s string) letters {
	switch s {
	case "upper":
		return upperLetters
	case "lower":
		return lowerLetters
	case "hidden":
		return hiddenLetters
	case "name":
		return nameLetters
	}
	return anyLetters
}

func wordClass(w string) string { return "word:" + strings.ReplaceAll(w, ".", "") }

func (l *Lexicon) intern(name string) Class {
	if c := l.classes[name]; c != 0 {
		return c
	}
	var chain []Class
	if ps := parentsOf(name); len(ps) > 1 {
		l.intern(ps[1])
		chain = l.parents[l.classes[ps[1]]]
	}
	c := Class(len(l.names))
	l.classes[name] = c
	l.names = append(l.names, name)
	l.parents = append(l.parents, append([]Class{c}, chain...))
	return c
}

func addList(n *net, r *rawList) error {
	l := n.lex
	list := l.newList(r.Class, r.Lang)
	list.Region, list.File, list.Line = r.Region, r.file, r.line
	if r.Severity != "" {
		s, err := footprint.ParseSeverity(r.Severity)
		if err != nil {
			return fmt.Errorf("lexicon %s:%d: %w", path.Base(r.file), r.line, err)
		}
		list.Severity, list.Rated = s, true
	}
	var err error
	if list.unless, err = l.neighbours(r.Unless); err == nil {
		list.needs, err = l.neighbours(r.Needs)
	}
	if err != nil {
		return fmt.Errorf("lexicon %s:%d: %w", path.Base(r.file), r.line, err)
	}
	list.asked.company = len(list.unless)+len(list.needs) > 0
	if r.Class == Benign || strings.HasPrefix(r.Class, Benign+".") {
		list.asked.benign = true
		if topic := strings.TrimPrefix(strings.TrimPrefix(r.Class, Benign), "."); topic != "" {
			list.silence = []Class{l.intern(topic)}
		}
	}
	for _, words := range r.term {
		n.add(words, r.POS, n.end(term{Entry: list.entry(words), tongue: tongueOf(r.Lang), letters: lettersOf(r.Case)}))
	}
	return nil
}

func (l *Lexicon) neighbours(names []string) ([]Class, error) {
	var out []Class
	for _, n := range names {
		c := l.classes[n]
		if c == 0 {
			c = l.classes[wordClass(n)]
		}
		if c == 0 {
			return nil, fmt.Errorf("no class or word %q", n)
		}
		out = append(out, c)
	}
	return out, nil
}

func mapKeys(m map[string]bool) func(func(string) bool) {
	return func(yield func(string) bool) {
		for k := range m {
			if !yield(k) {
				return
			}
		}
	}
}
