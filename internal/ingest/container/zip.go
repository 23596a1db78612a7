package container

import (
	"archive/zip"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"os"
	"unicode/utf8"

	"footprint/internal/footprint"
)

type zipSource struct {
	file   *os.File
	files  []*zip.File
	budget *budget
}

func (z *zipSource) Close() error { return z.file.Close() }

func (z *zipSource) open(index int) (io.ReadCloser, error) {
	f := z.files[index]
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	return meter(r, int64(f.CompressedSize64), z.budget), nil
}

func (z *zipSource) seekable(index int) (io.ReadSeekCloser, error) {
	f := z.files[index]
	if f.Method != zip.Store || f.Flags&1 != 0 {
		return nil, nil
	}
	at, err := f.DataOffset()
	if err != nil {
		return nil, err
	}
	return section{io.NewSectionReader(z.file, at, int64(f.UncompressedSize64))}, nil
}

// openZip reads the central directory only. Directories whose entries overlap (the usual trick of bombs
// that are not nested) are refused as a whole.
func (f *FS) openZip(file *os.File, size int64, v *volume) error {
	z := &zipSource{file: file, budget: newBudget()}
	v.src = z
	limited := &limitedReader{r: file, left: maxDirectory}
	r, err := zip.NewReader(limited, size)
	switch {
	case limited.left < 0:
		return fmt.Errorf("%w: list of files in the zip", footprint.ErrTooLarge)
	case errors.Is(err, zip.ErrFormat), errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return fmt.Errorf("%w: the end of the zip is missing; the download may be incomplete", footprint.ErrDamaged)
	case err != nil && !errors.Is(err, zip.ErrInsecurePath):
		return fmt.Errorf("%w: %w", footprint.ErrDamaged, err)
	}
	limited.off = true
	z.files = r.File
	var packed uint64
	locked := 0
	for i, e := range r.File {
		if e.FileInfo().IsDir() {
			continue
		}
		if packed += e.CompressedSize64; packed > uint64(size) {
			return fmt.Errorf("%w: files overlap inside the zip", footprint.ErrTooLarge)
		}
		if err := zipRefusal(e); err != nil {
			if errors.Is(err, footprint.ErrEncrypted) {
				locked++
			}
			f.refuse(e.Name, err)
			continue
		}
		f.add(v, entry{name: zipName(e), size: int64(e.UncompressedSize64), sum: e.CRC32, hasSum: true, src: z, index: i})
	}
	if locked > 0 && len(v.entries) == 0 {
		return footprint.ErrEncrypted
	}
	return nil
}

// zipRefusal says why an entry cannot be read.
func zipRefusal(e *zip.File) error {
	const encrypted, aes = 0x1, 99
	switch {
	case e.Flags&encrypted != 0 || e.Method == aes:
		return errLocked
	case !e.Mode().IsRegular():
		return errLink
	case e.Method != zip.Store && e.Method != zip.Deflate:
		return fmt.Errorf("%w (method %d)", errMethod, e.Method)
	case e.UncompressedSize64 > maxFile:
		return fmt.Errorf("%w: file of %d bytes", footprint.ErrTooLarge, e.UncompressedSize64)
	}
	return nil
}

// zipName returns the entry's name; a name that is not UTF-8 may have a twin that is, in the extra field
// 0x7075 of Info-ZIP, valid when its check sum is that of the name.
func zipName(e *zip.File) string {
	if utf8.ValidString(e.Name) {
		return e.Name
	}
	const unicodePath = 0x7075
	for extra := e.Extra; len(extra) >= 4; {
		id, n := binary.LittleEndian.Uint16(extra), int(binary.LittleEndian.Uint16(extra[2:]))
		if extra = extra[4:]; n > len(extra) {
			break
		}
		field := extra[:n]
		extra = extra[n:]
		if id == unicodePath && n > 5 && field[0] == 1 && binary.LittleEndian.Uint32(field[1:]) == crc32.ChecksumIEEE([]byte(e.Name)) {
			return string(field[5:])
		}
	}
	return e.Name
}

// limitedReader stops a directory that would fill the memory.
type limitedReader struct {
	r    io.ReaderAt
	left int64
	off  bool // the directory is read
}

func (l *limitedReader) ReadAt(p []byte, off int64) (int, error) {
	if l.off {
		return l.r.ReadAt(p, off)
	}
	if l.left < int64(len(p)) {
		l.left = -1
		return 0, footprint.ErrTooLarge
	}
	n, err := l.r.ReadAt(p, off)
	l.left -= int64(n)
	return n, err
}
