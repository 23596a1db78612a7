package main

import (
	"math"
	"math/rand/v2"

	"footprint/internal/analyze/judge"
)

// Training constants, chosen on the dev split.
const (
	bits      = 19
	epochs    = 5
	rate      = 0.5
	l2        = 1e-5
	pruneStep = 2 // weights of fewer steps than this are dropped
)

// learner holds the weights of all labels while they are learned: AdaGrad on the logistic loss.
type learner struct {
	weights, squares []float32 // [row*NumLabels+label]
	bias, biasSquare [judge.NumLabels]float32
	positive         [judge.NumLabels]float32 // weight of a positive text
	features         *judge.Features
	rows             []uint64
}

// train learns from the samples that use accepts. It is deterministic.
func train(samples []sample, classes map[uint64]judge.Class, use func(*sample) bool) *judge.Model {
	l := &learner{
		weights:  make([]float32, judge.NumLabels<<bits),
		squares:  make([]float32, judge.NumLabels<<bits),
		features: judge.NewFeatures(classes),
	}
	var order []int
	var pos, all [judge.NumLabels]float64
	for i := range samples {
		s := &samples[i]
		if !use(s) {
			continue
		}
		order = append(order, i)
		for k := range judge.Label(judge.NumLabels) {
			if s.knows(k) {
				all[k]++
				if s.has(k) {
					pos[k]++
				}
			}
		}
	}
	for k := range l.positive {
		l.positive[k] = float32(min(math.Sqrt(max(all[k]-pos[k], 1)/max(pos[k], 1)), 10))
	}
	rng := rand.New(rand.NewPCG(1, 2))
	for range epochs {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			l.step(&samples[i])
		}
	}
	return l.model(classes)
}

func (l *learner) step(s *sample) {
	l.features.Extract(s.text)
	n := len(l.features.Hashes)
	if n == 0 {
		return
	}
	l.rows = l.rows[:0]
	var sum [judge.NumLabels]float32
	for _, h := range l.features.Hashes {
		row := judge.Index(h, bits) * judge.NumLabels
		l.rows = append(l.rows, row)
		for k, w := range l.weights[row : row+judge.NumLabels] {
			sum[k] += w
		}
	}
	norm := float32(1 / math.Sqrt(float64(n)))
	var grad [judge.NumLabels]float32
	for k := range grad {
		label := judge.Label(k)
		if !s.knows(label) {
			continue
		}
		y, w := float32(0), weight(s.file)
		if s.has(label) {
			y, w = 1, w*l.positive[k]
		}
		p := float32(1 / (1 + math.Exp(-float64(l.bias[k]+sum[k]*norm))))
		g := (p - y) * w
		l.biasSquare[k] += g * g
		l.bias[k] -= rate * g / float32(math.Sqrt(float64(l.biasSquare[k])+1))
		grad[k] = g * norm
	}
	for _, row := range l.rows {
		for k, g := range grad {
			if g == 0 {
				continue
			}
			i := row + uint64(k)
			g += l2 * l.weights[i]
			l.squares[i] += g * g
			l.weights[i] -= rate * g / float32(math.Sqrt(float64(l.squares[i]))+1e-3)
		}
	}
}

// model rounds the weights to signed bytes, drops the smallest, and packs the labels of a row into one word.
func (l *learner) model(classes map[uint64]judge.Class) *judge.Model {
	var heads [judge.NumLabels]judge.Head
	rows := make([]uint64, 1<<bits)
	for k := range heads {
		scale := l.scale(k)
		heads[k] = judge.Head{Scale: scale, Bias: l.bias[k], A: 1}
		for r := range rows {
			q := int(math.Round(float64(l.weights[r*judge.NumLabels+k] / scale)))
			q = max(-127, min(127, q))
			if q >= pruneStep || q <= -pruneStep {
				rows[r] |= uint64(uint8(int8(q))) << (8 * k)
			}
		}
	}
	return judge.New(bits, rows, heads, classes)
}

// scale is the value of one step for label k: the largest thousandth of the weights is cut off at 127 steps.
func (l *learner) scale(k int) float32 {
	var sum float64
	n := 0
	for i := k; i < len(l.weights); i += judge.NumLabels {
		if w := float64(l.weights[i]); w != 0 {
			sum += w * w
			n++
		}
	}
	return float32(max(8*math.Sqrt(sum/float64(max(n, 1))), 1e-6) / 127)
}
