package store

import (
	"context"
	"errors"
	"iter"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"footprint/internal/footprint"
)

var now = time.Date(2025, 6, 30, 12, 0, 0, 0, time.UTC)

func open(t testing.TB) *DB {
	t.Helper()
	return openAt(t, filepath.Join(t.TempDir(), "a", "test.db"))
}

func openAt(t testing.TB, path string) *DB {
	t.Helper()
	db, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

func source(t testing.TB, db *DB, digest string, taken time.Time) Source {
	t.Helper()
	s, err := db.BeginSource(t.Context(), Source{Digest: digest, Path: digest + ".zip", Platform: "x", Taken: taken, Begun: now})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func post(native, text string) footprint.Item {
	it := footprint.Item{Platform: "x", Kind: footprint.KindPost, NativeID: native, Author: footprint.AuthorSelf, Text: text,
		Created: now.AddDate(-1, 0, 0), Origin: footprint.Origin{File: "data/tweets.js", Pos: 1}}
	it.SetID()
	return it
}

func put(t testing.TB, db *DB, s Source, items ...footprint.Item) Put {
	t.Helper()
	p, err := db.PutItems(t.Context(), s, items)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func collect[T any](t testing.TB, seq iter.Seq2[T, error]) []T {
	t.Helper()
	var all []T
	for v, err := range seq {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, v)
	}
	return all
}

func items(t testing.TB, db *DB, f ItemFilter) []footprint.Item {
	return collect(t, db.Items(t.Context(), f))
}

func TestOneInstance(t *testing.T) {
	path := filepath.Join(t.TempDir(), "test.db")
	first := openAt(t, path)
	if _, err := Open(t.Context(), path); !errors.Is(err, footprint.ErrBusy) {
		t.Errorf("second instance: %v", err)
	}
	first.Close()
	openAt(t, path)
}

func TestNewerAndForeignFilesAreRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "test.db")
	db := openAt(t, path)
	if _, err := db.write.ExecContext(t.Context(), "PRAGMA user_version = 99"); err != nil {
		t.Fatal(err)
	}
	db.Close()
	if _, err := Open(t.Context(), path); !errors.Is(err, footprint.ErrNewer) {
		t.Errorf("newer file: %v", err)
	}
	path = filepath.Join(t.TempDir(), "letter.txt")
	if err := os.WriteFile(path, []byte(strings.Repeat("Dear reader, ", 100)), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := Open(t.Context(), path); !errors.Is(err, footprint.ErrDamaged) {
		t.Errorf("not a database: %v", err)
	}
}

func TestFilesBelongToTheirOwner(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("access follows the profile folder")
	}
	db := open(t)
	put(t, db, source(t, db, "s", now), post("1", "one"))
	dir := filepath.Dir(db.Path())
	entries, err := os.ReadDir(dir)
	if err != nil || len(entries) < 3 { // database, write-ahead log, lock
		t.Fatalf("%v, %v", entries, err)
	}
	check := func(path string, want os.FileMode) {
		if info, err := os.Stat(path); err != nil || info.Mode().Perm() != want {
			t.Errorf("%s: %v, %v", path, info.Mode(), err)
		}
	}
	check(dir, 0o700)
	for _, e := range entries {
		check(filepath.Join(dir, e.Name()), 0o600)
	}
}

func TestPathsWithOddCharacters(t *testing.T) {
	for _, name := range []string{"a?b#c%20d.db", "mit Leerzeichen é.db", "file:x.db"} {
		db := openAt(t, filepath.Join(t.TempDir(), name))
		put(t, db, source(t, db, "s", now), post("1", "one"))
		db.Close()
		if _, err := os.Stat(db.Path()); err != nil {
			t.Errorf("%q: %v", name, err)
		}
	}
}

func TestReadersCannotWrite(t *testing.T) {
	db := open(t)
	if _, err := db.read.ExecContext(t.Context(), "DELETE FROM tasks"); err == nil {
		t.Error("a reading connection wrote")
	}
}

func TestSettingsAndProfile(t *testing.T) {
	db, ctx := open(t), t.Context()
	var when time.Time
	if ok, err := db.Setting(ctx, "consent", &when); ok || err != nil {
		t.Errorf("unset: %v, %v", ok, err)
	}
	for _, v := range []time.Time{now, now.Add(time.Hour)} {
		if err := db.SetSetting(ctx, "consent", v); err != nil {
			t.Fatal(err)
		}
	}
	if ok, err := db.Setting(ctx, "consent", &when); !ok || err != nil || !when.Equal(now.Add(time.Hour)) {
		t.Errorf("set: %v, %v, %v", ok, err, when)
	}
	for _, name := range []string{"A", "A", "B"} {
		if err := db.SetProfile(ctx, footprint.Person{Name: name}, now); err != nil {
			t.Fatal(err)
		}
	}
	me, version, err := db.Profile(ctx)
	if err != nil || me.Name != "B" || version != 2 { // the same again is no new version
		t.Errorf("profile %+v, version %d, %v", me, version, err)
	}
}

func TestCancelled(t *testing.T) {
	db := open(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := db.PutItems(ctx, Source{}, []footprint.Item{post("1", "one")}); !errors.Is(err, context.Canceled) {
		t.Errorf("put: %v", err)
	}
	for _, err := range db.Items(ctx, ItemFilter{}) {
		if !errors.Is(err, context.Canceled) {
			t.Errorf("list: %v", err)
		}
	}
}
