package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"time"
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

// unseen chooses the pictures whose pixels can be decoded and that the second pass has not looked at.
const unseen = " FROM pictures p WHERE p.seen IS NULL AND p.hash IS NOT NULL AND EXISTS (SELECT 1 FROM shots s WHERE s.content = p.content)"

// CountUnseen returns how many pictures wait for the second pass, and how many it has looked at.
func (db *DB) CountUnseen(ctx context.Context) (waiting, done int, err error) {
	err = db.read.QueryRowContext(ctx, "SELECT (SELECT count(*)"+unseen+"), (SELECT count(*) FROM pictures WHERE seen IS NOT NULL)").Scan(&waiting, &done)
	if err != nil {
		return 0, 0, fmt.Errorf("count pictures: %w", translate(err))
	}
	return waiting, done, nil
}

// UnseenPictures returns pictures that wait for the second pass, those first that most ask to be looked at.
func (db *DB) UnseenPictures(ctx context.Context, limit int) ([]Unseen, error) {
	rows, err := db.read.QueryContext(ctx, `SELECT w.content, s.source, s.path FROM (SELECT p.content, p.first`+unseen+` ORDER BY p.first DESC, p.content LIMIT ?) w
		JOIN shots s ON s.content = w.content GROUP BY w.content ORDER BY w.first DESC, w.content`, limit)
	if err != nil {
		return nil, fmt.Errorf("read pictures to look at: %w", translate(err))
	}
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

// PutSight stores what the second pass found in a picture.
func (db *DB) PutSight(ctx context.Context, content string, sight json.RawMessage, text string, at time.Time) error {
	return db.update(ctx, func(ctx context.Context, tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "UPDATE pictures SET seen = ?, sight = ?, text = ? WHERE content = ?", at.UnixMilli(), string(sight), text, content)
		return err
	})
}

// ForgetSights makes the second pass look at every picture again.
func (db *DB) ForgetSights(ctx context.Context) error {
	return db.update(ctx, func(ctx context.Context, tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "UPDATE pictures SET seen = NULL")
		return err
	})
}

// dropPictures removes what no export holds any more. Answers stay.
const dropPictures = "DELETE FROM pictures WHERE content NOT IN (SELECT content FROM shots)"
