package container

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"footprint/internal/footprint"
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

func TestZipNames(t *testing.T) {
	cp437 := "caf\x82.txt" // é in code page 437
	utf8Twin := packZip(t, [2]string{"caf\x82.txt", "x"})
	for name, tc := range map[string]struct {
		files   [][2]string
		want    []string
		refused []string
	}{
		"plain, stored and deflated": {[][2]string{{"a/b.txt", "1"}, {"c!", "2"}}, []string{"a/b.txt=1", "c=2"}, nil},
		"old code page":              {[][2]string{{cp437, "1"}}, []string{"café.txt=1"}, nil},
		"backslashes":                {[][2]string{{`a\b.txt`, "1"}}, []string{"a/b.txt=1"}, nil},
		"dots and doubled slashes":   {[][2]string{{"./a//b", "1"}}, []string{"a/b=1"}, nil},
		"leading out":                {[][2]string{{"a/../../b", "1"}, {"ok", "2"}}, []string{"ok=2"}, []string{"a/../../b"}},
		"leading out, backslashes":   {[][2]string{{`..\b`, "1"}, {"ok", "2"}}, []string{"ok=2"}, []string{`..\b`}},
		"absolute":                   {[][2]string{{"/etc/x", "1"}, {`C:\x`, "1"}, {"ok", "2"}}, []string{"ok=2"}, []string{"/etc/x", `C:\x`}},
		"control characters":         {[][2]string{{"a\x1b[2J", "1"}, {"a\x00b", "1"}, {"ok", "2"}}, []string{"ok=2"}, []string{"a\uFFFD[2J", "a\uFFFDb"}},
		"the same name twice":        {[][2]string{{"a", "1"}, {"a", "2"}}, []string{"a=1"}, []string{"a"}},
		"the same but for case":      {[][2]string{{"A", "1"}, {"a", "2"}}, []string{"A=1"}, []string{"a"}},
		"the same but for the accent's form": {[][2]string{{"e\u0301", "1"}, {"\u00e9", "2"}},
			[]string{"e\u0301=1"}, []string{"\u00e9"}},
		"a zip in the zip": {[][2]string{{"in.zip", string(utf8Twin)}}, []string{"in.zip=" + string(utf8Twin)}, nil},
		"empty":            {nil, nil, nil},
	} {
		t.Run(name, func(t *testing.T) {
			dir := place(t, map[string][]byte{"x.zip": packZip(t, tc.files...)})
			got, refused := listing(t, open(t, filepath.Join(dir, "x.zip")))
			want(t, "files", got, tc.want...)
			want(t, "refused", refused, tc.refused...)
		})
	}
}

func TestUnicodePathField(t *testing.T) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	old, proper := "\x81ber.txt", "über-alles.txt"
	field := []byte{0x75, 0x70, byte(5 + len(proper)), 0, 1}
	field = binary.LittleEndian.AppendUint32(field, crc32.ChecksumIEEE([]byte(old)))
	field = append(field, proper...)
	if _, err := w.CreateHeader(&zip.FileHeader{Name: old, NonUTF8: true, Extra: field}); err != nil {
		t.Fatal(err)
	}
	w.Close()
	dir := place(t, map[string][]byte{"x.zip": b.Bytes()})
	want(t, "names", open(t, dir+"/x.zip").Names(), proper)
}

func TestHostileZip(t *testing.T) {
	good := packZip(t, [2]string{"a", strings.Repeat("hello ", 100)}, [2]string{"b!", "stored"})
	encrypted := bytes.Clone(good)
	for at := 0; ; { // set the encryption bit of every directory entry
		i := bytes.Index(encrypted[at:], []byte("PK\x01\x02"))
		if i < 0 {
			break
		}
		encrypted[at+i+8] |= 1
		at += i + 4
	}
	overlap := bytes.Clone(good)
	if i := bytes.Index(overlap, []byte("PK\x01\x02")); i > 0 {
		binary.LittleEndian.PutUint32(overlap[i+20:], 1<<30)
	}
	badSum := bytes.Replace(good, []byte("stored"), []byte("STORED"), 1)
	for name, tc := range map[string]struct {
		zip      []byte
		openErr  error
		readErr  error
		readName string
	}{
		"truncated":          {good[:len(good)-30], footprint.ErrDamaged, nil, ""},
		"encrypted":          {encrypted, footprint.ErrEncrypted, nil, ""},
		"overlapping":        {overlap, footprint.ErrTooLarge, nil, ""},
		"no zip at all":      {[]byte("hello"), footprint.ErrDamaged, nil, ""},
		"nothing":            {nil, footprint.ErrDamaged, nil, ""},
		"wrong check sum":    {badSum, nil, footprint.ErrDamaged, "b"},
		"absent":             {good, nil, fs.ErrNotExist, "c"},
		"a name that climbs": {good, nil, fs.ErrInvalid, "../a"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := place(t, map[string][]byte{"x.zip": tc.zip})
			f, err := Open(t.Context(), dir+"/x.zip")
			if !errors.Is(err, tc.openErr) {
				t.Fatalf("open: %v, want %v", err, tc.openErr)
			}
			if err != nil {
				return
			}
			defer f.Close()
			if _, err = fs.ReadFile(f, tc.readName); !errors.Is(err, tc.readErr) {
				t.Errorf("read: %v, want %v", err, tc.readErr)
			}
		})
	}
}

