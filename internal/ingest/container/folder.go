package container

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"footprint/internal/footprint"
)

// folder is a folder opened through an os.Root: no name, and no link put there later, leads out of it.
type folder struct {
	root  *os.Root
	files []string // as the file system spells them
}

func (d *folder) Close() error { return d.root.Close() }

func (d *folder) open(index int) (io.ReadCloser, error) { return d.file(index) }

func (d *folder) seekable(index int) (io.ReadSeekCloser, error) { return d.file(index) }

func (d *folder) file(index int) (*os.File, error) {
	file, err := d.root.Open(d.files[index])
	if err != nil {
		return nil, err
	}
	if info, err := file.Stat(); err != nil || !info.Mode().IsRegular() {
		file.Close()
		return nil, errLink
	}
	return file, nil
}

func (f *FS) openFolder(ctx context.Context, p string, v *volume) error {
	root, err := os.OpenRoot(p)
	if err != nil {
		return err
	}
	d := &folder{root: root}
	v.src = d
	return fs.WalkDir(root.FS(), ".", func(name string, e fs.DirEntry, err error) error {
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil && name == ".":
			return err
		case errors.Is(err, fs.ErrPermission):
			f.refuse(name, fmt.Errorf("refused: %w", fs.ErrPermission))
			return nil
		case err != nil:
			f.refuse(name, unwrapPath(err))
			return nil
		case e.IsDir():
			return nil
		case !e.Type().IsRegular():
			f.refuse(name, errLink)
			return nil
		case len(d.files) >= maxFiles:
			return fmt.Errorf("%w: more than %d files", footprint.ErrTooLarge, maxFiles)
		}
		size := int64(0)
		if info, err := e.Info(); err == nil {
			size = info.Size()
		}
		f.add(v, entry{name: name, size: size, src: d, index: len(d.files)})
		d.files = append(d.files, name)
		return nil
	})
}

// single is one file that is no container.
type single struct {
	file *os.File
	size int64
}

func (s *single) Close() error { return s.file.Close() }

func (s *single) open(int) (io.ReadCloser, error) {
	return io.NopCloser(io.NewSectionReader(s.file, 0, s.size)), nil
}

func (s *single) seekable(int) (io.ReadSeekCloser, error) {
	return section{io.NewSectionReader(s.file, 0, s.size)}, nil
}

// section is a part of a file that stays open.
type section struct{ *io.SectionReader }

func (section) Close() error { return nil }
