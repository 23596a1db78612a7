package hostility

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"gopkg.in/yaml.v3"
)

// Patterns are the compiled frames of a file like assets/frames/hostility.yaml: what is said around a place where
// a group is named. They never change and may be shared.
type Patterns struct {
	all []pattern
	// By the word they ask for next to the group, after it or before it; the rest are tried everywhere.
	next, last map[string][]int32
	rest       []int32
	bare       map[string]bool // verbs in the form without an ending
	acts       *acts           // nil for none
}

// pattern is one frame: what stands before the group, read backwards from it, and what stands after.
type pattern struct {
	before, after []element
	points        float32
	reject        bool // names a remark of others in order to reject it
	negates       bool // holds a negation itself, so that its words may stand in the scope of one
	violent       bool
	any           bool // one member will do
	adjective     bool // the group is named by its adjective alone: "being X"
	why           string
}

// element is one step of a pattern.
type element struct {
	phrases  map[string][][]string // by first word, or by last in before
	words    fewOutlines           // of the keys of phrases
	bits     bits
	gap      int // any words, at most this many
	optional bool
	edge     bool // the sentence, or a part of it, begins or ends here
	mark     bool // one mark of punctuation, or none
	edgeToo  bool // or does so instead
	not      bool // neither phrases nor bits stand within the next words
}

// frameFile is the written form; see the head of assets/frames/hostility.yaml.
type frameFile struct {
	Sets   map[string][]string `yaml:"sets"`
	Verbs  map[string][]string `yaml:"verbs"`
	Frames []struct {
		Why     string   `yaml:"why"`
		Points  float32  `yaml:"points"`
		Reject  bool     `yaml:"reject"`
		Violent bool     `yaml:"violent"`
		Say     []string `yaml:"say"`
	} `yaml:"frames"`

	// read are the steps compiled before: many frames share their words, and each is held once.
	read map[string]wording
}

// wording is what a step asks for; it is not changed once it is read.
type wording struct {
	phrases map[string][][]string
	words   fewOutlines
	bits    bits
	edgeToo bool
	negates bool
}

// bitNames are the word classes of the lists that a pattern may name.
var bitNames = map[string]bits{"trait": trait, "strong": traitStrong | dehuman | insultNoun, "dehuman": dehuman, "insult": insultNoun | insultAdj, "person": person | nonProtected, "harm": harm, "hate": hateVerb,
	"exclude": exclude, "profanity": profanity | mild, "praise": praise, "misdeed": misdeed, "decline": decline, "group": group | groupAdj | slur, "homeland": homeland, "stereotype": stereotype, "men": men, "counter": counter}

// maxFill is how many words that say nothing may stand between two steps.
const maxFill = 3

var errPattern = errors.New("no frame")

// ReadPatterns compiles a frame file and those like assets/frames/harm.yaml, which share its sets, and their own sets and moods.
func ReadPatterns(data []byte, harm ...[]byte) (*Patterns, error) {
	var f frameFile
	if err := decode(data, &f); err != nil {
		return nil, fmt.Errorf("frames: %w", err)
	}
	f.conjugate()
	if err := f.resolve(); err != nil {
		return nil, err
	}
	p := &Patterns{next: map[string][]int32{}, last: map[string][]int32{}, bare: map[string]bool{}}
	for _, verbs := range f.Verbs {
		for _, v := range verbs {
			if head, _, _ := strings.Cut(v, "|"); !strings.Contains(head, " ") {
				p.bare[head] = true
			}
		}
	}
	if err := p.add(&f); err != nil {
		return nil, fmt.Errorf("frames: %w", err)
	}
	if len(harm) == 0 {
		return p, nil
	}
	h, err := readHarm(f.Sets, harm)
	if err == nil {
		err = p.add(&h.frameFile)
	}
	if err == nil {
		p.acts, err = h.acts()
	}
	if err != nil {
		return nil, fmt.Errorf("harm: %w", err)
	}
	return p, nil
}

// add compiles the frames of a file.
func (p *Patterns) add(f *frameFile) error {
	for _, fr := range f.Frames {
		for _, say := range fr.Say {
			c, err := f.compile(say)
			if err != nil {
				return fmt.Errorf("%q: %w", say, err)
			}
			c.points, c.reject, c.violent, c.why = fr.Points, fr.Reject, fr.Violent, fr.Why
			p.all = append(p.all, c)
			p.index(int32(len(p.all)-1), &c)
		}
	}
	return nil
}

func decode(data []byte, into any) error {
	dec := yaml.NewDecoder(bytes.NewReader(data))
	dec.KnownFields(true)
	if err := dec.Decode(into); err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	return nil
}

// conjugate makes sets of the verbs: "<vice>" are the forms of the present, "<vice+ing>" and "<vice+ed>" the others.
func (f *frameFile) conjugate() {
	if f.Sets == nil {
		f.Sets = map[string][]string{}
	}
	for name, verbs := range f.Verbs {
		for _, v := range verbs {
			forms := inflect(v)
			f.Sets[name] = append(f.Sets[name], forms.present...)
			f.Sets[name+"+ing"] = append(f.Sets[name+"+ing"], forms.ing...)
			f.Sets[name+"+ed"] = append(f.Sets[name+"+ed"], forms.past...)
		}
	}
}

// resolve puts the words of a set in the place of its name in another; those hold no further names.
func (f *frameFile) resolve() error {
	out := make(map[string][]string, len(f.Sets))
	for name, list := range f.Sets {
		for _, phrase := range list {
			inner, isSet := strings.CutPrefix(phrase, "<")
			if !isSet {
				out[name] = append(out[name], phrase)
				continue
			}
			inner = strings.TrimSuffix(inner, ">")
			for _, p := range f.Sets[inner] {
				if strings.HasPrefix(p, "<") {
					return fmt.Errorf("frames: set %q: %q holds sets itself: %w", name, inner, errPattern)
				}
			}
			if len(f.Sets[inner]) == 0 {
				return fmt.Errorf("frames: set %q: no set %q: %w", name, inner, errPattern)
			}
			out[name] = append(out[name], f.Sets[inner]...)
		}
	}
	f.Sets = out
	return nil
}

// index enters a pattern under the words of the step next to the group.
func (p *Patterns) index(n int32, c *pattern) {
	for _, side := range [...]struct {
		es []element
		by map[string][]int32
	}{{c.after, p.next}, {c.before, p.last}} {
		if len(side.es) == 0 || side.es[0].phrases == nil || side.es[0].optional || side.es[0].edgeToo || side.es[0].not || side.es[0].bits != 0 {
			continue
		}
		for w := range side.es[0].phrases {
			side.by[w] = append(side.by[w], n)
		}
		return
	}
	p.rest = append(p.rest, n)
}
