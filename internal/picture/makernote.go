package picture

import (
	"bytes"
	"encoding/binary"
	"strconv"
	"strings"
)

// maker is how one make of cameras lays out its note, and the tags of it that tell who, where or which camera; their
// names are those of the table of fields. Layouts and tags: exiftool.org/TagNames.
type maker struct {
	make    string // what the make's name holds, in lower case
	mark    string // what the note begins with
	dir     int    // where the directory begins in the note
	local   bool   // offsets count from the note instead of the block
	header  int    // where a TIFF header of its own begins in the note, from which offsets count then; 0 without one
	fuji    bool   // little-endian, with the place of the directory after the mark
	tags    map[int]string
	below   map[int]map[int]string // directories below
	special map[int]func(*Info, []byte)
}

var makers = []maker{
	{make: "canon", tags: map[int]string{0x09: "OwnerName", 0x0c: "SerialNumber", 0x96: "InternalSerialNumber"}},
	{make: "nikon", mark: "Nikon\x00\x02", header: 10, tags: map[int]string{0x1d: "SerialNumber", 0xa0: "SerialNumber"}},
	{make: "nikon", mark: "Nikon\x00\x01", dir: 8, tags: map[int]string{0x1d: "SerialNumber", 0xa0: "SerialNumber"}},
	{make: "nikon", tags: map[int]string{0x1d: "SerialNumber", 0xa0: "SerialNumber"}},
	{make: "fuji", mark: "FUJIFILM", fuji: true, local: true, tags: map[int]string{0x10: "InternalSerialNumber"}},
	{make: "", mark: "Panasonic\x00\x00\x00", dir: 12, tags: map[int]string{0x25: "InternalSerialNumber", 0x65: "Title", 0x66: "PersonName", 0x67: "Location", 0x69: "Country",
		0x6b: "State", 0x6d: "City", 0x6f: "Landmark"}, special: map[int]func(*Info, []byte){0x61: panasonicFaces}},
	{make: "", mark: "OLYMPUS\x00", dir: 12, local: true, tags: map[int]string{0x0404: "SerialNumber"}, below: map[int]map[int]string{0x2010: {0x101: "SerialNumber", 0x202: "LensSerialNumber"}}},
	{make: "", mark: "OM SYSTEM\x00", dir: 16, local: true, below: map[int]map[int]string{0x2010: {0x101: "SerialNumber", 0x202: "LensSerialNumber"}}},
	{make: "", mark: "OLYMP\x00", dir: 8, tags: map[int]string{0x0404: "SerialNumber"}, below: map[int]map[int]string{0x2010: {0x101: "SerialNumber", 0x202: "LensSerialNumber"}}},
	{make: "pentax", mark: "AOC\x00", dir: 6, tags: map[int]string{0x0229: "SerialNumber"}},
	{make: "", mark: "PENTAX \x00", dir: 10, local: true, tags: map[int]string{0x0229: "SerialNumber"}},
	{make: "sony", mark: "SONY", dir: 12, tags: map[int]string{0x2031: "SerialNumber"}},
	{make: "samsung", local: true, tags: map[int]string{0xa002: "SerialNumber"}},
}

// mostEntries is more than a directory of a note holds; read in the wrong order, a number of entries is larger.
const mostEntries = 255

// makerNote reads what the maker of the camera notes: names of owner and faces, serial numbers, places.
func (t tiffBlock) makerNote(in *Info) {
	ifd0 := t.u32(4)
	exif := t.find(ifd0, 0x8769)
	if exif == 0 {
		return
	}
	entry := t.find(t.u32(exif+8), 0x927c)
	if entry == 0 {
		return
	}
	at, n := t.place(entry)
	if at < 0 || n < 16 || at+n > len(t.b) || at+n < at {
		return
	}
	note := t.b[at : at+n]
	make := strings.ToLower(string(t.bytes(t.find(ifd0, 0x010f))))
	for _, m := range makers {
		if strings.Contains(make, m.make) && bytes.HasPrefix(note, []byte(m.mark)) {
			m.read(t, at, in)
			return
		}
	}
}

func (m *maker) read(t tiffBlock, at int, in *Info) {
	block, dir := t, at+m.dir
	switch {
	case m.header > 0:
		block = newTIFF(t.b[at+m.header:])
		dir = block.u32(4)
	case m.fuji:
		block = tiffBlock{t.b[at:], binary.LittleEndian}
		dir = block.u32(len(m.mark))
	case m.local:
		block, dir = tiffBlock{t.b[at:], t.order}, m.dir
	}
	if swapped := block.swapped(); block.u16(dir) > mostEntries && swapped.u16(dir) <= mostEntries {
		block = swapped // notes keep the order of the camera when an editor writes the rest in the other
	}
	block.fields(dir, m.tags, in)
	for tag, tags := range m.below {
		if entry := block.find(dir, tag); entry != 0 {
			block.fields(block.u32(entry+8), tags, in)
		}
	}
	for tag, read := range m.special {
		if entry := block.find(dir, tag); entry != 0 {
			read(in, block.bytes(entry))
		}
	}
}

// fields takes the tags of a directory. A note that was moved by an editor has wrong offsets; what they lead to is
// rarely readable, and is left out.
func (t tiffBlock) fields(dir int, tags map[int]string, in *Info) {
	for tag, name := range tags {
		entry := t.find(dir, tag)
		if entry == 0 {
			continue
		}
		if kind := t.u16(entry + 2); kind == 4 || kind == 9 { // a number
			if n := t.u32(entry + 8); n > 0 && t.u32(entry+4) == 1 {
				in.field(name, strconv.Itoa(n))
			}
			continue
		}
		value, _, _ := strings.Cut(string(t.bytes(entry)), "\x00")
		if value = strings.TrimSpace(value); readable(value) {
			in.field(name, value)
		}
	}
}

// panasonicFaces reads the names that the camera gave to faces: a count, then for each a name, a place and an age.
func panasonicFaces(in *Info, b []byte) {
	const first, step, long = 4, 48, 20
	for at := first; at+long <= len(b) && at < first+3*step; at += step {
		if name, _, _ := strings.Cut(string(b[at:at+long]), "\x00"); readable(name) {
			in.field("PersonName", name)
		}
	}
}

// readable reports whether a value is text and says something: makers fill what is not set with lines and zeros.
func readable(s string) bool {
	for _, r := range s {
		if r < ' ' || r == 0x7f || r == 0xfffd {
			return false
		}
	}
	return strings.Trim(s, "-0 .") != ""
}
