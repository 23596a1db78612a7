package picture

import (
	"errors"
	"image"
	"image/color"
	"image/draw"
	"math"
	"math/rand/v2"
	"strings"
	"testing"

	"footprint/internal/need"

	"github.com/disintegration/imaging"
	"golang.org/x/image/font"
	"golang.org/x/image/font/gofont/gobold"
	"golang.org/x/image/font/opentype"
	"golang.org/x/image/math/fixed"
)

// write puts lines of text on a picture.
func write(t testing.TB, img *image.NRGBA, at image.Point, size float64, ink color.Color, lines ...string) {
	t.Helper()
	f, err := opentype.Parse(gobold.TTF)
	if err != nil {
		t.Fatal(err)
	}
	face, err := opentype.NewFace(f, &opentype.FaceOptions{Size: size, DPI: 72, Hinting: font.HintingFull})
	if err != nil {
		t.Fatal(err)
	}
	for i, line := range lines {
		d := font.Drawer{Dst: img, Src: image.NewUniform(ink), Face: face, Dot: fixed.P(at.X, at.Y+int(size)+int(float64(i)*size*1.4))}
		d.DrawString(line)
	}
}

// xray is grey, with ribs, grain and words burnt into its corners.
func xray(t testing.TB) *image.NRGBA {
	r := rand.New(rand.NewPCG(3, 4))
	img := image.NewNRGBA(image.Rect(0, 0, 1400, 1700))
	for y := range 1700 {
		for x := range 1400 {
			body := math.Exp(-math.Pow((float64(x)-700)/420, 4)) * 120
			ribs := 30 * math.Sin(float64(y)/28+math.Pow((float64(x)-700)/300, 2)) * body / 120
			v := uint8(max(0, min(255, 18+body+ribs+float64(r.IntN(14)))))
			img.SetNRGBA(x, y, color.NRGBA{v, v, v, 255})
		}
	}
	write(t, img, image.Pt(30, 20), 34, color.White, "KAURI^ROBIN", "12/03/1954 M", "MRN 4471902")
	write(t, img, image.Pt(1080, 1600), 34, color.White, "CHEST PA")
	return img
}

// label is a sticker on a table, photographed from above: turned, with grain and a little out of focus.
func label(t testing.TB, turn float64) *image.NRGBA {
	r := rand.New(rand.NewPCG(5, 6))
	sticker := imaging.New(900, 380, color.NRGBA{250, 250, 244, 255})
	write(t, sticker, image.Pt(40, 30), 54, color.NRGBA{20, 20, 30, 255}, "FENWICK, Orla", "DOB 07/11/1968", "NHI ZZZ0016", "Ward 4 Bed 12")
	img := imaging.New(1800, 1800, color.NRGBA{120, 90, 60, 255})
	turned := imaging.Rotate(sticker, turn, color.NRGBA{120, 90, 60, 255})
	draw.Draw(img, turned.Bounds().Add(image.Pt(900-turned.Bounds().Dx()/2, 900-turned.Bounds().Dy()/2)), turned, image.Point{}, draw.Src)
	img = imaging.Blur(img, 1)
	for i := 0; i < len(img.Pix); i += 4 {
		n := r.IntN(31) - 15
		for c := range 3 {
			img.Pix[i+c] = uint8(max(0, min(255, int(img.Pix[i+c])+n)))
		}
	}
	return img
}

func TestBurntInAndPhotographedNamesAreRead(t *testing.T) {
	reader, err := NewTextReader()
	need.That(t, !errors.Is(err, ErrNoReader), "the program tesseract")
	for name, tc := range map[string]struct {
		img  *image.NRGBA
		want []string
	}{
		"x-ray":               {xray(t), []string{"KAURI", "12/03/1954", "4471902"}},
		"label":               {label(t, 0), []string{"FENWICK", "07/11/1968", "Ward 4"}},
		"label, 6 degrees":    {label(t, 6), []string{"FENWICK", "07/11/1968"}},
		"label, 20 degrees":   {label(t, 20), []string{"FENWICK", "07/11/1968"}},
		"label, on its side":  {label(t, 90), []string{"FENWICK", "07/11/1968"}},
		"label, upside down":  {label(t, 180), []string{"FENWICK", "07/11/1968"}},
		"label, side, tilted": {label(t, 262), []string{"FENWICK", "07/11/1968"}},
	} {
		t.Run(name, func(t *testing.T) {
			words, err := reader.Read(t.Context(), tc.img)
			if err != nil {
				t.Fatal(err)
			}
			text := joined(words)
			for _, want := range tc.want {
				if !strings.Contains(text, want) {
					t.Errorf("%q not in %q (hints %+v)", want, text, Look(Thumbnail(tc.img)))
				}
			}
			for _, w := range words {
				if !w.Box.In(tc.img.Bounds()) || w.Box.Empty() {
					t.Errorf("%q stands at %v, outside the picture", w.Text, w.Box)
				}
			}
		})
	}
}
