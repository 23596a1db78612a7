package picture

import (
	"image"

	"github.com/disintegration/imaging"
)

// Fit scales a picture down so that its longer side is at most side; smaller ones stay as they are.
func Fit(img *image.NRGBA, side int) *image.NRGBA { return imaging.Fit(img, side, side, imaging.Box) }
