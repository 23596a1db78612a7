package store

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"footprint/internal/footprint"
)

// filled is a database with items, findings and a decision. The marker stands in an item and in the note.
func filled(t *testing.T, dir, marker string) (*DB, string) {
	t.Helper()
	path := filepath.Join(dir, "test.db")
	db := openAt(t, path)
	items := []footprint.Item{post("1", marker+" one"), post("2", "two")}
	put(t, db, source(t, db, "a", now), items...)
	batch, err := db.Unjudged(t.Context(), 1, 0, 10)
	if err != nil {
		t.Fatal(err)
	}
	judgement, err := db.Judgement(t.Context(), "v", "", now)
	if err != nil {
		t.Fatal(err)
	}
	f := footprint.Finding{ItemID: items[0].ID, Rule: "apples", Severity: footprint.SeverityHigh, Confidence: footprint.Likely}
	if _, _, err := db.PutJudged(t.Context(), judgement, []Judged{{Pending: batch[0], Findings: []Raised{{Finding: f, Phrase: marker}}}}, now); err != nil {
		t.Fatal(err)
	}
	if err := db.SetStatus(t.Context(), []string{f.Fingerprint()}, footprint.StatusKept, marker, time.Time{}, now); err != nil {
		t.Fatal(err)
	}
	return db, path
}

func TestBackupAndRestore(t *testing.T) {
	dir := t.TempDir()
	db, path := filled(t, dir, "zyx")
	backup := filepath.Join(dir, "copy.db")
	c, err := db.Backup(t.Context(), backup)
	if err != nil || c.Items != 2 || c.Tasks != 1 || c.Decisions != 1 || c.Sources != 1 {
		t.Fatalf("%+v, %v", c, err)
	}
	if info, err := os.Stat(backup); err != nil || info.Mode().Perm()&0o077 != 0 {
		t.Errorf("backup: %v, %v", info.Mode(), err)
	}
	if _, err := db.Backup(t.Context(), backup); !errors.Is(err, fs.ErrExist) {
		t.Errorf("a backup was written over: %v", err)
	}
	if _, _, err := Restore(t.Context(), backup, path, "", now); !errors.Is(err, footprint.ErrBusy) {
		t.Errorf("restored under an open database: %v", err)
	}
	put(t, db, source(t, db, "b", now), post("3", "after the backup"))
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	kept, restored, err := Restore(t.Context(), backup, path, "", now)
	if err != nil || restored != c {
		t.Fatalf("%+v, %v", restored, err)
	}
	for file, items := range map[string]int{path: 2, kept: 3} {
		again := openAt(t, file)
		if n, err := again.CountItems(t.Context(), ItemFilter{}); err != nil || n != items {
			t.Errorf("%s: %d items, %v", file, n, err)
		}
		again.Close()
	}
	if second, _, err := Restore(t.Context(), backup, path, "", now); err != nil || second == kept {
		t.Errorf("second restore kept %s, %v", second, err)
	}
	if _, err := os.Stat(path + ".restoring"); !errors.Is(err, fs.ErrNotExist) {
		t.Error("the unfinished copy stays")
	}
}

func TestRestoreRefuses(t *testing.T) {
	dir := t.TempDir()
	db, _ := filled(t, dir, "zyx")
	good := filepath.Join(dir, "copy.db")
	if _, err := db.Backup(t.Context(), good); err != nil {
		t.Fatal(err)
	}
	whole, err := os.ReadFile(good)
	if err != nil {
		t.Fatal(err)
	}
	newer := bytes.Clone(whole)
	copy(newer[60:64], []byte{0, 0, 3, 0xe7}) // user_version, https://sqlite.org/fileformat2.html
	page := bytes.Clone(whole)
	for i := 4096; i < 8192; i++ {
		page[i] = 0xa5
	}
	for name, tc := range map[string]struct {
		data []byte
		want error
	}{
		"newer":          {newer, footprint.ErrNewer},
		"a page is lost": {page, footprint.ErrDamaged},
		"cut off":        {whole[:len(whole)/2], footprint.ErrDamaged},
		"no database":    {[]byte(strings.Repeat("hello ", 1000)), footprint.ErrDamaged},
		"empty":          {nil, footprint.ErrNotRecognised},
	} {
		t.Run(name, func(t *testing.T) {
			target := filepath.Join(t.TempDir(), "test.db")
			before, _ := filled(t, filepath.Dir(target), "before")
			before.Close()
			bad := filepath.Join(t.TempDir(), "bad.db")
			if err := os.WriteFile(bad, tc.data, 0o600); err != nil {
				t.Fatal(err)
			}
			if _, _, err := Restore(t.Context(), bad, target, "", now); !errors.Is(err, tc.want) {
				t.Errorf("got %v", err)
			}
			again := openAt(t, target)
			if n, err := again.CountItems(t.Context(), ItemFilter{}); err != nil || n != 2 {
				t.Errorf("the database that was there: %d items, %v", n, err)
			}
		})
	}
}

