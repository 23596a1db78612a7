package store

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"testing"

	"footprint/internal/footprint"
)

func TestLockedWhileOpen(t *testing.T) {
	db, path := filled(t, t.TempDir(), marker)
	if err := db.Lock(t.Context()); !errors.Is(err, footprint.ErrNotFound) {
		t.Errorf("locked without a passphrase: %v", err)
	}
	db.Close()
	if err := Lock(t.Context(), path, passphrase); err != nil {
		t.Fatal(err)
	}
	db = openLocked(t, path)
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	for it, err := range db.Items(t.Context(), ItemFilter{}) { // a list that is being read holds it open
		stop()
		if again := db.Lock(ctx); err != nil || it.ID == "" || !errors.Is(again, context.Canceled) {
			t.Errorf("%v, %v", err, again)
		}
		break
	}
	if err := errors.Join(db.Lock(t.Context()), db.Lock(t.Context())); err != nil {
		t.Fatal(err)
	}
	if _, err := db.CountItems(t.Context(), ItemFilter{}); !errors.Is(err, footprint.ErrLocked) {
		t.Errorf("read while locked: %v", err)
	}
	if err := db.SetSetting(t.Context(), "a", 1); !errors.Is(err, footprint.ErrLocked) {
		t.Errorf("written while locked: %v", err)
	}
	if _, err := OpenLocked(t.Context(), path, passphrase); !errors.Is(err, footprint.ErrBusy) {
		t.Errorf("another instance came in: %v", err)
	}
	if err := db.Unlock(t.Context(), "x"); !errors.Is(err, footprint.ErrPassphrase) {
		t.Errorf("unlocked: %v", err)
	}
	if err := errors.Join(db.Unlock(t.Context(), passphrase), db.Unlock(t.Context(), passphrase), db.SetSetting(t.Context(), "a", 1)); err != nil {
		t.Error(err)
	}
	if n, err := db.CountItems(t.Context(), ItemFilter{}); err != nil || n != 2 {
		t.Errorf("%d, %v", n, err)
	}
}

// Readers and the writer share sectors of the log.
func TestLockedDatabaseWithReaders(t *testing.T) {
	db, path := filled(t, t.TempDir(), marker)
	db.Close()
	if err := Lock(t.Context(), path, passphrase); err != nil {
		t.Fatal(err)
	}
	db = openLocked(t, path)
	ctx, stop := context.WithCancel(t.Context())
	var readers sync.WaitGroup
	for range readersOfTest {
		readers.Go(func() {
			for ctx.Err() == nil {
				for _, err := range db.Items(t.Context(), ItemFilter{}) {
					if err != nil {
						t.Error(err)
						return
					}
				}
			}
		})
	}
	for i := range 200 {
		put(t, db, source(t, db, fmt.Sprint("r", i), now), post(fmt.Sprint("q", i), fmt.Sprint("words ", i)))
	}
	stop()
	readers.Wait()
	if err := db.Check(t.Context()); err != nil {
		t.Error(err)
	}
}

const readersOfTest = 3
