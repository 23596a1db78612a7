package part

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footprint/internal/footprint"
	"footprint/internal/gui/look"
)

// PhotoCell is what one cell of the grid shows.
type PhotoCell struct {
	Image    image.Image // nil: Name stands in
	Name     string
	Open     int // tasks
	Severity footprint.Severity
	Answer   fyne.Resource // sign of the answer; nil for none
	Here     bool
}

// PhotoGrid is a grid of thumbnails. Arrow keys move a cursor; all other keys go to Key and Rune.
type PhotoGrid struct {
	widget.GridWrap
	// Moved is called when the user moves the cursor.
	Moved func(cell int)
	Key   func(*fyne.KeyEvent)
	Rune  func(rune)

	cursor int
	quiet  bool
}

// NewPhotoGrid makes a grid over length cells.
func NewPhotoGrid(length func() int, cell func(i int) PhotoCell) *PhotoGrid {
	g := &PhotoGrid{cursor: -1}
	g.Length = length
	g.CreateItem = newPhotoCell
	g.UpdateItem = func(i int, o fyne.CanvasObject) { o.(*photoCell).set(cell(i)) }
	g.OnSelected = func(i int) {
		g.cursor = i
		if !g.quiet && g.Moved != nil {
			g.Moved(i)
		}
	}
	g.ExtendBaseWidget(g)
	return g
}

// SetCursor puts the cursor on a cell without telling Moved; -1 takes it away.
func (g *PhotoGrid) SetCursor(i int) {
	g.quiet = true
	g.UnselectAll()
	if i >= 0 && i < g.Length() {
		g.Select(i)
	}
	g.cursor = i
	g.quiet = false
}

// gridPage is how many rows a page key moves.
const gridPage = 3

// TypedKey moves the cursor.
func (g *PhotoGrid) TypedKey(e *fyne.KeyEvent) {
	to, other := moved(e.Name, g.cursor, g.Length(), max(1, g.ColumnCount()), gridPage)
	switch {
	case !other && to >= 0:
		g.Select(to)
	case other && g.Key != nil:
		g.Key(e)
	}
}

// TypedRune passes letters on.
func (g *PhotoGrid) TypedRune(r rune) {
	if g.Rune != nil {
		g.Rune(r)
	}
}

// FocusGained keeps the cursor where it is.
func (g *PhotoGrid) FocusGained() {}

// photoCell is one thumbnail with its signs.
type photoCell struct {
	widget.BaseWidget
	image  *canvas.Image
	name   *widget.RichText
	frame  *canvas.Rectangle
	ground *ground
	task   *widget.Icon
	tint   *ground
	answer *widget.Icon
	badge  *ground
	here   bool
}

func newPhotoCell() fyne.CanvasObject {
	c := &photoCell{
		image: canvas.NewImageFromImage(nil), frame: canvas.NewRectangle(nil), ground: newGround(theme.ColorNameButton, 6, false),
		name: Words{Color: look.Muted, Size: theme.SizeNameCaptionText, Align: fyne.TextAlignCenter}.New(""),
		task: widget.NewIcon(nil), answer: widget.NewIcon(nil), tint: newGround(look.Surface, 9, true), badge: newGround(look.Surface, 9, true),
	}
	c.image.FillMode, c.image.ScaleMode = canvas.ImageFillCover, canvas.ImageScaleSmooth
	c.image.CornerRadius = 6
	c.frame.CornerRadius = 8
	c.ExtendBaseWidget(c)
	return c
}

// cellSide is the width of a cell in letters of text, cellRing that of the ring around the present one in pixels.
const (
	cellSide = 9.2
	cellRing = 4
)

func (c *photoCell) set(v PhotoCell) {
	c.image.Image = v.Image
	show(c.image, v.Image != nil)
	show(c.name, v.Image == nil)
	Set(c.name, v.Name)
	show(c.task, v.Open > 0)
	show(c.tint, v.Open > 0)
	c.task.SetResource(look.SeverityIcon(v.Severity))
	show(c.answer, v.Answer != nil)
	show(c.badge, v.Answer != nil)
	if v.Answer != nil {
		c.answer.SetResource(look.Tinted(v.Answer, theme.ColorNamePrimary))
	}
	c.here = v.Here
	c.Refresh()
}

func (c *photoCell) CreateRenderer() fyne.WidgetRenderer {
	sign := func(badge *ground, icon *widget.Icon) fyne.CanvasObject {
		return container.NewStack(badge, container.New(layout.NewCustomPaddedLayout(2, 2, 2, 2), icon))
	}
	r := &photoCellRenderer{c: c, task: sign(c.tint, c.task), answer: sign(c.badge, c.answer)}
	r.Refresh()
	return r
}

type photoCellRenderer struct {
	c            *photoCell
	task, answer fyne.CanvasObject
}

func (r *photoCellRenderer) Destroy() {}
func (r *photoCellRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.c.frame, r.c.ground, r.c.image, r.c.name, r.task, r.answer}
}

func (r *photoCellRenderer) MinSize() fyne.Size {
	return fyne.NewSquareSize(cellSide * theme.TextSize())
}

func (r *photoCellRenderer) Layout(s fyne.Size) {
	for _, o := range []fyne.CanvasObject{r.c.ground, r.c.image} {
		o.Move(fyne.NewPos(cellRing, cellRing))
		o.Resize(s.SubtractWidthHeight(2*cellRing, 2*cellRing))
	}
	high := r.c.name.MinSize().Height
	r.c.name.Resize(fyne.NewSize(s.Width, high))
	r.c.name.Move(fyne.NewPos(0, (s.Height-high)/2))
	side := theme.IconInlineSize() + 4
	r.task.Resize(fyne.NewSquareSize(side))
	r.task.Move(fyne.NewPos(8, s.Height-side-8))
	r.answer.Resize(fyne.NewSquareSize(side))
	r.answer.Move(fyne.NewPos(s.Width-side-8, s.Height-side-8))
	r.c.frame.Resize(s)
}

func (r *photoCellRenderer) Refresh() {
	th, v := r.c.Theme(), fyne.CurrentApp().Settings().ThemeVariant()
	r.c.frame.FillColor = nil
	if r.c.here {
		r.c.frame.FillColor = th.Color(theme.ColorNamePrimary, v)
	}
	r.c.ground.Refresh()
	r.c.image.Refresh()
	r.c.frame.Refresh()
	r.task.Refresh()
	r.answer.Refresh()
	canvas.Refresh(r.c)
}
