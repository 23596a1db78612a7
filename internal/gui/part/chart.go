package part

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footprint/internal/gui/look"
	"footprint/internal/gui/view"
)

// Chart draws bars: lying ones with their names (platforms) or standing ones along time (years). The part of
// a bar that is still open is drawn in the accent. The numbers of the bar under the pointer are told to Hover.
type Chart struct {
	widget.BaseWidget
	// Hover gets the words of the bar under the pointer, "" when it leaves.
	Hover func(text string)

	bars     []view.Bar
	standing bool
	over     int
}

// NewChart makes a chart; standing bars stand side by side.
func NewChart(bars []view.Bar, standing bool, hover func(string)) *Chart {
	c := &Chart{bars: bars, standing: standing, over: -1, Hover: hover}
	c.ExtendBaseWidget(c)
	return c
}

// MouseIn follows the pointer.
func (c *Chart) MouseIn(e *desktop.MouseEvent) { c.MouseMoved(e) }

// MouseMoved tells the bar under the pointer.
func (c *Chart) MouseMoved(e *desktop.MouseEvent) {
	if len(c.bars) == 0 {
		return
	}
	share := e.Position.Y / c.Size().Height
	if c.standing {
		share = e.Position.X / c.Size().Width
	}
	c.point(max(0, min(int(share*float32(len(c.bars))), len(c.bars)-1)))
}

// MouseOut forgets the bar.
func (c *Chart) MouseOut() { c.point(-1) }

func (c *Chart) point(at int) {
	if at == c.over {
		return
	}
	c.over = at
	if c.Hover != nil {
		text := ""
		if at >= 0 {
			text = c.bars[at].Text
		}
		c.Hover(text)
	}
	c.Refresh()
}

// CreateRenderer draws the chart.
func (c *Chart) CreateRenderer() fyne.WidgetRenderer {
	r := &chartRenderer{c: c}
	r.build()
	return r
}

type chartRenderer struct {
	c       *Chart
	objects []fyne.CanvasObject
	total   []*canvas.Rectangle
	open    []*canvas.Rectangle
	names   []*canvas.Text
	counts  []*canvas.Text
}

func (r *chartRenderer) build() {
	for _, b := range r.c.bars {
		total, open := canvas.NewRectangle(color.Transparent), canvas.NewRectangle(color.Transparent)
		name, count := canvas.NewText(b.Name, color.Transparent), canvas.NewText("", color.Transparent)
		if !r.c.standing {
			count.Text = b.Count
		}
		r.total, r.open = append(r.total, total), append(r.open, open)
		r.names, r.counts = append(r.names, name), append(r.counts, count)
		r.objects = append(r.objects, total, open, name, count)
	}
	r.paint()
}

func (r *chartRenderer) Destroy()                     {}
func (r *chartRenderer) Objects() []fyne.CanvasObject { return r.objects }
func (r *chartRenderer) Refresh() {
	r.paint()
	r.Layout(r.c.Size())
	canvas.Refresh(r.c)
}

func (r *chartRenderer) paint() {
	th, v := r.c.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	for i := range r.total {
		r.total[i].FillColor = th.Color(theme.ColorNameSelection, v)
		r.open[i].FillColor = th.Color(theme.ColorNamePrimary, v)
		r.total[i].CornerRadius, r.open[i].CornerRadius = 4, 4
		r.total[i].StrokeWidth = 0
		if i == r.c.over {
			r.total[i].StrokeColor, r.total[i].StrokeWidth = th.Color(theme.ColorNamePrimary, v), 1
		}
		r.names[i].Color, r.counts[i].Color = th.Color(theme.ColorNameForeground, v), th.Color(look.Muted, v)
		r.names[i].TextSize, r.counts[i].TextSize = th.Size(theme.SizeNameCaptionText), th.Size(theme.SizeNameCaptionText)
	}
}

// barHeight is the height of a lying bar with its gap, in letters of caption; standHeight that of the chart.
const (
	barHeight   = 2
	standHeight = 9
)

func (r *chartRenderer) MinSize() fyne.Size {
	letter := r.c.Theme().Size(theme.SizeNameCaptionText)
	if r.c.standing {
		return fyne.NewSize(160, standHeight*letter)
	}
	return fyne.NewSize(160, barHeight*letter*float32(len(r.c.bars)))
}

func (r *chartRenderer) Layout(size fyne.Size) {
	most := 1
	for _, b := range r.c.bars {
		most = max(most, b.Total)
	}
	if r.c.standing {
		r.stand(size, float32(most))
	} else {
		r.lie(size, float32(most))
	}
}

func (r *chartRenderer) lie(size fyne.Size, most float32) {
	var names, counts float32
	for i := range r.names {
		names, counts = max(names, r.names[i].MinSize().Width), max(counts, r.counts[i].MinSize().Width)
	}
	names = min(names, size.Width*0.35)
	step := size.Height / float32(len(r.c.bars))
	left, room := names+10, max(10, size.Width-names-counts-20)
	for i, b := range r.c.bars {
		y := float32(i) * step
		thick := step * 0.55
		r.names[i].Move(fyne.NewPos(0, y+(step-r.names[i].MinSize().Height)/2))
		wide := max(2, room*float32(b.Total)/most)
		place(r.total[i], left, y+(step-thick)/2, wide, thick)
		place(r.open[i], left, y+(step-thick)/2, openShare(b, wide), thick)
		r.counts[i].Move(fyne.NewPos(left+wide+8, y+(step-r.counts[i].MinSize().Height)/2))
	}
}

func (r *chartRenderer) stand(size fyne.Size, most float32) {
	if len(r.c.bars) == 0 {
		return
	}
	letter := r.c.Theme().Size(theme.SizeNameCaptionText)
	floor := size.Height - letter*1.6
	step := size.Width / float32(len(r.c.bars))
	// a name needs about three letters of width; leave out what would touch
	every := max(1, int(letter*3/step)+1)
	for i, b := range r.c.bars {
		x, thick := float32(i)*step, min(step*0.7, 3*letter)
		high := float32(0)
		if b.Total > 0 {
			high = max(2, (floor-4)*float32(b.Total)/most)
		}
		place(r.total[i], x+(step-thick)/2, floor-high, thick, high)
		open := openShare(b, high)
		place(r.open[i], x+(step-thick)/2, floor-open, thick, open)
		show(r.names[i], (len(r.c.bars)-1-i)%every == 0)
		w := r.names[i].MinSize()
		r.names[i].Move(fyne.NewPos(max(0, min(x+(step-w.Width)/2, size.Width-w.Width)), floor+2))
	}
}

// openShare is the length of the open part; what is open stays visible however little it is.
func openShare(b view.Bar, whole float32) float32 {
	if b.Open == 0 || b.Total == 0 {
		return 0
	}
	return min(whole, max(3, whole*float32(b.Open)/float32(b.Total)))
}

func place(r *canvas.Rectangle, x, y, w, h float32) {
	r.Move(fyne.NewPos(x, y))
	r.Resize(fyne.NewSize(w, h))
}
