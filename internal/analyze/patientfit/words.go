package main

import (
	"math"

	"footprint/internal/analyze/patient"
)

// wordFitting holds the weights of words while they are learned.
type wordFitting struct {
	fitting
	words [patient.NumWords]weight
	pull  [patient.NumWords]float64 // to zero; 0 for a word that is not learned
}

// fitWords learns from the words alone, with those that enough texts hold. The less a word alone tells the two sorts of
// texts apart, the stronger its weight is pulled to zero (the prior of Wang and Manning, 2012).
func fitWords(use []*sample) *wordFitting {
	f := &wordFitting{}
	var posts, texts [patient.NumWords]uint16
	var in [2][patient.NumWords]float64
	var all [2]float64
	for _, s := range use {
		for _, place := range s.seen.Words {
			in[int(s.patient)][place] += s.weight
			all[int(s.patient)] += s.weight
			if s.shared {
				texts[place] = min(texts[place], math.MaxUint16-1) + 1
			} else {
				posts[place]++
			}
		}
	}
	for i := range f.pull {
		if posts[i] >= leastPosts || texts[i] >= leastTexts {
			tells := math.Log((in[1][i] + 0.5) / all[1] / ((in[0][i] + 0.5) / all[0]))
			f.pull[i] = wordDecay / max(tells*tells, leastTells)
		}
	}
	repeat(use, wordEpochs, f.learn, f.words[:], f.none[:])
	return f
}

func (f *wordFitting) learn(s *sample) {
	const least = 1e-2
	sum := f.none[0].w
	for _, place := range s.seen.Words {
		sum += f.words[place].w
	}
	miss := (1/(1+math.Exp(-sum)) - s.patient) * s.weight
	for _, place := range s.seen.Words {
		if pull := f.pull[place]; pull > 0 {
			w := &f.words[place]
			w.step(miss+pull*w.w, wordRate, least)
		}
	}
	f.none[0].step(miss, wordRate, least)
}
