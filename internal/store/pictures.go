package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"time"

	"footprint/internal/footprint"
)

// Picture is what is known of the content of a picture or video file.
type Picture struct {
	Content string  // digest of the file
	Hash    *uint64 // perceptual; nil when its pixels were not decoded
	First   float64 // 0..1: how much it asks to be looked at
	Facts   json.RawMessage
}

// Shot is a picture in its place: one file of one export, as part of one item.
type Shot struct {
	Source     int64
	Path, Item string
	Content    string
	Lat, Lon   *float64 // degrees
	Taken      time.Time
}

// PutPictures stores what a first look found. What is known already stays.
func (db *DB) PutPictures(ctx context.Context, pictures []Picture, shots []Shot) error {
	if len(shots) == 0 {
		return nil
	}
	err := db.update(ctx, func(ctx context.Context, tx *sql.Tx) error {
		put, err := tx.PrepareContext(ctx, "INSERT INTO pictures (content, hash, first, facts) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
		if err != nil {
			return err
		}
		for _, p := range pictures {
			if _, err := put.ExecContext(ctx, p.Content, signed(p.Hash), p.First, string(p.Facts)); err != nil {
				return err
			}
		}
		place, err := tx.PrepareContext(ctx, "INSERT INTO shots (source, path, item, content, lat, lon, taken) VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
		if err != nil {
			return err
		}
		for _, s := range shots {
			if _, err := place.ExecContext(ctx, s.Source, s.Path, s.Item, s.Content, s.Lat, s.Lon, millis(s.Taken)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return fmt.Errorf("store pictures: %w", err)
	}
	return nil
}

// signed is a hash as SQLite keeps it.
func signed(h *uint64) any {
	if h == nil {
		return nil
	}
	return int64(*h)
}

func unsigned(h sql.NullInt64) *uint64 {
	if !h.Valid {
		return nil
	}
	u := uint64(h.Int64)
	return &u
}

// PictureKnown reports whether a first look at a content is stored.
func (db *DB) PictureKnown(ctx context.Context, content string) (known bool, err error) {
	err = db.read.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM pictures WHERE content = ?)", content).Scan(&known)
	return known, translate(err)
}

// Unseen is a picture that waits for the second pass, with one place where it lies.
type Unseen struct {
	Content string
	Source  int64
	Path    string
}

// unseen chooses the pictures of exports (those of web pages have addresses for paths, and are not here) whose pixels
// can be decoded and that the second pass has not looked at.
const unseen = " FROM pictures p WHERE p.seen IS NULL AND p.hash IS NOT NULL AND EXISTS (SELECT 1 FROM shots s WHERE s.content = p.content AND s.path NOT LIKE 'http%')"

// CountUnseen returns how many pictures wait for the second pass, and how many it has looked at.
func (db *DB) CountUnseen(ctx context.Context) (waiting, done int, err error) {
	err = db.read.QueryRowContext(ctx, "SELECT (SELECT count(*)"+unseen+"), (SELECT count(*) FROM pictures WHERE seen IS NOT NULL)").Scan(&waiting, &done)
	if err != nil {
		return 0, 0, fmt.Errorf("count pictures: %w", translate(err))
	}
	return waiting, done, nil
}

// UnseenPictures returns pictures that wait for the second pass, those first that most ask to be looked at, after
// an offset.
func (db *DB) UnseenPictures(ctx context.Context, limit, offset int) ([]Unseen, error) {
	rows, err := db.read.QueryContext(ctx, `SELECT w.content, s.source, s.path FROM (SELECT p.content, p.first`+unseen+` ORDER BY p.first DESC, p.content LIMIT ? OFFSET ?) w
		JOIN shots s ON s.content = w.content AND s.path NOT LIKE 'http%' GROUP BY w.content ORDER BY w.first DESC, w.content`, limit, offset)
	if err != nil {
		return nil, fmt.Errorf("read pictures to look at: %w", translate(err))
	}
	return scanUnseen(rows)
}

// PutSight stores what the second pass found in a picture, and lets tell change every item that shows it: it gets
// the words of all pictures of the item and reports whether it changed the item, which is then judged again.
func (db *DB) PutSight(ctx context.Context, content string, sight json.RawMessage, text string, at time.Time, tell func(it *footprint.Item, texts []string) bool) error {
	return db.update(ctx, func(ctx context.Context, tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "UPDATE pictures SET seen = ?, sight = ?, text = ? WHERE content = ?", at.UnixMilli(), string(sight), text, content)
		if err != nil {
			return err
		}
		items, err := column(ctx, tx, "SELECT DISTINCT item FROM shots WHERE content = ?", content)
		if err != nil {
			return err
		}
		for _, id := range items {
			texts, err := column(ctx, tx, "SELECT p.text FROM shots s JOIN pictures p ON p.content = s.content WHERE s.item = ? AND p.text <> '' GROUP BY p.content ORDER BY min(s.path)", id)
			if err != nil {
				return err
			}
			if _, _, err := amend(ctx, tx, id, func(it *footprint.Item) bool { return tell(it, texts) }); err != nil && !errors.Is(err, sql.ErrNoRows) {
				return err
			}
		}
		return nil
	})
}

// ForgetUnread makes the second pass look again at the pictures whose text it could not read.
func (db *DB) ForgetUnread(ctx context.Context) error {
	return db.update(ctx, func(ctx context.Context, tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "UPDATE pictures SET seen = NULL WHERE seen IS NOT NULL AND NOT coalesce(sight ->> 'read', 0)")
		return err
	})
}

// scanUnseen reads content, source and path of each row, and closes them.
func scanUnseen(rows *sql.Rows) ([]Unseen, error) {
	defer rows.Close()
	var all []Unseen
	for rows.Next() {
		var u Unseen
		if err := rows.Scan(&u.Content, &u.Source, &u.Path); err != nil {
			return nil, err
		}
		all = append(all, u)
	}
	return all, translate(rows.Err())
}

// dropPictures removes what no export holds any more. Answers stay.
const dropPictures = "DELETE FROM pictures WHERE content NOT IN (SELECT content FROM shots)"

// UndecodedPictures returns the pictures of some formats whose pixels could not be decoded, with one place where each
// lies.
func (db *DB) UndecodedPictures(ctx context.Context, formats []string) ([]Unseen, error) {
	list, err := json.Marshal(formats)
	if err != nil {
		return nil, err
	}
	rows, err := db.read.QueryContext(ctx, `SELECT p.content, s.source, s.path FROM pictures p JOIN shots s ON s.content = p.content
		WHERE p.hash IS NULL AND s.path NOT LIKE 'http%' AND p.facts ->> 'format' IN (SELECT value FROM json_each(?)) GROUP BY p.content ORDER BY p.content`, string(list))
	if err != nil {
		return nil, fmt.Errorf("read pictures that were not decoded: %w", translate(err))
	}
	return scanUnseen(rows)
}

// UpdatePicture replaces what a first look found.
func (db *DB) UpdatePicture(ctx context.Context, p Picture) error {
	return db.update(ctx, func(ctx context.Context, tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "UPDATE pictures SET hash = ?, first = ?, facts = ? WHERE content = ?", signed(p.Hash), p.First, string(p.Facts), p.Content)
		return err
	})
}