// search returns the files below a folder whose bytes hold the marker.
func search(t *testing.T, dir, marker string) (found []string) {
	t.Helper()
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		b, err := os.ReadFile(path)
		if bytes.Contains(b, []byte(marker)) {
			found = append(found, path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestErase(t *testing.T) {
	const marker = "qzx-marker-4417"
	dir := t.TempDir()
	db, path := filled(t, filepath.Join(dir, "data"), marker)
	backup := filepath.Join(dir, "elsewhere.db")
	if _, err := db.Backup(t.Context(), backup); err != nil {
		t.Fatal(err)
	}
	if _, err := Erase(path); !errors.Is(err, footprint.ErrBusy) {
		t.Fatalf("erased under an open database: %v", err)
	}
	// What a killed program leaves: a WAL that is not checkpointed.
	wal, err := os.ReadFile(path + "-wal")
	if err != nil || !bytes.Contains(wal, []byte(marker)) {
		t.Fatalf("the WAL does not hold the marker: %v", err)
	}
	db.Close()
	if _, _, err := Restore(t.Context(), backup, path, "", now); err != nil { // keeps the old one aside
		t.Fatal(err)
	}
	caches := filepath.Join(dir, "cache")
	for file, data := range map[string][]byte{path + "-wal": wal, filepath.Join(caches, "a", "page"): []byte(marker), path + ".restoring": []byte(marker)} {
		if err := os.MkdirAll(filepath.Dir(file), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, data, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Remove(backup); err != nil { // the user's own copy is the user's own
		t.Fatal(err)
	}
	hard := filepath.Join(dir, "same-blocks") // sees whether the bytes were overwritten before the name went
	if err := os.Link(path, hard); err != nil {
		t.Fatal(err)
	}
	if n := len(search(t, dir, marker)); n < 6 {
		t.Fatalf("only %d files hold the marker", n)
	}
	removed, err := Erase(path, caches)
	if err != nil || len(removed) < 5 {
		t.Errorf("removed %v, %v", removed, err)
	}
	if left := search(t, dir, marker); len(left) > 0 {
		t.Errorf("the marker is left in %v", left)
	}
	if entries, err := os.ReadDir(filepath.Dir(path)); err != nil || len(entries) > 0 {
		t.Errorf("left: %v, %v", entries, err)
	}
	if removed, err := Erase(path, caches); err != nil || len(removed) > 0 {
		t.Errorf("again: %v, %v", removed, err)
	}
}

func TestRemovedWordsLeaveTheFile(t *testing.T) {
	const marker = "qzx-marker-4417"
	dir := t.TempDir()
	path := filepath.Join(dir, "test.db")
	db := openAt(t, path)
	s := source(t, db, "a", now)
	put(t, db, s, post("1", marker+" one"))
	if err := db.RemoveSource(t.Context(), s.ID); err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	if left := search(t, dir, marker); len(left) > 0 {
		t.Errorf("secure_delete left the marker in %v", left)
	}
}

func TestDecisionsElsewhere(t *testing.T) {
	db, _ := filled(t, t.TempDir(), "zyx")
	decisions, err := db.Decisions(t.Context())
	if err != nil || len(decisions) != 1 {
		t.Fatalf("%v, %v", decisions, err)
	}
	other := open(t)
	if n, err := other.PutDecisions(t.Context(), decisions); err != nil || n != 1 {
		t.Errorf("taken in %d, %v", n, err)
	}
	if n, err := other.PutDecisions(t.Context(), decisions); err != nil || n != 0 {
		t.Errorf("taken in again %d, %v", n, err)
	}
	later := decisions[0].Changed.Add(time.Hour)
	if err := other.SetStatus(t.Context(), []string{decisions[0].Fingerprint}, footprint.StatusDone, "", time.Time{}, later); err != nil {
		t.Fatal(err)
	}
	if n, err := other.PutDecisions(t.Context(), decisions); err != nil || n != 0 {
		t.Errorf("an older decision won: %d, %v", n, err)
	}
	decisions[0].Changed, decisions[0].Status = later.Add(time.Hour), footprint.StatusOpen
	if n, err := other.PutDecisions(t.Context(), decisions); err != nil || n != 1 {
		t.Errorf("a later decision lost: %d, %v", n, err)
	}
}
