package search

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footprint/internal/audit"
	"footprint/internal/crawl/letter"
	"footprint/internal/gui/desk"
	"footprint/internal/gui/look"
	"footprint/internal/gui/part"
	"footprint/internal/gui/view"
)

// letterForm writes one letter about a page: which, what is still open, the words, and that it was sent.
type letterForm struct {
	desk.Pane
	s           *desk.Desk
	item, about string
	leave       func()
	letters     []letter.Letter
	at          int
	typed       letter.Fields

	words *fyne.Container
}

func newLetterForm(s *desk.Desk, item, about string, leave func()) *letterForm {
	return &letterForm{Pane: desk.NewPane(s), s: s, item: item, about: about, leave: leave, typed: letter.Fields{}, words: container.NewStack()}
}

func (f *letterForm) Reload() {
	f.Loading("letter.loading")
	desk.Load(f.s.Work, "letters.for", func(ctx context.Context) ([]letter.Letter, error) { return f.s.Audit.LettersFor(ctx, f.item) }, func(list []letter.Letter, err error) {
		if err != nil {
			f.Failed(err, f.Reload)
			return
		}
		f.letters = list
		f.choose(0)
	})
}

// choose shows the form of one letter.
func (f *letterForm) choose(i int) {
	f.at = i
	f.write(func(d letter.Draft) { f.fill(d) })
}

// write fetches the letter with what was typed.
func (f *letterForm) write(show func(letter.Draft)) {
	l := f.letters[f.at]
	desk.Load(f.s.Work, "letter", func(ctx context.Context) (letter.Draft, error) {
		return f.s.Audit.WriteLetter(ctx, l.ID, f.item, f.typed)
	}, func(d letter.Draft, err error) {
		if err != nil {
			f.Failed(err, f.Reload)
			return
		}
		show(d)
	})
}

func (f *letterForm) fill(d letter.Draft) {
	w := f.s.W
	back := part.NewButtonWithIcon(w.T("letter.back"), theme.NavigateBackIcon(), f.leave)
	back.Importance = widget.LowImportance
	var titles []string
	for _, l := range f.letters {
		titles = append(titles, l.Title)
	}
	which := part.NewSelect(titles, nil)
	which.SetSelectedIndex(f.at)
	which.OnChanged = func(string) {
		if i := which.SelectedIndex(); i >= 0 && i != f.at {
			f.choose(i)
		}
	}
	parts := []fyne.CanvasObject{container.NewHBox(back), part.Column(part.Tight, part.Title(w.T("letter.title")), part.Muted(f.about)),
		part.Card("", spaced(which), part.Plain(d.Limits))}
	if len(d.Missing) > 0 {
		parts = append(parts, part.Card(w.T("letter.open"), f.form(d.Missing)))
	}
	f.show(d)
	parts = append(parts, f.words)
	f.Set(container.NewVScroll(container.New(layout.NewCustomPaddedLayout(4, 12, 6, 14), part.Column(10, parts...))))
}

// form asks for what is still open; the letter follows as it is typed.
func (f *letterForm) form(missing []string) fyne.CanvasObject {
	column := part.Column(0)
	for _, k := range letter.Keys {
		for _, key := range missing {
			if key != k.Key {
				continue
			}
			e := part.NewEntry()
			e.SetText(f.typed[key])
			e.OnChanged = func(text string) {
				f.typed[key] = text
				f.write(f.show)
			}
			column.Add(part.Caption(f.s.W.Or("letter.field."+key, k.Ask)))
			column.Add(container.New(layout.NewCustomPaddedLayout(-4, 6, 8, 8), e))
		}
	}
	return column
}

