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
	"unicode"
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

// maxChunk is the longest run of non-space characters that is looked at; longer ones are cut.
const maxChunk = 48

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

func (f *Finder) addVariants(t string, frequent func(string) bool) {
	if len(t) < 4 {
		return
	}
	put := func(s string) {
		if !f.common(s) && !f.derived(s) {
			f.add(f.variants, s, t)
		}
	}
	b := []byte(t)
	for i := 0; i+1 < len(b); i++ { // neighbours swapped
		b[i], b[i+1] = b[i+1], b[i]
		put(string(b))
		b[i], b[i+1] = b[i+1], b[i]
	}
	for i := 1; i < len(t); i++ { // one letter dropped, not the first
		if s := t[:i] + t[i+1:]; len(s) >= 4 || !isVowel(t[i]) && i < len(t)-1 || isVowel(t[i]) {
			put(s)
		}
	}
	for i := 1; i < len(t); i++ { // a vowel put in, as it is sung out
		for _, v := range "aeiou" {
			put(t[:i] + string(v) + t[i:])
		}
	}
	noVowels := t[:1] + strings.Map(func(r rune) rune {
		if isVowel(byte(r)) {
			return -1
		}
		return r
	}, t[1:])
	if n := len(noVowels); n >= len(t)-1 || n >= 5 {
		put(noVowels)
	}
	for i, j := 0, len(b)-1; i < j; i, j = i+1, j-1 {
		b[i], b[j] = b[j], b[i]
	}
	put(string(b))
	for i := 1; i < len(t); i++ { // split in two, of which one is no word
		if l, r := t[:i], t[i:]; !frequent(l) && len(l) > 1 || !frequent(r) && len(r) > 1 {
			f.variants[l+" "+r] = t
			bit := halvesBit(l, r)
			f.halves[bit/64] |= 1 << (bit % 64)
		}
	}
}

// pairBits is the size of the filter of pairs.
const pairBits = 1 << 17

// halvesBit is the place of two words in the filter: by their first and last letters and their lengths.
func halvesBit(l, r string) uint {
	h := uint32(l[0]) | uint32(l[len(l)-1])<<5 | uint32(r[0])<<10 | uint32(r[len(r)-1])<<15 | uint32(len(l)&7)<<22 | uint32(len(r)&7)<<27
	return uint(h * 0x9E3779B1 >> (32 - 17))
}

// derived reports a regular form of an ordinary word: "spacer" of "space".
func (f *Finder) derived(s string) bool {
	for _, end := range [...]string{"r", "er", "ers", "rs", "s", "d", "ed", "ing", "y", "ly"} {
		if stem, ok := strings.CutSuffix(s, end); ok && len(stem) > 3 && f.common(stem) {
			return true
		}
	}
	return false
}

