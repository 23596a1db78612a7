package gui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footprint/internal/footprint"
	"footprint/internal/gui/desk"
	"footprint/internal/gui/look"
	"footprint/internal/gui/part"
	"footprint/internal/gui/view"
)

// plan shows what to do for the chosen occasion, week by week.
func (b *reports) plan() {
	o := b.chosen()
	deadline, ok := b.deadline()
	if o == nil || !ok {
		return
	}
	names := b.s.Names()
	type fetched struct {
		plan  view.Planned
		tasks map[string]view.Task
	}
	desk.Load(b.s.Work, "plan", func(ctx context.Context) (f fetched, err error) {
		p, err := b.s.Prepare(ctx, *o, deadline)
		rows := view.NewRows(names, b.s.Audit.RuleAudiences)
		for _, week := range p.Weeks {
			for _, row := range week.Rows() {
				rows.Add(row)
			}
		}
		f.plan, f.tasks = view.NewPlanned(p, b.s.W), make(map[string]view.Task, len(rows.Tasks))
		for _, t := range rows.Tasks {
			f.tasks[t.ID] = t
		}
		return f, err
	}, func(f fetched, err error) {
		if err != nil {
			b.s.Fail(err)
			return
		}
		b.planning = true
		b.fillPlan(f.plan, f.tasks)
	})
}

// mostLines is how many rows a page lists; what follows is counted.
const mostLines = 60

func (b *reports) fillPlan(p view.Planned, tasks map[string]view.Task) {
	w := b.s.W
	head := []fyne.CanvasObject{part.Heading(p.Title)}
	if p.Deadline != "" {
		head = append(head, part.Muted(p.Deadline))
	}
	parts := []fyne.CanvasObject{b.s.back(b.leave),
		part.Column(part.Tight, head...), part.Card("", lines(p.Lead))}
	if len(tasks) == 0 {
		parts = append(parts, part.Muted(w.T("prepare.nothing")))
	}
	shown := 0
	for _, week := range p.Weeks {
		var rows []fyne.CanvasObject
		for _, seen := range week.Parts {
			left := min(len(seen.Tasks), mostLines-shown)
			if left == 0 {
				break
			}
			rows = append(rows, part.Muted(seen.Title))
			for _, id := range seen.Tasks[:left] {
				t := tasks[id]
				excerpt := t.Excerpt
				if b.s.Hides() {
					excerpt = view.Veil(excerpt)
				}
				rows = append(rows, b.s.taskLine(id, t.Severity, t.Title, excerpt, t.Meta(w)))
			}
			shown += left
		}
		if len(rows) > 0 {
			parts = append(parts, part.Card(week.Title, rows...))
		}
	}
	if more := len(tasks) - shown; more > 0 {
		parts = append(parts, part.Muted(w.N("prepare.more", more)))
	}
	b.SetKeeping(part.Page(parts...))
}

// leave goes back from the plan.
func (b *reports) leave() {
	b.planning = false
	b.Set(b.page)
}

// Key leaves the plan on Escape.
func (b *reports) Key(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape && b.planning {
		b.leave()
	}
}

// Rune has no letters of its own.
func (b *reports) Rune(rune) {}

// back is the button that leaves a page within a screen.
func (s *Shell) back(to func()) fyne.CanvasObject {
	return part.Buttons(part.NewButtonWithIcon(s.W.T("back"), theme.NavigateBackIcon(), to))
}

// taskLine names a task and opens it in the checklist; empty captions are left out.
func (s *Shell) taskLine(id string, severity footprint.Severity, title string, captions ...string) fyne.CanvasObject {
	words := part.Column(part.Tight, part.Strong(title))
	for _, text := range captions {
		if text != "" {
			words.Add(part.Words{Color: look.Muted, Size: theme.SizeNameCaptionText, OneRow: true}.New(text))
		}
	}
	sign := container.New(layout.NewCustomPaddedLayout(theme.InnerPadding(), 0, 8, 0), container.NewVBox(widget.NewIcon(look.SeverityIcon(severity))))
	return container.NewBorder(nil, nil, sign, nil, part.Spread(words, part.NewButton(s.W.T("task.open"), func() { s.openTask(id) })))
}

// openTask shows a task in the checklist.
func (s *Shell) openTask(id string) {
	s.Visit("checklist")
	s.checklist().Show(id, func(found bool) {
		if !found {
			s.Say(s.W.T("task.away"))
		}
	})
}
