// Command camera writes invented photographs as a camera would: 4000 x 3000 pixels, about 4 MB, with place, time,
// device, owner, serial number and an embedded preview. It is for measuring; see scripts/bench-photos.sh.
package main

import (
	"bytes"
	"encoding/binary"
	"flag"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"log"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"time"
)

// scenes is how many different pictures there are; the rest differ in what they say about themselves.
const scenes = 20

func main() {
	count := flag.Int("n", 1000, "number of photographs")
	dir := flag.String("o", "", "folder to write to")
	flag.Parse()
	if *dir == "" {
		log.Fatal("camera: -o is missing")
	}
	if err := run(*dir, *count); err != nil {
		log.Fatal("camera: ", err)
	}
}

func run(dir string, count int) error {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return err
	}
	var pixels, previews [scenes][]byte
	for i := range min(scenes, count) {
		var err error
		if pixels[i], err = encode(scene(uint64(i), 4000, 3000), 90); err != nil {
			return err
		}
		if previews[i], err = encode(scene(uint64(i), 160, 120), 70); err != nil {
			return err
		}
	}
	for i := range count {
		name := filepath.Join(dir, fmt.Sprintf("IMG_%04d.JPG", i+1))
		if err := os.WriteFile(name, withExif(pixels[i%scenes], exif(i, previews[i%scenes])), 0o600); err != nil {
			return err
		}
	}
	return nil
}

// scene paints slopes, waves and discs with the grain of a sensor; the same seed gives the same picture at any size.
func scene(seed uint64, w, h int) *image.RGBA {
	r := rand.New(rand.NewPCG(seed, 7))
	a, b, c := r.Float64()*6, r.Float64()*9, 40+r.Float64()*80
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			fx, fy := float64(x)/float64(w), float64(y)/float64(h)
			wave := 40 * math.Sin(a*fx*6+b*fy*4)
			fine := 14 * math.Sin(fx*900+fy*500*math.Sin(fx*9))
			disc := 0.0
			if math.Hypot(fx-0.3-0.05*a, fy-0.5) < 0.2 {
				disc = c
			}
			grain := float64(r.IntN(17)) - 8
			img.SetRGBA(x, y, color.RGBA{shade(90 + wave + fine + disc + grain), shade(110 + wave*fy + fine + grain), shade(150 - wave + disc/2 + grain), 255})
		}
	}
	return img
}

func shade(v float64) uint8 { return uint8(max(0, min(255, v))) }

func encode(img image.Image, quality int) ([]byte, error) {
	var b bytes.Buffer
	err := jpeg.Encode(&b, img, &jpeg.Options{Quality: quality})
	return b.Bytes(), err
}

// withExif puts the block behind the start of the file.
func withExif(pixels, block []byte) []byte {
	out := append([]byte{0xff, 0xd8, 0xff, 0xe1}, 0, 0)
	binary.BigEndian.PutUint16(out[4:], uint16(2+6+len(block)))
	out = append(append(out, "Exif\x00\x00"...), block...)
	return append(out, pixels[2:]...)
}

// exif makes a TIFF block: device and owner, the directory of the exposure, the place, and the preview.
func exif(i int, preview []byte) []byte {
	taken := time.Date(2019, 1, 1, 8, 0, 0, 0, time.UTC).Add(time.Duration(i) * 7 * time.Hour).Format("2006:01:02 15:04:05")
	lat, lon := -36.8-float64(i%100)/500, 174.7+float64(i%70)/400
	exposure := directory{
		rational(0x829a, [2]uint32{1, 125}), rational(0x829d, [2]uint32{28, 10}),
		text(0x9003, taken), text(0x9004, taken), text(0xa430, "Robin Kauri"), text(0xa431, "SN00004711"),
	}
	place := directory{text(1, "S"), degrees(2, -lat), text(3, "E"), degrees(4, lon), rational(0x11, [2]uint32{uint32(i % 360), 1})}
	device := directory{
		text(0x010e, "Walk "+fmt.Sprint(i)), text(0x010f, "Kestrel"), text(0x0110, "K-12"), short(0x0112, 1), text(0x0131, "K-12 2.1"), text(0x013b, "Robin Kauri"),
	}
	b := []byte("II*\x00\x08\x00\x00\x00")
	// The pointers to the two other directories are entries of the first, so their places must be known first.
	size := device.size() + 2*12
	exposureAt := 8 + size
	placeAt := exposureAt + exposure.size()
	previewAt := placeAt + place.size()
	device = append(device, long(0x8769, uint32(exposureAt)), long(0x8825, uint32(placeAt)))
	b = append(b, device.bytes(8, uint32(previewAt))...)
	b = append(b, exposure.bytes(exposureAt, 0)...)
	b = append(b, place.bytes(placeAt, 0)...)
	thumb := directory{short(0x0103, 6), long(0x0201, 0), long(0x0202, uint32(len(preview)))}
	thumb[1] = long(0x0201, uint32(previewAt+thumb.size()))
	b = append(b, thumb.bytes(previewAt, 0)...)
	return append(b, preview...)
}
