// Package photos is the screen on which pictures are reviewed: a grid of thumbnails, the present picture large with
// what was found in it, one key for each answer, and a list of the places where pictures were taken.
package photos

import (
	"context"
	"path"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footprint/internal/audit/pictures"
	"footprint/internal/gui/desk"
	"footprint/internal/gui/part"
	"footprint/internal/gui/view"
)

// Photos is the screen.
type Photos struct {
	s      *desk.Desk
	album  *view.Photos // nil until loaded
	state  pictures.PictureState
	thumbs thumbs

	tabs   []*part.Button
	sum    *widget.RichText
	pass   *fyne.Container // the second pass: how far it is, and a button
	grid   *part.PhotoGrid
	detail *detail
	panes  *part.Panes
	place  *fyne.Container // the panes, the places, or a notice
	body   fyne.CanvasObject
	places bool // the list of places is shown
}

// New makes the screen.
func New(s *desk.Desk) *Photos {
	p := &Photos{s: s, thumbs: newThumbs()}
	p.sum = part.Caption("")
	p.grid = part.NewPhotoGrid(p.length, p.cell)
	p.grid.Moved = func(i int) { p.album.SetCursor(i); p.moved() }
	p.grid.Key, p.grid.Rune = p.Key, p.Rune
	p.detail = newDetail(s, p)
	p.panes = part.NewPanes(container.New(layout.NewCustomPaddedLayout(0, 0, 14, 0), p.grid), p.detail.object)
	p.panes.OnNarrow = func(narrow bool) { p.detail.setBack(narrow) }
	p.pass = container.NewStack()
	p.place = container.NewStack()
	head := container.NewBorder(nil, nil, part.HeadingLine(s.W.T("screen.photos")), nil, p.pass)
	top := container.New(layout.NewCustomPaddedLayout(10, 0, 12, 14), part.Column(6, head, container.NewHScroll(p.newTabs()), p.sum))
	p.body = container.NewBorder(top, nil, nil, nil, p.place)
	p.put(part.Notice{Title: s.W.T("photos.loading"), Busy: true}.New())
	return p
}

// newTabs makes the parts of the album and the list of places things to choose.
func (p *Photos) newTabs() fyne.CanvasObject {
	row := container.New(layout.NewCustomPaddedHBoxLayout(4))
	for _, scope := range view.PhotoScopes() {
		p.tabs = append(p.tabs, part.NewButton(p.s.W.T("photos."+string(scope)), func() { p.Scope(scope) }))
	}
	p.tabs = append(p.tabs, part.NewButtonWithIcon(p.s.W.T("photos.places"), theme.SearchIcon(), p.Places))
	for _, b := range p.tabs {
		b.Importance = widget.LowImportance
		row.Add(b)
	}
	return row
}

// Content is what the window shows.
func (p *Photos) Content() fyne.CanvasObject { return p.body }

func (p *Photos) put(o fyne.CanvasObject) {
	p.place.Objects = []fyne.CanvasObject{o}
	part.Lay(p.place)
}

// fetched is what a reload brings.
type fetched struct {
	album []pictures.Picture
	state pictures.PictureState
}

// Reload fetches the album.
func (p *Photos) Reload() {
	desk.Load(p.s.Work, "photos", func(ctx context.Context) (f fetched, err error) {
		if f.album, err = p.s.Audit.Album(ctx); err == nil {
			f.state, err = p.s.Audit.PictureState(ctx)
		}
		return f, err
	}, func(f fetched, err error) {
		if err != nil {
			p.put(p.s.Broken(err, p.Reload))
			return
		}
		if p.state != f.state { // more is known of the pictures
			p.state, p.detail.now = f.state, ""
		}
		if p.album == nil {
			p.album = view.NewPhotos(f.album)
		} else {
			p.album.Renew(f.album)
		}
		p.Redraw()
	})
}

// Scope shows a part of the album.
func (p *Photos) Scope(scope view.PhotoScope) {
	p.places = false
	if p.album != nil {
		p.album.SetScope(scope)
		p.Redraw()
		p.focus()
	}
}

// Redraw shows what is known anew.
func (p *Photos) Redraw() {
	if p.album == nil {
		return
	}
	p.marks()
	p.showPass()
	switch {
	case p.places:
		p.loadPlaces()
		return
	case p.album.Count(view.PhotosAll) == 0:
		none := part.Notice{Icon: theme.MediaPhotoIcon(), Title: p.s.W.T("photos.none"), Text: p.s.W.T("photos.none.text"),
			Actions: []*part.Button{part.NewButtonWithIcon(p.s.W.T("photos.none.action"), theme.FolderOpenIcon(), func() { p.s.Visit("sources") })}}
		p.put(container.NewVScroll(none.New()))
	case p.album.Len() == 0:
		p.put(part.Notice{Icon: theme.ConfirmIcon(), Title: p.s.W.T("photos.nothing." + string(p.album.Scope())), Text: p.s.W.T("photos.nothing.text"),
			Actions: []*part.Button{part.NewButton(p.s.W.T("photos.nothing.action"), func() { p.Scope(view.PhotosAll) })}}.New())
	default:
		p.put(p.panes.Container)
		p.grid.Refresh()
		p.moved()
	}
}

// marks writes the numbers on the tabs and says which is chosen.
func (p *Photos) marks() {
	for i, b := range p.tabs {
		here := p.places
		text := p.s.W.T("photos.places")
		if i < len(view.PhotoScopes()) {
			scope := view.PhotoScopes()[i]
			here = !p.places && p.album.Scope() == scope
			text = p.s.W.T("photos."+string(scope)) + "  " + p.s.W.Count(p.album.Count(scope))
		}
		b.Importance = widget.LowImportance
		if here {
			b.Importance = widget.HighImportance
		}
		b.SetText(text)
	}
	part.Set(p.sum, p.s.W.T("photos.keys"))
	if p.places || p.album.Len() == 0 {
		p.sum.Hide() // no picture to answer
	} else {
		p.sum.Show()
	}
}

func (p *Photos) length() int {
	if p.album == nil {
		return 0
	}
	return p.album.Len()
}

// cell is what one cell of the grid shows.
func (p *Photos) cell(i int) part.PhotoCell {
	x := p.album.At(i)
	c := part.PhotoCell{Open: x.Open, Severity: x.Worst, Here: i == p.album.Cursor()}
	if !p.s.Veiled {
		c.Image = p.thumbs.of(x.Thumbnail)
	}
	if c.Image == nil && len(x.Copies) > 0 && !p.s.Veiled {
		c.Name = path.Base(x.Copies[0].Path)
	}
	for _, a := range Answers() {
		if a.Name == x.Answer {
			c.Answer = a.Icon
		}
	}
	return c
}

// moved shows the present picture.
func (p *Photos) moved() {
	p.grid.SetCursor(p.album.Cursor())
	p.grid.Refresh()
	p.detail.show(p.album.Now())
}

func (p *Photos) focus() {
	if !p.places && p.album.Len() > 0 {
		p.s.Win.Canvas().Focus(p.grid)
	}
}