// chunk is one run of characters without a space.
type chunk struct {
	start, end int
	word       string // lower-case letters when plain, else ""
	letter     byte   // the letter when the chunk is a single one, else 0
	odd        bool   // symbols, digits or emoji among letters
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

// pair reports a term written as two words.
func (f *Finder) pair(a, b chunk) (Hit, bool) {
	if a.word == "" || b.word == "" || len(a.word)+len(b.word) > 16 || len(b.word) < 2 && len(a.word) < 2 {
		return Hit{}, false
	}
	if bit := halvesBit(a.word, b.word); f.halves[bit/64]&(1<<(bit%64)) == 0 {
		return Hit{}, false
	}
	var buf [24]byte
	n := copy(buf[:], a.word)
	buf[n] = ' '
	n += 1 + copy(buf[n+1:], b.word)
	t, ok := f.variants[string(buf[:n])]
	return Hit{a.start, b.end, t}, ok
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

// joined finds a term inside words run together; what stands around it must be words.
func (f *Finder) joined(w string) string {
	best := ""
	for i := 0; i+coreKey <= len(w); i++ {
		for _, t := range f.cores[w[i:i+coreKey]] {
			if len(t) <= len(best) || len(t) >= len(w) || !strings.HasPrefix(w[i:], t) {
				continue
			}
			known := f.common
			if len(t) < 6 && t != "fuck" && t != "cunt" && t != "bitch" { // short terms stand inside many words: saltwater, mishit, peacock
				known = glue
			}
			if f.words(w[:i], 3, known) && f.words(w[i+len(t):], 3, known) {
				best = t
			}
		}
	}
	return best
}

// words reports whether s is a row of at most n known words or terms, or a usual ending of a long term.
func (f *Finder) words(s string, n int, known func(string) bool) bool {
	switch s {
	case "":
		return true
	case "s", "er", "ers", "ing", "ed", "y", "es", "u", "i":
		return n == 3
	}
	if n == 0 {
		return false
	}
	if s[0] == 'a' && f.words(s[1:], n-1, known) {
		return true // "notgivinga..."
	}
	for i := len(s); i >= 2; i-- {
		if (known(s[:i]) || f.exact[s[:i]] != "") && f.words(s[i:], n-1, known) {
			return true
		}
	}
	return false
}

// glue are the words that people run together with a short term.
func glue(w string) bool {
	switch w {
	case "you", "your", "ur", "the", "this", "what", "that", "stupid", "dumb", "holy", "piece", "of", "eat", "bull", "horse", "head", "face", "off", "up", "my", "bag", "hole", "for", "brains",
		"lying", "dirty", "ugly", "fat", "little", "old", "such", "are", "is", "it", "suck", "sucking", "sucker", "total", "absolute", "complete", "and", "lick", "licker", "silly", "happens", "not", "give", "gives", "giving", "gave", "no", "talk", "talking", "full", "about", "with", "these", "those", "much", "show", "storm", "load", "ton", "me", "his", "her", "big", "small", "tiny":
		return true
	}
	return false
}

// wordChunk returns the chunk at i if it is the word, with or without a mark behind it, and the place after it.
func wordChunk(text string, i int, word string) (c chunk, next int, ok bool) {
	n, end := len(word), i+len(word)
	if n < 2 || n >= maxChunk-1 || word == "www" {
		return chunk{}, i, false
	}
	c, next = chunk{start: i, end: end, word: word}, end
	if end < len(text) && (text[end] == ',' || text[end] == '.' || text[end] == '?') {
		next++
	}
	return c, next, next == len(text) || text[next] <= ' '
}

// nextChunk reads the chunk at i. Punctuation around it is not part of it.
func nextChunk(text string, i int, buf []byte) (chunk, int) {
	for i < len(text) && text[i] <= ' ' {
		i++
	}
	start := i
	for i < len(text) && 'a' <= text[i] && text[i] <= 'z' {
		i++
	}
	if n := i - start; n > 1 && n < maxChunk { // most chunks are plain words
		switch {
		case i == len(text) || text[i] <= ' ':
			return chunk{start: start, end: i, word: text[start:i]}, i
		case (text[i] == ',' || text[i] == '.' || text[i] == '?') && (i+1 == len(text) || text[i+1] <= ' ') && n < maxChunk-1 && text[start:i] != "www":
			return chunk{start: start, end: i, word: text[start:i]}, i + 1
		}
	}
	i = start
	for i < len(text) && text[i] > ' ' && i-start < maxChunk {
		i++
	}
	for i < len(text) && text[i] > ' ' && !utf8.RuneStart(text[i]) {
		i++
	}
	next := i
	for next < len(text) && text[next] > ' ' {
		next++ // the rest of an overlong run is skipped
	}
	if i < next || strings.Contains(text[start:i], "://") || strings.HasPrefix(text[start:i], "www.") {
		return chunk{}, next
	}
	end := i
	for start < end && strings.IndexByte("\"'(,.;:?-_[{<>~", text[start]) >= 0 {
		start++
	}
	for end > start && strings.IndexByte("\"'),.;:?-_]}>~", text[end-1]) >= 0 {
		end--
	}
	for end > start+1 && text[end-1] == '!' {
		end--
	}
	c := chunk{start: start, end: end}
	raw := text[start:end]
	if raw == "" || raw[0] == '@' && len(raw) > 8 {
		return chunk{}, next
	}
	letters := 0
	for letters < len(raw) && 'a' <= raw[letters] && raw[letters] <= 'z' {
		letters++
	}
	if letters == len(raw) && letters > 1 {
		c.word = raw
		return c, next
	}
	letters = 0
	for k := 0; k < len(raw); k++ {
		b := raw[k] | 0x20
		if b >= 'a' && b <= 'z' && raw[k] < utf8.RuneSelf {
			letters++
			buf = append(buf, b)
		} else if raw[k] != '\'' && (raw[k] != '#' || k > 0) {
			c.odd = true
		}
	}
	switch {
	case c.odd && letters == 0:
		c.letter, c.odd = soleLetter(raw)
	case c.odd:
	case letters == 1 && len(raw) == 1:
		c.letter = buf[0]
	case letters > 0:
		c.word = string(buf)
	}
	return c, next
}

// soleLetter is the letter that one symbol or enclosed letter stands for; odd tells that there is more than one sign.
func soleLetter(raw string) (letter byte, odd bool) {
	if len(raw) == 1 {
		return leet(raw[0]), false
	}
	r, n := utf8.DecodeRuneInString(raw)
	if n == len(raw) || raw[n:] == "\ufe0f" {
		return emojiLetter(r), false
	}
	return 0, emojiLetter(r) != 0
}

func isPlain(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < 'a' || s[i] > 'z' {
			return false
		}
	}
	return true
}

func isVowel(b byte) bool { return strings.IndexByte("aeiou", b) >= 0 }

// emojiLetter is the letter an emoji or enclosed letter stands for, 0 if none.
func emojiLetter(r rune) byte {
	switch {
	case r >= 0x1F1E6 && r <= 0x1F1FF:
		return byte('a' + r - 0x1F1E6)
	case r >= 0x1F130 && r <= 0x1F149:
		return byte('a' + r - 0x1F130)
	case r >= 0x1F170 && r <= 0x1F189:
		return byte('a' + r - 0x1F170)
	case r >= 0x24B6 && r <= 0x24CF:
		return byte('a' + r - 0x24B6)
	case r >= 0x24D0 && r <= 0x24E9:
		return byte('a' + r - 0x24D0)
	}
	return lookAlike[r]
}

// pictorial reports whether r is an emoji or a symbol that can take a letter's place.
func pictorial(r rune) bool {
	return r >= 0x2190 && !unicode.IsLetter(r) && !unicode.IsSpace(r)
}
