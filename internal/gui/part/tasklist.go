package part

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footprint/internal/footprint"
	"footprint/internal/gui/look"
)

// TaskRow is what one row of the checklist, or of a list like it, shows in words.
type TaskRow struct {
	Severity             footprint.Severity
	Title, Excerpt, Meta string
	Corner               string // before the facts of the last line: the word of the severity
	// Sign and Color stand in for those of the severity.
	Sign            fyne.Resource
	Color           fyne.ThemeColorName
	Marked, Marking bool
}

// TaskList is the list of the checklist. Arrow keys move a cursor; all other keys go to Key and Rune.
type TaskList struct {
	widget.List
	// Moved is called when the user moves the cursor.
	Moved func(row int)
	// Key and Rune get what the list has no use for.
	Key  func(*fyne.KeyEvent)
	Rune func(rune)

	cursor int
	quiet  bool
}

// NewTaskList makes a list over length rows.
func NewTaskList(length func() int, row func(i int) TaskRow) *TaskList {
	l := &TaskList{cursor: -1}
	l.Length = length
	l.CreateItem = newTaskRow
	l.UpdateItem = func(i int, o fyne.CanvasObject) { setTaskRow(o.(*fyne.Container), row(i)) }
	l.OnSelected = func(i int) {
		l.cursor = i
		if !l.quiet && l.Moved != nil {
			l.Moved(i)
		}
	}
	l.ExtendBaseWidget(l)
	return l
}

// SetCursor puts the cursor on a row without telling Moved; -1 takes it away.
func (l *TaskList) SetCursor(i int) {
	l.quiet = true
	if i < 0 {
		l.UnselectAll()
	} else {
		l.Select(i)
		l.ScrollTo(i) // which Select does not for the row it was on, however the list has changed
	}
	if i == 0 {
		l.ScrollToTop()
	}
	l.cursor = i
	l.quiet = false
}

// pageRows is how far the page keys move.
const pageRows = 8

// TypedKey moves the cursor.
func (l *TaskList) TypedKey(e *fyne.KeyEvent) {
	to, other := moved(e.Name, l.cursor, l.Length(), 1, pageRows)
	switch {
	case !other && to >= 0:
		l.Select(to)
	case other && l.Key != nil:
		l.Key(e)
	}
}

// TypedRune passes letters on.
func (l *TaskList) TypedRune(r rune) {
	if l.Rune != nil {
		l.Rune(r)
	}
}

// FocusGained keeps the cursor where it is.
func (l *TaskList) FocusGained() {}

// Places of the parts in a row.
const (
	rowMark = iota
	rowSign
	rowWords
	rowCorner
)

func newTaskRow() fyne.CanvasObject {
	oneRow := func(w Words) *widget.RichText { w.OneRow = true; return w.New("") }
	words := Column(-13, oneRow(strongRank), oneRow(mutedRank), oneRow(captionRank))
	return container.New(&taskRowLayout{},
		widget.NewIcon(theme.CheckButtonIcon()),
		widget.NewIcon(look.SeverityIcon(footprint.SeverityInfo)),
		words,
		Words{Size: theme.SizeNameCaptionText, Style: fyne.TextStyle{Bold: true}}.Line(""),
	)
}

// setTaskRow shows a row. A list that moves its cursor asks for each row several times; what is shown already stays.
func setTaskRow(c *fyne.Container, row TaskRow) {
	l := c.Layout.(*taskRowLayout)
	if l.set && l.row == row && l.width == c.Size().Width {
		return
	}
	l.row, l.width, l.set = row, c.Size().Width, true
	mark := c.Objects[rowMark].(*widget.Icon)
	show(mark, row.Marking)
	if row.Marked {
		setSign(mark, theme.CheckButtonCheckedIcon())
	} else {
		setSign(mark, theme.CheckButtonIcon())
	}
	sign, color := row.Sign, row.Color
	if sign == nil {
		sign, color = look.SeverityIcon(row.Severity), look.SeverityColor(row.Severity)
	}
	setSign(c.Objects[rowSign].(*widget.Icon), sign)
	words := c.Objects[rowWords].(*fyne.Container)
	for i, text := range [...]string{row.Title, row.Excerpt, row.Meta} {
		Set(words.Objects[i].(*widget.RichText), cut(text, c.Size().Width))
	}
	corner := c.Objects[rowCorner].(*widget.RichText)
	if word := corner.Segments[0].(*widget.TextSegment); word.Text != row.Corner || word.Style.ColorName != color {
		word.Text, word.Style.ColorName = row.Corner, color
		corner.Refresh()
	}
	c.Layout.Layout(c.Objects, c.Size())
}

// narrow is the width of the letters of a narrow line on average, in parts of the size of the text.
const narrow = 0.4

// cut leaves of a line what may find room, and a little more: what is cut off by its width is measured whole first.
func cut(text string, width float32) string {
	room := int(width/(narrow*theme.CaptionTextSize())) + 1
	if width == 0 || len(text) <= room {
		return text
	}
	n := 0
	for at := range text {
		if n++; n > room {
			return text[:at] + "…"
		}
	}
	return text
}

// setSign changes a sign. To draw one takes longer than the words beside it.
func setSign(i *widget.Icon, sign fyne.Resource) {
	if i.Resource != sign {
		i.SetResource(sign)
	}
}

// taskRowLayout gives the words what the signs leave, and sets the word of the severity before the last line: at the end
// of the first it would cut the title. It keeps what the row shows.
type taskRowLayout struct {
	row   TaskRow
	width float32 // for which it was cut
	set   bool
}

func (*taskRowLayout) MinSize(parts []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(160, parts[rowWords].MinSize().Height+2)
}

func (*taskRowLayout) Layout(parts []fyne.CanvasObject, size fyne.Size) {
	icon := theme.IconInlineSize()
	x := float32(10)
	top := theme.InnerPadding() + 3
	if parts[rowMark].Visible() {
		parts[rowMark].Move(fyne.NewPos(x, top))
		parts[rowMark].Resize(fyne.NewSquareSize(icon))
		x += icon + 6
	}
	parts[rowSign].Move(fyne.NewPos(x, top))
	parts[rowSign].Resize(fyne.NewSquareSize(icon))
	x += icon
	words := parts[rowWords].(*fyne.Container)
	words.Move(fyne.NewPos(x, 1))
	words.Resize(fyne.NewSize(size.Width-x, size.Height-2))
	corner, facts := parts[rowCorner], words.Objects[len(words.Objects)-1]
	room := corner.MinSize()
	corner.Move(fyne.NewPos(x, 1+facts.Position().Y))
	corner.Resize(room)
	indent := max(0, room.Width-theme.InnerPadding())
	facts.Move(fyne.NewPos(indent, facts.Position().Y))
	facts.Resize(fyne.NewSize(size.Width-x-indent, facts.Size().Height))
}

// Buttons of a bar are as wide as their words.
func Buttons(buttons ...*Button) *fyne.Container {
	row := container.New(&wrap{gap: 8})
	for _, b := range buttons {
		row.Add(b)
	}
	return row
}

// Acts are buttons in a card, in line with its words.
func Acts(buttons ...*Button) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(0, 4, 8, 0), Buttons(buttons...))
}
