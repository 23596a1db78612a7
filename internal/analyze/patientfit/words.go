package main

import (
	"math"
	"slices"

	"footprint/internal/analyze/patient"
)

// wordFitting holds the weights of words while they are learned.
type wordFitting struct {
	fitting
	words []weight  // by place, behind the places of words those of classes
	pull  []float64 // to zero; 0 for a word that is not learned
}

// allWords returns the places of the words and the classes of a sample.
func (c classes) allWords(o *patient.Observation) []uint32 {
	places := slices.Clone(o.Words)
	for _, name := range o.Classes {
		places = append(places, c[name])
	}
	return places
}

// classes are the places of classes behind those of words.
type classes map[string]uint32

func classesOf(use []*sample) classes {
	c := classes{}
	for _, s := range use {
		for _, name := range s.seen.Classes {
			if _, known := c[name]; !known {
				c[name] = uint32(patient.NumWords + len(c))
			}
		}
	}
	return c
}

// fitWords learns from the words alone, with those that enough texts hold. The less a word alone tells the two sorts of
// texts apart, the stronger its weight is pulled to zero (the prior of Wang and Manning, 2012).
func fitWords(use []*sample, c classes) *wordFitting {
	n := patient.NumWords + len(c)
	f := &wordFitting{words: make([]weight, n), pull: make([]float64, n)}
	posts, texts := make([]uint16, n), make([]uint16, n)
	in := [2][]float64{make([]float64, n), make([]float64, n)}
	var all [2]float64
	for _, s := range use {
		s.words = c.allWords(s.seen)
		for _, place := range s.words {
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
	repeat(use, wordEpochs, f.learn, f.words, f.none[:])
	return f
}

func (f *wordFitting) learn(s *sample) {
	const least = 1e-2
	sum := f.none[0].w
	for _, place := range s.words {
		sum += f.words[place].w
	}
	miss := (1/(1+math.Exp(-sum)) - s.patient) * s.weight
	for _, place := range s.words {
		if pull := f.pull[place]; pull > 0 {
			w := &f.words[place]
			w.step(miss+pull*w.w, wordRate, least)
		}
	}
	f.none[0].step(miss, wordRate, least)
}
