package document

import (
	"encoding/binary"
	"strings"
	"time"
	"unicode/utf16"

	"golang.org/x/text/encoding/charmap"
)

// oleMagic begins the compound files in which Office kept documents until 2007; [MS-CFB] describes them.
const oleMagic = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

// Limits and marks of a compound file.
const (
	oleEnd      = 0xfffffff0 // sectors from here on are marks
	oleEntry    = 128        // bytes of a directory entry
	maxOLEParts = 1 << 16    // sectors of one stream
)

// compound is a compound file: sectors chained by a table, small streams in sectors of their own inside one stream.
type compound struct {
	b          []byte
	size       int // of a sector
	next, mini []uint32
	small      []byte // the stream that holds small streams
	limit      uint32 // streams below are small
	entries    []byte
}

// readOLE reads the properties of a Word, Excel or PowerPoint file of before 2007.
func readOLE(b []byte) (Meta, error) {
	c, ok := openCompound(b)
	if !ok {
		return Meta{}, ErrUnknown
	}
	m := Meta{}
	for name, kind := range map[string]string{"WordDocument": "doc", "Workbook": "xls", "Book": "xls", "PowerPoint Document": "ppt"} {
		if _, found := c.find(name); found {
			m.Kind = kind
		}
	}
	if m.Kind == "" {
		return m, ErrUnknown
	}
	summary, _ := c.find("\x05SummaryInformation")
	m.Title, m.Author, m.LastBy, m.Tool = property(summary, 2), property(summary, 4), property(summary, 8), property(summary, 18)
	m.Created, m.Modified = propertyTime(summary, 12), propertyTime(summary, 13)
	more, _ := c.find("\x05DocumentSummaryInformation")
	m.Company = property(more, 15)
	return m, nil
}

func openCompound(b []byte) (*compound, bool) {
	if len(b) < 512 || !strings.HasPrefix(string(b[:8]), oleMagic) {
		return nil, false
	}
	shift := binary.LittleEndian.Uint16(b[30:])
	if shift != 9 && shift != 12 {
		return nil, false
	}
	c := &compound{b: b, size: 1 << shift, limit: binary.LittleEndian.Uint32(b[56:])}
	for i := range 109 { // further tables are of files larger than any that is read
		if table := c.sector(binary.LittleEndian.Uint32(b[76+4*i:])); table != nil {
			c.next = append(c.next, words32(table)...)
		}
	}
	c.entries = c.chain(binary.LittleEndian.Uint32(b[48:]))
	c.mini = words32(c.chain(binary.LittleEndian.Uint32(b[60:])))
	if len(c.entries) < oleEntry {
		return nil, false
	}
	c.small = c.chain(binary.LittleEndian.Uint32(c.entries[116:])) // that of the root entry
	return c, true
}

func words32(b []byte) []uint32 {
	out := make([]uint32, len(b)/4)
	for i := range out {
		out[i] = binary.LittleEndian.Uint32(b[4*i:])
	}
	return out
}

// sector is the bytes of a sector, shortened at the end of the file; nil outside.
func (c *compound) sector(n uint32) []byte {
	at := (int64(n) + 1) * int64(c.size)
	if n >= oleEnd || at >= int64(len(c.b)) {
		return nil
	}
	return c.b[at:min(at+int64(c.size), int64(len(c.b)))]
}

// chain joins the sectors of a stream; a chain that goes round ends with the bytes of the file.
func (c *compound) chain(n uint32) []byte {
	var out []byte
	for range maxOLEParts {
		s := c.sector(n)
		if s == nil || len(out)+len(s) > len(c.b) {
			break
		}
		if out = append(out, s...); int(n) >= len(c.next) {
			break
		}
		n = c.next[n]
	}
	return out
}

// find returns a stream by its name.
func (c *compound) find(name string) ([]byte, bool) {
	for at := 0; at+oleEntry <= len(c.entries); at += oleEntry {
		e := c.entries[at : at+oleEntry]
		n := int(binary.LittleEndian.Uint16(e[64:]))
		if n < 2 || n > 64 || e[66] != 2 || name != utf16Text(e[:n-2]) {
			continue
		}
		start, size := binary.LittleEndian.Uint32(e[116:]), binary.LittleEndian.Uint32(e[120:])
		stream := c.chain(start)
		if size < c.limit {
			stream = c.miniChain(start)
		}
		return stream[:min(int(size), len(stream))], true
	}
	return nil, false
}

func (c *compound) miniChain(n uint32) []byte {
	var out []byte
	for range maxOLEParts {
		at := int64(n) * 64
		if n >= oleEnd || at+64 > int64(len(c.small)) || len(out) >= len(c.small) {
			break
		}
		if out = append(out, c.small[at:at+64]...); int(n) >= len(c.mini) {
			break
		}
		n = c.mini[n]
	}
	return out
}

func utf16Text(b []byte) string {
	units := make([]uint16, len(b)/2)
	for i := range units {
		units[i] = binary.LittleEndian.Uint16(b[2*i:])
	}
	return string(utf16.Decode(units))
}

// value finds a property in the first section of a property set ([MS-OLEPS]): its type and what follows.
func value(set []byte, id uint32) (kind uint32, rest []byte) {
	if len(set) < 48 {
		return 0, nil
	}
	at := int64(binary.LittleEndian.Uint32(set[44:]))
	if at+8 > int64(len(set)) {
		return 0, nil
	}
	section := set[at:]
	for i := range min(int64(binary.LittleEndian.Uint32(section[4:])), 256) {
		if 16+8*i > int64(len(section)) {
			break
		}
		offset := int64(binary.LittleEndian.Uint32(section[12+8*i:]))
		if binary.LittleEndian.Uint32(section[8+8*i:]) == id && offset+8 <= int64(len(section)) {
			return binary.LittleEndian.Uint32(section[offset:]), section[offset+4:]
		}
	}
	return 0, nil
}

// property is a property that is text.
func property(set []byte, id uint32) string {
	const text, wideText = 30, 31
	kind, rest := value(set, id)
	if len(rest) < 4 {
		return ""
	}
	n := int64(binary.LittleEndian.Uint32(rest))
	switch rest = rest[4:]; kind {
	case wideText:
		return tidy(strings.TrimRight(utf16Text(rest[:min(2*n, int64(len(rest)))]), "\x00"))
	case text:
		b := rest[:min(n, int64(len(rest)), 4*maxValue)]
		page, codePage := value(set, 1)
		if page == 2 && len(codePage) >= 2 && binary.LittleEndian.Uint16(codePage) == 65001 {
			return tidy(strings.TrimRight(string(b), "\x00"))
		}
		decoded, _ := charmap.Windows1252.NewDecoder().Bytes(b) // every byte is a letter there
		return tidy(strings.TrimRight(string(decoded), "\x00"))
	}
	return ""
}

// propertyTime is a property that is a time: tenths of microseconds since 1601.
func propertyTime(set []byte, id uint32) time.Time {
	const fileTime, since1601 = 64, 11644473600
	kind, rest := value(set, id)
	if kind != fileTime || len(rest) < 8 {
		return time.Time{}
	}
	seconds := int64(binary.LittleEndian.Uint64(rest)/10_000_000) - since1601
	if seconds <= 0 || seconds > 1<<33 {
		return time.Time{}
	}
	return time.Unix(seconds, 0).UTC()
}
