package main

import "encoding/binary"

// entry is one value of a TIFF directory.
type entry struct {
	tag, kind uint16
	count     uint32
	data      []byte
}

// directory is a list of values in the order of their tags.
type directory []entry

var little = binary.LittleEndian

func text(tag uint16, s string) entry { return entry{tag, 2, uint32(len(s) + 1), append([]byte(s), 0)} }

func short(tag uint16, v uint16) entry { return entry{tag, 3, 1, little.AppendUint16(nil, v)} }

func long(tag uint16, v uint32) entry { return entry{tag, 4, 1, little.AppendUint32(nil, v)} }

func rational(tag uint16, values ...[2]uint32) entry {
	e := entry{tag: tag, kind: 5, count: uint32(len(values))}
	for _, v := range values {
		e.data = little.AppendUint32(little.AppendUint32(e.data, v[0]), v[1])
	}
	return e
}

// degrees is a coordinate as degrees, minutes and seconds.
func degrees(tag uint16, v float64) entry {
	d := uint32(v)
	m := uint32((v - float64(d)) * 60)
	s := uint32(((v-float64(d))*60 - float64(m)) * 60 * 1000)
	return rational(tag, [2]uint32{d, 1}, [2]uint32{m, 1}, [2]uint32{s, 1000})
}

// size is how many bytes the directory takes with its values.
func (d directory) size() int {
	n := 2 + 12*len(d) + 4
	for _, e := range d {
		if len(e.data) > 4 {
			n += len(e.data) + len(e.data)%2
		}
	}
	return n
}

// bytes writes the directory for its place in the block; next is the place of the one that follows.
func (d directory) bytes(at int, next uint32) []byte {
	b := little.AppendUint16(nil, uint16(len(d)))
	var values []byte
	behind := at + 2 + 12*len(d) + 4
	for _, e := range d {
		b = little.AppendUint32(little.AppendUint16(little.AppendUint16(b, e.tag), e.kind), e.count)
		if len(e.data) <= 4 {
			b = append(b, append(append([]byte{}, e.data...), make([]byte, 4-len(e.data))...)...)
			continue
		}
		b = little.AppendUint32(b, uint32(behind+len(values)))
		values = append(values, e.data...)
		values = append(values, make([]byte, len(e.data)%2)...)
	}
	return append(little.AppendUint32(b, next), values...)
}
