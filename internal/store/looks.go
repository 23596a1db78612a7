package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"

	"footprint/internal/footprint"
)

// Look is one second look at something said to be done.
type Look struct {
	Task     string // fingerprint
	URL      string
	Place    string // page, search or export
	At       time.Time
	Presence string
	Status   int
	Evidence string
}

// AddLooks stores second looks. Nothing replaces an earlier one.
func (db *DB) AddLooks(ctx context.Context, looks []Look) error {
	return db.update(ctx, func(ctx context.Context, tx *sql.Tx) error {
		for _, l := range looks {
			_, err := tx.ExecContext(ctx, "INSERT INTO looks (task, url, place, at, presence, status, evidence) VALUES (?, ?, ?, ?, ?, ?, ?)",
				l.Task, l.URL, l.Place, l.At.UnixMilli(), l.Presence, l.Status, l.Evidence)
			if err != nil {
				return fmt.Errorf("store look: %w", err)
			}
		}
		return nil
	})
}

// Looks lists the second looks at a task, newest first.
func (db *DB) Looks(ctx context.Context, task string) ([]Look, error) {
	rows, err := db.read.QueryContext(ctx, "SELECT task, url, place, at, presence, status, evidence FROM looks WHERE task = ? ORDER BY n DESC", task)
	if err != nil {
		return nil, fmt.Errorf("list looks: %w", translate(err))
	}
	defer rows.Close()
	var all []Look
	for rows.Next() {
		var l Look
		var at sql.NullInt64
		if err := rows.Scan(&l.Task, &l.URL, &l.Place, &at, &l.Presence, &l.Status, &l.Evidence); err != nil {
			return nil, err
		}
		l.At = fromMillis(at)
		all = append(all, l)
	}
	return all, translate(rows.Err())
}

// Later is the newest export of an item's account that was made after a time.
type Later struct {
	Taken time.Time // zero: there is none
	Holds bool      // it holds the item
	Part  bool      // the platform says that it is not the whole account
}

// ExportAfter returns what the newest export of the item's account made after a time says of the item.
func (db *DB) ExportAfter(ctx context.Context, it footprint.Item, after time.Time) (l Later, err error) {
	var at sql.NullInt64
	err = db.read.QueryRowContext(ctx, `SELECT s.taken, coalesce(s.data ->> 'complete', 1) = 0,
		EXISTS (SELECT 1 FROM item_sources x JOIN items i ON i.n = x.item WHERE x.source = s.id AND i.id = ?)
		FROM sources s WHERE s.platform = ? AND (s.account = ? OR ? = '') AND s.imported IS NOT NULL AND s.taken > ?
		ORDER BY s.taken DESC, s.id DESC LIMIT 1`, it.ID, it.Platform, it.Account, it.Account, after.UnixMilli()).Scan(&at, &l.Part, &l.Holds)
	if errors.Is(err, sql.ErrNoRows) {
		return Later{}, nil
	}
	if err != nil {
		return Later{}, fmt.Errorf("look for later exports: %w", translate(err))
	}
	l.Taken = fromMillis(at)
	return l, nil
}

// Probe is one answered question for a handle on a site.
type Probe struct {
	Site, Handle, State, URL, Why string
	At                            time.Time
}

// PutProbes stores the newest answers.
func (db *DB) PutProbes(ctx context.Context, probes []Probe) error {
	return db.update(ctx, func(ctx context.Context, tx *sql.Tx) error {
		for _, p := range probes {
			_, err := tx.ExecContext(ctx, "INSERT OR REPLACE INTO probes (site, handle, at, state, url, why) VALUES (?, ?, ?, ?, ?, ?)",
				p.Site, p.Handle, p.At.UnixMilli(), p.State, p.URL, p.Why)
			if err != nil {
				return fmt.Errorf("store probe: %w", err)
			}
		}
		return nil
	})
}

// Probes lists the stored answers by site and handle.
func (db *DB) Probes(ctx context.Context) ([]Probe, error) {
	rows, err := db.read.QueryContext(ctx, "SELECT site, handle, at, state, url, why FROM probes ORDER BY site, handle")
	if err != nil {
		return nil, fmt.Errorf("list probes: %w", translate(err))
	}
	defer rows.Close()
	var all []Probe
	for rows.Next() {
		var p Probe
		var at sql.NullInt64
		if err := rows.Scan(&p.Site, &p.Handle, &at, &p.State, &p.URL, &p.Why); err != nil {
			return nil, err
		}
		p.At = fromMillis(at)
		all = append(all, p)
	}
	return all, translate(rows.Err())
}
