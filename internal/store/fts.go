package store

import (
	"context"
	"database/sql"
	"strings"
	"unicode"
)

// The full-text index is not part of the schema, because a build without FTS5 must be able to write. It is
// current exactly while its triggers exist: a build without FTS5 drops them, the next one with it builds
// the index again. Added items are indexed by the batch: FTS5 writes to disk at every savepoint, and a trigger
// makes one for each row.
const (
	ftsColumns = "text, title, shared_text, container, author, target, ocr"

	ftsTable = `CREATE VIRTUAL TABLE IF NOT EXISTS items_fts USING fts5(` + ftsColumns + `,
		content = 'items', content_rowid = 'n', tokenize = 'unicode61 remove_diacritics 2')`

	// secure-delete takes removed words out of the index at once, not at some later merge.
	ftsSecure  = `INSERT INTO items_fts (items_fts, rank) VALUES ('secure-delete', 1)`
	ftsRebuild = `INSERT INTO items_fts (items_fts) VALUES ('rebuild')`

	ftsAdd = `INSERT INTO items_fts (rowid, ` + ftsColumns + `)
		VALUES (new.n, new.text, new.title, new.shared_text, new.container, new.author, new.target, new.ocr);`
	ftsAddBatch = `INSERT INTO items_fts (rowid, ` + ftsColumns + `) SELECT n, ` + ftsColumns + ` FROM items WHERE n BETWEEN ? AND ?`
	ftsDelete   = `INSERT INTO items_fts (items_fts, rowid, ` + ftsColumns + `)
		VALUES ('delete', old.n, old.text, old.title, old.shared_text, old.container, old.author, old.target, old.ocr);`
)

var ftsTriggers = [...]struct{ name, body string }{
	{"items_fts_delete", "AFTER DELETE ON items BEGIN " + ftsDelete + " END"},
	{"items_fts_update", "AFTER UPDATE OF " + ftsColumns + " ON items BEGIN " + ftsDelete + ftsAdd + " END"},
}

// openIndex makes the full-text index current, or takes it out of use where the build lacks FTS5.
func (db *DB) openIndex(ctx context.Context) error {
	if err := db.write.QueryRowContext(ctx, "SELECT sqlite_compileoption_used('ENABLE_FTS5')").Scan(&db.fts); err != nil {
		return err
	}
	var triggers int
	err := db.write.QueryRowContext(ctx, "SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'items_fts_%'").Scan(&triggers)
	if err != nil || db.fts == (triggers == len(ftsTriggers)) {
		return err
	}
	return db.update(ctx, func(ctx context.Context, tx *sql.Tx) error {
		for _, t := range ftsTriggers {
			if _, err := tx.ExecContext(ctx, "DROP TRIGGER IF EXISTS "+t.name); err != nil {
				return err
			}
		}
		if !db.fts {
			return nil
		}
		statements := []string{ftsTable, ftsSecure, ftsRebuild}
		for _, t := range ftsTriggers {
			statements = append(statements, "CREATE TRIGGER "+t.name+" "+t.body)
		}
		for _, s := range statements {
			if _, err := tx.ExecContext(ctx, s); err != nil {
				return err
			}
		}
		return nil
	})
}

// search is the condition for items that hold all words of a query, with its argument. Both forms take the
// same queries: words are cut at everything that is not a letter or digit, and the last may be unfinished.
func (db *DB) search(query string) condition {
	words := strings.FieldsFunc(query, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) })
	if len(words) == 0 {
		return condition{}
	}
	if db.fts {
		return condition{"i.n IN (SELECT rowid FROM items_fts WHERE items_fts MATCH ?)", []any{`"` + strings.Join(words, `" "`) + `"*`}}
	}
	var c condition
	for i, w := range words {
		if i > 0 {
			c.sql += " AND "
		}
		c.sql += "(i.text || ' ' || i.title || ' ' || i.shared_text || ' ' || i.container || ' ' || i.author || ' ' || i.target || ' ' || i.ocr) LIKE ?"
		c.args = append(c.args, "%"+w+"%")
	}
	return c
}
