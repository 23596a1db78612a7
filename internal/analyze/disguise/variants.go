package disguise

import "strings"

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
