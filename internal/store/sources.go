package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"time"

	"footprint/internal/footprint"
)

// Source is one imported export.
type Source struct {
	ID     int64
	Digest string // of the export's entries; see sources.digest
	Path   string
	Platform, Layout,
	Format, Root string
	Taken    time.Time // when the export was made
	Begun    time.Time
	Imported time.Time // zero: begun and interrupted
	Account  string
	Oldest   time.Time
	Newest   time.Time
	// Data is what the caller wants to keep with it.
	Data json.RawMessage
}

const sourceColumns = `id, digest, path, platform, layout, format, root, taken, begun, imported, account, oldest, newest, data`

func scanSource(row interface{ Scan(...any) error }) (s Source, err error) {
	var taken, begun, imported, oldest, newest sql.NullInt64
	var data []byte
	err = row.Scan(&s.ID, &s.Digest, &s.Path, &s.Platform, &s.Layout, &s.Format, &s.Root, &taken, &begun, &imported,
		&s.Account, &oldest, &newest, &data)
	s.Taken, s.Begun, s.Imported = fromMillis(taken), fromMillis(begun), fromMillis(imported)
	s.Oldest, s.Newest, s.Data = fromMillis(oldest), fromMillis(newest), data
	return s, translate(err)
}

// BeginSource enters an export before its items are stored. If its digest is known, the row that is there
// is returned: with Imported set when nothing is left to do, otherwise to go on with.
func (db *DB) BeginSource(ctx context.Context, s Source) (Source, error) {
	err := db.update(ctx, func(ctx context.Context, tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO sources (digest, path, platform, layout, format, root, taken, begun)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (digest) DO NOTHING`,
			s.Digest, s.Path, s.Platform, s.Layout, s.Format, s.Root, s.Taken.UnixMilli(), s.Begun.UnixMilli())
		if err != nil {
			return err
		}
		s, err = scanSource(tx.QueryRowContext(ctx, "SELECT "+sourceColumns+" FROM sources WHERE digest = ?", s.Digest))
		return err
	})
	if err != nil {
		return s, fmt.Errorf("enter source %s: %w", s.Path, err)
	}
	return s, nil
}

// FinishSource records that all items of a source are stored.
func (db *DB) FinishSource(ctx context.Context, s Source) error {
	return db.update(ctx, func(ctx context.Context, tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "UPDATE sources SET imported = ?, account = ?, oldest = ?, newest = ?, data = ? WHERE id = ?",
			s.Imported.UnixMilli(), s.Account, millis(s.Oldest), millis(s.Newest), string(s.Data), s.ID)
		return err
	})
}

// Sources lists the imported exports, newest first.
func (db *DB) Sources(ctx context.Context) ([]Source, error) {
	return db.sources(ctx, "ORDER BY begun DESC, id DESC")
}

func (db *DB) sources(ctx context.Context, which string, args ...any) ([]Source, error) {
	rows, err := db.read.QueryContext(ctx, "SELECT "+sourceColumns+" FROM sources "+which, args...)
	if err != nil {
		return nil, fmt.Errorf("list sources: %w", translate(err))
	}
	defer rows.Close()
	var sources []Source
	for rows.Next() {
		s, err := scanSource(rows)
		if err != nil {
			return nil, fmt.Errorf("list sources: %w", err)
		}
		sources = append(sources, s)
	}
	return sources, translate(rows.Err())
}

// SourcesOf lists the exports that hold an item, the newest first.
func (db *DB) SourcesOf(ctx context.Context, item string) ([]Source, error) {
	return db.sources(ctx, `WHERE id IN (SELECT x.source FROM item_sources x JOIN items i ON i.n = x.item WHERE i.id = ?) ORDER BY taken DESC, id DESC`, item)
}

// RemoveSource removes a source with every item that no other source holds, what was found on them, and what
// was found on all items together, which the next survey finds again. Decisions stay: they count again when
// the items come back.
func (db *DB) RemoveSource(ctx context.Context, id int64) error {
	return db.update(ctx, func(ctx context.Context, tx *sql.Tx) error {
		result, err := tx.ExecContext(ctx, "DELETE FROM sources WHERE id = ?", id) // item_sources follow
		if err != nil {
			return err
		}
		if n, err := result.RowsAffected(); err != nil || n == 0 {
			return fmt.Errorf("source %d: %w", id, footprint.ErrNotFound)
		}
		if _, err := tx.ExecContext(ctx, "DELETE FROM items WHERE n NOT IN (SELECT item FROM item_sources)"); err != nil {
			return err
		}
		if _, err := tx.ExecContext(ctx, dropPictures); err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, "DELETE FROM findings WHERE survey = 1 OR item NOT IN (SELECT id FROM items)")
		return err
	})
}
