package text

import (
	"strings"
	"sync"
)

// endings are cut off, so that forms of one word are one.
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

// frequentStems are the hashes of the most frequent words by Token.Rank: most words of a text are among them.
var frequentStems = sync.OnceValue(func() (hashes []uint64) {
	hashes = append(hashes, 0)
	EachCommon(func(w string, rank int) {
		if rank < 1<<12 {
			hashes = append(hashes, stemHash(w))
		}
	})
	return hashes
})

// EachStem calls f for each token but the parts of hashtags, with the hash of the word without its ending and that of
// the pair it makes with the one before, which is 0 for the first token. All numbers are one word.
func (d *Doc) EachStem(f func(token int, word, pair uint64)) {
	frequent, number := frequentStems(), stemHash("#")
	var before uint64
	for k := range d.Tokens {
		t := &d.Tokens[k]
		h := number
		switch {
		case t.Kind == HashtagPart:
			continue
		case t.Kind == Number:
		case t.Rank != 0 && int(t.Rank) < len(frequent):
			h = frequent[t.Rank]
		default:
			h = stemHash(t.Norm)
		}
		pair := uint64(0)
		if k > 0 {
			pair = before*31 + h
		}
		f(k, h, pair)
		before = h
	}
}

// Place is where a hash falls in a table of 2^bits places.
func Place(hash uint64, bits int) uint32 { return uint32(hash * 0x9E3779B97F4A7C15 >> (64 - bits)) }
