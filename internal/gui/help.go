package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footprint/internal/gui/checklist"
	"footprint/internal/gui/part"
)

// keyRow is a line of the list of keys: the keys, and what they do.
type keyRow struct{ keys, what string }

// keyGroup is where its keys work.
type keyGroup struct {
	title string
	rows  []keyRow
}

// keyGroups is the list of keys, those that work everywhere first.
func (s *Shell) keyGroups() []keyGroup {
	w, ctrl := s.W, s.W.T("keys.ctrl")+" "
	var decisions []keyRow
	for _, d := range checklist.Decisions() {
		decisions = append(decisions, keyRow{string(d.Letter - 32), w.T("decide." + string(d.Status))})
	}
	rows := func(list ...[2]string) (out []keyRow) {
		for _, k := range list {
			out = append(out, keyRow{k[0], w.T(k[1])})
		}
		return out
	}
	return []keyGroup{
		{w.T("keys.everywhere"), rows([2]string{ctrl + "1 … 9", "keys.screens"}, [2]string{ctrl + "O", "keys.import"}, [2]string{ctrl + "V", "keys.paste"},
			[2]string{ctrl + "F", "keys.search"}, [2]string{ctrl + "S", "keys.report"}, [2]string{ctrl + "Z", "keys.undo"}, [2]string{ctrl + "B", "keys.veil"},
			[2]string{ctrl + "L", "keys.lock"}, [2]string{ctrl + "Q", "keys.quit"}, [2]string{"Tab", "keys.next"}, [2]string{"Esc", "keys.back"}, [2]string{"?, F1", "keys.help"})},
		{w.T("screen.checklist"), append(decisions, rows([2]string{w.T("keys.arrows"), "keys.move"}, [2]string{w.T("keys.space"), "keys.mark"},
			[2]string{"A", "keys.all"}, [2]string{"1 … 5", "keys.scopes"}, [2]string{"G", "keys.filters"}, [2]string{"/", "keys.search"},
			[2]string{"O", "keys.open"}, [2]string{"F", "keys.wrong"}, [2]string{"U", "keys.undo"})...)},
		{w.T("screen.photos"), rows([2]string{"K R N O", "keys.photos"}, [2]string{"W P E", "keys.photos.seen"}, [2]string{"B, C", "keys.photos.more"})},
		{w.T("screen.search"), rows([2]string{"P R C L", "keys.parts"}, [2]string{"M N S", "keys.me"})},
		{w.T("screen.review"), rows([2]string{"K D S", "keys.review"}, [2]string{"O", "keys.open"})},
	}
}

// help shows the keys.
func (s *Shell) help() {
	strong := part.Words{Color: theme.ColorNamePrimary, Style: fyne.TextStyle{Bold: true}}
	column := func(groups ...keyGroup) fyne.CanvasObject {
		var parts []fyne.CanvasObject
		for _, g := range groups {
			form := part.Form()
			for _, r := range g.rows {
				form.Add(strong.Line(r.keys))
				form.Add(part.Plain(r.what))
			}
			parts = append(parts, part.Title(g.title), form)
		}
		return part.Column(part.Close, parts...)
	}
	groups := s.keyGroups()
	both := part.Beside(column(groups[0], groups[2]), column(groups[1], groups[3], groups[4]))
	var pop *widget.PopUp
	closing := part.NewButton(s.W.T("close"), func() { pop.Hide() })
	head := container.NewBorder(nil, nil, part.HeadingLine(s.W.T("keys.title")), part.Level(closing))
	pop = widget.NewModalPopUp(container.NewPadded(container.NewBorder(head, nil, nil, nil, container.NewVScroll(both))), s.Win.Canvas())
	room := s.Win.Canvas().Size()
	pop.Resize(fyne.NewSize(min(room.Width-20, 62*theme.TextSize()), min(room.Height-20, 56*theme.TextSize())))
	pop.Show()
	s.Win.Canvas().Focus(closing)
}
