//go:build linux

package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/store"
)

// state is what may not get lost.
type state struct {
	decisions map[string]string // by fingerprint
	findings  map[string]string // rule by fingerprint
	items     map[string]int    // how often an item is there
	sources   int
}

// stateOf opens a database as the program does, reads it whole, and says what it holds.
func stateOf(ctx context.Context, path string) (s state, err error) {
	db, err := store.OpenLocked(ctx, path, passphrase)
	if err != nil {
		return s, fmt.Errorf("open: %w", err)
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if err := db.Check(ctx); err != nil {
		return s, err
	}
	s = state{decisions: map[string]string{}, findings: map[string]string{}, items: map[string]int{}}
	decisions, err := db.Decisions(ctx)
	if err != nil {
		return s, err
	}
	for _, t := range decisions {
		s.decisions[t.Fingerprint] = fmt.Sprint(t.Status, " ", t.Note, " ", t.Until)
	}
	alarms, err := db.FalseAlarms(ctx)
	if err != nil {
		return s, err
	}
	for _, f := range alarms {
		s.decisions["false alarm "+f.Rule+f.Value] = f.Scope
	}
	for it, err := range db.Items(ctx, store.ItemFilter{}) {
		if err != nil {
			return s, err
		}
		s.items[it.ID]++
	}
	for r, err := range db.Tasks(ctx, store.TaskFilter{Now: time.Now()}) {
		if err != nil {
			return s, err
		}
		s.findings[r.Task.Fingerprint] = r.Finding.Rule
	}
	sources, err := db.Sources(ctx)
	s.sources = len(sources)
	return s, err
}

// lacks says what of an earlier state this one does not hold as it was.
func (s state) lacks(before state) (lost []string) {
	for id, was := range before.decisions {
		if s.decisions[id] != was {
			lost = append(lost, fmt.Sprintf("decision %.8s is %q, was %q", id, s.decisions[id], was))
		}
	}
	for id, n := range before.items {
		if s.items[id] != n {
			lost = append(lost, fmt.Sprintf("item %.8s is there %d times, was %d", id, s.items[id], n))
		}
	}
	for id, rule := range before.findings {
		if s.findings[id] == "" {
			lost = append(lost, fmt.Sprintf("finding %.8s (%s) is not there", id, rule))
		}
	}
	if s.sources < before.sources {
		lost = append(lost, fmt.Sprintf("%d exports, were %d", s.sources, before.sources))
	}
	return lost
}

// wholeCopy looks at the backup of the backup operation.
func wholeCopy(work string) error {
	_, err := store.Verify(context.Background(), filepath.Join(work, "copy.db"), passphrase)
	return err
}

// checklist returns the ids of the open rows.
func checklist(ctx context.Context, path string) (ids []string, err error) {
	db, err := store.Open(ctx, path)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	for r, err := range db.Tasks(ctx, store.TaskFilter{Now: time.Now(), Statuses: []footprint.Status{footprint.StatusOpen}}) {
		if err != nil {
			return nil, err
		}
		ids = append(ids, r.Task.Fingerprint)
	}
	return ids, nil
}
