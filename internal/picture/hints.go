package picture

import "image"

// Hints are weak signs of what a picture may show, in 0..1. They sort the review list ("look at these first")
// and are never a finding by themselves. They look at colours and contrast only and know no people.
type Hints struct {
	Skin     float64 // share of skin-coloured area, of any skin tone
	Document float64 // bright, colourless, with sharp dark marks: paper, whiteboard, screen
	Scan     float64 // dark, colourless, smooth: X-ray, ultrasound
	Party    float64 // dark with strong colours: low light
}

// Look computes hints from a thumbnail in one pass.
func Look(img *image.NRGBA) Hints {
	b := img.Bounds()
	n := float64(b.Dx() * b.Dy())
	if n == 0 {
		return Hints{}
	}
	var skin, grey, bright, dark, edges, vivid float64
	for y := b.Min.Y; y < b.Max.Y; y++ {
		before := -1
		for x := b.Min.X; x < b.Max.X; x++ {
			i := img.PixOffset(x, y)
			r, g, bl := int(img.Pix[i]), int(img.Pix[i+1]), int(img.Pix[i+2])
			luma := (299*r + 587*g + 114*bl) / 1000
			spread := max(r, g, bl) - min(r, g, bl)
			if isSkin(r, g, bl) {
				skin++
			}
			switch {
			case spread < 24:
				grey++
			case spread > 120:
				vivid++
			}
			switch {
			case luma > 180:
				bright++
			case luma < 60:
				dark++
			}
			if before >= 0 && abs(luma-before) > 60 {
				edges++
			}
			before = luma
		}
	}
	grey, bright, dark, edges, vivid = grey/n, bright/n, dark/n, edges/n, vivid/n
	return Hints{
		Skin:     skin / n,
		Document: clamp(grey * bright * min(1, edges*20) * 1.6),
		Scan:     clamp((grey - 0.8) * 5 * dark * 1.5 * (1 - min(1, edges*10))),
		Party:    clamp(dark * min(1, vivid*8) * (1 - grey)),
	}
}

// isSkin tests the chroma only, so that light and dark skin are treated alike.
func isSkin(r, g, b int) bool {
	cb := 128 + (-169*r-331*g+500*b)/1000
	cr := 128 + (500*r-419*g-81*b)/1000
	return cb >= 77 && cb <= 127 && cr >= 133 && cr <= 173 && r > 40
}

func abs(n int) int { return max(n, -n) }

func clamp(f float64) float64 { return max(0, min(1, f)) }
