package audit

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"footprint/internal/audit/pictures"
	"footprint/internal/footprint"
	"footprint/internal/picture"
	"footprint/internal/store"
)

// Contents counts what a database holds.
type Contents = store.Contents

// Backup copies the database to a new file and verifies the copy. It needs no consent and no rules.
func (a *Auditor) Backup(ctx context.Context, path string) (Contents, error) {
	return a.DB.Backup(ctx, path)
}

// Restore puts a backup in the place of the database at path (empty: the default place), which nobody may
// have open. The database that was there is kept beside it under the returned name. A locked backup needs its
// passphrase and stays locked.
func Restore(ctx context.Context, backup, path, passphrase string, now time.Time) (kept string, c Contents, err error) {
	if path, err = orDefault(path); err != nil {
		return "", c, err
	}
	return store.Restore(ctx, backup, path, passphrase, now)
}

// Erase overwrites and removes the database at path (empty: the default place), all that lies beside it under
// its name, its thumbnails, pictures that a killed program left in the temporary folder, and the folders named caches.
// It returns the files it removed.
func Erase(path string, caches ...string) ([]string, error) {
	path, err := orDefault(path)
	if err != nil {
		return nil, err
	}
	left, err := filepath.Glob(filepath.Join(os.TempDir(), picture.TempFolders))
	if err != nil {
		return nil, err
	}
	return store.Erase(path, slices.Concat([]string{pictures.ThumbsDir(path)}, caches, left)...)
}

func orDefault(path string) (string, error) {
	if path == "" {
		return store.DefaultPath()
	}
	return path, nil
}

// decisionsFormat names the file of decisions; its version counts changes that older readers would miss.
const (
	decisionsFormat  = "footprint decisions"
	decisionsVersion = 1
	maxDecisions     = 256 << 20 // bytes
)

// decisionsFile is a file of decisions: fingerprints and answers, no words of an item.
type decisionsFile struct {
	Format      string           `json:"format"`
	Version     int              `json:"version"`
	Made        time.Time        `json:"made"`
	Decisions   []footprint.Task `json:"decisions"`
	FalseAlarms []fileAlarm      `json:"false_alarms"`
}

type fileAlarm struct {
	Scope   Scope     `json:"scope"` // item or rule
	Rule    string    `json:"rule"`
	Task    string    `json:"task,omitempty"`
	Created time.Time `json:"created"`
}

// Exchanged counts what an export or import of decisions carried.
type Exchanged struct {
	Decisions   int `json:"decisions"`
	FalseAlarms int `json:"false_alarms"`
	// LeftOut counts false alarms that name words of an item, which stay here; and what an import could not use.
	LeftOut int `json:"left_out"`
}

// ExportDecisions writes every decision by fingerprint, to carry to another computer that has imported the same
// exports. Notes are the user's own words: they go along only when asked.
func (a *Auditor) ExportDecisions(ctx context.Context, w io.Writer, notes bool) (Exchanged, error) {
	var done Exchanged
	file := decisionsFile{Format: decisionsFormat, Version: decisionsVersion, Made: a.Now().UTC(), Decisions: []footprint.Task{}, FalseAlarms: []fileAlarm{}}
	tasks, err := a.DB.Decisions(ctx)
	if err != nil {
		return done, err
	}
	for _, t := range tasks {
		if !notes {
			t.Note = ""
		}
		file.Decisions = append(file.Decisions, t)
	}
	alarms, err := a.DB.FalseAlarms(ctx)
	if err != nil {
		return done, err
	}
	for _, f := range alarms {
		if f.Scope == store.ScopePhrase {
			done.LeftOut++
			continue
		}
		file.FalseAlarms = append(file.FalseAlarms, fileAlarm{Scope(f.Scope), f.Rule, f.Value, f.Created})
	}
	done.Decisions, done.FalseAlarms = len(file.Decisions), len(file.FalseAlarms)
	e := json.NewEncoder(w)
	e.SetIndent("", " ")
	return done, e.Encode(file)
}

// ImportDecisions takes in a file of decisions. Of two decisions on one thing the later stands. It counts what
// changed here.
func (a *Auditor) ImportDecisions(ctx context.Context, r io.Reader) (Exchanged, error) {
	var done Exchanged
	file, left, err := readDecisions(r)
	if err != nil {
		return done, fmt.Errorf("read decisions: %w", err)
	}
	done.LeftOut = left
	defer a.Changed()
	if done.Decisions, err = a.DB.PutDecisions(ctx, file.Decisions); err != nil {
		return done, err
	}
	var alarms []store.FalseAlarm
	for _, f := range file.FalseAlarms {
		alarms = append(alarms, store.FalseAlarm{Scope: string(f.Scope), Rule: f.Rule, Value: f.Task, Created: f.Created})
	}
	if err := a.DB.AddFalseAlarms(ctx, alarms); err != nil {
		return done, err
	}
	done.FalseAlarms = len(alarms)
	return done, nil
}

// readDecisions reads a file and leaves out, and counts, what means nothing.
func readDecisions(r io.Reader) (file decisionsFile, left int, err error) {
	data, err := io.ReadAll(io.LimitReader(r, maxDecisions+1))
	switch {
	case err != nil:
		return file, 0, err
	case len(data) > maxDecisions:
		return file, 0, footprint.ErrTooLarge
	}
	if err := json.Unmarshal(data, &file); err != nil {
		return file, 0, fmt.Errorf("%w: %w", footprint.ErrDamaged, err)
	}
	if file.Format != decisionsFormat {
		return file, 0, fmt.Errorf("not a file of decisions: %w", footprint.ErrNotRecognised)
	}
	if file.Version > decisionsVersion {
		return file, 0, footprint.ErrNewer
	}
	tasks, alarms := file.Decisions, file.FalseAlarms
	file.Decisions, file.FalseAlarms = nil, nil
	for _, t := range tasks {
		switch t.Status {
		case footprint.StatusOpen, footprint.StatusDone, footprint.StatusKept, footprint.StatusSnoozed:
		default:
			t.Fingerprint = ""
		}
		if !isID(t.Fingerprint) || t.Changed.IsZero() || t.Status == footprint.StatusSnoozed && t.Until.IsZero() {
			left++
			continue
		}
		if t.Created.IsZero() {
			t.Created = t.Changed
		}
		file.Decisions = append(file.Decisions, t)
	}
	for _, f := range alarms {
		if f.Rule == "" || f.Scope != ThisRule && f.Scope != ThisItem || f.Scope == ThisItem != isID(f.Task) {
			left++
			continue
		}
		file.FalseAlarms = append(file.FalseAlarms, f)
	}
	return file, left, nil
}

// isID reports whether a string has the form of a fingerprint.
func isID(s string) bool {
	return len(s) == len(footprint.Fingerprint("", "")) && !strings.ContainsFunc(s, func(r rune) bool { return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9') })
}
