// Command patientfit fits the weights by which short posts about patients are told from others, and writes them:
//
//	go run ./internal/analyze/patientfit -eval testdata/eval -data ../shared/training -out assets/model/patient.tsv
//
// Posts come from the part "tune" of the evaluation texts, notes and ordinary texts from the training part of the
// shared texts. Weights are learned of signs, of sequences of steps (small words,
// classes and forms of words), of words, and of classes of the word lists. The same texts and source give the same file.
// Its first line is a digest of what is seen of the posts, by which a test finds weights that no longer belong to them.
package main

import (
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"os"

	"footprint/internal/analyze/patient"
)

func main() {
	eval := flag.String("eval", "testdata/eval", "folder of the evaluation texts")
	data := flag.String("data", "../shared/training", "folder of the labelled texts")
	out := flag.String("out", "assets/model/patient.tsv", "file for the weights")
	hold := flag.String("hold", "", "instead, leave out one after the other of these batches of posts (short-1,short-2), or of all, and print what is found of each")
	flag.Parse()
	if err := run(*eval, *data, *out, *hold); err != nil {
		fmt.Fprintln(os.Stderr, "patientfit:", err)
		os.Exit(1)
	}
}

func run(eval, data, out, hold string) error {
	r, err := newReader()
	if err != nil {
		return err
	}
	samples, err := r.evaluation(eval)
	if err != nil {
		return err
	}
	belongs := digest(samples)
	more, err := r.training(data)
	if err != nil {
		return err
	}
	other, err := r.hostile(eval)
	if err != nil {
		return err
	}
	samples = append(append(samples, more...), other...)
	if hold != "" {
		leaveOut(samples, hold)
		return nil
	}
	w := fit(samples)
	f, err := os.Create(out)
	if err != nil {
		return fmt.Errorf("write weights: %w", err)
	}
	if _, err := fmt.Fprintln(f, digestHead+belongs); err != nil {
		f.Close()
		return fmt.Errorf("write weights: %w", err)
	}
	if err := w.Write(f); err != nil {
		f.Close()
		return fmt.Errorf("write weights: %w", err)
	}
	return f.Close()
}

// sample is one text as it is seen; seen is nil for a text that is not read as a short post.
type sample struct {
	seen    *patient.Observation
	patient float64 // 1 when it tells of a patient
	weight  float64
	text    string
	words   []uint32 // places of words and classes
	batch   string   // texts written at one time, or the training file
	shared  bool     // from a training file
}

// Constants of the fit, chosen by leaving out one batch of posts after the other.
const (
	epochs     = 20
	rate       = 0.3
	decay      = 3.0  // strength of the pull of the weight of every sign to zero, in samples
	stepDecay  = 15.0 // the same for sequences of steps, each time one is seen
	stepSize   = 0.3  // of a sequence, where a sign is 1: there are many more of them
	leastSeen  = 5    // texts that hold a sequence, below which it is not learned
	postWeight = 3.0  // of a post, where an ordinary text weighs up to 1
	wordEpochs = 12
	wordRate   = 0.1
	wordDecay  = 0.003 // strength of the pull of the weight of every word, each time one is seen
	leastTells = 0.05  // square of the logarithm of odds below which a word is not pulled stronger still
	wordShare  = 0.5   // of the words in the sum of both
	lean       = 0.4   // added to every sum: near-misses and ordinary texts outweigh the posts that tell of a patient
	leastPosts = 1     // posts that hold a word, below which it is not learned
	leastTexts = 3     // the same for ordinary texts
)

// fit learns signs and steps, and words apart from them, and adds both up: two judges who know the same posts by
// different things err less together than one who knows all.
func fit(all []sample) *patient.Weights {
	var use []*sample
	for i := range all {
		if all[i].seen != nil {
			use = append(use, &all[i])
		}
	}
	c := classesOf(use)
	f, words := fitSigns(use), fitWords(use, c)
	out := &patient.Weights{None: float32(f.none[0].w*(1-wordShare) + words.none[0].w*wordShare + lean), Classes: map[string]float32{}}
	for i := range f.signs {
		out.Signs[i] = float32(f.signs[i].w * (1 - wordShare))
	}
	for i := range f.steps {
		out.Steps[i] = float32(f.steps[i].w * stepSize * (1 - wordShare))
	}
	for i := range out.Words {
		out.Words[i] = float32(words.words[i].w * wordShare)
	}
	for name, place := range c {
		out.Classes[name] = float32(words.words[place].w * wordShare)
	}
	return out
}

// fitSigns learns by logistic regression with steps that shrink by weight (AdaGrad).
func fitSigns(use []*sample) *fitting {
	n := float64(len(use))
	f := &fitting{}
	for _, s := range use {
		for _, place := range s.seen.Steps {
			f.seen[place]++
		}
	}
	repeat(use, epochs, func(s *sample) { f.learn(s, n) }, f.signs[:], f.steps[:], f.none[:])
	return f
}

// repeat shows all samples in a new order each time and takes the mean of the weights after each of the last half of the
// times, which the order sways less than the weights at the end.
func repeat(use []*sample, times int, learn func(*sample), all ...[]weight) {
	rng := rand.New(rand.NewPCG(1, 2))
	order := append([]*sample(nil), use...)
	half := times / 2
	for n := range times {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, s := range order {
			learn(s)
		}
		for _, some := range all {
			for i := range some {
				if w := &some[i]; n >= times-half {
					w.sum += w.w
				}
			}
		}
	}
	for _, some := range all {
		for i := range some {
			some[i].w = some[i].sum / float64(half)
		}
	}
}

// fitting holds the weights while they are learned.
type fitting struct {
	signs [patient.NumSigns]weight
	steps [patient.NumSteps]weight
	none  [1]weight
	seen  [patient.NumSteps]int
}

// weight is one weight, the sum of the squares of its steps so far, and the sum of what it was after the last epochs.
type weight struct{ w, squares, sum float64 }

func (w *weight) step(g, rate, least float64) {
	w.squares += g * g
	w.w -= rate * g / (math.Sqrt(w.squares) + least)
}

// learn takes one step for a sample of n.
func (f *fitting) learn(s *sample, n float64) {
	const least = 1e-3
	sum := f.none[0].w
	for i, v := range s.seen.Signs {
		sum += f.signs[i].w * v
	}
	for _, place := range s.seen.Steps {
		sum += f.steps[place].w * stepSize
	}
	miss := (1/(1+math.Exp(-sum)) - s.patient) * s.weight
	for i, v := range s.seen.Signs {
		w := &f.signs[i]
		if g := miss*v + decay*w.w/n; g != 0 {
			w.step(g, rate, least)
		}
	}
	for _, place := range s.seen.Steps {
		if f.seen[place] < leastSeen {
			continue
		}
		w := &f.steps[place]
		w.step(miss*stepSize+stepDecay*w.w/n, rate, least)
	}
	f.none[0].step(miss, rate, least)
}
