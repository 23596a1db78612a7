package report

import (
	"encoding/csv"
	"io"
	"strings"
	"time"
)

// writeCSV writes one line a row of the checklist.
func writeCSV(w io.Writer, r *Report) error {
	out := csv.NewWriter(w)
	records := [][]string{{"id", "severity", "confidence", "status", "rule", "title", "area", "platform", "kind", "posted", "visibility",
		"container", "excerpt", "why", "action", "note", "link"}}
	for _, g := range r.Groups {
		for _, row := range g.Rows {
			records = append(records, []string{row.ID, g.Severity.String(), row.Confidence.String(), string(row.Status), g.Rule, g.Title, g.Area,
				row.Platform, string(row.Kind), date(row.Posted), string(row.Visibility), row.Container, row.Excerpt, row.Why, g.Action, row.Note, row.Link})
		}
	}
	for _, record := range records {
		for i := range record {
			record[i] = plain(record[i])
		}
		if err := out.Write(record); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// plain keeps a spreadsheet from taking a cell for a formula: it sets an apostrophe before the signs that begin
// one, also behind blanks, and takes out the characters that could begin a cell of their own.
func plain(cell string) string {
	cell = strings.Map(func(r rune) rune {
		if r == '\t' || r == '\r' || r == '\n' || r == 0 {
			return ' '
		}
		return r
	}, cell)
	if begin := strings.TrimLeft(cell, " \u00a0\u3000\ufeff\u200b"); begin != "" && strings.ContainsAny(begin[:1], "=+-@|%") || strings.HasPrefix(begin, "＝") ||
		strings.HasPrefix(begin, "＋") || strings.HasPrefix(begin, "－") || strings.HasPrefix(begin, "＠") {
		return "'" + cell
	}
	return cell
}

func date(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.UTC().Format(time.DateOnly)
}
