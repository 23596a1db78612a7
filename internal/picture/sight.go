package picture

import (
	"bytes"
	"fmt"
	"image"
	"image/jpeg"
	"io"
)

// Sight is what a first, cheap look at the pixels gives.
type Sight struct {
	Thumbnail *image.NRGBA // upright, at most ThumbnailSize
	Hash      Hash
	Hints     Hints
	// OldPreview is true when the preview inside the file shows something else than its pixels: what was there
	// before somebody cropped or painted over the picture.
	OldPreview bool
}

// otherBits is the distance from which a preview is taken to show something else. Previews are small, sharpened
// and sometimes padded with black, so they differ from the picture by more than a copy does.
const otherBits = 22

// See takes the first look at a file whose metadata are known.
func See(r io.ReadSeeker, info *Info) (s Sight, err error) {
	if s.Thumbnail, err = decodeThumbnail(r, info.Turn()); err != nil {
		return s, err
	}
	if s.Hash, err = hashOf(s.Thumbnail); err != nil {
		return s, err
	}
	s.Hints = Look(s.Thumbnail)
	if len(info.Thumbnail) > 0 {
		preview, err := decodeThumbnail(bytes.NewReader(info.Thumbnail), info.Orientation)
		if err == nil { // a preview that cannot be read shows nothing
			h, err := hashOf(preview)
			s.OldPreview = err == nil && h.Distance(s.Hash) >= otherBits
		}
	}
	return s, nil
}

// thumbnailQuality keeps a thumbnail at about 15 KB.
const thumbnailQuality = 80

// EncodeThumbnail writes a thumbnail as JPEG without any metadata.
func EncodeThumbnail(w io.Writer, img *image.NRGBA) error {
	if err := jpeg.Encode(w, img, &jpeg.Options{Quality: thumbnailQuality}); err != nil {
		return fmt.Errorf("write thumbnail: %w", err)
	}
	return nil
}

// PixelsToSee is how many pixels See holds in memory for a file; 0 for a video, of which it sees nothing.
func PixelsToSee(info *Info) int64 {
	n := int64(info.Width) * int64(info.Height)
	_, outside := OutsideDecoder(info.Format)
	switch {
	case decoders[info.Format] == nil && !outside:
		return 0
	case info.Format == "jpeg" && (n > MaxPixels || max(info.Width, info.Height)/8 >= ThumbnailSize):
		n /= 64
	}
	return max(1, min(n, MaxPixels))
}
