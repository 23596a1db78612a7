// Package product holds what the readers of Google's products share: opening files, telling localised names
// apart, times, and loosely shaped JSON objects. It knows no product.
package product

import (
	"context"
	"path"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/csvtable"
	"footprint/internal/ingest/jsonstream"
)

// Reader reads the files of one export one after the other. It is used by one goroutine.
type Reader struct {
	X *ingest.Export

	ctx     context.Context
	yield   func(footprint.Item, error) bool
	stopped bool
	name    string   // of the file being read, below the root of the export
	names   []string // under which the user appears in the products
}

// Own notes a name and an address of the user; the first name is that of the account.
func (r *Reader) Own(name, email string) {
	owner := &r.X.Owner
	if owner.Name == "" {
		owner.Name = name
	}
	if name != "" && !slices.Contains(r.names, name) {
		r.names = append(r.names, name)
	}
	if strings.Contains(email, "@") && !slices.Contains(owner.Emails, email) {
		owner.Emails = append(owner.Emails, email)
	}
}

// IsOwn reports whether a name or, where known, an address is the user's.
func (r *Reader) IsOwn(name, email string) bool {
	if email != "" && len(r.X.Owner.Emails) > 0 {
		return slices.ContainsFunc(r.X.Owner.Emails, func(e string) bool { return strings.EqualFold(e, email) })
	}
	return name != "" && slices.Contains(r.names, name)
}

// New returns a reader that hands what it reads to yield until that returns false or ctx is cancelled.
func New(ctx context.Context, x *ingest.Export, yield func(footprint.Item, error) bool) *Reader {
	return &Reader{X: x, ctx: ctx, yield: yield}
}

// Stopped reports whether nothing more may be read. After a cancellation it hands the reason out once.
func (r *Reader) Stopped() bool {
	if !r.stopped && r.ctx.Err() != nil {
		r.stopped = true
		r.yield(footprint.Item{}, r.ctx.Err())
	}
	return r.stopped
}

// At makes name, relative to the export's root, the origin of the following items.
func (r *Reader) At(name string) { r.name = name }

// Emit hands out one item of the present file; pos is its number from 1, or 0 for the file as a whole. It
// returns false when reading must end.
func (r *Reader) Emit(pos int64, it footprint.Item) bool {
	if r.Stopped() {
		return false
	}
	it.Account = r.X.Owner.Name // a handle of one product does not name the account
	it.Origin = footprint.Origin{File: r.X.Path(r.name), Pos: pos}
	r.stopped = !r.yield(it, nil)
	return !r.stopped
}

// Fail hands out one record of the present file that could not be read.
func (r *Reader) Fail(pos int64, err error) bool {
	if r.Stopped() {
		return false
	}
	r.stopped = !r.yield(footprint.Item{}, r.X.Failed(r.name, pos, err))
	return !r.stopped
}

// JSON walks a file of any size and calls visit with each object or text at the paths (see package
// jsonstream). Broken ones are handed out as errors.
func (r *Reader) JSON(name string, visit func(v jsonstream.Value) bool, paths ...string) {
	r.At(name)
	f, err := r.X.Open(name)
	if err != nil {
		r.Fail(0, err)
		return
	}
	defer f.Close()
	for v, err := range jsonstream.Walk(f, paths...) {
		if r.Stopped() {
			return
		}
		if err != nil {
			if !r.Fail(0, err) {
				return
			}
			continue
		}
		if !visit(v) {
			return
		}
	}
}

// Objects is [Reader.JSON] for values that are objects: each is decoded before visit sees it. An element
// that is no object is handed out as an error.
func (r *Reader) Objects(name string, visit func(n int64, path string, o Object) bool, paths ...string) {
	r.JSON(name, func(v jsonstream.Value) bool {
		o, err := Decode(v.Raw)
		if err != nil {
			return r.Fail(v.Index, err)
		}
		return visit(v.Index, v.Path, o)
	}, paths...)
}

// CSV reads a table row by row.
func (r *Reader) CSV(name string, visit func(row csvtable.Row) bool) {
	r.At(name)
	f, err := r.X.Open(name)
	if err != nil {
		r.Fail(0, err)
		return
	}
	defer f.Close()
	for row, err := range csvtable.Rows(f, csvtable.Options{}) {
		if r.Stopped() {
			return
		}
		if err != nil {
			if !r.Fail(0, err) {
				return
			}
			continue
		}
		blank := true
		row.Each(func(_, _ string) { blank = false })
		if !blank && !visit(row) { // every table ends with several empty lines
			return
		}
	}
}

// Head returns the beginning of a file, for telling files apart by what they hold.
func (r *Reader) Head(name string) string { return Head(r.X.Archive, r.X.Path(name)) }

// Head returns the beginning of a file of an archive.
func Head(a *ingest.Archive, file string) string {
	const enough = 8 << 10
	return string(a.Head(file, enough))
}

var number = regexp.MustCompile(`\s*\(\d+\)$`)

// Fold is the form in which names are compared: composed, lower case, letters and digits only.
func Fold(name string) string { return csvtable.Fold(norm.NFC.String(name)) }

// Base is the folded last step of a file's name without extension and without the number of a duplicate.
func Base(name string) string {
	base := path.Base(name)
	base = strings.TrimSuffix(base, path.Ext(base))
	if strings.HasSuffix(base, ")") {
		base = number.ReplaceAllString(base, "")
	}
	return Fold(base)
}

// Ext is the lower-case extension with its dot.
func Ext(name string) string { return strings.ToLower(path.Ext(name)) }

// Parent is the folded name of the folder a file lies in.
func Parent(name string) string { return Fold(path.Base(path.Dir(name))) }
