package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footprint/internal/gui/look"
	"footprint/internal/gui/part"
)

// frame is navigation, body and status line. The navigation keeps only its icons where room is short.
type frame struct {
	widget.BaseWidget
	s     *Shell
	rail  *fyne.Container
	body  *fyne.Container
	bare  bool // no navigation: the welcome
	whole *fyne.Container
	left  fyne.CanvasObject
	hint  *fyne.Container // the name of an entry that shows its icon only
	hinty float32

	dressed int                       // how often the theme has changed
	dress   map[fyne.CanvasObject]int // by what was shown: how often it had then
}

func newFrame(s *Shell, rail *fyne.Container) *frame {
	f := &frame{s: s, rail: rail, body: container.NewStack(), dress: map[fyne.CanvasObject]int{}}
	f.left = container.NewStack(part.Ground(look.Rail), container.New(layout.NewCustomPaddedLayout(14, 10, 8, 8), rail))
	f.hint = container.NewStack()
	f.whole = container.New(frameLayout{f}, part.Ground(theme.ColorNameBackground), f.left, f.body, s.Status.Object, f.hint)
	f.ExtendBaseWidget(f)
	return f
}

func (f *frame) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(f.whole) }

// name shows the name of an entry beside it; "" takes it away.
func (f *frame) name(p *part.Place, text string) {
	f.hint.Objects = nil
	if text != "" {
		f.hint.Objects = []fyne.CanvasObject{part.Bubble(text)}
		f.hinty = fyne.CurrentApp().Driver().AbsolutePositionForObject(p).Y
	}
	part.Lay(f.whole)
}

func (f *frame) show(content fyne.CanvasObject, bare bool) {
	f.bare = bare
	f.body.Objects = []fyne.CanvasObject{content}
	if bare {
		f.left.Hide()
	} else {
		f.left.Show()
	}
	if f.dress[content] != f.dressed { // hidden while the theme changed
		f.dress[content] = f.dressed
		content.Refresh()
	}
	part.Lay(f.body)
	part.Lay(f.whole)
}

// slimBelow is the width, in letters of text, under which the navigation shows icons only.
const slimBelow = 72

// frameLayout decides by the width how much of the navigation is shown.
type frameLayout struct{ f *frame }

func (frameLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(480, 360) }

func (l frameLayout) Layout(parts []fyne.CanvasObject, size fyne.Size) {
	f := l.f
	slim := size.Width < slimBelow*theme.TextSize()
	for _, p := range f.s.places {
		p.SetSlim(slim)
	}
	f.s.brand.SetSlim(slim)
	ground, left, body, status, hint := parts[0], parts[1], parts[2], parts[3], parts[4]
	ground.Resize(size)
	var x float32
	if !f.bare {
		x = max(left.MinSize().Width, 0)
		if !slim {
			x = max(x, 13*theme.TextSize())
		}
		left.Resize(fyne.NewSize(x, size.Height))
	}
	foot := status.MinSize().Height
	body.Move(fyne.NewPos(x, 0))
	body.Resize(fyne.NewSize(size.Width-x, size.Height-foot))
	status.Move(fyne.NewPos(x, size.Height-foot))
	status.Resize(fyne.NewSize(size.Width-x, foot))
	hint.Move(fyne.NewPos(x-4, f.hinty))
	hint.Resize(hint.MinSize())
}
