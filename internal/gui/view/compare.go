package view

import (
	"strings"

	"footprint/internal/audit"
	"footprint/internal/footprint"
)

// Compared is two audits side by side, ready to show.
type Compared struct {
	Title  string // which audits
	Sum    string // how many rows of each group
	Groups []ComparedGroup
}

// ComparedGroup is rows to which the same happened.
type ComparedGroup struct {
	Title string
	Rows  []ComparedRow
}

// ComparedRow is one row of the checklist in two audits.
type ComparedRow struct {
	ID          string // of the task
	Title       string
	Weight      footprint.Severity `json:"-"`
	Severity    string             // Weight in words
	Why, Detail string             // in words; Detail is evidence or the user's note, often empty
}

// NewCompared prepares a comparison. What stayed as it was is counted and not listed.
func NewCompared(c audit.Comparison, w *Words) Compared {
	out := Compared{
		Title: w.T("compare.title", "from", w.Date(c.From.At), "to", w.Date(c.To.At)),
		Sum: w.T("compare.sum", "new", w.Count(len(c.New)), "again", w.Count(len(c.Reopened)), "gone", w.Count(len(c.Gone)),
			"still", w.Count(len(c.Still))),
	}
	for _, g := range []struct {
		key  string
		rows []audit.Difference
	}{{"compare.new", c.New}, {"compare.again", c.Reopened}, {"compare.gone", c.Gone}, {"compare.changed", c.Changed}} {
		if len(g.rows) == 0 {
			continue
		}
		group := ComparedGroup{Title: w.T(g.key)}
		for _, d := range g.rows {
			var why []string
			for _, r := range d.Why {
				why = append(why, w.T("why."+string(r)))
			}
			group.Rows = append(group.Rows, ComparedRow{ID: d.ID, Title: d.Title, Weight: d.Severity, Severity: w.T("severity." + d.Severity.String()),
				Why: strings.Join(why, ", "), Detail: d.Note})
		}
		out.Groups = append(out.Groups, group)
	}
	return out
}
