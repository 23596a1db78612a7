package disguise

import (
	"strings"
	"unicode/utf8"
)

// maxChunk is the longest run of non-space characters that is looked at; longer ones are cut.
const maxChunk = 48

// chunk is one run of characters without a space.
type chunk struct {
	start, end int
	word       string // lower-case letters when plain, else ""
	letter     byte   // the letter when the chunk is a single one, else 0
	odd        bool   // symbols, digits or emoji among letters
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

// formula reports "CI=1.02" and "E_{total}".
func formula(raw string) bool {
	i := strings.IndexByte(raw, '=')
	return i > 0 && i+1 < len(raw) && '0' <= raw[i+1] && raw[i+1] <= '9' || strings.Contains(raw, "_{")
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
	start, end := bare(text, start, i)
	raw := text[start:end]
	if raw == "" || raw[0] == '@' && len(raw) > 8 || formula(raw) {
		return chunk{}, next
	}
	c := chunk{start: start, end: end}
	c.read(raw, buf)
	return c, next
}

// bare takes punctuation off both ends of text[start:end].
func bare(text string, start, end int) (int, int) {
	for start < end && strings.IndexByte("\"'(,.;:?-_[{<>~", text[start]) >= 0 {
		start++
	}
	for end > start && strings.IndexByte("\"'),.;:?-_]}>~", text[end-1]) >= 0 {
		end--
	}
	for end > start+1 && text[end-1] == '!' {
		end--
	}
	return start, end
}

// read tells whether the chunk is a word, a single letter or something odd. buf is room for its letters.
func (c *chunk) read(raw string, buf []byte) {
	letters := 0
	for letters < len(raw) && 'a' <= raw[letters] && raw[letters] <= 'z' {
		letters++
	}
	if letters == len(raw) && letters > 1 {
		c.word = raw
		return
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
