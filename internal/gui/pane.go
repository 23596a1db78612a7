package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footprint/internal/audit"
	"footprint/internal/gui/part"
)

// pane is the body of a screen that is fetched whole: loading, then its content or what went wrong.
type pane struct {
	s     *Shell
	stack *fyne.Container
}

func newPane(s *Shell) pane { return pane{s, container.NewStack()} }

func (p *pane) content() fyne.CanvasObject { return p.stack }

func (p *pane) set(o fyne.CanvasObject) {
	p.stack.Objects = []fyne.CanvasObject{o}
	p.stack.Refresh()
}

// busy says that something is fetched, unless something is shown already.
func (p *pane) busy(key string) {
	if len(p.stack.Objects) == 0 {
		p.set(part.Notice{Title: p.s.w.T(key), Busy: true}.New())
	}
}

// failed says what to do next.
func (p *pane) failed(err error, retry func()) {
	p.set(p.s.broken(err, retry))
}

// broken is a notice of an error: what to do next, then the error itself.
func (s *Shell) broken(err error, retry func()) fyne.CanvasObject {
	n := part.Notice{Icon: theme.WarningIcon(), Title: audit.Explain(err), Text: err.Error()}
	if retry != nil {
		n.Actions = []*widget.Button{widget.NewButton(s.w.T("retry"), retry)}
	}
	return n.New()
}
