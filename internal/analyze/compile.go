package analyze

import (
	"fmt"
	"path"
	"slices"

	"footprint/internal/analyze/conduct"
	"footprint/internal/analyze/lexicon"
	"footprint/internal/analyze/patient"

	"gopkg.in/yaml.v3"
)

// build is what the constructors of kinds see.
type build struct {
	lex     *lexicon.Builder
	weights *patient.Weights // of short posts about patients, nil without their file
	conduct *conduct.Model   // of posts that break rules, nil without its file
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
