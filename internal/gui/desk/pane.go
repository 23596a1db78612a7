package desk

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"footprint/internal/gui/part"
)

// Pane is the body of a screen that is fetched whole: loading, then its content or what went wrong.
type Pane struct {
	s     *Desk
	stack *fyne.Container
}

// NewPane makes an empty one.
func NewPane(s *Desk) Pane { return Pane{s, container.NewStack()} }

// Content is what the window shows.
func (p *Pane) Content() fyne.CanvasObject { return p.stack }

// Set shows something else.
func (p *Pane) Set(o fyne.CanvasObject) {
	p.stack.Objects = []fyne.CanvasObject{o}
	part.Lay(p.stack)
}

// atOnce is how many cards of a long page are made in one callback: each takes milliseconds to lay out.
const atOnce = 2

// SetLong shows a page with many cards between its head and its foot. The first come with it, the others in callbacks
// of their own, so that the window does not stand still.
func (p *Pane) SetLong(head []fyne.CanvasObject, cards int, card func(i int) fyne.CanvasObject, foot ...fyne.CanvasObject) {
	made, first := 0, atOnce
	if p.s.Inline {
		first = cards
	}
	more := func(most int) (parts []fyne.CanvasObject) {
		for ; made < cards && len(parts) < most; made++ {
			parts = append(parts, card(made))
		}
		if made == cards {
			parts = append(parts, foot...)
		}
		return parts
	}
	page := part.Page(append(head, more(first)...)...)
	p.Set(page)
	var grow func()
	grow = func() {
		if p.stack.Objects[0] != fyne.CanvasObject(page) {
			return // something else is shown by now
		}
		for _, o := range more(atOnce) {
			part.Extend(page, o)
		}
		if made < cards {
			p.s.Work.Later(grow)
		}
	}
	if made < cards {
		p.s.Work.Later(grow)
	}
}

// SetKeeping is Set that stays where a scrolled page was scrolled to.
func (p *Pane) SetKeeping(page *container.Scroll) {
	if len(p.stack.Objects) == 1 {
		if old, ok := p.stack.Objects[0].(*container.Scroll); ok {
			defer page.ScrollToOffset(old.Offset)
		}
	}
	p.Set(page)
}

// Loading says that something is fetched, unless something is shown already.
func (p *Pane) Loading(key string) {
	if len(p.stack.Objects) == 0 {
		p.Set(part.Notice{Title: p.s.W.T(key), Busy: true}.New())
	}
}

// Failed says what to do next.
func (p *Pane) Failed(err error, retry func()) {
	p.Set(p.s.Broken(err, retry))
}

// Broken is a notice of an error: what to do next, then the error itself.
func (s *Desk) Broken(err error, retry func()) fyne.CanvasObject {
	n := part.Notice{Icon: theme.WarningIcon(), Title: s.W.Trouble(err), Text: err.Error()}
	if retry != nil {
		n.Actions = []*part.Button{part.NewButton(s.W.T("retry"), retry)}
	}
	return n.New()
}
