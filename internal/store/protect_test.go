package store

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"footprint/internal/footprint"
	"footprint/internal/store/vault"
)

func TestMain(m *testing.M) {
	vault.WorkFactor = 10
	os.Exit(m.Run())
}

const (
	marker     = "Zephyrine-Quodlibet" // planted; occurs nowhere else
	passphrase = "correct horse"
)

// holding names the files below a folder that hold the marker, as it is or as SQLite's index cuts and folds it.
func holding(t *testing.T, dir string) []string {
	t.Helper()
	var found []string
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || !d.Type().IsRegular() {
			return err
		}
		data, err := os.ReadFile(path)
		for _, words := range []string{"zephyrine", "quodlibet", "sqlite format"} {
			if bytes.Contains(bytes.ToLower(data), []byte(words)) {
				found = append(found, filepath.Base(path)+": "+words)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func openLocked(t *testing.T, path string) *DB {
	t.Helper()
	db, err := OpenLocked(t.Context(), path, passphrase)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func TestLockedDatabaseShowsNoWord(t *testing.T) {
	dir := t.TempDir()
	db, path := filled(t, dir, marker)
	want, err := db.Contents(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if err := Lock(t.Context(), path, passphrase); !errors.Is(err, footprint.ErrBusy) {
		t.Fatalf("locked under an open database: %v", err)
	}
	db.Close()
	if len(holding(t, dir)) == 0 {
		t.Fatal("the marker is not in the clear file: this test would prove nothing")
	}
	if err := Lock(t.Context(), path, passphrase); err != nil {
		t.Fatal(err)
	}
	if found := holding(t, dir); len(found) > 0 {
		t.Errorf("after locking: %v", found)
	}

	db = openLocked(t, path)
	if got, err := db.Contents(t.Context()); err != nil || got != want {
		t.Errorf("%+v, %v; want %+v", got, err, want)
	}
	for i := range 300 { // log and temporary files fill with words while the database is open
		put(t, db, source(t, db, fmt.Sprint("s", i), now), post(fmt.Sprint("p", i), fmt.Sprint(marker, " number ", i)))
	}
	if n, err := db.CountItems(t.Context(), ItemFilter{Query: "quodlibet"}); err != nil || n != 301 {
		t.Errorf("search finds %d, %v", n, err)
	}
	if _, err := db.write.ExecContext(t.Context(), "CREATE TEMP TABLE sorted AS SELECT text FROM items ORDER BY text"); err != nil {
		t.Fatal(err)
	}
	backup := filepath.Join(dir, "backup.db")
	if _, err := db.Backup(t.Context(), backup); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path + "-wal"); err != nil {
		t.Errorf("no log to search: %v", err)
	}
	if found := holding(t, dir); len(found) > 0 {
		t.Errorf("while open: %v", found)
	}
	if err := db.Check(t.Context()); err != nil {
		t.Error(err)
	}
	db.Close()
	if c, err := Verify(t.Context(), backup, passphrase); err != nil || c.Items != 302 {
		t.Errorf("backup: %+v, %v", c, err)
	}
	if _, _, err := Restore(t.Context(), backup, path, passphrase, now); err != nil {
		t.Error(err)
	}
	if found := holding(t, dir); len(found) > 0 {
		t.Errorf("after restoring: %v", found)
	}
	if err := Unlock(t.Context(), path, passphrase); err != nil {
		t.Fatal(err)
	}
	if n, err := openAt(t, path).CountItems(t.Context(), ItemFilter{Query: "quodlibet"}); err != nil || n != 301 {
		t.Errorf("unlocked: %d, %v", n, err)
	}
}

func TestWrongPassphraseTellsNothing(t *testing.T) {
	db, path := filled(t, t.TempDir(), marker)
	db.Close()
	if err := Lock(t.Context(), path, passphrase); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	open := func(p string) error {
		db, err := OpenLocked(t.Context(), path, p)
		if err == nil {
			db.Close()
		}
		return err
	}
	if err := open(""); !errors.Is(err, footprint.ErrLocked) {
		t.Errorf("none: %v", err)
	}
	near, far := open(passphrase+" "), open("x")
	if !errors.Is(near, footprint.ErrPassphrase) || near.Error() != far.Error() {
		t.Errorf("near %v, far %v", near, far)
	}
	for name, err := range map[string]error{
		"verify":  func() error { _, err := Verify(t.Context(), path, "x"); return err }(),
		"restore": func() error { _, _, err := Restore(t.Context(), path, path+"2", "x", now); return err }(),
		"unlock":  Unlock(t.Context(), path, "x"),
		"change":  ChangePassphrase(path, "x", "y"),
	} {
		if !errors.Is(err, footprint.ErrPassphrase) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if after, err := os.ReadFile(path); err != nil || !bytes.Equal(before, after) {
		t.Errorf("a wrong passphrase changed the file: %v", err)
	}
	if err := ChangePassphrase(path, passphrase, "another"); err != nil {
		t.Fatal(err)
	}
	if err := open(passphrase); !errors.Is(err, footprint.ErrPassphrase) {
		t.Errorf("the old passphrase: %v", err)
	}
	if err := errors.Join(open("another"), ChangePassphrase(path, "another", passphrase), open(passphrase)); err != nil {
		t.Error(err)
	}
}

// A rewrite leaves the database whole under its name wherever it is cut off, and no words in the clear behind.
func TestLockingIsFinishedLater(t *testing.T) {
	dir := t.TempDir()
	db, path := filled(t, dir, marker)
	db.Close()
	if err := os.Rename(path, path+replaced); err != nil { // the old one is aside, the new one not in place
		t.Fatal(err)
	}
	db = openAt(t, path)
	if n, err := db.CountItems(t.Context(), ItemFilter{}); err != nil || n != 2 {
		t.Fatalf("came back with %d items, %v", n, err)
	}
	db.Close()
	clear, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := Lock(t.Context(), path, passphrase); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path+replaced, clear, 0o600); err != nil { // the new one is in place, the old one not gone
		t.Fatal(err)
	}
	openLocked(t, path).Close()
	if found := holding(t, dir); len(found) > 0 {
		t.Errorf("left in the clear: %v", found)
	}
}

// What a restore set aside is encrypted with the database; one that cannot be is named.
func TestLockTakesInWhatARestoreSetAside(t *testing.T) {
	dir := t.TempDir()
	path, backup := filepath.Join(dir, "test.db"), filepath.Join(t.TempDir(), "backup.db")
	db := openAt(t, path)
	put(t, db, source(t, db, "s", now), post("1", marker))
	if _, err := db.Backup(t.Context(), backup); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if _, _, err := Restore(t.Context(), backup, path, "", now); err != nil {
			t.Fatal(err)
		}
	}
	damaged := path + before + "20200101-000000"
	if err := os.WriteFile(damaged, []byte("no database"), 0o600); err != nil {
		t.Fatal(err)
	}
	err := Lock(t.Context(), path, passphrase)
	if err == nil || !strings.Contains(err.Error(), filepath.Base(damaged)) {
		t.Errorf("the one that cannot be encrypted is not named: %v", err)
	}
	if found := holding(t, dir); len(found) > 0 {
		t.Errorf("in the clear: %v", found)
	}
	aside, err := SetAside(path)
	if err != nil || len(aside) != 3 {
		t.Fatal(aside, err)
	}
	for _, old := range aside[1:] {
		if c, err := Verify(t.Context(), old, passphrase); err != nil || c.Items != 1 {
			t.Errorf("%s: %+v, %v", filepath.Base(old), c, err)
		}
	}
	if err := Lock(t.Context(), path, passphrase); err == nil {
		t.Error("a locked database is locked again")
	}
}
