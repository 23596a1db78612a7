package store

import (
	"database/sql"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"hash/fnv"
	"reflect"
	"slices"
	"time"

	"footprint/internal/footprint"
)

// rest is an item as it stands in the data column: what has a column of its own is left zero. The type has
// no JSON methods, so that it reads fast what it wrote itself.
type rest struct {
	// Text shadows the item's, which would be written even when empty.
	Text string `json:"text,omitempty"`
	plain
}

type plain footprint.Item

// row is an item with its columns apart.
type row struct {
	footprint.Item
	data   string
	digest int64
}

// encode splits an item. The origin takes no part in the digest: the same content read from another file
// is not a change.
func encode(it *footprint.Item) (row, error) {
	r := rest{plain: plain(*it)}
	r.ID, r.Origin, r.Platform, r.Kind, r.Account, r.Author = "", footprint.Origin{}, "", "", "", ""
	r.Created, r.Visibility, r.Container, r.Title, r.plain.Text = time.Time{}, "", "", "", ""
	r.SharedText, r.Target, r.OCR = "", "", ""
	for _, t := range [...]*time.Time{&r.Edited, &r.Accepted, &r.AccountCreated, &r.LastUsed, &r.LastSync, &r.FoundOn, &r.DeletedOn, &r.Rechecked} {
		*t = writable(*t)
	}
	it.Created, r.Exif = writable(it.Created), writableExif(it.Exif)
	for i := range r.Media {
		if e := writableExif(r.Media[i].Exif); e != r.Media[i].Exif {
			r.Media = slices.Clone(r.Media)
			r.Media[i].Exif = e
		}
	}
	data, err := json.Marshal(&r)
	if err != nil {
		return row{}, fmt.Errorf("encode item %s: %w", it.ID, err)
	}
	h := fnv.New64a()
	var n [8]byte
	for _, s := range [...]string{it.Account, it.Author, string(it.Visibility), it.Container, it.Title, it.Text, it.SharedText, it.Target, it.OCR, string(data)} {
		binary.LittleEndian.PutUint64(n[:], uint64(len(s)))
		h.Write(n[:])
		h.Write([]byte(s))
	}
	binary.LittleEndian.PutUint64(n[:], uint64(it.Created.UnixMilli()))
	h.Write(n[:])
	return row{*it, string(data), int64(h.Sum64())}, nil
}

// writable is a time that JSON can write; one of a year beyond four digits, which only a garbled export
// holds, is not known.
func writable(t time.Time) time.Time {
	if y := t.Year(); y < 0 || y > 9999 {
		return time.Time{}
	}
	return t
}

func writableExif(e *footprint.Exif) *footprint.Exif {
	if e == nil || writable(e.Taken).Equal(e.Taken) {
		return e
	}
	fixed := *e
	fixed.Taken = time.Time{}
	return &fixed
}

// itemColumns are those that scanItem reads, of items as i.
const itemColumns = `i.n, i.id, i.platform, i.kind, i.account, i.author, i.created, i.visibility, i.container,
	i.title, i.text, i.shared_text, i.target, i.ocr, i.file, i.pos, i.data`

// scanItem puts an item together again. Extra destinations follow the item's columns.
func scanItem(rows *sql.Rows, extra ...any) (n int64, it footprint.Item, err error) {
	var (
		created sql.NullInt64
		data    sql.RawBytes
		c       footprint.Item // decoding overwrites nothing here
		r       rest
	)
	to := []any{
		&n, &c.ID, &c.Platform, (*string)(&c.Kind), &c.Account, &c.Author, &created, (*string)(&c.Visibility), &c.Container,
		&c.Title, &c.Text, &c.SharedText, &c.Target, &c.OCR, &c.Origin.File, &c.Origin.Pos, &data,
	}
	if err := rows.Scan(append(to, extra...)...); err != nil {
		return 0, it, err
	}
	if len(data) > len("{}") {
		if err := json.Unmarshal(data, &r); err != nil {
			return 0, it, fmt.Errorf("decode item %s: %w", c.ID, err)
		}
	}
	it = footprint.Item(r.plain)
	it.ID, it.Platform, it.Kind, it.Account, it.Author = c.ID, c.Platform, c.Kind, c.Account, c.Author
	it.Created, it.Visibility, it.Container, it.Title, it.Text = fromMillis(created), c.Visibility, c.Container, c.Title, c.Text
	it.SharedText, it.Target, it.OCR, it.Origin = c.SharedText, c.Target, c.OCR, c.Origin
	return n, it, nil
}

// merge returns two versions of one item as one: where both say something, winner counts; what only one
// says is kept. Merging the same versions again changes nothing.
func merge(winner, other *footprint.Item) footprint.Item {
	merged := *winner
	into, from := reflect.ValueOf(&merged).Elem(), reflect.ValueOf(other).Elem()
	for i := range into.NumField() {
		if f := into.Field(i); f.IsZero() {
			f.Set(from.Field(i))
		}
	}
	return merged
}
