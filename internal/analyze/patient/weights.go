package patient

import (
	"bufio"
	"fmt"
	"io"
	"math"
	"strconv"
	"strings"

	"footprint/internal/analyze/lexicon"
	"footprint/internal/analyze/text"
)

// Weights are the weights of the signs, and last that of a text without any.
type Weights [numSigns + 1]float32

// NumSigns is the number of signs.
const NumSigns = numSigns

// Chances of a short post, from 0 to 1. They are chosen on texts that did not train the weights.
const (
	noChance   = 0.10 // not reported even when the wording of a case was found
	fairChance = 0.32 // reported as possible
	toldChance = 0.22 // the same where the writer speaks of what he or she saw or did
	goodChance = 0.60 // reported even of a writer known to be no professional, and of somebody's relative
	fullChance = 0.80 // reported as likely
)

// ReadWeights reads lines of name, tab and weight; "none" names the last. Signs without a line weigh nothing.
func ReadWeights(r io.Reader) (*Weights, error) {
	at := map[string]int{"none": numSigns}
	for i, name := range SignNames() {
		at[name] = i
	}
	w := &Weights{}
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		name, value, ok := strings.Cut(lines.Text(), "\t")
		i, known := at[name]
		f, err := strconv.ParseFloat(value, 32)
		if !ok || !known || err != nil {
			return nil, fmt.Errorf("read weights of patient stories: line %d: want a known sign, a tab and a number", n)
		}
		w[i] = float32(f)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("read weights of patient stories: %w", err)
	}
	return w, nil
}

// Write writes the weights that are not zero, as ReadWeights reads them.
func (w *Weights) Write(out io.Writer) error {
	b := bufio.NewWriter(out)
	for i, name := range append(SignNames(), "none") {
		if v := strconv.FormatFloat(float64(w[i]), 'f', 2, 32); v != "0.00" && v != "-0.00" {
			fmt.Fprintf(b, "%s\t%s\n", name, v)
		}
	}
	return b.Flush()
}

// Chance is the probability that a short post with these signs tells of a patient.
func (w *Weights) Chance(x *[numSigns]float64) float64 {
	sum := float64(w[numSigns])
	for i, v := range x {
		if v != 0 {
			sum += v * float64(w[i])
		}
	}
	return 1 / (1 + math.Exp(-sum))
}

// Signs returns the signs of a short post, nil for a text that is long or holds no word of health or care.
func (r *Reader) Signs(d *text.Doc, m *lexicon.Marks) []float64 {
	if len(d.Tokens) > briefLength || !r.worth(d, m) {
		return nil
	}
	v := r.view(d, m, Writer{})
	defer r.keep(v)
	var s Story
	v.facts(&s)
	best, pronouns := v.mentions(&s)
	c := v.care(best, pronouns)
	x := v.signs(v.brief(c, best), c)
	return x[:]
}
