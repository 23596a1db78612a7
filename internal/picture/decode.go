package picture

import (
	"errors"
	"fmt"
	"image"
	"image/draw"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"math"

	"github.com/corona10/goimagehash"
	"github.com/disintegration/imaging"
	"golang.org/x/image/tiff"
	"golang.org/x/image/webp"

	"footprint/internal/footprint"
)

// MaxPixels bounds what is decoded: 50 megapixels, 200 MB as NRGBA.
const MaxPixels = 50_000_000

// maxJPEG bounds the bytes of a JPEG that is read at an eighth of its size.
const maxJPEG = 64 << 20

// ThumbnailSize is the longer side of a thumbnail in pixels.
const ThumbnailSize = 320

// ErrNotDecoded is returned for formats whose metadata is read but whose pixels are not (video, and HEIC and AVIF without a program for them).
var ErrNotDecoded = errors.New("pixels of this format are not decoded")

var decoders = map[string]func(io.Reader) (image.Image, error){
	"jpeg": jpeg.Decode, "png": png.Decode, "gif": gif.Decode, "webp": webp.Decode, "tiff": tiff.Decode,
}

// Decode reads the pixels, upright. The number of pixels is checked before anything is decoded; a JPEG with more
// than MaxPixels is read at an eighth of its size. The result is always a fresh *image.NRGBA: a paletted picture
// with an index beyond its palette makes imaging panic in a goroutine of its own, where nobody can recover
// (CVE-2023-36308), so the copy is made here, where a panic is caught.
func Decode(r io.ReadSeeker, orientation int) (*image.NRGBA, error) {
	return decodeFor(r, orientation, noneSmaller)
}

// noneSmaller asks for a picture in full.
const noneSmaller = math.MaxInt

// decodeThumbnail reads the pixels upright and so small that they fit ThumbnailSize, as cheaply as the format
// allows: large JPEGs are read at an eighth of their size.
func decodeThumbnail(r io.ReadSeeker, orientation int) (*image.NRGBA, error) {
	img, err := decodeFor(r, 0, ThumbnailSize)
	if err != nil {
		return nil, err
	}
	return upright(Thumbnail(img), orientation), nil
}

// decodeFor reads the pixels upright, in full or so that the longer side is at least that of need.
func decodeFor(r io.ReadSeeker, orientation, need int) (img *image.NRGBA, err error) {
	defer func() {
		if p := recover(); p != nil {
			img, err = nil, fmt.Errorf("%w: pixels", footprint.ErrDamaged)
		}
	}()
	head := make([]byte, 64)
	n, err := io.ReadFull(r, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return nil, fmt.Errorf("%w: empty file", footprint.ErrDamaged)
	}
	format := sniff(head[:n])
	decode := decoders[format]
	switch {
	case format == "":
		return nil, ErrUnknownFormat
	case decode == nil && (format == "heic" || format == "avif"):
		return decodeOutside(r, format) // upright by itself: EXIF says nothing of how these lie
	case decode == nil:
		return nil, ErrNotDecoded
	}
	if _, err := r.Seek(0, io.SeekStart); err != nil {
		return nil, err
	}
	size, err := configs[format](r)
	if err != nil {
		return nil, fmt.Errorf("%w: %s header", footprint.ErrDamaged, format)
	}
	if _, err := r.Seek(0, io.SeekStart); err != nil {
		return nil, err
	}
	tooMany := size.Width <= 0 || size.Height <= 0 || int64(size.Width)*int64(size.Height) > MaxPixels
	if format == "jpeg" && (tooMany || max(size.Width, size.Height)/8 >= need) {
		if img, err := readEighth(r); img != nil || err != nil {
			return upright(img, orientation), err
		}
	}
	if tooMany {
		return nil, tooManyPixels(size.Width, size.Height)
	}
	src, err := decode(r)
	if err != nil {
		return nil, fmt.Errorf("%w: %s pixels", footprint.ErrDamaged, format)
	}
	if format == "webp" {
		if img = studio(src); img != nil {
			return upright(img, orientation), nil
		}
	}
	img = image.NewNRGBA(image.Rect(0, 0, src.Bounds().Dx(), src.Bounds().Dy()))
	draw.Draw(img, img.Bounds(), src, src.Bounds().Min, draw.Src)
	return upright(img, orientation), nil
}

// readEighth reads a JPEG at an eighth of its size; nil without an error for a kind it does not know, with the
// reader back at the beginning.
func readEighth(r io.ReadSeeker) (*image.NRGBA, error) {
	data, err := io.ReadAll(io.LimitReader(r, maxJPEG))
	if err != nil {
		return nil, err
	}
	img, known, err := eighth(data)
	if !known {
		_, err = r.Seek(0, io.SeekStart)
	}
	return img, err
}

func tooManyPixels(w, h int) error {
	return fmt.Errorf("%w: %d x %d pixels", footprint.ErrTooLarge, w, h)
}

// upright turns the picture as the EXIF orientation says.
func upright(img *image.NRGBA, orientation int) *image.NRGBA {
	switch orientation {
	case 2:
		return imaging.FlipH(img)
	case 3:
		return imaging.Rotate180(img)
	case 4:
		return imaging.FlipV(img)
	case 5:
		return imaging.Transpose(img)
	case 6:
		return imaging.Rotate270(img)
	case 7:
		return imaging.Transverse(img)
	case 8:
		return imaging.Rotate90(img)
	}
	return img
}

// Thumbnail scales the picture down so that its longer side is ThumbnailSize; smaller pictures stay as they are.
func Thumbnail(img *image.NRGBA) *image.NRGBA {
	return imaging.Fit(img, ThumbnailSize, ThumbnailSize, imaging.Box)
}

// Hash is a perceptual hash: pictures that look alike differ in few bits.
type Hash uint64

// hashOf returns the hash of the pixels; a thumbnail gives nearly the same one as the whole picture.
func hashOf(img *image.NRGBA) (Hash, error) {
	h, err := goimagehash.PerceptionHash(img)
	if err != nil {
		return 0, fmt.Errorf("hash picture: %w", err)
	}
	return Hash(h.GetHash()), nil
}

// SameBits is the largest distance at which two hashes are taken to be the same picture.
const SameBits = 6

// Distance is the number of bits in which two hashes differ.
func (h Hash) Distance(other Hash) int {
	n := 0
	for x := h ^ other; x != 0; x &= x - 1 {
		n++
	}
	return n
}
