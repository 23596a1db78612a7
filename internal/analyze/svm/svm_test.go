package svm

import (
	"math"
	"testing"
)

// cases are texts of three features: the first tells, the second misleads, the third is in all.
func cases() (out []Case) {
	one := []float32{1, 1, 1}
	for i := range 60 {
		v := &Vector{}
		positive := i%2 == 0
		if positive {
			v.Add(0, 1)
		}
		if i%3 == 0 {
			v.Add(1, 1)
		}
		v.Add(2, 1)
		v.Scale(one)
		out = append(out, Case{Parts: []*Vector{v}, Positive: positive, Cost: 1})
	}
	return out
}

func TestFit(t *testing.T) {
	w, bias := Fit(cases(), 3, 50, 7)
	for i, c := range cases() {
		if sum := bias + c.Parts[0].Dot(w); (sum > 0) != c.Positive {
			t.Fatalf("case %d: %.2f, positive %v", i, sum, c.Positive)
		}
	}
	if math.Abs(float64(w[1])) > 0.2 || w[0] < 1 {
		t.Fatalf("weights %v: the first feature tells, the second does not", w)
	}
	again, _ := Fit(cases(), 3, 50, 7)
	if again[0] != w[0] || again[1] != w[1] {
		t.Fatal("the same cases give other weights")
	}
}

func TestRound(t *testing.T) {
	w := []float32{0, 10, -10, 100}
	step := Step(w)
	if got := Round(10, step); got <= 0 || math.Abs(float64(float32(got)*step)-10) > float64(step) {
		t.Fatalf("10 is %d steps of %v", got, step)
	}
	if Round(1e9, step) != 127 || Round(-1e9, step) != -127 {
		t.Fatal("a weight beyond the range is not cut off")
	}
}
