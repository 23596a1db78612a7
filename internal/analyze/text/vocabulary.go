package text

import (
	_ "embed" // the word list
	"hash/maphash"
	"math"
	"strings"
	"sync"
)

//go:embed words.txt
var wordList string

// vocabulary holds the frequent English words by rank, from 1. It is made to be asked once for every word of
// every text: a look-up touches little memory, and what is known of a word is found by its rank.
type vocabulary struct {
	seed maphash.Seed
	// slots is an open table: 16 bits of the hash above 16 bits of rank; 0 is free.
	slots []uint32
	words []string
	// cost is the logarithm of the rank.
	cost []float32
	// functions are the languages a word serves: see functionWords.
	functions []uint32
}

const (
	tableBits = 17 // a third full
	maxRank   = 1<<16 - 1
)

// words reads the list once; it never changes.
var words = sync.OnceValue(func() *vocabulary {
	v := &vocabulary{seed: maphash.MakeSeed(), slots: make([]uint32, 1<<tableBits), words: []string{""}, cost: []float32{unknown}, functions: []uint32{0}}
	for line := range strings.Lines(wordList) {
		if line[0] == '#' || len(v.words) > maxRank {
			continue
		}
		v.add(line[:len(line)-1])
	}
	return v
})

func (v *vocabulary) add(w string) {
	rank := len(v.words)
	v.words = append(v.words, w)
	v.cost = append(v.cost, float32(math.Log(float64(rank+1))))
	v.functions = append(v.functions, functionWords[w])
	h := maphash.String(v.seed, w)
	at := h >> (64 - tableBits)
	for v.slots[at] != 0 {
		at = (at + 1) % (1 << tableBits)
	}
	v.slots[at] = uint32(h)<<16 | uint32(rank)
}

// rank returns the rank of a word, 0 when it is not listed.
func (v *vocabulary) rank(w string) uint32 {
	h := maphash.String(v.seed, w)
	for at := h >> (64 - tableBits); v.slots[at] != 0; at = (at + 1) % (1 << tableBits) {
		if s := v.slots[at]; s>>16 == uint32(h)&0xffff && v.words[s&0xffff] == w {
			return s & 0xffff
		}
	}
	return 0
}

// Common reports whether an English word in its Norm form is among the frequent words of film subtitles.
func Common(word string) bool { return words().rank(word) != 0 }

// Rarity is the logarithm of a word's rank by frequency; a word that is not listed is rarer than any other.
func Rarity(word string) float32 {
	v := words()
	return v.cost[v.rank(word)]
}

// EachCommon calls f with each of the most frequent English words and its Token.Rank, most frequent first.
func EachCommon(f func(word string, rank int)) {
	for rank, w := range words().words {
		if rank > 0 {
			f(w, rank)
		}
	}
}
