package picture

import (
	"bytes"
	"image"
	"io"
	"math"
	"runtime"
	"slices"
	"sync"
)

// colours says how the numbers of a picture stand for colours: a curve for each channel, and where the three primary
// colours lie (ICC.1:2022, matrix and curves; XYZ under D50). Copies without a profile are sRGB by convention, so what
// is stripped is converted to that. Profiles made of tables (printers, scanners) are not read.
type colours struct {
	curves  [3][256]float64 // 0..1
	primary [3][3]float64   // columns: red, green, blue
}

// maxProfile bounds a colour profile, in bytes; those of matrix and curves have a few kilobytes.
const maxProfile = 1 << 20

// coloursOf reads how the colours of a file are meant; nil for sRGB, and for what is not known.
func coloursOf(r io.ReadSeeker, size int64, format string) *colours {
	if _, err := r.Seek(0, io.SeekStart); err != nil {
		return nil
	}
	b, err := io.ReadAll(io.LimitReader(r, min(size, maxMetadata)))
	if err != nil {
		return nil
	}
	c := parseProfile(profileOf(format, b))
	if c == nil && adobeRGB(partsOf(format, b).exif) {
		c = gammaColours(563.0/256, [3][3]float64{{0.60974, 0.20528, 0.14919}, {0.31111, 0.62567, 0.06322}, {0.01947, 0.06087, 0.74457}})
	}
	if c == nil || c.isSRGB() {
		return nil
	}
	return c
}

// adobeRGB reports whether a camera says by DCF's interoperability index that it took the picture in Adobe RGB.
func adobeRGB(exif []byte) bool {
	t := newTIFF(exif)
	dir := t.find(t.u32(4), 0x8769)
	if dir == 0 {
		return false
	}
	interop := t.find(t.u32(dir+8), 0xa005)
	if interop == 0 {
		return false
	}
	index := t.find(t.u32(interop+8), 0x0001)
	return index != 0 && bytes.HasPrefix(t.bytes(index), []byte("R03"))
}

// gammaColours are colours whose curves are one power.
func gammaColours(gamma float64, primary [3][3]float64) *colours {
	c := &colours{primary: primary}
	for v := range 256 {
		for i := range 3 {
			c.curves[i][v] = math.Pow(float64(v)/255, gamma)
		}
	}
	return c
}

// toSRGB leads from XYZ under D50 to the linear values of sRGB (IEC 61966-2-1, adapted by Bradford's method).
var toSRGB = [3][3]float64{{3.1338561, -1.6168667, -0.4906146}, {-0.9787684, 1.9161415, 0.0334540}, {0.0719453, -0.2289914, 1.4052427}}

// steps is how finely linear values are told apart when they are written with sRGB's curve.
const steps = 1 << 14

var sRGBCurve = sync.OnceValue(func() *[steps + 1]uint8 {
	var table [steps + 1]uint8
	for i := range table {
		v := float64(i) / steps
		if v <= 0.0031308 {
			v *= 12.92
		} else {
			v = 1.055*math.Pow(v, 1/2.4) - 0.055
		}
		table[i] = uint8(v*255 + 0.5)
	}
	return &table
})

// matrix leads from the linear values of the picture to those of sRGB.
func (c *colours) matrix() (m [3][3]float64) {
	for row := range 3 {
		for column := range 3 {
			for k := range 3 {
				m[row][column] += toSRGB[row][k] * c.primary[k][column]
			}
		}
	}
	return m
}

// isSRGB reports whether nothing would change by more than a shade.
func (c *colours) isSRGB() bool {
	sample := image.NewNRGBA(image.Rect(0, 0, 7, 1))
	for x := range 7 {
		for i := range 3 {
			sample.Pix[4*x+i] = uint8([...]int{0, 64, 128, 255}[(x*(i+3)+i)%4])
		}
		sample.Pix[4*x+3] = 255
	}
	before := slices.Clone(sample.Pix)
	c.convert(sample)
	for i := range before {
		if abs(int(before[i])-int(sample.Pix[i])) > 2 {
			return false
		}
	}
	return true
}

// convert makes the colours of a picture those of sRGB. What sRGB cannot show becomes the nearest it can, channel by
// channel.
func (c *colours) convert(img *image.NRGBA) {
	m, curve := c.matrix(), sRGBCurve()
	var group sync.WaitGroup
	workers := runtime.GOMAXPROCS(0)
	h := img.Rect.Dy()
	for n := range workers {
		group.Go(func() {
			for y := h * n / workers; y < h*(n+1)/workers; y++ {
				row := img.Pix[y*img.Stride : y*img.Stride+4*img.Rect.Dx()]
				for i := 0; i+4 <= len(row); i += 4 {
					r, g, b := c.curves[0][row[i]], c.curves[1][row[i+1]], c.curves[2][row[i+2]]
					for k := range 3 {
						v := m[k][0]*r + m[k][1]*g + m[k][2]*b
						row[i+k] = curve[int(max(0, min(1, v))*steps)]
					}
				}
			}
		})
	}
	group.Wait()
}

// studio converts what the WebP decoder gives: its values are those of video (ITU-R BT.601, 16 to 235), which the
// decoder passes off as those of JPEG, so that colours come out dull.
func studio(src image.Image) *image.NRGBA {
	var alpha *image.NYCbCrA
	y, ok := src.(*image.YCbCr)
	if a, see := src.(*image.NYCbCrA); see {
		alpha, y, ok = a, &a.YCbCr, true
	}
	if !ok {
		return nil
	}
	img := image.NewNRGBA(image.Rect(0, 0, y.Rect.Dx(), y.Rect.Dy()))
	for row := range img.Rect.Dy() {
		out := img.Pix[row*img.Stride:]
		for x := range img.Rect.Dx() {
			at, c := y.YOffset(y.Rect.Min.X+x, y.Rect.Min.Y+row), y.COffset(y.Rect.Min.X+x, y.Rect.Min.Y+row)
			luma, cb, cr := 298*(int(y.Y[at])-16), int(y.Cb[c])-128, int(y.Cr[c])-128
			out[4*x] = uint8(max(0, min(255, (luma+409*cr+128)>>8)))
			out[4*x+1] = uint8(max(0, min(255, (luma-100*cb-208*cr+128)>>8)))
			out[4*x+2] = uint8(max(0, min(255, (luma+516*cb+128)>>8)))
			out[4*x+3] = 255
			if alpha != nil {
				out[4*x+3] = alpha.A[alpha.AOffset(y.Rect.Min.X+x, y.Rect.Min.Y+row)]
			}
		}
	}
	return img
}
