package hostility

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// acts are the compiled form of a file like assets/frames/harm.yaml.
type acts struct {
	verbs map[string][]verbUse // by the first word in any of its forms
	fates map[string][]fate
	warns []warning
	heads map[string]bool // the words that warnings begin with
	// openings tells most words apart from those that a warning can begin with, the optional ones before these included.
	openings *outlines
	named    namings
	// menaces are threats once those they are said to are called by the name of their group; by their first word.
	menaces map[string][]menace
	// begins tells most words apart from those in verbs, fates and heads, without a look-up.
	begins *outlines
	// What must stand around the verb, or between those named and what befalls them.
	moods, gerunds, pasts, thirds, passives, destinies []pattern
	// The same for those who are spoken to, of whom what will be is a promise.
	youPassives, youDestinies []pattern
}

// harmKind is one kind of harm.
type harmKind struct {
	why     string
	points  float32
	grave   bool // counts against any person
	violent bool
	dared   bool // counts only after a provocation
	places  bool // done to homes, places of prayer and the like
}

// act is something that is done to people: "string them up".
type act struct {
	kind    *harmKind
	tail    []string  // the other words of the verb
	between []element // from the verb to those it is done to
	rest    []element
	owned   bool // it is done to what they own: "their skulls"
	moved   bool // what follows them may also stand before: "round up the X"
}

type verbForm uint8

const (
	base   verbForm = iota
	ending          // in -ing
	passive
	finite // of he and she
)

type verbUse struct {
	act  *act
	form verbForm
}

// undergone reports a form that can be said of those it is done to.
func (u verbUse) undergone() bool { return u.form == ending || u.form == passive }

// fate is something that befalls people: "swing from a tree".
type fate struct {
	kind *harmKind
	tail []string
	rest []element
}

// warning is what is said of people's future in so many words: "will wish they had never come".
type warning struct {
	kind    *harmKind
	rest    []element
	negates bool
}

// harmFile is the written form; see the head of assets/frames/harm.yaml.
type harmFile struct {
	frameFile `yaml:",inline"`
	Moods     []string `yaml:"moods"`
	Gerunds   []string `yaml:"gerunds"`
	Pasts     []string `yaml:"pasts"`
	Thirds    []string `yaml:"thirds"`
	Promises  []string `yaml:"promises"`
	Passives  []string `yaml:"passives"`
	Destinies []string `yaml:"destinies"`
	Prayer    []string `yaml:"prayer"`
	Places    []string `yaml:"places"`
	Menaces   []string `yaml:"menaces"`
	Acts      []struct {
		Why     string   `yaml:"why"`
		Points  float32  `yaml:"points"`
		Grave   bool     `yaml:"grave"`
		Violent *bool    `yaml:"violent"` // true unless told
		Dared   bool     `yaml:"dared"`
		Places  bool     `yaml:"places"`
		Do      []string `yaml:"do"`
		Fate    []string `yaml:"fate"`
		Warn    []string `yaml:"warn"`
	} `yaml:"acts"`
}

// readHarm reads files of one form as one; sets are those they may name beside their own.
func readHarm(sets map[string][]string, files [][]byte) (all harmFile, err error) {
	all.Sets = maps.Clone(sets)
	for _, data := range files {
		var h harmFile
		if err := decode(data, &h); err != nil {
			return all, err
		}
		h.conjugate()
		maps.Copy(all.Sets, h.Sets)
		all.Moods, all.Gerunds = append(all.Moods, h.Moods...), append(all.Gerunds, h.Gerunds...)
		all.Pasts, all.Thirds = append(all.Pasts, h.Pasts...), append(all.Thirds, h.Thirds...)
		all.Promises = append(all.Promises, h.Promises...)
		all.Passives, all.Destinies = append(all.Passives, h.Passives...), append(all.Destinies, h.Destinies...)
		all.Frames, all.Acts = append(all.Frames, h.Frames...), append(all.Acts, h.Acts...)
		all.Prayer, all.Places = append(all.Prayer, h.Prayer...), append(all.Places, h.Places...)
		all.Menaces = append(all.Menaces, h.Menaces...)
	}
	return all, all.resolve()
}

var errAct = errors.New("no act")

