package lexicon

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"footprint/internal/analyze/text"
)

// TestSplit compares the quick way for plain words with reading them.
func TestSplit(t *testing.T) {
	var n net
	plain := 0
	for _, form := range []string{"word", "two words", "a", "rt", "https", "www", "and so on", "no word", "sooo long", "x xx xxx", "i", "he or she", "see you at the end of the year and for a long time after that"} {
		var want []string
		for i, tok := range text.Parse(form).Tokens {
			if i < maxTerm {
				want = append(want, tok.Norm)
			}
		}
		if got := n.wordsOf(form); !slices.Equal(got, want) {
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

// TestPhrases compares what the lexicon accepts with the phrases that its terms stand for.
func TestPhrases(t *testing.T) {
	terms := []string{"drunk", "(got|get) (so|) drunk", "get (so |)(drunk|high)", "(week|week's)( |s )(clinic|)", "jump(ed|ing|)( up|)",
		"(a|a b|) (b|b c) c", "(|the) (|old) pub", "see (you|a man about a dog)", "no. (5|five)/10",
		"(a|b) c d e f g h i j k (l|l m) n", "get  (so|)  drunk"}
	var b Builder
	b.AddWords("all", "test", 1, terms)
	l, err := b.Build()
	if err != nil {
		t.Fatal(err)
	}
	var want, got []string
	n := newNet(l)
	for _, term := range terms {
		for _, phrase := range alternatives(term) {
			want = append(want, fmt.Sprint(term, "=", n.wordsOf(phrase)))
		}
	}
	name := make([]string, len(l.first))
	for w, id := range l.words {
		name[id] = w
	}
	var walk func(at uint32, words []string)
	walk = func(at uint32, words []string) {
		for _, e := range l.at(at) {
			got = append(got, fmt.Sprint(e.Term, "=", words))
		}
		for _, e := range l.edges[l.nodes[at].edge:l.nodes[at].last] {
			if to := l.next(&l.nodes[at], e.word); to != e.to {
				t.Errorf("%q leads to %d, want %d", name[e.word], to, e.to)
			}
			walk(e.to, append(words, name[e.word]))
		}
	}
	for id, at := range l.first {
		if at != 0 {
			walk(at, []string{name[id]})
		}
	}
	slices.Sort(want)
	slices.Sort(got)
	if want = slices.Compact(want); !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
