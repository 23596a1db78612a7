package picture

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"testing"

	"footprint/internal/footprint"
	"footprint/internal/need"
)

// scene paints a picture that differs in every quarter.
func scene(w, h int) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			img.SetNRGBA(x, y, color.NRGBA{uint8(x * 255 / w), uint8(y * 255 / h), uint8((x ^ y) & 0xff), 255})
		}
	}
	return img
}

func TestDecodeTurnsUpright(t *testing.T) {
	var b bytes.Buffer
	if err := png.Encode(&b, scene(40, 20)); err != nil {
		t.Fatal(err)
	}
	for orientation, want := range map[int]image.Point{0: {40, 20}, 1: {40, 20}, 3: {40, 20}, 6: {20, 40}, 8: {20, 40}} {
		img, err := Decode(bytes.NewReader(b.Bytes()), orientation)
		if err != nil {
			t.Fatal(err)
		}
		if got := img.Bounds().Size(); got != want {
			t.Errorf("orientation %d: %v, want %v", orientation, got, want)
		}
	}
	img, err := Decode(bytes.NewReader(b.Bytes()), 6) // the left edge of the file becomes the top
	if err != nil {
		t.Fatal(err)
	}
	if got := img.NRGBAAt(19, 0); got.R != 0 || got.G != 0 {
		t.Errorf("top right corner of a turned picture: %v", got)
	}
}

// hugePNG claims 60,000 x 60,000 pixels in a hundred bytes.
func hugePNG() []byte {
	b := []byte("\x89PNG\r\n\x1a\n")
	ihdr := []byte("IHDR\x00\x00\xea\x60\x00\x00\xea\x60\x08\x06\x00\x00\x00")
	b = binary.BigEndian.AppendUint32(b, 13)
	b = append(b, ihdr...)
	return binary.BigEndian.AppendUint32(b, crc32.ChecksumIEEE(ihdr))
}

func TestDecodeRefusesBombs(t *testing.T) {
	if _, err := Decode(bytes.NewReader(hugePNG()), 0); !errors.Is(err, footprint.ErrTooLarge) {
		t.Errorf("60,000 x 60,000: %v", err)
	}
	if _, err := Decode(bytes.NewReader([]byte("<svg/>")), 0); !errors.Is(err, ErrUnknownFormat) {
		t.Errorf("svg: %v", err)
	}
}

func TestHashFindsTheSamePictureAgain(t *testing.T) {
	a := scene(400, 300)
	var b bytes.Buffer
	if err := jpeg.Encode(&b, a, &jpeg.Options{Quality: 40}); err != nil {
		t.Fatal(err)
	}
	again, err := Decode(bytes.NewReader(b.Bytes()), 0)
	if err != nil {
		t.Fatal(err)
	}
	other := scene(400, 300)
	for i := range other.Pix {
		other.Pix[i] = other.Pix[i]*7 + uint8(i/1600)
	}
	ha, hb, hc := hash(t, a), hash(t, Thumbnail(again)), hash(t, other)
	if d := ha.Distance(hb); d > SameBits {
		t.Errorf("same picture, compressed and small: distance %d", d)
	}
	if d := ha.Distance(hc); d <= SameBits {
		t.Errorf("another picture: distance %d", d)
	}
}

func hash(t *testing.T, img *image.NRGBA) Hash {
	t.Helper()
	h, err := hashOf(img)
	if err != nil {
		t.Fatal(err)
	}
	return h
}

func TestStripLeavesPixelsOnly(t *testing.T) {
	for _, name := range []string{"gps_iptc.jpg", "owner.jpg", "exif_description.png", "gps_xmp.webp", "comment.gif"} {
		b, err := os.ReadFile(need.Sample(t, "images", name))
		if err != nil {
			t.Fatal(err)
		}
		var out bytes.Buffer
		if _, err := Strip(&out, bytes.NewReader(b), int64(len(b)), []image.Rectangle{image.Rect(0, 0, 20, 20)}); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		in, err := Inspect(bytes.NewReader(out.Bytes()), int64(out.Len()))
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if x := in.Exif; x.HasPlace() || x.Owner != "" || x.Make != "" || len(in.Captions)+len(in.Keywords)+len(in.Places) > 0 || in.Thumbnail != nil {
			t.Errorf("%s: the copy still says %+v", name, in)
		}
	}
}

func TestHintsTellPaperFromLandscape(t *testing.T) {
	paper := image.NewNRGBA(image.Rect(0, 0, 200, 200))
	scan := image.NewNRGBA(image.Rect(0, 0, 200, 200))
	for y := range 200 {
		for x := range 200 {
			p, s := uint8(240), uint8(20+y/8)
			if y%12 < 4 && x%7 < 3 {
				p = 20
			}
			paper.SetNRGBA(x, y, color.NRGBA{p, p, p, 255})
			scan.SetNRGBA(x, y, color.NRGBA{s, s, s, 255})
		}
	}
	land := Look(scene(200, 200))
	if h := Look(paper); h.Document < 0.5 || h.Document <= land.Document {
		t.Errorf("paper %+v, landscape %+v", h, land)
	}
	if h := Look(scan); h.Scan < 0.5 || h.Scan <= land.Scan {
		t.Errorf("scan %+v, landscape %+v", h, land)
	}
}
