package store

import (
	"context"
	"database/sql"
	"fmt"
	"iter"
	"time"

	"footprint/internal/footprint"
)

// Put counts what PutItems did.
type Put struct{ Added, Updated, Unchanged int }

// BatchSize is the number of items that go well into one transaction: with fewer, the pages of the index on
// ids, which are spread at random, are written again and again.
const BatchSize = 2000

// PutItems stores items of a source in one transaction. An item that is there already is merged with the
// new version: where both say something, the version of the export made later (source.Taken) counts; between
// equals, the one stored first.
func (db *DB) PutItems(ctx context.Context, source Source, items []footprint.Item) (Put, error) {
	var put Put
	err := db.update(ctx, func(ctx context.Context, tx *sql.Tx) error {
		w, err := newItemWriter(ctx, tx, source, db.fts)
		if err != nil {
			return err
		}
		for i := range items {
			if err := w.put(ctx, &items[i]); err != nil {
				return fmt.Errorf("store item %s: %w", items[i].ID, err)
			}
		}
		put = w.Put
		return w.finishAdded(ctx)
	})
	return put, err
}

const (
	insertItem = `INSERT INTO items (id, digest, taken, platform, kind, account, author, created, visibility, container,
		title, text, shared_text, target, ocr, file, pos, data)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`
	updateItem = `UPDATE items SET digest = ?, taken = ?, account = ?, author = ?, created = ?, visibility = ?, container = ?,
		title = ?, text = ?, shared_text = ?, target = ?, ocr = ?, file = ?, pos = ?, data = ? WHERE n = ?`
)

// itemWriter holds the statements of one transaction.
type itemWriter struct {
	Put
	tx                   *sql.Tx
	source               Source
	insert, known, again *sql.Stmt
	index                bool  // keep the full-text index
	first, last          int64 // rows added and not finished, which follow one another
}

func newItemWriter(ctx context.Context, tx *sql.Tx, source Source, index bool) (*itemWriter, error) {
	w := &itemWriter{tx: tx, source: source, index: index}
	for _, s := range []struct {
		stmt **sql.Stmt
		sql  string
	}{
		{&w.insert, insertItem},
		{&w.known, "SELECT n, digest, taken FROM items WHERE id = ?"},
		{&w.again, "INSERT INTO item_sources (source, item) VALUES (?, ?) ON CONFLICT DO NOTHING"},
	} {
		var err error
		if *s.stmt, err = tx.PrepareContext(ctx, s.sql); err != nil {
			return nil, err
		}
	}
	return w, nil
}

func (w *itemWriter) put(ctx context.Context, it *footprint.Item) error {
	r, err := encode(it)
	if err != nil {
		return err
	}
	result, err := w.insert.ExecContext(ctx, it.ID, r.digest, w.source.Taken.UnixMilli(), it.Platform, string(it.Kind), it.Account, it.Author,
		millis(it.Created), string(it.Visibility), it.Container, it.Title, it.Text, it.SharedText, it.Target, it.OCR,
		it.Origin.File, it.Origin.Pos, r.data)
	if err != nil {
		return err
	}
	if added, err := result.RowsAffected(); err != nil {
		return err
	} else if added == 0 {
		return w.putAgain(ctx, r)
	}
	w.Added++
	w.last, err = result.LastInsertId()
	if w.first == 0 {
		w.first = w.last
	}
	return err
}

// putAgain takes in an item whose id is known.
func (w *itemWriter) putAgain(ctx context.Context, r row) error {
	var n, digest, takenMS int64
	if err := w.known.QueryRowContext(ctx, r.ID).Scan(&n, &digest, &takenMS); err != nil {
		return err
	}
	if _, err := w.again.ExecContext(ctx, w.source.ID, n); err != nil {
		return err
	}
	if digest == r.digest {
		w.Unchanged++
		return nil
	}
	old, err := itemByRow(ctx, w.tx, n)
	if err != nil {
		return err
	}
	taken := time.UnixMilli(takenMS)
	winner, other := &old, &r.Item
	if w.source.Taken.After(taken) {
		winner, other, taken = other, winner, w.source.Taken
	}
	it := merge(winner, other)
	merged, err := encode(&it)
	if err != nil {
		return err
	}
	if merged.digest == digest {
		w.Unchanged++
		return nil
	}
	w.Updated++
	if err := w.finishAdded(ctx); err != nil { // the index must know a row before it changes
		return err
	}
	_, err = w.tx.ExecContext(ctx, updateItem, merged.digest, taken.UnixMilli(), it.Account, it.Author, millis(it.Created),
		string(it.Visibility), it.Container, it.Title, it.Text, it.SharedText, it.Target, it.OCR, it.Origin.File, it.Origin.Pos, merged.data, n)
	if err != nil {
		return err
	}
	_, err = w.tx.ExecContext(ctx, "UPDATE judged SET judgement = NULL WHERE item = ?", n)
	return err
}

