//go:build !nogui

package main

import (
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"runtime/debug"

	"footprint/internal/gui/view"
)

// maxJournal is the size in bytes beyond which the log begins anew.
const maxJournal = 1 << 20

// journal is the window's log and crash file. They lie in the cache folder, which erase removes, and hold errors
// and addresses of files, never words of an item.
type journal struct {
	log, crash *os.File // nil where they could not be opened
	slog       *slog.Logger
}

// openJournal opens both files. A window without them is better than none: what goes wrong is returned beside a journal
// that keeps less, or nothing.
func openJournal() (*journal, error) {
	j := &journal{slog: slog.New(slog.DiscardHandler)}
	dirs := caches()
	if len(dirs) == 0 {
		return j, errors.New("open log: the system names no cache folder")
	}
	if err := os.MkdirAll(dirs[0], 0o700); err != nil {
		return j, fmt.Errorf("open log: %w", err)
	}
	flags := os.O_CREATE | os.O_WRONLY | os.O_APPEND
	path := filepath.Join(dirs[0], "footprint.log")
	if at, err := os.Stat(path); err == nil && at.Size() > maxJournal {
		flags |= os.O_TRUNC
	}
	log, err := os.OpenFile(path, flags, 0o600)
	if err != nil {
		return j, fmt.Errorf("open log: %w", err)
	}
	j.log, j.slog = log, slog.New(slog.NewTextHandler(log, nil))
	crash, err := os.OpenFile(filepath.Join(dirs[0], "crash.txt"), os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o600)
	if err != nil {
		return j, fmt.Errorf("open crash file: %w", err)
	}
	j.crash = crash
	j.slog.Info("window opens", "version", version)
	if err := debug.SetCrashOutput(crash, debug.CrashOptions{}); err != nil {
		return j, fmt.Errorf("open crash file: %w", err)
	}
	return j, nil
}

// failed writes an error that the user was shown.
func (j *journal) failed(err error) { j.slog.Error("shown", "error", err) }

// places are the files, for the About screen.
func (j *journal) places() (list []view.Labelled) {
	for _, f := range []struct {
		label string
		file  *os.File
	}{{"log", j.log}, {"crash", j.crash}} {
		if f.file != nil {
			list = append(list, view.Labelled{Label: f.label, Value: f.file.Name()})
		}
	}
	return list
}

// Close closes both files.
func (j *journal) Close() error {
	j.slog.Info("window closes")
	errs := []error{debug.SetCrashOutput(nil, debug.CrashOptions{})}
	for _, f := range []*os.File{j.log, j.crash} {
		if f != nil {
			errs = append(errs, f.Close())
		}
	}
	return errors.Join(errs...)
}
