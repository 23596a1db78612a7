package picture

import (
	"context"
	"errors"
	"fmt"
	"image"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"time"

	"footprint/internal/footprint"
)

// ErrNoDecoder means that a HEIC or AVIF picture was not looked at, because no program that decodes it is installed.
// No decoder of these formats in Go has a licence that suits.
var ErrNoDecoder = fmt.Errorf("%w here: what the file says was read, its pixels were not looked at; install libheif (Debian and Ubuntu: libheif-examples, macOS: brew install libheif), then run \"footprint photos read\"",
	ErrNotDecoded)

// outsideDecoder is a program that decodes a format: its name, what it reads, and its arguments before the two files.
type outsideDecoder struct {
	program string
	formats []string
	args    []string
}

// outsideDecoders are tried in order. All turn the picture upright themselves where the format says how it lies.
var outsideDecoders = []outsideDecoder{
	{"heif-dec", []string{"heic", "avif"}, []string{"--quiet", "-q", "98"}},
	{"heif-convert", []string{"heic", "avif"}, []string{"--quiet", "-q", "98"}},
	{"avifdec", []string{"avif"}, []string{"-j", "1", "-q", "98"}},
}

// Limits on a program that decodes.
const (
	outsideTime   = 60 * time.Second
	outsideMemory = 2 << 30   // bytes of address space
	outsideFile   = 128 << 20 // bytes of what it writes
)

// TempFolders is the pattern of the folders in the system's temporary folder in which pictures are decoded. One is left
// when the program is killed meanwhile.
const TempFolders = "footprint-picture-*"

// OutsideDecoder returns the program that decodes pictures of a format, and whether the format needs one; "" when
// none is installed.
func OutsideDecoder(format string) (program string, needed bool) {
	d, path := findOutside(format)
	if d == nil {
		return "", format == "heic" || format == "avif"
	}
	return path, true
}

func findOutside(format string) (*outsideDecoder, string) {
	for i := range outsideDecoders {
		d := &outsideDecoders[i]
		for _, f := range d.formats {
			if f != format {
				continue
			}
			if path, err := exec.LookPath(d.program); err == nil {
				return d, path
			}
		}
	}
	return nil, ""
}

// decodeOutside lets a program write the picture as JPEG, within bounds of time, memory and size, and reads that. The
// number of pixels is checked before by what the file says of itself, and again by what was written.
func decodeOutside(r io.ReadSeeker, format string) (img *image.NRGBA, err error) {
	d, program := findOutside(format)
	if d == nil {
		return nil, ErrNoDecoder
	}
	size, err := r.Seek(0, io.SeekEnd)
	if err != nil {
		return nil, err
	}
	if _, err := r.Seek(0, io.SeekStart); err != nil {
		return nil, err
	}
	info, err := Inspect(r, size)
	switch {
	case info.Width <= 0 || info.Height <= 0:
		return nil, errors.Join(fmt.Errorf("%w: %s header", footprint.ErrDamaged, format), err)
	case int64(info.Width)*int64(info.Height) > MaxPixels:
		return nil, tooManyPixels(info.Width, info.Height)
	}
	dir, err := os.MkdirTemp("", TempFolders) // readable by its owner only
	if err != nil {
		return nil, fmt.Errorf("decode %s: %w", format, err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	from, to := filepath.Join(dir, "in."+format), filepath.Join(dir, "out.jpg")
	if err := copyTo(from, r); err != nil {
		return nil, fmt.Errorf("decode %s: %w", format, err)
	}
	if err := runBounded(program, append(append([]string{}, d.args...), from, to)); err != nil {
		return nil, fmt.Errorf("%w: %s pixels: %w", footprint.ErrDamaged, format, err)
	}
	if _, err := os.Stat(to); err != nil { // of several pictures in one file, the first
		to = filepath.Join(dir, "out-1.jpg")
	}
	f, err := os.Open(to)
	if err != nil {
		return nil, fmt.Errorf("%w: %s pixels", footprint.ErrDamaged, format)
	}
	defer f.Close()
	return decodeFor(f, 0, noneSmaller)
}

func copyTo(name string, r io.ReadSeeker) error {
	if _, err := r.Seek(0, io.SeekStart); err != nil {
		return err
	}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(f, r)
	return errors.Join(err, f.Close())
}

// runBounded runs a program with a limit on time, and where prlimit is there (Linux), on memory and file size.
func runBounded(program string, args []string) error {
	ctx, cancel := context.WithTimeout(context.Background(), outsideTime)
	defer cancel()
	if limit, err := exec.LookPath("prlimit"); err == nil {
		args = append([]string{"--as=" + strconv.Itoa(outsideMemory), "--fsize=" + strconv.Itoa(outsideFile),
			"--cpu=" + strconv.Itoa(int(outsideTime/time.Second)), "--", program}, args...)
		program = limit
	}
	return exec.CommandContext(ctx, program, args...).Run()
}
