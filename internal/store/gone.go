package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"footprint/internal/footprint"
)

// accountOf joins a source o of the same account as source s: by the platform's account id where both
// exports name it, otherwise by handle.
const accountOf = `o.platform = s.platform AND o.imported IS NOT NULL AND CASE
	WHEN s.data ->> '$.owner.id' <> '' AND o.data ->> '$.owner.id' <> '' THEN s.data ->> '$.owner.id' = o.data ->> '$.owner.id'
	ELSE o.account = s.account AND s.account <> '' END`

// missing chooses the items that an export s ought to hold and does not: an earlier export of the account
// holds them, none made since does, and s covers their date. Where s has another layout, it covers the kinds
// of items that it holds.
const missing = `SELECT DISTINCT i.id FROM sources s JOIN sources o ON ` + accountOf + ` AND o.taken < s.taken
	JOIN item_sources x ON x.source = o.id JOIN items i ON i.n = x.item
	WHERE s.id = ?1 AND i.created BETWEEN s.oldest AND s.newest
	AND (o.layout = s.layout AND o.format = s.format OR EXISTS (SELECT 1 FROM json_each(s.data, '$.counts') k WHERE k.key = i.kind AND k.value > 0))
	AND NOT EXISTS (SELECT 1 FROM item_sources h JOIN sources l ON l.id = h.source WHERE h.item = i.n AND l.taken >= s.taken)
	AND i.id NOT IN (SELECT item FROM gone)`

// MarkGone enters the items that a complete export no longer holds, and closes their open tasks with that as
// the note, as one action. The caller vouches that the export is complete and was read without failures. An
// item is entered once: what the user decides afterwards stands. It returns the number of tasks it closed.
func (db *DB) MarkGone(ctx context.Context, source int64, note string, now time.Time) (tasks int, err error) {
	err = db.update(ctx, func(ctx context.Context, tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, "CREATE TEMP TABLE changing AS "+missing, source); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, "INSERT INTO gone (item, taken, at) SELECT c.id, s.taken, ? FROM changing c, sources s WHERE s.id = ?", now.UnixMilli(), source)
		if err != nil {
			return err
		}
		tasks, err = turn(ctx, tx, footprint.StatusOpen, footprint.StatusDone, note, now)
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("look for what source %d no longer holds: %w", source, err)
	}
	return tasks, nil
}

// MarkBack takes out the items that an export made after they were gone holds again, and opens their tasks
// that were done, as one action. It returns the number of tasks it opened.
func (db *DB) MarkBack(ctx context.Context, note string, now time.Time) (tasks int, err error) {
	err = db.update(ctx, func(ctx context.Context, tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `CREATE TEMP TABLE changing AS SELECT g.item AS id FROM gone g JOIN items i ON i.id = g.item
			WHERE EXISTS (SELECT 1 FROM item_sources x JOIN sources s ON s.id = x.source WHERE x.item = i.n AND s.imported IS NOT NULL AND s.taken > g.taken)`)
		if err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, "DELETE FROM gone WHERE item IN (SELECT id FROM changing)"); err != nil {
			return err
		}
		tasks, err = turn(ctx, tx, footprint.StatusDone, footprint.StatusOpen, note, now)
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("look for what is back: %w", err)
	}
	return tasks, nil
}

// turn gives a status to the tasks of the items in the table changing, with history, and drops the table.
func turn(ctx context.Context, tx *sql.Tx, from, to footprint.Status, note string, now time.Time) (int, error) {
	batch, err := nextBatch(ctx, tx)
	if err != nil {
		return 0, err
	}
	result, err := tx.ExecContext(ctx, `INSERT INTO task_history (batch, at, fingerprint, status, note, until, was_status, was_note, was_until)
		SELECT ?, ?, t.fingerprint, ?, ?, NULL, t.status, t.note, t.until`+checklist+`
		WHERE f.item IN (SELECT id FROM changing) AND `+statusNow+` = ?`,
		batch, now.UnixMilli(), string(to), note, now.UnixMilli(), string(from))
	if err != nil {
		return 0, err
	}
	n, err := result.RowsAffected()
	if err != nil {
		return 0, err
	}
	_, err = tx.ExecContext(ctx, `UPDATE tasks SET status = h.status, note = h.note, until = h.until, changed = h.at
		FROM task_history h WHERE h.batch = ? AND h.fingerprint = tasks.fingerprint`, batch)
	if err != nil {
		return 0, err
	}
	_, err = tx.ExecContext(ctx, "DROP TABLE changing")
	return int(n), err
}
