package hostility

import (
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"footprint/internal/analyze/text"
)

// sample is a sentence made from a pattern: for each step that must stand there its first wording, and "###" in
// the place of a word that only a class of the word lists describes.
type sample struct {
	words []string
	steps [][2]int // the words of each step
	bits  map[int]bits
	group int
}

func sampleOf(p *pattern) (s sample) {
	s.bits = map[int]bits{}
	put := func(e *element) {
		if e.optional || e.gap > 0 || e.edge || e.mark || e.not {
			return
		}
		from := len(s.words)
		phrase := []string{}
		for _, list := range e.phrases {
			for _, words := range list {
				if !strings.HasPrefix(words[0], "<") && (len(phrase) == 0 || strings.Join(words, " ") < strings.Join(phrase, " ")) {
					phrase = words
				}
			}
		}
		if len(phrase) == 0 {
			phrase = []string{"###"}
			s.bits[from] = e.bits
		}
		s.words = append(s.words, phrase...)
		if !e.edgeToo {
			s.steps = append(s.steps, [2]int{from, len(s.words)})
		}
	}
	for i := len(p.before) - 1; i >= 0; i-- {
		put(&p.before[i])
	}
	s.group = len(s.words)
	s.words = append(s.words, "gorkans")
	for i := range p.after {
		put(&p.after[i])
	}
	return s
}

// matchedBy reports whether a pattern matches the sample around its group.
func (s sample) matchedBy(p *pattern, skip [2]int) bool {
	doc := &text.Doc{}
	for i, w := range s.words {
		kind := text.Word
		if i >= skip[0] && i < skip[1] {
			w = "zzz"
		} else if strings.IndexFunc(w, func(r rune) bool { return r >= 0x2190 }) >= 0 {
			kind = text.Emoji
		}
		doc.Tokens = append(doc.Tokens, text.Token{Kind: kind, Norm: w})
	}
	doc.Sentences = []text.Range{{From: 0, To: len(s.words)}}
	r := &Reader{}
	r.open(doc)
	for i := range s.words {
		if b := s.bits[i]; b != 0 && !(i >= skip[0] && i < skip[1]) {
			r.at[i] = b
			r.spans = append(r.spans, span{i, i + 1, b})
		}
	}
	_, _, ok := r.matches(p, &mention{from: s.group, to: s.group + 1})
	return ok
}

// readFrames reads the frames of the rule pack.
func readFrames(t *testing.T) *Patterns {
	t.Helper()
	names, err := filepath.Glob("../../../assets/frames/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var files [][]byte
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if filepath.Base(name) == "hostility.yaml" {
			files = append([][]byte{data}, files...)
		} else {
			files = append(files, data)
		}
	}
	patterns, err := ReadPatterns(files[0], files[1:]...)
	if err != nil {
		t.Fatal(err)
	}
	if len(patterns.all) < 300 || len(patterns.acts.menaces) < 50 {
		t.Fatalf("only %d frames, %d beginnings of menaces", len(patterns.all), len(patterns.acts.menaces))
	}
	return patterns
}

// telling reports that a pattern asks for two steps, or for one beside the end of a sentence, or for one that is a large
// class, a class of hostile words or phrases only.
func telling(p *pattern) bool {
	steps, edges, wordy := 0, 0, false
	for _, e := range slices.Concat(p.before, p.after) {
		switch {
		case e.edge, e.edgeToo && !e.optional:
			edges++
		case e.optional || e.gap > 0 || e.mark || e.not || e.edgeToo:
		default:
			steps++
			phrases := slices.Concat(slices.Collect(maps.Values(e.phrases))...)
			short := slices.ContainsFunc(phrases, func(phrase []string) bool { return len(phrase) < 2 })
			wordy = wordy || len(phrases) > 11 || !short || e.bits&(trait|harm|hateVerb|exclude|misdeed) != 0
		}
	}
	return steps > 1 || steps == 1 && (wordy || edges > 0)
}

// Every frame matches the sentence that it describes, and none in which one of its steps is another word. A frame
// that nothing can match, or that a neighbouring step makes empty, is found here.
func TestEveryFrame(t *testing.T) {
	patterns := readFrames(t)
	for i := range patterns.all {
		p := &patterns.all[i]
		s := sampleOf(p)
		said := strings.Join(s.words, " ")
		if !telling(p) {
			t.Errorf("frame %d (%s) asks for hardly a word: %q", i, p.why, said)
		}
		if !s.matchedBy(p, [2]int{}) {
			t.Errorf("frame %d (%s) does not match %q", i, p.why, said)
		}
		for _, step := range s.steps {
			if s.matchedBy(p, step) {
				t.Errorf("frame %d (%s) matches %q without %q", i, p.why, said, strings.Join(s.words[step[0]:step[1]], " "))
			}
		}
	}
}

// The same for what is said to a group: menaces are tried as what follows its name.
func TestEveryMenace(t *testing.T) {
	for word, list := range readFrames(t).acts.menaces {
		for i := range list {
			p := &pattern{after: list[i].steps}
			s := sampleOf(p)
			said := strings.Join(s.words[1:], " ")
			if len(s.words) < 3 {
				t.Errorf("menace %d of %q asks for one word: %q", i, word, said)
			}
			if !s.matchedBy(p, [2]int{}) {
				t.Errorf("menace %d of %q does not match %q", i, word, said)
			}
			for _, step := range s.steps {
				if s.matchedBy(p, step) {
					t.Errorf("menace %d of %q matches %q without %q", i, word, said, strings.Join(s.words[step[0]:step[1]], " "))
				}
			}
		}
	}
}