func (f *harmFile) acts() (*acts, error) {
	a := &acts{menaces: map[string][]menace{}, verbs: map[string][]verbUse{}, fates: map[string][]fate{}, heads: map[string]bool{"they'll": true, "you'll": true, "he'll": true, "she'll": true, "they're": true, "you're": true}, begins: &outlines{}, openings: &outlines{}, named: newNamings(f.Prayer, f.Places)}
	var promises []pattern
	for _, list := range [...]struct {
		say []string
		to  *[]pattern
	}{{f.Moods, &a.moods}, {f.Gerunds, &a.gerunds}, {f.Pasts, &a.pasts}, {f.Thirds, &a.thirds}, {f.Passives, &a.passives}, {f.Destinies, &a.destinies}, {f.Promises, &promises}} {
		for _, say := range list.say {
			p, err := f.compile(say)
			if err != nil {
				return nil, fmt.Errorf("%q: %w", say, err)
			}
			*list.to = append(*list.to, p)
		}
	}
	a.youPassives, a.youDestinies = slices.Concat(a.passives, promises), slices.Concat(a.destinies, promises)
	for _, k := range f.Acts {
		kind := &harmKind{why: k.Why, points: k.Points, grave: k.Grave, violent: k.Violent == nil || *k.Violent, dared: k.Dared, places: k.Places}
		for _, say := range k.Do {
			if err := f.addAct(a, kind, say); err != nil {
				return nil, fmt.Errorf("%q: %w", say, err)
			}
		}
		for _, say := range k.Fate {
			if err := f.addFate(a, kind, say); err != nil {
				return nil, fmt.Errorf("%q: %w", say, err)
			}
		}
		for _, say := range k.Warn {
			rest, negates, err := f.elements(strings.Fields(say))
			if err != nil {
				return nil, fmt.Errorf("%q: %w", say, err)
			}
			a.warns = append(a.warns, warning{kind, rest, negates})
			for w := range rest[0].phrases {
				a.heads[w] = true
			}
			if err := a.openings.open(rest); err != nil {
				return nil, fmt.Errorf("%q: %w", say, err)
			}
		}
	}
	if err := f.addMenaces(a); err != nil {
		return nil, err
	}
	for w := range a.verbs {
		a.begins.add(w)
	}
	for w := range a.fates {
		a.begins.add(w)
	}
	for w := range a.heads {
		a.begins.add(w)
	}
	return a, nil
}

// open adds the words that steps can begin with.
func (o *outlines) open(es []element) error {
	for i := range es {
		e := &es[i]
		if e.phrases == nil || e.bits != 0 || e.edgeToo || e.not {
			break
		}
		for w := range e.phrases {
			o.add(w)
		}
		if !e.optional {
			return nil
		}
	}
	return fmt.Errorf("does not begin with words: %w", errAct)
}

func (f *harmFile) elements(words []string) (es []element, negates bool, err error) {
	for _, w := range words {
		e, n, err := f.element(w, false)
		if err != nil {
			return nil, false, err
		}
		es, negates = append(es, e), negates || n
	}
	return es, negates, nil
}

func (f *harmFile) addAct(a *acts, kind *harmKind, say string) (err error) {
	words := strings.Fields(say)
	at := -1
	for i, w := range words {
		if w == "P" || w == "S" {
			at = i
			break
		}
	}
	if at < 1 {
		return fmt.Errorf("names nobody it is done to: %w", errAct)
	}
	body := act{kind: kind, owned: words[at] == "S"}
	if body.between, _, err = f.elements(words[1:at]); err != nil {
		return err
	}
	if body.rest, _, err = f.elements(words[at+1:]); err != nil {
		return err
	}
	body.moved = len(body.between) == 0 && len(body.rest) > 0 && !body.rest[0].optional && particle(&body.rest[0]) || len(body.rest) > 1 && body.rest[0].optional && particle(&body.rest[1])
	for _, verb := range strings.Split(words[0], "/") {
		head, tail, _ := strings.Cut(verb, "_")
		forms, one := inflect(head), body
		if tail != "" {
			one.tail = strings.Split(tail, "_")
		}
		for form, words := range [...][]string{base: forms.present[:1], ending: forms.ing, passive: forms.past, finite: forms.present[1:]} {
			for _, w := range words {
				a.verbs[w] = append(a.verbs[w], verbUse{&one, verbForm(form)})
			}
		}
	}
	return nil
}

// particle reports an element that is one of the small words that belong to a verb.
func particle(e *element) bool {
	for w := range e.phrases {
		switch w {
		case "up", "down", "out", "off", "over":
		default:
			return false
		}
	}
	return e.phrases != nil && e.bits == 0
}

func (f *harmFile) addFate(a *acts, kind *harmKind, say string) error {
	words := strings.Fields(say)
	rest, _, err := f.elements(words[1:])
	if err != nil {
		return err
	}
	for _, verb := range strings.Split(words[0], "/") {
		head, tail, _ := strings.Cut(verb, "_")
		f := fate{kind: kind, rest: rest}
		if tail != "" {
			f.tail = strings.Split(tail, "_")
		}
		forms := inflect(head)
		for _, w := range append(forms.present, forms.ing...) {
			a.fates[w] = append(a.fates[w], f)
		}
	}
	return nil
}
