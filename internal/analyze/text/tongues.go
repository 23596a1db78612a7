package text

import (
	_ "embed" // the lists of words
	"strings"
)

//go:embed languages.txt
var languageLists string

// Bits of a word's tongues: which lists it stands in. From firstTongue on, one bit for each language of the file.
const (
	englishBit uint64 = 1 << iota
	neutralBit
	slangBit
	foreignBits = ^(englishBit | neutralBit | slangBit)
	firstTongue = 3
)

// tongues is what languages.txt says.
type tongues struct {
	codes []string // codes[i] belongs to bit firstTongue+i
	words map[string]uint64
}

// listed reads the file once, when the package starts; words are folded as Token.Norm is.
var listed = readTongues(languageLists)

func readTongues(file string) *tongues {
	t := &tongues{words: make(map[string]uint64, 6000)}
	var f folded
	for line := range strings.Lines(file) {
		code, list, _ := strings.Cut(strings.TrimSpace(line), " ")
		var bit uint64
		switch code {
		case "", "#":
			continue
		case "en":
			bit = englishBit
		case "neutral":
			bit = neutralBit
		case "slang":
			bit = slangBit
		default:
			bit = 1 << (firstTongue + len(t.codes))
			code, _, _ = strings.Cut(code, "-") // "hi-latn": how it is written is no other language
			t.codes = append(t.codes, code)
		}
		for _, w := range strings.Fields(list) {
			f.fold(w)
			t.words[string(f.b)] |= bit
		}
	}
	return t
}

// shape tells how English the letters of a word look that no list has, by its groups of three letters: the
// logarithm of how much more often each stands in English words than in those of the other languages.
type shape [27 * 27 * 27]int8

// shapeWords is how many of the frequent English words teach the shape; further down the list of film
// subtitles stand names and foreign words.
const shapeWords = 20000

func newShape(english []string) *shape {
	var en, other [27 * 27 * 27]int32
	for _, w := range english[:min(len(english), shapeWords)] {
		trigrams(w, func(g int) { en[g]++ })
	}
	for w, set := range listed.words {
		if set&foreignBits != 0 && set&^foreignBits == 0 {
			trigrams(w, func(g int) { other[g]++ })
		}
	}
	s := &shape{}
	for g := range s {
		// English words are about four times as many; five sixths of a count each smooth what is rare.
		a, b := 6*en[g]+5, 6*4*other[g]+5
		s[g] = int8(log2eighths(a) - log2eighths(b))
	}
	return s
}

// log2eighths is eight times the binary logarithm, rounded down to the eighth by straight lines between powers.
func log2eighths(n int32) int {
	k := 0
	for n>>(k+1) > 0 {
		k++
	}
	return 8*k + int((n-1<<k)*8>>k)
}

// trigrams calls f for each group of three letters, the edges of the word counting as one.
func trigrams(w string, f func(g int)) {
	a, b := 0, 0
	for i := 0; i <= len(w); i++ {
		c := 0
		if i < len(w) {
			if !isLetter(w[i]) {
				continue
			}
			c = int(w[i]-'a') + 1
		}
		if i > 0 {
			f(a*27*27 + b*27 + c)
		}
		a, b = b, c
	}
}

// mean returns the mean of the groups of a word, in eighths of a doubling; above 0 it looks English.
func (s *shape) mean(w string) int {
	sum, n := 0, 0
	trigrams(w, func(g int) { sum += int(s[g]); n++ })
	if n == 0 {
		return 0
	}
	return sum / n
}
