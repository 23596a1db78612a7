package view

import (
	"slices"

	"footprint/internal/footprint"
)

// traits are what a filter asks of a task, small enough that those of all tasks stay in the processor's cache. Words
// are places in a vocabulary.
type traits struct {
	severity                               footprint.Severity
	confidence                             footprint.Confidence
	claims                                 bool // that something is wrong; reviews and reminders do not
	minds                                  minds
	year                                   int16 // 0 if not known
	area, platform, kind, visibility, rule uint16
}

// vocabulary gives each word a number, from 1 on; 0 is none.
type vocabulary map[string]uint16

func (v vocabulary) add(word string) uint16 {
	n, ok := v[word]
	if !ok && word != "" {
		n = uint16(len(v) + 1)
		v[word] = n
	}
	return n
}

// table holds the traits of all tasks. It never changes.
type table struct {
	rows  []traits
	words vocabulary
}

func newTable(tasks []Task) *table {
	x := &table{make([]traits, len(tasks)), vocabulary{}}
	for i := range tasks {
		t := &tasks[i]
		x.rows[i] = traits{
			severity: t.Severity, confidence: t.Confidence, claims: t.Mode == footprint.ModeFinding || t.Mode == footprint.ModeCross, minds: t.minds,
			area: x.words.add(t.Area), platform: x.words.add(t.Platform), kind: x.words.add(string(t.Kind)),
			visibility: x.words.add(string(t.Visibility)), rule: x.words.add(t.Rule),
		}
		if !t.Created.IsZero() {
			x.rows[i].year = int16(t.Created.Year())
		}
	}
	return x
}

// sure hides weak findings. Reviews and reminders claim nothing and always pass.
func (t *traits) sure() bool { return !t.claims || t.confidence > footprint.Weak }

// test returns whether the traits of a task pass a filter, whatever its scope.
func (x *table) test(f *Filter) func(*traits) bool {
	var tests []func(*traits) bool
	is := func(word string, of func(*traits) uint16) {
		if want, known := x.words[word]; word != "" {
			tests = append(tests, func(t *traits) bool { return known && of(t) == want })
		}
	}
	if f.Severity != "" {
		want, err := footprint.ParseSeverity(f.Severity)
		tests = append(tests, func(t *traits) bool { return err == nil && t.severity == want })
	}
	switch f.Confidence {
	case AnyConfidence:
	case "":
		tests = append(tests, (*traits).sure)
	default:
		tests = append(tests, func(t *traits) bool { return t.claims && t.confidence.String() == f.Confidence })
	}
	is(f.Area, func(t *traits) uint16 { return t.area })
	is(f.Platform, func(t *traits) uint16 { return t.platform })
	is(f.Kind, func(t *traits) uint16 { return t.kind })
	is(f.Audience, func(t *traits) uint16 { return t.visibility })
	is(f.Rule, func(t *traits) uint16 { return t.rule })
	if f.Year != 0 {
		tests = append(tests, func(t *traits) bool { return int(t.year) == f.Year })
	}
	if f.Reader != "" {
		tests = append(tests, x.sees(f.Reader))
	}
	return func(t *traits) bool {
		for _, passes := range tests {
			if !passes(t) {
				return false
			}
		}
		return true
	}
}

// sees tests whether a reader could see the item and would mind it.
func (x *table) sees(r Reader) func(*traits) bool {
	at := slices.Index(Readers(), r)
	var seen []uint16
	for _, v := range sights[r] {
		if n, known := x.words[string(v)]; known || v == "" {
			seen = append(seen, n)
		}
	}
	return func(t *traits) bool { return at >= 0 && t.minds&(1<<at) != 0 && slices.Contains(seen, t.visibility) }
}
