// Command patientfit fits the weights by which short posts about patients are told from others, and writes them:
//
//	go run ./internal/analyze/patientfit -eval testdata/eval -data ../shared/training -out assets/model/patient.tsv
//
// Posts come from the part "tune" of the evaluation texts, notes and ordinary texts from the training part of the
// shared texts. Only weights of signs are learned, no words. The same texts and source give the same file.
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
	hold := flag.Bool("hold", false, "instead, leave out one batch of posts after the other and print what is found of it")
	flag.Parse()
	if err := run(*eval, *data, *out, *hold); err != nil {
		fmt.Fprintln(os.Stderr, "patientfit:", err)
		os.Exit(1)
	}
}

func run(eval, data, out string, hold bool) error {
	r, err := newReader()
	if err != nil {
		return err
	}
	samples, err := r.evaluation(eval)
	if err != nil {
		return err
	}
	more, err := r.training(data)
	if err != nil {
		return err
	}
	samples = append(samples, more...)
	if hold {
		leaveOut(samples)
		return nil
	}
	w := fit(samples)
	f, err := os.Create(out)
	if err != nil {
		return fmt.Errorf("write weights: %w", err)
	}
	if err := w.Write(f); err != nil {
		f.Close()
		return fmt.Errorf("write weights: %w", err)
	}
	return f.Close()
}

// sample is one text as its signs; signs is nil for a text that is not read as a short post.
type sample struct {
	signs   []float64
	patient float64 // 1 when it tells of a patient
	weight  float64
	batch   string // texts written at one time, or the training file
	shared  bool   // from a training file
}

// Constants of the fit, chosen by leaving out one batch of posts after the other.
const (
	epochs = 30
	rate   = 0.3
	decay  = 3.0 // strength of the pull of every weight to zero, in samples
)

// fit learns the weights by logistic regression with steps that shrink by weight (AdaGrad).
func fit(all []sample) *patient.Weights {
	var use []sample
	for _, s := range all {
		if s.signs != nil {
			use = append(use, s)
		}
	}
	var w, squares [patient.NumSigns + 1]float64
	step := func(i int, g float64) {
		squares[i] += g * g
		w[i] -= rate * g / (math.Sqrt(squares[i]) + 1e-3)
	}
	rng := rand.New(rand.NewPCG(1, 2))
	for range epochs {
		rng.Shuffle(len(use), func(i, j int) { use[i], use[j] = use[j], use[i] })
		for _, s := range use {
			sum := w[patient.NumSigns]
			for i, v := range s.signs {
				sum += w[i] * v
			}
			miss := (1/(1+math.Exp(-sum)) - s.patient) * s.weight
			for i, v := range s.signs {
				if g := miss*v + decay*w[i]/float64(len(use)); g != 0 {
					step(i, g)
				}
			}
			step(patient.NumSigns, miss)
		}
	}
	var out patient.Weights
	for i := range w {
		out[i] = float32(w[i])
	}
	return &out
}
