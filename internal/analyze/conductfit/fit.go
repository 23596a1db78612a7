package main

import (
	"fmt"
	"hash/fnv"
	"math"
	"slices"
	"strings"
	"sync"

	"footprint/internal/analyze/conduct"
	"footprint/internal/analyze/svm"
)

// Constants of the fit, chosen with two writers left out.
const (
	leastPosts = 40 // posts that break a rule, below which nothing is learned of it
	rare       = 2  // a word of fewer texts than this is left out
	rounds     = 15
	cost       = 0.5
	raised     = 3.0  // cost of a post that breaks the rule, and
	near       = 1.5  // of one that is close to it, where others are 1
	folds      = 3    // parts of which each is judged by weights fitted to the others
	quiet      = 3e-4 // share of ordinary texts that a rule may show
	right      = 0.65 // share of the shown posts that break the rule
	pruneStep  = 2    // weights of fewer steps than this are dropped
	margin     = 0.15 // of the score above that: other writers are less like the posts than those left out
	never      = 1e6  // the threshold of a rule that no score tells well enough
)

// fit learns a model for each of the rules.
func fit(samples []sample, of []rule, classes []string) (*conduct.Model, string) {
	rules := make([]string, len(of))
	for k := range of {
		rules[k] = of[k].ID
	}
	size := conduct.Rows + len(classes)
	vectors := weigh(samples, size)
	weights, heads := make([][]float32, len(rules)), make([]conduct.Head, len(rules))
	figures := make([]string, len(rules))
	limit := make(chan struct{}, 2)
	var all sync.WaitGroup
	for k, rule := range rules {
		all.Go(func() {
			limit <- struct{}{}
			defer func() { <-limit }()
			var bias float32
			weights[k], bias = learn(samples, vectors.vectors, rule, size, func(string) bool { return true })
			from, said := threshold(samples, vectors.vectors, rule, size)
			for r := range weights[k] {
				weights[k][r] *= vectors.texts[r]
			}
			heads[k] = conduct.Head{Step: svm.Step(weights[k]), Bias: bias - from}
			figures[k] = said
		})
	}
	all.Wait()
	rows := make([]int8, size*len(rules))
	for k, of := range weights {
		for r, w := range of {
			if q := svm.Round(w, heads[k].Step); q >= pruneStep || q <= -pruneStep {
				rows[r*len(rules)+k] = q
			}
		}
	}
	return conduct.New(rules, classes, heads, rows), strings.Join(figures, "")
}

// weighed are the texts as vectors, and what each row counts.
type weighed struct {
	vectors []svm.Vector
	texts   []float32
}

// weigh counts features by how rare they are.
func weigh(samples []sample, size int) weighed {
	w := weighed{make([]svm.Vector, len(samples)), make([]float32, size)}
	for i := range samples {
		f := &samples[i].seen
		shares := f.Shares()
		v := &w.vectors[i]
		for kind, list := range f.Lists() {
			rows := make([]uint32, len(list))
			for j, x := range list {
				rows[j] = x.Row
			}
			slices.Sort(rows)
			for j, r := range rows {
				share := shares[kind]
				if j > 0 && r == rows[j-1] {
					v.Values[len(v.Values)-1] += share
					continue
				}
				v.Add(r, share)
			}
		}
		for _, r := range v.Rows {
			w.texts[r]++
		}
	}
	for r, n := range w.texts {
		if n < rare {
			w.texts[r] = 0
			continue
		}
		w.texts[r] = 1 + float32(math.Log(float64(len(samples))/float64(n)))
	}
	for i := range w.vectors {
		w.vectors[i].Scale(w.texts)
	}
	return w
}

// learn fits one rule to the texts of some batches.
func learn(samples []sample, vectors []svm.Vector, rule string, size int, use func(batch string) bool) (weights []float32, bias float32) {
	var cases []svm.Case
	for i := range samples {
		s := &samples[i]
		if !use(s.batch) || s.unknown(rule) {
			continue
		}
		c := svm.Case{Parts: []*svm.Vector{&vectors[i]}, Positive: slices.Contains(s.breaks, rule), Cost: cost}
		switch {
		case c.Positive:
			c.Cost *= raised * near
		case slices.Contains(s.closeTo, rule):
			c.Cost *= near
		}
		cases = append(cases, c)
	}
	return svm.Fit(cases, size, rounds, 1)
}

// unknown reports whether nobody has said if the text breaks the rule.
func (s *sample) unknown(rule string) bool {
	for _, f := range files {
		if s.shared && strings.HasPrefix(s.batch, f.name) {
			return slices.Contains(f.may, rule)
		}
	}
	return false
}

// threshold returns the score from which a text is shown: nearly no ordinary text reaches it, and most posts that do
// break the rule. It is taken from texts whose batch was not learned from.
func threshold(samples []sample, vectors []svm.Vector, rule string, size int) (float32, string) {
	fold := func(batch string) uint32 {
		h := fnv.New32a()
		h.Write([]byte(batch))
		return h.Sum32() % folds
	}
	var ordinary []float32
	type post struct {
		score  float32
		breaks bool
	}
	var posts []post
	for k := range uint32(folds) {
		weights, bias := learn(samples, vectors, rule, size, func(batch string) bool { return fold(batch) != k })
		for i := range samples {
			s := &samples[i]
			if fold(s.batch) != k || s.unknown(rule) {
				continue
			}
			score := bias + vectors[i].Dot(weights)
			if s.shared {
				ordinary = append(ordinary, score)
			} else {
				posts = append(posts, post{score, slices.Contains(s.breaks, rule)})
			}
		}
	}
	slices.Sort(ordinary)
	from := ordinary[len(ordinary)-1-int(quiet*float64(len(ordinary)))]
	slices.SortFunc(posts, func(a, b post) int { return int(math.Copysign(1, float64(b.score-a.score))) })
	shown, good, total := 0, 0, 0
	for _, p := range posts {
		if p.breaks {
			total++
		}
	}
	best, found, wrong := float32(never), 0, 0
	for _, p := range posts {
		if p.score < from {
			break
		}
		shown++
		if p.breaks {
			good++
		}
		if float64(good) >= right*float64(shown) {
			best, found, wrong = p.score, good, shown-good
		}
	}
	return max(best, from) + margin, fmt.Sprintf("%-36s %3d posts, %3d found (%2.0f %%), %2d others shown\n", rule, total, found, 100*float64(found)/float64(max(total, 1)), wrong)
}
