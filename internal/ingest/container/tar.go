package container

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"sync"

	"footprint/internal/footprint"
)

const (
	keepFile  = 128 << 10 // files up to this size are kept in memory while a tgz is indexed,
	keepTotal = 48 << 20  // up to this much altogether
)

// tarSource reads a tar by position, and a compressed tar by running through it again. A stopped run is
// kept, so that reading the files in the order of the tar costs one run; small files are kept from the
// first one.
type tarSource struct {
	file   *os.File
	size   int64
	packed bool
	at     []tarPlace
	budget *budget

	mu   sync.Mutex
	idle *run // the run that stopped last
}

// tarPlace is where a file lies in the unpacked tar.
type tarPlace struct {
	off, size int64
	kept      []byte
}

// run is one pass through a compressed tar.
type run struct {
	r   io.Reader
	pos int64
}

func (r *run) Read(p []byte) (int, error) {
	n, err := r.r.Read(p)
	r.pos += int64(n)
	return n, err
}

func (t *tarSource) Close() error { return t.file.Close() }

// start begins a new pass at the beginning. Passes read by position, so that several may be under way.
func (t *tarSource) start() (*run, error) {
	section := io.NewSectionReader(t.file, 0, t.size)
	if !t.packed {
		return &run{r: section}, nil
	}
	z, err := gzip.NewReader(section)
	if err != nil {
		return nil, err
	}
	return &run{r: meter(z, t.size, t.budget)}, nil
}

// openTar lists a tar by running through it once.
func (f *FS) openTar(ctx context.Context, file *os.File, size int64, packed bool, v *volume) error {
	t := &tarSource{file: file, size: size, packed: packed, budget: newBudget()}
	v.src = t
	pass, err := t.start()
	if err != nil {
		return translate(err)
	}
	return t.index(ctx, f, v, pass)
}

func (t *tarSource) index(ctx context.Context, f *FS, v *volume, pass *run) error {
	kept := 0
	for r := tar.NewReader(pass); ; {
		if err := ctx.Err(); err != nil {
			return err
		}
		h, err := r.Next()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil && !errors.Is(err, tar.ErrInsecurePath):
			return fmt.Errorf("%w after %d files", damage(err), len(t.at))
		case h.Typeflag == tar.TypeDir, h.Typeflag == tar.TypeXGlobalHeader:
			continue
		case h.Typeflag != tar.TypeReg && h.Typeflag != tar.TypeGNUSparse:
			f.refuse(h.Name, errLink)
			continue
		case len(t.at) >= maxFiles:
			return fmt.Errorf("%w: more than %d files", footprint.ErrTooLarge, maxFiles)
		}
		if h.Typeflag == tar.TypeGNUSparse {
			f.refuse(h.Name, errMethod)
			continue
		}
		place := tarPlace{off: pass.pos, size: h.Size}
		if t.packed && h.Size <= keepFile && kept+int(h.Size) <= keepTotal {
			if place.kept, err = io.ReadAll(r); err != nil {
				return fmt.Errorf("%w after %d files", damage(err), len(t.at))
			}
			kept += len(place.kept)
		}
		f.add(v, entry{name: h.Name, size: h.Size, src: t, index: len(t.at)})
		t.at = append(t.at, place)
	}
}

// damage names what went wrong in an archive's own structure.
func damage(err error) error {
	if t := translate(err); errors.Is(t, footprint.ErrDamaged) || errors.Is(t, footprint.ErrTooLarge) {
		return t
	}
	if errors.Is(err, tar.ErrHeader) {
		return footprint.ErrDamaged
	}
	return err
}

func (t *tarSource) open(index int) (io.ReadCloser, error) {
	p := t.at[index]
	switch {
	case p.kept != nil || p.size == 0:
		return io.NopCloser(bytes.NewReader(p.kept)), nil
	case !t.packed:
		return io.NopCloser(io.NewSectionReader(t.file, p.off, p.size)), nil
	}
	pass, err := t.passBefore(p.off)
	if err != nil {
		return nil, err
	}
	if _, err := io.CopyN(io.Discard, pass, p.off-pass.pos); err != nil {
		return nil, err
	}
	return &tarFile{Reader: io.LimitReader(pass, p.size), left: p.size, pass: pass, src: t}, nil
}

func (t *tarSource) seekable(index int) (io.ReadSeekCloser, error) {
	p := t.at[index]
	if t.packed || p.kept != nil {
		return nil, nil
	}
	return section{io.NewSectionReader(t.file, p.off, p.size)}, nil
}

// passBefore takes the idle pass if it has not yet run past the position, or begins one.
func (t *tarSource) passBefore(off int64) (*run, error) {
	t.mu.Lock()
	pass := t.idle
	if pass != nil && pass.pos <= off {
		t.idle = nil
	} else {
		pass = nil
	}
	t.mu.Unlock()
	if pass != nil {
		return pass, nil
	}
	return t.start()
}

// tarFile is one file of a pass; closing it leaves the pass to the next reader.
type tarFile struct {
	io.Reader
	left int64
	pass *run
	src  *tarSource
}

func (f *tarFile) Read(p []byte) (int, error) {
	n, err := f.Reader.Read(p)
	f.left -= int64(n)
	if errors.Is(err, io.EOF) && f.left > 0 {
		err = io.ErrUnexpectedEOF
	}
	return n, err
}

func (f *tarFile) Close() error {
	f.src.mu.Lock()
	defer f.src.mu.Unlock()
	if f.pass != nil && (f.src.idle == nil || f.src.idle.pos < f.pass.pos) {
		f.src.idle = f.pass
	}
	f.pass = nil
	return nil
}
