package store

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"io/fs"

	"footprint/internal/footprint"
)

// migrations are numbered from 1 without gaps; user_version counts those that a file has seen.
//
//go:embed migrations/*.sql
var migrations embed.FS

// migrate runs the migrations the file has not seen, each in a transaction with its number.
func (db *DB) migrate(ctx context.Context) error {
	names, err := fs.Glob(migrations, "migrations/*.sql") // sorted
	if err != nil {
		return err
	}
	var version int
	if err := db.write.QueryRowContext(ctx, "PRAGMA user_version").Scan(&version); err != nil {
		return fmt.Errorf("read schema version: %w", err)
	}
	if version > len(names) {
		return fmt.Errorf("schema %d, this program knows %d: %w", version, len(names), footprint.ErrNewer)
	}
	for ; version < len(names); version++ {
		script, err := migrations.ReadFile(names[version])
		if err != nil {
			return err
		}
		err = db.update(ctx, func(ctx context.Context, tx *sql.Tx) error {
			if _, err := tx.ExecContext(ctx, string(script)); err != nil {
				return err
			}
			_, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d", version+1))
			return err
		})
		if err != nil {
			return fmt.Errorf("migrate %s: %w", names[version], err)
		}
	}
	return nil
}

// SchemaVersion is the number of migrations that this program knows.
func SchemaVersion() (int, error) {
	names, err := fs.Glob(migrations, "migrations/*.sql")
	return len(names), err
}
