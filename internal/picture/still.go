package picture

import (
	"bufio"
	"bytes"
	"compress/zlib"
	"encoding/binary"
	"errors"
	"fmt"
	"image"
	"image/gif"
	"image/jpeg"
	"image/png"
	"io"
	"slices"
	"strconv"
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
	"jpeg": imagemeta.JPEG, "png": imagemeta.PNG, "webp": imagemeta.WebP, "heic": imagemeta.HEIF, "avif": imagemeta.AVIF, "tiff": imagemeta.TIFF,
}

var configs = map[string]func(io.Reader) (image.Config, error){
	"jpeg": jpeg.DecodeConfig, "png": png.DecodeConfig, "gif": gif.DecodeConfig, "webp": webp.DecodeConfig, "tiff": tiff.DecodeConfig,
}

// readStill reads the metadata of a still picture. Later sources do not overwrite earlier ones: EXIF, then
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
	var gps position
	format, known := metaFormats[in.Format]
	var result error
	if known {
		decoded, err := imagemeta.Decode(imagemeta.Options{
			R: r, ImageFormat: format,
			Sources:         imagemeta.EXIF | imagemeta.IPTC | imagemeta.XMP | imagemeta.CONFIG,
			ShouldHandleTag: func(imagemeta.TagInfo) bool { return true },
			HandleTag:       func(t imagemeta.TagInfo) error { in.tag(t, &gps); return nil },
			HandleXMP:       func(x io.Reader) error { return in.xmp(x, &gps) },
			Warnf:           func(string, ...any) {},
			Timeout:         5 * time.Second,
		})
		if err != nil && !imagemeta.IsInvalidFormat(err) {
			result = fmt.Errorf("read metadata: %w", err)
		} else if err != nil {
			result = fmt.Errorf("%w: metadata", footprint.ErrDamaged)
		}
		if in.Width == 0 {
			in.Width, in.Height = decoded.ImageConfig.Width, decoded.ImageConfig.Height
		}
	}
	gps.settle(in)
	if _, err := r.Seek(0, io.SeekStart); err != nil {
		return err
	}
	head := make([]byte, min(size, maxMetadata)) // at once: growing it would cost more than the metadata
	n, err := io.ReadFull(r, head)
	if err != nil && !errors.Is(err, io.ErrUnexpectedEOF) && !errors.Is(err, io.EOF) {
		return err
	}
	head = head[:n]
	switch in.Format {
	case "jpeg":
		in.jpegSegments(head)
	case "gif":
		in.gifComments(head, &gps)
	case "png":
		in.pngText(head, &gps)
	}
	gps.settle(in)
	return result
}

// tag takes one EXIF or IPTC value.
func (in *Info) tag(t imagemeta.TagInfo, gps *position) {
	s := textOf(t.Value)
	switch t.Tag {
	case "Make":
		setFirst(&in.Exif.Make, s)
	case "Model":
		setFirst(&in.Exif.Model, s)
	case "Software", "ProcessingSoftware", "CreatorTool":
		setFirst(&in.Exif.Software, s)
	case "HostComputer": // often named after its owner
		in.Keywords = append(in.Keywords, s)
	case "Artist", "OwnerName", "CameraOwnerName", "By-line", "XPAuthor", "Copyright", "CopyrightNotice", "Credit":
		in.owner(t.Tag, s)
	case "SerialNumber", "BodySerialNumber", "LensSerialNumber", "CameraSerialNumber", "InternalSerialNumber":
		in.Serials = append(in.Serials, s)
	case "ImageDescription", "UserComment", "XPTitle", "XPComment", "XPSubject", "Caption-Abstract", "Headline", "ObjectName", "DocumentName", "SpecialInstructions":
		in.Captions = append(in.Captions, s)
	case "Keywords", "XPKeywords":
		in.Keywords = append(in.Keywords, listOf(t.Value)...)
	case "Writer-Editor":
		in.Owners = append(in.Owners, s)
	case "Contact":
		in.Contacts = append(in.Contacts, listOf(t.Value)...)
	case "City", "Sub-location", "Province-State", "Country-PrimaryLocationName":
		in.Places = append(in.Places, s)
	case "PersonInImage":
		in.Exif.People = append(in.Exif.People, listOf(t.Value)...)
	case "Orientation":
		if n, err := strconv.Atoi(s); err == nil {
			in.Orientation = n
		}
	case "DateTimeOriginal", "CreateDate", "DateTimeDigitized", "ModifyDate", "DateTime":
		in.taken(s, t.Tag == "DateTimeOriginal")
	default:
		// Tags 1 and 2 of the interoperability directory carry the same names as those of the GPS directory.
		if strings.HasPrefix(t.Tag, "GPS") && strings.HasSuffix(t.Namespace, "GPSInfoIFD") {
			gps.tag(t.Tag, t.Value)
		}
	}
}

