package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"footprint/internal/footprint"
)

// Request is a letter that the user sent.
type Request struct {
	ID        int64
	Item      string // footprint.Item.ID, "" for none
	URL       string
	Letter    string // id in the table of letters
	Recipient string
	Sent, Due time.Time
	Answered  time.Time // zero: no answer yet
	Outcome   string
}

// AddRequest stores a letter that was sent and returns it with its id.
func (db *DB) AddRequest(ctx context.Context, r Request) (Request, error) {
	err := db.update(ctx, func(ctx context.Context, tx *sql.Tx) error {
		result, err := tx.ExecContext(ctx, "INSERT INTO requests (item, url, letter, recipient, sent, due) VALUES (?, ?, ?, ?, ?, ?)",
			r.Item, r.URL, r.Letter, r.Recipient, r.Sent.UnixMilli(), r.Due.UnixMilli())
		if err != nil {
			return err
		}
		r.ID, err = result.LastInsertId()
		return err
	})
	if err != nil {
		return r, fmt.Errorf("store request: %w", err)
	}
	return r, nil
}

// AnswerRequest stores what came of a letter. An empty outcome opens it again.
func (db *DB) AnswerRequest(ctx context.Context, id int64, outcome string, at time.Time) error {
	return db.update(ctx, func(ctx context.Context, tx *sql.Tx) error {
		answered := sql.NullInt64{Int64: at.UnixMilli(), Valid: outcome != ""}
		result, err := tx.ExecContext(ctx, "UPDATE requests SET outcome = ?, answered = ? WHERE id = ?", outcome, answered, id)
		if err != nil {
			return fmt.Errorf("store answer: %w", err)
		}
		if n, err := result.RowsAffected(); err != nil || n == 0 {
			return fmt.Errorf("request %d: %w", id, footprint.ErrNotFound)
		}
		return nil
	})
}

// Requests lists the letters, those without an answer first, then by the day to chase them.
func (db *DB) Requests(ctx context.Context) ([]Request, error) {
	rows, err := db.read.QueryContext(ctx, "SELECT id, item, url, letter, recipient, sent, due, answered, outcome FROM requests ORDER BY answered IS NOT NULL, due, id")
	if err != nil {
		return nil, fmt.Errorf("list requests: %w", translate(err))
	}
	defer rows.Close()
	var all []Request
	for rows.Next() {
		var r Request
		var sent, due, answered sql.NullInt64
		if err := rows.Scan(&r.ID, &r.Item, &r.URL, &r.Letter, &r.Recipient, &sent, &due, &answered, &r.Outcome); err != nil {
			return nil, err
		}
		r.Sent, r.Due, r.Answered = fromMillis(sent), fromMillis(due), fromMillis(answered)
		all = append(all, r)
	}
	return all, translate(rows.Err())
}
