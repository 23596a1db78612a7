package search

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footprint/internal/audit/outside"
	"footprint/internal/footprint"
	"footprint/internal/gui/desk"
	"footprint/internal/gui/look"
	"footprint/internal/gui/part"
	"footprint/internal/gui/view"
)

// results is the section on which "is it me?" is answered.
type results struct {
	s    *desk.Desk
	list *view.Results // nil until loaded

	scopes  []*part.Button
	rows    *part.TaskList
	detail  *detail
	panes   *part.Panes
	place   *fyne.Container
	body    fyne.CanvasObject
	counted func(toAnswer int)
	plan    func()     // shows the plan
	other   func(rune) // gets the letters this section does not know
}

func newResults(s *desk.Desk) *results {
	b := &results{s: s, place: container.NewStack(), counted: func(int) {}}
	b.rows = part.NewTaskList(b.length, b.row)
	b.rows.HideSeparators = true
	b.rows.Moved = func(i int) { b.list.SetCursor(i); b.showDetail() }
	b.rows.Key, b.rows.Rune = b.Key, func(r rune) { b.other(r) }
	b.detail = newDetail(s, b)
	b.panes = part.NewPanes(container.New(layout.NewCustomPaddedLayout(0, 0, 12, 0), b.rows), b.detail.object)
	b.panes.OnNarrow = func(narrow bool) { b.detail.setBack(narrow) }
	bar := container.New(layout.NewCustomPaddedHBoxLayout(4))
	for _, scope := range view.ResultScopes() {
		t := part.NewButton("", func() { b.scope(scope) })
		b.scopes = append(b.scopes, t)
		bar.Add(t)
	}
	b.body = container.NewBorder(container.New(layout.NewCustomPaddedLayout(0, 6, 12, 14), container.NewHScroll(bar)), nil, nil, nil, b.place)
	return b
}

func (b *results) Content() fyne.CanvasObject { return b.body }

func (b *results) put(o fyne.CanvasObject) {
	b.place.Objects = []fyne.CanvasObject{o}
	b.place.Refresh()
}

func (b *results) Reload() {
	if b.list == nil {
		b.put(part.Notice{Title: b.s.W.T("results.loading"), Busy: true}.New())
	}
	desk.Load(b.s.Work, "results", func(ctx context.Context) ([]outside.SearchResult, error) { return b.s.Audit.SearchResults(ctx) }, func(all []outside.SearchResult, err error) {
		if err != nil {
			b.put(b.s.Broken(err, b.Reload))
			return
		}
		list := view.NewResults(all)
		if b.list != nil {
			list.Keep(b.list)
		}
		b.list = list
		b.refresh()
	})
}

func (b *results) scope(scope view.ResultScope) {
	if b.list != nil {
		b.list.SetScope(scope)
		b.panes.Open(false)
		b.refresh()
	}
}

// refresh shows the state of the list.
func (b *results) refresh() {
	w := b.s.W
	b.counted(b.list.Count(view.ResultsToAnswer))
	for i, scope := range view.ResultScopes() {
		b.scopes[i].Importance = widget.LowImportance
		if scope == b.list.Scope() {
			b.scopes[i].Importance = widget.MediumImportance
		}
		b.scopes[i].SetText(w.T("results.scope."+string(scope)) + "  " + w.Count(b.list.Count(scope)))
	}
	switch {
	case b.list.Total() == 0:
		b.put(part.Notice{Icon: theme.SearchIcon(), Title: w.T("results.none"), Text: w.T("results.none.text"),
			Actions: []*part.Button{part.NewButton(w.T("results.none.action"), b.plan)}}.New())
	case b.list.Len() == 0:
		b.put(b.empty().New())
	default:
		b.put(b.panes.Container)
		b.rows.Refresh()
		b.rows.SetCursor(b.list.Cursor())
		b.showDetail()
	}
}

