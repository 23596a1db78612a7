// Package ingest opens data exports and turns them into items.
//
// [Open] gives an [Archive]: a zip, a set of zip parts, a tgz, a folder or a single file as one safe,
// read-only fs.FS, never extracted. [Detect] asks every [Platform] which exports lie inside. [Export.Items]
// reads one of them, record by record, while its [Ledger] accounts for every file.
//
// The package refuses to write to disk, to follow links, and to hold a file in memory. It knows no
// platform: those live in sub-packages and are listed in ingest/all.
package ingest

import (
	"context"
	"fmt"
	"iter"

	"footprint/internal/footprint"
)

// Platform reads the exports of one service. It is a value in the list of package ingest/all.
type Platform struct {
	// ID is the name of the platform's format document, for instance "x" or "google-takeout".
	ID string
	// Name is what people call it.
	Name string
	// Ask tells how to request the export, in one or two sentences; AskURL is the page for it.
	Ask, AskURL string
	// Reads is what of an export is read; Lacks what the platform does not export, so that the user must look for
	// it on the site. Both follow the platform's format document.
	Reads, Lacks string

	// Recognize returns the exports of this platform inside the archive, by file names first and by the
	// head of a few small files at most. It must be quick on archives of 100,000 entries: use the
	// archive's name index, never walk and decompress.
	Recognize func(*Archive) []Found

	// Read yields the items of one export in the order of its files. It opens files through x, which
	// keeps the ledger. A record that cannot be read is yielded as a *RecordError and reading goes on; any
	// other error ends it. Read starts no goroutine, stops when the consumer breaks, and returns ctx.Err()
	// soon after cancellation. Every item has Origin set; Platform, Account and ID are filled in by
	// Export.Items when left empty.
	Read func(ctx context.Context, x *Export) iter.Seq2[footprint.Item, error]
}

// Found is one export that Recognize saw.
type Found struct {
	// Root is the folder inside the archive below which the export lies; "." for the archive itself.
	Root string
	// Layout names the age of the layout, for instance "2020" or "classic"; the names are the platform's
	// own constants.
	Layout string
	// Format is "json", "html", "csv", "js", "txt", "car" or "mixed".
	Format string
	// Claims tells which files below the root, by their relative names, belong to the export; nil means all.
	// It lets exports of several platforms share one folder.
	Claims func(name string) bool `json:"-"`
}

// RecordError is one record, or one file, that could not be read. Reading goes on after it.
type RecordError struct {
	File string // path inside the archive
	Pos  int64  // number of the record from 1; 0 if the file as a whole failed
	Err  error
}

func (e *RecordError) Error() string {
	if e.Pos == 0 {
		return fmt.Sprintf("%s: %v", e.File, e.Err)
	}
	return fmt.Sprintf("%s: record %d: %v", e.File, e.Pos, e.Err)
}

// Unwrap returns the cause.
func (e *RecordError) Unwrap() error { return e.Err }
