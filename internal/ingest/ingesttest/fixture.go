package ingesttest

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"footprint/internal/ingest"
	"footprint/internal/need"
)

// Fixture is an export to test with: a folder, an archive on disk, or any file system.
type Fixture struct {
	Name string
	open func(*testing.T) *ingest.Archive
}

// FS is a fixture in a file system, for instance an fstest.MapFS.
func FS(name string, fsys fs.FS) Fixture {
	return Fixture{name, func(t *testing.T) *ingest.Archive {
		a, err := ingest.NewArchive(fsys, nil)
		if err != nil {
			t.Fatal(err)
		}
		return a
	}}
}

// Invented is the export of a layout that was made up for the test, in the folder of that name below its testdata.
func Invented(layout string) Fixture { return FS(layout, os.DirFS("testdata/"+layout)) }

// Path is a fixture on disk, opened like a user's download. The paths are relative to the test's folder.
func Path(paths ...string) Fixture {
	return Fixture{filepath.ToSlash(paths[0]), func(t *testing.T) *ingest.Archive {
		a, err := ingest.Open(t.Context(), paths...)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { a.Close() })
		return a
	}}
}

// Shared is a fixture in the folder of shared material beside the checkout; without it the test is skipped.
func Shared(name string) Fixture {
	return Fixture{"shared/" + name, func(t *testing.T) *ingest.Archive { return Path(need.Sample(t, filepath.FromSlash(name))).open(t) }}
}

// Archive opens the fixture.
func (fx Fixture) Archive(t *testing.T) *ingest.Archive {
	t.Helper()
	return fx.open(t)
}
