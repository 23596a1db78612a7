package ingest

import (
	"io/fs"
	"path"
	"slices"
	"strings"
)

// Archive is an opened export as a safe, read-only file system with an index of its names. All names are
// slash-separated, cleaned, unique and valid UTF-8; none escapes the archive.
type Archive struct {
	// Path is what the user gave (the first part of a set).
	Path string
	// Refused are entries that could not be taken in: escaping names, links, bombs, collisions.
	Refused []RecordError
	fsys    fs.FS
	names   []string // sorted
	close   func() error
}

// NewArchive makes an archive of any file system, for instance of a test's fstest.MapFS, listing its
// regular files. Close is called by Archive.Close and may be nil.
func NewArchive(fsys fs.FS, closer func() error) (*Archive, error) {
	a := &Archive{fsys: fsys, close: closer}
	err := fs.WalkDir(fsys, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() {
			a.names = append(a.names, name)
		}
		return err
	})
	slices.Sort(a.names)
	return a, err
}

// Open opens one file.
func (a *Archive) Open(name string) (fs.File, error) { return a.fsys.Open(name) }

// Close releases the archive.
func (a *Archive) Close() error {
	if a.close == nil {
		return nil
	}
	return a.close()
}

// Names returns all file names, sorted. The slice must not be changed.
func (a *Archive) Names() []string { return a.names }

// Has reports whether the archive holds that file.
func (a *Archive) Has(name string) bool {
	_, ok := slices.BinarySearch(a.names, name)
	return ok
}

// Under returns the names below a folder, relative to it, sorted.
func (a *Archive) Under(root string) []string {
	if root == "." || root == "" {
		return a.names
	}
	prefix := root + "/"
	i, _ := slices.BinarySearch(a.names, prefix)
	var names []string
	for ; i < len(a.names) && strings.HasPrefix(a.names[i], prefix); i++ {
		names = append(names, a.names[i][len(prefix):])
	}
	return names
}

// Roots returns the folders below which a file of that relative name lies: for "data/manifest.js" and the
// entry "twitter-2024/data/manifest.js" it returns "twitter-2024". Folders of system clutter are left out.
func (a *Archive) Roots(name string) []string {
	var roots []string
	for _, have := range a.names {
		switch {
		case isClutter(have):
		case have == name:
			roots = append(roots, ".")
		case strings.HasSuffix(have, "/"+name):
			roots = append(roots, path.Clean(strings.TrimSuffix(have, "/"+name)))
		}
	}
	return roots
}
