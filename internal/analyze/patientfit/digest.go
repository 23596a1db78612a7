package main

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"math"
	"strings"
)

// digestHead begins the first line of the file of weights.
const digestHead = "# fitted to posts "

// digest tells whether the weights still belong to the posts, the word lists and the source: it is taken of what is seen
// of every post.
func digest(posts []sample) string {
	h := sha256.New()
	put := func(n uint64) {
		var b [8]byte
		binary.LittleEndian.PutUint64(b[:], n)
		h.Write(b[:])
	}
	for i := range posts {
		put(uint64(posts[i].patient))
		o := posts[i].seen
		if o == nil {
			continue
		}
		for k, v := range o.Signs {
			if v != 0 {
				put(uint64(k))
				put(uint64(math.Round(v * 1000))) // alike on processors that round otherwise
			}
		}
		for _, places := range [][]uint32{o.Steps, o.Words} {
			put(uint64(len(places)))
			for _, place := range places {
				put(uint64(place))
			}
		}
		for _, name := range o.Classes {
			h.Write([]byte(name))
		}
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// digestOf returns the digest in the head of a file of weights, empty without one.
func digestOf(file []byte) string {
	lines := bufio.NewScanner(bytes.NewReader(file))
	lines.Scan()
	sum, _ := strings.CutPrefix(lines.Text(), digestHead)
	return sum
}
