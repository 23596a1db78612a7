// Package container opens what a user was given to download (a zip or its parts, a tgz, a folder, a single
// file) as one read-only file system, without writing anything to disk.
//
// Names are slash-separated, clean, valid UTF-8 and unique, also where case or the form of an accent is
// ignored. What cannot be taken in (a name that escapes, a link, a password, an unknown compression) is
// listed as a [Refusal], never dropped silently. Archives inside archives are files like any other.
//
// Bounds: the directory of a zip (number of entries), the number of files, the size of one file, and how
// much more than a hundred times its packed size all reading may unpack. Beyond them stands
// footprint.ErrTooLarge.
package container

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"footprint/internal/footprint"
)

const (
	maxDirectory = 128 << 20 // bytes of a zip's central directory: about 900,000 entries
	maxFiles     = 1_500_000
	maxFile      = 64 << 30 // bytes of one file
	maxName      = 4096     // bytes of one name
	maxSources   = 1000     // archives opened together
)

// Refusal is an entry that was not taken in.
type Refusal struct {
	Name string // as far as it can be shown
	Err  error
}

// entry is one regular file of a source before names are settled.
type entry struct {
	name   string
	size   int64
	sum    uint32 // CRC-32 of the content, where the source knows it
	hasSum bool
	src    source
	index  int // the source's own number of it
}

// source is one opened zip, tar, folder or file.
type source interface {
	open(index int) (io.ReadCloser, error)
	Close() error
}

// unpacked is a source of which some files lie unpacked. Seekable returns nil for the others.
type unpacked interface {
	seekable(index int) (io.ReadSeekCloser, error)
}

// FS is the opened container.
type FS struct {
	entries map[string]*entry // by foldKey of the name
	names   []string
	refused []Refusal
	notes   []string
	sources []source
}

// Open opens the paths as one. Several zips or tars given together, or lying in one folder, are merged when
// their file names say that they are parts of one delivery; otherwise each stands in a folder named after
// it.
func Open(ctx context.Context, paths ...string) (*FS, error) {
	if len(paths) == 0 {
		return nil, fmt.Errorf("open: %w: no path given", footprint.ErrNotFound)
	}
	f := &FS{}
	vols, err := f.volumes(ctx, paths)
	if err == nil {
		err = f.merge(vols)
	}
	if err != nil {
		f.Close()
		return nil, err
	}
	slices.Sort(f.names)
	return f, nil
}

// volumes opens each path, and the archives that lie directly in a folder.
func (f *FS) volumes(ctx context.Context, paths []string) ([]*volume, error) {
	var vols []*volume
	for _, p := range paths {
		v, err := f.volume(ctx, p)
		if err != nil {
			return nil, err
		}
		vols = append(vols, v)
		if dir, ok := v.src.(*folder); ok {
			parts, err := f.partsIn(ctx, p, v, dir)
			if err != nil {
				return nil, err
			}
			vols = append(vols, parts...)
		}
		if len(vols) > maxSources {
			return nil, fmt.Errorf("open: %w: more than %d archives together", footprint.ErrTooLarge, maxSources)
		}
	}
	return vols, nil
}

// partsIn opens the archives that lie directly in a folder, and takes them from its files. One that cannot
// be opened is refused; the others are read all the same.
func (f *FS) partsIn(ctx context.Context, p string, v *volume, dir *folder) ([]*volume, error) {
	var parts []*volume
	kept := v.entries[:0]
	for _, e := range v.entries {
		if strings.Contains(e.name, "/") || !looksPacked(e.name) || len(parts) >= maxSources {
			kept = append(kept, e)
			continue
		}
		part, err := f.volume(ctx, filepath.Join(p, dir.files[e.index]))
		switch {
		case ctx.Err() != nil:
			return nil, ctx.Err()
		case err != nil:
			f.refuse(e.name, unwrapPath(err))
		default:
			parts = append(parts, part)
		}
	}
	v.entries = kept
	return parts, nil
}

// volume opens one path by what it holds, whatever it is called.
func (f *FS) volume(ctx context.Context, p string) (*volume, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	info, err := os.Stat(p)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("open %s: %w", p, footprint.ErrNotFound)
	}
	if err != nil {
		return nil, fmt.Errorf("open: %w", err)
	}
	v := &volume{base: filepath.Base(filepath.Clean(p))}
	if abs, err := filepath.Abs(p); err == nil {
		v.base = filepath.Base(abs)
	}
	switch {
	case info.IsDir():
		v.folder = true
		err = f.openFolder(ctx, p, v)
	case !info.Mode().IsRegular():
		err = fmt.Errorf("%w: neither a file nor a folder", footprint.ErrNotRecognised)
	default:
		err = f.openFile(ctx, p, info.Size(), v)
	}
	if v.src != nil {
		f.sources = append(f.sources, v.src)
	}
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", p, err)
	}
	return v, nil
}

// openFile opens a zip, a tar, a compressed tar or any other single file.
func (f *FS) openFile(ctx context.Context, p string, size int64, v *volume) error {
	file, err := os.Open(p)
	if err != nil {
		return err
	}
	head := make([]byte, 512)
	n, err := io.ReadFull(file, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		file.Close()
		return err
	}
	switch head = head[:n]; {
	case isZip(head), isZipName(p):
		return f.openZip(file, size, v)
	case isTar(head):
		return f.openTar(ctx, file, size, false, v)
	case isGzip(head) && isTarName(p):
		return f.openTar(ctx, file, size, true, v)
	case isTarName(p):
		file.Close()
		return fmt.Errorf("%w: not a tar; the download may be incomplete", footprint.ErrDamaged)
	}
	v.src = &single{file: file, size: size}
	v.single = true
	f.add(v, entry{name: v.base, size: size, src: v.src})
	return nil
}

// add takes an entry into a volume under its cleaned name, or refuses it.
func (f *FS) add(v *volume, e entry) {
	name, err := cleanName(e.name)
	switch {
	case err != nil:
	case e.size < 0 || e.size > maxFile:
		err = fmt.Errorf("%w: file of %d bytes", footprint.ErrTooLarge, e.size)
	}
	if err != nil {
		f.refuse(e.name, err)
		return
	}
	e.name = name
	v.entries = append(v.entries, e)
}

// maxRefused bounds what a hostile archive may make us list; further refusals are counted in the last.
const maxRefused = 10_000

func (f *FS) refuse(name string, err error) {
	switch len(f.refused) {
	case maxRefused:
	case maxRefused - 1:
		f.refused = append(f.refused, Refusal{"", fmt.Errorf("%w: further entries refused too", footprint.ErrTooLarge)})
	default:
		f.refused = append(f.refused, Refusal{showName(name), err})
	}
}
