package main

import (
	"math"

	"footprint/internal/analyze/patient"
)

// wordFitting holds the weights of words while they are learned.
type wordFitting struct {
	fitting
	words [patient.NumWords]weight
	known [patient.NumWords]bool
}

// fitWords learns from the words alone, with those that enough texts hold.
func fitWords(use []*sample) *wordFitting {
	f := &wordFitting{}
	var posts, texts [patient.NumWords]uint16
	for _, s := range use {
		for _, place := range s.seen.Words {
			if s.shared {
				texts[place] = min(texts[place], math.MaxUint16-1) + 1
			} else {
				posts[place]++
			}
		}
	}
	for i := range f.known {
		f.known[i] = posts[i] >= leastPosts || texts[i] >= leastTexts
	}
	f.run(use, wordEpochs, f.learn)
	return f
}

func (f *wordFitting) learn(s *sample) {
	const least = 1e-2
	sum := f.none.w
	for _, place := range s.seen.Words {
		sum += f.words[place].w
	}
	miss := (1/(1+math.Exp(-sum)) - s.patient) * s.weight
	for _, place := range s.seen.Words {
		if f.known[place] {
			w := &f.words[place]
			w.step(miss+wordDecay*w.w, wordRate, least)
		}
	}
	f.none.step(miss, wordRate, least)
}
