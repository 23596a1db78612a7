package analyze

import (
	"fmt"

	"footprint/internal/analyze/lexicon"
	"footprint/internal/footprint"

	"gopkg.in/yaml.v3"
)

// Rule is one rule of the guidance: what it is called, what it rests on, what the user is told.
type Rule struct {
	ID        string
	Title     string
	Area      string
	Severity  footprint.Severity
	Mode      footprint.Mode
	Citations []string // ids of catalogue rows the rule implements
	Flags     string   // what it flags, in words
	Doubt     string   // why a finding may be wrong, where the way of detecting says nothing closer
	Checklist Checklist
	// File and Line are where the rule is written.
	File string
	Line int

	set      *RuleSet
	yieldsTo []string
	alts     []*alternative // once the set is ready, as surveys
	surveys  []*crossAlternative
	likeness int // place of the rule in the scores of the model of conduct; unknown without one
	examples rawExamples
}

// Runs reports whether anything detects for this rule.
func (r *Rule) Runs() bool {
	r.set.ready()
	return len(r.alts)+len(r.surveys) > 0
}

// Checklist is what the user is told to do.
type Checklist struct {
	Action      string `yaml:"action"`
	Explanation string `yaml:"explanation"`
	Step        string `yaml:"step"`
	Draft       string `yaml:"draft"`
}

// rawRule is a rule as the file has it.
type rawRule struct {
	ID         string             `yaml:"id"`
	Title      string             `yaml:"title"`
	Area       string             `yaml:"area"`
	Severity   footprint.Severity `yaml:"severity"`
	Mode       footprint.Mode     `yaml:"mode"`
	Implements []string           `yaml:"implements"`
	Flags      string             `yaml:"flags"`
	Doubt      string             `yaml:"doubt"`
	Checklist  Checklist          `yaml:"checklist"`
	YieldsTo   []string           `yaml:"yields_to"` // rules that say it better when raised on the same item
	Off        bool               `yaml:"off"`       // in a later pack: switch the rule off
	Detect     []yaml.Node        `yaml:"detect"`
	Examples   rawExamples        `yaml:"examples"`
}

// rawExamples prove the rule: cases it must raise, cases it must leave alone.
type rawExamples struct {
	Hit  []yaml.Node `yaml:"hit"`
	Miss []yaml.Node `yaml:"miss"`
}

// alternative is one compiled way to detect.
type alternative struct {
	rule *Rule
	Common
	when *condition
	det  detector
	// words is the detector's own pre-filter, when it has one: cheaper than any condition.
	words prefilter
}

// prefilter tells cheaply that a detector can find nothing.
type prefilter interface {
	plausible(c *Context) bool
	// trigger returns the texts the detector looks at and classes of which it needs one in any of them: the
	// rarest it can name.
	trigger(l *lexicon.Lexicon) (fields []int, words lexicon.Set)
}

// inText is the pre-filter of a detector that needs one of some words in the text of an item.
type inText struct{ needed lexicon.Set }

func (t *inText) plausible(c *Context) bool {
	p := c.Passage("text")
	return p != nil && p.Marks.Seen.Any(t.needed)
}

func (t *inText) trigger(*lexicon.Lexicon) (fields []int, words lexicon.Set) {
	return []int{fieldIndex("text")}, t.needed
}

// crossAlternative is one compiled way to detect over many items.
type crossAlternative struct {
	rule *Rule
	Common
	when *condition
	det  surveyor
}

// Common are the parameters every alternative has.
type Common struct {
	Kind string `yaml:"kind"`
	// When are conditions on the item; see condition.
	When yaml.Node `yaml:"when"`
	// Who wrote the words: self (default for kinds that read words), other or any.
	Who string `yaml:"who"`
	// Confidence before anything raises or lowers it; possible unless told.
	Confidence *footprint.Confidence `yaml:"confidence"`
	// Severity overrides that of the rule.
	Severity *footprint.Severity `yaml:"severity"`
	// SeverityIn overrides it for users in a jurisdiction (AU, NZ, UK, US).
	SeverityIn map[string]footprint.Severity `yaml:"severity_in"`
	Labels     []string                      `yaml:"labels"`
	// Why is the sentence shown; Doubt says why it may be wrong; Advice is a change special to this alternative.
	Why    string `yaml:"why"`
	Doubt  string `yaml:"doubt"`
	Advice string `yaml:"advice"`
}

// base is the confidence to start from.
func (c *Common) base() footprint.Confidence {
	if c.Confidence != nil {
		return *c.Confidence
	}
	return footprint.Possible
}

// words is a list of strings that may be written as one string.
type words []string

// UnmarshalYAML reads a scalar or a sequence of scalars.
func (w *words) UnmarshalYAML(n *yaml.Node) error {
	switch n.Kind {
	case yaml.ScalarNode:
		*w = words{n.Value}
		return nil
	case yaml.SequenceNode:
		for _, c := range n.Content {
			if c.Kind != yaml.ScalarNode {
				return fmt.Errorf("line %d: want a word or a list of words", c.Line)
			}
			*w = append(*w, c.Value)
		}
		return nil
	}
	return fmt.Errorf("line %d: want a word or a list of words", n.Line)
}