// empty says that a part of the list holds nothing, and leads to one that does: after the last answer to what is about the
// user, where each result has its steps.
func (b *results) empty() part.Notice {
	w := b.s.W
	n := part.Notice{Icon: theme.ConfirmIcon(), Title: w.T("results.empty." + string(b.list.Scope()))}
	next := view.ResultsAll
	if b.list.Scope() == view.ResultsToAnswer && b.list.Count(view.ResultsMine) > 0 {
		next, n.Text = view.ResultsMine, w.T("results.empty.next")
	}
	n.Actions = []*part.Button{part.NewButton(w.T("results.empty.show."+string(next)), func() { b.scope(next) })}
	return n
}

func (b *results) length() int {
	if b.list == nil {
		return 0
	}
	return b.list.Len()
}

// verdictSign is the sign and colour of a verdict; each has a shape of its own.
func verdictSign(verdict string) (fyne.Resource, fyne.ThemeColorName) {
	switch verdict {
	case "me":
		return theme.AccountIcon(), theme.ColorNamePrimary
	case "not-me":
		return theme.CancelIcon(), look.Muted
	}
	return theme.QuestionIcon(), look.SeverityColor(footprint.SeverityMedium)
}

func (b *results) row(i int) part.TaskRow {
	r := b.list.At(i)
	v := view.NewResultRow(r, b.s.W)
	sign, color := verdictSign(r.Verdict)
	row := part.TaskRow{Title: v.Title, Excerpt: v.Excerpt, Meta: v.Meta, Corner: v.Verdict, Sign: look.Tinted(sign, color), Color: color}
	if b.s.Veiled {
		row.Title, row.Excerpt = view.Veil(row.Title), view.Veil(row.Excerpt)
	}
	return row
}

func (b *results) showDetail() {
	if r := b.list.Now(); r != nil {
		b.detail.fill(view.NewResultDetail(r, b.s.W))
	}
}

// answer records "is it me?" for the result under the cursor.
func (b *results) answer(verdict string) {
	if b.list == nil || b.list.Now() == nil {
		return
	}
	w, r := b.s.W, b.list.Now()
	id, before := r.ID, ""
	if r.Answered {
		before = r.Verdict
	}
	back := b.list.Answer(verdict)
	b.refresh()
	give := func(verdict string, failed func(error)) {
		b.s.Work.Change(func(ctx context.Context) error { return b.s.Audit.AnswerResults(ctx, []string{id}, verdict) }, func(err error) {
			if err != nil {
				failed(err)
				return
			}
			b.Reload() // the answer teaches the judgement of others
		})
	}
	b.s.Done(w.T("verdict.said."+verdict), func() { give(before, b.s.Fail) })
	give(verdict, func(err error) {
		back()
		b.refresh()
		b.s.Fail(err)
	})
}

// others says of several results that they are about somebody else.
func (b *results) others(ids []string) {
	b.s.Work.Change(func(ctx context.Context) error { return b.s.Audit.AnswerResults(ctx, ids, "not-me") }, func(err error) {
		if err != nil {
			b.s.Fail(err)
			return
		}
		b.s.Say(b.s.W.T("verdict.said.not-me"))
		b.Reload()
	})
}

func (b *results) openPage() {
	if r := b.list.Now(); r != nil {
		b.s.Open(r.URL)
	}
}

// resultKeys is the table of answers by key.
func resultKeys() map[rune]string { return map[rune]string{'m': "me", 'n': "not-me", 's': "unsure"} }

func (b *results) Key(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyRight:
		b.panes.Open(true)
	case fyne.KeyEscape, fyne.KeyLeft:
		b.detail.closeLetter()
		b.panes.Open(false)
	case fyne.KeyDown, fyne.KeyUp: // no list has the keys yet
		if b.length() > 0 {
			b.s.Win.Canvas().Focus(b.rows)
		}
	}
}

func (b *results) Rune(r rune) {
	if b.list == nil {
		return
	}
	if verdict, ok := resultKeys()[r]; ok {
		b.answer(verdict)
		return
	}
	switch {
	case r == 'o':
		b.openPage()
	case r >= '1' && int(r-'1') < len(view.ResultScopes()):
		b.scope(view.ResultScopes()[r-'1'])
	}
}
