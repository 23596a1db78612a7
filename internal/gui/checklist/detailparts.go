package checklist

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footprint/internal/footprint"
	"footprint/internal/gui/part"
	"footprint/internal/gui/view"
)

// above are the sections that are seen first.
func (d *detail) above(v view.Detail) []fyne.CanvasObject {
	parts := []fyne.CanvasObject{d.head(v), d.posted(v)}
	if len(d.pictures) > 0 {
		parts = append(parts, d.seen())
	}
	return parts
}

// below are the sections under them, those without content left out.
func (d *detail) below(v view.Detail) []fyne.CanvasObject {
	parts := []fyne.CanvasObject{d.todo(v), d.why(v)}
	if len(v.Related) > 0 {
		var rows []fyne.CanvasObject
		for _, r := range v.Related {
			rows = append(rows, part.Fact(r.Label, r.Value))
		}
		parts = append(parts, part.Card(d.s.W.T("detail.related"), part.Column(part.Close, rows...)))
	}
	parts = append(parts, d.note(v))
	if len(v.History) > 0 {
		var rows []fyne.CanvasObject
		for _, h := range v.History {
			rows = append(rows, part.Fact(h.Label, h.Value))
		}
		parts = append(parts, part.Card(d.s.W.T("detail.history"), part.Column(part.Close, rows...)))
	}
	return parts
}

func (d *detail) head(v view.Detail) fyne.CanvasObject {
	w := d.s.W
	chips := part.Row(part.Chip(v.Task.Severity, w.T("severity."+v.Task.Severity.String())),
		part.Pill(w.T("detail.sure"), w.T("confidence."+v.Task.Confidence.String())),
		part.Pill(w.T("detail.status"), w.T("status."+string(v.Task.Status))))
	var buttons []*part.Button
	for _, dec := range Decisions() {
		if dec.Status == v.Task.Status {
			continue // the status it has already
		}
		b := part.NewButtonWithIcon(w.T("decide."+string(dec.Status))+" ("+string(dec.Letter-32)+")", dec.Icon, func() { d.c.decide(dec.Status) })
		if dec.Status == footprint.StatusDone {
			b.Importance = widget.HighImportance
		}
		buttons = append(buttons, b)
	}
	open := part.NewButtonWithIcon(w.T("detail.open")+" (O)", theme.ComputerIcon(), d.openLink)
	if v.Link == "" {
		open.Disable()
		open.SetText(w.T("detail.nolink.short"))
	}
	title := part.Column(part.Tight, part.Title(v.Task.Title), part.Muted(v.Where))
	return part.Column(4, container.New(layout.NewCustomPaddedLayout(0, 0, 8, 0), chips), title,
		container.New(layout.NewCustomPaddedLayout(0, 4, 8, 0), part.Buttons(append(buttons, open)...)))
}

func (d *detail) posted(v view.Detail) fyne.CanvasObject {
	w := d.s.W
	var rows []fyne.CanvasObject
	if v.Author != "" {
		rows = append(rows, part.Fact(w.T("detail.author"), v.Author))
	}
	if len(v.Words) > 0 {
		rows = append(rows, part.Excerpt(v.Words, v.Task.Severity))
	} else {
		rows = append(rows, part.Muted(w.T("detail.nowords")))
	}
	if len(v.Facts) > 0 {
		pills := part.Row()
		for _, f := range v.Facts {
			pills.Add(part.Pill(f.Label, view.Cut(f.Value, 40)))
		}
		rows = append(rows, part.Caption(w.T("detail.facts")), container.New(layout.NewCustomPaddedLayout(0, 6, 8, 0), pills))
	}
	for _, a := range v.Around {
		rows = append(rows, part.Fact(a.Label, a.Value))
	}
	return part.Card(w.T("detail.posted"), part.Column(part.Close, rows...))
}

func (d *detail) todo(v view.Detail) fyne.CanvasObject {
	w := d.s.W
	rows := []fyne.CanvasObject{part.Strong(v.Action)}
	if v.Steps != "" {
		rows = append(rows, part.Fact(w.T("detail.steps"), v.Steps))
	}
	if v.Draft != "" {
		button := part.NewButtonWithIcon(w.T("detail.copy"), theme.ContentCopyIcon(), func() { d.s.Copy(v.Draft) })
		rows = append(rows, part.Caption(w.T("detail.draft")), part.Panel(theme.ColorNameBackground, part.Plain(v.Draft)),
			container.New(layout.NewCustomPaddedLayout(6, 4, 8, 0), part.Buttons(button)))
	}
	return part.Card(w.T("detail.todo"), part.Column(part.Close, rows...))
}

func (d *detail) why(v view.Detail) fyne.CanvasObject {
	w := d.s.W
	var rows []fyne.CanvasObject
	if v.Why != "" {
		rows = append(rows, part.Strong(v.Why))
	}
	if v.Reason != "" {
		rows = append(rows, part.Plain(v.Reason))
	}
	rows = append(rows, part.Fact(w.T("detail.howsure"), v.Sure))
	for _, m := range v.Moved {
		rows = append(rows, part.Fact(m.Label, m.Value))
	}
	if v.Doubt != "" {
		rows = append(rows, part.Fact(w.T("detail.doubt"), v.Doubt))
	}
	if len(v.Guidance) > 0 {
		var cites []fyne.CanvasObject
		for _, g := range v.Guidance {
			cites = append(cites, part.Column(part.Tight, part.Plain(g.Paraphrase), part.Caption(g.Document+", "+g.Section+"  ·  "+g.ID)))
		}
		more := widget.NewAccordion(widget.NewAccordionItem(w.N("detail.guidance", len(v.Guidance)), part.Column(part.Close, cites...)))
		if len(v.Guidance) <= 2 {
			more.Open(0)
		}
		rows = append(rows, more)
	}
	rows = append(rows, d.wrong(v))
	return part.Card(w.T("detail.why"), part.Column(part.Close, rows...))
}

// note is a line of the user's own, kept with the task.
func (d *detail) note(v view.Detail) fyne.CanvasObject {
	w := d.s.W
	entry := part.NewText()
	entry.SetMinRowsVisible(2)
	entry.PlaceHolder = w.T("detail.note.hint")
	entry.SetText(v.Note)
	save := part.NewButtonWithIcon(w.T("detail.note.save"), theme.DocumentSaveIcon(), nil)
	save.Disable()
	entry.OnChanged = func(text string) {
		if text == v.Note || text == "" {
			save.Disable()
		} else {
			save.Enable()
		}
	}
	save.OnTapped = func() {
		save.Disable()
		text, t := entry.Text, v.Task
		d.s.Work.Change(func(ctx context.Context) error {
			return d.s.Audit.SetStatus(ctx, []string{t.ID}, t.Status, text, t.Until)
		}, func(err error) {
			if err != nil {
				d.s.Fail(err)
				return
			}
			d.s.Done(w.T("detail.note.saved"), func() {
				d.s.Work.Change(func(ctx context.Context) error {
					_, err := d.s.Audit.Undo(ctx)
					return err
				}, func(err error) {
					d.s.Fail(err)
					d.show(t.ID)
				})
			})
			d.show(t.ID)
		})
	}
	if d.hides() {
		entry.Disable() // what it shows is not what it holds
	}
	return part.Card(w.T("detail.note"), container.New(layout.NewCustomPaddedLayout(2, 6, 8, 8), entry),
		container.New(layout.NewCustomPaddedLayout(0, 4, 8, 0), part.Buttons(save)))
}
