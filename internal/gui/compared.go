package gui

import (
	"context"

	"fyne.io/fyne/v2"

	"footprint/internal/audit"
	"footprint/internal/gui/desk"
	"footprint/internal/gui/part"
	"footprint/internal/gui/view"
)

// compare lists what the last audit changed, and why.
func (b *overview) compare() {
	desk.Load(b.s.Work, "compare", func(ctx context.Context) (audit.Comparison, error) {
		return b.s.Audit.Compare(ctx, "", "")
	}, func(c audit.Comparison, err error) {
		if err != nil {
			b.s.Fail(err)
			return
		}
		b.comparing = true
		b.fillCompared(view.NewCompared(c, b.s.W))
	})
}

func (b *overview) fillCompared(c view.Compared) {
	w := b.s.W
	parts := []fyne.CanvasObject{b.s.back(b.leave),
		part.Column(part.Tight, part.Heading(w.T("compare.open")), part.Muted(c.Title), part.Muted(c.Sum))}
	for _, g := range c.Groups {
		var rows []fyne.CanvasObject
		for _, r := range g.Rows[:min(len(g.Rows), mostLines)] {
			note := r.Detail
			if b.s.Hides() {
				note = view.Veil(note)
			}
			rows = append(rows, b.s.taskLine(r.ID, r.Weight, r.Title, r.Severity+"  ·  "+r.Why, note))
		}
		if more := len(g.Rows) - mostLines; more > 0 {
			rows = append(rows, part.Muted(w.N("prepare.more", more)))
		}
		parts = append(parts, part.Card(g.Title, rows...))
	}
	b.SetKeeping(part.Page(parts...))
}

// leave goes back from the comparison.
func (b *overview) leave() {
	b.comparing = false
	b.Reload()
}

// Key leaves the comparison on Escape.
func (b *overview) Key(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape && b.comparing {
		b.leave()
	}
}

// Rune has no letters of its own.
func (b *overview) Rune(rune) {}
