package view

import "footprint/internal/audit"

// LetterRow is a letter that was sent, in words.
type LetterRow struct {
	ID                int64
	Title, Meta, Next string
	Open, Late        bool
}

// NewLetterRows puts letters into words.
func NewLetterRows(list []audit.LetterRequest, w *Words) []LetterRow {
	var rows []LetterRow
	for _, r := range list {
		v := LetterRow{ID: r.ID, Title: r.Title, Open: r.Outcome == "", Late: r.Late}
		state := w.T("letter.due", "date", w.Date(r.Due))
		switch {
		case r.Outcome != "":
			state = w.T("outcome."+r.Outcome) + ", " + w.Date(r.Answered)
		case r.Late:
			state, v.Next = w.T("letter.late", "date", w.Date(r.Due)), r.Next
		}
		v.Meta = joinDots([]string{r.Recipient, w.T("letter.sent", "date", w.Date(r.Sent)), state})
		rows = append(rows, v)
	}
	return rows
}
