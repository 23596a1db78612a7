package serp

import (
	"encoding/binary"
	"unicode/utf16"
)

// binaryList begins a binary property list, in which Safari keeps its web archives.
const binaryList = "bplist00"

// maxEntries bounds the entries of a dictionary; those that matter have three and five.
const maxEntries = 64

// webArchive takes the page out of a Safari web archive: the dictionary WebMainResource with the page's bytes,
// address and charset.
func (d *document) webArchive(b []byte) (page []byte, contentType string, err error) {
	list, err := readList(b)
	if err != nil {
		return nil, "", err
	}
	main, ok := list.value(list.member(list.top, "WebMainResource")).(dictionary)
	if !ok {
		return nil, "", damaged
	}
	page, _ = list.value(list.entry(main, "WebResourceData")).([]byte)
	d.url, _ = list.value(list.entry(main, "WebResourceURL")).(string)
	encoding, _ := list.value(list.entry(main, "WebResourceTextEncodingName")).(string)
	if len(page) == 0 {
		return nil, "", damaged
	}
	return page, "text/html; charset=" + encoding, nil
}

// list is a binary property list. Objects are decoded when asked for, one level at a time, so nothing in the
// file can make reading run long.
type list struct {
	b       []byte
	offsets []byte
	offset  int // bytes of an offset
	ref     int // bytes of a reference
	count   int
	top     int
}

// dictionary holds the references to the keys and values of a dictionary.
type dictionary struct{ keys, values []int }

// readList reads the trailer of a binary property list.
func readList(b []byte) (*list, error) {
	if len(b) < len(binaryList)+32 {
		return nil, damaged
	}
	t := b[len(b)-32:]
	l := &list{b: b, offset: int(t[6]), ref: int(t[7])}
	count, top, table := binary.BigEndian.Uint64(t[8:]), binary.BigEndian.Uint64(t[16:]), binary.BigEndian.Uint64(t[24:])
	if l.offset < 1 || l.offset > 8 || l.ref < 1 || l.ref > 8 || count > uint64(len(b)) || top >= count || table > uint64(len(b)-32) || table+count*uint64(l.offset) > uint64(len(b)-32) {
		return nil, damaged
	}
	l.count, l.top, l.offsets = int(count), int(top), b[table:table+count*uint64(l.offset)]
	return l, nil
}

// object returns the type, length and bytes of an object; ok is false when it lies outside the file.
func (l *list) object(ref int) (kind byte, n int, rest []byte, ok bool) {
	if ref < 0 || ref >= l.count {
		return 0, 0, nil, false
	}
	at := number(l.offsets[ref*l.offset:][:l.offset])
	if at >= uint64(len(l.b)) {
		return 0, 0, nil, false
	}
	rest = l.b[at+1:]
	kind, n = l.b[at]>>4, int(l.b[at]&0x0f)
	if n == 0x0f && kind != 0 { // the length follows as a number
		if len(rest) < 1 || rest[0]>>4 != 1 || rest[0]&0x0f > 3 || len(rest) < 1+1<<(rest[0]&0x0f) {
			return 0, 0, nil, false
		}
		size := 1 << (rest[0] & 0x0f)
		long := number(rest[1:][:size])
		if long > uint64(len(l.b)) {
			return 0, 0, nil, false
		}
		n, rest = int(long), rest[1+size:]
	}
	return kind, n, rest, true
}

// value decodes data, a string or a dictionary; anything else is nil.
func (l *list) value(ref int) any {
	kind, n, rest, ok := l.object(ref)
	switch {
	case !ok:
	case kind == 4 && n <= len(rest):
		return rest[:n]
	case kind == 5 && n <= len(rest):
		return string(rest[:n])
	case kind == 6 && n <= len(rest)/2:
		units := make([]uint16, n)
		for i := range units {
			units[i] = binary.BigEndian.Uint16(rest[2*i:])
		}
		return string(utf16.Decode(units))
	case kind == 13 && n <= maxEntries && n <= len(rest)/(2*l.ref):
		d := dictionary{make([]int, n), make([]int, n)}
		for i := range n {
			d.keys[i] = int(min(number(rest[i*l.ref:][:l.ref]), uint64(l.count)))
			d.values[i] = int(min(number(rest[(n+i)*l.ref:][:l.ref]), uint64(l.count)))
		}
		return d
	}
	return nil
}

// member is the reference of a dictionary's entry, -1 when there is none.
func (l *list) member(ref int, name string) int {
	d, _ := l.value(ref).(dictionary)
	return l.entry(d, name)
}

func (l *list) entry(d dictionary, name string) int {
	for i, key := range d.keys {
		if s, ok := l.value(key).(string); ok && s == name {
			return d.values[i]
		}
	}
	return -1
}

func number(b []byte) (n uint64) {
	for _, c := range b {
		n = n<<8 | uint64(c)
	}
	return n
}
