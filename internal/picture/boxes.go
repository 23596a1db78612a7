package picture

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"strings"
	"time"

	"footprint/internal/footprint"
)

// Limits of the walk over the boxes of an MP4 or MOV file.
const (
	maxBoxDepth = 8
	maxBoxes    = 20_000
	maxBoxText  = 64 << 10
)

// boxWalker reads the box tree of ISO base media files (ISO 14496-12): size, type, content. Only containers
// of metadata are entered; media data is stepped over, so a 4 GB video costs a few reads.
type boxWalker struct {
	r     io.ReadSeeker
	in    *Info
	boxes int
	gps   position
	keys  []string // names of the QuickTime metadata keys, from 1
}

func readBoxes(r io.ReadSeeker, size int64, in *Info) error {
	w := &boxWalker{r: r, in: in}
	err := w.walk(0, size, 0)
	w.gps.settle(in)
	in.tidy()
	return err
}

func (w *boxWalker) walk(from, to int64, depth int) error {
	if depth > maxBoxDepth {
		return errTooDeep
	}
	for at := from; at+8 <= to; {
		if w.boxes++; w.boxes > maxBoxes {
			return fmt.Errorf("%w: boxes", footprint.ErrTooLarge)
		}
		var head [16]byte
		if err := w.readAt(head[:8], at); err != nil {
			return fmt.Errorf("%w: box at %d", footprint.ErrDamaged, at)
		}
		size, body := int64(binary.BigEndian.Uint32(head[:4])), at+8
		switch size {
		case 0:
			size = to - at
		case 1:
			if err := w.readAt(head[8:], at+8); err != nil {
				return fmt.Errorf("%w: box at %d", footprint.ErrDamaged, at)
			}
			size, body = int64(binary.BigEndian.Uint64(head[8:])), at+16
		}
		if size < body-at || size > to-at {
			return fmt.Errorf("%w: box at %d", footprint.ErrDamaged, at)
		}
		if err := w.box(string(head[4:8]), body, at+size, depth); err != nil {
			return err
		}
		at += size
	}
	return nil
}

func (w *boxWalker) box(kind string, from, to int64, depth int) error {
	switch kind {
	case "moov", "trak", "udta", "ilst":
		return w.walk(from, to, depth+1)
	case "meta": // a full box with four bytes of version, unless it begins with its handler as QuickTime does
		var b [8]byte
		if err := w.readAt(b[:], from); err == nil && string(b[4:]) != "hdlr" {
			from += 4
		}
		return w.walk(from, to, depth+1)
	case "keys":
		return w.readKeys(from, to)
	case "uuid":
		var id [16]byte
		if err := w.readAt(id[:], from); err == nil && string(id[:]) == xmpUUID {
			w.xmp(from+16, to)
		}
	case "XMP_":
		w.xmp(from, to)
	case "mvhd":
		w.created(from, to)
	case "loci":
		w.location3GPP(w.bytes(from, to))
	case "xml ": // what Sony writes beside its videos
		w.xmp(from, to)
	case "slno": // of GoPro, bare
		w.value("SerialNumber", clean(string(w.bytes(from, to))))
	case "LENS":
		w.value("LensSerialNumber", clean(string(w.bytes(from, to))))
	case "titl", "dscp", "auth", "perf", "cprt", "kywd": // in ilst of Apple, or in udta of 3GPP
		w.value(kind, w.text3GPP(from, to))
	default:
		if n := int(binary.BigEndian.Uint32([]byte(kind))); n >= 1 && n <= len(w.keys) {
			kind = w.keys[n-1]
		}
		kind = strings.TrimPrefix(strings.Replace(kind, "\xa9", "©", 1), "com.apple.quicktime.")
		if _, known := fields[strings.ToLower(kind)]; known || isPosition(kind) {
			w.value(kind, w.quickTimeText(from, to))
		}
	}
	return nil
}

// xmpUUID marks the box of an XMP packet (XMP specification, part 3, 1.2.7.1).
const xmpUUID = "\xbe\x7a\xcf\xcb\x97\xa9\x42\xe8\x9c\x71\x99\x94\x91\xe3\xaf\xac"

// xmp reads a packet.
func (w *boxWalker) xmp(from, to int64) {
	if _, err := w.r.Seek(from, io.SeekStart); err == nil {
		_ = w.in.xmp(io.LimitReader(w.r, min(to-from, maxXMP)), &w.gps) // a broken packet gives what came before the break
	}
}

