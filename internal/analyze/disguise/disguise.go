// Package disguise finds strong words behind a disguise: digits and symbols for letters, stars, spaces or dots
// between letters, doubled, dropped or swapped letters, spelling by sound, words run together, written
// backwards, or an emoji in the place of a letter.
//
// One disguise is undone at a time and the result must be one of the given terms, so weak terms should not be
// given. Words of the ordinary vocabulary are never a disguise. Plainly written terms are not reported: that
// is the work of the lexicon. Time is linear in the text.
package disguise

import (
	"strings"
	"unicode/utf8"
)

// Hit is one disguised term.
type Hit struct {
	Start, End int    // byte offsets into the text
	Term       string // the term as given to New
}

// Finder looks for a fixed set of terms; it is immutable and safe for concurrent use.
type Finder struct {
	exact    map[string]string     // term by itself
	variants map[string]string     // swapped, dropped, reversed and split spellings
	halves   [pairBits / 64]uint64 // a filter of the pairs of words among variants: see halvesBit
	sounds   map[string]string     // by sound
	masked   map[string]string     // "f*" + length: terms for words that show only the first letter
	byLen    map[int][]string      // for stars in the middle
	cores    map[string][]string   // terms looked for inside run-together words, by their first four letters
	common   func(string) bool
}

// coreKey is the number of letters by which terms inside words are looked up.
const coreKey = 4

// New prepares the terms (lower case, one word each; shorter than 3 letters are left out). Common tells
// whether a lower-case word belongs to the ordinary vocabulary, frequent whether it is often written.
func New(terms []string, common, frequent func(string) bool) *Finder {
	f := &Finder{
		exact: map[string]string{}, variants: map[string]string{}, sounds: map[string]string{},
		masked: map[string]string{}, byLen: map[int][]string{}, cores: map[string][]string{}, common: common,
	}
	for _, t := range terms {
		if len(t) >= 3 && isPlain(t) {
			f.exact[t] = t
		}
	}
	for _, t := range terms {
		if f.exact[t] == "" {
			continue
		}
		f.byLen[len(t)] = append(f.byLen[len(t)], t)
		f.addVariants(t, frequent)
		if len(t) >= 4 {
			f.add(f.sounds, sound(t), t)
			f.cores[t[:coreKey]] = append(f.cores[t[:coreKey]], t)
		}
	}
	return f
}

// add notes spelling for term unless it is itself a term or an ordinary word.
func (f *Finder) add(m map[string]string, spelling, term string) {
	if len(spelling) < 3 || f.exact[spelling] != "" || m[spelling] != "" {
		return
	}
	m[spelling] = term
}

// Find returns the disguised terms of text, in order, not overlapping. At returns the ordinary word of ASCII letters
// that begins at a place, in lower case, or "": whoever has read the text already saves Find most of the work by it.
// The places it is asked for only go on. Common is asked as that of New, about any other word.
func (f *Finder) Find(text string, at func(start int) string, common func(word string) bool) []Hit {
	var hits []Hit
	var prev chunk
	spell := speller{f: f}
	var buf [maxChunk * utf8.UTFMax]byte
	for i := 0; i < len(text); {
		for i < len(text) && text[i] <= ' ' {
			i++
		}
		c, next, ordinary := wordChunk(text, i, at(i))
		if !ordinary {
			c, next = nextChunk(text, i, buf[:0])
		}
		i = next
		if c.end == c.start {
			continue
		}
		if h, ok := spell.add(c); ok {
			hits = append(hits, h)
		}
		if c.letter != 0 {
			prev = c
			continue
		}
		if h, ok := f.pair(prev, c); ok {
			hits = append(hits, h)
		} else if !ordinary && (c.word == "" || !common(c.word) && f.exact[c.word] == "") {
			if t := f.term(text[c.start:c.end], c); t != "" {
				hits = append(hits, Hit{c.start, c.end, t})
			}
		}
		prev = c
	}
	if h, ok := spell.flush(); ok {
		hits = append(hits, h)
	}
	return hits
}

// term returns the term behind one chunk that is no ordinary word.
func (f *Finder) term(raw string, c chunk) string {
	if c.word != "" {
		return f.plain(c.word, raw)
	}
	if !c.odd {
		return ""
	}
	return f.unmask(raw)
}

// plain undoes disguises made of letters only. A capital inside a text is likely a name.
func (f *Finder) plain(w, raw string) string {
	if len(w) < 3 || len(w) > 32 {
		return ""
	}
	name := raw[0] >= 'A' && raw[0] <= 'Z' && raw != strings.ToUpper(raw)
	short := len(w) <= 4 && raw[1:] != strings.ToLower(raw[1:]) && (len(w) <= 3 || raw != strings.ToUpper(raw)) // an acronym: "ABO", "pSS"
	if s := squeeze(w); s != w {
		if t := f.exact[s]; len(t) >= 4 {
			return t
		}
		if s2 := squeezeTo(w, 2); s2 != w && f.exact[s2] != "" {
			return f.exact[s2]
		}
	}
	if !name && !short {
		if t := f.variants[w]; t != "" {
			return t
		}
		if s := sound(w); len(s) >= 3 {
			if t := f.sounds[s]; t != "" && t[0] == soundFirst(w) {
				return t
			}
		}
	}
	if len(w) >= 6 && !name {
		return f.joined(w)
	}
	return ""
}
