package picture

import (
	"bytes"
	"encoding/binary"
)

// tiffBlock reads the few EXIF values that imagemeta does not give: the embedded thumbnail and the owner name
// in Canon's maker note. All offsets are checked; a wrong one reads as nothing.
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

// canonOwner returns tag 9 of Canon's maker note, whose offsets count from the start of the block.
func (t tiffBlock) canonOwner() string {
	ifd0 := t.u32(4)
	vendor := t.find(ifd0, 0x010f)
	if vendor == 0 || !bytes.Contains(t.bytes(vendor), []byte("Canon")) {
		return ""
	}
	exif := t.find(ifd0, 0x8769)
	if exif == 0 {
		return ""
	}
	note := t.find(t.u32(exif+8), 0x927c)
	if note == 0 {
		return ""
	}
	owner := t.find(t.u32(note+8), 0x0009)
	if owner == 0 {
		return ""
	}
	return clean(string(t.bytes(owner)))
}

// bytes returns the value of a byte or text entry.
func (t tiffBlock) bytes(entry int) []byte {
	n := t.u32(entry + 4)
	at := entry + 8
	if n > 4 {
		at = t.u32(entry + 8)
	}
	if n <= 0 || n > maxText || at < 0 || at+n > len(t.b) {
		return nil
	}
	return t.b[at : at+n]
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
