package container

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"footprint/internal/footprint"
)

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
