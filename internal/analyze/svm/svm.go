// Package svm fits linear support vector machines with squared loss, by dual coordinate descent (Hsieh et al., ICML
// 2008). Only the programs that fit models use it. The same cases give the same weights.
package svm

import (
	"math"
	"math/rand/v2"
)

// Vector is the features of a text, or a part of them: rows of a table of weights, and how much each counts.
type Vector struct {
	Rows   []uint32
	Values []float32
	square float32 // sum of the squares of the values
}

// Add counts a row.
func (v *Vector) Add(row uint32, value float32) {
	v.Rows, v.Values = append(v.Rows, row), append(v.Values, value)
}

// Scale multiplies the values with what their rows count; it must be called before Fit.
func (v *Vector) Scale(by []float32) {
	v.square = 0
	for j, r := range v.Rows {
		v.Values[j] *= by[r]
		v.square += v.Values[j] * v.Values[j]
	}
}

// Dot is the sum of the vector under these weights.
func (v *Vector) Dot(weights []float32) (sum float32) {
	for j, r := range v.Rows {
		sum += weights[r] * v.Values[j]
	}
	return sum
}

// move adds a multiple of the vector to the weights.
func (v *Vector) move(weights []float32, step float32) {
	for j, r := range v.Rows {
		weights[r] += step * v.Values[j]
	}
}

// Case is one text to learn from.
type Case struct {
	Parts    []*Vector // no row stands in two of them
	Positive bool
	Cost     float32 // of the text on the wrong side, beside the size of the weights
}

// Fit learns the weights of a table with that many rows, and what a text has without any, in so many rounds.
func Fit(cases []Case, rows, rounds int, seed uint64) (weights []float32, bias float32) {
	weights = make([]float32, rows)
	alpha := make([]float32, len(cases))
	order := make([]int, len(cases))
	for i := range order {
		order[i] = i
	}
	rng := rand.New(rand.NewPCG(1, seed))
	for range rounds {
		rng.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			c := &cases[i]
			y := float32(-1)
			if c.Positive {
				y = 1
			}
			sum, square := bias, float32(0)
			for _, p := range c.Parts {
				sum += p.Dot(weights)
				square += p.square
			}
			damp := 1 / (2 * c.Cost)
			was := alpha[i]
			alpha[i] = max(was-(y*sum-1+damp*was)/(square+1+damp), 0)
			step := (alpha[i] - was) * y
			if step == 0 {
				continue
			}
			bias += step
			for _, p := range c.Parts {
				p.move(weights, step)
			}
		}
	}
	return weights, bias
}

// Step is the value of one step of the weights when they are rounded to signed bytes: the largest are cut off at 127 steps.
func Step(weights []float32) float32 {
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

// Round is a weight in steps.
func Round(weight, step float32) int8 {
	return int8(max(-127, min(127, int(math.Round(float64(weight/step))))))
}
