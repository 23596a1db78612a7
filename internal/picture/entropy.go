package picture

import (
	"encoding/binary"
	"math/bits"
)

// lookBits is the length of codes that one look finds; longer ones are rare.
const lookBits = 11

// huffman is a table of codes (ITU-T T.81, C). For each beginning of lookBits bits it tells how many bits the
// code takes together with the value behind it, and what the code says; 0 means that the code is longer.
type huffman struct {
	look    [1 << lookBits]uint16 // bits of code and value (5), bits of code (5), step or size (6)
	maxCode [17]int32             // -1: no code of that length
	offset  [17]int32
	values  []byte
}

// newHuffman builds a table; ac tables tell how many coefficients a code steps over.
func newHuffman(counts, values []byte, ac bool) *huffman {
	h := &huffman{values: values}
	code, at := int32(0), int32(0)
	for length := 1; length <= 16; length++ {
		n := int32(counts[length-1])
		h.maxCode[length], h.offset[length] = code+n-1, at-code
		if n == 0 {
			h.maxCode[length] = -1
		}
		for range n {
			if length <= lookBits && code < 1<<length {
				h.enter(code, length, values[at], ac)
			}
			code++
			at++
		}
		code <<= 1
	}
	return h
}

func (h *huffman) enter(code int32, length int, value byte, ac bool) {
	entry := pack(length, value, ac)
	from := code << (lookBits - length)
	for i := range int32(1) << (lookBits - length) {
		h.look[from+i] = entry
	}
}

// pack says of a code: how long with its value, how long without, and its step (AC) or size (DC).
func pack(length int, value byte, ac bool) uint16 {
	size := int(value & 15)
	step := size
	if ac {
		switch step = int(value>>4) + 1; {
		case value == 0: // no more coefficients in this block
			step = 63
		case size == 0 && value != 0xf0: // only in progressive files
			step = 63
		}
	}
	return uint16((length+size)&31)<<11 | uint16(length&31)<<6 | uint16(step&63)
}

// bitReader reads the entropy-coded part of a JPEG: bits from the highest, a zero after each byte 0xff.
type bitReader struct {
	b     []byte
	at    int
	acc   uint64 // the next bits, from the highest
	n     int    // bits in acc
	extra int    // bits made up behind the end
}

// fill makes at least 48 bits ready; behind the end or a marker they are zeros.
func (r *bitReader) fill() {
	for r.n <= 56 {
		if r.at+8 <= len(r.b) {
			v := binary.BigEndian.Uint64(r.b[r.at:])
			if t := ^v; (t-0x0101010101010101)&^t&0x8080808080808080 == 0 { // no byte is 0xff
				take := (64 - r.n) >> 3
				r.acc |= v >> r.n &^ (1<<(64-r.n-8*take) - 1)
				r.at += take
				r.n += 8 * take
				return
			}
		}
		r.fillByte()
	}
}

func (r *bitReader) fillByte() {
	var c byte
	switch {
	case r.at >= len(r.b):
		r.extra += 8
	case r.b[r.at] != 0xff:
		c = r.b[r.at]
		r.at++
	case r.at+1 < len(r.b) && r.b[r.at+1] == 0:
		c = 0xff
		r.at += 2
	default: // a marker
		r.extra += 8
	}
	r.acc |= uint64(c) << (56 - r.n)
	r.n += 8
}

func (r *bitReader) drop(n int) {
	r.acc <<= n
	r.n -= n
}

// long finds a code longer than lookBits; ok is false when there is none.
func (r *bitReader) long(h *huffman) (length int, value byte, ok bool) {
	for length = lookBits + 1; length <= 16; length++ {
		code := int32(r.acc >> (64 - length))
		if m := h.maxCode[length]; m >= 0 && code <= m {
			if i := code + h.offset[length]; i >= 0 && int(i) < len(h.values) {
				return length, h.values[i], true
			}
		}
	}
	return 0, 0, false
}

// entry is the next code, of any length.
func (r *bitReader) entry(h *huffman, ac bool) (uint16, bool) {
	if r.n < 32 {
		r.fill()
	}
	e := h.look[r.acc>>(64-lookBits)]
	if e != 0 {
		return e, true
	}
	length, value, ok := r.long(h)
	return pack(length, value, ac), ok
}

// difference reads a DC value: a size, and as many bits.
func (r *bitReader) difference(h *huffman) (int32, bool) {
	e, ok := r.entry(h, false)
	if !ok {
		return 0, false
	}
	size := int(e & 63)
	r.drop(int(e >> 6 & 31))
	if size == 0 {
		return 0, true
	}
	v := int32(r.acc >> (64 - size))
	r.drop(size)
	if v < 1<<(size-1) {
		v += -1<<size + 1
	}
	return v, true
}

// skipBlock steps over the 63 other coefficients of a block.
func (r *bitReader) skipBlock(h *huffman) bool {
	for k := 1; k < 64; {
		if r.n < 32 {
			r.fill()
		}
		e := h.look[r.acc>>(64-lookBits)]
		if e == 0 {
			length, value, ok := r.long(h)
			if !ok {
				return false
			}
			e = pack(length, value, true)
		}
		used := int(e >> 11)
		r.acc <<= used
		r.n -= used
		k += int(e & 63)
	}
	return true
}

// bit reads one bit.
func (r *bitReader) bit() int32 {
	if r.n == 0 {
		r.fill()
	}
	v := int32(r.acc >> 63)
	r.drop(1)
	return v
}

// overrun reports whether more was read than is there.
func (r *bitReader) overrun() bool { return r.extra > r.n+32 }

// next steps behind the restart marker.
func (r *bitReader) next() {
	r.acc, r.n, r.extra = 0, 0, 0
	for r.at+1 < len(r.b) && (r.b[r.at] != 0xff || bits.Len8(r.b[r.at+1]) < 8 || r.b[r.at+1] == 0xff) {
		r.at++
	}
	if r.at+1 < len(r.b) && r.b[r.at+1]&0xf8 == 0xd0 {
		r.at += 2
	}
}
