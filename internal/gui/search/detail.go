package search

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footprint/internal/gui/desk"
	"footprint/internal/gui/look"
	"footprint/internal/gui/part"
	"footprint/internal/gui/view"
)

// detail is the pane that shows one search result: what it says, whose it is and why, where it stood, and
// what can be done about the page.
type detail struct {
	s      *desk.Desk
	b      *results
	object fyne.CanvasObject
	stack  *fyne.Container
	back   *part.Button
	shown  view.ResultDetail
	letter *letterForm
}

func newDetail(s *desk.Desk, b *results) *detail {
	d := &detail{s: s, b: b, stack: container.NewStack()}
	d.back = part.NewButtonWithIcon(s.W.T("detail.back"), theme.NavigateBackIcon(), func() { b.panes.Open(false) })
	d.back.Importance = widget.LowImportance
	d.back.Hide()
	d.object = container.NewBorder(container.NewHBox(d.back), nil, nil, nil, d.stack)
	return d
}

func (d *detail) setBack(visible bool) {
	if visible {
		d.back.Show()
	} else {
		d.back.Hide()
	}
}

func (d *detail) put(o fyne.CanvasObject) {
	d.stack.Objects = []fyne.CanvasObject{o}
	d.stack.Refresh()
}

// fill shows a result. A letter about it that is being written stays.
func (d *detail) fill(v view.ResultDetail) {
	if d.letter != nil && d.letter.item == v.ID {
		return
	}
	d.letter = nil
	d.shown = v
	if d.s.Veiled {
		v.Title, v.Excerpt = view.Veil(v.Title), view.Veil(v.Excerpt)
	}
	parts := []fyne.CanvasObject{d.head(v), d.found(v)}
	if v.Verdict != "" && v.Route != nil {
		parts = append(parts, d.route(v))
	}
	if v.Wayback != "" {
		parts = append(parts, d.copies(v))
	}
	d.put(container.NewVScroll(container.New(layout.NewCustomPaddedLayout(4, 12, 6, 14), part.Column(10, parts...))))
}

func (d *detail) head(v view.ResultDetail) fyne.CanvasObject {
	w := d.s.W
	pills := part.Row(part.Pill(w.T("result.about"), v.Verdict))
	if v.Answered {
		pills.Add(part.Pill(w.T("result.by"), w.T("result.by.you")))
	}
	if v.Gone {
		pills.Add(part.Pill(w.T("result.state"), w.T("result.state.gone")))
	}
	var buttons []*part.Button
	for _, verdict := range view.Verdicts() {
		for letter, answer := range resultKeys() {
			if answer != verdict {
				continue
			}
			sign, _ := verdictSign(verdict)
			b := part.NewButtonWithIcon(w.T("verdict.answer."+verdict)+" ("+string(letter-32)+")", sign, func() { d.b.answer(verdict) })
			if verdict == "me" {
				b.Importance = widget.HighImportance
			}
			buttons = append(buttons, b)
		}
	}
	open := part.NewButtonWithIcon(w.T("result.open")+" (O)", theme.ComputerIcon(), d.b.openPage)
	if v.Link == "" {
		open.Disable()
	}
	return part.Column(4, container.New(layout.NewCustomPaddedLayout(0, 0, 8, 0), pills),
		part.Column(part.Tight, part.Title(v.Title), part.Muted(v.Address)),
		container.New(layout.NewCustomPaddedLayout(0, 4, 8, 0), part.Buttons(append(buttons, open)...)))
}

func (d *detail) found(v view.ResultDetail) fyne.CanvasObject {
	w := d.s.W
	var rows []fyne.CanvasObject
	if v.Excerpt != "" {
		rows = append(rows, part.Plain(v.Excerpt))
	}
	if len(v.Why) > 0 {
		why := part.Row()
		for _, reason := range v.Why {
			why.Add(part.Tag(reason))
		}
		rows = append(rows, part.Caption(w.T("result.because")), container.New(layout.NewCustomPaddedLayout(0, 6, 8, 0), why))
	}
	if len(v.Same) > 0 {
		ids := append([]string{v.ID}, v.Same...)
		all := part.NewButtonWithIcon(w.N("namesake.answer", len(ids)), theme.CancelIcon(), func() { d.b.others(ids) })
		rows = append(rows, part.Fact(w.T("namesake"), v.Namesake), spaced(part.Buttons(all)))
	}
	for _, s := range v.Standing {
		rows = append(rows, part.Fact(s.Label, s.Value))
	}
	return part.Card(w.T("result.found"), part.Column(part.Close, rows...))
}

func (d *detail) route(v view.ResultDetail) fyne.CanvasObject {
	w, r := d.s.W, v.Route
	rows := []fyne.CanvasObject{part.Strong(r.Site + ": " + r.Effect)}
	for _, step := range r.Steps {
		rows = append(rows, part.Step(step))
	}
	if r.Caution != "" {
		rows = append(rows, part.Fact(w.T("route.caution"), r.Caution))
	}
	var buttons []*part.Button
	if r.Link != "" {
		buttons = append(buttons, part.NewButtonWithIcon(w.T("route.open"), theme.ComputerIcon(), func() { d.s.Open(r.Link) }))
	}
	buttons = append(buttons, part.NewButtonWithIcon(w.T("letter.write"), theme.MailComposeIcon(), d.write))
	rows = append(rows, spaced(part.Buttons(buttons...)))
	if r.Draft != "" {
		button := part.NewButtonWithIcon(w.T("detail.copy"), theme.ContentCopyIcon(), func() { d.s.Copy(r.Draft) })
		rows = append(rows, widget.NewAccordion(widget.NewAccordionItem(w.T("route.draft"), part.Column(0, part.Panel(look.Rail, part.Plain(r.Draft)), spaced(part.Buttons(button))))))
	}
	rows = append(rows, part.Caption(r.Checked))
	return part.Card(w.T("route.title"), part.Column(part.Close, rows...))
}

// copies says where archived copies of the page can be looked for.
func (d *detail) copies(v view.ResultDetail) fyne.CanvasObject {
	w := d.s.W
	wayback := part.NewButtonWithIcon(w.T("copies.wayback"), theme.HistoryIcon(), func() { d.s.Open(v.Wayback) })
	today := part.NewButtonWithIcon(w.T("copies.today"), theme.ContentCopyIcon(), func() { d.s.Copy(v.Today) })
	return part.Card(w.T("copies.title"), part.Muted(v.TodayCaution), spaced(part.Buttons(wayback, today)))
}

// write opens a letter about the page in place of the result.
func (d *detail) write() {
	d.letter = newLetterForm(d.s, d.shown.ID, d.shown.Title, d.closeLetter)
	d.put(d.letter.Content())
	d.letter.Reload()
}

// closeLetter goes back from the letter to the result.
func (d *detail) closeLetter() {
	if d.letter != nil {
		d.letter = nil
		d.fill(d.shown)
	}
}
