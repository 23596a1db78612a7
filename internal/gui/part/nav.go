package part

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footprint/internal/gui/look"
)

// Place is one entry of the navigation. It takes the focus, so that Tab and Enter reach every screen.
type Place struct {
	widget.BaseWidget
	icon    fyne.Resource
	text    string
	badge   string
	here    bool
	focused bool
	hovered bool
	slim    bool
	visit   func()

	// Named is called with the name while only the icon is shown and the entry has the focus or the pointer, and with
	// "" after.
	Named func(name string)
}

// NewPlace makes an entry that calls visit when chosen.
func NewPlace(icon fyne.Resource, text string, visit func()) *Place {
	p := &Place{icon: icon, text: text, visit: visit}
	p.ExtendBaseWidget(p)
	return p
}

// SetHere marks the entry as the screen that is shown.
func (p *Place) SetHere(here bool) { p.here = here; p.Refresh() }

// SetSlim leaves only the icon.
func (p *Place) SetSlim(slim bool) { p.slim = slim; p.Refresh() }

// SetBadge shows a short number at the end; "" takes it away.
func (p *Place) SetBadge(text string) {
	if p.badge != text {
		p.badge = text
		p.Refresh()
	}
}

// Tapped visits.
func (p *Place) Tapped(*fyne.PointEvent) { p.visit() }

// Cursor shows that the entry can be clicked.
func (p *Place) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn, MouseMoved and MouseOut follow the pointer.
func (p *Place) MouseIn(*desktop.MouseEvent) { p.hovered = true; p.Refresh(); p.tell() }

// tell says the name that is not written.
func (p *Place) tell() {
	switch {
	case p.Named == nil:
	case p.slim && (p.hovered || p.focused):
		p.Named(p.text)
	default:
		p.Named("")
	}
}

// MouseMoved does nothing.
func (p *Place) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends the hovering.
func (p *Place) MouseOut() { p.hovered = false; p.Refresh(); p.tell() }

// FocusGained shows the focus.
func (p *Place) FocusGained() { p.focused = true; p.Refresh(); p.tell() }

// FocusLost hides it.
func (p *Place) FocusLost() { p.focused = false; p.Refresh(); p.tell() }

// TypedRune leaves letters to the window.
func (p *Place) TypedRune(r rune) { passRune(p, r) }

// TypedKey visits on Enter and Space.
func (p *Place) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		p.visit()
	default:
		passKey(p, e)
	}
}

// AccessibilityLabel is the name of the screen.
func (p *Place) AccessibilityLabel() string { return p.text }

// AccessibilityRole tells readers of the screen that this can be pressed.
func (p *Place) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// CreateRenderer draws the entry.
func (p *Place) CreateRenderer() fyne.WidgetRenderer {
	r := &placeRenderer{p: p, ground: canvas.NewRectangle(nil), bar: canvas.NewRectangle(nil), icon: widget.NewIcon(p.icon),
		text: Words{}.Line(""), badge: Words{Size: theme.SizeNameCaptionText, Color: look.Muted}.Line("")}
	r.box = container.NewWithoutLayout(r.ground, r.bar, r.icon, r.text, r.badge)
	r.Refresh()
	return r
}

// Brand is the sign and the name of the app at the top of the navigation.
type Brand struct {
	*fyne.Container
	name *widget.RichText
}

// NewBrand makes it.
func NewBrand(name string) *Brand {
	side := 1.9 * theme.TextSize()
	sign := container.NewGridWrap(fyne.NewSquareSize(side), widget.NewIcon(look.Footprint()))
	text := Words{Style: fyne.TextStyle{Bold: true}, OneRow: true}.New(name)
	return &Brand{container.New(layout.NewCustomPaddedLayout(0, 10, 6, 0), container.NewBorder(nil, nil, container.NewCenter(sign), nil, text)), text}
}

// SetSlim leaves only the sign.
func (b *Brand) SetSlim(slim bool) { show(b.name, !slim) }

type placeRenderer struct {
	p           *Place
	ground, bar *canvas.Rectangle
	icon        *widget.Icon
	text, badge *widget.RichText
	box         *fyne.Container
}

func (r *placeRenderer) Destroy()                     {}
func (r *placeRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.box} }

func (r *placeRenderer) MinSize() fyne.Size {
	icon := theme.IconInlineSize()
	high := r.text.MinSize().Height + 2
	if r.p.slim {
		return fyne.NewSize(icon+24, high)
	}
	return fyne.NewSize(12+icon+r.text.MinSize().Width+r.bolder()+r.badge.MinSize().Width, high)
}

// bolder is the room the text still needs when it is bold, so that the navigation is as wide on every screen.
func (r *placeRenderer) bolder() float32 {
	if r.p.here {
		return 0
	}
	plain, bold := fyne.MeasureText(r.p.text, theme.TextSize(), fyne.TextStyle{}), fyne.MeasureText(r.p.text, theme.TextSize(), fyne.TextStyle{Bold: true})
	return bold.Width - plain.Width
}

func (r *placeRenderer) Layout(s fyne.Size) {
	icon := theme.IconInlineSize()
	r.box.Resize(s)
	r.ground.Resize(s)
	r.bar.Resize(fyne.NewSize(3, s.Height-14))
	r.bar.Move(fyne.NewPos(0, 7))
	r.icon.Resize(fyne.NewSquareSize(icon))
	r.icon.Move(fyne.NewPos(12, (s.Height-icon)/2))
	r.text.Resize(r.text.MinSize())
	r.text.Move(fyne.NewPos(12+icon+2, (s.Height-r.text.MinSize().Height)/2))
	b := r.badge.MinSize()
	r.badge.Resize(b)
	r.badge.Move(fyne.NewPos(s.Width-b.Width, (s.Height-b.Height)/2))
}

func (r *placeRenderer) Refresh() {
	th, v := r.p.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	word := r.text.Segments[0].(*widget.TextSegment)
	word.Text = r.p.text
	ink := theme.ColorNameForeground
	ground := fyne.ThemeColorName("")
	switch {
	case r.p.here:
		ink, ground = theme.ColorNamePrimary, look.AccentSoft
	case r.p.hovered:
		ground = theme.ColorNameHover
	}
	word.Style.ColorName, word.Style.TextStyle.Bold = ink, r.p.here
	r.ground.FillColor = nil
	if ground != "" {
		r.ground.FillColor = th.Color(ground, v)
	}
	r.ground.CornerRadius = 8
	r.ground.StrokeColor, r.ground.StrokeWidth = nil, 0
	if r.p.focused {
		r.ground.StrokeColor, r.ground.StrokeWidth = th.Color(theme.ColorNamePrimary, v), 2
	}
	r.bar.FillColor = th.Color(theme.ColorNamePrimary, v)
	r.bar.CornerRadius = 2
	show(r.bar, r.p.here)
	r.icon.SetResource(look.Tinted(r.p.icon, ink))
	r.badge.Segments[0].(*widget.TextSegment).Text = r.p.badge
	show(r.text, !r.p.slim)
	show(r.badge, !r.p.slim)
	r.text.Refresh()
	r.badge.Refresh()
	r.Layout(r.p.Size())
	canvas.Refresh(r.p)
}