// finishAdded enters the added rows as held by the source and into the full-text index, with one statement
// each.
func (w *itemWriter) finishAdded(ctx context.Context) error {
	if w.first == 0 {
		return nil
	}
	_, err := w.tx.ExecContext(ctx, `INSERT INTO item_sources (source, item) SELECT ?, n FROM items WHERE n BETWEEN ? AND ?
		ON CONFLICT DO NOTHING`, w.source.ID, w.first, w.last)
	if err == nil && w.index {
		_, err = w.tx.ExecContext(ctx, ftsAddBatch, w.first, w.last)
	}
	w.first = 0
	return err
}

func itemByRow(ctx context.Context, tx *sql.Tx, n int64) (footprint.Item, error) {
	rows, err := tx.QueryContext(ctx, "SELECT "+itemColumns+" FROM items i WHERE i.n = ?", n)
	if err != nil {
		return footprint.Item{}, err
	}
	for it, err := range scanItems(rows) {
		return it, err
	}
	return footprint.Item{}, footprint.ErrNotFound
}

// scanItems yields the items of a result and closes it.
func scanItems(rows *sql.Rows) iter.Seq2[footprint.Item, error] {
	return func(yield func(footprint.Item, error) bool) {
		defer rows.Close()
		for rows.Next() {
			if _, it, err := scanItem(rows); !yield(it, translate(err)) || err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(footprint.Item{}, translate(err))
		}
	}
}

// ItemFilter chooses items; empty fields choose everything.
type ItemFilter struct {
	IDs       []string
	Platforms []string
	Kinds     []footprint.Kind
	Years     []int
	Query     string // words that must all occur
	Source    int64
	Limit     int
	Offset    int
	AsStored  bool // in the order in which they came, not newest first
}

func (db *DB) itemWhere(f ItemFilter) (string, []any) {
	conditions := []condition{
		oneOf("i.id", f.IDs), oneOf("i.platform", f.Platforms), oneOf("i.kind", f.Kinds), oneOf(yearOfItem, f.Years), db.search(f.Query),
	}
	if f.Source != 0 {
		conditions = append(conditions, condition{"i.n IN (SELECT item FROM item_sources WHERE source = ?)", []any{f.Source}})
	}
	return where(conditions...)
}

// yearOfItem is the year in UTC; NULL for an item without a time.
const yearOfItem = "CAST(strftime('%Y', i.created / 1000, 'unixepoch') AS INTEGER)"

// Items yields the chosen items, newest first unless told otherwise. Memory does not grow with their number.
func (db *DB) Items(ctx context.Context, f ItemFilter) iter.Seq2[footprint.Item, error] {
	return func(yield func(footprint.Item, error) bool) {
		cond, args := db.itemWhere(f)
		limit, more := page(f.Limit, f.Offset)
		order := " ORDER BY i.created DESC, i.n"
		if f.AsStored {
			order = " ORDER BY i.n"
		}
		rows, err := db.read.QueryContext(ctx, "SELECT "+itemColumns+" FROM items i"+cond+order+limit, append(args, more...)...)
		if err != nil {
			yield(footprint.Item{}, fmt.Errorf("list items: %w", translate(err)))
			return
		}
		scanItems(rows)(yield)
	}
}

// CountItems returns the number of the chosen items.
func (db *DB) CountItems(ctx context.Context, f ItemFilter) (n int, err error) {
	cond, args := db.itemWhere(f)
	err = db.read.QueryRowContext(ctx, "SELECT count(*) FROM items i"+cond, args...).Scan(&n)
	return n, translate(err)
}

// FirstOwn is when the first post, comment, photo or video of the user's own was posted after a time; zero when
// there is none.
func (db *DB) FirstOwn(ctx context.Context, after time.Time) (time.Time, error) {
	var first sql.NullInt64
	err := db.read.QueryRowContext(ctx, `SELECT min(created) FROM items WHERE created > ? AND author = ? AND kind IN (?, ?, ?, ?)`,
		after.UnixMilli(), footprint.AuthorSelf, string(footprint.KindPost), string(footprint.KindComment), string(footprint.KindPhoto), string(footprint.KindVideo)).Scan(&first)
	if err != nil {
		return time.Time{}, fmt.Errorf("look for the first post: %w", translate(err))
	}
	return fromMillis(first), nil
}
