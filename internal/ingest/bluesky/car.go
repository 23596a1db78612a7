package bluesky

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base32"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/fxamacker/cbor/v2"

	"footprint/internal/footprint"
)

// Bounds. The protocol keeps blocks below 1 MB.
const (
	maxBlock  = 4 << 20
	maxHeader = 64 << 10
	maxDepth  = 64
)

// digest is the SHA-256 of a block, which names it.
type digest [sha256.Size]byte

// block is one block of a CAR file.
type block struct {
	id    digest
	text  string // the id as Bluesky writes it
	data  []byte // valid until the next block
	wrong bool   // the content does not match the id
}

// car reads the blocks of a CAR file, version 1, one after the other.
type car struct {
	r    *bufio.Reader
	root digest
	buf  []byte
}

var (
	errCAR     = fmt.Errorf("%w: not a CAR file of version 1", footprint.ErrDamaged)
	errCID     = fmt.Errorf("%w: block without a usable id", footprint.ErrDamaged)
	errShort   = fmt.Errorf("%w: the file ends inside a block", footprint.ErrDamaged)
	errTooLong = fmt.Errorf("%w: block too large", footprint.ErrTooLarge)
)

// cborMode decodes DAG-CBOR within bounds.
func cborMode() cbor.DecMode {
	mode, err := cbor.DecOptions{
		MaxNestedLevels: maxDepth, MaxArrayElements: 1 << 20, MaxMapPairs: 1 << 16, IndefLength: cbor.IndefLengthForbidden,
		UTF8: cbor.UTF8DecodeInvalid, DefaultMapType: mapType,
	}.DecMode()
	if err != nil {
		panic(err) // the options above are constants
	}
	return mode
}

// openCAR reads the header. Some tools save the file as it came over the wire, compressed.
func openCAR(r io.Reader, mode cbor.DecMode) (*car, error) {
	c := &car{r: bufio.NewReaderSize(r, 256<<10)}
	if head, err := c.r.Peek(2); err == nil && isGzip(head) {
		z, err := gzip.NewReader(c.r)
		if err != nil {
			return nil, errCAR
		}
		c.r = bufio.NewReaderSize(z, 256<<10)
	}
	n, err := binary.ReadUvarint(c.r)
	if err != nil || n == 0 || n > maxHeader {
		return nil, errCAR
	}
	head := make([]byte, n)
	if _, err := io.ReadFull(c.r, head); err != nil {
		return nil, errCAR
	}
	var header struct {
		Version int        `cbor:"version"`
		Roots   []cbor.Tag `cbor:"roots"`
	}
	if err := mode.Unmarshal(head, &header); err != nil || header.Version != 1 || len(header.Roots) == 0 {
		return nil, errCAR
	}
	id, _, ok := linkID(header.Roots[0])
	if !ok {
		return nil, errCAR
	}
	c.root = id
	return c, nil
}

// next returns the next block, io.EOF at the end, or why reading cannot go on.
func (c *car) next() (block, error) {
	n, err := binary.ReadUvarint(c.r)
	switch {
	case errors.Is(err, io.EOF):
		return block{}, io.EOF
	case err != nil:
		return block{}, short(err)
	case n > maxBlock:
		return block{}, errTooLong
	}
	if uint64(cap(c.buf)) < n {
		c.buf = make([]byte, n)
	}
	c.buf = c.buf[:n]
	if _, err := io.ReadFull(c.r, c.buf); err != nil {
		return block{}, short(err)
	}
	id, length, ok := parseCID(c.buf)
	if !ok {
		return block{}, errCID
	}
	b := block{id: id, data: c.buf[length:], text: cidText(c.buf[:length])}
	b.wrong = sha256.Sum256(b.data) != id
	return b, nil
}

func short(err error) error {
	if errors.Is(err, io.ErrUnexpectedEOF) || errors.Is(err, io.EOF) {
		return errShort
	}
	return err
}

// parseCID reads a binary CID of version 1 with a SHA-256, and returns how many bytes it takes.
func parseCID(b []byte) (id digest, length int, ok bool) {
	at := 0
	for i := range 4 {
		v, n := binary.Uvarint(b[at:])
		if n <= 0 {
			return id, 0, false
		}
		at += n
		const version, sha, size = 1, 0x12, sha256.Size
		if i == 0 && v != version || i == 2 && v != sha || i == 3 && v != size {
			return id, 0, false
		}
	}
	if len(b) < at+sha256.Size {
		return id, 0, false
	}
	copy(id[:], b[at:])
	return id, at + sha256.Size, true
}

func cidText(b []byte) string {
	return "b" + strings.ToLower(base32.StdEncoding.WithPadding(base32.NoPadding).EncodeToString(b))
}

// linkID reads a link: tag 42 around a byte string that begins with a zero.
func linkID(v any) (id digest, text string, ok bool) {
	tag, isTag := v.(cbor.Tag)
	if !isTag || tag.Number != 42 {
		return id, "", false
	}
	b, isBytes := tag.Content.([]byte)
	if !isBytes || len(b) < 2 || b[0] != 0 {
		return id, "", false
	}
	id, n, ok := parseCID(b[1:])
	if !ok {
		return id, "", false
	}
	return id, cidText(b[1 : n+1]), true
}

// isNode tells a block of the tree from a record by its first bytes: a map of two with the key "e".
func isNode(data []byte) bool { return bytes.HasPrefix(data, []byte{0xa2, 0x61, 'e'}) }

func isGzip(head []byte) bool { return bytes.HasPrefix(head, []byte{0x1f, 0x8b}) }

// isCAR reports whether a file begins like a CAR, compressed or not.
func isCAR(head []byte) bool {
	if isGzip(head) {
		z, err := gzip.NewReader(bytes.NewReader(head))
		if err != nil {
			return false
		}
		plain := make([]byte, 200)
		n, _ := io.ReadFull(z, plain)
		head = plain[:n]
	}
	_, n := binary.Uvarint(head)
	if n <= 0 || n >= len(head) {
		return false
	}
	return head[n] == 0xa2 && bytes.HasPrefix(head[n+1:], []byte("\x65roots")) && bytes.Contains(head, []byte("\x67version\x01"))
}