// show shows the words of the letter and what can be done with them.
func (f *letterForm) show(d letter.Draft) {
	w := f.s.W
	var rows []fyne.CanvasObject
	if d.Mail != "" {
		rows = append(rows, part.Fact(w.T("letter.to"), d.Mail))
	}
	rows = append(rows, part.Fact(w.T("letter.subject"), d.Subject), part.Panel(look.Rail, part.Plain(d.Text)))
	if len(d.Missing) > 0 {
		rows = append(rows, part.Muted(w.N("letter.missing", len(d.Missing))))
	}
	copied := part.NewButtonWithIcon(w.T("detail.copy"), theme.ContentCopyIcon(), func() { f.s.Copy(d.Subject + "\n\n" + d.Text) })
	buttons := []*part.Button{copied}
	if d.Where != "" {
		buttons = append(buttons, part.NewButtonWithIcon(w.T("route.open"), theme.ComputerIcon(), func() { f.s.Open(d.Where) }))
	}
	sent := part.NewButtonWithIcon(w.T("letter.issent"), theme.MailSendIcon(), func() { f.sent(d) })
	sent.Importance = widget.HighImportance
	if len(d.Missing) > 0 {
		copied.Disable()
		sent.Disable()
	}
	rows = append(rows, spaced(part.Buttons(append(buttons, sent)...)))
	f.words.Objects = []fyne.CanvasObject{part.Card("", rows...)}
	f.words.Refresh()
}

// sent records that the user sent the letter and says when to chase it.
func (f *letterForm) sent(d letter.Draft) {
	desk.Load(f.s.Work, "letter.sent", func(ctx context.Context) (audit.LetterRequest, error) {
		return f.s.Audit.SentLetter(ctx, d.ID, f.item, f.typed["recipient"], time.Time{})
	}, func(r audit.LetterRequest, err error) {
		if err != nil {
			f.s.Fail(err)
			return
		}
		f.s.Say(f.s.W.T("letter.chase", "date", f.s.W.Date(r.Due)))
		f.leave()
	})
}

// letters is the section that lists the letters that were sent.
type letters struct {
	desk.Pane
	s       *desk.Desk
	results func() // shows the results
}

func newLetters(s *desk.Desk, results func()) *letters { return &letters{desk.NewPane(s), s, results} }

// Reload fetches the letters.

func (b *letters) Reload() {
	b.Loading("letters.loading")
	desk.Load(b.s.Work, "letters", func(ctx context.Context) ([]audit.LetterRequest, error) { return b.s.Audit.LetterRequests(ctx) }, func(list []audit.LetterRequest, err error) {
		if err != nil {
			b.Failed(err, b.Reload)
			return
		}
		b.fill(view.NewLetterRows(list, b.s.W))
	})
}

func (b *letters) fill(rows []view.LetterRow) {
	w := b.s.W
	if len(rows) == 0 {
		b.Set(part.Notice{Icon: theme.MailComposeIcon(), Title: w.T("letters.none"), Text: w.T("letters.none.text"),
			Actions: []*part.Button{part.NewButton(w.T("letters.none.action"), b.results)}}.New())
		return
	}
	parts := []fyne.CanvasObject{part.Muted(w.T("letters.intro"))}
	for _, r := range rows {
		lines := []fyne.CanvasObject{part.Column(part.Tight, part.Strong(r.Title), part.Muted(r.Meta))}
		if r.Late {
			lines = append(lines, part.Fact(w.T("letters.next"), r.Next))
		}
		var buttons []*part.Button
		if r.Open {
			for _, outcome := range audit.Outcomes {
				buttons = append(buttons, part.NewButton(w.T("outcome."+outcome), func() { b.answer(r.ID, outcome) }))
			}
		} else {
			buttons = append(buttons, part.NewButtonWithIcon(w.T("letters.again"), theme.ContentUndoIcon(), func() { b.answer(r.ID, "") }))
		}
		parts = append(parts, part.Card("", append(lines, spaced(part.Buttons(buttons...)))...))
	}
	b.Set(part.Page(parts...))
}

func (b *letters) answer(id int64, outcome string) {
	b.s.Work.Change(func(ctx context.Context) error { return b.s.Audit.AnswerLetter(ctx, id, outcome) }, func(err error) {
		b.s.Fail(err)
		b.Reload()
	})
}
