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
		batch, err := nextBatch(ctx, tx)
		if err != nil {
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
		_, err = tx.ExecContext(ctx, `UPDATE tasks SET status = h.status, note = h.note, until = h.until, changed = h.at
			FROM task_history h WHERE h.batch = ? AND h.fingerprint = tasks.fingerprint`, batch)
		return err
	})
}

// nextBatch numbers the next action of the user's: decisions and false alarms count together, so that Undo knows which
// came last.
func nextBatch(ctx context.Context, tx *sql.Tx) (batch int64, err error) {
	err = tx.QueryRowContext(ctx, `SELECT max((SELECT coalesce(max(batch), 0) FROM task_history),
		(SELECT coalesce(max(batch), 0) FROM false_alarms)) + 1`).Scan(&batch)
	return batch, err
}

// Undo takes back the newest action that is not yet undone, of decisions or of false alarms, and returns the number of
// tasks that it changed or shows again; 0 when there is nothing to undo.
func (db *DB) Undo(ctx context.Context, now time.Time) (n int, err error) {
	err = db.update(ctx, func(ctx context.Context, tx *sql.Tx) error {
		var decided, dismissed int64
		if err := tx.QueryRowContext(ctx, `SELECT (SELECT coalesce(max(batch), 0) FROM task_history WHERE undone IS NULL),
			(SELECT coalesce(max(batch), 0) FROM false_alarms)`).Scan(&decided, &dismissed); err != nil {
			return err
		}
		if dismissed > decided {
			n, err = undoFalseAlarms(ctx, tx, dismissed)
		} else if decided > 0 {
			n, err = undoDecisions(ctx, tx, decided, now)
		}
		return err
	})
	return n, err
}

func undoDecisions(ctx context.Context, tx *sql.Tx, batch int64, now time.Time) (int, error) {
	result, err := tx.ExecContext(ctx, `UPDATE tasks SET status = h.was_status, note = h.was_note, until = h.was_until, changed = ?
		FROM task_history h WHERE h.batch = ? AND h.fingerprint = tasks.fingerprint`, now.UnixMilli(), batch)
	if err != nil {
		return 0, err
	}
	changed, err := result.RowsAffected()
	if err == nil {
		_, err = tx.ExecContext(ctx, "UPDATE task_history SET undone = ? WHERE batch = ?", now.UnixMilli(), batch)
	}
	return int(changed), err
}

func undoFalseAlarms(ctx context.Context, tx *sql.Tx, batch int64) (int, error) {
	shown := func() (n int, err error) {
		err = tx.QueryRowContext(ctx, "SELECT count(*)"+checklist+" WHERE "+audible).Scan(&n)
		return n, err
	}
	before, err := shown()
	if err != nil {
		return 0, err
	}
	if _, err := tx.ExecContext(ctx, "DELETE FROM false_alarms WHERE batch = ?", batch); err != nil {
		return 0, err
	}
	after, err := shown()
	return after - before, err
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

// AddFalseAlarms hides what matches, now and in later analyses, as one action: Undo takes it back as a whole. One that
// is known gets the new note and stays part of the action that brought it.
func (db *DB) AddFalseAlarms(ctx context.Context, alarms []FalseAlarm) error {
	return db.update(ctx, func(ctx context.Context, tx *sql.Tx) error {
		batch, err := nextBatch(ctx, tx)
		if err != nil {
			return err
		}
		for _, f := range alarms {
			if _, err := tx.ExecContext(ctx, `INSERT INTO false_alarms (scope, rule, value, note, created, batch) VALUES (?, ?, ?, ?, ?, ?)
				ON CONFLICT DO UPDATE SET note = excluded.note`, f.Scope, f.Rule, f.Value, f.Note, f.Created.UnixMilli(), batch); err != nil {
				return err
			}
		}
		return nil
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
