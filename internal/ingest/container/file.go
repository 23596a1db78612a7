package container

import (
	"archive/zip"
	"compress/flate"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"sync/atomic"
	"time"

	"footprint/internal/footprint"
)

// file is an opened entry; damage found while reading is told in the words of package footprint.
type file struct {
	io.ReadCloser
	entry *entry
	name  string
}

func (f *file) Read(p []byte) (int, error) {
	n, err := f.ReadCloser.Read(p)
	return n, translate(err)
}

func (f *file) Stat() (fs.FileInfo, error) { return info{f}, nil }

type info struct{ f *file }

func (i info) Name() string       { return i.f.name }
func (i info) Size() int64        { return i.f.entry.size }
func (i info) Mode() fs.FileMode  { return 0o400 }
func (i info) ModTime() time.Time { return time.Time{} }
func (i info) IsDir() bool        { return false }
func (i info) Sys() any           { return nil }

// translate turns the errors of the packing formats into footprint.ErrDamaged.
func translate(err error) error {
	var corrupt flate.CorruptInputError
	var internal flate.InternalError
	switch {
	case err == nil, errors.Is(err, io.EOF):
		return err
	case errors.Is(err, zip.ErrChecksum), errors.Is(err, gzip.ErrChecksum):
		return fmt.Errorf("%w: content does not match its check sum", footprint.ErrDamaged)
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, zip.ErrFormat), errors.Is(err, gzip.ErrHeader),
		errors.As(err, &corrupt), errors.As(err, &internal):
		return fmt.Errorf("%w: packed content is cut off or garbled", footprint.ErrDamaged)
	}
	return err
}

// budget limits what a container may unpack beyond a hundred times its packed size, over all reading.
type budget struct{ left atomic.Int64 }

const (
	freeRatio   = 100
	maxUnpacked = 1 << 30
)

func newBudget() *budget {
	b := &budget{}
	b.left.Store(maxUnpacked)
	return b
}

// metered charges a budget for the bytes of one file that go beyond the free ratio.
type metered struct {
	io.ReadCloser
	free   int64 // bytes that cost nothing
	budget *budget
}

func meter(r io.ReadCloser, packed int64, b *budget) io.ReadCloser {
	return &metered{ReadCloser: r, free: packed*freeRatio + 1<<16, budget: b}
}

func (m *metered) Read(p []byte) (int, error) {
	n, err := m.ReadCloser.Read(p)
	if m.free >= int64(n) {
		m.free -= int64(n)
		return n, err
	}
	over := int64(n) - m.free
	m.free = 0
	if m.budget.left.Add(-over) < 0 {
		return 0, fmt.Errorf("%w: unpacks to more than %d times its size", footprint.ErrTooLarge, freeRatio)
	}
	return n, err
}
