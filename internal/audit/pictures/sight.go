package pictures

import (
	"image"
	"strings"
)

// Sight is what the second pass found in a picture, as it is kept.
type Sight struct {
	Faces []FaceBox `json:"faces,omitempty"`
	Words []WordBox `json:"words,omitempty"`
	// Read is true when text was looked for; without Tesseract it is not.
	Read    bool   `json:"read"`
	Problem string `json:"problem,omitempty"`
}

// Box is a part of a picture in fractions of its width and height, from the top left corner of the upright picture.
type Box struct {
	Left float64 `json:"l"`
	Top  float64 `json:"t"`
	Wide float64 `json:"w"`
	High float64 `json:"h"`
}

func boxOf(r image.Rectangle, in image.Rectangle) Box {
	w, h := float64(in.Dx()), float64(in.Dy())
	return Box{float64(r.Min.X) / w, float64(r.Min.Y) / h, float64(r.Dx()) / w, float64(r.Dy()) / h}
}

// FaceBox is a face: where, and how sure the detector is.
type FaceBox struct {
	Box
	Quality float32 `json:"q"`
}

// WordBox is a word that was read, with where it stands.
type WordBox struct {
	Box
	Text string `json:"s"`
	Line int    `json:"n"` // words of one line follow one another
}

// Text is what was read, line by line.
func (s *Sight) Text() string {
	var b strings.Builder
	for i, w := range s.Words {
		switch {
		case i == 0:
		case w.Line != s.Words[i-1].Line:
			b.WriteByte('\n')
		default:
			b.WriteByte(' ')
		}
		b.WriteString(w.Text)
	}
	return b.String()
}
