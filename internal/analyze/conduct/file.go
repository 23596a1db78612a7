package conduct

import (
	"bufio"
	"compress/flate"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
)

// header is the first part of a file of a model, behind the magic and its length.
type header struct {
	Fitted  string // digest of what the weights were fitted to
	Rules   []string
	Classes []string
	Heads   []Head
}

const (
	magic      = "FPC1"
	maxHeader  = 1 << 20
	maxRules   = 64
	maxClasses = 1 << 14
)

// ErrFormat is returned by Load for a file that is not a model of this version.
var ErrFormat = errors.New("not a model of conduct of this version")

// Write stores the model with a digest of what it was fitted to.
func (m *Model) Write(w io.Writer, fitted string) error {
	z, err := flate.NewWriter(w, flate.BestCompression)
	if err != nil {
		return fmt.Errorf("write model of conduct: %w", err)
	}
	head, err := json.Marshal(header{fitted, m.rules, m.classes, m.heads})
	if err != nil {
		return fmt.Errorf("write model of conduct: %w", err)
	}
	out := bufio.NewWriter(z)
	for _, part := range []any{[]byte(magic), uint32(len(head)), head, m.rows} {
		if err := binary.Write(out, binary.LittleEndian, part); err != nil {
			return fmt.Errorf("write model of conduct: %w", err)
		}
	}
	if err := errors.Join(out.Flush(), z.Close()); err != nil {
		return fmt.Errorf("write model of conduct: %w", err)
	}
	return nil
}

// Load reads a model written by Write, with the digest of what it was fitted to. Memory is bounded whatever the file says.
func Load(r io.Reader) (m *Model, fitted string, err error) {
	bad := func(err error) (*Model, string, error) {
		return nil, "", fmt.Errorf("read model of conduct: %w", errors.Join(ErrFormat, err))
	}
	in := bufio.NewReader(flate.NewReader(r))
	var start struct {
		Magic  [4]byte
		Header uint32
	}
	if err := binary.Read(in, binary.LittleEndian, &start); err != nil {
		return bad(err)
	}
	if string(start.Magic[:]) != magic || start.Header > maxHeader {
		return bad(nil)
	}
	raw := make([]byte, start.Header)
	if _, err := io.ReadFull(in, raw); err != nil {
		return bad(err)
	}
	var h header
	if err := json.Unmarshal(raw, &h); err != nil {
		return bad(err)
	}
	if len(h.Rules) == 0 || len(h.Rules) > maxRules || len(h.Heads) != len(h.Rules) || len(h.Classes) > maxClasses {
		return bad(nil)
	}
	bytes := make([]byte, (Rows+len(h.Classes))*len(h.Rules))
	if _, err := io.ReadFull(in, bytes); err != nil {
		return bad(err)
	}
	rows := make([]int8, len(bytes))
	for i, b := range bytes {
		rows[i] = int8(b)
	}
	return New(h.Rules, h.Classes, h.Heads, rows), h.Fitted, nil
}
