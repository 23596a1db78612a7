package track

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"io"

	"footprint/internal/footprint"
)

// definition is the shape of the messages of one local type.
type definition struct {
	order    binary.ByteOrder
	size     int // bytes of a message
	record   bool
	lat, lon int // places of the two fields in the message; -1 when absent
}

// Numbers of the FIT profile.
const (
	recordMessage  = 20
	latitudeField  = 0
	longitudeField = 1
	invalid        = 0x7fffffff // of a signed number of four bytes
)

var errDefinition = fmt.Errorf("%w: FIT message without its definition", footprint.ErrDamaged)

// fit reads the positions of all record messages. Several FIT files may follow each other.
func (w *Way) fit(in *bufio.Reader) error {
	for {
		var head [12]byte
		switch _, err := io.ReadFull(in, head[:]); {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		case string(head[8:]) != ".FIT":
			return errTrack
		}
		if _, err := in.Discard(int(head[0]) - len(head)); head[0] < 12 || err != nil {
			return errTrack
		}
		body := &io.LimitedReader{R: in, N: int64(binary.LittleEndian.Uint32(head[4:8]))}
		if err := w.messages(body); err != nil {
			return err
		}
		if _, err := in.Discard(2); err != nil { // the checksum
			return nil //nolint:nilerr // all messages were there
		}
	}
}

// messages reads one FIT file behind its header.
func (w *Way) messages(body io.Reader) error {
	in := bufio.NewReader(body)
	var known [16]*definition
	var buf [255 * 510]byte // the largest message
	for {
		head, err := in.ReadByte()
		if errors.Is(err, io.EOF) {
			return nil
		} else if err != nil {
			return err
		}
		local := head & 0x0f
		switch {
		case head&0x80 != 0: // with a short time
			local = head >> 5 & 0x03
		case head&0x40 != 0:
			if known[local], err = readDefinition(in, head&0x20 != 0); err != nil {
				return err
			}
			continue
		}
		d := known[local]
		if d == nil {
			return errDefinition
		}
		if _, err := io.ReadFull(in, buf[:d.size]); err != nil {
			return err
		}
		if d.record && d.lat >= 0 && d.lon >= 0 {
			lat, lon := int32(d.order.Uint32(buf[d.lat:])), int32(d.order.Uint32(buf[d.lon:]))
			if lat != invalid && lon != invalid {
				const degrees = 180.0 / (1 << 31)
				w.add(Point{float64(lat) * degrees, float64(lon) * degrees})
			}
		}
	}
}

func readDefinition(in *bufio.Reader, developer bool) (*definition, error) {
	var head [5]byte
	if _, err := io.ReadFull(in, head[:]); err != nil {
		return nil, err
	}
	d := &definition{order: binary.LittleEndian, lat: -1, lon: -1}
	if head[1] == 1 {
		d.order = binary.BigEndian
	}
	d.record = d.order.Uint16(head[2:]) == recordMessage
	for range head[4] {
		var f [3]byte // number, size, type
		if _, err := io.ReadFull(in, f[:]); err != nil {
			return nil, err
		}
		switch {
		case f[1] != 4:
		case f[0] == latitudeField:
			d.lat = d.size
		case f[0] == longitudeField:
			d.lon = d.size
		}
		d.size += int(f[1])
	}
	if !developer {
		return d, nil
	}
	n, err := in.ReadByte()
	if err != nil {
		return nil, err
	}
	for range n {
		var f [3]byte
		if _, err := io.ReadFull(in, f[:]); err != nil {
			return nil, err
		}
		d.size += int(f[1])
	}
	return d, nil
}
