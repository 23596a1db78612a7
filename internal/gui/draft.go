package gui

import (
	"context"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footprint/internal/audit"
	"footprint/internal/audit/drafts"
	"footprint/internal/footprint"
	"footprint/internal/gui/desk"
	"footprint/internal/gui/part"
	"footprint/internal/gui/view"
)

// draft is the screen that judges words before they are posted, as they are typed. Nothing of it is kept.
type draft struct {
	s       *Shell
	entry   *part.Entry
	verdict *fyne.Container
	better  *fyne.Container // rewordings
	offers  []drafts.Rewording
	body    fyne.CanvasObject
	// photo is the picture that is looked at with the words; photoShown what was found in it.
	photo      string
	photoShown *audit.PhotoDraft
}

func newDraft(s *Shell) desk.Screen {
	w := s.W
	d := &draft{s: s, entry: part.NewText(), verdict: container.NewStack(), better: container.NewStack()}
	d.entry.SetMinRowsVisible(6)
	d.entry.PlaceHolder = w.T("draft.hint")
	d.entry.OnChanged = d.check
	d.entry.Keys = d.key
	photo := part.NewButtonWithIcon(w.T("draft.photo"), theme.MediaPhotoIcon(), d.choosePhoto)
	clear := part.NewButtonWithIcon(w.T("draft.clear"), theme.ContentClearIcon(), func() { d.dropPhoto(); d.entry.SetText("") })
	d.better.Hide()
	d.body = part.Page(
		part.Column(part.Tight, part.Heading(w.T("screen.draft")), part.Muted(w.T("draft.intro"))),
		d.entry,
		part.Buttons(photo, clear),
		d.better,
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
	if d.photo != "" {
		d.s.Work.Drop("reword")
		d.offer(nil)
		d.checkPhoto(text)
		return
	}
	desk.Load(d.s.Work, "draft", func(ctx context.Context) (drafts.Draft, error) {
		return d.s.Audit.CheckDraft(ctx, footprint.Item{Text: text})
	}, func(v drafts.Draft, err error) {
		if err != nil {
			d.set(d.s.Broken(err, nil))
			return
		}
		d.fill(text, v)
		if len(v.Findings) == 0 {
			d.s.Work.Drop("reword")
			d.offer(nil)
			return
		}
		d.reword(text, v)
	})
}

// reword asks for the least change that settles something, once the judgement stands. It takes the place of advice.
func (d *draft) reword(text string, v drafts.Draft) {
	desk.Load(d.s.Work, "reword", func(ctx context.Context) ([]drafts.Rewording, error) {
		return d.s.Audit.Reword(ctx, footprint.Item{Text: text})
	}, func(offers []drafts.Rewording, err error) {
		if err != nil { // the judgement has said so
			offers = nil
		}
		d.offer(offers)
		v.Offer(offers)
		d.fill(text, v)
	})
}

// offer shows rewordings to apply with a click, the first with a key.
func (d *draft) offer(offers []drafts.Rewording) {
	w := d.s.W
	d.offers, d.better.Objects = offers, nil
	var rows []fyne.CanvasObject
	for i, r := range offers {
		use := part.NewButtonWithIcon(w.T("draft.use"), theme.ConfirmIcon(), func() { d.use(i) })
		if i == 0 {
			use.Importance = widget.HighImportance
			use.SetText(w.T("draft.use.key"))
		}
		what := w.T("draft.leave", "was", r.Was)
		if r.Now != "" {
			what = w.T("draft.replace", "was", r.Was, "now", r.Now)
		}
		rows = append(rows, part.Spread(part.Column(part.Tight, part.Strong(what), part.Muted(r.Text)), use))
	}
	d.better.Hide()
	if len(rows) > 0 {
		d.better.Show()
		rows = append(rows, part.Caption(w.T("draft.better.text")))
		d.better.Objects = []fyne.CanvasObject{part.Card(w.T("draft.better"), rows...)}
	}
	d.s.Relayout()
}

func (d *draft) use(i int) { d.entry.SetText(d.offers[i].Text) }

// key takes the first offer on Ctrl Enter.
func (d *draft) key(k *desktop.CustomShortcut) bool {
	if (k.KeyName != fyne.KeyReturn && k.KeyName != fyne.KeyEnter) || len(d.offers) == 0 {
		return false
	}
	d.use(0)
	return true
}

func (d *draft) set(o fyne.CanvasObject) {
	d.verdict.Objects = []fyne.CanvasObject{o}
	d.verdict.Refresh()
}

// fill shows a judgement.
func (d *draft) fill(text string, judged drafts.Draft) {
	w := d.s.W
	v := view.NewDraftCheck(text, judged, d.s.Audit.RuleTitle, w)
	rows := []fyne.CanvasObject{part.Strong(v.Headline)}
	if len(v.Findings) > 0 {
		rows = []fyne.CanvasObject{part.Title(v.Headline), part.Excerpt(v.Words, v.Worst)}
	}
	rows = append(rows, d.notes(v)...)
	d.set(part.Card("", append(rows, part.Muted(w.T("draft.limits")))...))
}

// notes are the findings, each with its reason, and why the rest was not taken for a case.
func (d *draft) notes(v view.DraftCheck) (rows []fyne.CanvasObject) {
	w := d.s.W
	for _, f := range v.Findings {
		note := part.Column(part.Tight,
			container.New(layout.NewCustomPaddedLayout(0, 8, 8, 0), part.Row(part.Chip(f.Severity, w.T("severity."+f.Severity.String())))),
			part.Strong(f.Title), part.Plain(f.Text))
		if f.Advice != "" {
			note.Add(part.Fact(w.T("detail.todo"), f.Advice))
		}
		if f.Doubt != "" {
			note.Add(part.Fact(w.T("detail.doubt"), f.Doubt))
		}
		note.Add(part.Caption(f.Sure))
		rows = append(rows, container.New(layout.NewCustomPaddedLayout(8, 0, 0, 0), note))
	}
	if v.Spared != "" {
		rows = append(rows, part.Plain(v.Spared))
	}
	return rows
}
