package ingest

import (
	"context"
	"errors"
	"io"
	"io/fs"
	"iter"
	"slices"
	"strings"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest/csvtable"
	"footprint/internal/ingest/jsonstream"
)

// Owner is whose export it is, as far as the files say. Offered to the user's profile.
type Owner struct {
	ID      string   `json:"id,omitempty"` // the platform's account id
	Name    string   `json:"name,omitempty"`
	Handles []string `json:"handles,omitempty"` // present first, then former ones
	Emails  []string `json:"emails,omitempty"`
	Phones  []string `json:"phones,omitempty"`
}

// Handle returns the present handle, or the name, or the id.
func (o Owner) Handle() string {
	switch {
	case len(o.Handles) > 0:
		return o.Handles[0]
	case o.Name != "":
		return o.Name
	}
	return o.ID
}

// Export is one recognised export while it is being read. It opens the files below its root, and keeps
// the ledger.
type Export struct {
	Platform Platform
	Found
	Archive *Archive
	Ledger  *Ledger
	// Owner is filled in by Read, before the first item of another person is yielded.
	Owner Owner
	// Complete says whether the export claims to hold the whole account (an X archive may say that it is
	// partial); Unknown where the platform does not say.
	Complete footprint.Tri
	// Notes are remarks about the export for the user: a missing part, a decided date order. No item text.
	Notes []string

	files []string // relative to the root, sorted
}

// NewExport prepares an export for reading that owns every file below its root. [Detect] does so for all
// exports of an archive and shares the files out among them.
func NewExport(p Platform, f Found, a *Archive) *Export {
	return &Export{Platform: p, Found: f, Archive: a, Ledger: newLedger(), files: a.Under(f.Root)}
}

// Path turns a name below the export's root into a path inside the archive.
func (x *Export) Path(name string) string {
	if x.Root == "." || x.Root == "" {
		return name
	}
	return x.Root + "/" + name
}

// Has reports whether the export holds a file of that name below its root.
func (x *Export) Has(name string) bool { return x.Archive.Has(x.Path(name)) }

// relative is the reverse of Path for a file below the root.
func (x *Export) relative(file string) string {
	if x.Root == "." || x.Root == "" {
		return file
	}
	return strings.TrimPrefix(file, x.Root+"/")
}

// Files returns the export's own files by their names below the root, sorted: those of other exports that
// lie deeper are not among them.
func (x *Export) Files() []string { return x.files }

// owns reports whether a file of the archive is this export's own. The ledger speaks of no other.
func (x *Export) owns(file string) bool {
	name := x.relative(file)
	_, ok := slices.BinarySearch(x.files, name)
	return ok && x.Path(name) == file
}

// Failed is an error of the record at pos of a file below the root, with pos 0 of the file as a whole. What already says
// which file it is stays as it is, and with pos 0 the number of a row or value that the error knows counts.
func (x *Export) Failed(name string, pos int64, err error) error {
	var (
		own   *RecordError
		row   *csvtable.Error
		value *jsonstream.Error
	)
	switch {
	case errors.As(err, &own):
		return own
	case pos == 0 && errors.As(err, &row):
		pos, err = row.N, row.Err
	case pos == 0 && errors.As(err, &value):
		pos = value.Index
	}
	return &RecordError{File: x.Path(name), Pos: pos, Err: err}
}

// Open opens a file below the root and enters it in the ledger as read. The caller closes it.
func (x *Export) Open(name string) (fs.File, error) {
	path := x.Path(name)
	f, err := x.Archive.Open(path)
	if err != nil {
		return nil, x.Failed(name, 0, err)
	}
	if x.owns(path) {
		x.Ledger.opened(path)
	}
	return f, nil
}

// ReadFile reads a small file whole, at most limit bytes, and enters it in the ledger as read.
func (x *Export) ReadFile(name string, limit int64) ([]byte, error) {
	f, err := x.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err == nil && int64(len(b)) > limit {
		err = footprint.ErrTooLarge
	}
	if err != nil {
		return nil, x.Failed(name, 0, err)
	}
	return b, nil
}

// Skip enters a file below the root as deliberately not read.
func (x *Export) Skip(name, reason string) {
	if file := x.Path(name); x.owns(file) {
		x.Ledger.Skipped(file, reason)
	}
}

// Media enters a file below the root as media.
func (x *Export) Media(name string) {
	if file := x.Path(name); x.owns(file) {
		x.Ledger.Media(file)
	}
}

// Items reads the export: it fills in what Read left out, keeps the ledger, and yields items and record
// errors. After the last one the ledger accounts for every file below the root.
func (x *Export) Items(ctx context.Context) iter.Seq2[footprint.Item, error] {
	return func(yield func(footprint.Item, error) bool) {
		for it, err := range x.Platform.Read(ctx, x) {
			if err != nil {
				var rec *RecordError
				if errors.As(err, &rec) {
					x.Ledger.Failed(rec)
				}
				if !yield(footprint.Item{}, err) || rec == nil {
					return
				}
				continue
			}
			x.complete(&it)
			if !yield(it, nil) {
				return
			}
		}
		x.Ledger.close(x)
	}
}

func (x *Export) complete(it *footprint.Item) {
	if it.Platform == "" {
		it.Platform = x.Platform.ID
	}
	if it.Account == "" {
		it.Account = x.Owner.Handle()
	}
	it.Created = Plausible(it.Created).Truncate(time.Millisecond)
	it.SetID()
	x.Ledger.counted(it.Origin.File, it.Kind)
	for _, m := range it.Media {
		if m.Path != "" && x.owns(m.Path) {
			x.Ledger.Media(m.Path)
		}
	}
}
