package part

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Hover tells when the pointer comes over its content and when it leaves.
type Hover struct {
	widget.BaseWidget
	content fyne.CanvasObject
	over    func(in bool)
}

var _ desktop.Hoverable = (*Hover)(nil)

// NewHover makes one.
func NewHover(content fyne.CanvasObject, over func(in bool)) *Hover {
	h := &Hover{content: content, over: over}
	h.ExtendBaseWidget(h)
	return h
}

// CreateRenderer draws the content.
func (h *Hover) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(h.content) }

// MouseIn tells that the pointer came.
func (h *Hover) MouseIn(*desktop.MouseEvent) { h.over(true) }

// MouseMoved does nothing.
func (h *Hover) MouseMoved(*desktop.MouseEvent) {}

// MouseOut tells that it left.
func (h *Hover) MouseOut() { h.over(false) }
