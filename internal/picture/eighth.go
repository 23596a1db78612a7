package picture

import (
	"encoding/binary"
	"fmt"
	"image"

	"footprint/internal/footprint"
)

// maxEighth bounds the pixels of a JPEG that is decoded at an eighth of its size; 8 bytes for each block of 64
// pixels are held.
const maxEighth = 400_000_000

// eighth decodes a JPEG at an eighth of its width and height. A JPEG holds the mean of each block of 8 x 8
// pixels as its first coefficient (ITU-T T.81, A.3.3), so that no block needs to be transformed; the other
// coefficients are stepped over, in progressive files by whole scans. It gives ok = false for the rare kinds of
// JPEG it does not know (arithmetic coding, 12 bits, four colours), which the standard library may.
func eighth(b []byte) (img *image.NRGBA, ok bool, err error) {
	d := jpegEighth{data: b, at: 2}
	for {
		marker, body, err := d.segment()
		if err != nil {
			return nil, true, err
		}
		switch {
		case marker == 0xd9: // end
			if len(d.parts) == 0 || !d.scanned {
				return nil, true, damagedPixels("no picture")
			}
			return d.picture(), true, nil
		case marker == 0xc0 || marker == 0xc1 || marker == 0xc2:
			d.progressive = marker == 0xc2
			if known, err := d.frame(body); err != nil || !known {
				return nil, err != nil, err
			}
		case marker > 0xc2 && marker < 0xd0 && marker != 0xc4 && marker != 0xc8 && marker != 0xcc:
			return nil, false, nil
		case marker == 0xc4:
			err = d.codes(body)
		case marker == 0xdb:
			err = d.quants(body)
		case marker == 0xdd && len(body) >= 2:
			d.restart = int(binary.BigEndian.Uint16(body))
		case marker == 0xee && len(body) >= 12 && string(body[:5]) == "Adobe":
			d.plainRGB = body[11] == 0
		case marker == 0xda:
			err = d.scan(body)
			if err == nil && !d.progressive && d.whole() {
				return d.picture(), true, nil
			}
		}
		if err != nil {
			return nil, true, err
		}
	}
}

func damagedPixels(what string) error {
	return fmt.Errorf("%w: jpeg pixels: %s", footprint.ErrDamaged, what)
}

type jpegEighth struct {
	data          []byte
	at            int
	width, height int
	progressive   bool
	scanned       bool
	plainRGB      bool // not YCbCr
	restart       int  // MCUs between restart markers, 0 for none
	parts         []jpegPart
	hMax, vMax    int
	first         [4]int32 // quantisation of the first coefficient
	dc, ac        [4]*huffman
}

// jpegPart is one colour component: one value for each block.
type jpegPart struct {
	id, h, v, quant int
	across, down    int // blocks that hold picture
	stride          int // blocks in a row, with those that pad the last MCU
	means           []int32
	seen            bool
}

// segment returns the next marker and its content, stepping over what lies before it.
func (d *jpegEighth) segment() (marker byte, body []byte, err error) {
	for d.at+1 < len(d.data) && (d.data[d.at] != 0xff || d.data[d.at+1] == 0 || d.data[d.at+1] == 0xff || d.data[d.at+1]&0xf8 == 0xd0) {
		d.at++
	}
	if d.at+1 >= len(d.data) {
		if d.scanned && d.progressive { // files cut behind their first scan still show all
			return 0xd9, nil, nil
		}
		return 0, nil, damagedPixels("cut short")
	}
	marker = d.data[d.at+1]
	d.at += 2
	if marker == 0xd9 || marker == 0x01 || marker == 0xd8 {
		return marker, nil, nil
	}
	if d.at+2 > len(d.data) {
		return 0, nil, damagedPixels("cut short")
	}
	n := int(binary.BigEndian.Uint16(d.data[d.at:]))
	if n < 2 || d.at+n > len(d.data) {
		return 0, nil, damagedPixels("cut short")
	}
	body = d.data[d.at+2 : d.at+n]
	d.at += n
	return marker, body, nil
}

