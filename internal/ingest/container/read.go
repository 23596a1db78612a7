package container

import (
	"errors"
	"io"
	"io/fs"
	"path"
)

// Open opens one file for reading.
func (f *FS) Open(name string) (fs.File, error) {
	e := f.entry(name)
	if e == nil {
		err := fs.ErrNotExist
		if !fs.ValidPath(name) {
			err = fs.ErrInvalid
		}
		return nil, &fs.PathError{Op: "open", Path: name, Err: err}
	}
	r, err := e.src.open(e.index)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: translate(err)}
	}
	return &file{ReadCloser: r, entry: e, name: path.Base(name)}, nil
}

// Seekable opens a file whose content lies unpacked in its container, so that a reader can step through it at
// no cost; nil if it does not.
func (f *FS) Seekable(name string) (io.ReadSeekCloser, error) {
	e := f.entry(name)
	if e == nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	plain, ok := e.src.(unpacked)
	if !ok {
		return nil, nil
	}
	r, err := plain.seekable(e.index)
	if err != nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: translate(err)}
	}
	return r, nil
}

// entry returns the file of exactly that name, or nil.
func (f *FS) entry(name string) *entry {
	if e := f.entries[foldKey(name)]; e != nil && e.name == name {
		return e
	}
	return nil
}

// Names returns the names of all files, sorted. The slice must not be changed.
func (f *FS) Names() []string { return f.names }

// Size returns the unpacked size of a file as its container states it, or -1.
func (f *FS) Size(name string) int64 {
	if e := f.entry(name); e != nil {
		return e.size
	}
	return -1
}

// Sum returns the CRC-32 of a file's content as the container states it, without reading the content.
func (f *FS) Sum(name string) (sum uint32, known bool) {
	if e := f.entry(name); e != nil {
		return e.sum, e.hasSum
	}
	return 0, false
}

// Refused returns what was not taken in.
func (f *FS) Refused() []Refusal { return f.refused }

// Notes returns remarks about the delivery, for instance a missing part.
func (f *FS) Notes() []string { return f.notes }

// Close releases all files.
func (f *FS) Close() error {
	var errs []error
	for _, s := range f.sources {
		errs = append(errs, s.Close())
	}
	f.sources = nil
	return errors.Join(errs...)
}

// unwrapPath takes the user's own path off an error that is listed beside the file's name.
func unwrapPath(err error) error {
	if inner := errors.Unwrap(err); inner != nil {
		return inner
	}
	return err
}
