package patient

import (
	"strings"

	"footprint/internal/analyze/text"
)

// wordBits is the size of the table of words and pairs of words, as a power of two.
const wordBits = 19

// NumWords is the number of places for words and pairs of words.
const NumWords = 1 << wordBits

// endings are cut off, so that forms of one word share a place.
var endings = [...]string{"'s", "ing", "ed", "es", "s"}

func stem(w string) string {
	for _, e := range endings {
		if len(w) > len(e)+3 && strings.HasSuffix(w, e) {
			return w[:len(w)-len(e)]
		}
	}
	return w
}

// eachWord calls f with the place of every word, without its ending, and of every pair of neighbours. All numbers
// are one word.
func (v *view) eachWord(f func(place uint32)) {
	var before uint64
	for k := range v.t {
		t := &v.t[k]
		if t.Kind == text.HashtagPart {
			continue
		}
		w := "#"
		if t.Kind != text.Number {
			w = stem(t.Norm)
		}
		h := uint64(14695981039346656037) // FNV-1a
		for i := range len(w) {
			h = (h ^ uint64(w[i])) * 1099511628211
		}
		f(wordPlace(h))
		if k > 0 {
			f(wordPlace(before*31 + h))
		}
		before = h
	}
}

func wordPlace(h uint64) uint32 { return uint32((h * 0x9E3779B97F4A7C15) >> (64 - wordBits)) }
