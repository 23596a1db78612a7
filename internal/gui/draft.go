package gui

import (
	"context"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footprint/internal/audit"
	"footprint/internal/footprint"
	"footprint/internal/gui/desk"
	"footprint/internal/gui/part"
	"footprint/internal/gui/view"
)

// draft is the screen that judges words before they are posted, as they are typed. Nothing of it is kept.
type draft struct {
	s       *Shell
	entry   *widget.Entry
	verdict *fyne.Container
	body    fyne.CanvasObject
}

func newDraft(s *Shell) desk.Screen {
	w := s.W
	d := &draft{s: s, entry: widget.NewMultiLineEntry(), verdict: container.NewStack()}
	d.entry.Wrapping = fyne.TextWrapWord
	d.entry.SetMinRowsVisible(6)
	d.entry.PlaceHolder = w.T("draft.hint")
	d.entry.OnChanged = d.check
	clear := widget.NewButtonWithIcon(w.T("draft.clear"), theme.ContentClearIcon(), func() { d.entry.SetText("") })
	d.body = part.Page(
		part.Column(part.Tight, part.Heading(w.T("screen.draft")), part.Muted(w.T("draft.intro"))),
		d.entry,
		part.Buttons(clear),
		d.verdict,
	)
	return d
}

func (d *draft) Content() fyne.CanvasObject { return d.body }

func (d *draft) Reload() { d.check(d.entry.Text) }

// check judges the text; an answer that is overtaken by more typing is dropped.
func (d *draft) check(text string) {
	if utf8.RuneCountInString(text) > view.MaxDraft {
		d.set(part.Notice{Icon: theme.WarningIcon(), Title: d.s.W.T("draft.long"), Text: d.s.W.T("draft.long.text")}.New())
		return
	}
	desk.Load(d.s.Work, "draft", func(ctx context.Context) (audit.Draft, error) {
		return d.s.Audit.CheckDraft(ctx, footprint.Item{Text: text})
	}, func(v audit.Draft, err error) {
		if err != nil {
			d.set(d.s.Broken(err, nil))
			return
		}
		d.fill(view.NewDraftCheck(text, v, d.s.Audit.RuleTitle, d.s.W))
	})
}

func (d *draft) set(o fyne.CanvasObject) {
	d.verdict.Objects = []fyne.CanvasObject{o}
	d.verdict.Refresh()
}

func (d *draft) fill(v view.DraftCheck) {
	w := d.s.W
	if len(v.Findings) == 0 {
		d.set(part.Card("", part.Strong(v.Headline), part.Muted(w.T("draft.limits"))))
		return
	}
	rows := []fyne.CanvasObject{part.Title(v.Headline), part.Excerpt(v.Words, v.Worst)}
	for _, f := range v.Findings {
		rows = append(rows, container.New(layout.NewCustomPaddedLayout(8, 0, 0, 0), part.Column(part.Tight,
			container.New(layout.NewCustomPaddedLayout(0, 8, 8, 0), part.Row(part.Chip(f.Severity, w.T("severity."+f.Severity.String())))),
			part.Strong(f.Title), part.Plain(f.Text), part.Caption(f.Sure))))
	}
	rows = append(rows, part.Muted(w.T("draft.limits")))
	d.set(part.Card("", rows...))
}
