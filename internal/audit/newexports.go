package audit

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"footprint/internal/ingest"
)

// NewExport is an archive in the watched folder that a platform knows and that was not imported.
type NewExport struct {
	Path      string    `json:"path"`
	Platforms []string  `json:"platforms"` // what people call them
	At        time.Time `json:"at"`
}

const (
	keyWatch = "watch.folder" // folder in which new exports are looked for
	// watchedFor is how old a file may be that is looked at, watchedFiles how many of them.
	watchedFor   = 60 * 24 * time.Hour
	watchedFiles = 50
)

// archiveNames are the ends of names of exports.
var archiveNames = [...]string{".zip", ".tgz", ".tar.gz", ".car"}

// watchFolder is the folder in which new exports are looked for; empty when none is.
func (a *Auditor) watchFolder(ctx context.Context) (dir string, err error) {
	_, err = a.DB.Setting(ctx, keyWatch, &dir)
	return dir, err
}

// SetWatchFolder chooses it; empty ends the watch.
func (a *Auditor) SetWatchFolder(ctx context.Context, dir string) error {
	if dir != "" {
		var err error
		if dir, err = filepath.Abs(dir); err != nil {
			return err
		}
		if info, err := os.Stat(dir); err != nil || !info.IsDir() {
			return fmt.Errorf("watch %s: %w", dir, errors.Join(err, fs.ErrNotExist))
		}
	}
	err := a.DB.SetSetting(ctx, keyWatch, dir)
	if err == nil {
		a.Changed()
	}
	return err
}

// NewExports looks into the watched folder, at its top: archives of the last months that a platform recognises and
// that were not imported, the newest first. It reads their tables of contents only. A folder that is not there holds
// nothing new.
func (a *Auditor) NewExports(ctx context.Context) ([]NewExport, error) {
	dir, err := a.watchFolder(ctx)
	if err != nil || dir == "" {
		return nil, err
	}
	known, err := a.imported(ctx)
	if err != nil {
		return nil, err
	}
	var found []NewExport
	for _, path := range a.recentArchives(dir) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		at := newest([]string{path}).UTC()
		if known[path].Equal(at) {
			continue
		}
		if names := a.recognised(ctx, path); len(names) > 0 {
			found = append(found, NewExport{path, names, at})
		}
	}
	return found, nil
}

// imported is when each imported file was made, by path.
func (a *Auditor) imported(ctx context.Context) (map[string]time.Time, error) {
	sources, err := a.DB.Sources(ctx)
	at := map[string]time.Time{}
	for _, s := range sources {
		if path, err := filepath.Abs(s.Path); err == nil && !s.Imported.IsZero() {
			at[path] = s.Taken
		}
	}
	return at, err
}

func (a *Auditor) recentArchives(dir string) []string {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil
	}
	type aged struct {
		path string
		at   time.Time
	}
	var list []aged
	for _, e := range entries {
		name := strings.ToLower(e.Name())
		info, err := e.Info()
		if err != nil || !info.Mode().IsRegular() || a.Now().Sub(info.ModTime()) > watchedFor ||
			!slices.ContainsFunc(archiveNames[:], func(end string) bool { return strings.HasSuffix(name, end) }) {
			continue
		}
		list = append(list, aged{filepath.Join(dir, e.Name()), info.ModTime()})
	}
	slices.SortFunc(list, func(x, y aged) int { return y.at.Compare(x.at) })
	var paths []string
	for _, f := range list[:min(len(list), watchedFiles)] {
		paths = append(paths, f.path)
	}
	return paths
}

// recognised are the platforms that know an archive. One that cannot be opened, or is being written, is known to none.
func (a *Auditor) recognised(ctx context.Context, path string) (names []string) {
	archive, err := ingest.Open(ctx, path)
	if err != nil {
		return nil
	}
	defer archive.Close()
	exports, err := ingest.Detect(archive, a.Platforms)
	if err != nil {
		return nil
	}
	for _, x := range exports {
		if !slices.Contains(names, x.Platform.Name) {
			names = append(names, x.Platform.Name)
		}
	}
	return names
}
