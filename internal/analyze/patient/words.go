package patient

import "footprint/internal/analyze/text"

// wordBits is the size of the table of words and pairs of words, as a power of two.
const wordBits = 19

// NumWords is the number of places for words and pairs of words.
const NumWords = 1 << wordBits

// opening is the number of words in which a post tells whom it is about: "My client", "Our youngest", "She said".
const opening = 3

// addWords adds to places those of every word, without its ending, of every pair of neighbours, and of the words that
// the post begins with.
func (v *view) addWords(places []uint32) []uint32 {
	n, first := uint64(0), uint64(0)
	v.d.EachStem(func(_ int, word, pair uint64) {
		places = append(places, wordPlace(word))
		if pair != 0 {
			places = append(places, wordPlace(pair))
		}
		if n < opening {
			first = first*31 + word
			places = append(places, wordPlace(word*13+n))
			if n > 0 {
				places = append(places, wordPlace(first*17))
			}
			n++
		}
	})
	return places
}

func wordPlace(h uint64) uint32 { return text.Place(h, wordBits) }
