package picture

import (
	"bytes"
	_ "embed"
	"image"
	"image/color"
	"image/jpeg"
	"math/rand/v2"
	"testing"

	"github.com/disintegration/imaging"
)

//go:embed testdata/progressive.jpg
var progressive []byte

// noisy is a picture with slopes and grain, like one of a camera.
func noisy(w, h int) *image.NRGBA {
	r := rand.New(rand.NewPCG(1, 2))
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			n := r.IntN(24)
			img.SetNRGBA(x, y, color.NRGBA{uint8((x*200/w + n) & 255), uint8((y*200/h + n) & 255), uint8(((x/40+y/30)%2)*120 + n), 255})
		}
	}
	return img
}

func TestEighthIsTheMeanOfEachBlock(t *testing.T) {
	for _, size := range []image.Point{{640, 480}, {641, 475}, {16, 8}, {3, 5}} {
		var b bytes.Buffer
		if err := jpeg.Encode(&b, noisy(size.X, size.Y), &jpeg.Options{Quality: 95}); err != nil {
			t.Fatal(err)
		}
		got, known, err := eighth(b.Bytes())
		if err != nil || !known {
			t.Fatalf("%v: %v, %v", size, known, err)
		}
		full, err := jpeg.Decode(&b)
		if err != nil {
			t.Fatal(err)
		}
		compareWithMeans(t, got, imaging.Clone(full))
	}
}

func TestEighthReadsProgressiveFiles(t *testing.T) {
	got, known, err := eighth(progressive)
	if err != nil || !known {
		t.Fatalf("%v, %v", known, err)
	}
	full, err := jpeg.Decode(bytes.NewReader(progressive))
	if err != nil {
		t.Fatal(err)
	}
	compareWithMeans(t, got, imaging.Clone(full))
}

// compareWithMeans holds squares of 16 pixels, which share their colour, against their mean.
func compareWithMeans(t *testing.T, got, full *image.NRGBA) {
	t.Helper()
	for y := range full.Bounds().Dy() / 16 {
		for x := range full.Bounds().Dx() / 16 {
			g, f := meanOf(got, image.Rect(x*2, y*2, x*2+2, y*2+2)), meanOf(full, image.Rect(x*16, y*16, x*16+16, y*16+16))
			for i := range g {
				if abs(g[i]-f[i]) > 6 {
					t.Fatalf("square %d,%d: %v, want %v", x, y, g, f)
				}
			}
		}
	}
}

func meanOf(img *image.NRGBA, box image.Rectangle) (sum [3]int) {
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			c := img.NRGBAAt(x, y)
			sum[0], sum[1], sum[2] = sum[0]+int(c.R), sum[1]+int(c.G), sum[2]+int(c.B)
		}
	}
	for i := range sum {
		sum[i] /= box.Dx() * box.Dy()
	}
	return sum
}

func TestEighthOfACutFileIsAnError(t *testing.T) {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, noisy(320, 240), nil); err != nil {
		t.Fatal(err)
	}
	for cut := 2; cut < b.Len()-64; cut += 97 {
		if img, known, err := eighth(b.Bytes()[:cut]); known && err == nil {
			t.Errorf("cut at %d of %d: no error, picture %v", cut, b.Len(), img.Bounds())
		}
	}
}

func FuzzEighth(f *testing.F) {
	var b bytes.Buffer
	if err := jpeg.Encode(&b, noisy(40, 24), nil); err != nil {
		f.Fatal(err)
	}
	f.Add(b.Bytes())
	f.Add(progressive)
	f.Fuzz(func(t *testing.T, b []byte) {
		if len(b) > 2 {
			_, _, _ = eighth(b) // must return
		}
	})
}

func BenchmarkDecodeThumbnail(b *testing.B) {
	var buf bytes.Buffer
	if err := jpeg.Encode(&buf, noisy(4000, 3000), &jpeg.Options{Quality: 88}); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(buf.Len()))
	for b.Loop() {
		if _, err := decodeThumbnail(bytes.NewReader(buf.Bytes()), 6); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkDecode(b *testing.B) {
	var buf bytes.Buffer
	if err := jpeg.Encode(&buf, noisy(4000, 3000), &jpeg.Options{Quality: 88}); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(buf.Len()))
	for b.Loop() {
		if _, err := Decode(bytes.NewReader(buf.Bytes()), 6); err != nil {
			b.Fatal(err)
		}
	}
}
