package checklist

import (
	"context"

	"fyne.io/fyne/v2"

	"footprint/internal/audit"
	"footprint/internal/gui/desk"
	"footprint/internal/gui/part"
	"footprint/internal/gui/view"
)

// pictureRoom is how high a picture of the item becomes, in letters of text.
const pictureRoom = 18

// loadPictures fetches the pictures of the item; they come in when they are there.
func (d *detail) loadPictures(v audit.TaskView) {
	if v.Content == nil || !v.Content.HasPicture() {
		return
	}
	desk.Load(d.s.Work, "detail-pictures", func(ctx context.Context) ([]audit.ItemPicture, error) {
		return d.s.Audit.ItemPictures(ctx, v.Content.ID, desk.PictureSide)
	}, func(list []audit.ItemPicture, err error) {
		if err != nil || d.last.ID != v.ID || len(list) == 0 {
			return // the words of the task stand without them
		}
		d.pictures = list
		d.fill(view.NewDetail(d.last, d.s.Name(d.last.Platform), d.s.W))
	})
}

// seen are the pictures of the item, with boxes around the faces and words that were found in them.
func (d *detail) seen() fyne.CanvasObject {
	w := d.s.W
	var rows []fyne.CanvasObject
	for i := range d.pictures {
		p := &d.pictures[i]
		if d.hides() {
			return part.Card(w.T("detail.picture"), part.Muted(w.T("photo.veiled")))
		}
		rows = append(rows, d.s.Boxed(p.Image, &p.Sight, pictureRoom))
		if n := len(p.Sight.Faces); n > 0 {
			rows = append(rows, part.Fact(w.T("photo.faces"), w.N("photo.faces", n)))
		}
		if text := p.Sight.Text(); text != "" {
			rows = append(rows, part.Fact(w.T("photo.text"), text))
		}
	}
	return part.Card(w.T("detail.picture"), part.Column(part.Close, rows...))
}
