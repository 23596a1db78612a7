package part

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footprint/internal/footprint"
	"footprint/internal/gui/look"
)

// Column sets parts below each other with a gap. The words of a rank bring their own space, so a gap of 0
// reads as one paragraph after another and Tight as one block.
func Column(gap float32, parts ...fyne.CanvasObject) *fyne.Container {
	return container.New(layout.NewCustomPaddedVBoxLayout(gap), parts...)
}

// Gaps of columns, in pixels.
const (
	Tight  = -12
	Close  = -4
	Spaced = 14
)

// Row sets parts beside each other and lets them wrap.
func Row(parts ...fyne.CanvasObject) *fyne.Container {
	return container.New(&wrap{gap: 8}, parts...)
}

// Columns sets parts beside each other, all as wide as the widest, and lets them wrap.
func Columns(parts ...fyne.CanvasObject) *fyne.Container {
	return container.New(&wrap{gap: 8, even: true}, parts...)
}

// Middle is the body of a screen without navigation: a Page in the middle of the window.
func Middle(parts ...fyne.CanvasObject) *container.Scroll {
	return container.NewVScroll(container.New(&page{middle: true}, Column(Spaced, parts...)))
}

// Footed is a Middle whose last part, the way on, stays in sight below it.
func Footed(foot fyne.CanvasObject, parts ...fyne.CanvasObject) fyne.CanvasObject {
	bar := container.NewStack(Ground(theme.ColorNameBackground), container.New(&page{middle: true}, foot))
	return container.NewBorder(nil, bar, nil, nil, Middle(parts...))
}

// Page is the body of a screen: scrolls, with room around it and lines that stay readable.
func Page(parts ...fyne.CanvasObject) *container.Scroll {
	return container.NewVScroll(container.New(&page{}, Column(Spaced, parts...)))
}

// Lay shows what a container holds now. Refresh would also make every part anew, down to the last sign.
func Lay(c *fyne.Container) {
	c.Layout.Layout(c.Objects, c.Size())
	canvas.Refresh(c)
}

// Extend adds a part to the foot of a Page.
func Extend(page *container.Scroll, o fyne.CanvasObject) {
	page.Content.(*fyne.Container).Objects[0].(*fyne.Container).Add(o)
}

// Card lays parts on a surface with a title; an empty title is left out.
func Card(title string, parts ...fyne.CanvasObject) fyne.CanvasObject {
	if title != "" {
		parts = append([]fyne.CanvasObject{Title(title)}, parts...)
	}
	return Panel(look.Surface, Column(0, parts...))
}

// Panel lays content on a rounded ground of a colour of the theme.
func Panel(ground fyne.ThemeColorName, content fyne.CanvasObject) fyne.CanvasObject {
	return container.NewStack(newGround(ground, 10, ground == look.Surface), container.New(layout.NewCustomPaddedLayout(8, 8, 10, 10), content))
}

// Chip is the sign and the word of a severity on its tint.
func Chip(s footprint.Severity, word string) fyne.CanvasObject {
	icon := widget.NewIcon(look.SeverityIcon(s))
	text := widget.NewRichText(&widget.TextSegment{Text: word, Style: widget.RichTextStyle{
		ColorName: look.SeverityColor(s), SizeName: theme.SizeNameCaptionText, TextStyle: fyne.TextStyle{Bold: true}}})
	return container.NewStack(newGround(look.SeverityTint(s), 8, false),
		container.New(layout.NewCustomPaddedLayout(-3, -3, 8, 0), container.New(layout.NewCustomPaddedHBoxLayout(-4), icon, text)))
}

// Pill is a short fact on a quiet ground.
func Pill(label, value string) fyne.CanvasObject {
	segments := []widget.RichTextSegment{
		&widget.TextSegment{Text: label + "  ", Style: widget.RichTextStyle{Inline: true, ColorName: look.Muted, SizeName: theme.SizeNameCaptionText}},
		&widget.TextSegment{Text: value, Style: widget.RichTextStyle{Inline: true, ColorName: theme.ColorNameForeground, SizeName: theme.SizeNameCaptionText, TextStyle: fyne.TextStyle{Bold: true}}},
	}
	return container.NewStack(newGround(theme.ColorNameButton, 8, false), container.New(layout.NewCustomPaddedLayout(-3, -3, 0, 0), widget.NewRichText(segments...)))
}

// Tag is a short word on a quiet ground.
func Tag(text string) fyne.CanvasObject {
	return container.NewStack(newGround(theme.ColorNameButton, 8, false), container.New(layout.NewCustomPaddedLayout(-3, -3, 0, 0),
		Words{Size: theme.SizeNameCaptionText}.Line(text)))
}

// Bubble is a short word over other things.
func Bubble(text string) fyne.CanvasObject {
	return container.NewStack(newGround(look.Surface, 8, true), Words{}.Line(text))
}

// Step is one of several things to do in turn.
func Step(text string) fyne.CanvasObject {
	return container.NewBorder(nil, nil, container.New(layout.NewCustomPaddedVBoxLayout(0), Words{Color: theme.ColorNamePrimary, Style: fyne.TextStyle{Bold: true}}.Line("•"), layout.NewSpacer()), nil, Plain(text))
}

// Fact is a line with the name of a value above it.
func Fact(label, value string) fyne.CanvasObject {
	return Column(Tight, Caption(label), Plain(value))
}

// ground is a rounded rectangle that follows the theme.
type ground struct {
	widget.BaseWidget
	name   fyne.ThemeColorName
	radius float32
	edge   bool
}

func newGround(name fyne.ThemeColorName, radius float32, edge bool) *ground {
	g := &ground{name: name, radius: radius, edge: edge}
	g.ExtendBaseWidget(g)
	return g
}

// Ground fills the space behind something with a colour of the theme.
func Ground(name fyne.ThemeColorName) fyne.CanvasObject { return newGround(name, 0, false) }

func (g *ground) CreateRenderer() fyne.WidgetRenderer {
	r := &groundRenderer{g: g, rect: canvas.NewRectangle(color.Transparent)}
	r.Refresh()
	return r
}

type groundRenderer struct {
	g    *ground
	rect *canvas.Rectangle
}

func (r *groundRenderer) Destroy()                     {}
func (r *groundRenderer) Layout(s fyne.Size)           { r.rect.Resize(s) }
func (r *groundRenderer) MinSize() fyne.Size           { return fyne.Size{} }
func (r *groundRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.rect} }
func (r *groundRenderer) Refresh() {
	th, v := r.g.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	r.rect.FillColor = th.Color(r.g.name, v)
	r.rect.CornerRadius = r.g.radius
	if r.g.edge {
		r.rect.StrokeColor, r.rect.StrokeWidth = th.Color(theme.ColorNameSeparator, v), 1
	}
	r.rect.Refresh()
}
