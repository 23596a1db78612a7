package outside

import (
	"os"
	"path/filepath"
	"testing"
	"time"
)

func TestDownloadsAreTakenWhenTheyAreWhole(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string, at time.Time) {
		t.Helper()
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(path, at, at); err != nil {
			t.Fatal(err)
		}
	}
	now := time.Now()
	saved, err := os.ReadFile(filepath.Join("..", "..", "crawl", "serp", "testdata", "layouts", "bing-2024-desktop.html"))
	if err != nil {
		t.Fatal(err)
	}
	page := string(saved)
	write("old.html", page, now.Add(-time.Hour))
	w := watched{dir: dir, since: now.Add(-time.Minute), sizes: map[string]int64{}}
	look := func(want ...string) {
		t.Helper()
		got, err := w.look()
		if err != nil || len(got) != len(want) {
			t.Fatalf("%v, %v, want %v", got, err, want)
		}
		for i := range want {
			if filepath.Base(got[i]) != want[i] {
				t.Errorf("%v, want %v", got, want)
			}
		}
	}
	look()
	write("new.html", page[:200], now)
	write("letter.html", "<html><p>Dear sir</p></html>", now)
	write("photo.jpg", "jpg", now)
	look()
	write("new.html", page, now) // still growing
	look()
	look("new.html")
	look()
	w.dir = filepath.Join(dir, "absent")
	if _, err := w.look(); err == nil {
		t.Error("a folder that is not there is looked at")
	}
}

func TestDownloadFolder(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("XDG_CONFIG_HOME", filepath.Join(home, ".config"))
	if got := DownloadFolder(); got != filepath.Join(home, "Downloads") {
		t.Errorf("%q", got)
	}
	if err := os.MkdirAll(filepath.Join(home, ".config"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(home, ".config", "user-dirs.dirs"), []byte("# x\nXDG_DOWNLOAD_DIR=\"$HOME/Stuff\"\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := DownloadFolder(); got != filepath.Join(home, "Stuff") {
		t.Errorf("%q", got)
	}
}
