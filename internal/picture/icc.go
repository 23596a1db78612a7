package picture

import (
	"bytes"
	"encoding/binary"
	"math"
)

// profileOf finds the ICC profile in a file; nil without one.
func profileOf(format string, b []byte) []byte {
	switch format {
	case "jpeg":
		return jpegProfile(b)
	case "png":
		return pngProfile(b)
	case "webp":
		for i := 12; i+8 <= len(b); {
			n := int(binary.LittleEndian.Uint32(b[i+4:]))
			if n < 0 || n > len(b)-i-8 {
				return nil
			}
			if string(b[i:i+4]) == "ICCP" {
				return b[i+8 : i+8+n]
			}
			i += 8 + n + n&1
		}
	case "tiff":
		t := newTIFF(b)
		if entry := t.find(t.u32(4), 0x8773); entry != 0 {
			if at, n := t.place(entry); n > 0 && n <= maxProfile && at > 0 && at+n <= len(b) {
				return b[at : at+n]
			}
		}
	case "heic", "avif":
		if at := bytes.Index(b, []byte("colrprof")); at >= 4 {
			if n := int(binary.BigEndian.Uint32(b[at-4:])); n > 12 && at-4+n <= len(b) {
				return b[at+8 : at-4+n]
			}
		}
	}
	return nil
}

// jpegProfile joins the segments of a profile in their order.
func jpegProfile(b []byte) (profile []byte) {
	const mark = "ICC_PROFILE\x00"
	for i := 2; i+4 <= len(b) && b[i] == 0xff; {
		marker, n := b[i+1], int(binary.BigEndian.Uint16(b[i+2:]))
		if marker == 0xda || n < 2 || i+2+n > len(b) {
			break
		}
		if body := b[i+4 : i+2+n]; marker == 0xe2 && bytes.HasPrefix(body, []byte(mark)) && len(body) > len(mark)+2 && len(profile) < maxProfile {
			profile = append(profile, body[len(mark)+2:]...)
		}
		i += 2 + n
	}
	return profile
}

func pngProfile(b []byte) []byte {
	for i := 8; i+12 <= len(b); {
		n := int(binary.BigEndian.Uint32(b[i:]))
		if n < 0 || n > len(b)-i-12 {
			return nil
		}
		body := b[i+8 : i+8+n]
		switch string(b[i+4 : i+8]) {
		case "iCCP":
			if _, rest, ok := bytes.Cut(body, []byte{0}); ok && len(rest) > 1 {
				return unpacked(rest[1:])
			}
		case "IDAT":
			return nil
		}
		i += 12 + n
	}
	return nil
}

// parseProfile reads a profile of matrix and curves for RGB.
func parseProfile(b []byte) *colours {
	if len(b) < 132 || string(b[16:20]) != "RGB " || string(b[20:24]) != "XYZ " {
		return nil
	}
	tags := map[string][]byte{}
	for i := range min(int(binary.BigEndian.Uint32(b[128:])), 100) {
		entry := 132 + 12*i
		if entry+12 > len(b) {
			return nil
		}
		at, n := int(binary.BigEndian.Uint32(b[entry+4:])), int(binary.BigEndian.Uint32(b[entry+8:]))
		if at < 0 || n < 0 || n > len(b) || at > len(b)-n {
			return nil
		}
		tags[string(b[entry:entry+4])] = b[at : at+n]
	}
	c := &colours{}
	for i, channel := range []string{"r", "g", "b"} {
		xyz, curve := tags[channel+"XYZ"], curveOf(tags[channel+"TRC"])
		if len(xyz) < 20 || curve == nil {
			return nil
		}
		for row := range 3 {
			c.primary[row][i] = s15Fixed16(xyz[8+4*row:])
		}
		for v := range 256 {
			c.curves[i][v] = curve(float64(v) / 255)
		}
	}
	return c
}

// s15Fixed16 reads a signed number with sixteen bits after the point.
func s15Fixed16(b []byte) float64 { return float64(int32(binary.BigEndian.Uint32(b))) / 65536 }

// curveOf reads a curve: a table, a power, or a formula of one of five kinds (ICC.1:2022, 10.6 and 10.18).
func curveOf(b []byte) func(float64) float64 {
	if len(b) < 12 {
		return nil
	}
	switch string(b[:4]) {
	case "curv":
		return tableCurve(b[12:], int(binary.BigEndian.Uint32(b[8:])))
	case "para":
		kind := int(binary.BigEndian.Uint16(b[8:]))
		count := []int{1, 3, 4, 5, 7}
		if kind >= len(count) || len(b) < 12+4*count[kind] {
			return nil
		}
		var p [7]float64 // g a b c d e f
		for i := range count[kind] {
			p[i] = s15Fixed16(b[12+4*i:])
		}
		return formula(kind, p)
	}
	return nil
}

func tableCurve(b []byte, n int) func(float64) float64 {
	switch {
	case n == 0:
		return func(v float64) float64 { return v }
	case n < 0 || n > 1<<16 || len(b) < 2*n:
		return nil
	case n == 1:
		power := float64(binary.BigEndian.Uint16(b)) / 256
		return func(v float64) float64 { return math.Pow(v, power) }
	}
	return func(v float64) float64 {
		at := v * float64(n-1)
		low := min(int(at), n-2)
		from, to := float64(binary.BigEndian.Uint16(b[2*low:])), float64(binary.BigEndian.Uint16(b[2*low+2:]))
		return (from + (to-from)*(at-float64(low))) / 65535
	}
}

func formula(kind int, p [7]float64) func(float64) float64 {
	g, a, b, c, d, e, f := p[0], p[1], p[2], p[3], p[4], p[5], p[6]
	return func(v float64) float64 {
		power := func(x float64) float64 { return math.Pow(max(0, x), g) }
		switch {
		case kind == 0:
			return power(v)
		case kind == 1 && a*v+b < 0:
			return 0
		case kind == 1:
			return power(a*v + b)
		case kind == 2 && a*v+b < 0:
			return c
		case kind == 2:
			return power(a*v+b) + c
		case v < d:
			return c*v + f
		}
		return power(a*v+b) + e
	}
}
