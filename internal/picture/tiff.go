package picture

import (
	"bytes"
	"encoding/binary"
	"unicode"
	"unicode/utf16"
)

// tiffBlock reads the EXIF values that imagemeta does not give or not in every character set: comments, what Windows
// writes, the embedded thumbnail, and what makers note (makernote.go). All offsets are checked; a wrong one reads as
// nothing.
type tiffBlock struct {
	b     []byte
	order binary.ByteOrder
}

func newTIFF(b []byte) tiffBlock {
	var order binary.ByteOrder = binary.BigEndian
	if bytes.HasPrefix(b, []byte("II")) {
		order = binary.LittleEndian
	}
	return tiffBlock{b, order}
}

// swapped is the block read in the other order of bytes.
func (t tiffBlock) swapped() tiffBlock {
	if t.order == binary.ByteOrder(binary.LittleEndian) {
		return tiffBlock{t.b, binary.BigEndian}
	}
	return tiffBlock{t.b, binary.LittleEndian}
}

func (t tiffBlock) u16(at int) int {
	if at < 0 || at+2 > len(t.b) {
		return 0
	}
	return int(t.order.Uint16(t.b[at:]))
}

func (t tiffBlock) u32(at int) int {
	if at < 0 || at+4 > len(t.b) {
		return 0
	}
	return int(t.order.Uint32(t.b[at:]))
}

// find returns where the 12-byte entry of a tag lies in the directory at dir; 0 if there is none.
func (t tiffBlock) find(dir, tag int) int {
	if dir <= 0 {
		return 0
	}
	for i := range min(t.u16(dir), 512) {
		if at := dir + 2 + 12*i; at+12 <= len(t.b) && t.u16(at) == tag {
			return at
		}
	}
	return 0
}

// bytes returns the value of a byte or text entry.
func (t tiffBlock) bytes(entry int) []byte {
	at, n := t.place(entry)
	if n <= 0 || n > maxText || at < 0 || at+n > len(t.b) {
		return nil
	}
	return t.b[at : at+n]
}

// place is where the value of a byte or text entry lies, and its length.
func (t tiffBlock) place(entry int) (at, n int) {
	if n = t.u32(entry + 4); n > 4 {
		return t.u32(entry + 8), n
	}
	return entry + 8, n
}

// windowsFields are the tags that Windows writes, in UTF-16.
var windowsFields = map[int]string{0x9c9b: "XPTitle", 0x9c9c: "XPComment", 0x9c9d: "XPAuthor", 0x9c9e: "XPKeywords", 0x9c9f: "XPSubject"}

// words reads the comment of the user and what Windows writes.
func (t tiffBlock) words(in *Info) {
	ifd0 := t.u32(4)
	for tag, name := range windowsFields {
		if entry := t.find(ifd0, tag); entry != 0 {
			in.field(name, wide(t.bytes(entry), binary.LittleEndian))
		}
	}
	exif := t.find(ifd0, 0x8769)
	if exif == 0 {
		return
	}
	if entry := t.find(t.u32(exif+8), 0x9286); entry != 0 {
		in.field("UserComment", t.comment(t.bytes(entry)))
	}
}

// comment is a text after eight bytes that name its character set. Unicode stands in the order of the block by the
// standard and in the other with many writers, so the order with fewer odd characters is taken.
func (t tiffBlock) comment(b []byte) string {
	if len(b) < 8 {
		return string(b)
	}
	switch text := b[8:]; string(b[:8]) {
	case "UNICODE\x00":
		little, big := wide(text, binary.LittleEndian), wide(text, binary.BigEndian)
		if common(big) > common(little) {
			return big
		}
		return little
	case "ASCII\x00\x00\x00", "\x00\x00\x00\x00\x00\x00\x00\x00":
		return string(text)
	case "JIS\x00\x00\x00\x00\x00":
		return ""
	}
	return string(b)
}

// wide reads UTF-16.
func wide(b []byte, order binary.ByteOrder) string {
	units := make([]uint16, 0, len(b)/2)
	for i := 0; i+2 <= len(b); i += 2 {
		if u := order.Uint16(b[i:]); u != 0 && u != 0xfeff {
			units = append(units, u)
		}
	}
	return string(utf16.Decode(units))
}

// common counts letters, spaces and points of the Latin script less characters that nobody writes.
func common(s string) (n int) {
	for _, r := range s {
		switch {
		case r < 0x250:
			n++
		case !unicode.IsPrint(r):
			n -= 2
		}
	}
	return n
}

// thumbnail returns the JPEG of the second directory.
func (t tiffBlock) thumbnail() []byte {
	ifd0 := t.u32(4)
	ifd1 := t.u32(ifd0 + 2 + 12*t.u16(ifd0))
	start, length := t.find(ifd1, 0x0201), t.find(ifd1, 0x0202)
	if start == 0 || length == 0 {
		return nil
	}
	at, n := t.u32(start+8), t.u32(length+8)
	if at <= 0 || n <= 0 || at+n > len(t.b) || !bytes.HasPrefix(t.b[at:], []byte("\xff\xd8")) {
		return nil
	}
	return t.b[at : at+n]
}