func (w *boxWalker) readKeys(from, to int64) error {
	b := w.bytes(from, to)
	w.keys = nil // those of another box
	for i := 8; i+8 <= len(b); {
		n := int(binary.BigEndian.Uint32(b[i:]))
		if n < 8 || i+n > len(b) {
			return fmt.Errorf("%w: metadata keys", footprint.ErrDamaged)
		}
		w.keys = append(w.keys, string(b[i+8:i+n]))
		i += n
	}
	return nil
}

// created reads the movie header; its time counts seconds from 1904.
func (w *boxWalker) created(from, to int64) {
	b := w.bytes(from, to)
	var seconds uint64
	switch {
	case len(b) >= 12 && b[0] == 0:
		seconds = uint64(binary.BigEndian.Uint32(b[4:]))
	case len(b) >= 20 && b[0] == 1:
		seconds = binary.BigEndian.Uint64(b[4:])
	}
	const from1904to1970 = 2082844800
	if seconds > from1904to1970 && seconds < 1<<33 && w.in.Exif.Taken.IsZero() {
		w.in.Exif.Taken = time.Unix(int64(seconds)-from1904to1970, 0).UTC()
	}
}

// location3GPP reads longitude, latitude and altitude as 16.16 fixed point after a name.
func (w *boxWalker) location3GPP(b []byte) {
	if len(b) < 7 {
		return
	}
	rest := b[6:]
	end := strings.IndexByte(string(rest), 0)
	if end < 0 || len(rest) < end+1+1+8 {
		return
	}
	fixed := func(at int) float64 { return float64(int32(binary.BigEndian.Uint32(rest[at:]))) / 65536 }
	lon, lat := fixed(end+2), fixed(end+6)
	if lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180 {
		w.in.Exif.Lat, w.in.Exif.Lon = &lat, &lon
	}
	w.in.Places = append(w.in.Places, clean(string(rest[:end])))
}

// quickTimeText reads the text of a udta box (length, language, text) or of the data box inside an ilst entry.
func (w *boxWalker) quickTimeText(from, to int64) string {
	b := w.bytes(from, to)
	switch {
	case len(b) >= 16 && string(b[4:8]) == "data":
		if n := int(binary.BigEndian.Uint32(b)); n >= 16 && n <= len(b) {
			return clean(string(b[16:n]))
		}
	case len(b) >= 4:
		if n := int(binary.BigEndian.Uint16(b)); 4+n <= len(b) {
			return clean(string(b[4 : 4+n]))
		}
	}
	return ""
}

// text3GPP reads four bytes of version, two of language, and text in UTF-8 or, after a mark, UTF-16.
func (w *boxWalker) text3GPP(from, to int64) string {
	b := w.bytes(from, to)
	if len(b) < 8 || string(b[4:8]) == "data" {
		return w.quickTimeText(from, to)
	}
	switch text := b[6:]; {
	case bytes.HasPrefix(text, []byte("\xfe\xff")):
		return clean(wide(text, binary.BigEndian))
	case text[0] < ' ' && len(text) > 2: // keywords begin with their number and each with its length
		return clean(string(text[2:]))
	default:
		return clean(string(text))
	}
}

// isPosition reports whether a key holds a position in the form of ISO 6709.
func isPosition(key string) bool {
	return key == "©xyz" || key == "location.ISO6709" || key == "location"
}

func (w *boxWalker) value(key, value string) {
	if isPosition(key) {
		if lat, lon, ok := parseISO6709(value); ok {
			w.in.Exif.Lat, w.in.Exif.Lon = &lat, &lon
			return
		}
	}
	if key == "creationdate" { // knows more than the header of the movie
		w.in.taken(value, true)
		return
	}
	w.in.field(key, value)
}

func (w *boxWalker) bytes(from, to int64) []byte {
	b := make([]byte, min(to-from, maxBoxText))
	if w.readAt(b, from) != nil {
		return nil
	}
	return b
}

func (w *boxWalker) readAt(b []byte, at int64) error {
	if _, err := w.r.Seek(at, io.SeekStart); err != nil {
		return err
	}
	_, err := io.ReadFull(w.r, b)
	return err
}
