package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"footprint/internal/footprint"
)

// Change is one decision on a task.
type Change struct {
	At       time.Time
	From, To footprint.Status
	Note     string
	Until    time.Time
	Undone   bool
}

// SetStatus gives tasks a status, as one action: Undo takes it back as a whole. An empty note keeps the
// note that is there. An unknown fingerprint fails the whole action.
func (db *DB) SetStatus(ctx context.Context, ids []string, status footprint.Status, note string, until, now time.Time) error {
	return db.update(ctx, func(ctx context.Context, tx *sql.Tx) error {
		var batch int64
		if err := tx.QueryRowContext(ctx, "SELECT coalesce(max(batch), 0) + 1 FROM task_history").Scan(&batch); err != nil {
			return err
		}
		for _, id := range ids {
			result, err := tx.ExecContext(ctx, `INSERT INTO task_history (batch, at, fingerprint, status, note, until, was_status, was_note, was_until)
				SELECT ?, ?, fingerprint, ?, coalesce(nullif(?, ''), note), ?, status, note, until FROM tasks WHERE fingerprint = ?`,
				batch, now.UnixMilli(), string(status), note, millis(until), id)
			if err != nil {
				return err
			}
			if n, err := result.RowsAffected(); err != nil || n == 0 {
				return fmt.Errorf("task %s: %w", id, footprint.ErrNotFound)
			}
		}
		_, err := tx.ExecContext(ctx, `UPDATE tasks SET status = h.status, note = h.note, until = h.until, changed = h.at
			FROM task_history h WHERE h.batch = ? AND h.fingerprint = tasks.fingerprint`, batch)
		return err
	})
}

// Undo takes back the newest action that is not yet undone and returns the number of tasks it changed; 0
// when there is nothing to undo.
func (db *DB) Undo(ctx context.Context, now time.Time) (n int, err error) {
	err = db.update(ctx, func(ctx context.Context, tx *sql.Tx) error {
		var batch sql.NullInt64
		if err := tx.QueryRowContext(ctx, "SELECT max(batch) FROM task_history WHERE undone IS NULL").Scan(&batch); err != nil || !batch.Valid {
			return err
		}
		result, err := tx.ExecContext(ctx, `UPDATE tasks SET status = h.was_status, note = h.was_note, until = h.was_until, changed = ?
			FROM task_history h WHERE h.batch = ? AND h.fingerprint = tasks.fingerprint`, now.UnixMilli(), batch.Int64)
		if err != nil {
			return err
		}
		changed, err := result.RowsAffected()
		if err != nil {
			return err
		}
		n = int(changed)
		_, err = tx.ExecContext(ctx, "UPDATE task_history SET undone = ? WHERE batch = ?", now.UnixMilli(), batch.Int64)
		return err
	})
	return n, err
}

// History lists the decisions on a task, newest first.
func (db *DB) History(ctx context.Context, id string) ([]Change, error) {
	rows, err := db.read.QueryContext(ctx, `SELECT at, was_status, status, note, until, undone IS NOT NULL
		FROM task_history WHERE fingerprint = ? ORDER BY n DESC`, id)
	if err != nil {
		return nil, fmt.Errorf("read history of task %s: %w", id, translate(err))
	}
	defer rows.Close()
	var changes []Change
	for rows.Next() {
		var c Change
		var at, until sql.NullInt64
		if err := rows.Scan(&at, (*string)(&c.From), (*string)(&c.To), &c.Note, &until, &c.Undone); err != nil {
			return nil, err
		}
		c.At, c.Until = fromMillis(at), fromMillis(until)
		changes = append(changes, c)
	}
	return changes, translate(rows.Err())
}

// FalseAlarm is what the user said is not worth raising.
type FalseAlarm struct {
	ID      int64
	Scope   string // ScopeItem, ScopePhrase, ScopeRule
	Rule    string
	Value   string // fingerprint, folded phrase, or empty
	Note    string
	Created time.Time
}

// Scopes of a false alarm.
const (
	ScopeItem   = "item"
	ScopePhrase = "phrase"
	ScopeRule   = "rule"
)

// AddFalseAlarm hides what matches, now and in later analyses.
func (db *DB) AddFalseAlarm(ctx context.Context, f FalseAlarm) error {
	return db.update(ctx, func(ctx context.Context, tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO false_alarms (scope, rule, value, note, created) VALUES (?, ?, ?, ?, ?)
			ON CONFLICT DO UPDATE SET note = excluded.note`, f.Scope, f.Rule, f.Value, f.Note, f.Created.UnixMilli())
		return err
	})
}

// RemoveFalseAlarm shows again what it hid.
func (db *DB) RemoveFalseAlarm(ctx context.Context, id int64) error {
	return db.update(ctx, func(ctx context.Context, tx *sql.Tx) error {
		result, err := tx.ExecContext(ctx, "DELETE FROM false_alarms WHERE id = ?", id)
		if err != nil {
			return err
		}
		if n, err := result.RowsAffected(); err != nil || n == 0 {
			return fmt.Errorf("false alarm %d: %w", id, footprint.ErrNotFound)
		}
		return nil
	})
}

// FalseAlarms lists them, newest first.
func (db *DB) FalseAlarms(ctx context.Context) ([]FalseAlarm, error) {
	rows, err := db.read.QueryContext(ctx, "SELECT id, scope, rule, value, note, created FROM false_alarms ORDER BY id DESC")
	if err != nil {
		return nil, fmt.Errorf("list false alarms: %w", translate(err))
	}
	defer rows.Close()
	var all []FalseAlarm
	for rows.Next() {
		var f FalseAlarm
		var created sql.NullInt64
		if err := rows.Scan(&f.ID, &f.Scope, &f.Rule, &f.Value, &f.Note, &created); err != nil {
			return nil, err
		}
		f.Created = fromMillis(created)
		all = append(all, f)
	}
	return all, translate(rows.Err())
}
