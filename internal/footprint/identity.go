package footprint

import (
	"crypto/sha256"
	"encoding/base32"
	"encoding/binary"
	"hash"
	"strings"
	"time"
)

// idBytes of a SHA-256 make 16 characters: for a million items the chance of any collision is below 1e-12.
const idBytes = 10

var idEncoding = base32.NewEncoding("abcdefghijkmnpqrstuvwxyz23456789").WithPadding(base32.NoPadding)

// SetID fills ID from the content: platform, kind and native id where the platform gives one, otherwise
// the parts that make the item what it is (account, author, time, words, container, target, media).
// The file it was read from takes no part, so two exports of one account merge.
func (it *Item) SetID() {
	h := sha256.New()
	put(h, it.Platform, string(it.Kind))
	if it.NativeID != "" {
		put(h, "native", it.NativeID)
	} else {
		put(h, "content", it.Account, it.Author, stamp(it.Created), it.Text, it.Title, it.Container, it.Target, it.URL,
			it.Setting, it.SharedText, it.Interaction, it.Direction)
		for _, m := range it.Media {
			put(h, m.Path[strings.LastIndexByte(m.Path, '/')+1:], m.URL)
		}
	}
	it.ID = digest(h)
}

// Fingerprint names one finding for ever: item plus rule. Decisions hang on it.
func Fingerprint(itemID, rule string) string {
	h := sha256.New()
	put(h, "finding", itemID, rule)
	return digest(h)
}

func digest(h hash.Hash) string { return idEncoding.EncodeToString(h.Sum(nil)[:idBytes]) }

// put writes length-prefixed parts so that ("ab","c") and ("a","bc") differ.
func put(h hash.Hash, parts ...string) {
	var n [8]byte
	for _, p := range parts {
		binary.LittleEndian.PutUint64(n[:], uint64(len(p)))
		h.Write(n[:])
		h.Write([]byte(p))
	}
}

func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.RFC3339)
}
