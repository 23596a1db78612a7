package part

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footprint/internal/footprint"
	"footprint/internal/gui/look"
)

// PhotoBox is a part of a picture to mark, in fractions of its width and height.
type PhotoBox struct {
	Left, Top, Wide, High float32
	Text                  bool // words, drawn with a thinner line than faces
}

// Photo shows a picture as large as there is room, with boxes on it.
type Photo struct {
	widget.BaseWidget
	img   *canvas.Image
	ratio float32 // height by width
	boxes []PhotoBox
	marks []*canvas.Rectangle
	room  float32 // the highest it becomes, in letters of text
}

// NewPhoto makes it; room is the greatest height in letters of text.
func NewPhoto(img image.Image, boxes []PhotoBox, room float32) *Photo {
	p := &Photo{img: canvas.NewImageFromImage(img), boxes: boxes, room: room}
	p.img.FillMode, p.img.ScaleMode = canvas.ImageFillStretch, canvas.ImageScaleSmooth
	p.img.CornerRadius = 6
	if b := img.Bounds(); b.Dx() > 0 {
		p.ratio = float32(b.Dy()) / float32(b.Dx())
	}
	for range boxes {
		p.marks = append(p.marks, canvas.NewRectangle(nil))
	}
	p.ExtendBaseWidget(p)
	return p
}

// CreateRenderer draws the picture.
func (p *Photo) CreateRenderer() fyne.WidgetRenderer {
	r := &photoRenderer{p}
	r.Refresh()
	return r
}

type photoRenderer struct{ p *Photo }

func (r *photoRenderer) Destroy() {}
func (r *photoRenderer) Objects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{r.p.img}
	for _, m := range r.p.marks {
		all = append(all, m)
	}
	return all
}

// MinSize is as high as the picture is at the width it has, up to its room.
func (r *photoRenderer) MinSize() fyne.Size {
	high := r.p.room * theme.TextSize()
	if w := r.p.Size().Width; w > 0 {
		high = min(high, w*r.p.ratio)
	}
	return fyne.NewSize(60, max(40, high))
}

func (r *photoRenderer) Layout(s fyne.Size) {
	w, h := s.Width, s.Width*r.p.ratio
	if h > s.Height {
		w, h = s.Height/max(r.p.ratio, 0.01), s.Height
	}
	left, top := (s.Width-w)/2, (s.Height-h)/2
	r.p.img.Move(fyne.NewPos(left, top))
	r.p.img.Resize(fyne.NewSize(w, h))
	for i, b := range r.p.boxes {
		r.p.marks[i].Move(fyne.NewPos(left+b.Left*w-2, top+b.Top*h-2))
		r.p.marks[i].Resize(fyne.NewSize(b.Wide*w+4, b.High*h+4))
	}
}

func (r *photoRenderer) Refresh() {
	th, v := r.p.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	for i, m := range r.p.marks {
		m.StrokeWidth, m.StrokeColor, m.CornerRadius = 3, th.Color(theme.ColorNamePrimary, v), 6
		if r.p.boxes[i].Text {
			m.StrokeWidth, m.StrokeColor, m.CornerRadius = 2, th.Color(look.SeverityColor(footprint.SeverityCritical), v), 2
		}
		m.Refresh()
	}
	r.p.img.Refresh()
	canvas.Refresh(r.p)
}
