package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"time"
)

// Count is a name with a number.
type Count struct {
	Name string
	N    int
}

// Groups by which tasks and items can be counted.
const (
	ByStatus   = statusNow
	BySeverity = "f.severity"
	ByArea     = "f.area"
	ByRule     = "f.rule"
	ByPlatform = "i.platform"
	ByYear     = yearOfItem
)

// TaskCounts counts the chosen tasks by a group; what has none (a reminder's platform) counts as "".
func (db *DB) TaskCounts(ctx context.Context, group string, f TaskFilter) ([]Count, error) {
	cond, args := db.taskWhere(f)
	if group == ByStatus {
		args = append([]any{f.Now.UnixMilli()}, args...)
	}
	return db.counts(ctx, "SELECT "+group+" AS name, count(*)"+checklist+cond+" GROUP BY name ORDER BY name", args...)
}

// ItemCounts counts the chosen items by a group.
func (db *DB) ItemCounts(ctx context.Context, group string, f ItemFilter) ([]Count, error) {
	cond, args := db.itemWhere(f)
	return db.counts(ctx, "SELECT "+group+" AS name, count(*) FROM items i"+cond+" GROUP BY name ORDER BY name", args...)
}

// CountUnsupported returns the number of items in a language that the rules do not cover.
func (db *DB) CountUnsupported(ctx context.Context) (n int, err error) {
	err = db.read.QueryRowContext(ctx, "SELECT count(*) FROM judged WHERE unsupported = 1").Scan(&n)
	return n, translate(err)
}

func (db *DB) counts(ctx context.Context, query string, args ...any) ([]Count, error) {
	rows, err := db.read.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, fmt.Errorf("count: %w", translate(err))
	}
	defer rows.Close()
	var counts []Count
	for rows.Next() {
		var name sql.NullString
		var c Count
		if err := rows.Scan(&name, &c.N); err != nil {
			return nil, err
		}
		c.Name = name.String
		counts = append(counts, c)
	}
	return counts, translate(rows.Err())
}

// BeginRun enters an import or an analysis as a record.
func (db *DB) BeginRun(ctx context.Context, kind string, now time.Time) (id int64, err error) {
	err = db.update(ctx, func(ctx context.Context, tx *sql.Tx) error {
		result, err := tx.ExecContext(ctx, "INSERT INTO runs (kind, begun) VALUES (?, ?)", kind, now.UnixMilli())
		if err == nil {
			id, err = result.LastInsertId()
		}
		return err
	})
	return id, err
}

// EndRun completes the record with what was done.
func (db *DB) EndRun(ctx context.Context, id int64, data any, now time.Time) error {
	text, err := json.Marshal(data)
	if err != nil {
		return fmt.Errorf("record run: %w", err)
	}
	return db.update(ctx, func(ctx context.Context, tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, "UPDATE runs SET ended = ?, data = ? WHERE id = ?", now.UnixMilli(), string(text), id)
		return err
	})
}
