package picture

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/bep/imagemeta"
	"golang.org/x/image/tiff"
	"golang.org/x/image/webp"

	"footprint/internal/footprint"
)

var metaFormats = map[string]imagemeta.ImageFormat{
	"jpeg": imagemeta.JPEG, "png": imagemeta.PNG, "heic": imagemeta.HEIF, "avif": imagemeta.AVIF, "tiff": imagemeta.TIFF,
}

var configs = map[string]func(io.Reader) (image.Config, error){
	"jpeg": jpeg.DecodeConfig, "png": png.DecodeConfig, "gif": gif.DecodeConfig, "webp": webp.DecodeConfig, "tiff": tiff.DecodeConfig,
}

// readStill reads the metadata of a still picture. imagemeta reads EXIF, IPTC and finds XMP; the parts of a file that it
// leaves out, and WebP, whose chunks of odd length it misreads, are taken apart here. Later sources do not overwrite earlier ones: EXIF, then
// IPTC, then XMP, which is the order in which cameras and editors are to be believed.
func readStill(r io.ReadSeeker, size int64, in *Info) error {
	if config := configs[in.Format]; config != nil {
		if c, err := config(bufio.NewReader(io.LimitReader(r, maxMetadata))); err == nil {
			in.Width, in.Height = c.Width, c.Height
		}
		if _, err := r.Seek(0, io.SeekStart); err != nil {
			return err
		}
	}
	head := make([]byte, min(size, maxMetadata)) // at once: growing it would cost more than the metadata
	n, err := io.ReadFull(r, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return err
	}
	head = head[:n]
	if _, err := r.Seek(0, io.SeekStart); err != nil {
		return err
	}
	var gps position
	var result error
	parts := partsOf(in.Format, head)
	switch format, known := metaFormats[in.Format]; {
	case known:
		result = in.decode(r, format, &gps)
	case parts.exif != nil: // of a container that is read here
		result = in.decode(bytes.NewReader(parts.exif), imagemeta.TIFF, &gps)
	}
	gps.settle(in)
	if parts.loose {
		_ = in.decode(bytes.NewReader(parts.exif), imagemeta.TIFF, &gps) // what an old editor left is read as far as it goes
	}
	for _, packet := range parts.xmp {
		_ = in.xmp(bytes.NewReader(packet), &gps) // a broken packet gives what came before the break
	}
	for _, p := range parts.text {
		in.text(p)
	}
	if parts.exif != nil {
		t := newTIFF(parts.exif)
		t.words(in)
		t.makerNote(in)
		in.Thumbnail = t.thumbnail()
	}
	gps.settle(in)
	return result
}

// decode lets imagemeta read a file, or the EXIF block of one.
func (in *Info) decode(r io.ReadSeeker, format imagemeta.ImageFormat, gps *position) error {
	decoded, err := imagemeta.Decode(imagemeta.Options{
		R: r, ImageFormat: format,
		Sources:         imagemeta.EXIF | imagemeta.IPTC | imagemeta.XMP | imagemeta.CONFIG,
		ShouldHandleTag: func(imagemeta.TagInfo) bool { return true },
		HandleTag:       func(t imagemeta.TagInfo) error { in.tag(t, gps); return nil },
		HandleXMP:       func(x io.Reader) error { return in.xmp(x, gps) },
		Warnf:           func(string, ...any) {},
		Timeout:         5 * time.Second,
	})
	if in.Width == 0 {
		in.Width, in.Height = decoded.ImageConfig.Width, decoded.ImageConfig.Height
	}
	switch {
	case err == nil:
		return nil
	case imagemeta.IsInvalidFormat(err):
		return fmt.Errorf("%w: metadata", footprint.ErrDamaged)
	}
	return fmt.Errorf("read metadata: %w", err)
}

// tag takes one EXIF or IPTC value.
func (in *Info) tag(t imagemeta.TagInfo, gps *position) {
	switch {
	case strings.HasPrefix(t.Tag, "XP"), t.Tag == "UserComment": // read by tiffBlock.words, which knows their character sets
	case t.Tag == "GPSAreaInformation":
		in.Places = append(in.Places, textOf(t.Value))
	case strings.HasPrefix(t.Tag, "GPS"):
		// Tags 1 and 2 of the interoperability directory carry the same names as those of the GPS directory.
		if strings.HasSuffix(t.Namespace, "GPSInfoIFD") {
			gps.tag(t.Tag, t.Value)
		}
	case t.Tag == "Keywords", t.Tag == "Contact":
		for _, s := range listOf(t.Value) {
			in.field(t.Tag, s)
		}
	default:
		in.field(t.Tag, textOf(t.Value))
	}
}

var exifTimes = [...]string{"2006:01:02 15:04:05", "2006:01:02 15:04:05-07:00", time.RFC3339, "2006-01-02T15:04:05", "2006-01-02T15:04:05-0700", "2006-01-02T15:04", "2006-01-02"}

func (in *Info) taken(s string, original bool) {
	if !in.Exif.Taken.IsZero() && (in.original || !original) {
		return
	}
	for _, layout := range exifTimes {
		if t, err := time.Parse(layout, strings.TrimSpace(s)); err == nil && t.Year() > 1970 {
			in.Exif.Taken, in.original = t.UTC(), original
			return
		}
	}
}

// named takes a name of somebody the picture belongs to.
func (in *Info) named(name string) {
	setFirst(&in.Exif.Owner, name)
	in.Owners = append(in.Owners, name)
}

func setFirst(to *string, value string) {
	if *to == "" {
		*to = value
	}
}

func textOf(v any) string {
	switch v := v.(type) {
	case string:
		return clean(v)
	case []string:
		return clean(strings.Join(v, ", "))
	case []byte:
		return clean(string(v))
	case fmt.Stringer:
		return clean(v.String())
	}
	return clean(fmt.Sprint(v))
}

func listOf(v any) []string {
	switch v := v.(type) {
	case []string:
		return v
	case []any:
		var list []string
		for _, e := range v {
			list = append(list, textOf(e))
		}
		return list
	}
	return strings.FieldsFunc(textOf(v), func(r rune) bool { return r == ';' || r == ',' })
}

// clean makes text valid, drops control characters and the code-set mark of EXIF comments, and bounds it.
func clean(s string) string {
	s = strings.TrimPrefix(strings.TrimPrefix(s, "ASCII\x00\x00\x00"), "UNICODE\x00")
	if len(s) > maxText {
		s = s[:maxText]
	}
	if !utf8.ValidString(s) {
		s = latin1(s)
	}
	return strings.TrimSpace(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' {
			return -1
		}
		return r
	}, s))
}

func latin1(s string) string {
	runes := make([]rune, 0, len(s))
	for i := range len(s) {
		runes = append(runes, rune(s[i]))
	}
	return string(runes)
}

func mostlyPrintable(s string) bool {
	odd := 0
	for _, r := range s {
		if !unicode.IsPrint(r) && r != '\n' || r > 0x7f && r < 0x100 && !unicode.IsLetter(r) {
			odd++
		}
	}
	return s != "" && odd*10 <= len(s)
}

func unique(list []string) []string {
	var out []string
	for _, s := range list {
		if s = clean(s); s != "" && !slices.Contains(out, s) {
			out = append(out, s)
		}
	}
	return out
}

var errTooDeep = errors.New("nested too deeply")
