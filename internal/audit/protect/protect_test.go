package protect

import (
	"errors"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/store"
	"footprint/internal/store/vault"

	"github.com/zalando/go-keyring"
)

func TestMain(m *testing.M) {
	vault.WorkFactor = 10
	keyring.MockInit()
	os.Exit(m.Run())
}

func TestPassphraseOfADatabase(t *testing.T) {
	path := filepath.Join(t.TempDir(), "test.db")
	db, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	db.Close()
	if err := Set(t.Context(), path, "too short"); !errors.Is(err, ErrShort) {
		t.Error(err)
	}
	if err := Remove(t.Context(), path, "whatever it was"); !errors.Is(err, footprint.ErrNotFound) {
		t.Errorf("removed what is not there: %v", err)
	}
	const first, second = "paper lamp orbit", "chalk river fennel"
	if err := errors.Join(Set(t.Context(), path, first), Remember(path, first)); err != nil {
		t.Fatal(err)
	}
	if locked, err := Locked(path); err != nil || !locked {
		t.Errorf("locked: %v, %v", locked, err)
	}
	if Remembered(path) != first || Remembered(path+"2") != "" {
		t.Error("the keyring remembers something else")
	}
	if err := Change(path, first, second); err != nil {
		t.Fatal(err)
	}
	if Remembered(path) != "" {
		t.Error("the keyring keeps an old passphrase")
	}
	if err := Remove(t.Context(), path, first); !errors.Is(err, footprint.ErrPassphrase) {
		t.Errorf("the old passphrase: %v", err)
	}
	if err := Remove(t.Context(), path, second); err != nil {
		t.Error(err)
	}
	if locked, err := Locked(path); err != nil || locked {
		t.Errorf("still locked: %v", err)
	}
}

func TestIdle(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var calls atomic.Int32
		i := NewIdle(10*time.Minute, func() { calls.Add(1) })
		want := func(n int32) {
			t.Helper()
			if synctest.Wait(); calls.Load() != n {
				t.Errorf("%d calls, want %d", calls.Load(), n)
			}
		}
		time.Sleep(9 * time.Minute)
		i.Touch()
		time.Sleep(9 * time.Minute)
		want(0)
		time.Sleep(2 * time.Minute)
		want(1)
		time.Sleep(time.Hour)
		want(1)
		i.SetAfter(time.Minute)
		i.Stop()
		time.Sleep(time.Hour)
		want(1)
	})
}

// A timer stands still while the computer sleeps, and the clock on the wall goes on.
func TestIdleCountsSleep(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var calls atomic.Int32
		slept := time.Duration(0)
		i := NewIdle(10*time.Minute, func() { calls.Add(1) })
		i.mu.Lock()
		i.now = func() time.Time { return time.Now().Round(0).Add(slept) }
		i.restart()
		i.mu.Unlock()
		time.Sleep(time.Minute)
		i.mu.Lock()
		slept = 8 * time.Hour
		i.mu.Unlock()
		i.Touch() // the key that wakes it
		time.Sleep(2 * watch)
		if synctest.Wait(); calls.Load() != 1 {
			t.Errorf("%d calls after sleep", calls.Load())
		}
		i.Stop()
	})
}
