package document

import (
	"bytes"
	"encoding/binary"
	"errors"
	"testing"
	"time"
	"unicode/utf16"
)

// properties writes a property set of texts and times.
func properties(values map[uint32]any) []byte {
	var table, data bytes.Buffer
	ids := []uint32{}
	for _, id := range []uint32{1, 2, 4, 8, 12, 13, 15, 18} {
		if _, ok := values[id]; ok {
			ids = append(ids, id)
		}
	}
	put := func(b *bytes.Buffer, v any) { _ = binary.Write(b, binary.LittleEndian, v) }
	for _, id := range ids {
		put(&table, id)
		put(&table, uint32(8+8*len(ids)+data.Len()))
		switch v := values[id].(type) {
		case string:
			put(&data, []uint32{30, uint32(len(v) + 1)})
			data.WriteString(v + "\x00")
		case []uint16:
			put(&data, []uint32{31, uint32(len(v))})
			put(&data, v)
		case time.Time:
			put(&data, uint32(64))
			put(&data, uint64(v.Unix()+11644473600)*10_000_000)
		case uint16:
			put(&data, uint32(2))
			put(&data, uint32(v))
		}
		for data.Len()%4 != 0 {
			data.WriteByte(0)
		}
	}
	var out bytes.Buffer
	out.Write(make([]byte, 44))
	put(&out, uint32(48))
	put(&out, []uint32{uint32(8 + table.Len() + data.Len()), uint32(len(ids))})
	out.Write(table.Bytes())
	out.Write(data.Bytes())
	return out.Bytes()
}

// compoundOf writes a compound file; streams of fewer than 4096 bytes become small ones.
func compoundOf(streams map[string][]byte) []byte {
	const size = 512
	var sectors [][]byte
	next := map[int]uint32{0: 0xfffffffd} // the table itself
	sectors = append(sectors, nil)
	add := func(b []byte) uint32 {
		start := len(sectors)
		for at := 0; at == 0 || at < len(b); at += size {
			s := make([]byte, size)
			copy(s, b[at:])
			next[len(sectors)] = uint32(len(sectors) + 1)
			sectors = append(sectors, s)
		}
		next[len(sectors)-1] = 0xfffffffe
		return uint32(start)
	}
	var small, miniTable, directory bytes.Buffer
	entry := func(name string, kind byte, start, n uint32) {
		e := make([]byte, oleEntry)
		for i, u := range utf16.Encode([]rune(name)) {
			binary.LittleEndian.PutUint16(e[2*i:], u)
		}
		binary.LittleEndian.PutUint16(e[64:], uint16(2*len(name)+2))
		e[66] = kind
		binary.LittleEndian.PutUint32(e[116:], start)
		binary.LittleEndian.PutUint32(e[120:], n)
		directory.Write(e)
	}
	entry("Root Entry", 5, 0, 0) // filled in below
	for name, b := range streams {
		if len(b) >= 4096 {
			entry(name, 2, add(b), uint32(len(b)))
			continue
		}
		start := small.Len() / 64
		small.Write(b)
		small.Write(make([]byte, (64-len(b)%64)%64))
		for i := start; i < small.Len()/64; i++ {
			link := uint32(i + 1)
			if i == small.Len()/64-1 {
				link = 0xfffffffe
			}
			_ = binary.Write(&miniTable, binary.LittleEndian, link)
		}
		entry(name, 2, uint32(start), uint32(len(b)))
	}
	dir := directory.Bytes()
	binary.LittleEndian.PutUint32(dir[116:], add(small.Bytes()))
	mini, first := add(miniTable.Bytes()), uint32(0)
	first = add(dir)
	table := make([]byte, size)
	for i := range size / 4 {
		link, ok := next[i]
		if !ok {
			link = 0xffffffff
		}
		binary.LittleEndian.PutUint32(table[4*i:], link)
	}
	sectors[0] = table
	head := make([]byte, size)
	copy(head, oleMagic)
	binary.LittleEndian.PutUint16(head[30:], 9)
	binary.LittleEndian.PutUint32(head[48:], first)
	binary.LittleEndian.PutUint32(head[56:], 4096)
	binary.LittleEndian.PutUint32(head[60:], mini)
	for i := range 109 {
		binary.LittleEndian.PutUint32(head[76+4*i:], 0xffffffff)
	}
	binary.LittleEndian.PutUint32(head[76:], 0)
	return append(head, bytes.Join(sectors, nil)...)
}

func TestOldOfficeFiles(t *testing.T) {
	made := time.Date(2004, 5, 6, 7, 8, 9, 0, time.UTC)
	summary := properties(map[uint32]any{1: uint16(1252), 2: "Minutes", 4: "Orla Fenwick", 8: utf16.Encode([]rune("Siobhán\x00")), 12: made, 18: "Microsoft Office Word"})
	utf := properties(map[uint32]any{1: uint16(65001), 15: "Klinik Süd"})
	for name, large := range map[string]int{"small streams": 0, "large streams": 5000} {
		b := compoundOf(map[string][]byte{"WordDocument": make([]byte, 5000), "\x05SummaryInformation": append(bytes.Clone(summary), make([]byte, large)...), "\x05DocumentSummaryInformation": append(bytes.Clone(utf), make([]byte, large)...)})
		m, err := Read(b, true)
		if err != nil || m.Kind != "doc" || m.Title != "Minutes" || m.Author != "Orla Fenwick" || m.LastBy != "Siobhán" || m.Company != "Klinik Süd" || m.Tool != "Microsoft Office Word" || !m.Created.Equal(made) {
			t.Errorf("%s: %+v, %v", name, m, err)
		}
		for cut := range len(b) / 512 {
			_, _ = Read(b[:cut*512], false) // a piece of a file is no reason to fall
		}
		for at := 0; at < len(b); at += 61 {
			bad := bytes.Clone(b)
			bad[at] ^= 0xff
			_, _ = Read(bad, true)
		}
	}
	if _, err := Read(compoundOf(map[string][]byte{"Something": []byte("x")}), true); !errors.Is(err, ErrUnknown) {
		t.Errorf("no Office file: %v", err)
	}
}
