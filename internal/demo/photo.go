package demo

import (
	"bytes"
	"hash/fnv"
	"image"
	"image/color"
	"image/jpeg"
)

// picture paints a small landscape in colours that belong to the name, so that every photo of the demo is
// different and none shows anybody.
func picture(name string) []byte {
	const w, h = 480, 360
	seed := fnv.New32a()
	seed.Write([]byte(name))
	n := seed.Sum32()
	sky := color.RGBA{uint8(90 + n%120), uint8(120 + n>>8%100), uint8(170 + n>>16%80), 255}
	land := color.RGBA{uint8(40 + n>>4%80), uint8(80 + n>>12%90), uint8(50 + n>>20%60), 255}
	sunX, sunY := int(60+n>>3%360), int(40+n>>7%80)
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			ridge := 200 + int(n>>5%40) - (x*x/900+int(n>>9%200))%60
			c := sky
			switch dx, dy := x-sunX, y-sunY; {
			case dx*dx+dy*dy < 900:
				c = color.RGBA{255, 236, 179, 255}
			case y > ridge:
				c = land
				c.G += uint8((y - ridge) / 6)
			}
			img.SetRGBA(x, y, c)
		}
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, &jpeg.Options{Quality: 80}); err != nil {
		panic(err) // a bytes.Buffer does not fail
	}
	return b.Bytes()
}