// owner keeps the first name that says whose picture it is; a copyright line only when nothing better is there.
func (in *Info) owner(tag, name string) {
	if strings.Contains(tag, "opyright") || tag == "Credit" {
		in.Keywords = append(in.Keywords, name)
		return
	}
	in.named(name)
}

var exifTimes = [...]string{"2006:01:02 15:04:05", "2006:01:02 15:04:05-07:00", time.RFC3339, "2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02"}

func (in *Info) taken(s string, original bool) {
	if !in.Exif.Taken.IsZero() && !original {
		return
	}
	for _, layout := range exifTimes {
		if t, err := time.Parse(layout, strings.TrimSpace(s)); err == nil && t.Year() > 1970 {
			in.Exif.Taken = t.UTC()
			return
		}
	}
}

// jpegSegments reads what imagemeta leaves out: comments, the embedded thumbnail and Canon's owner name.
func (in *Info) jpegSegments(b []byte) {
	for i := 2; i+4 <= len(b) && b[i] == 0xff; {
		marker, n := b[i+1], int(binary.BigEndian.Uint16(b[i+2:]))
		if marker == 0xda || n < 2 || i+2+n > len(b) {
			return
		}
		body := b[i+4 : i+2+n]
		switch {
		case marker == 0xfe:
			in.Captions = append(in.Captions, clean(string(body)))
		case marker == 0xe1 && bytes.HasPrefix(body, []byte("Exif\x00\x00")):
			t := newTIFF(body[6:])
			in.named(t.canonOwner())
			in.Thumbnail = t.thumbnail()
		}
		i += 2 + n
	}
}

// gifComments reads comment extensions and an XMP application block.
func (in *Info) gifComments(b []byte, gps *position) {
	for i := 0; i+2 < len(b); i++ {
		if b[i] != 0x21 || (b[i+1] != 0xfe && b[i+1] != 0xff) {
			continue
		}
		if b[i+1] == 0xff {
			if start := bytes.Index(b[i:min(len(b), i+32)], []byte("XMP DataXMP")); start >= 0 {
				_ = in.xmp(bytes.NewReader(b[i+start+11:min(len(b), i+1<<20)]), gps) // ends at its own closing tag
			}
			continue
		}
		var text []byte
		j := i + 2
		for j < len(b) && b[j] != 0 && j+1+int(b[j]) <= len(b) && len(text) < maxText {
			text = append(text, b[j+1:j+1+int(b[j])]...)
			j += 1 + int(b[j])
		}
		if s := clean(string(text)); mostlyPrintable(s) {
			in.Captions = append(in.Captions, s)
		}
	}
	in.Captions, in.Keywords = unique(in.Captions), unique(in.Keywords)
}

// pngText reads tEXt, zTXt and iTXt chunks.
func (in *Info) pngText(b []byte, gps *position) {
	for i := 8; i+12 <= len(b); {
		n := int(binary.BigEndian.Uint32(b[i:]))
		if n < 0 || i+12+n > len(b) {
			return
		}
		body := b[i+8 : i+8+n]
		key, rest, ok := bytes.Cut(body, []byte{0})
		switch kind := string(b[i+4 : i+8]); {
		case !ok:
		case kind == "tEXt":
			in.pngPair(string(key), string(rest))
		case kind == "zTXt" && len(rest) > 1:
			if z, err := zlib.NewReader(bytes.NewReader(rest[1:])); err == nil {
				if text, err := io.ReadAll(io.LimitReader(z, maxText)); err == nil {
					in.pngPair(string(key), string(text))
				}
			}
		case kind == "iTXt" && len(rest) > 2:
			if parts := bytes.SplitN(rest[2:], []byte{0}, 3); len(parts) == 3 {
				in.pngUnicode(string(key), parts[2], rest[0] == 1, gps)
			}
		}
		i += 12 + n
	}
}

// pngUnicode takes the text of an iTXt chunk; an XMP packet stands in one too.
func (in *Info) pngUnicode(key string, text []byte, packed bool, gps *position) {
	if packed {
		z, err := zlib.NewReader(bytes.NewReader(text))
		if err != nil {
			return
		}
		text, _ = io.ReadAll(io.LimitReader(z, maxXMP)) // what could be unpacked is read
	}
	if key == "XML:com.adobe.xmp" {
		_ = in.xmp(bytes.NewReader(text), gps) // a broken packet gives what came before the break
		return
	}
	in.pngPair(key, string(text))
}

func (in *Info) pngPair(key, value string) {
	value = clean(value)
	switch key {
	case "Author":
		in.named(value)
	case "Software":
		setFirst(&in.Exif.Software, value)
	case "Title", "Description", "Comment", "Disclaimer", "Warning", "parameters":
		in.Captions = append(in.Captions, value)
	case "Copyright":
		in.Keywords = append(in.Keywords, value)
	case "Creation Time":
		in.taken(value, false)
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
