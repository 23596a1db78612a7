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

// Setting reads a setting into value and reports whether it was set.
func (db *DB) Setting(ctx context.Context, key string, value any) (bool, error) {
	var data []byte
	err := db.read.QueryRowContext(ctx, "SELECT value FROM settings WHERE key = ?", key).Scan(&data)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	if err == nil {
		err = json.Unmarshal(data, value)
	}
	if err != nil {
		return false, fmt.Errorf("read setting %s: %w", key, translate(err))
	}
	return true, nil
}

// SetSetting stores a setting.
func (db *DB) SetSetting(ctx context.Context, key string, value any) error {
	data, err := json.Marshal(value)
	if err != nil {
		return fmt.Errorf("store setting %s: %w", key, err)
	}
	return db.update(ctx, func(ctx context.Context, tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "INSERT INTO settings VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value", key, string(data))
		return err
	})
}

// Profile returns the newest version of the user's profile; version 0 is the zero Person.
func (db *DB) Profile(ctx context.Context) (me footprint.Person, version int64, err error) {
	var data []byte
	err = db.read.QueryRowContext(ctx, "SELECT version, data FROM profiles ORDER BY version DESC LIMIT 1").Scan(&version, &data)
	if errors.Is(err, sql.ErrNoRows) {
		return me, 0, nil
	}
	if err == nil {
		err = json.Unmarshal(data, &me)
	}
	if err != nil {
		return me, 0, fmt.Errorf("read profile: %w", translate(err))
	}
	return me, version, nil
}

// SetProfile stores a new version of the profile, unless it equals the present one.
func (db *DB) SetProfile(ctx context.Context, me footprint.Person, now time.Time) error {
	data, err := json.Marshal(me)
	if err != nil {
		return fmt.Errorf("store profile: %w", err)
	}
	return db.update(ctx, func(ctx context.Context, tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, `INSERT INTO profiles (data, created) SELECT ?1, ?2
			WHERE ?1 IS NOT (SELECT data FROM profiles ORDER BY version DESC LIMIT 1)`, string(data), now.UnixMilli())
		return err
	})
}
