package ingest

import (
	"context"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"

	"footprint/internal/ingest/container"
)

// Archive is an opened export as a safe, read-only file system with an index of its names. All names are
// slash-separated, cleaned, unique and valid UTF-8; none escapes the archive.
type Archive struct {
	// Path is what the user gave (the first part of a set).
	Path string
	// Refused are entries that could not be taken in: escaping names, links, passwords, collisions.
	Refused []RecordError
	// Notes are remarks about the delivery: a missing part.
	Notes []string
	fsys  fs.FS
	names []string // sorted
	close func() error

	index  sync.Once
	byBase map[string][]string // names by their last step
	pick   sync.Once
	signs  []string
}

// Open opens what the user was given to download: a zip (with all its parts, or the folder they lie in), a
// tgz, an unpacked folder, or a single file. Nothing is extracted; see package container for what is
// refused and bounded. Errors are footprint.ErrNotFound, ErrDamaged, ErrEncrypted, ErrTooLarge or the
// system's own.
func Open(ctx context.Context, paths ...string) (*Archive, error) {
	c, err := container.Open(ctx, paths...)
	if err != nil {
		return nil, err
	}
	a := &Archive{Path: paths[0], Notes: c.Notes(), fsys: c, names: c.Names(), close: c.Close}
	for _, r := range c.Refused() {
		a.Refused = append(a.Refused, RecordError{File: r.Name, Err: r.Err})
	}
	return a, nil
}

// NewArchive makes an archive of any file system, for instance of a test's fstest.MapFS, listing its
// regular files. Close is called by Archive.Close and may be nil.
func NewArchive(fsys fs.FS, closer func() error) (*Archive, error) {
	a := &Archive{Path: ".", fsys: fsys, close: closer}
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() {
			a.names = append(a.names, name)
		}
		return err
	})
	if err != nil {
		err = fmt.Errorf("list files: %w", err)
	}
	slices.Sort(a.names)
	return a, err
}

// Open opens one file.
func (a *Archive) Open(name string) (fs.File, error) { return a.fsys.Open(name) }

// Seekable opens a file that lies unpacked in the archive, so that a reader can step through it; nil if it does
// not.
func (a *Archive) Seekable(name string) (io.ReadSeekCloser, error) {
	if c, ok := a.fsys.(*container.FS); ok {
		return c.Seekable(name)
	}
	f, err := a.fsys.Open(name)
	if err != nil {
		return nil, err
	}
	if s, ok := f.(io.ReadSeekCloser); ok {
		return s, nil
	}
	return nil, f.Close()
}

// Close releases the archive.
func (a *Archive) Close() error {
	if a.close == nil {
		return nil
	}
	return a.close()
}

// Names returns all file names, sorted. The slice must not be changed.
func (a *Archive) Names() []string { return a.names }

// Signs returns the names by which platforms are told apart, sorted: all but media, of which the first of
// each folder stands for the others. It is meant for Platform.Recognize. The slice must not be changed.
func (a *Archive) Signs() []string {
	a.pick.Do(func() {
		seen := map[string]bool{}
		for _, name := range a.names {
			if IsMedia(name) {
				dir := name[:strings.LastIndexByte(name, '/')+1]
				if seen[dir] {
					continue
				}
				seen[dir] = true
			}
			a.signs = append(a.signs, name)
		}
	})
	return a.signs
}

// Has reports whether the archive holds that file.
func (a *Archive) Has(name string) bool {
	_, ok := slices.BinarySearch(a.names, name)
	return ok
}

// Size returns a file's unpacked size in bytes as its container states it, or -1.
func (a *Archive) Size(name string) int64 {
	if c, ok := a.fsys.(*container.FS); ok {
		return c.Size(name)
	}
	if info, err := fs.Stat(a.fsys, name); err == nil {
		return info.Size()
	}
	return -1
}

// Sum returns the CRC-32 of a file's content where the container states it, without reading the content.
func (a *Archive) Sum(name string) (sum uint32, known bool) {
	if c, ok := a.fsys.(*container.FS); ok {
		return c.Sum(name)
	}
	return 0, false
}

// Head returns up to limit bytes from the beginning of a file, or nothing when it cannot be read. It is
// meant for Platform.Recognize.
func (a *Archive) Head(name string, limit int) []byte {
	f, err := a.Open(name)
	if err != nil {
		return nil
	}
	defer f.Close()
	head := make([]byte, limit)
	n := 0
	for n < limit {
		m, err := f.Read(head[n:])
		if n += m; err != nil {
			break
		}
	}
	return head[:n]
}

// Under returns the names below a folder, relative to it, sorted.
func (a *Archive) Under(root string) []string {
	if root == "." || root == "" {
		return a.names
	}
	prefix := root + "/"
	i, _ := slices.BinarySearch(a.names, prefix)
	var names []string
	for ; i < len(a.names) && strings.HasPrefix(a.names[i], prefix); i++ {
		names = append(names, a.names[i][len(prefix):])
	}
	return names
}

// Roots returns the folders below which a file of that relative name lies: for "data/manifest.js" and the
// entry "twitter-2024/data/manifest.js" it returns "twitter-2024". Folders of system clutter are left out.
func (a *Archive) Roots(name string) []string {
	a.index.Do(a.indexBases)
	var roots []string
	suffix := "/" + name
	for _, have := range a.byBase[path.Base(name)] {
		switch {
		case isClutter(have):
		case have == name:
			roots = append(roots, ".")
		case strings.HasSuffix(have, suffix):
			roots = append(roots, path.Clean(strings.TrimSuffix(have, suffix)))
		}
	}
	return roots
}

func (a *Archive) indexBases() {
	a.byBase = make(map[string][]string, len(a.names))
	for _, name := range a.names {
		base := name[strings.LastIndexByte(name, '/')+1:]
		a.byBase[base] = append(a.byBase[base], name)
	}
}
