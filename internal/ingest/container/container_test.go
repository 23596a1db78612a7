package container

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"footprint/internal/footprint"
)

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
