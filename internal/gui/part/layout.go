package part

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// wrap sets parts in rows. Unlike Fyne's own it may become narrower again, and each row is as high as its
// highest part.
type wrap struct {
	gap     float32
	centred bool // rows stand in the middle
	even    bool // all parts are as wide as the widest, which puts them in columns
	width   float32
}

func widest(parts []fyne.CanvasObject) (w float32) {
	for _, p := range parts {
		if p.Visible() {
			w = max(w, p.MinSize().Width)
		}
	}
	return w
}

// size is how large a part becomes; least is its width in a row of even ones.
func (l *wrap) size(p fyne.CanvasObject, least float32) fyne.Size {
	s := p.MinSize()
	if l.even {
		s.Width = least
	}
	return s
}

func (l *wrap) MinSize(parts []fyne.CanvasObject) fyne.Size {
	widest := widest(parts)
	return fyne.NewSize(widest, l.each(parts, max(l.width, widest), nil))
}

func (l *wrap) Layout(parts []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	l.each(parts, size.Width, func(p fyne.CanvasObject, at fyne.Position, s fyne.Size) {
		p.Move(at)
		p.Resize(s)
	})
}

// each places the parts and returns the height they need.
func (l *wrap) each(parts []fyne.CanvasObject, width float32, place func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	var y float32
	least := widest(parts)
	for len(parts) > 0 {
		row, wide, high := l.row(parts, width, least)
		x := float32(0)
		if l.centred {
			x = (width - wide) / 2
		}
		for _, p := range parts[:row] {
			if !p.Visible() {
				continue
			}
			s := l.size(p, least)
			if place != nil {
				place(p, fyne.NewPos(x, y), s)
			}
			x += s.Width + l.gap
		}
		y += high
		if parts = parts[row:]; len(parts) > 0 {
			y += l.gap
		}
	}
	return y
}

// row is how many parts fit in the first row, with its width and its height.
func (l *wrap) row(parts []fyne.CanvasObject, width, least float32) (n int, wide, high float32) {
	for _, p := range parts {
		if p.Visible() {
			s := l.size(p, least)
			switch {
			case high == 0:
				wide = s.Width
			case wide+l.gap+s.Width > width:
				return n, wide, high
			default:
				wide += l.gap + s.Width
			}
			high = max(high, s.Height)
		}
		n++
	}
	return n, wide, high
}

// Beside sets two parts beside each other where there is room and below each other where there is not. One
// part that is nil is left out; of two nothing is left.
func Beside(left, right fyne.CanvasObject) fyne.CanvasObject {
	switch {
	case left == nil:
		return right
	case right == nil:
		return left
	}
	return container.New(&beside{}, left, right)
}

// beside gives two parts half of the width each, or all of it below besideFrom letters of text.
type beside struct{ width float32 }

const besideFrom = 56

func (l *beside) wide() bool { return l.width >= besideFrom*theme.TextSize() }

func (l *beside) MinSize(parts []fyne.CanvasObject) fyne.Size {
	a, b := parts[0].MinSize(), parts[1].MinSize()
	if l.wide() {
		return fyne.NewSize(max(a.Width, b.Width), max(a.Height, b.Height))
	}
	return fyne.NewSize(max(a.Width, b.Width), a.Height+Spaced+b.Height)
}

func (l *beside) Layout(parts []fyne.CanvasObject, size fyne.Size) {
	l.width = size.Width
	if l.wide() {
		half := (size.Width - Spaced) / 2
		for i, p := range parts {
			p.Move(fyne.NewPos(float32(i)*(half+Spaced), 0))
			p.Resize(fyne.NewSize(half, size.Height))
		}
		return
	}
	y := float32(0)
	for _, p := range parts {
		p.Resize(fyne.NewSize(size.Width, p.MinSize().Height))
		p.Resize(fyne.NewSize(size.Width, p.MinSize().Height)) // wrapped words know their height only now
		p.Move(fyne.NewPos(0, y))
		y += p.Size().Height + Spaced
	}
}

// page keeps lines readable: its content is at most so wide, with room around it.
type page struct{ middle bool }

// Room around the body of a screen, and the widest it becomes, in letters of text, beside the navigation and by itself.
const (
	pageRoom    = 18
	pageWidth   = 74
	middleWidth = 56
)

func (*page) MinSize(parts []fyne.CanvasObject) fyne.Size {
	return parts[0].MinSize().Add(fyne.NewSize(2*pageRoom, 2*pageRoom))
}

func (l *page) Layout(parts []fyne.CanvasObject, size fyne.Size) {
	widest, x := float32(pageWidth), float32(pageRoom)
	if l.middle {
		widest = middleWidth
	}
	width := min(size.Width-2*pageRoom, widest*theme.TextSize())
	if l.middle {
		x = (size.Width - width) / 2
	}
	parts[0].Move(fyne.NewPos(x, pageRoom))
	parts[0].Resize(fyne.NewSize(width, size.Height-2*pageRoom))
}

// Level sets a part in the middle of the height that it is given.
func Level(o fyne.CanvasObject) fyne.CanvasObject { return container.New(level{}, o) }

type level struct{}

func (level) MinSize(parts []fyne.CanvasObject) fyne.Size { return parts[0].MinSize() }

func (level) Layout(parts []fyne.CanvasObject, size fyne.Size) {
	high := parts[0].MinSize().Height
	parts[0].Move(fyne.NewPos(0, (size.Height-high)/2))
	parts[0].Resize(fyne.NewSize(size.Width, high))
}

// Panes shows a list and a detail beside each other where there is room, and one of them where there is not.
type Panes struct {
	*fyne.Container
	list, detail fyne.CanvasObject
	open         bool // the detail is in front when only one is shown
	narrow       bool
	// OnNarrow is told when the room for two comes or goes.
	OnNarrow func(narrow bool)
}

// NewPanes makes panes of a list and a detail.
func NewPanes(list, detail fyne.CanvasObject) *Panes {
	p := &Panes{list: list, detail: detail}
	p.Container = container.New(panesLayout{p}, list, detail)
	return p
}

// Narrow reports whether only one pane is shown.
func (p *Panes) Narrow() bool { return p.narrow }

// Open brings the detail, or the list, to the front of narrow panes.
func (p *Panes) Open(detail bool) {
	p.open = detail
	p.Refresh()
}

// narrowBelow is the width, in letters of text, under which only one pane is shown.
const narrowBelow = 50

type panesLayout struct{ p *Panes }

// MinSize is that of one pane: a window may always be narrow.
func (panesLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(220, 120) }

// Layout places the panes.
func (l panesLayout) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	p := l.p
	narrow := size.Width < narrowBelow*theme.TextSize()
	if narrow != p.narrow {
		p.narrow = narrow
		if p.OnNarrow != nil {
			p.OnNarrow(narrow)
		}
	}
	if narrow {
		show(p.list, !p.open)
		show(p.detail, p.open)
		for _, o := range []fyne.CanvasObject{p.list, p.detail} {
			o.Move(fyne.Position{})
			o.Resize(size)
		}
		return
	}
	show(p.list, true)
	show(p.detail, true)
	left := max(size.Width*0.42, 24*theme.TextSize())
	p.list.Move(fyne.Position{})
	p.list.Resize(fyne.NewSize(left, size.Height))
	p.detail.Move(fyne.NewPos(left, 0))
	p.detail.Resize(fyne.NewSize(size.Width-left, size.Height))
}

func show(o fyne.CanvasObject, visible bool) {
	if visible == o.Visible() {
		return
	}
	if visible {
		o.Show()
	} else {
		o.Hide()
	}
}
