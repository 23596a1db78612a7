// Package csvtable reads the tables that exports come as: CSV with commas, semicolons or tabs, in UTF-8 or
// UTF-16, with or without a preamble, with columns found by name, or by number where names are translated.
//
// It streams row by row, holds at most one row (bounded) in memory, and goes on after a broken row.
package csvtable

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"unicode"

	"golang.org/x/text/encoding/unicode/utf32"
	"golang.org/x/text/transform"

	utext "golang.org/x/text/encoding/unicode"

	"footprint/internal/footprint"
)

// maxRow bounds one row: an unclosed quotation mark must not swallow a gigabyte.
const maxRow = 16 << 20

// Options say how to read one table.
type Options struct {
	// Columns are the first column names that the header line may begin with; lines before it are a preamble.
	// Empty means that the first line is the header.
	Columns []string
	// Starts, if set, tells by its first cell whether a line begins a row. A line that does not belongs to the
	// row before: some exports put every line of a long text into quotation marks of its own.
	Starts func(firstCell string) bool
	// Backslash is set where a quotation mark inside a cell is written \" instead of "".
	Backslash bool
}

// Row is one record of the table.
type Row struct {
	// N is the row's number after the header, from 1.
	N      int64
	cells  []string
	header *header
}

// Error is a row that could not be read; reading goes on after it unless it is the table as a whole (N 0).
type Error struct {
	N   int64
	Err error
}

func (e *Error) Error() string { return fmt.Sprintf("row %d: %v", e.N, e.Err) }

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// Fold is the form in which column names are compared: lower case, letters and digits only.
func Fold(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
}

// Get returns the first non-empty cell among the named columns. N/A, null and the like count as empty.
func (r Row) Get(names ...string) string {
	for _, name := range names {
		if i, ok := r.header.index[Fold(name)]; ok && i < len(r.cells) {
			if v := strings.TrimSpace(r.cells[i]); !isEmpty(v) {
				return v
			}
		}
	}
	return ""
}

// Has reports whether the table has one of the named columns.
func (r Row) Has(names ...string) bool {
	for _, name := range names {
		if _, ok := r.header.index[Fold(name)]; ok {
			return true
		}
	}
	return false
}

// At returns the cell of a column by its number from 0, or from the end when negative (-1 is the last column),
// for tables whose column names are in the user's language. N/A, null and the like count as empty.
func (r Row) At(i int) string {
	if i < 0 {
		i += len(r.header.names)
	}
	if i < 0 || i >= len(r.cells) {
		return ""
	}
	if v := strings.TrimSpace(r.cells[i]); !isEmpty(v) {
		return v
	}
	return ""
}

// Each calls visit for every non-empty cell in order, with its column's name as written. Columns may repeat.
func (r Row) Each(visit func(column, value string)) {
	for i, v := range r.cells {
		v = strings.TrimSpace(v)
		if isEmpty(v) {
			continue
		}
		name := ""
		if i < len(r.header.names) {
			name = r.header.names[i]
		}
		visit(name, v)
	}
}

func isEmpty(v string) bool {
	return v == "" || v == "N/A" || v == "null" || v == "Not Available" || v == "\\N"
}

// Rows yields the rows of the table.
func Rows(r io.Reader, o Options) iter.Seq2[Row, error] {
	return func(yield func(Row, error) bool) {
		in := bufio.NewReaderSize(decode(r), 64<<10)
		g := &guard{r: in}
		var src io.Reader = g
		if o.Backslash {
			src = &unslash{r: g}
		}
		head, err := findHeader(in, o.Columns)
		if err != nil {
			if !errors.Is(err, io.EOF) {
				yield(Row{}, &Error{Err: err})
			}
			return
		}
		c := csv.NewReader(src)
		c.Comma, c.LazyQuotes, c.FieldsPerRecord, c.ReuseRecord = separator(head), true, -1, false
		h, err := parseHeader(head, c.Comma)
		if err != nil {
			yield(Row{}, &Error{Err: err})
			return
		}
		p := parser{c: c, guard: g, header: h, starts: o.Starts}
		p.rows(yield)
	}
}

// parser puts lines together into rows.
type parser struct {
	c      *csv.Reader
	guard  *guard
	header *header
	starts func(string) bool
	row    []string // begun and not yet handed out
	size   int      // bytes of row
	n      int64
}

func (p *parser) rows(yield func(Row, error) bool) {
	for {
		p.guard.left = maxRow
		cells, err := p.c.Read()
		switch {
		case errors.Is(err, io.EOF):
			p.flush(yield)
			return
		case err != nil:
			var syntax *csv.ParseError
			goesOn := errors.As(err, &syntax)
			if !p.flush(yield) {
				return
			}
			p.n++
			if !yield(Row{}, &Error{p.n, fmt.Errorf("%w: %w", footprint.ErrDamaged, err)}) || !goesOn {
				return
			}
		case p.starts != nil && p.row != nil && !p.starts(cells[0]) && p.size < maxRow:
			p.row[len(p.row)-1] += "\n" + cells[0]
			p.row = append(p.row, cells[1:]...)
			p.size += len(cells[0])
		default:
			if !p.flush(yield) {
				return
			}
			p.row, p.size = cells, 0
		}
	}
}

// flush hands out the row that is complete now.
func (p *parser) flush(yield func(Row, error) bool) bool {
	if p.row == nil {
		return true
	}
	cells := p.header.join(p.row)
	p.row = nil
	p.n++
	return yield(Row{p.n, cells, p.header}, nil)
}

// decode turns UTF-16 and UTF-32 with a byte order mark into UTF-8, drops the mark, and replaces what is not
// valid.
func decode(r io.Reader) io.Reader {
	b := bufio.NewReader(r)
	mark, _ := b.Peek(4) // a short file has no mark
	switch {
	case bytes.HasPrefix(mark, []byte{0xff, 0xfe, 0, 0}), bytes.HasPrefix(mark, []byte{0, 0, 0xfe, 0xff}):
		return transform.NewReader(b, utf32.UTF32(utf32.LittleEndian, utf32.UseBOM).NewDecoder())
	case bytes.HasPrefix(mark, []byte{0xff, 0xfe}), bytes.HasPrefix(mark, []byte{0xfe, 0xff}):
		return transform.NewReader(b, utext.UTF16(utext.LittleEndian, utext.UseBOM).NewDecoder())
	}
	return transform.NewReader(b, utext.UTF8BOM.NewDecoder())
}
