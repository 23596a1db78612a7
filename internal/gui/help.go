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
	form := container.New(layout.NewFormLayout())
	add := func(keys, what string) {
		label := widget.NewRichText(&widget.TextSegment{Text: keys, Style: widget.RichTextStyle{ColorName: theme.ColorNamePrimary, TextStyle: fyne.TextStyle{Bold: true}}})
		form.Add(label)
		form.Add(part.Words{}.Line(what))
	}
	for _, d := range decisions() {
		add(string(d.letter-32), w.T("decide."+string(d.status)))
	}
	for _, k := range [][2]string{{w.T("keys.arrows"), "keys.move"}, {w.T("keys.space"), "keys.mark"}, {"F", "keys.wrong"}, {"A", "keys.all"}, {"O", "keys.open"}, {"U, Ctrl Z", "keys.undo"},
		{"/, Ctrl F", "keys.search"}, {"1 … 5", "keys.scopes"}, {"Ctrl 1 … 8", "keys.screens"}, {"Ctrl O", "keys.import"}, {"?, F1", "keys.help"}, {"Ctrl B", "keys.veil"}, {"Ctrl Q", "keys.quit"}} {
		add(k[0], w.T(k[1]))
	}
	var pop *widget.PopUp
	closing := widget.NewButton(w.T("close"), func() { pop.Hide() })
	scroll := container.NewVScroll(form)
	pop = widget.NewModalPopUp(container.NewPadded(container.NewBorder(part.HeadingLine(w.T("keys.title")), container.NewCenter(closing), nil, nil, scroll)), s.win.Canvas())
	room := s.win.Canvas().Size()
	pop.Resize(fyne.NewSize(min(room.Width-20, form.MinSize().Width+40), min(room.Height-20, form.MinSize().Height+8*theme.TextSize())))
	pop.Show()
	s.win.Canvas().Focus(closing)
}
