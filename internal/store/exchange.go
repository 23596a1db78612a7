package store

import (
	"context"
	"database/sql"
	"fmt"

	"footprint/internal/footprint"
)

// Decisions lists what the user decided, undone decisions included, by fingerprint.
func (db *DB) Decisions(ctx context.Context) ([]footprint.Task, error) {
	rows, err := db.read.QueryContext(ctx, `SELECT fingerprint, status, note, until, created, changed FROM tasks t
		WHERE status <> 'open' OR EXISTS (SELECT 1 FROM task_history h WHERE h.fingerprint = t.fingerprint) ORDER BY fingerprint`)
	if err != nil {
		return nil, fmt.Errorf("list decisions: %w", translate(err))
	}
	defer rows.Close()
	var all []footprint.Task
	for rows.Next() {
		var t footprint.Task
		var until, created, changed sql.NullInt64
		if err := rows.Scan(&t.Fingerprint, (*string)(&t.Status), &t.Note, &until, &created, &changed); err != nil {
			return nil, translate(err)
		}
		t.Until, t.Created, t.Changed = fromMillis(until), fromMillis(created), fromMillis(changed)
		all = append(all, t)
	}
	return all, translate(rows.Err())
}

// PutDecisions takes in decisions from elsewhere as one action. One that was taken here later stands; so does
// the note here where the other has none. A decision on something not stored yet waits for it. It returns the
// number of tasks that changed.
func (db *DB) PutDecisions(ctx context.Context, decisions []footprint.Task) (n int, err error) {
	err = db.update(ctx, func(ctx context.Context, tx *sql.Tx) error {
		batch, err := nextBatch(ctx, tx)
		if err != nil {
			return err
		}
		for _, t := range decisions {
			_, err := tx.ExecContext(ctx, "INSERT INTO tasks (fingerprint, status, created, changed) VALUES (?, 'open', ?, ?) ON CONFLICT DO NOTHING",
				t.Fingerprint, t.Created.UnixMilli(), t.Created.UnixMilli())
			if err != nil {
				return err
			}
			result, err := tx.ExecContext(ctx, `INSERT INTO task_history (batch, at, fingerprint, status, note, until, was_status, was_note, was_until)
				SELECT ?1, ?2, fingerprint, ?3, coalesce(nullif(?4, ''), note), ?5, status, note, until FROM tasks t WHERE fingerprint = ?6
				AND (status, until) IS NOT (?3, ?5) AND (changed < ?2 OR NOT EXISTS (SELECT 1 FROM task_history h WHERE h.fingerprint = t.fingerprint))`,
				batch, t.Changed.UnixMilli(), string(t.Status), t.Note, millis(t.Until), t.Fingerprint)
			if err != nil {
				return err
			}
			added, err := result.RowsAffected()
			if err != nil {
				return err
			}
			n += int(added)
		}
		_, err = tx.ExecContext(ctx, `UPDATE tasks SET status = h.status, note = h.note, until = h.until, changed = h.at
			FROM task_history h WHERE h.batch = ? AND h.fingerprint = tasks.fingerprint`, batch)
		return err
	})
	if err != nil {
		return 0, fmt.Errorf("take in decisions: %w", err)
	}
	return n, nil
}
