package pictures

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
)

// open gives a reader that can step through the file.
func (g *Gallery) open(file string) (io.ReadSeekCloser, int64, error) {
	size := g.archive.Size(file)
	if ingest.MediaType(file) == footprint.MediaVideo {
		r, err := g.archive.Seekable(file)
		if err != nil || r != nil {
			return r, size, err
		}
		if size > maxVideo {
			return nil, 0, errPackedVideo
		}
	}
	if size > maxPicture {
		return nil, 0, fmt.Errorf("%w: a picture of %d MB", footprint.ErrTooLarge, size>>20)
	}
	b, err := readWhole(g.archive, file, max(size, 0), maxPicture)
	if err != nil {
		return nil, 0, err
	}
	return inMemory{bytes.NewReader(b)}, int64(len(b)), nil
}

type inMemory struct{ *bytes.Reader }

func (inMemory) Close() error { return nil }

// readWhole reads a file of about the expected size, in one piece of memory where the size is right.
func readWhole(archive *ingest.Archive, file string, expected, limit int64) ([]byte, error) {
	f, err := archive.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var b bytes.Buffer
	b.Grow(int(min(expected, limit)) + bytes.MinRead)
	n, err := b.ReadFrom(io.LimitReader(f, limit+1))
	switch {
	case err != nil && errors.Is(err, footprint.ErrTooLarge):
		return nil, err
	case err != nil:
		return nil, fmt.Errorf("%w: %w", footprint.ErrDamaged, err)
	case n > limit:
		return nil, fmt.Errorf("%w: more than %d MB", footprint.ErrTooLarge, limit>>20)
	}
	return b.Bytes(), nil
}

// digestOfPicture names a content by its size and beginning: two files that agree in both hold the same picture.
func digestOfPicture(r io.ReadSeeker, size int64) (string, error) {
	if _, err := r.Seek(0, io.SeekStart); err != nil {
		return "", err
	}
	h := sha256.New()
	var n [8]byte
	binary.LittleEndian.PutUint64(n[:], uint64(size))
	h.Write(n[:])
	if _, err := io.CopyN(h, r, digestHead); err != nil && err != io.EOF {
		return "", err
	}
	return hex.EncodeToString(h.Sum(nil)[:16]), nil
}
