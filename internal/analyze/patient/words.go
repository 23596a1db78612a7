package patient

import (
	"strings"
	"sync"

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

// stemHash is the hash of a word without its ending.
func stemHash(w string) uint64 {
	w = stem(w)
	h := uint64(14695981039346656037) // FNV-1a
	for i := range len(w) {
		h = (h ^ uint64(w[i])) * 1099511628211
	}
	return h
}

// frequentHashes are the hashes of the most frequent words by text.Token.Rank: most words of a text are among them.
var frequentHashes = sync.OnceValue(func() (hashes []uint64) {
	hashes = append(hashes, 0)
	text.EachCommon(func(w string, rank int) {
		if rank < 1<<12 {
			hashes = append(hashes, stemHash(w))
		}
	})
	return hashes
})

// addWords adds to places those of every word, without its ending, and of every pair of neighbours. All numbers are one
// word.
func (v *view) addWords(places []uint32) []uint32 {
	frequent, number := frequentHashes(), stemHash("#")
	var before uint64
	for k := range v.t {
		t := &v.t[k]
		h := number
		switch {
		case t.Kind == text.HashtagPart:
			continue
		case t.Kind == text.Number:
		case t.Rank != 0 && int(t.Rank) < len(frequent):
			h = frequent[t.Rank]
		default:
			h = stemHash(t.Norm)
		}
		places = append(places, wordPlace(h))
		if k > 0 {
			places = append(places, wordPlace(before*31+h))
		}
		before = h
	}
	return places
}

func wordPlace(h uint64) uint32 { return uint32((h * 0x9E3779B97F4A7C15) >> (64 - wordBits)) }