func (d *jpegEighth) frame(b []byte) (known bool, err error) {
	if len(b) < 6 || len(d.parts) > 0 {
		return true, damagedPixels("frame")
	}
	n := int(b[5])
	if b[0] != 8 || n != 1 && n != 3 {
		return false, nil
	}
	d.height, d.width = int(binary.BigEndian.Uint16(b[1:])), int(binary.BigEndian.Uint16(b[3:]))
	if d.width == 0 || d.height == 0 || len(b) < 6+3*n {
		return false, nil
	}
	if int64(d.width)*int64(d.height) > maxEighth {
		return true, tooManyPixels(d.width, d.height)
	}
	for i := range n {
		c := b[6+3*i:]
		p := jpegPart{id: int(c[0]), h: int(c[1] >> 4), v: int(c[1] & 15), quant: int(c[2])}
		if p.h < 1 || p.h > 4 || p.v < 1 || p.v > 4 || p.quant > 3 {
			return true, damagedPixels("frame")
		}
		if n == 1 { // sampling means nothing for one component
			p.h, p.v = 1, 1
		}
		d.hMax, d.vMax = max(d.hMax, p.h), max(d.vMax, p.v)
		d.parts = append(d.parts, p)
	}
	for i := range d.parts {
		p := &d.parts[i]
		p.across, p.down = ceilDiv(ceilDiv(d.width*p.h, d.hMax), 8), ceilDiv(ceilDiv(d.height*p.v, d.vMax), 8)
		p.stride = d.mcusAcross() * p.h
		p.means = make([]int32, p.stride*d.mcusDown()*p.v)
	}
	return true, nil
}

func (d *jpegEighth) mcusAcross() int { return ceilDiv(d.width, 8*d.hMax) }
func (d *jpegEighth) mcusDown() int   { return ceilDiv(d.height, 8*d.vMax) }

func (d *jpegEighth) quants(b []byte) error {
	for len(b) > 0 {
		wide, id := b[0]>>4, int(b[0]&15)
		n := 64
		if wide > 0 {
			n = 128
		}
		if id > 3 || len(b) < 1+n {
			return damagedPixels("quantisation")
		}
		d.first[id] = int32(b[1])
		if wide > 0 {
			d.first[id] = int32(binary.BigEndian.Uint16(b[1:]))
		}
		b = b[1+n:]
	}
	return nil
}

func (d *jpegEighth) codes(b []byte) error {
	for len(b) >= 17 {
		class, id := b[0]>>4, b[0]&15
		n := 0
		for _, c := range b[1:17] {
			n += int(c)
		}
		if class > 1 || id > 3 || n > 256 || len(b) < 17+n {
			return damagedPixels("codes")
		}
		h := newHuffman(b[1:17], b[17:17+n], class == 1)
		if class == 0 {
			d.dc[id] = h
		} else {
			d.ac[id] = h
		}
		b = b[17+n:]
	}
	return nil
}

// whole reports whether every component has been read.
func (d *jpegEighth) whole() bool {
	for _, p := range d.parts {
		if !p.seen {
			return false
		}
	}
	return true
}

// picture makes pixels of the means.
func (d *jpegEighth) picture() *image.NRGBA {
	w, h := ceilDiv(d.width, 8), ceilDiv(d.height, 8)
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	rgb := d.plainRGB || len(d.parts) == 3 && d.parts[0].id == 'R' && d.parts[1].id == 'G' && d.parts[2].id == 'B'
	for y := range h {
		row := img.Pix[y*img.Stride:]
		for x := range w {
			a := d.sample(0, x, y)
			r, g, b := a, a, a
			if len(d.parts) == 3 {
				u, v := d.sample(1, x, y), d.sample(2, x, y)
				if rgb {
					g, b = u, v
				} else {
					r, g, b = a+(91881*(v-128)>>16), a-(22554*(u-128)>>16)-(46802*(v-128)>>16), a+(116130*(u-128)>>16)
				}
			}
			row[4*x], row[4*x+1], row[4*x+2], row[4*x+3] = toByte(r), toByte(g), toByte(b), 255
		}
	}
	return img
}

func (d *jpegEighth) sample(part, x, y int) int32 {
	p := &d.parts[part]
	return p.means[y*p.v/d.vMax*p.stride+x*p.h/d.hMax]*d.first[p.quant]/8 + 128
}

func toByte(v int32) uint8 { return uint8(max(0, min(255, v))) }

func ceilDiv(a, b int) int { return (a + b - 1) / b }
