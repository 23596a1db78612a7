package view

import (
	"strconv"

	"footprint/internal/audit/dossier"
)

// Planned is what to do on an occasion, ready to show.
type Planned struct {
	Title, Deadline string
	Lead            []string
	Weeks           []PlannedWeek
}

// PlannedWeek is what to do in one week.
type PlannedWeek struct {
	Title string // "From 3 March 2026"
	Parts []PlannedPart
}

// PlannedPart is rows that are seen from one place, most pressing first, by the ids of their tasks.
type PlannedPart struct {
	Title string
	Tasks []string
}

// NewPlanned prepares a plan.
func NewPlanned(p dossier.Plan, w *Words) Planned {
	out := Planned{Title: w.Or("occasion."+p.Occasion.ID, p.Occasion.Title)}
	for i, line := range p.Occasion.Lead {
		out.Lead = append(out.Lead, w.Or("occasion.lead."+p.Occasion.ID+"-"+strconv.Itoa(i), line))
	}
	if !p.Deadline.IsZero() {
		out.Deadline = w.T("occasion.by", "date", w.Date(p.Deadline))
	}
	for i, week := range p.Weeks {
		key := "occasion.week"
		if i == 0 {
			key = "occasion.now"
		}
		shown := PlannedWeek{Title: w.T(key, "date", w.Date(week.From))}
		for _, part := range week.Parts {
			ids := make([]string, len(part.Rows))
			for j := range part.Rows {
				ids[j] = part.Rows[j].ID
			}
			shown.Parts = append(shown.Parts, PlannedPart{Title: w.T("occasion." + string(part.View)), Tasks: ids})
		}
		out.Weeks = append(out.Weeks, shown)
	}
	return out
}
