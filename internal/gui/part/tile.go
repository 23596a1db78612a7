package part

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footprint/internal/footprint"
	"footprint/internal/gui/look"
)

// Tile is a number with its severity that leads to the tasks it counts.
func Tile(s footprint.Severity, number, word string, visit func()) fyne.CanvasObject {
	big := Words{Size: theme.SizeNameHeadingText, Style: fyne.TextStyle{Bold: true}, Color: look.SeverityColor(s)}.Line(number)
	small := Words{Size: theme.SizeNameCaptionText, Color: look.SeverityColor(s), Style: fyne.TextStyle{Bold: true}}.Line(word)
	icon := widget.NewIcon(look.SeverityIcon(s))
	face := container.NewStack(newGround(look.SeverityTint(s), 10, false),
		container.New(layout.NewCustomPaddedLayout(0, 0, 8, 6), Column(-16, big, container.New(layout.NewCustomPaddedHBoxLayout(-4),
			container.New(layout.NewCustomPaddedLayout(0, 0, 4, 0), icon), small))))
	t := &tile{face: face, visit: visit, name: word + " " + number}
	t.ExtendBaseWidget(t)
	return t
}

// tile makes its face something to press, with the pointer or the keyboard.
type tile struct {
	widget.BaseWidget
	face  fyne.CanvasObject
	visit func()
	name  string
	edge  *ground
}

func (t *tile) CreateRenderer() fyne.WidgetRenderer {
	t.edge = newGround(theme.ColorNameFocus, 10, false)
	t.edge.Hide()
	return widget.NewSimpleRenderer(container.NewStack(t.face, t.edge))
}

func (t *tile) Tapped(*fyne.PointEvent)    { t.visit() }
func (t *tile) Cursor() desktop.Cursor     { return desktop.PointerCursor }
func (t *tile) FocusGained()               { t.edge.Show() }
func (t *tile) FocusLost()                 { t.edge.Hide() }
func (t *tile) TypedRune(r rune)           { passRune(t, r) }
func (t *tile) AccessibilityLabel() string { return t.name }

// AccessibilityRole tells readers of the screen that this can be pressed.
func (t *tile) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

func (t *tile) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		t.visit()
	default:
		passKey(t, e)
	}
}
