package lexicon

import (
	"slices"
	"testing"

	"footprint/internal/analyze/text"
)

// TestSplit compares the quick way for plain words with reading them.
func TestSplit(t *testing.T) {
	var b Builder
	plain := 0
	for _, form := range []string{"word", "two words", "a", "rt", "https", "www", "and so on", "no word", "sooo long", "x xx xxx", "i", "he or she", "see you at the end of the year and for a long time after that"} {
		var want []string
		for i, tok := range text.Parse(form).Tokens {
			if i < maxTerm {
				want = append(want, tok.Norm)
			}
		}
		if got := b.split(form); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", form, got, want)
		}
		if plainWords(form) {
			plain++
		}
	}
	if plain < 8 {
		t.Errorf("only %d forms are plain", plain)
	}
}
