package store

import (
	"context"
	"database/sql"
	"strings"
)

// condition is a part of a WHERE clause with its arguments; the zero value holds always.
type condition struct {
	sql  string
	args []any
}

// oneOf is the condition that an expression has one of some values; no values: always.
func oneOf[T any](expr string, values []T) condition {
	if len(values) == 0 {
		return condition{}
	}
	c := condition{sql: expr + " IN (?" + strings.Repeat(", ?", len(values)-1) + ")"}
	for _, v := range values {
		c.args = append(c.args, v)
	}
	return c
}

// where joins conditions to a WHERE clause.
func where(conditions ...condition) (string, []any) {
	var sql []string
	var args []any
	for _, c := range conditions {
		if c.sql != "" {
			sql = append(sql, c.sql)
			args = append(args, c.args...)
		}
	}
	if len(sql) == 0 {
		return "", nil
	}
	return " WHERE " + strings.Join(sql, " AND "), args
}

// page is a LIMIT clause; 0 means no limit.
func page(limit, offset int) (string, []any) {
	if limit <= 0 && offset <= 0 {
		return "", nil
	}
	if limit <= 0 {
		limit = -1
	}
	return " LIMIT ? OFFSET ?", []any{limit, offset}
}

// querier is the database or a transaction.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// column reads one column of text.
func column(ctx context.Context, from querier, query string, args ...any) (all []string, err error) {
	rows, err := from.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, translate(err)
	}
	defer rows.Close()
	for rows.Next() {
		var s string
		if err := rows.Scan(&s); err != nil {
			return nil, err
		}
		all = append(all, s)
	}
	return all, translate(rows.Err())
}
