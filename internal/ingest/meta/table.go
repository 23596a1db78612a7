package meta

import (
	"path"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest/meta/find"
	"footprint/internal/ingest/meta/value"
)

// Entry is one record on its way to become items.
type Entry struct {
	value.Value
	// File is the record's file below the export's root, Pos its number there.
	File string
	Pos  int64
	// Key is the list the record stands in, for rows with Lists.
	Key string
	// HTML tells that the record was read from a page, whose times lack a zone.
	HTML bool
}

// Adapter makes items of one record. Kind, author, time and words are its task; origin and identity are
// filled in afterwards. A record without content gives no items.
type Adapter func(r *Reader, e Entry) []footprint.Item

// Row says what becomes of a kind of file.
type Row struct {
	// Files are names without extension and part number, in any spelling of case, apostrophes and
	// underscores, each with as many folders in front as it takes to tell it from others. "*" as the last
	// part takes every file of the folder. Several names are separated by spaces.
	Files string
	// Adapt reads the records; Skip is the reason why they are not read. One of both is set.
	Adapt Adapter
	Skip  string
	// Lists are the members that hold lists, where several have to be told apart; see [value.Records].
	Lists []string
	// First reads the file before all others: it says whose export this is.
	First bool
	// Merge joins neighbouring records that differ in their media only.
	Merge bool
	// Latest keeps, of the items of a file that share their title, the one with the latest time.
	Latest bool
	// Once drops records that an earlier file of the same row already had.
	Once bool
}

// Table finds the row of a file. Build it with [NewTable].
type Table struct {
	rows   []Row
	byStem map[string][]target
}

type target struct {
	folder string // normal form, "" or "a/b"
	row    int
}

// NewTable indexes rows. Of two rows that fit a file the one with more folders wins.
func NewTable(groups ...[]Row) *Table {
	t := &Table{byStem: map[string][]target{}}
	for _, rows := range groups {
		for _, row := range rows {
			for _, name := range strings.Fields(row.Files) {
				s, _ := find.Stem(path.Base(name) + ".x")
				folder := find.Normal(path.Dir(name))
				if folder == "." {
					folder = ""
				}
				t.byStem[s] = append(t.byStem[s], target{folder, len(t.rows)})
			}
			t.rows = append(t.rows, row)
		}
	}
	return t
}

// Row returns the row of a file, by its path below the export's root.
func (t *Table) Row(file string) (*Row, bool) {
	i := t.index(file)
	if i < 0 {
		return nil, false
	}
	return &t.rows[i], true
}

func (t *Table) index(file string) int {
	s, _ := find.Stem(path.Base(file))
	dir := find.Normal(path.Dir(file))
	best, depth := -1, -1
	for _, key := range [2]string{s, "*"} {
		for _, c := range t.byStem[key] {
			d := strings.Count(c.folder, "/") + 1
			if c.folder == "" {
				d = 0
			}
			if d > depth && (c.folder == "" || dir == c.folder || strings.HasSuffix(dir, "/"+c.folder)) {
				best, depth = c.row, d
			}
		}
		if best >= 0 {
			return best
		}
	}
	return -1
}

// None skips files for one reason: a helper for tables.
func None(reason, files string) Row { return Row{Files: files, Skip: reason} }
