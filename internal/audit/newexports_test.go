package audit

import (
	"archive/zip"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestNewExportsInTheWatchedFolder(t *testing.T) {
	f := newFixture(t)
	dir := t.TempDir()
	put := func(name string, files map[string]string) string {
		t.Helper()
		path := filepath.Join(dir, name)
		out, err := os.Create(path)
		if err != nil {
			t.Fatal(err)
		}
		w := zip.NewWriter(out)
		for name, text := range files {
			entry, err := w.Create(name)
			if err != nil {
				t.Fatal(err)
			}
			if _, err := entry.Write([]byte(text)); err != nil {
				t.Fatal(err)
			}
		}
		if err := errors.Join(w.Close(), out.Close(), os.Chtimes(path, f.now, f.now)); err != nil {
			t.Fatal(err)
		}
		return path
	}
	mine := put("mine.zip", map[string]string{"owner.txt": "me", "posts.jsonl": ""})
	put("holiday.zip", map[string]string{"beach.txt": "sand"})
	old := put("old.zip", map[string]string{"owner.txt": "me"})
	long := f.now.AddDate(-1, 0, 0)
	if err := errors.Join(os.Chtimes(old, long, long), os.WriteFile(filepath.Join(dir, "broken.zip"), []byte("PK"), 0o600)); err != nil {
		t.Fatal(err)
	}
	look := func() []NewExport {
		t.Helper()
		list, err := f.NewExports(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return list
	}
	f.want("nothing is watched", len(look()), 0)
	if err := f.SetWatchFolder(t.Context(), filepath.Join(dir, "absent")); !errors.Is(err, fs.ErrNotExist) {
		t.Error(err)
	}
	if err := f.SetWatchFolder(t.Context(), dir); err != nil {
		t.Fatal(err)
	}
	f.want("new", look(), []NewExport{{mine, []string{"Paper"}, f.now}})
	due, err := f.Due(t.Context())
	if err != nil || due[0].Topic != "export" && due[len(due)-1].Topic != "export" {
		t.Errorf("%+v, %v", due, err)
	}
	for _, e := range Calendar(due) {
		if e.ID == "export" || strings.Contains(e.Title, "mine.zip") {
			t.Errorf("an export that waits for no day is in the calendar: %+v", e)
		}
	}
	f.audit(mine)
	f.want("imported", len(look()), 0)
	if err := f.SetWatchFolder(t.Context(), ""); err != nil {
		t.Fatal(err)
	}
}
