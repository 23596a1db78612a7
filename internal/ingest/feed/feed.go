// Package feed carries the records of an export's files to whoever ranges over ingest.Platform.Read: it opens
// files, gives each item its place, turns what is broken into a *ingest.RecordError and stops on cancellation.
// A platform that uses it only says what a record means.
//
// It holds one record in memory at a time. It knows no platform.
package feed

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"

	"golang.org/x/net/html"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/csvtable"
	"footprint/internal/ingest/htmltext"
	"footprint/internal/ingest/jsonstream"
)

// Limits on what is held at once.
const (
	maxLine  = 4 << 20  // bytes of one line of a JSON-lines file
	maxPage  = 32 << 20 // bytes of one HTML page
	maxSmall = 8 << 20  // bytes of a file that is one record
)

// Feed is one reading of one export.
type Feed struct {
	// X is the export that is read.
	X *ingest.Export

	ctx   context.Context
	yield func(footprint.Item, error) bool
	done  bool
}

// Reader makes the Read function of a platform from one that reads all files of an export through a feed.
func Reader(all func(*Feed)) func(context.Context, *ingest.Export) iter.Seq2[footprint.Item, error] {
	return func(ctx context.Context, x *ingest.Export) iter.Seq2[footprint.Item, error] {
		return func(yield func(footprint.Item, error) bool) {
			f := &Feed{X: x, ctx: ctx, yield: yield}
			all(f)
			f.Done()
		}
	}
}

// Done reports whether reading must stop: the consumer has broken off or the context is cancelled, which is
// told to the consumer once.
func (f *Feed) Done() bool {
	if !f.done && f.ctx.Err() != nil {
		f.done = true
		f.yield(footprint.Item{}, f.ctx.Err())
	}
	return f.done
}

// Put hands out the items of one record of a file. All their words are made fit to keep.
func (f *Feed) Put(file string, pos int64, items ...footprint.Item) {
	for i := range items {
		if f.Done() {
			return
		}
		it := &items[i]
		clean(it)
		it.Origin = footprint.Origin{File: f.X.Path(file), Pos: pos}
		f.done = !f.yield(*it, nil)
	}
}

// Fail reports a record, or with pos 0 a file, that cannot be read.
func (f *Feed) Fail(file string, pos int64, err error) {
	if f.Done() {
		return
	}
	f.done = !f.yield(footprint.Item{}, f.X.Failed(file, pos, err))
}

// open opens a file, or reports it and returns nil.
func (f *Feed) open(file string) io.ReadCloser {
	if f.Done() {
		return nil
	}
	r, err := f.X.Open(file)
	if err != nil {
		f.Fail(file, 0, err)
		return nil
	}
	return r
}

// Small returns the content of a file that is one record, or reports why not and returns nil.
func (f *Feed) Small(file string) []byte {
	if f.Done() {
		return nil
	}
	b, err := f.X.ReadFile(file, maxSmall)
	if err != nil {
		f.Fail(file, 0, err)
		return nil
	}
	return b
}

// JSON walks a document and hands out what read makes of each value at the paths; see [jsonstream.Walk].
// Items are numbered by the values read.
func (f *Feed) JSON(file string, read func(jsonstream.Value) ([]footprint.Item, error), paths ...string) {
	r := f.open(file)
	if r == nil {
		return
	}
	defer r.Close()
	n := int64(0)
	for v, err := range jsonstream.Walk(r, paths...) {
		if f.Done() {
			return
		}
		n++
		var items []footprint.Item
		if err == nil {
			items, err = read(v)
		}
		if err != nil {
			f.Fail(file, n, err)
			continue
		}
		f.Put(file, n, items...)
	}
}

// Peek walks a document for what must be known before it is read; what is broken is passed over, to be reported
// when it is read.
func (f *Feed) Peek(file string, visit func(jsonstream.Value), paths ...string) {
	r := f.open(file)
	if r == nil {
		return
	}
	defer r.Close()
	for v, err := range jsonstream.Walk(r, paths...) {
		if f.Done() {
			return
		}
		if err == nil {
			visit(v)
		}
	}
}

// Lines hands out what read makes of each non-empty line. The line is valid until read returns.
func (f *Feed) Lines(file string, read func(line []byte) ([]footprint.Item, error)) {
	r := f.open(file)
	if r == nil {
		return
	}
	defer r.Close()
	in := bufio.NewReaderSize(r, 64<<10)
	for n := int64(1); !f.Done(); n++ {
		line, err := nextLine(in)
		if len(bytes.TrimSpace(line)) > 0 {
			items, broken := read(line)
			if broken != nil {
				f.Fail(file, n, broken)
			}
			f.Put(file, n, items...)
		}
		switch {
		case errors.Is(err, io.EOF):
			return
		case errors.Is(err, footprint.ErrTooLarge):
			f.Fail(file, n, err)
		case err != nil:
			f.Fail(file, n, err)
			return
		}
	}
}

// nextLine reads one line; of one that is too long it skips the rest.
func nextLine(in *bufio.Reader) ([]byte, error) {
	part, err := in.ReadSlice('\n')
	if !errors.Is(err, bufio.ErrBufferFull) {
		return part, err
	}
	line := bytes.Clone(part)
	for errors.Is(err, bufio.ErrBufferFull) {
		part, err = in.ReadSlice('\n')
		if len(line) <= maxLine {
			line = append(line, part...)
		}
	}
	if len(line) > maxLine && (err == nil || errors.Is(err, io.EOF)) {
		return nil, fmt.Errorf("%w: line longer than %d bytes", footprint.ErrTooLarge, maxLine)
	}
	return line, err
}

// Table hands out what read makes of each row.
func (f *Feed) Table(file string, o csvtable.Options, read func(csvtable.Row) []footprint.Item) {
	r := f.open(file)
	if r == nil {
		return
	}
	defer r.Close()
	for row, err := range csvtable.Rows(r, o) {
		if f.Done() {
			return
		}
		if err != nil {
			f.Fail(file, 0, err)
			continue
		}
		f.Put(file, row.N, read(row)...)
	}
}

// Page parses a page of HTML, or reports why not and returns nil. Nesting is bounded by the parser.
func (f *Feed) Page(file string) *html.Node {
	if f.Done() {
		return nil
	}
	b, err := f.X.ReadFile(file, maxPage)
	if err != nil {
		f.Fail(file, 0, err)
		return nil
	}
	root, err := html.Parse(bytes.NewReader(b))
	if err != nil {
		f.Fail(file, 0, fmt.Errorf("%w: %w", footprint.ErrDamaged, err))
		return nil
	}
	return root
}

// Tokens hands out the tokens of a page of any size. One that is too long is reported, and reading goes on.
func (f *Feed) Tokens(file string, visit func(html.Token)) {
	r := f.open(file)
	if r == nil {
		return
	}
	defer r.Close()
	for t, err := range htmltext.Tokens(r) {
		if f.Done() {
			return
		}
		if err != nil {
			f.Fail(file, 0, err)
			continue
		}
		visit(t)
	}
}
