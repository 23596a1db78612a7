package gui

import (
	"context"

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

// overview is the screen that says where the user stands and what to do next.
type overview struct {
	desk.Pane
	s         *Shell
	comparing bool // the comparison is shown, not where the user stands
}

func newOverview(s *Shell) desk.Screen { return &overview{Pane: desk.NewPane(s.Desk), s: s} }

func (b *overview) Reload() {
	if b.comparing {
		b.compare()
		return
	}
	b.Loading("overview.loading")
	desk.Load(b.s.Work, "overview", b.fetch, func(k view.Known, err error) {
		if err != nil {
			b.Failed(err, b.Reload)
			return
		}
		b.fill(view.NewOverview(k, b.s.Names(), b.s.W))
	})
}

func (b *overview) fetch(ctx context.Context) (k view.Known, err error) {
	if k.Summary, err = b.s.Audit.Summary(ctx); err != nil {
		return k, err
	}
	if k.Changes, err = b.s.Audit.Changes(ctx); err != nil {
		return k, err
	}
	if k.Accounts, err = b.s.Audit.Accounts(ctx); err != nil {
		return k, err
	}
	k.Due, err = b.s.Audit.Due(ctx)
	return k, err
}

func (b *overview) fill(v view.Overview) {
	w := b.s.W
	if v.All == 0 && len(v.Platforms) == 0 {
		actions := []*part.Button{part.NewButton(v.NextText, func() { b.s.Visit(v.Next) })}
		if b.s.Demo != nil {
			actions = append(actions, part.NewButton(w.T("sources.demo"), b.s.demo))
		}
		b.Set(part.Notice{Icon: theme.FolderOpenIcon(), Title: v.Headline, Text: v.Sub, Actions: actions}.New())
		return
	}
	next := part.NewButtonWithIcon(v.NextText, theme.NavigateNextIcon(), func() { b.s.Visit(v.Next) })
	next.Importance = widget.HighImportance
	next.IconPlacement = widget.ButtonIconTrailingText
	parts := []fyne.CanvasObject{part.Column(part.Close, part.Heading(v.Headline), part.Muted(v.Sub),
		container.New(layout.NewCustomPaddedLayout(10, 4, 8, 0), part.Buttons(next)))}
	if v.All > 0 {
		parts = append(parts, b.standing(v))
	}
	if both := part.Beside(b.since(v), b.coming(v)); both != nil {
		parts = append(parts, both)
	}
	parts = append(parts, b.charts(v)...)
	if len(v.Gaps) > 0 {
		parts = append(parts, part.Card(w.T("overview.gaps"), lines(v.Gaps)))
	}
	b.SetKeeping(part.Page(parts...))
}

func lines(texts []string) fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, t := range texts {
		rows = append(rows, part.Plain(t))
	}
	return part.Column(part.Tight, rows...)
}

// since says what the last audit changed; nil before there were two.
func (b *overview) since(v view.Overview) fyne.CanvasObject {
	if len(v.Since) == 0 {
		return nil
	}
	what := part.NewButtonWithIcon(b.s.W.T("compare.open"), theme.NavigateNextIcon(), b.compare)
	what.IconPlacement = widget.ButtonIconTrailingText
	return part.Card(v.SinceTitle, lines(v.Since), part.Acts(what))
}

// coming lists what falls due, with the place where it is done; nil when nothing does.
func (b *overview) coming(v view.Overview) fyne.CanvasObject {
	w := b.s.W
	var rows []fyne.CanvasObject
	for _, c := range v.Coming {
		var act *part.Button
		switch {
		case c.Screen != "" && b.s.has(c.Screen):
			act = part.NewButtonWithIcon(w.T("overview.due.go"), theme.NavigateNextIcon(), func() { b.s.Visit(c.Screen) })
			act.IconPlacement = widget.ButtonIconTrailingText
		default:
			act = part.NewButtonWithIcon(w.T("overview.due.done"), theme.ConfirmIcon(), func() { b.reviewed(c) })
		}
		words := part.Column(part.Tight, part.Strong(c.Title), part.Caption(c.When))
		if !c.Now && c.Screen == "" {
			rows = append(rows, words) // nothing to do before its day
			continue
		}
		rows = append(rows, part.Spread(words, act))
	}
	if len(rows) == 0 {
		return nil
	}
	return part.Card(w.T("overview.due"), part.Column(0, rows...))
}

// reviewed records that a topic of the schedule was looked at.
func (b *overview) reviewed(c view.Coming) {
	b.s.Work.Change(func(ctx context.Context) error { return b.s.Audit.ReviewDone(ctx, c.Topic) }, func(err error) {
		if err != nil {
			b.s.Fail(err)
			return
		}
		b.s.Say(b.s.W.T("overview.due.noted", "what", c.Title))
		b.Reload()
	})
}

// charts draw what is out there, by platform and by year.
func (b *overview) charts(v view.Overview) []fyne.CanvasObject {
	w := b.s.W
	var parts []fyne.CanvasObject
	for _, chart := range []struct {
		title    string
		bars     []view.Bar
		standing bool
	}{{"overview.platforms", v.Platforms, false}, {"overview.years", v.Years, true}} {
		if len(chart.bars) == 0 {
			continue
		}
		hint := part.Caption(w.T("overview.hint"))
		drawn := part.NewChart(chart.bars, chart.standing, func(text string) {
			if text == "" {
				text = w.T("overview.hint")
			}
			part.Set(hint, text)
		})
		parts = append(parts, part.Card(w.T(chart.title), container.New(layout.NewCustomPaddedLayout(2, 2, 8, 8), drawn), hint))
	}
	return parts
}

// standing shows the open tasks by severity, and how much is decided.
func (b *overview) standing(v view.Overview) fyne.CanvasObject {
	w := b.s.W
	tiles := part.Columns()
	for _, c := range v.Severities {
		tiles.Add(part.Tile(c.Severity, w.Count(c.Count), w.T("severity."+c.Severity.String()), func() { b.visitSeverity(c) }))
	}
	bar := part.NewMeter(float64(v.Decided) / float64(max(1, v.All)))
	return part.Panel(look.Surface, part.Column(0, part.Title(w.T("overview.open.title")),
		container.New(layout.NewCustomPaddedLayout(2, 8, 8, 8), tiles),
		container.New(layout.NewCustomPaddedLayout(6, 0, 8, 8), bar),
		part.Caption(w.N("overview.decided", v.Decided, "all", w.Count(v.All)))))
}

// visitSeverity opens the checklist on one severity.
func (b *overview) visitSeverity(c view.SeverityCount) {
	b.s.Visit("checklist")
	b.s.checklist().Refilter(func(f *view.Filter) {
		*f = f.Clear()
		f.Scope, f.Severity = view.ScopeOpen, c.Severity.String()
	})
}
