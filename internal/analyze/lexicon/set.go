package lexicon

import (
	"math/bits"
)

// Set is a set of classes.
type Set []uint64

// Has reports whether the set contains c.
func (s Set) Has(c Class) bool { return int(c>>6) < len(s) && s[c>>6]&(1<<(c&63)) != 0 }

// Any reports whether the sets have a class in common.
func (s Set) Any(o Set) bool {
	for i := range min(len(s), len(o)) {
		if s[i]&o[i] != 0 {
			return true
		}
	}
	return false
}

// Each calls f with every class of the set, in order.
func (s Set) Each(f func(Class)) {
	for i, word := range s {
		for ; word != 0; word &= word - 1 {
			f(Class(i*64 + bits.TrailingZeros64(word)))
		}
	}
}

// Mask is a set written as its few non-empty words: quicker to test against than a Set.
type Mask []maskWord

// Mask returns the set as a mask.
func (s Set) Mask() Mask {
	var m Mask
	for i, bits := range s {
		if bits != 0 {
			m = append(m, maskWord{i, bits})
		}
	}
	return m
}

// Meets reports whether the set has a class of the mask.
func (s Set) Meets(m Mask) bool {
	for _, w := range m {
		if w.at < len(s) && s[w.at]&w.bits != 0 {
			return true
		}
	}
	return false
}

// Add puts c into the set, which must have room (see Lexicon.NewSet).
func (s Set) Add(c Class) { s[c>>6] |= 1 << (c & 63) }

type maskWord struct {
	at   int
	bits uint64
}
