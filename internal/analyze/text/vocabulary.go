package text

import (
	_ "embed" // the word list
	"math"
	"strings"
	"sync"
)

//go:embed words.txt
var wordList string

// vocabulary holds the frequent English words by rank, from 1. It is made to be asked once for every word of
// every text: a look-up touches little memory, and what is known of a word is found by its rank.
type vocabulary struct {
	// slots is an open table: 48 bits of the hash above 16 bits of rank; 0 is free. That many bits tell words
	// apart without a look at their letters.
	slots []uint64
	words []string
	// cost is the logarithm of the rank.
	cost []float32
	// tongues are the lists a word stands in: see languages.txt.
	tongues []uint64
	shape   *shape
}

const (
	tableBits = 17 // a third full
	maxRank   = 1<<16 - 1
)

// words reads the list once; it never changes.
var words = sync.OnceValue(func() *vocabulary {
	v := &vocabulary{slots: make([]uint64, 1<<tableBits), words: []string{""}, cost: []float32{unknown}, tongues: []uint64{0}}
	for line := range strings.Lines(wordList) {
		if line[0] == '#' || len(v.words) > maxRank {
			continue
		}
		v.add(line[:len(line)-1])
	}
	v.shape = newShape(v.words)
	return v
})

func (v *vocabulary) add(w string) {
	rank := len(v.words)
	v.words = append(v.words, w)
	v.cost = append(v.cost, float32(math.Log(float64(rank+1))))
	v.tongues = append(v.tongues, listed.words[w])
	h := hashOf(w).spread()
	at := h >> (64 - tableBits)
	for v.slots[at] != 0 {
		at = (at + 1) % (1 << tableBits)
	}
	v.slots[at] = h<<16 | uint64(rank)
}

// wordHash is the hash of the beginning of a word; with adds a letter to it.
type wordHash uint64

const noLetters wordHash = 14695981039346656037 // FNV-1a

func (h wordHash) with(c byte) wordHash { return (h ^ wordHash(c)) * 1099511628211 }

// spread makes the upper and the lower bits depend on every letter.
func (h wordHash) spread() uint64 {
	s := (uint64(h) ^ uint64(h)>>32) * 0x9E3779B97F4A7C15
	return s ^ s>>29
}

func hashOf(w string) wordHash {
	h := noLetters
	for i := 0; i < len(w); i++ {
		h = h.with(w[i])
	}
	return h
}

// rank returns the rank of a word, 0 when it is not listed.
func (v *vocabulary) rank(w string) uint32 { return v.hashed(hashOf(w)) }

// hashed is rank for a word whose hash is known.
func (v *vocabulary) hashed(hash wordHash) uint32 {
	h := hash.spread()
	for at := h >> (64 - tableBits); v.slots[at] != 0; at = (at + 1) % (1 << tableBits) {
		if s := v.slots[at]; s>>16 == h<<16>>16 {
			return uint32(s & maxRank)
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

// Rarity is that of a word of a text, without a look-up.
func (t *Token) Rarity() float32 { return words().cost[t.Rank] }

// EachCommon calls f with each of the most frequent English words and its Token.Rank, most frequent first.
func EachCommon(f func(word string, rank int)) {
	for rank, w := range words().words {
		if rank > 0 {
			f(w, rank)
		}
	}
}
