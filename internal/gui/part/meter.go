package part

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Meter is a thin bar that shows a share. What it means stands beside it in words.
type Meter struct {
	widget.BaseWidget
	share float32
}

// NewMeter makes a meter; the share is between 0 and 1.
func NewMeter(share float64) *Meter {
	m := &Meter{share: float32(share)}
	m.ExtendBaseWidget(m)
	return m
}

// Set shows another share.
func (m *Meter) Set(share float64) {
	m.share = float32(share)
	m.Refresh()
}

// CreateRenderer draws the meter.
func (m *Meter) CreateRenderer() fyne.WidgetRenderer {
	r := &meterRenderer{m: m, whole: canvas.NewRectangle(color.Transparent), part: canvas.NewRectangle(color.Transparent)}
	r.Refresh()
	return r
}

type meterRenderer struct {
	m           *Meter
	whole, part *canvas.Rectangle
}

const meterHeight = 8

func (r *meterRenderer) Destroy()                     {}
func (r *meterRenderer) MinSize() fyne.Size           { return fyne.NewSize(60, meterHeight) }
func (r *meterRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.whole, r.part} }

func (r *meterRenderer) Layout(s fyne.Size) {
	top := (s.Height - meterHeight) / 2
	share := max(0, min(r.m.share, 1))
	place(r.whole, 0, top, s.Width, meterHeight)
	place(r.part, 0, top, s.Width*share, meterHeight)
}

func (r *meterRenderer) Refresh() {
	th, v := r.m.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	r.whole.FillColor, r.part.FillColor = th.Color(theme.ColorNameSelection, v), th.Color(theme.ColorNamePrimary, v)
	r.whole.CornerRadius, r.part.CornerRadius = meterHeight/2, meterHeight/2
	r.Layout(r.m.Size())
	canvas.Refresh(r.m)
}
