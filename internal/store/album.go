package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"time"

	"footprint/internal/footprint"
)

// AlbumRow is one picture of one item, with what a list of pictures shows and sorts by.
type AlbumRow struct {
	Shot
	Hash       *uint64
	First      float64
	Seen       bool
	Platform   string
	Kind       footprint.Kind
	Container  string
	Visibility footprint.Visibility
	Created    time.Time
	Own        bool
	// Open is the number of open tasks on the item, Worst the highest severity among them.
	Open  int
	Worst footprint.Severity
}

// Album lists every picture of every item, the newest first.
func (db *DB) Album(ctx context.Context) ([]AlbumRow, error) {
	rows, err := db.read.QueryContext(ctx, `SELECT s.source, s.path, s.item, s.content, s.lat, s.lon, s.taken, p.hash, p.first, p.seen IS NOT NULL,
			i.platform, i.kind, i.container, i.visibility, i.created, i.author = ?, coalesce(t.open, 0), coalesce(t.worst, 0)
		FROM shots s JOIN pictures p ON p.content = s.content JOIN items i ON i.id = s.item
		LEFT JOIN (SELECT f.item, count(*) AS open, max(f.severity) AS worst FROM findings f JOIN tasks t ON t.fingerprint = f.fingerprint
			WHERE t.status = 'open' GROUP BY f.item) t ON t.item = s.item
		ORDER BY coalesce(s.taken, i.created) DESC, s.path`, footprint.AuthorSelf)
	if err != nil {
		return nil, fmt.Errorf("list pictures: %w", translate(err))
	}
	defer rows.Close()
	var all []AlbumRow
	for rows.Next() {
		var r AlbumRow
		var lat, lon sql.NullFloat64
		var taken, hash, created sql.NullInt64
		if err := rows.Scan(&r.Source, &r.Path, &r.Item, &r.Content, &lat, &lon, &taken, &hash, &r.First, &r.Seen,
			&r.Platform, (*string)(&r.Kind), &r.Container, (*string)(&r.Visibility), &created, &r.Own, &r.Open, &r.Worst); err != nil {
			return nil, fmt.Errorf("list pictures: %w", err)
		}
		if lat.Valid && lon.Valid {
			r.Lat, r.Lon = &lat.Float64, &lon.Float64
		}
		r.Taken, r.Created, r.Hash = fromMillis(taken), fromMillis(created), unsigned(hash)
		all = append(all, r)
	}
	return all, translate(rows.Err())
}

// PictureDetail is everything stored of one content.
type PictureDetail struct {
	Picture
	Seen  time.Time // zero: the second pass has not looked at it
	Sight json.RawMessage
	Text  string
	Shots []Shot
}

// PictureDetail returns everything stored of one content.
func (db *DB) PictureDetail(ctx context.Context, content string) (d PictureDetail, err error) {
	var hash, seen sql.NullInt64
	var facts, sight []byte
	err = db.read.QueryRowContext(ctx, "SELECT content, hash, first, facts, seen, sight, text FROM pictures WHERE content = ?", content).
		Scan(&d.Content, &hash, &d.First, &facts, &seen, &sight, &d.Text)
	if err != nil {
		return d, fmt.Errorf("picture %s: %w", content, translate(err))
	}
	d.Hash, d.Facts, d.Seen, d.Sight = unsigned(hash), facts, fromMillis(seen), sight
	d.Shots, err = db.shots(ctx, "content", content)
	return d, err
}

// ShotsOf returns the pictures of an item.
func (db *DB) ShotsOf(ctx context.Context, item string) ([]Shot, error) {
	return db.shots(ctx, "item", item)
}

func (db *DB) shots(ctx context.Context, column, value string) ([]Shot, error) {
	rows, err := db.read.QueryContext(ctx, "SELECT source, path, item, content, lat, lon, taken FROM shots WHERE "+column+" = ? ORDER BY source, path, item", value)
	if err != nil {
		return nil, fmt.Errorf("list places of a picture: %w", translate(err))
	}
	defer rows.Close()
	var all []Shot
	for rows.Next() {
		var s Shot
		var taken sql.NullInt64
		if err := rows.Scan(&s.Source, &s.Path, &s.Item, &s.Content, &s.Lat, &s.Lon, &taken); err != nil {
			return nil, err
		}
		s.Taken = fromMillis(taken)
		all = append(all, s)
	}
	return all, translate(rows.Err())
}

