package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"time"

	"footprint/internal/footprint"
)

// Pending is a stored item that a judgement has not seen.
type Pending struct {
	N    int64 // place in the store; Unjudged goes on after it
	Item footprint.Item
	// Again is true when the item was judged before, by other rules or with other content.
	Again bool
	// Under is the judgement that its findings are of; 0 when there is none, or the content changed since.
	Under int64
}

// Judged is a pending item with what the rules say about it.
type Judged struct {
	Pending
	Findings []Raised
	// Unsupported is true for an item in a language the rules do not cover.
	Unsupported bool
	// Kept is true when what was judged before stands; the findings are not looked at then.
	Kept bool
}

// Raised is a finding with the words that raised it, folded.
type Raised struct {
	footprint.Finding
	Phrase string
}

// Judgement returns the number of a combination of rules, profile and date, entering it with what it rests on when
// it is new.
func (db *DB) Judgement(ctx context.Context, version, basis string, now time.Time) (id int64, err error) {
	err = db.update(ctx, func(ctx context.Context, tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "INSERT INTO judgements (version, basis, created) VALUES (?, ?, ?) ON CONFLICT DO NOTHING", version, basis, now.UnixMilli())
		if err != nil {
			return err
		}
		return tx.QueryRowContext(ctx, "SELECT id FROM judgements WHERE version = ?", version).Scan(&id)
	})
	return id, err
}

// Basis returns what a judgement rests on, empty when that is not known.
func (db *DB) Basis(ctx context.Context, judgement int64) (basis string, err error) {
	err = db.read.QueryRowContext(ctx, "SELECT coalesce(max(basis), '') FROM judgements WHERE id = ?", judgement).Scan(&basis)
	return basis, translate(err)
}

// Under counts the items under each judgement; under 0 those without one, or whose content changed since.
func (db *DB) Under(ctx context.Context) (map[int64]int, error) {
	rows, err := db.read.QueryContext(ctx, "SELECT coalesce(j.judgement, 0), count(*) FROM items i LEFT JOIN judged j ON j.item = i.n GROUP BY 1")
	if err != nil {
		return nil, fmt.Errorf("count judged items: %w", translate(err))
	}
	defer rows.Close()
	counts := map[int64]int{}
	for rows.Next() {
		var judgement int64
		var n int
		if err := rows.Scan(&judgement, &n); err != nil {
			return nil, translate(err)
		}
		counts[judgement] = n
	}
	return counts, translate(rows.Err())
}

// Recall takes the judgement back from the items under it on which one of the rules was raised.
func (db *DB) Recall(ctx context.Context, judgement int64, rules []string) error {
	list, err := json.Marshal(rules)
	if err != nil {
		return err
	}
	return db.update(ctx, func(ctx context.Context, tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `UPDATE judged SET judgement = NULL WHERE judgement = ? AND item IN
			(SELECT i.n FROM findings f JOIN items i ON i.id = f.item WHERE f.survey = 0 AND f.rule IN (SELECT value FROM json_each(?)))`, judgement, string(list))
		return err
	})
}

// Keep moves the items of all but some kinds from one judgement to another, since what was judged stands. It returns
// their number.
func (db *DB) Keep(ctx context.Context, from, to int64, but []footprint.Kind) (items int, err error) {
	kinds, err := json.Marshal(append([]footprint.Kind{}, but...))
	if err != nil {
		return 0, err
	}
	err = db.update(ctx, func(ctx context.Context, tx *sql.Tx) error {
		result, err := tx.ExecContext(ctx, `UPDATE judged SET judgement = ? WHERE judgement = ? AND item IN
			(SELECT n FROM items WHERE kind NOT IN (SELECT value FROM json_each(?)))`, to, from, string(kinds))
		if err != nil {
			return err
		}
		n, err := result.RowsAffected()
		items = int(n)
		return err
	})
	return items, err
}

// notJudged joins items (i) with their judgement (j) and leaves those the judgement has not seen.
const notJudged = " FROM items i LEFT JOIN judged j ON j.item = i.n WHERE i.n > ? AND j.judgement IS NOT ?"

