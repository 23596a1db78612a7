package gui

import (
	"context"
	"time"

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

// review is the screen of cards: lists that the guidance asks a person to look through, one at a time, with
// one key for each answer.
type review struct {
	desk.Pane
	s     *Shell
	lists []*view.Review
	now   *view.Review // nil while the lists are shown
	link  string
}

func newReview(s *Shell) desk.Screen { return &review{Pane: desk.NewPane(s.Desk), s: s} }

// answer is one row of the table of answers to a card.
type answer struct {
	name   string
	letter rune
	icon   fyne.Resource
	status footprint.Status // "" leaves the card for later
}

func answers() []answer {
	return []answer{
		{"keep", 'k', theme.ConfirmIcon(), footprint.StatusKept},
		{"gone", 'd', theme.DeleteIcon(), footprint.StatusDone},
		{"pass", 's', theme.NavigateNextIcon(), ""},
	}
}

func (b *review) Reload() {
	if b.now != nil {
		return // in the middle of a list; what is answered is known here
	}
	b.Loading("review.loading")
	names := b.s.Names()
	desk.Load(b.s.Work, "review", func(ctx context.Context) ([]*view.Review, error) {
		rows := view.NewRows(names, b.s.Audit.RuleAudiences)
		f := audit.TaskFilter{Modes: []footprint.Mode{footprint.ModeReview}, Statuses: []footprint.Status{footprint.StatusOpen}}
		for r, err := range b.s.Audit.EachTask(ctx, f) {
			if err != nil {
				return nil, err
			}
			rows.Add(r)
		}
		return view.NewReviews(rows.Tasks), nil
	}, func(lists []*view.Review, err error) {
		if err != nil {
			b.Failed(err, b.Reload)
			return
		}
		b.lists = lists
		b.choose()
	})
}

// choose shows the lists.
func (b *review) choose() {
	w := b.s.W
	b.now = nil
	if len(b.lists) == 0 {
		b.Set(part.Notice{Icon: theme.ConfirmIcon(), Title: w.T("review.none"), Text: w.T("review.none.text"),
			Actions: []*part.Button{part.NewButton(w.T("checklist.alldone.action"), func() { b.s.Visit("overview") })}}.New())
		return
	}
	parts := []fyne.CanvasObject{part.Column(part.Tight, part.Heading(w.T("screen.review")), part.Muted(w.T("review.intro")))}
	for i, r := range b.lists {
		start := part.NewButtonWithIcon(w.T("review.start"), theme.NavigateNextIcon(), func() { b.now = r; b.card() })
		start.IconPlacement = widget.ButtonIconTrailingText
		if i == 0 {
			start.Importance = widget.HighImportance
		}
		if r.Left() == 0 {
			start.Disable()
		}
		parts = append(parts, part.Card(r.Title, part.Spread(part.Muted(w.N("review.left", r.Left())), start)))
	}
	b.Set(part.Page(parts...))
}

// card shows the present task of the list.
func (b *review) card() {
	w := b.s.W
	t := b.now.Now()
	if t == nil {
		b.Set(part.Notice{Icon: theme.ConfirmIcon(), Title: w.T("review.end"), Text: w.N("review.end.text", b.now.Answered()),
			Actions: []*part.Button{part.NewButton(w.T("review.others"), func() { b.now = nil; b.Reload() })}}.New())
		return
	}
	desk.Load(b.s.Work, "review.card", func(ctx context.Context) (audit.TaskView, error) {
		return b.s.Audit.Task(ctx, t.ID)
	}, func(v audit.TaskView, err error) {
		if err != nil {
			b.Failed(err, b.card)
			return
		}
		b.fill(view.NewDetail(v, b.s.Name(v.Platform), w))
	})
}

// shortWords is up to where the words of a card are set large, in bytes.
const shortWords = 80

func (b *review) fill(v view.Detail) {
	w := b.s.W
	b.link = v.Link
	if b.s.Hides() {
		v.Veil()
	}
	back := part.NewButtonWithIcon(w.T("review.others"), theme.NavigateBackIcon(), func() { b.now = nil; b.Reload() })
	back.Importance = widget.LowImportance
	var buttons []*part.Button
	for _, a := range answers() {
		buttons = append(buttons, part.NewButtonWithIcon(w.T("review."+a.name)+" ("+string(a.letter-32)+")", a.icon, func() { b.answer(a) }))
	}
	open := part.NewButtonWithIcon(w.T("detail.open")+" (O)", theme.ComputerIcon(), func() { b.s.Open(v.Link) })
	if v.Link == "" {
		open.Disable()
		open.SetText(w.T("detail.nolink.short"))
	}
	rows := []fyne.CanvasObject{part.Column(part.Tight, part.Strong(v.Task.Title), part.Muted(v.Where))}
	if v.Author != "" {
		rows = append(rows, part.Fact(w.T("detail.author"), v.Author))
	}
	switch words := v.Plain(); {
	case words == "":
	case len(words) <= shortWords: // a name is what the answer is about
		rows = append(rows, part.Title(words))
	default:
		rows = append(rows, part.Excerpt(v.Words, v.Task.Severity))
	}
	for _, a := range v.Around {
		rows = append(rows, part.Fact(a.Label, a.Value))
	}
	if v.Why != "" {
		rows = append(rows, part.Fact(w.T("detail.why"), v.Why))
	}
	rows = append(rows, part.Fact(w.T("detail.todo"), v.Action), container.New(layout.NewCustomPaddedLayout(8, 4, 8, 0), part.Buttons(append(buttons, open)...)))
	b.Set(part.Page(
		container.NewHBox(back),
		part.Column(0, container.New(layout.NewCustomPaddedLayout(0, 0, 8, 8), part.NewMeter(b.now.Share())), part.Caption(w.N("review.left", b.now.Left()))),
		part.Card("", rows...),
	))
}

// answer decides on the card and shows the next.
func (b *review) answer(a answer) {
	if b.now == nil || b.now.Now() == nil {
		return
	}
	if a.status == "" {
		b.now.Pass()
		b.card()
		return
	}
	id, list := b.now.Now().ID, b.now
	back := list.Answer()
	b.card()
	undone := func() {
		back()
		b.now = list
		b.card()
	}
	b.s.Done(b.s.StatusOf(a.status, 1), func() {
		undone()
		b.s.Work.Change(func(ctx context.Context) error {
			_, err := b.s.Audit.Undo(ctx)
			return err
		}, b.s.Fail)
	})
	b.s.Work.Change(func(ctx context.Context) error {
		return b.s.Audit.SetStatus(ctx, []string{id}, a.status, "", time.Time{})
	}, func(err error) {
		if err != nil {
			undone()
			b.s.Fail(err)
		}
	})
}

// Redraw shows the card anew.
func (b *review) Redraw() {
	if b.now != nil {
		b.card()
	}
}

// key and rune answer by keyboard.
func (b *review) Key(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape && b.now != nil {
		b.now = nil
		b.Reload()
	}
}

func (b *review) Rune(r rune) {
	for _, a := range answers() {
		if r == a.letter {
			b.answer(a)
			return
		}
	}
	if r == 'o' && b.link != "" {
		b.s.Open(b.link)
	}
}
