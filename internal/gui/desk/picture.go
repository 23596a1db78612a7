package desk

import (
	"image"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"footprint/internal/audit/pictures"
	"footprint/internal/gui/part"
)

// PictureSide is to how many pixels a picture is scaled that is shown large.
const PictureSide = 1400

// Boxed is a picture with boxes around the faces and words that were found in it, at most room letters of text high;
// without an image, or under the veil, it says why none is shown.
func (s *Desk) Boxed(img image.Image, sight *pictures.Sight, room float32) fyne.CanvasObject {
	if img == nil || s.Veiled {
		key := "photo.nopixels"
		if s.Veiled {
			key = "photo.veiled"
		}
		return part.Panel(theme.ColorNameButton, part.Words{Align: fyne.TextAlignCenter}.New(s.W.T(key)))
	}
	var boxes []part.PhotoBox
	for _, f := range sight.Faces {
		boxes = append(boxes, boxOf(f.Box, false))
	}
	for _, x := range sight.Words {
		boxes = append(boxes, boxOf(x.Box, true))
	}
	return part.NewPhoto(img, boxes, room)
}

func boxOf(b pictures.Box, text bool) part.PhotoBox {
	return part.PhotoBox{Left: float32(b.Left), Top: float32(b.Top), Wide: float32(b.Wide), High: float32(b.High), Text: text}
}

// Stripped says what became of copies without hidden data.
func (s *Desk) Stripped(done []pictures.Stripped) {
	var failed []pictures.Stripped
	for _, one := range done {
		if one.Error != "" {
			failed = append(failed, one)
		}
	}
	switch {
	case len(done) == 0:
	case len(failed) > 0 && len(done) > 1:
		s.Warn(s.W.T("photo.notstripped.some", "n", s.W.Count(len(failed)), "all", s.W.Count(len(done)), "why", failed[0].Error))
	case len(failed) > 0:
		s.Warn(s.W.T("photo.notstripped", "why", failed[0].Error))
	case len(done) == 1:
		s.Say(s.W.T("photo.stripped", "path", done[0].To))
	default:
		s.Say(s.W.T("photo.stripped.all", "n", s.W.Count(len(done)), "path", filepath.Dir(done[0].To)))
	}
}
