package outside

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// lookEvery is how often a watched folder is looked at. A file counts when it has not grown between two looks,
// so that a page which the browser is still writing is left alone.
const lookEvery = 2 * time.Second

// WatchDownloads takes in each result page that appears in a folder from now on, and tells of it, until the
// context ends. Other files are not opened. What browsers put beside a page is not looked into.
func (a *Agent) WatchDownloads(ctx context.Context, dir string, taken func(SearchRun, error)) error {
	if err := a.NeedConsent(ctx); err != nil {
		return err
	}
	w := watched{dir: dir, since: time.Now().Add(-lookEvery), sizes: map[string]int64{}}
	if _, err := w.look(); err != nil {
		return err
	}
	tick := time.NewTicker(lookEvery)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-tick.C:
		}
		pages, err := w.look()
		if err != nil {
			return err
		}
		if len(pages) > 0 {
			taken(a.SearchSaved(ctx, pages, nil))
		}
	}
}

// watched is a folder with what was in it at the last look.
type watched struct {
	dir   string
	since time.Time
	sizes map[string]int64 // of new files; -1 when the file was told of
}

// look lists the result pages that are new and have stopped growing.
func (w *watched) look() ([]string, error) {
	entries, err := os.ReadDir(w.dir)
	if err != nil {
		return nil, err
	}
	var pages []string
	for _, e := range entries {
		path := filepath.Join(w.dir, e.Name())
		info, err := e.Info()
		if err != nil || !e.Type().IsRegular() || !pageName(e.Name()) || info.ModTime().Before(w.since) {
			continue // a file that has just gone is none
		}
		before, seen := w.sizes[path]
		switch {
		case seen && before == -1:
		case seen && before == info.Size() && info.Size() > 0:
			w.sizes[path] = -1
			if isSavedSearch(path, info.Size()) {
				pages = append(pages, path)
			}
		default:
			w.sizes[path] = info.Size()
		}
	}
	return pages, nil
}

// DownloadFolder is where browsers put files, as far as the desktop says; empty when there is no home.
func DownloadFolder() string {
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	config, err := os.UserConfigDir()
	if err == nil {
		b, _ := os.ReadFile(filepath.Join(config, "user-dirs.dirs")) // there may be none
		for line := range strings.Lines(string(b)) {
			if value, ok := strings.CutPrefix(strings.TrimSpace(line), "XDG_DOWNLOAD_DIR="); ok {
				return strings.Replace(strings.Trim(value, `"`), "$HOME", home, 1)
			}
		}
	}
	return filepath.Join(home, "Downloads")
}
