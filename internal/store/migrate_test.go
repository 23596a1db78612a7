package store

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"footprint/internal/footprint"
)

// Every schema that was ever released is kept in testdata as a file written by the program of that time, with
// three posts, one of them kept, one done, one open. It must open with nothing lost.
func TestOldDatabasesMigrate(t *testing.T) {
	known, err := SchemaVersion()
	if err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob("testdata/schema-*.db")
	if err != nil || len(files) == 0 {
		t.Fatalf("no old databases: %v", err)
	}
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			path := copyTo(t, file, nil)
			before, err := Verify(t.Context(), path, "")
			if err != nil || fmt.Sprintf("schema-%d.db", before.Schema) != filepath.Base(file) {
				t.Fatalf("%+v, %v", before, err)
			}
			db := openAt(t, path)
			after, err := db.Contents(t.Context())
			before.Schema = known
			if err != nil || after != before || after.Items != 3 || after.Decisions != 2 {
				t.Errorf("before %+v, after %+v, %v", before, after, err)
			}
			if err := db.Check(t.Context()); err != nil {
				t.Error(err)
			}
			var statuses []string
			for r, err := range db.Tasks(t.Context(), TaskFilter{Now: now}) {
				if err != nil {
					t.Fatal(err)
				}
				statuses = append(statuses, string(r.Task.Status)+r.Task.Note)
			}
			if got := strings.Join(statuses, " "); strings.Count(got, "keptmine") != 1 || strings.Count(got, "done") != 1 || strings.Count(got, "open") != 1 {
				t.Errorf("checklist %q", got)
			}
			if n, err := db.CountItems(t.Context(), ItemFilter{Query: "wananga"}); err != nil || n != 1 {
				t.Errorf("search finds %d, %v", n, err)
			}
			if _, err := db.AddAudit(t.Context(), Audit{At: now, Rules: "v"}); err != nil {
				t.Errorf("the new tables do not work: %v", err)
			}
		})
	}
}

func TestNewerDatabaseIsRefused(t *testing.T) {
	path := copyTo(t, "testdata/schema-1.db", func(data []byte) {
		copy(data[60:64], []byte{0, 0, 3, 0xe7}) // user_version, https://sqlite.org/fileformat2.html
	})
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if db, err := Open(t.Context(), path); !errors.Is(err, footprint.ErrNewer) {
		t.Fatalf("%v, %v", db, err)
	}
	if _, err := Verify(t.Context(), path, ""); !errors.Is(err, footprint.ErrNewer) {
		t.Errorf("verify: %v", err)
	}
	if _, err := os.Stat(path); err != nil {
		t.Error(err)
	}
	after, err := os.ReadFile(path)
	if err != nil || string(after[100:]) != string(before[100:]) { // the header's journal mode may change
		t.Errorf("a newer database was changed: %v", err)
	}
}

func copyTo(t *testing.T, file string, change func([]byte)) string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if change != nil {
		change(data)
	}
	path := filepath.Join(t.TempDir(), "test.db")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// A number used twice, or left out, would give two programs of one schema version different tables.
func TestMigrationsAreNumberedWithoutGaps(t *testing.T) {
	files, err := filepath.Glob("migrations/*.sql")
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	for i, file := range files {
		if prefix := fmt.Sprintf("%04d_", i+1); !strings.HasPrefix(filepath.Base(file), prefix) {
			t.Errorf("%s should begin with %s", file, prefix)
		}
	}
}
