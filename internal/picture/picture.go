// Package picture tells what a photo or video gives away: place, time, device, owner, people and words in its
// metadata, and with the pixels decoded a thumbnail, a perceptual hash and weak hints about its content.
//
// Its input is hostile. Every reader is bounded in size, depth and time; pixels are decoded only after their
// number is known; a damaged file is an error for that file and nothing else. imaging stays inside: it only
// ever sees an *image.NRGBA that this package made (see decode.go for the reason).
package picture

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"io"

	"footprint/internal/footprint"
)

// Limits on one file.
const (
	maxMetadata = 32 << 20 // bytes read for metadata of a still picture
	maxText     = 10_000   // bytes of one caption or name
)

// Info is what a file says about itself without its pixels being decoded.
type Info struct {
	// Format is jpeg, png, webp, heic, avif, tiff, gif, mp4 or mov.
	Format        string
	Width, Height int
	// Orientation is the EXIF value 1 to 8; 0 when absent.
	Orientation int
	// Exif holds place, time, owner, device and people.
	Exif footprint.Exif
	// Direction is where the camera looked, in degrees from north; nil when absent.
	Direction *float64
	// Captions are titles, descriptions and comments; Keywords and Places are words the file carries.
	Captions, Keywords, Places []string
	// Contacts are e-mail addresses and links of the creator.
	Contacts []string
	// Owners are all names of photographers, owners and editors, the most trustworthy first.
	Owners []string
	// Serials are serial numbers of body and lens.
	Serials []string
	// Regions are the marked faces, with the name where one is given.
	Regions []Region
	// Thumbnail is the embedded preview as JPEG, if there is one.
	Thumbnail []byte

	original bool // Exif.Taken is when the picture was taken, not when its file was made or changed
}

// Turn is the EXIF orientation by which the pixels must be turned: none for HEIC and AVIF, which say otherwise how they
// lie and are decoded upright.
func (in *Info) Turn() int {
	if in.Format == "heic" || in.Format == "avif" {
		return 0
	}
	return in.Orientation
}

// Region is one marked face, in fractions of the picture's width and height, from its top left corner.
type Region struct {
	Name                  string
	Left, Top, Wide, High float64
}

// In is where the face lies in the upright picture. Regions are marked on the picture as the file holds it.
func (r Region) In(upright image.Rectangle, orientation int) image.Rectangle {
	l, t, w, h := r.Left, r.Top, r.Wide, r.High
	switch orientation {
	case 2:
		l = 1 - l - w
	case 3:
		l, t = 1-l-w, 1-t-h
	case 4:
		t = 1 - t - h
	case 5:
		l, t, w, h = t, l, h, w
	case 6:
		l, t, w, h = 1-t-h, l, h, w
	case 7:
		l, t, w, h = 1-t-h, 1-l-w, h, w
	case 8:
		l, t, w, h = t, 1-l-w, h, w
	}
	x, y := float64(upright.Dx()), float64(upright.Dy())
	return image.Rect(int(l*x), int(t*y), int((l+w)*x), int((t+h)*y)).Add(upright.Min).Intersect(upright)
}

// ErrUnknownFormat is returned for files that are no picture or video this package reads.
var ErrUnknownFormat = errors.New("not a picture or video that can be read")

// Inspect reads the metadata of one file of the given size. It decodes no pixels. What was found before a
// damaged part is returned beside the error.
func Inspect(r io.ReadSeeker, size int64) (info Info, err error) {
	defer func() { // decoders of other people may panic on hostile input
		if p := recover(); p != nil {
			err = fmt.Errorf("%w: metadata", footprint.ErrDamaged)
		}
	}()
	head := make([]byte, 64)
	n, err := io.ReadFull(r, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) {
		return info, fmt.Errorf("%w: empty file", footprint.ErrDamaged)
	}
	info.Format = sniff(head[:n])
	if _, err := r.Seek(0, io.SeekStart); err != nil {
		return info, err
	}
	switch info.Format {
	case "":
		return info, ErrUnknownFormat
	case "mp4", "mov":
		return info, readBoxes(r, size, &info)
	}
	if err := readStill(r, size, &info); err != nil {
		return info, err
	}
	info.tidy()
	return info, nil
}

// sniff names the format by its first bytes, never by the file's name.
func sniff(head []byte) string {
	switch {
	case bytes.HasPrefix(head, []byte("\xff\xd8\xff")):
		return "jpeg"
	case bytes.HasPrefix(head, []byte("\x89PNG\r\n\x1a\n")):
		return "png"
	case bytes.HasPrefix(head, []byte("GIF8")):
		return "gif"
	case bytes.HasPrefix(head, []byte("II*\x00")), bytes.HasPrefix(head, []byte("MM\x00*")):
		return "tiff"
	case len(head) >= 12 && string(head[:4]) == "RIFF" && string(head[8:12]) == "WEBP":
		return "webp"
	case len(head) >= 12 && string(head[4:8]) == "ftyp":
		return sniffBrand(head[8:])
	case len(head) >= 8 && (string(head[4:8]) == "moov" || string(head[4:8]) == "mdat" || string(head[4:8]) == "wide"):
		return "mov"
	}
	return ""
}

func sniffBrand(brands []byte) string {
	for i := 0; i+4 <= len(brands); i += 4 {
		switch string(brands[i : i+4]) {
		case "heic", "heix", "hevc", "heim", "heis", "mif1", "msf1":
			if bytes.Contains(brands, []byte("avif")) {
				return "avif"
			}
			return "heic"
		case "avif", "avis":
			return "avif"
		case "qt  ":
			return "mov"
		}
	}
	return "mp4"
}

// tidy drops empty and repeated words and a position of zeros, which means "not set".
func (in *Info) tidy() {
	in.Captions, in.Keywords, in.Places = unique(in.Captions), unique(in.Keywords), unique(in.Places)
	in.Contacts, in.Serials, in.Owners = unique(in.Contacts), unique(in.Serials), unique(in.Owners)
	in.Exif.People = unique(in.Exif.People)
	if !in.Exif.HasPlace() {
		in.Exif.Lat, in.Exif.Lon = nil, nil
	}
	if in.Exif.Owner == "" && len(in.Owners) > 0 {
		in.Exif.Owner = in.Owners[0]
	}
	if in.Exif.Serial == "" && len(in.Serials) > 0 {
		in.Exif.Serial = in.Serials[0]
	}
}
