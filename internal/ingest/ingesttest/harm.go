package ingesttest

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"
	"testing/iotest"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
)

// wrapped shows an archive below one more folder.
type wrapped struct {
	a   *ingest.Archive
	dir string
}

func (w *wrapped) Open(name string) (fs.File, error) {
	inner, ok := strings.CutPrefix(name, w.dir+"/")
	if !ok || !w.a.Has(inner) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return w.a.Open(inner)
}

// ReadDir lets fs.WalkDir see all files in one flat listing, which is all that NewArchive needs.
func (w *wrapped) ReadDir(name string) ([]fs.DirEntry, error) {
	var entries []fs.DirEntry
	if name == "." {
		for _, n := range w.a.Names() {
			entries = append(entries, flatEntry(w.dir+"/"+n))
		}
	}
	return entries, nil
}

// Stat serves fs.WalkDir, which asks for the root only.
func (w *wrapped) Stat(string) (fs.FileInfo, error) { return rootInfo{}, nil }

type flatEntry string

func (e flatEntry) Name() string               { return string(e) }
func (e flatEntry) IsDir() bool                { return false }
func (e flatEntry) Type() fs.FileMode          { return 0 }
func (e flatEntry) Info() (fs.FileInfo, error) { return nil, errors.ErrUnsupported }

type rootInfo struct{}

func (rootInfo) Name() string       { return "." }
func (rootInfo) Size() int64        { return 0 }
func (rootInfo) Mode() fs.FileMode  { return fs.ModeDir | 0o500 }
func (rootInfo) ModTime() time.Time { return time.Time{} }
func (rootInfo) IsDir() bool        { return true }
func (rootInfo) Sys() any           { return nil }

// harmed shows an archive in which some files are changed or cannot be read.
type harmed struct {
	*wrapped
	how     string
	content map[string][]byte // by the name inside the archive; nil content cannot be read
}

func (h *harmed) Open(name string) (fs.File, error) {
	content, changed := h.content[strings.TrimPrefix(name, h.dir+"/")]
	if !changed {
		return h.wrapped.Open(name)
	}
	f, err := fstest.MapFS{"f": {Data: content}}.Open("f")
	if err == nil && content == nil {
		f = failing{f, iotest.ErrReader(footprint.ErrDamaged)}
	}
	return f, err
}

type failing struct {
	fs.File
	r io.Reader
}

func (f failing) Read(p []byte) (int, error) { return f.r.Read(p) }

// checkHarm cuts the files that are read at many places, garbles them, and makes each unreadable: reading
// must neither panic nor end before the other files are read, and what it gives must hold the invariants.
func checkHarm(t *testing.T, p ingest.Platform, a *ingest.Archive) {
	t.Helper()
	files := map[string][]byte{}
	exports, err := ingest.Detect(a, []ingest.Platform{p})
	if err != nil {
		t.Fatal(err)
	}
	const largest, cuts = 1 << 20, 16
	for _, x := range exports {
		for range x.Items(t.Context()) {
		}
		for _, e := range x.Ledger.Summary().Read {
			if content, err := fs.ReadFile(openOnly{a}, e.File); err == nil && len(content) <= largest {
				files[e.File] = content
			}
		}
	}
	all := func(how string, change func([]byte) []byte) {
		h := &harmed{wrapped: &wrapped{a, "d"}, how: "all files " + how, content: map[string][]byte{}}
		for name, content := range files {
			h.content[name] = change(bytes.Clone(content))
		}
		readHarmed(t, p, h)
	}
	for i := range cuts {
		all(fmt.Sprintf("cut at %d/%d", i, cuts), func(b []byte) []byte { return append([]byte{}, b[:len(b)*i/cuts]...) })
	}
	for _, step := range []int{97, 1009} {
		all("garbled", func(b []byte) []byte {
			for i := 300; i < len(b); i += step {
				b[i] ^= 0x15
			}
			return b
		})
	}
	for name, content := range files {
		for how, changed := range map[string][]byte{"cut": append([]byte{}, content[:len(content)*2/3]...), "unreadable": nil} {
			readHarmed(t, p, &harmed{&wrapped{a, "d"}, name + " " + how, map[string][]byte{name: changed}})
		}
	}
}

// openOnly lets fs.ReadFile read from an archive.
type openOnly struct{ a *ingest.Archive }

func (o openOnly) Open(name string) (fs.File, error) { return o.a.Open(name) }

func readHarmed(t *testing.T, p ingest.Platform, h *harmed) {
	t.Helper()
	a, err := ingest.NewArchive(h, nil)
	if err != nil {
		t.Fatal(err)
	}
	exports, err := ingest.Detect(a, []ingest.Platform{p})
	if err != nil {
		return // the file was what the export is known by
	}
	var items []footprint.Item
	for _, x := range exports {
		for it, err := range x.Items(t.Context()) {
			var rec *ingest.RecordError
			switch {
			case err == nil:
				items = append(items, it)
			case !errors.As(err, &rec):
				t.Errorf("with %s reading ended: %v", h.how, err)
			case !a.Has(rec.File):
				t.Errorf("with %s an error names %q, which is no file", h.how, rec.File)
			}
		}
	}
	checkItems(t, p, a, items)
	checkLedger(t, a, exports)
}

// Foreign are archives that no platform may recognise.
func Foreign() map[string]fs.FS {
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	return map[string]fs.FS{
		"nothing":     fstest.MapFS{},
		"a photo":     fstest.MapFS{"DCIM/100/IMG_0001.JPG": file("\xff\xd8\xff\xe0"), "DCIM/100/IMG_0002.JPG": file("\xff\xd8\xff\xe0")},
		"source code": fstest.MapFS{"go.mod": file("module m\n"), "data/main.js": file("export default {}"), "index.html": file("<html>"), "package.json": file("{}"), "src/profile.json": file(`{"a":1}`), "messages/en.json": file(`{"hello":"Hello"}`), "posts/first.md": file("# First"), "data/posts.json": file("[]"), "users.csv": file("id,name\n1,a\n")},
		"clutter":     fstest.MapFS{"__MACOSX/data/._account.js": file("x"), ".DS_Store": file("x")},
		"documents":   fstest.MapFS{"letter.docx": file("PK"), "notes.txt": file("Dear Sir"), "budget.csv": file("item,cost\nrent,1\n"), "page.html": file("<p>Hello</p>")},
	}
}

func checkForeign(t *testing.T, p ingest.Platform) {
	t.Helper()
	for name, fsys := range Foreign() {
		a, err := ingest.NewArchive(fsys, nil)
		if err != nil {
			t.Fatal(err)
		}
		if found := p.Recognize(a); len(found) != 0 {
			t.Errorf("%s takes %s for an export of its own", p.ID, name)
		}
	}
}
