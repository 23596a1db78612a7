package container

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// packZip writes a zip with the names in order; a name ending in "!" is stored, the others are deflated.
func packZip(t testing.TB, files ...[2]string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range files {
		method := zip.Deflate
		if strings.HasSuffix(f[0], "!") {
			method = zip.Store
		}
		e, err := w.CreateHeader(&zip.FileHeader{Name: strings.TrimSuffix(f[0], "!"), Method: method, NonUTF8: true})
		if err != nil {
			t.Fatal(err)
		}
		io.WriteString(e, f[1])
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func packTar(t testing.TB, packed bool, headers ...tar.Header) []byte {
	t.Helper()
	var b bytes.Buffer
	var out io.Writer = &b
	var z *gzip.Writer
	if packed {
		z = gzip.NewWriter(&b)
		out = z
	}
	w := tar.NewWriter(out)
	for _, h := range headers {
		content := strings.Repeat("x", int(h.Size))
		if err := w.WriteHeader(&h); err != nil {
			t.Fatal(err)
		}
		io.WriteString(w, content)
	}
	w.Close()
	if z != nil {
		z.Close()
	}
	return b.Bytes()
}

// place writes files below a new folder and returns it.
func place(t testing.TB, files map[string][]byte) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		p := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(p), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, content, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func open(t testing.TB, paths ...string) *FS {
	t.Helper()
	f, err := Open(t.Context(), paths...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// listing is the names and contents, and what was refused.
func listing(t testing.TB, f *FS) (files, refused []string) {
	t.Helper()
	for _, name := range f.Names() {
		b, err := fs.ReadFile(f, name)
		if err != nil {
			t.Errorf("read %s: %v", name, err)
		}
		files = append(files, name+"="+string(b))
	}
	for _, r := range f.Refused() {
		refused = append(refused, r.Name)
	}
	return files, refused
}

func want(t testing.TB, what string, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s:\n got %q\nwant %q", what, got, want)
	}
}
