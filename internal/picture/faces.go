package picture

import (
	"errors"
	"image"
	"io"
	"strings"
	"sync"

	"github.com/disintegration/imaging"
	"github.com/esimov/caire"
	pigo "github.com/esimov/pigo/core"
)

// Face is one face found in the pixels: where, and how sure the detector is. Faces are counted and located,
// never recognised.
type Face struct {
	Box     image.Rectangle // pixels of the upright picture
	Quality float32
}

// faceSide is the longer side to which a picture is scaled before faces are looked for; faceQuality the score
// below which clusters are mostly leaves and curtains.
const (
	faceSide    = 800
	faceQuality = 5
)

// FaceFinder counts and locates faces. It is safe for concurrent use.
type FaceFinder struct{ detector *pigo.Pigo }

// loadDetector obtains pigo's frontal-face cascade, which the caire module embeds (both MIT). Processing an
// empty input fails as expected and leaves the ready classifier behind.
var loadDetector = sync.OnceValue(func() *pigo.Pigo {
	p := &caire.Processor{FaceDetect: true}
	_ = p.Process(strings.NewReader(""), io.Discard)
	return p.PigoFaceDetector
})

// NewFaceFinder loads the detector once per process.
func NewFaceFinder() (*FaceFinder, error) {
	d := loadDetector()
	if d == nil {
		return nil, errors.New("face detector: classifier not found")
	}
	return &FaceFinder{d}, nil
}

// Faces returns the faces of an upright picture, best first.
func (f *FaceFinder) Faces(img *image.NRGBA) []Face {
	small := imaging.Fit(img, faceSide, faceSide, imaging.Box)
	w, h := small.Bounds().Dx(), small.Bounds().Dy()
	found := f.detector.RunCascade(pigo.CascadeParams{
		MinSize: max(20, min(w, h)/20), MaxSize: max(w, h), ShiftFactor: 0.1, ScaleFactor: 1.1,
		ImageParams: pigo.ImageParams{Pixels: pigo.RgbToGrayscale(small), Rows: h, Cols: w, Dim: w},
	}, 0)
	scale := float64(img.Bounds().Dx()) / float64(w)
	var faces []Face
	for _, d := range f.detector.ClusterDetections(found, 0.2) {
		if d.Q < faceQuality {
			continue
		}
		half := float64(d.Scale) / 2
		box := image.Rect(int((float64(d.Col)-half)*scale), int((float64(d.Row)-half)*scale),
			int((float64(d.Col)+half)*scale), int((float64(d.Row)+half)*scale))
		faces = append(faces, Face{box.Intersect(img.Bounds()), d.Q})
	}
	return faces
}
