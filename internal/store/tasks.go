package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"iter"
	"time"

	"footprint/internal/footprint"
)

// Record is one row of the checklist: a task, its finding, and the item's columns that lists show.
type Record struct {
	Task    footprint.Task
	Finding footprint.Finding // zero when no rule raises it any more
	Phrase  string
	Item    footprint.Item // what lists show of it; zero for a reminder
}

// TaskFilter chooses rows of the checklist; empty fields choose everything.
type TaskFilter struct {
	IDs        []string // fingerprints
	Statuses   []footprint.Status
	Severities []footprint.Severity
	Confidence []footprint.Confidence
	Modes      []footprint.Mode
	Rules      []string
	Areas      []string
	Platforms  []string
	Kinds      []footprint.Kind
	Years      []int
	Items      []string // ids
	Query      string
	Now        time.Time // decides whether a snoozed task is open again
	Limit      int
	Offset     int
}

const (
	// statusNow is a task's status at the time given as first argument.
	statusNow = "CASE WHEN t.status = 'snoozed' AND t.until <= ? THEN 'open' ELSE t.status END"
	// audible leaves out what the user called a false alarm.
	audible = `(f.rule, f.fingerprint) NOT IN (SELECT rule, value FROM false_alarms WHERE scope = 'item')
		AND (f.rule, f.phrase) NOT IN (SELECT rule, value FROM false_alarms WHERE scope = 'phrase')
		AND f.rule NOT IN (SELECT rule FROM false_alarms WHERE scope = 'rule')`
	checklist = " FROM findings f JOIN tasks t ON t.fingerprint = f.fingerprint LEFT JOIN items i ON i.id = f.item"
	// byWeight puts first what matters most: worst, surest, widest seen, newest.
	byWeight      = " ORDER BY f.weight DESC, f.fingerprint"
	recordColumns = `t.fingerprint, ` + statusNow + `, t.note, t.until, t.created, t.changed,
		f.item, f.rule, f.area, f.mode, f.severity, f.confidence, f.phrase, f.data,
		i.platform, i.kind, i.account, i.author, i.created, i.visibility, i.container, i.title, i.text, i.shared_text, i.target, i.ocr, i.data ->> 'url'`
)

func (db *DB) taskWhere(f TaskFilter) (string, []any) {
	status := condition{}
	if len(f.Statuses) > 0 {
		status = oneOf(statusNow, f.Statuses)
		status.args = append([]any{f.Now.UnixMilli()}, status.args...)
	}
	return where(condition{sql: audible}, status,
		oneOf("f.fingerprint", f.IDs), oneOf("f.severity", f.Severities), oneOf("f.confidence", f.Confidence), oneOf("f.mode", f.Modes),
		oneOf("f.rule", f.Rules), oneOf("f.area", f.Areas), oneOf("i.platform", f.Platforms), oneOf("i.kind", f.Kinds),
		oneOf(yearOfItem, f.Years), oneOf("f.item", f.Items), db.search(f.Query))
}

// Tasks yields the chosen rows, what matters most first.
func (db *DB) Tasks(ctx context.Context, f TaskFilter) iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		cond, args := db.taskWhere(f)
		limit, more := page(f.Limit, f.Offset)
		args = append(append([]any{f.Now.UnixMilli()}, args...), more...)
		rows, err := db.read.QueryContext(ctx, "SELECT "+recordColumns+checklist+cond+byWeight+limit, args...)
		if err != nil {
			yield(Record{}, fmt.Errorf("list tasks: %w", translate(err)))
			return
		}
		defer rows.Close()
		for rows.Next() {
			if r, err := scanRecord(rows); !yield(r, err) || err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(Record{}, fmt.Errorf("list tasks: %w", translate(err)))
		}
	}
}

// CountTasks returns the number of the chosen rows.
func (db *DB) CountTasks(ctx context.Context, f TaskFilter) (n int, err error) {
	cond, args := db.taskWhere(f)
	err = db.read.QueryRowContext(ctx, "SELECT count(*)"+checklist+cond, args...).Scan(&n)
	return n, translate(err)
}

// Task returns one row by its fingerprint, false alarms and findings that are gone included.
func (db *DB) Task(ctx context.Context, id string, now time.Time) (Record, error) {
	rows, err := db.read.QueryContext(ctx, "SELECT "+recordColumns+` FROM tasks t LEFT JOIN findings f ON f.fingerprint = t.fingerprint
		LEFT JOIN items i ON i.id = f.item WHERE t.fingerprint = ?`, now.UnixMilli(), id)
	if err != nil {
		return Record{}, fmt.Errorf("read task %s: %w", id, translate(err))
	}
	defer rows.Close()
	if rows.Next() {
		return scanRecord(rows)
	}
	if err := rows.Err(); err != nil {
		return Record{}, fmt.Errorf("read task %s: %w", id, translate(err))
	}
	return Record{}, fmt.Errorf("task %s: %w", id, footprint.ErrNotFound)
}

// TaskIDs returns the fingerprints that begin with a prefix, at most limit.
func (db *DB) TaskIDs(ctx context.Context, prefix string, limit int) ([]string, error) {
	ids, err := column(ctx, db.read, "SELECT fingerprint FROM tasks WHERE fingerprint >= ? AND fingerprint < ? LIMIT ?", prefix, prefix+"~", limit)
	if err != nil {
		return nil, fmt.Errorf("find task: %w", err)
	}
	return ids, nil
}

func scanRecord(rows *sql.Rows) (r Record, err error) {
	var until, created, changed, posted sql.NullInt64
	var mode, severity, confidence sql.NullInt64
	var data sql.RawBytes
	var item, rule, area, phrase, platform, kind, account, author, visibility, container, title, text, shared, target, ocr, url sql.NullString
	err = rows.Scan(&r.Task.Fingerprint, (*string)(&r.Task.Status), &r.Task.Note, &until, &created, &changed,
		&item, &rule, &area, &mode, &severity, &confidence, &phrase, &data,
		&platform, &kind, &account, &author, &posted, &visibility, &container, &title, &text, &shared, &target, &ocr, &url)
	if err != nil {
		return r, translate(err)
	}
	var d details
	if len(data) > 0 {
		if err := json.Unmarshal(data, &d); err != nil {
			return r, fmt.Errorf("decode finding %s: %w", r.Task.Fingerprint, err)
		}
	}
	r.Task.Until, r.Task.Created, r.Task.Changed = fromMillis(until), fromMillis(created), fromMillis(changed)
	r.Phrase = phrase.String
	r.Finding = footprint.Finding{
		ItemID: item.String, Rule: rule.String, Area: area.String,
		Mode: footprint.Mode(mode.Int64), Severity: footprint.Severity(severity.Int64), Confidence: footprint.Confidence(confidence.Int64),
		Labels: d.Labels, Spans: d.Spans, Why: d.Why, Raised: d.Raised, Lowered: d.Lowered, Doubt: d.Doubt, Advice: d.Advice, Related: d.Related,
	}
	r.Item = footprint.Item{
		Platform: platform.String, Kind: footprint.Kind(kind.String), Account: account.String, Author: author.String,
		Created: fromMillis(posted), Visibility: footprint.Visibility(visibility.String), Container: container.String,
		Title: title.String, Text: text.String, SharedText: shared.String, Target: target.String, OCR: ocr.String, URL: url.String,
	}
	if r.Item.Platform != "" {
		r.Item.ID = item.String
	}
	return r, nil
}
