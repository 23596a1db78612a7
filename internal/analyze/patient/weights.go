package patient

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"footprint/internal/analyze/lexicon"
	"footprint/internal/analyze/text"
)

// Weights are what each sign, each sequence of steps, each word and each class of the word lists seen in a short post adds
// to the logarithm of the odds that it tells of a patient, and what a text has without any.
type Weights struct {
	Signs [numSigns]float32
	Steps [NumSteps]float32
	Words [NumWords]float32
	// Classes are the weights of classes by name; others weigh nothing.
	Classes map[string]float32
	None    float32
}

// NumSigns is the number of signs.
const NumSigns = numSigns

// Chances of a short post, from 0 to 1. They are chosen on texts that did not train the weights.
const (
	noChance     = 0.06 // not reported even when the wording of a case was found
	fairChance   = 0.36 // reported as possible
	toldChance   = 0.30 // the same where the writer speaks of what he or she saw or did
	bedChance    = 0.22 // the same where somebody does something in a bed with a number
	nobodyChance = 0.48 // the same of nobody who is named, where the writer's side acts
	goodChance   = 0.60 // reported even of a writer known to be no professional, and of somebody's relative
	fullChance   = 0.80 // reported as likely
	surelyHuman  = 0.90 // reported even where an animal is spoken of
	surelyTold   = 0.97 // reported even when the writer's family comes first
)

// ReadWeights reads lines of name, tab and weight: the name of a sign, the number of a place of steps, the number of
// a place of words behind a "w", the name of a class of the word lists behind a "@", or "none".
// What has no line weighs nothing. A line that begins with a # is a remark.
func ReadWeights(r io.Reader) (*Weights, error) {
	w := &Weights{Classes: map[string]float32{}}
	at := map[string]*float32{"none": &w.None}
	for i, name := range SignNames() {
		at[name] = &w.Signs[i]
	}
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		line := lines.Text()
		if strings.HasPrefix(line, "#") {
			continue
		}
		name, value, ok := strings.Cut(line, "\t")
		f, err := strconv.ParseFloat(value, 32)
		if class, is := strings.CutPrefix(name, "@"); is && err == nil {
			w.Classes[class] = float32(f)
			continue
		}
		to := w.place(name)
		if to == nil {
			to = at[name]
		}
		if !ok || to == nil || err != nil {
			return nil, fmt.Errorf("read weights of patient stories: line %d: want a known sign, a tab and a number", n)
		}
		*to = float32(f)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read weights of patient stories: %w", err)
	}
	return w, nil
}

// place is the weight of the steps or the words at the numbered place, nil for the name of a sign.
func (w *Weights) place(name string) *float32 {
	number, ofWords := strings.CutPrefix(name, "w")
	if number == "" || number[0] < '0' || number[0] > '9' {
		return nil
	}
	bits, weights := stepBits, w.Steps[:]
	if ofWords {
		bits, weights = wordBits, w.Words[:]
	}
	place, err := strconv.ParseUint(number, 10, bits)
	if err != nil {
		return nil
	}
	return &weights[place]
}

// Write writes the weights that are not zero, as ReadWeights reads them.
func (w *Weights) Write(out io.Writer) error {
	b := bufio.NewWriter(out)
	line := func(name string, weight float32) {
		if v := strconv.FormatFloat(float64(weight), 'f', 2, 32); v != "0.00" && v != "-0.00" {
			fmt.Fprintf(b, "%s\t%s\n", name, v)
		}
	}
	for i, name := range SignNames() {
		line(name, w.Signs[i])
	}
	line("none", w.None)
	for place, weight := range w.Steps {
		line(strconv.Itoa(place), weight)
	}
	for place, weight := range w.Words {
		line("w"+strconv.Itoa(place), weight)
	}
	for _, name := range slices.Sorted(maps.Keys(w.Classes)) {
		line("@"+name, w.Classes[name])
	}
	return b.Flush()
}

// Chance is the probability that a short post tells of a patient.
func (w *Weights) Chance(o *Observation) float64 {
	var order, words float64
	for _, place := range o.Steps {
		order += float64(w.Steps[place])
	}
	for _, place := range o.Words {
		words += float64(w.Words[place])
	}
	for _, name := range o.Classes {
		words += float64(w.Classes[name])
	}
	return chanceOf(w.sum(&o.Signs)+words, order)
}

// chance is Chance of the signs, the steps, the words and the classes of a view.
func (r *Reader) chance(x *[numSigns]float64, v *view) float64 {
	w := r.weights
	signs := w.sum(x)
	v.seen.Each(func(c lexicon.Class) { signs += float64(r.classes[c]) })
	// The places lie far apart in memory: once all are known, the processor waits for many at once.
	v.places = v.addWords(v.places[:0])
	for _, place := range v.places {
		signs += float64(w.Words[place])
	}
	if least, most := chanceOf(signs, -mostOrder), chanceOf(signs, mostOrder); most < noChance || least >= fullChance {
		return chanceOf(signs, 0) // whatever the order of words says
	}
	v.places = v.addSteps(v.places[:0])
	var order float64
	for _, place := range v.places {
		order += float64(w.Steps[place])
	}
	return chanceOf(signs, order)
}

// mostOrder bounds what the order of words says, for or against: long posts hold many sequences.
const mostOrder = 1.5

// sum weighs the signs. It takes the pairs from the signs themselves: most signs are absent, and so are most pairs.
func (w *Weights) sum(x *[numSigns]float64) float64 {
	sum := float64(w.None)
	for i, v := range x[:numPlain] {
		if v != 0 {
			sum += v * float64(w.Signs[i])
		}
	}
	var buf [len(core)]int
	present := buf[:0]
	for i, a := range core {
		if x[a] == 0 {
			continue
		}
		row := w.Signs[pairs(i):]
		for _, k := range present {
			sum += x[a] * x[core[k]] / 2 * float64(row[k])
		}
		present = append(present, i)
	}
	return sum
}

// chanceOf turns the weight of signs and words and what the order of words says into a probability.
func chanceOf(signs, order float64) float64 {
	return 1 / (1 + math.Exp(-signs-max(-mostOrder, min(mostOrder, order))))
}

// Observation is what is seen of one short post.
type Observation struct {
	Signs [numSigns]float64
	// Steps are the places of its sequences of steps, below NumSteps; Words those of its words, below NumWords.
	Steps, Words []uint32
	// Classes are the names of the classes that were seen.
	Classes []string
}

// Observe returns the observation of a short post, nil for a text that is long or holds no word of health or care.
func (r *Reader) Observe(d *text.Doc, m *lexicon.Marks) *Observation {
	if len(d.Tokens) > briefLength || !r.worth(d, m, Writer{Professional: true}) {
		return nil
	}
	var s Story
	v := r.view(&Passage{Doc: d, Marks: m, Story: &s})
	defer r.keep(v)
	v.facts(&s)
	best, pronouns := v.mentions(&s)
	c := v.care(best, pronouns)
	o := &Observation{Signs: *v.signs(v.brief(c, best), c)}
	for i, a := range core {
		for k, b := range core[:i] {
			o.Signs[pairs(i)+k] = o.Signs[a] * o.Signs[b] / 2
		}
	}
	o.Steps, o.Words = v.addSteps(nil), v.addWords(nil)
	m.Seen.Each(func(c lexicon.Class) { o.Classes = append(o.Classes, r.names[c]) })
	return o
}
