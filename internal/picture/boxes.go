package picture

import (
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
	case "moov", "udta", "ilst":
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
	case "\xa9xyz", "\xa9nam", "\xa9cmt", "\xa9day", "\xa9ART", "\xa9aut", "\xa9mak", "\xa9mod", "\xa9swr", "\xa9too", "desc":
		w.value(kind, w.quickTimeText(from, to))
	default:
		if n := int(binary.BigEndian.Uint32([]byte(kind))); n >= 1 && n <= len(w.keys) {
			w.value(w.keys[n-1], w.quickTimeText(from, to))
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

func (w *boxWalker) value(key, value string) {
	if value == "" {
		return
	}
	x := &w.in.Exif
	switch strings.TrimPrefix(key, "com.apple.quicktime.") {
	case "\xa9xyz", "location.ISO6709":
		if lat, lon, ok := parseISO6709(value); ok {
			x.Lat, x.Lon = &lat, &lon
		}
	case "\xa9nam", "\xa9cmt", "desc", "title", "description", "comment", "displayname":
		w.in.Captions = append(w.in.Captions, value)
	case "\xa9ART", "\xa9aut", "author", "artist", "com.android.capture.owner":
		w.in.named(value)
	case "\xa9mak", "make", "com.android.manufacturer":
		setFirst(&x.Make, value)
	case "\xa9mod", "model", "com.android.model":
		setFirst(&x.Model, value)
	case "\xa9swr", "\xa9too", "software":
		setFirst(&x.Software, value)
	case "\xa9day", "creationdate":
		if t, err := time.Parse("2006-01-02T15:04:05-0700", value); err == nil {
			x.Taken = t.UTC()
		}
	case "location.name":
		w.in.Places = append(w.in.Places, value)
	}
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
