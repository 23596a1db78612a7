package main

import (
	"math"
	"slices"
	"sync"

	"footprint/internal/analyze/judge"
	"footprint/internal/analyze/svm"
)

// Training constants, chosen on a fifth of the train split held out.
const (
	bits      = 20
	epochs    = 12
	cost      = 0.05 // of a text on the wrong side, beside the size of the weights
	rare      = 3    // a feature of fewer texts than this is left out
	pruneStep = 2    // weights of fewer steps than this are dropped
)

// vector is the features of one text, for all labels and those for Sexism alone.
type vector struct {
	sample *sample
	all    svm.Vector
	ofSex  svm.Vector
}

// train learns from the samples that use accepts: for each label a support vector machine with squared loss, by
// dual coordinate descent (Hsieh et al., ICML 2008). Features count by how rare they are; what a weight is to the
// plain count of its feature goes into the model. It is deterministic.
func train(samples []sample, classes map[uint64]judge.Class, use func(*sample) bool) *judge.Model {
	var vectors []vector
	features := judge.NewFeatures(classes)
	texts := make([]float32, 1<<bits) // how many texts hold the feature, then what it counts
	for i := range samples {
		if s := &samples[i]; use(s) {
			v := count(features, s)
			for _, p := range []*svm.Vector{&v.all, &v.ofSex} {
				for _, r := range p.Rows {
					texts[r]++
				}
			}
			vectors = append(vectors, v)
		}
	}
	for r, n := range texts {
		if n < rare {
			texts[r] = 0
			continue
		}
		texts[r] = 1 + float32(math.Log(float64(len(vectors))/float64(n)))
	}
	for i := range vectors {
		vectors[i].all.Scale(texts)
		vectors[i].ofSex.Scale(texts)
	}
	var weights [judge.NumLabels][]float32
	var bias [judge.NumLabels]float32
	var all sync.WaitGroup
	for k := range judge.Label(judge.NumLabels) {
		all.Go(func() {
			weights[k], bias[k] = learn(vectors, k)
			for r := range weights[k] {
				weights[k][r] *= texts[r]
			}
		})
	}
	all.Wait()
	return pack(weights, bias, classes)
}

// count returns the features of a text with the share that the judge gives each.
func count(f *judge.Features, s *sample) vector {
	f.Extract(s.text)
	v := vector{sample: s}
	norm := float32(1 / math.Sqrt(float64(max(len(f.Hashes), 1))))
	rows := make([]uint32, len(f.Hashes))
	for i, h := range f.Hashes {
		rows[i] = uint32(judge.Index(h, bits))
	}
	slices.Sort(rows)
	for i, r := range rows {
		if i > 0 && r == rows[i-1] {
			v.all.Values[len(v.all.Values)-1] += norm
			continue
		}
		v.all.Add(r, norm)
	}
	for _, h := range f.OfSex {
		v.ofSex.Add(uint32(judge.Index(h, bits)), norm)
	}
	return v
}

// learn fits one label.
func learn(vectors []vector, k judge.Label) (weights []float32, bias float32) {
	var cases []svm.Case
	positive := 0
	for i := range vectors {
		v := &vectors[i]
		if !v.sample.knows(k) {
			continue
		}
		parts := []*svm.Vector{&v.all, &v.ofSex}
		if k != judge.Sexism {
			parts = parts[:1]
		}
		cases = append(cases, svm.Case{Parts: parts, Positive: v.sample.has(k), Cost: cost * weight(v.sample.file)})
		positive += one(v.sample.has(k))
	}
	raised := float32(min(math.Sqrt(float64(len(cases)-positive)/float64(max(positive, 1))), 10)) // weight of a positive text
	for i := range cases {
		if cases[i].Positive {
			cases[i].Cost *= raised
		}
	}
	return svm.Fit(cases, 1<<bits, epochs, uint64(k))
}

// pack rounds the weights to signed bytes, drops the smallest, and packs the labels of a row into one word.
func pack(weights [judge.NumLabels][]float32, bias [judge.NumLabels]float32, classes map[uint64]judge.Class) *judge.Model {
	var heads [judge.NumLabels]judge.Head
	rows := make([]uint32, 1<<bits)
	for k, of := range weights {
		scale := svm.Step(of)
		heads[k] = judge.Head{Scale: scale, Bias: bias[k], A: 1}
		for r, w := range of {
			if q := svm.Round(w, scale); q >= pruneStep || q <= -pruneStep {
				rows[r] |= uint32(uint8(q)) << (8 * k)
			}
		}
	}
	return judge.New(bits, rows, heads, classes)
}
