package gui

import (
	"context"
	"time"

	"footprint/internal/audit"
	"footprint/internal/audit/dossier"
	"footprint/internal/footprint"
)

// chosen opens the reports before a job application that is due in May.
func chosen(s *Shell) *reports {
	s.Visit("reports")
	b := s.bodies["reports"].(*reports)
	b.occasion.SetSelectedIndex(1)
	b.day.SetText("2026-05-04")
	return b
}

// prepare plans the invented tasks: the pressing ones, and the rest week by week.
func (f *fake) prepare(_ context.Context, o dossier.Occasion, deadline time.Time) (dossier.Plan, error) {
	f.note("prepare %s %s", o.ID, deadline.Format(time.DateOnly))
	p := dossier.Plan{Occasion: o, Deadline: deadline}
	if len(f.tasks) > 11 {
		p.Weeks = []dossier.Week{
			{From: day(), Parts: []dossier.Part{{View: dossier.Public, Rows: f.tasks[:3]}, {View: dossier.Inside, Rows: f.tasks[3:6]}}},
			{From: day().AddDate(0, 0, 7), Parts: []dossier.Part{{View: dossier.Inside, Rows: f.tasks[6:12]}}},
		}
	}
	return p, f.err
}

func (f *fake) Compare(context.Context, string, string) (audit.Comparison, error) {
	row := func(id int, why audit.Reason, note string) audit.Difference {
		r := f.tasks[id]
		return audit.Difference{ID: r.ID, Title: r.Title, Severity: r.Severity, Why: []audit.Reason{why}, Note: note}
	}
	return audit.Comparison{
		From: audit.Record{At: f.changes.Since}, To: audit.Record{At: day()},
		New:      []audit.Difference{row(0, audit.Content, ""), row(2, audit.NewRules, "")},
		Reopened: []audit.Difference{row(4, audit.Date, "")},
		Gone: []audit.Difference{{ID: "gone", Title: "Strong language", Severity: footprint.SeverityMedium, Why: []audit.Reason{audit.GoneExport}},
			{ID: "decided", Title: "Photo gives away a place", Severity: footprint.SeverityMedium, Why: []audit.Reason{audit.Decided}, Note: "The old ward has closed."}},
		Still:   make([]audit.Difference, 11),
		Changed: []audit.Difference{row(6, audit.NewProfile, "")},
	}, f.err
}
