package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"footprint/internal/footprint"
)

// Search is one page of search results that was read.
type Search struct {
	ID     int64
	Digest string // of the page; the same page is stored once
	Engine string
	Query  string
	Page   int // from 1
	At     time.Time
	Status string
}

// Sighting is one result on one page.
type Sighting struct {
	Search
	Item string // footprint.Item.ID
	Rank int    // from 1, counted through the pages
}

// AddSearch stores a page with the ranks of its items and reports whether it was new.
func (db *DB) AddSearch(ctx context.Context, s Search, ranks map[string]int) (added bool, err error) {
	err = db.update(ctx, func(ctx context.Context, tx *sql.Tx) error {
		result, err := tx.ExecContext(ctx, `INSERT INTO searches (digest, engine, query, page, at, status) VALUES (?, ?, ?, ?, ?, ?)
			ON CONFLICT DO NOTHING`, s.Digest, s.Engine, s.Query, s.Page, s.At.UnixMilli(), s.Status)
		if err != nil {
			return err
		}
		if n, err := result.RowsAffected(); err != nil || n == 0 {
			return err
		}
		added = true
		id, err := result.LastInsertId()
		if err != nil {
			return err
		}
		for item, rank := range ranks {
			if _, err := tx.ExecContext(ctx, "INSERT INTO sightings (search, item, rank) VALUES (?, ?, ?)", id, item, rank); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return false, fmt.Errorf("store search: %w", err)
	}
	return added, nil
}

// Searches lists the pages that were read, oldest first.
func (db *DB) Searches(ctx context.Context) ([]Search, error) {
	rows, err := db.read.QueryContext(ctx, "SELECT id, digest, engine, query, page, at, status FROM searches ORDER BY at, id")
	if err != nil {
		return nil, fmt.Errorf("list searches: %w", translate(err))
	}
	defer rows.Close()
	var all []Search
	for rows.Next() {
		s, err := scanSearch(rows)
		if err != nil {
			return nil, err
		}
		all = append(all, s)
	}
	return all, translate(rows.Err())
}

// Sightings lists where results stood, oldest first.
func (db *DB) Sightings(ctx context.Context) ([]Sighting, error) {
	rows, err := db.read.QueryContext(ctx, `SELECT s.id, s.digest, s.engine, s.query, s.page, s.at, s.status, g.item, g.rank
		FROM sightings g JOIN searches s ON s.id = g.search ORDER BY s.at, s.id, g.rank`)
	if err != nil {
		return nil, fmt.Errorf("list sightings: %w", translate(err))
	}
	defer rows.Close()
	var all []Sighting
	for rows.Next() {
		var g Sighting
		if g.Search, err = scanSearch(rows, &g.Item, &g.Rank); err != nil {
			return nil, err
		}
		all = append(all, g)
	}
	return all, translate(rows.Err())
}

func scanSearch(rows *sql.Rows, extra ...any) (s Search, err error) {
	var at sql.NullInt64
	err = rows.Scan(append([]any{&s.ID, &s.Digest, &s.Engine, &s.Query, &s.Page, &at, &s.Status}, extra...)...)
	s.At = fromMillis(at)
	return s, translate(err)
}

// Answers returns the user's answers by page (serp.Key).
func (db *DB) Answers(ctx context.Context) (map[string]string, error) {
	rows, err := db.read.QueryContext(ctx, "SELECT page, verdict FROM answers")
	if err != nil {
		return nil, fmt.Errorf("list answers: %w", translate(err))
	}
	defer rows.Close()
	all := map[string]string{}
	for rows.Next() {
		var page, verdict string
		if err := rows.Scan(&page, &verdict); err != nil {
			return nil, err
		}
		all[page] = verdict
	}
	return all, translate(rows.Err())
}

// SetAnswers stores one answer for several pages; an empty one takes the answer back.
func (db *DB) SetAnswers(ctx context.Context, pages []string, verdict string, now time.Time) error {
	return db.update(ctx, func(ctx context.Context, tx *sql.Tx) error {
		for _, page := range pages {
			if verdict == "" {
				if _, err := tx.ExecContext(ctx, "DELETE FROM answers WHERE page = ?", page); err != nil {
					return err
				}
				continue
			}
			_, err := tx.ExecContext(ctx, `INSERT INTO answers (page, verdict, at) VALUES (?, ?, ?)
				ON CONFLICT DO UPDATE SET verdict = excluded.verdict, at = excluded.at`, page, verdict, now.UnixMilli())
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// ItemIDs returns the ids of a kind of item that begin with a prefix, at most limit.
func (db *DB) ItemIDs(ctx context.Context, kind footprint.Kind, prefix string, limit int) ([]string, error) {
	ids, err := column(ctx, db.read, "SELECT id FROM items WHERE kind = ? AND id >= ? AND id < ? ORDER BY id LIMIT ?", string(kind), prefix, prefix+"~", limit)
	if err != nil {
		return nil, fmt.Errorf("find item: %w", err)
	}
	return ids, nil
}

// ReplaceItems writes items over those stored under their ids, as they are and without merging; they are
// judged again. An id that is not stored is left out. It returns the number of items written.
func (db *DB) ReplaceItems(ctx context.Context, items []footprint.Item) (n int, err error) {
	err = db.update(ctx, func(ctx context.Context, tx *sql.Tx) error {
		for i := range items {
			r, err := encode(&items[i])
			if err != nil {
				return err
			}
			it := r.Item
			result, err := tx.ExecContext(ctx, `UPDATE items SET digest = ?, account = ?, author = ?, created = ?, visibility = ?, container = ?,
				title = ?, text = ?, shared_text = ?, target = ?, ocr = ?, file = ?, pos = ?, data = ? WHERE id = ? AND digest <> ?`,
				r.digest, it.Account, it.Author, millis(it.Created), string(it.Visibility), it.Container,
				it.Title, it.Text, it.SharedText, it.Target, it.OCR, it.Origin.File, it.Origin.Pos, r.data, it.ID, r.digest)
			if err != nil {
				return fmt.Errorf("replace item %s: %w", it.ID, err)
			}
			changed, err := result.RowsAffected()
			if err != nil {
				return err
			}
			if changed == 0 {
				continue
			}
			n++
			if _, err := tx.ExecContext(ctx, "UPDATE judged SET judgement = NULL WHERE item = (SELECT n FROM items WHERE id = ?)", it.ID); err != nil {
				return err
			}
		}
		return nil
	})
	return n, err
}