// zeros yields n zero bytes.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

func TestBombIsStoppedWhileReading(t *testing.T) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	e, _ := w.Create("data.js")
	if _, err := io.CopyN(e, zeros{}, 20<<20); err != nil {
		t.Fatal(err)
	}
	w.Close()
	dir := place(t, map[string][]byte{"x.zip": b.Bytes()})
	f := open(t, dir+"/x.zip")
	f.sources[0].(*zipSource).budget.left.Store(5 << 20) // instead of a gigabyte
	r, err := f.Open("data.js")
	if err != nil {
		t.Fatal(err)
	}
	n, err := io.Copy(io.Discard, r)
	if !errors.Is(err, footprint.ErrTooLarge) || n < 5<<20 || n > 10<<20 {
		t.Errorf("read %d bytes: %v", n, err)
	}
}

func TestTar(t *testing.T) {
	headers := []tar.Header{
		{Name: "z", Size: 3, Mode: 0o600}, {Name: "./a/b", Size: keepFile + 1, Mode: 0o600},
		{Name: "link", Typeflag: tar.TypeSymlink, Linkname: "/etc/passwd"}, {Name: "../up", Size: 1, Mode: 0o600},
		{Name: "dir/", Typeflag: tar.TypeDir, Mode: 0o700}, {Name: "c", Size: keepFile * 2, Mode: 0o600},
	}
	for _, name := range []string{"x.tar", "x.tgz"} {
		t.Run(name, func(t *testing.T) {
			packed := packTar(t, name == "x.tgz", headers...)
			dir := place(t, map[string][]byte{name: packed, "cut-" + name: packed[:len(packed)/2]})
			f := open(t, filepath.Join(dir, name))
			want(t, "names", f.Names(), "a/b", "c", "z")
			for range 2 { // backwards as well as forwards
				for _, n := range []string{"c", "a/b", "z"} {
					b, err := fs.ReadFile(f, n)
					if int64(len(b)) != f.Size(n) || err != nil || strings.Trim(string(b), "x") != "" {
						t.Errorf("%s: %d bytes, want %d: %v", n, len(b), f.Size(n), err)
					}
				}
			}
			_, refused := listing(t, f)
			want(t, "refused", refused, "link", "../up")
			if _, err := Open(t.Context(), filepath.Join(dir, "cut-"+name)); !errors.Is(err, footprint.ErrDamaged) {
				t.Errorf("cut off: %v", err)
			}
		})
	}
}

func TestFolder(t *testing.T) {
	dir := place(t, map[string][]byte{"data/a.js": []byte("1"), "b.txt": []byte("2")})
	outside := place(t, map[string][]byte{"secret": []byte("3")})
	for link, target := range map[string]string{"up": outside, "file": outside + "/secret", "self": "b.txt"} {
		if err := os.Symlink(target, filepath.Join(dir, link)); err != nil {
			t.Fatal(err)
		}
	}
	f := open(t, dir)
	files, refused := listing(t, f)
	want(t, "files", files, "b.txt=2", "data/a.js=1")
	want(t, "refused", refused, "file", "self", "up")
	// A link put there after the folder was listed is not followed either.
	os.Remove(filepath.Join(dir, "b.txt"))
	os.Symlink(outside+"/secret", filepath.Join(dir, "b.txt"))
	if _, err := f.Open("b.txt"); err == nil {
		t.Error("opened a link that leads out")
	}
}