// PictureAnswer is what the user said of a picture.
type PictureAnswer struct {
	Content string
	Hash    *uint64
	Answer  string
	Labels  []string
	At      time.Time
}

// PictureAnswers lists all answers.
func (db *DB) PictureAnswers(ctx context.Context) ([]PictureAnswer, error) {
	rows, err := db.read.QueryContext(ctx, "SELECT content, hash, answer, labels, at FROM picture_answers ORDER BY at, content")
	if err != nil {
		return nil, fmt.Errorf("list answers: %w", translate(err))
	}
	defer rows.Close()
	var all []PictureAnswer
	for rows.Next() {
		var a PictureAnswer
		var hash, at sql.NullInt64
		var labels []byte
		if err := rows.Scan(&a.Content, &hash, &a.Answer, &labels, &at); err != nil {
			return nil, err
		}
		if err := json.Unmarshal(labels, &a.Labels); err != nil {
			return nil, fmt.Errorf("list answers: %w", err)
		}
		a.Hash, a.At = unsigned(hash), fromMillis(at)
		all = append(all, a)
	}
	return all, translate(rows.Err())
}

// PutPictureAnswers stores answers over earlier ones. One that says nothing removes what was said.
func (db *DB) PutPictureAnswers(ctx context.Context, answers []PictureAnswer) error {
	return db.update(ctx, func(ctx context.Context, tx *sql.Tx) error {
		for _, a := range answers {
			if a.Answer == "" && len(a.Labels) == 0 {
				if _, err := tx.ExecContext(ctx, "DELETE FROM picture_answers WHERE content = ?", a.Content); err != nil {
					return err
				}
				continue
			}
			labels, err := json.Marshal(append([]string{}, a.Labels...))
			if err != nil {
				return err
			}
			_, err = tx.ExecContext(ctx, "INSERT OR REPLACE INTO picture_answers (content, hash, answer, labels, at) VALUES (?, ?, ?, ?, ?)",
				a.Content, signed(a.Hash), a.Answer, string(labels), a.At.UnixMilli())
			if err != nil {
				return err
			}
		}
		return nil
	})
}

// Amend changes stored items in one transaction. Those that changed are judged again. Change reports whether it
// changed the item.
func (db *DB) Amend(ctx context.Context, ids []string, change func(*footprint.Item) bool) (changed []Pending, err error) {
	err = db.update(ctx, func(ctx context.Context, tx *sql.Tx) error {
		for _, id := range ids {
			p, ok, err := amend(ctx, tx, id, change)
			if err != nil {
				return fmt.Errorf("change item %s: %w", id, err)
			}
			if ok {
				changed = append(changed, p)
			}
		}
		return nil
	})
	return changed, err
}

func amend(ctx context.Context, tx *sql.Tx, id string, change func(*footprint.Item) bool) (p Pending, ok bool, err error) {
	var taken int64
	p.Again = true
	err = tx.QueryRowContext(ctx, "SELECT n, taken FROM items WHERE id = ?", id).Scan(&p.N, &taken)
	if err != nil {
		return p, false, err
	}
	if p.Item, err = itemByRow(ctx, tx, p.N); err != nil || !change(&p.Item) {
		return p, false, err
	}
	r, err := encode(&p.Item)
	if err != nil {
		return p, false, err
	}
	it := &p.Item
	_, err = tx.ExecContext(ctx, updateItem, r.digest, taken, it.Account, it.Author, millis(it.Created), string(it.Visibility), it.Container,
		it.Title, it.Text, it.SharedText, it.Target, it.OCR, it.Origin.File, it.Origin.Pos, r.data, p.N)
	if err != nil {
		return p, false, err
	}
	_, err = tx.ExecContext(ctx, "UPDATE judged SET judgement = NULL WHERE item = ?", p.N)
	return p, true, err
}
