package picture

import (
	"image"
	"math"
	"unicode"
)

// legible makes a picture easy to read: grey, with the grain of the sensor smoothed and the whole range of
// shades used.
func legible(img *image.NRGBA) *image.Gray {
	g := grey(img)
	smooth(g)
	smooth(g)
	stretch(g)
	return g
}

func grey(img *image.NRGBA) *image.Gray {
	g := image.NewGray(image.Rect(0, 0, img.Bounds().Dx(), img.Bounds().Dy()))
	for y := range g.Rect.Dy() {
		row := img.Pix[y*img.Stride:]
		for x := range g.Rect.Dx() {
			p := row[4*x : 4*x+3 : 4*x+3]
			g.Pix[y*g.Stride+x] = uint8((299*int(p[0]) + 587*int(p[1]) + 114*int(p[2])) / 1000)
		}
	}
	return g
}

// smooth blurs with weights 1 2 1 along rows, then columns.
func smooth(g *image.Gray) {
	w, h := g.Rect.Dx(), g.Rect.Dy()
	blur := func(from, step, n int) {
		before := int(g.Pix[from])
		for i := from; i < from+step*(n-1); i += step {
			here := int(g.Pix[i])
			g.Pix[i] = uint8((before + 2*here + int(g.Pix[i+step]) + 2) / 4)
			before = here
		}
	}
	for y := range h {
		blur(y*g.Stride, 1, w)
	}
	for x := range w {
		blur(x, g.Stride, h)
	}
}

// stretch makes the darkest and the brightest hundredth black and white.
func stretch(g *image.Gray) {
	var counts [256]int
	for _, v := range g.Pix {
		counts[v]++
	}
	edge := len(g.Pix) / 100
	low, high := 0, 255
	for n := counts[low]; n <= edge && low < 255; n += counts[low] {
		low++
	}
	for n := counts[high]; n <= edge && high > 0; n += counts[high] {
		high--
	}
	if high <= low {
		return
	}
	for i, v := range g.Pix {
		g.Pix[i] = uint8(max(0, min(255, (int(v)-low)*255/(high-low))))
	}
}

// slopeOf estimates by how many degrees the lines of a picture run down to the right, between -45 and 45: of all
// slopes, the one along which its edges fall into the fewest rows.
func slopeOf(g *image.Gray) float64 {
	points := edges(g)
	if len(points) < 200 {
		return 0
	}
	best, slope := 0.0, 0.0
	for degrees := -44.0; degrees <= 44; degrees += 2 {
		if v := gathered(points, degrees); v > best*1.02 || v > best && math.Abs(degrees) < math.Abs(slope) {
			best, slope = v, degrees
		}
	}
	return slope
}

// edges are places of strong contrast, a few thousand of them.
func edges(g *image.Gray) []image.Point {
	var all []image.Point
	for y := 2; y < g.Rect.Dy()-2; y += 2 {
		for x := 2; x < g.Rect.Dx()-2; x += 2 {
			i := y*g.Stride + x
			if abs(int(g.Pix[i+2*g.Stride])-int(g.Pix[i-2*g.Stride])) > 90 {
				all = append(all, image.Pt(x, y))
			}
		}
	}
	step := len(all)/20_000 + 1
	for i := range len(all) / step {
		all[i] = all[i*step]
	}
	return all[:len(all)/step]
}

// gathered is the larger, the fewer rows hold the points when they are turned.
func gathered(points []image.Point, degrees float64) float64 {
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	rows := map[int]float64{}
	for _, p := range points {
		rows[int(math.Floor((float64(p.Y)*cos-float64(p.X)*sin)/3))]++
	}
	sum := 0.0
	for _, n := range rows {
		sum += n * n
	}
	return sum
}

// certain reports whether words were read without doubt.
func certain(words []Word) bool {
	sum, n := 0.0, 0
	for _, w := range words {
		if letters(w.Text) >= 3 {
			sum += w.Confidence
			n++
		}
	}
	return n >= 2 && sum/float64(n) >= 80
}

// worth tells a good reading from a bad one: letters and digits in words that were read with confidence.
func worth(words []Word) float64 {
	sum := 0.0
	for _, w := range words {
		if n := letters(w.Text); n >= 3 && w.Confidence >= 50 {
			sum += float64(n) * (w.Confidence - 40)
		}
	}
	return sum
}

func letters(s string) (n int) {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

func scaleBox(r image.Rectangle, by float64) image.Rectangle {
	return image.Rect(int(float64(r.Min.X)*by), int(float64(r.Min.Y)*by), int(math.Ceil(float64(r.Max.X)*by)), int(math.Ceil(float64(r.Max.Y)*by)))
}

// turnBack is where a box of a picture that was turned counter-clockwise lies in the picture as it was.
func turnBack(r, turned, was image.Rectangle, degrees float64) image.Rectangle {
	sin, cos := math.Sincos(degrees * math.Pi / 180)
	left, top, right, bottom := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, p := range [4]image.Point{r.Min, r.Max, {X: r.Min.X, Y: r.Max.Y}, {X: r.Max.X, Y: r.Min.Y}} {
		dx, dy := float64(p.X)-float64(turned.Dx())/2, float64(p.Y)-float64(turned.Dy())/2
		x, y := dx*cos-dy*sin+float64(was.Dx())/2, dx*sin+dy*cos+float64(was.Dy())/2
		left, top, right, bottom = min(left, x), min(top, y), max(right, x), max(bottom, y)
	}
	return image.Rect(int(left), int(top), int(right), int(bottom)).Intersect(was)
}
