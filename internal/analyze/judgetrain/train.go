package main

import (
	"math"
	"math/rand/v2"
	"slices"
	"sync"

	"footprint/internal/analyze/judge"
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
	all    part
	ofSex  part
}

// part is rows and how much each counts.
type part struct {
	rows   []uint32
	values []float32
	square float32 // sum of the squares of the values
}

// add counts a row.
func (p *part) add(row uint32, value float32) {
	p.rows, p.values = append(p.rows, row), append(p.values, value)
}

// scale multiplies the values with what their rows count.
func (p *part) scale(by []float32) {
	for j, r := range p.rows {
		p.values[j] *= by[r]
		p.square += p.values[j] * p.values[j]
	}
}

// dot is the sum of the part under these weights.
func (p *part) dot(weights []float32) (sum float32) {
	for j, r := range p.rows {
		sum += weights[r] * p.values[j]
	}
	return sum
}

// move adds a multiple of the part to the weights.
func (p *part) move(weights []float32, step float32) {
	for j, r := range p.rows {
		weights[r] += step * p.values[j]
	}
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
			for _, p := range []*part{&v.all, &v.ofSex} {
				for _, r := range p.rows {
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
		vectors[i].all.scale(texts)
		vectors[i].ofSex.scale(texts)
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
			v.all.values[len(v.all.values)-1] += norm
			continue
		}
		v.all.add(r, norm)
	}
	for _, h := range f.OfSex {
		v.ofSex.add(uint32(judge.Index(h, bits)), norm)
	}
	return v
}

// learn fits one label.
func learn(vectors []vector, k judge.Label) (weights []float32, bias float32) {
	var order []int
	positive := 0
	for i := range vectors {
		if s := vectors[i].sample; s.knows(k) {
			order = append(order, i)
			positive += one(s.has(k))
		}
	}
	raised := float32(min(math.Sqrt(float64(len(order)-positive)/float64(max(positive, 1))), 10)) // weight of a positive text
	weights = make([]float32, 1<<bits)
	alpha := make([]float32, len(vectors))
	rng := rand.New(rand.NewPCG(1, uint64(k)))
	for range epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			v := &vectors[i]
			y, c := float32(-1), cost*weight(v.sample.file)
			if v.sample.has(k) {
				y, c = 1, c*raised
			}
			parts := []*part{&v.all, &v.ofSex}
			if k != judge.Sexism {
				parts = parts[:1]
			}
			sum, square := bias, float32(0)
			for _, p := range parts {
				sum += p.dot(weights)
				square += p.square
			}
			damp := 1 / (2 * c)
			was := alpha[i]
			alpha[i] = max(was-(y*sum-1+damp*was)/(square+1+damp), 0)
			step := (alpha[i] - was) * y
			if step == 0 {
				continue
			}
			bias += step
			for _, p := range parts {
				p.move(weights, step)
			}
		}
	}
	return weights, bias
}

// pack rounds the weights to signed bytes, drops the smallest, and packs the labels of a row into one word.
func pack(weights [judge.NumLabels][]float32, bias [judge.NumLabels]float32, classes map[uint64]judge.Class) *judge.Model {
	var heads [judge.NumLabels]judge.Head
	rows := make([]uint32, 1<<bits)
	for k, of := range weights {
		scale := scale(of)
		heads[k] = judge.Head{Scale: scale, Bias: bias[k], A: 1}
		for r, w := range of {
			q := max(-127, min(127, int(math.Round(float64(w/scale)))))
			if q >= pruneStep || q <= -pruneStep {
				rows[r] |= uint32(uint8(int8(q))) << (8 * k)
			}
		}
	}
	return judge.New(bits, rows, heads, classes)
}

// scale is the value of one step of a weight: the largest are cut off at 127 steps.
func scale(weights []float32) float32 {
	var sum float64
	n := 0
	for _, w := range weights {
		if w != 0 {
			sum += float64(w) * float64(w)
			n++
		}
	}
	return float32(max(8*math.Sqrt(sum/float64(max(n, 1))), 1e-6) / 127)
}
