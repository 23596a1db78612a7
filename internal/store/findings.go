package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"slices"
	"time"

	"footprint/internal/footprint"
)

// weight is the column of findings by which the checklist is ordered, from the arguments of the insert: severity,
// confidence, who sees the item, and its time in seconds.
const weight = `(?6 * 4 + ?7) * 8 * 68719476736 + coalesce((
	SELECT CASE i.visibility WHEN 'public' THEN 4 WHEN '' THEN 3 WHEN 'friends' THEN 2 WHEN 'closed_group' THEN 1 ELSE 0 END * 68719476736
		+ max(0, min(68719476735, coalesce(i.created / 1000 + 34359738368, 0)))
	FROM items i WHERE i.id = ?2), 0)`

// findingWriter holds the statements of one transaction, prepared when first needed: most items have no
// finding.
type findingWriter struct {
	tx            *sql.Tx
	now           time.Time
	survey        bool
	finding, task *sql.Stmt
	tasks         int      // new ones
	went          []string // rules of which a finding on an item was not raised again
}

// details is the data column of findings.
type details struct {
	Labels  []string         `json:"labels,omitempty"`
	Spans   []footprint.Span `json:"spans,omitempty"`
	Why     string           `json:"why,omitempty"`
	Raised  []string         `json:"raised,omitempty"`
	Lowered []string         `json:"lowered,omitempty"`
	Doubt   string           `json:"doubt,omitempty"`
	Advice  string           `json:"advice,omitempty"`
	Related []string         `json:"related,omitempty"`
}

func (w *findingWriter) replace(ctx context.Context, j *Judged) error {
	var before []string
	if j.Again {
		var err error
		if before, err = w.clear(ctx, j.Item.ID); err != nil {
			return err
		}
	}
	for i := range j.Findings {
		if err := w.put(ctx, &j.Findings[i]); err != nil {
			return err
		}
	}
	for _, rule := range before {
		if !slices.ContainsFunc(j.Findings, func(f Raised) bool { return f.Rule == rule }) && !slices.Contains(w.went, rule) {
			w.went = append(w.went, rule)
		}
	}
	return nil
}

// clear removes what was found on an item by itself and returns the rules.
func (w *findingWriter) clear(ctx context.Context, item string) (rules []string, err error) {
	rows, err := w.tx.QueryContext(ctx, "DELETE FROM findings WHERE item = ? AND survey = 0 RETURNING rule", item)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var rule string
		if err := rows.Scan(&rule); err != nil {
			return nil, err
		}
		rules = append(rules, rule)
	}
	return rules, rows.Err()
}

func (w *findingWriter) prepare(ctx context.Context) (err error) {
	if w.finding != nil {
		return nil
	}
	verb := "INSERT OR REPLACE"
	if w.survey {
		verb = "INSERT OR IGNORE" // what was found on the item itself stands
	}
	w.finding, err = w.tx.PrepareContext(ctx, verb+` INTO findings
		(fingerprint, item, rule, area, mode, severity, confidence, survey, phrase, data, weight)
		VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, `+weight+`)`)
	if err != nil {
		return err
	}
	w.task, err = w.tx.PrepareContext(ctx, `INSERT INTO tasks (fingerprint, status, created, changed) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`)
	return err
}

func (w *findingWriter) put(ctx context.Context, f *Raised) error {
	if err := w.prepare(ctx); err != nil {
		return err
	}
	data, err := json.Marshal(details{f.Labels, f.Spans, f.Why, f.Raised, f.Lowered, f.Doubt, f.Advice, f.Related})
	if err != nil {
		return err
	}
	id := f.Fingerprint()
	if _, err := w.finding.ExecContext(ctx, id, f.ItemID, f.Rule, f.Area, int(f.Mode), int(f.Severity), int(f.Confidence), w.survey, f.Phrase, string(data)); err != nil {
		return err
	}
	now := w.now.UnixMilli()
	result, err := w.task.ExecContext(ctx, id, string(footprint.StatusOpen), now, now)
	if err != nil {
		return err
	}
	added, err := result.RowsAffected()
	w.tasks += int(added)
	return err
}