// Unjudged returns the next items that a judgement has not seen, in the order of the store. It reads a
// batch, not a stream, so that the writer can go on.
func (db *DB) Unjudged(ctx context.Context, judgement, after int64, limit int) ([]Pending, error) {
	rows, err := db.read.QueryContext(ctx, "SELECT "+itemColumns+", j.item IS NOT NULL, coalesce(j.judgement, 0)"+notJudged+" ORDER BY i.n LIMIT ?", after, judgement, limit)
	if err != nil {
		return nil, fmt.Errorf("read items to judge: %w", translate(err))
	}
	defer rows.Close()
	batch := make([]Pending, 0, limit)
	for rows.Next() {
		var p Pending
		if p.N, p.Item, err = scanItem(rows, &p.Again, &p.Under); err != nil {
			return nil, fmt.Errorf("read items to judge: %w", translate(err))
		}
		batch = append(batch, p)
	}
	return batch, translate(rows.Err())
}

// PutJudged stores what a judgement says about a batch of items, in one transaction: their earlier
// findings go, every new fingerprint gets an open task, tasks that are there stay as they are. It returns
// the number of new tasks, and the rules of which a finding went.
func (db *DB) PutJudged(ctx context.Context, judgement int64, batch []Judged, now time.Time) (tasks int, went []string, err error) {
	err = db.update(ctx, func(ctx context.Context, tx *sql.Tx) error {
		if err := markJudged(ctx, tx, judgement, batch); err != nil {
			return err
		}
		w := findingWriter{tx: tx, now: now}
		for i := range batch {
			if batch[i].Kept {
				continue
			}
			if err := w.replace(ctx, &batch[i]); err != nil {
				return fmt.Errorf("store findings of item %s: %w", batch[i].Item.ID, err)
			}
		}
		tasks, went = w.tasks, w.went
		return nil
	})
	return tasks, went, err
}

func markJudged(ctx context.Context, tx *sql.Tx, judgement int64, batch []Judged) error {
	if len(batch) == 0 {
		return nil
	}
	again := false
	for i := range batch {
		again = again || batch[i].Again || batch[i].Unsupported
	}
	first, last := batch[0].N, batch[len(batch)-1].N
	if !again && last-first+1 == int64(len(batch)) { // the first analysis: one statement instead of thousands
		_, err := tx.ExecContext(ctx, "INSERT INTO judged SELECT n, ?, 0 FROM items WHERE n BETWEEN ? AND ?", judgement, first, last)
		return err
	}
	mark, err := tx.PrepareContext(ctx, `INSERT INTO judged VALUES (?, ?, ?)
		ON CONFLICT DO UPDATE SET judgement = excluded.judgement, unsupported = CASE WHEN ? THEN unsupported ELSE excluded.unsupported END`)
	if err != nil {
		return err
	}
	for i := range batch {
		if _, err := mark.ExecContext(ctx, batch[i].N, judgement, batch[i].Unsupported, batch[i].Kept); err != nil {
			return err
		}
	}
	return nil
}

// PutSurvey replaces what some rules found on the items as a whole; nil means all rules. It returns the number of
// new tasks.
func (db *DB) PutSurvey(ctx context.Context, rules []string, findings []Raised, now time.Time) (tasks int, err error) {
	list, err := json.Marshal(rules)
	if err != nil {
		return 0, err
	}
	err = db.update(ctx, func(ctx context.Context, tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, "DELETE FROM findings WHERE survey = 1 AND (? OR rule IN (SELECT value FROM json_each(?)))", rules == nil, string(list)); err != nil {
			return err
		}
		w := findingWriter{tx: tx, now: now, survey: true}
		for i := range findings {
			if err := w.put(ctx, &findings[i]); err != nil {
				return err
			}
		}
		tasks = w.tasks
		return nil
	})
	if err != nil {
		err = fmt.Errorf("store cross-item findings: %w", err)
	}
	return tasks, err
}
