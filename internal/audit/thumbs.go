package audit

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"io/fs"
	"os"
	"path/filepath"

	"footprint/internal/picture"
	"footprint/internal/store"
)

// thumbs is the folder of thumbnails beside the database, one JPEG a content. It is a cache: what is missing is
// made again when the export is there.
type thumbs struct {
	dir string
	off bool // the database is encrypted: pictures in the clear would lie beside it
}

// thumbsDir is the folder of thumbnails of a database.
func thumbsDir(db string) string { return db + "-pictures" }

func (a *Auditor) thumbs() thumbs {
	return thumbs{dir: thumbsDir(a.db.Path()), off: a.db.Protected()}
}

// DropThumbnails overwrites and removes the thumbnails of the database at path.
func DropThumbnails(path string) error {
	_, err := store.EraseFolder(thumbsDir(path))
	return err
}

// file is where the thumbnail of a content lies, there or not.
func (t thumbs) file(content string) string {
	if len(content) < 2 {
		return ""
	}
	return filepath.Join(t.dir, content[:2], content+".jpg")
}

// put writes a thumbnail, whole or not at all.
func (t thumbs) put(content string, img *image.NRGBA) error {
	if t.off {
		return nil
	}
	var b bytes.Buffer
	if err := picture.EncodeThumbnail(&b, img); err != nil {
		return err
	}
	name := t.file(content)
	if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
		return fmt.Errorf("keep thumbnail: %w", err)
	}
	f, err := os.CreateTemp(filepath.Dir(name), "new-*") // readable by its owner only
	if err != nil {
		return fmt.Errorf("keep thumbnail: %w", err)
	}
	_, err = f.Write(b.Bytes())
	if err = errors.Join(err, f.Close()); err == nil {
		err = os.Rename(f.Name(), name)
	}
	if err != nil {
		return fmt.Errorf("keep thumbnail: %w", errors.Join(err, os.Remove(f.Name())))
	}
	return nil
}

// sweep removes the thumbnails of contents that are not held any more.
func (t thumbs) sweep(held func(content string) (bool, error)) error {
	err := filepath.WalkDir(t.dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		base := d.Name()
		known, err := held(base[:len(base)-len(filepath.Ext(base))])
		if err == nil && !known {
			err = os.Remove(name)
		}
		return err
	})
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
