package judge

import (
	"bufio"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"maps"
	"math"
	"slices"
	"sync"
)

// Label is one of the things the judge has an opinion on.
type Label uint8

// Labels, in the order of the file.
const (
	Hate Label = iota
	Derogatory
	Contempt  // what is said of a group runs it down, be it without any hostile word
	Sexism    // hate against women or because of sex
	NumLabels = 4
)

var labelNames = [NumLabels]string{"hate", "derogatory", "contempt", "sexism"}

// String returns the name used in the training data.
func (l Label) String() string { return labelNames[min(int(l), NumLabels-1)] }

// Scores holds a calibrated probability per label. "Calibrated" is meant on the mix of the training sources,
// which holds far more abuse than a doctor's feed: see assets/model/README.md.
type Scores [NumLabels]float32

// Model is a read model: immutable, safe for concurrent use.
type Model struct {
	bits    uint8
	rows    []uint32 // four signed bytes, one weight per label, lowest byte first
	heads   [NumLabels]Head
	classes map[uint64]Class
	pool    sync.Pool
}

// Head holds what turns the sum of one label's weights into a probability.
type Head struct {
	Scale float32 // value of one step of a weight
	Bias  float32
	// A and B are Platt's: probability = 1/(1+exp(-(A*margin+B))).
	A, B float32
}

const (
	magic   = "FPJ6"
	maxBits = 21
)

// ErrFormat is returned by Read for a file that is not a model of this version.
var ErrFormat = errors.New("not a judge model of this version")

// New builds a model from its parts; len(rows) must be 1<<bits.
func New(bits uint8, rows []uint32, heads [NumLabels]Head, classes map[uint64]Class) *Model {
	m := &Model{bits: bits, rows: rows, heads: heads, classes: classes}
	m.pool.New = func() any { return &Features{classes: classes, spelt: &spelling{model: m}} }
	return m
}

// Index is the row of a feature in a table of 1<<bits rows.
func Index(hash uint64, bits uint8) uint64 { return hash * 0x9E3779B97F4A7C15 >> (64 - bits) }

// Score judges one text. Texts beyond a few hundred words are judged by their beginning.
func (m *Model) Score(text string) Scores {
	f := m.pool.Get().(*Features)
	defer m.pool.Put(f)
	return m.probabilities(m.margins(f, text))
}

// Margins returns the uncalibrated sums, for training and tests.
func (m *Model) Margins(text string) [NumLabels]float32 {
	f := m.pool.Get().(*Features)
	defer m.pool.Put(f)
	return m.margins(f, text)
}

func (m *Model) margins(f *Features, text string) [NumLabels]float32 {
	f.Extract(text)
	sum := f.spelt.sums()
	for rest := f.Hashes; len(rest) > 0; {
		n := min(len(rest), laneSums)
		m.add(&sum, rest[:n])
		rest = rest[n:]
	}
	for _, h := range f.OfSex {
		sum[Sexism] += int32(int8(m.rows[Index(h, m.bits)] >> (8 * Sexism)))
	}
	norm := float32(1 / math.Sqrt(float64(max(f.spelt.features+len(f.Hashes), 1))))
	var out [NumLabels]float32
	for l, h := range m.heads {
		out[l] = h.Bias + float32(sum[l])*h.Scale*norm
	}
	return out
}

const (
	evenBytes = 0x00ff00ff
	signBits  = 0x80808080
	laneSums  = 256 // bytes that a lane of 16 bits can add up
)

// laneOf is the place of each label's lane in a sum of lanes.
var laneOf = [NumLabels]int{0, 32, 16, 48}

// add sums the rows of at most laneSums features, four labels in one word, without a branch: the rows lie far
// apart in memory, and so the processor waits for many at once.
func (m *Model) add(sum *[NumLabels]int32, hashes []uint64) {
	lanes := m.lanes(hashes)
	for l, at := range laneOf {
		sum[l] += int32(lanes>>at&0xffff) - int32(128*len(hashes))
	}
}

// lanes sums the rows of at most laneSums features in lanes of 16 bits, each weight raised by 128.
func (m *Model) lanes(hashes []uint64) (lanes uint64) {
	for _, h := range hashes {
		w := uint64(m.rows[Index(h, m.bits)] ^ signBits)
		lanes += w&evenBytes | w>>8&evenBytes<<32
	}
	return lanes
}

func (m *Model) probabilities(margins [NumLabels]float32) (s Scores) {
	for l, h := range m.heads {
		s[l] = float32(1 / (1 + math.Exp(-float64(h.A*margins[l]+h.B))))
	}
	return s
}

// Write stores the model.
func (m *Model) Write(w io.Writer) error {
	z, err := flate.NewWriter(w, flate.BestCompression)
	if err != nil {
		return fmt.Errorf("write judge model: %w", err)
	}
	words := slices.Sorted(maps.Keys(m.classes))
	classes := make([]Class, len(words))
	for i, w := range words {
		classes[i] = m.classes[w]
	}
	out := bufio.NewWriter(z)
	for _, part := range []any{[]byte(magic), m.bits, m.heads, uint32(len(words)), words, classes, m.rows} {
		if err := binary.Write(out, binary.LittleEndian, part); err != nil {
			return fmt.Errorf("write judge model: %w", err)
		}
	}
	if err := errors.Join(out.Flush(), z.Close()); err != nil {
		return fmt.Errorf("write judge model: %w", err)
	}
	return nil
}

// Read loads a model written by Write. Memory is bounded whatever the file says.
func Read(r io.Reader) (*Model, error) {
	in := bufio.NewReader(flate.NewReader(r))
	var head struct {
		Magic [4]byte
		Bits  uint8
		Heads [NumLabels]Head
		Words uint32
	}
	if err := binary.Read(in, binary.LittleEndian, &head); err != nil {
		return nil, fmt.Errorf("read judge model: %w", errors.Join(ErrFormat, err))
	}
	if string(head.Magic[:]) != magic || head.Bits < 8 || head.Bits > maxBits || head.Words > 1<<16 {
		return nil, fmt.Errorf("read judge model: %w", ErrFormat)
	}
	words, of, rows := make([]uint64, head.Words), make([]Class, head.Words), make([]uint32, 1<<head.Bits)
	for _, part := range []any{words, of} {
		if err := binary.Read(in, binary.LittleEndian, part); err != nil {
			return nil, fmt.Errorf("read judge model: %w", errors.Join(ErrFormat, err))
		}
	}
	var raw [4 << 8]byte // binary.Read would hold all rows a second time
	for some := range slices.Chunk(rows, len(raw)/4) {
		if _, err := io.ReadFull(in, raw[:]); err != nil {
			return nil, fmt.Errorf("read judge model: %w", errors.Join(ErrFormat, err))
		}
		for i := range some {
			some[i] = binary.LittleEndian.Uint32(raw[4*i:])
		}
	}
	classes := make(map[uint64]Class, len(words))
	for i, w := range words {
		classes[w] = of[i]
	}
	return New(head.Bits, rows, head.Heads, classes), nil
}

// Calibrated returns the model with new calibration numbers A and B per label.
func (m *Model) Calibrated(platt [NumLabels][2]float32) *Model {
	heads := m.heads
	for l := range heads {
		heads[l].A, heads[l].B = platt[l][0], platt[l][1]
	}
	return New(m.bits, m.rows, heads, m.classes)
}
