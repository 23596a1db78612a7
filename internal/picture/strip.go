package picture

import (
	"fmt"
	"image"
	"io"

	"github.com/disintegration/imaging"
)

// stripQuality keeps copies visually equal to the original.
const stripQuality = 95

// Strip writes a copy of the picture that carries pixels only: orientation baked in, colours converted to sRGB, which
// is what a picture without a profile is taken for, no metadata, no preview.
// Boxes, in pixels of the upright picture, are blurred. It returns the extension of the copy: "png" for
// formats without loss and pictures one can see through, "jpg" for the others. The original is not touched.
func Strip(w io.Writer, r io.ReadSeeker, size int64, blur []image.Rectangle) (ext string, err error) {
	info, err := Inspect(r, size)
	if err != nil && info.Format == "" {
		return "", err
	}
	if _, err := r.Seek(0, io.SeekStart); err != nil {
		return "", err
	}
	if int64(info.Width)*int64(info.Height) > MaxPixels { // Decode would give a smaller picture
		return "", tooManyPixels(info.Width, info.Height)
	}
	img, err := Decode(r, info.Turn())
	if err != nil {
		return "", err
	}
	if c := coloursOf(r, size, info.Format); c != nil {
		c.convert(img)
	}
	for _, box := range blur {
		box = box.Intersect(img.Bounds())
		if !box.Empty() {
			soft := imaging.Blur(imaging.Crop(img, box), float64(max(box.Dx(), box.Dy()))/8)
			img = imaging.Paste(img, soft, box.Min)
		}
	}
	ext, format := "jpg", imaging.JPEG
	if info.Format == "png" || info.Format == "gif" || info.Format == "webp" && !img.Opaque() {
		ext, format = "png", imaging.PNG
	}
	if err := imaging.Encode(w, img, format, imaging.JPEGQuality(stripQuality)); err != nil {
		return "", fmt.Errorf("write stripped copy: %w", err)
	}
	return ext, nil
}
