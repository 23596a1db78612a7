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
	log, crash *os.File
	slog       *slog.Logger
}

func openJournal() (*journal, error) {
	dirs := caches()
	if len(dirs) == 0 {
		return nil, errors.New("open log: the system names no cache folder")
	}
	if err := os.MkdirAll(dirs[0], 0o700); err != nil {
		return nil, fmt.Errorf("open log: %w", err)
	}
	flags := os.O_CREATE | os.O_WRONLY | os.O_APPEND
	path := filepath.Join(dirs[0], "footprint.log")
	if at, err := os.Stat(path); err == nil && at.Size() > maxJournal {
		flags |= os.O_TRUNC
	}
	log, err := os.OpenFile(path, flags, 0o600)
	if err != nil {
		return nil, fmt.Errorf("open log: %w", err)
	}
	crash, err := os.OpenFile(filepath.Join(dirs[0], "crash.txt"), os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o600)
	if err == nil {
		err = debug.SetCrashOutput(crash, debug.CrashOptions{})
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("open crash file: %w", err), log.Close())
	}
	j := &journal{log, crash, slog.New(slog.NewTextHandler(log, nil))}
	j.slog.Info("window opens", "version", version)
	return j, nil
}

// failed writes an error that the user was shown.
func (j *journal) failed(err error) { j.slog.Error("shown", "error", err) }

// places are the files, for the About screen.
func (j *journal) places() []view.Labelled {
	return []view.Labelled{{Label: "log", Value: j.log.Name()}, {Label: "crash", Value: j.crash.Name()}}
}

// Close closes both files.
func (j *journal) Close() error {
	j.slog.Info("window closes")
	return errors.Join(debug.SetCrashOutput(nil, debug.CrashOptions{}), j.log.Close(), j.crash.Close())
}
