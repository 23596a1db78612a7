package patient

import "footprint/internal/analyze/text"

// wordBits is the size of the table of words and pairs of words, as a power of two.
const wordBits = 19

// NumWords is the number of places for words and pairs of words.
const NumWords = 1 << wordBits

// addWords adds to places those of every word, without its ending, and of every pair of neighbours.
func (v *view) addWords(places []uint32) []uint32 {
	v.d.EachStem(func(_ int, word, pair uint64) {
		places = append(places, wordPlace(word))
		if pair != 0 {
			places = append(places, wordPlace(pair))
		}
	})
	return places
}

func wordPlace(h uint64) uint32 { return text.Place(h, wordBits) }
