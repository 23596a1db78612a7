package part

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Button is a button that leaves to the window the keys it has no use for, so that letters, Escape and F1 work
// wherever the focus is.
type Button struct{ widget.Button }

// NewButton makes a button with a word.
func NewButton(text string, tapped func()) *Button { return NewButtonWithIcon(text, nil, tapped) }

// NewButtonWithIcon makes a button with a sign and a word.
func NewButtonWithIcon(text string, icon fyne.Resource, tapped func()) *Button {
	b := &Button{widget.Button{Text: text, Icon: icon, OnTapped: tapped}}
	b.ExtendBaseWidget(b)
	return b
}

// TypedKey presses on Space and Enter.
func (b *Button) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		b.Button.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	case fyne.KeySpace:
		b.Button.TypedKey(e)
	default:
		passKey(b, e)
	}
}

// TypedRune leaves letters to the window.
func (b *Button) TypedRune(r rune) { passRune(b, r) }

// Check is a box to tick that leaves to the window the keys it has no use for.
type Check struct{ widget.Check }

// NewCheck makes one.
func NewCheck(text string, changed func(bool)) *Check {
	c := &Check{widget.Check{Text: text, OnChanged: changed}}
	c.ExtendBaseWidget(c)
	return c
}

// TypedKey leaves keys to the window: the space is a letter.
func (c *Check) TypedKey(e *fyne.KeyEvent) {
	if e.Name != fyne.KeySpace {
		passKey(c, e)
	}
}

// TypedRune ticks on the space.
func (c *Check) TypedRune(r rune) {
	if r == ' ' {
		c.Check.TypedRune(r)
		return
	}
	passRune(c, r)
}

// Select is a menu with an edge, since its ground alone is hardly seen on a light window.
type Select struct{ widget.Select }

// NewSelect makes one.
func NewSelect(options []string, changed func(string)) *Select {
	s := &Select{widget.Select{Options: options, OnChanged: changed}}
	s.ExtendBaseWidget(s)
	return s
}

// FitWidest makes the field as wide as its widest option needs, so that a choice does not move what stands beside it. A
// placeholder that is set stays the least.
func (s *Select) FitWidest() {
	width := func(word string) float32 { return fyne.MeasureText(word, theme.TextSize(), fyne.TextStyle{}).Width }
	for _, word := range s.Options {
		if width(word) > width(s.PlaceHolder) {
			s.PlaceHolder = word
		}
	}
}

// TypedKey opens the menu or moves in it.
func (s *Select) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeySpace, fyne.KeyUp, fyne.KeyDown, fyne.KeyLeft, fyne.KeyRight:
		s.Select.TypedKey(e)
	case fyne.KeyReturn, fyne.KeyEnter:
		s.Select.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	default:
		passKey(s, e)
	}
}

// TypedRune leaves letters to the window.
func (s *Select) TypedRune(r rune) { passRune(s, r) }

// CreateRenderer draws the menu and its edge.
func (s *Select) CreateRenderer() fyne.WidgetRenderer {
	r := &edged{s.Select.CreateRenderer(), s, canvas.NewRectangle(nil)}
	r.draw()
	return r
}

// edged draws the edge of a field around what another renderer draws.
type edged struct {
	fyne.WidgetRenderer
	of   *Select
	edge *canvas.Rectangle
}

func (r *edged) Objects() []fyne.CanvasObject {
	return append(slices.Clone(r.WidgetRenderer.Objects()), r.edge)
}

func (r *edged) Layout(size fyne.Size) {
	r.edge.Resize(size)
	r.WidgetRenderer.Layout(size)
}

func (r *edged) Refresh() {
	r.draw()
	r.WidgetRenderer.Refresh()
}

func (r *edged) draw() {
	r.edge.CornerRadius = theme.Size(theme.SizeNameInputRadius)
	r.edge.StrokeWidth = 1
	r.edge.StrokeColor = r.of.Theme().Color(theme.ColorNameInputBorder, fyne.CurrentApp().Settings().ThemeVariant())
	r.edge.Refresh()
}

// passKey gives the window a key that a widget has no use for.
func passKey(o fyne.CanvasObject, e *fyne.KeyEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil && c.OnTypedKey() != nil {
		c.OnTypedKey()(e)
	}
}

// passRune gives the window a letter that a widget has no use for.
func passRune(o fyne.CanvasObject, r rune) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(o); c != nil && c.OnTypedRune() != nil {
		c.OnTypedRune()(r)
	}
}
