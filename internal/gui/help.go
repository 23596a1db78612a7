package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footprint/internal/gui/part"
)

// help lists the keys, made from the tables that the keys come from.
func (s *Shell) help() {
	w := s.w
	rows := []fyne.CanvasObject{part.Title(w.T("keys.title"))}
	form := container.New(layout.NewFormLayout())
	add := func(keys, what string) {
		label := widget.NewRichText(&widget.TextSegment{Text: keys, Style: widget.RichTextStyle{ColorName: theme.ColorNamePrimary, TextStyle: fyne.TextStyle{Bold: true}}})
		form.Add(label)
		form.Add(part.Plain(what))
	}
	for _, d := range decisions() {
		add(string(d.letter-32), w.T("decide."+string(d.status)))
	}
	for _, k := range [][2]string{{"↑ ↓", "keys.move"}, {"␣", "keys.mark"}, {"A", "keys.all"}, {"O", "keys.open"}, {"U, Ctrl Z", "keys.undo"},
		{"/, Ctrl F", "keys.search"}, {"1 … 5", "keys.scopes"}, {"Ctrl 1 … 7", "keys.screens"}, {"Ctrl O", "keys.import"}, {"?, F1", "keys.help"}, {"Ctrl Q", "keys.quit"}} {
		add(k[0], w.T(k[1]))
	}
	rows = append(rows, form)
	var pop *widget.PopUp
	closing := widget.NewButton(w.T("close"), func() { pop.Hide() })
	rows = append(rows, container.NewCenter(closing))
	pop = widget.NewModalPopUp(container.NewPadded(part.Column(2, rows...)), s.win.Canvas())
	pop.Show()
	s.win.Canvas().Focus(closing)
}
