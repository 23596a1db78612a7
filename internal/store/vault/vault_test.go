package vault

import (
	"bytes"
	"crypto/rand"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"footprint/internal/footprint"

	"filippo.io/age"
)

// The key of a locked file can be taken out with the public tool age, so that the format outlives this program.
func TestHeaderIsAnAgeFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "locked")
	v, err := Create(path, "correct horse") // at full strength, once
	if err != nil {
		t.Fatal(err)
	}
	defer v.Close()
	data, err := os.ReadFile(path)
	if err != nil || len(data) != headerSize {
		t.Fatalf("%d bytes, %v", len(data), err)
	}
	if locked, err := Locked(path); err != nil || !locked {
		t.Errorf("not seen as locked: %v", err)
	}
	id, err := age.NewScryptIdentity("correct horse")
	if err != nil {
		t.Fatal(err)
	}
	at := bytes.Index(data, []byte("age-encryption.org/"))
	if at != len(magic)+2 {
		t.Fatalf("age file at %d", at)
	}
	size := int(data[at-2])<<8 | int(data[at-1])
	if _, err := age.Decrypt(bytes.NewReader(data[at:at+size]), id); err != nil {
		t.Error(err)
	}
}

func FuzzHeader(f *testing.F) {
	WorkFactor = 10
	whole, err := wrap(bytes.Repeat([]byte{7}, keySize), "x")
	if err != nil {
		f.Fatal(err)
	}
	f.Add([]byte(whole))
	f.Add([]byte(magic + "\xff\xff"))
	f.Add([]byte("SQLite format 3\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		path := filepath.Join(t.TempDir(), "f")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		v, err := Open(path, "another")
		if err == nil {
			t.Error("opened with another passphrase")
			v.Close()
		} else if locked, _ := Locked(path); locked && !errors.Is(err, footprint.ErrPassphrase) {
			t.Errorf("says more than it should: %v", err)
		}
	})
}

func TestKeysDiffer(t *testing.T) {
	WorkFactor = 10
	dir := t.TempDir()
	var headers [][]byte
	for _, name := range []string{"a", "b"} {
		v, err := Create(filepath.Join(dir, name), "same")
		if err != nil {
			t.Fatal(err)
		}
		headers = append(headers, v.header)
		if err := errors.Join(v.Close(), v.Close()); err != nil {
			t.Error(err)
		}
	}
	if bytes.Equal(headers[0], headers[1]) {
		t.Error("two databases share a key")
	}
	if _, err := Create(filepath.Join(dir, "a"), "same"); !errors.Is(err, os.ErrExist) {
		t.Errorf("written over: %v", err)
	}
	if _, err := Create(filepath.Join(dir, "c"), ""); err == nil {
		t.Error("an empty passphrase")
	}
	noise := make([]byte, headerSize)
	rand.Read(noise)
	if err := os.WriteFile(filepath.Join(dir, "noise"), noise, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(filepath.Join(dir, "noise"), "same"); !errors.Is(err, footprint.ErrNotRecognised) {
		t.Error(err)
	}
}
