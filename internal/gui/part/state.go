package part

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footprint/internal/gui/look"
)

// Notice fills a place that has nothing to show: empty, loading or failed. It says why and what to do next.
type Notice struct {
	Icon        fyne.Resource // nil for none
	Title, Text string
	Busy        bool      // a sign of waiting instead of the icon; it stands still, as moving signs cost a processor
	Actions     []*Button // the first is the next step
}

// New makes the notice.
func (n Notice) New() fyne.CanvasObject {
	var sign fyne.CanvasObject
	size := fyne.NewSquareSize(3 * theme.TextSize())
	switch {
	case n.Busy:
		sign = container.NewGridWrap(size, widget.NewIcon(look.Tinted(theme.HistoryIcon(), look.Muted)))
	case n.Icon != nil:
		sign = container.NewGridWrap(size, widget.NewIcon(look.Tinted(n.Icon, look.Muted)))
	}
	middle := Words{Align: fyne.TextAlignCenter}
	title, text := middle, middle
	title.Size, title.Style = theme.SizeNameSubHeadingText, fyne.TextStyle{Bold: true}
	text.Color = look.Muted
	parts := []fyne.CanvasObject{}
	if sign != nil {
		parts = append(parts, container.NewCenter(sign))
	}
	parts = append(parts, title.New(n.Title))
	if n.Text != "" {
		parts = append(parts, text.New(n.Text))
	}
	if len(n.Actions) > 0 {
		n.Actions[0].Importance = widget.HighImportance
		row := container.New(&wrap{gap: 8, centred: true})
		for _, b := range n.Actions {
			row.Add(b)
		}
		parts = append(parts, container.New(layout.NewCustomPaddedLayout(6, 0, 0, 0), row))
	}
	return container.New(middleLayout{}, Column(0, parts...))
}

// middleLayout centres its content with lines of a readable width.
type middleLayout struct{}

func (middleLayout) MinSize(parts []fyne.CanvasObject) fyne.Size {
	return parts[0].MinSize().Add(fyne.NewSize(2*pageRoom, 2*pageRoom))
}

func (middleLayout) Layout(parts []fyne.CanvasObject, size fyne.Size) {
	width := min(size.Width-2*pageRoom, 34*theme.TextSize())
	parts[0].Resize(fyne.NewSize(width, parts[0].MinSize().Height))
	high := parts[0].MinSize().Height
	parts[0].Move(fyne.NewPos((size.Width-width)/2, max(pageRoom, (size.Height-high)*0.4)))
	parts[0].Resize(fyne.NewSize(width, high))
}
