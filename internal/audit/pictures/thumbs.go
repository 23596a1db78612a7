package pictures

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"io/fs"
	"os"
	"path/filepath"

	"footprint/internal/audit/core"
	"footprint/internal/picture"
	"footprint/internal/store"
)

// Thumbs is the folder of thumbnails beside the database, one JPEG a content. It is a cache: what is missing is
// made again when the export is there.
type Thumbs struct {
	dir string
	off bool // the database is encrypted: pictures in the clear would lie beside it
}

// ThumbsDir is the folder of thumbnails of a database.
func ThumbsDir(db string) string { return db + "-pictures" }

// ThumbsOf are the thumbnails of an open database.
func ThumbsOf(c *core.Core) Thumbs {
	return Thumbs{dir: ThumbsDir(c.DB.Path()), off: c.DB.Protected()}
}

// DropThumbnails overwrites and removes the thumbnails of the database at path.
func DropThumbnails(path string) error {
	_, err := store.EraseFolder(ThumbsDir(path))
	return err
}

// File is where the thumbnail of a content lies, there or not.
func (t Thumbs) File(content string) string {
	if len(content) < 2 {
		return ""
	}
	return filepath.Join(t.dir, content[:2], content+".jpg")
}

// Put writes a thumbnail, whole or not at all.
func (t Thumbs) Put(content string, img *image.NRGBA) error {
	if t.off {
		return nil
	}
	var b bytes.Buffer
	if err := picture.EncodeThumbnail(&b, img); err != nil {
		return err
	}
	name := t.File(content)
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

// Sweep removes the thumbnails of contents that are not held any more.
func (t Thumbs) Sweep(held func(content string) (bool, error)) error {
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