func TestSeveralArchives(t *testing.T) {
	z := func(files ...[2]string) []byte { return packZip(t, files...) }
	for name, tc := range map[string]struct {
		files map[string][]byte
		paths []string
		want  []string
		notes []string
	}{
		"parts in any order": {
			map[string][]byte{"takeout-20240101T000000Z-002.zip": z([2]string{"Takeout/b", "2"}), "takeout-20240101T000000Z-001.zip": z([2]string{"Takeout/a", "1"})},
			[]string{"takeout-20240101T000000Z-002.zip", "takeout-20240101T000000Z-001.zip"}, []string{"Takeout/a=1", "Takeout/b=2"}, nil},
		"a folder of parts, one missing": {
			map[string][]byte{"takeout-20240101T000000Z-1-003.zip": z([2]string{"T/b", "2"}), "takeout-20240101T000000Z-1-001.zip": z([2]string{"T/a", "1"})},
			[]string{"."}, []string{"T/a=1", "T/b=2"}, []string{"part 2 of takeout-20240101t000000z-1 is missing"}},
		"parts with random tails": {
			map[string][]byte{"facebook-jane-2024-05-02-AbCd1234.zip": z([2]string{"a", "1"}), "facebook-jane-2024-05-02-ZyXw9876.zip": z([2]string{"b", "2"})},
			[]string{"."}, []string{"a=1", "b=2"}, nil},
		"the same file in two parts": {
			map[string][]byte{"mydata~123.zip": z([2]string{"i", "1"}), "mydata~123-2.zip": z([2]string{"i", "1"}, [2]string{"b", "2"})},
			[]string{"."}, []string{"b=2", "i=1"}, nil},
		"one name, two contents": {
			map[string][]byte{"e-001.zip": z([2]string{"i", "1"}), "e-002.zip": z([2]string{"i", "other"}, [2]string{"b", "2"}, [2]string{"c", "3"})},
			[]string{"."}, []string{"b=2", "c=3", "e-002/i=other", "i=1"}, nil},
		"two deliveries of the same names": {
			map[string][]byte{"e-1.zip": z([2]string{"i", "1"}), "e-2.zip": z([2]string{"i", "other"})},
			[]string{"."}, []string{"e-2/i=other", "i=1"}, nil},
		"two platforms": {
			map[string][]byte{"twitter-2024.zip": z([2]string{"data/a", "1"}), "insta.zip": z([2]string{"b", "2"})},
			[]string{"twitter-2024.zip", "insta.zip"}, []string{"insta/b=2", "twitter-2024/data/a=1"}, nil},
		"a folder with an archive and files": {
			map[string][]byte{"x.zip": z([2]string{"a", "1"}), "notes.txt": []byte("n"), "sub/y.zip": []byte("kept")},
			[]string{"."}, []string{"notes.txt=n", "sub/y.zip=kept", "x/a=1"}, nil},
		"a date is no part number": {
			map[string][]byte{"instagram-jane-2024-05-03.zip": z([2]string{"a", "1"})}, []string{"instagram-jane-2024-05-03.zip"}, []string{"a=1"}, nil},
		"single files together": {
			map[string][]byte{"a.csv": []byte("1"), "b.csv": []byte("2")}, []string{"a.csv", "b.csv"}, []string{"a.csv=1", "b.csv=2"}, nil},
	} {
		t.Run(name, func(t *testing.T) {
			dir := place(t, tc.files)
			var paths []string
			for _, p := range tc.paths {
				paths = append(paths, filepath.Join(dir, p))
			}
			f := open(t, paths...)
			files, refused := listing(t, f)
			want(t, "files", files, tc.want...)
			want(t, "notes", f.Notes(), tc.notes...)
			want(t, "refused", refused)
		})
	}
}

func TestOpenErrors(t *testing.T) {
	if _, err := Open(t.Context(), filepath.Join(t.TempDir(), "none")); !errors.Is(err, footprint.ErrNotFound) {
		t.Errorf("absent path: %v", err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Open(ctx, t.TempDir()); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
	dir := place(t, map[string][]byte{"bad.zip": []byte("PK\x03\x04junk"), "good.zip": packZip(t, [2]string{"a", "1"})})
	files, refused := listing(t, open(t, dir))
	want(t, "files beside a damaged part", files, "a=1")
	want(t, "refused", refused, "bad.zip")
}

// TestLargeDirectory opens more entries than a directory without zip64 can count.
func TestLargeDirectory(t *testing.T) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := range 70_000 {
		if _, err := w.CreateHeader(&zip.FileHeader{Name: fmt.Sprintf("data/tweets_media/%019d-Ab%06d.jpg", i, i)}); err != nil {
			t.Fatal(err)
		}
	}
	w.Close()
	dir := place(t, map[string][]byte{"x.zip": b.Bytes()})
	if f := open(t, dir+"/x.zip"); len(f.Names()) != 70_000 {
		t.Errorf("%d names", len(f.Names()))
	}
}

func FuzzOpen(f *testing.F) {
	f.Add(packZip(f, [2]string{"a", "1"}, [2]string{"../b", "2"}), "x.zip")
	f.Add(packTar(f, true, tar.Header{Name: "a", Size: 3, Mode: 0o600}), "x.tgz")
	f.Add(packTar(f, false, tar.Header{Name: "a", Size: 3, Mode: 0o600}), "x.tar")
	f.Fuzz(func(t *testing.T, content []byte, name string) {
		if name != filepath.Base(name) || strings.ContainsAny(name, "\x00/\\") || name == "." || len(name) > 50 {
			return
		}
		dir := t.TempDir()
		p := filepath.Join(dir, name)
		if err := os.WriteFile(p, content, 0o600); err != nil {
			return
		}
		c, err := Open(t.Context(), p)
		if err != nil {
			return
		}
		defer c.Close()
		for _, n := range c.Names() {
			if !fs.ValidPath(n) {
				t.Errorf("name %q", n)
			}
			if r, err := c.Open(n); err == nil {
				io.Copy(io.Discard, io.LimitReader(r, 1<<20))
				r.Close()
			}
		}
	})
}
