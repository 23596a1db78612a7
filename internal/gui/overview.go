package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footprint/internal/audit"
	"footprint/internal/gui/desk"
	"footprint/internal/gui/look"
	"footprint/internal/gui/part"
	"footprint/internal/gui/view"
)

// overview is the screen that says where the user stands and what to do next.
type overview struct {
	desk.Pane
	s *Shell
}

func newOverview(s *Shell) desk.Screen { return &overview{desk.NewPane(s.Desk), s} }

func (b *overview) Reload() {
	b.Loading("overview.loading")
	desk.Load(b.s.Work, "overview", b.s.Audit.Summary, func(sum audit.Summary, err error) {
		if err != nil {
			b.Failed(err, b.Reload)
			return
		}
		b.fill(view.NewOverview(sum, b.s.Names(), b.s.W))
	})
}

func (b *overview) fill(v view.Overview) {
	w := b.s.W
	if v.All == 0 && len(v.Platforms) == 0 {
		actions := []*widget.Button{widget.NewButton(v.NextText, func() { b.s.Visit(v.Next) })}
		if b.s.Demo != nil {
			actions = append(actions, widget.NewButton(w.T("sources.demo"), b.s.demo))
		}
		b.Set(part.Notice{Icon: theme.FolderOpenIcon(), Title: v.Headline, Text: v.Sub, Actions: actions}.New())
		return
	}
	next := widget.NewButtonWithIcon(v.NextText, theme.NavigateNextIcon(), func() { b.s.Visit(v.Next) })
	next.Importance = widget.HighImportance
	next.IconPlacement = widget.ButtonIconTrailingText
	head := part.Column(part.Close, part.Heading(v.Headline), part.Muted(v.Sub),
		container.New(layout.NewCustomPaddedLayout(10, 4, 8, 0), part.Buttons(next)))
	parts := []fyne.CanvasObject{head}
	if v.All > 0 {
		parts = append(parts, b.standing(v))
	}
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
	if len(v.Gaps) > 0 {
		var rows []fyne.CanvasObject
		for _, g := range v.Gaps {
			rows = append(rows, part.Plain(g))
		}
		parts = append(parts, part.Card(w.T("overview.gaps"), part.Column(part.Tight, rows...)))
	}
	b.Set(part.Page(parts...))
}

// standing shows the open tasks by severity, and how much is decided.
func (b *overview) standing(v view.Overview) fyne.CanvasObject {
	w := b.s.W
	tiles := part.Row()
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
