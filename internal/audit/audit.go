// Package audit holds the use cases: what command line and window can do. Nothing else calls the store, the
// rules or the readers of exports together.
//
// It refuses to work without consent ([footprint.ErrNoConsent]), to open the network otherwise than by a crawler
// that the caller made for a run the user started, and to print. Every
// method may be called from any goroutine; long ones take a context, stop soon after it is cancelled, and
// can be repeated after an interruption without losing or doubling anything.
package audit

import (
	"context"
	"fmt"
	"sync"
	"time"

	"footprint/assets"
	"footprint/internal/analyze"
	"footprint/internal/analyze/actions"
	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/store"
)

// Options say what an Auditor works with.
type Options struct {
	// Path is the database file; empty means the default place (see store.DefaultPath).
	Path string
	// Passphrase opens a locked database; others ignore it.
	Passphrase string
	// Platforms are the readers of exports, from ingest/all.
	Platforms []ingest.Platform
	// Rules judge items.
	Rules *analyze.RuleSet
	// Program is the version of the program: what another one judged is judged again.
	Program string
	// Now is the clock; nil means time.Now.
	Now func() time.Time
}

// Auditor is an open database with rules and readers.
type Auditor struct {
	db        *store.DB
	platforms []ingest.Platform
	rules     *analyze.RuleSet
	actions   *actions.Table
	program   string
	now       func() time.Time

	mu          sync.Mutex
	subscribers map[int]func()
	nextID      int
}

// Open opens or creates the database. footprint.ErrBusy means that another instance works on it;
// footprint.ErrLocked and footprint.ErrPassphrase, that it asks for a passphrase.
func Open(ctx context.Context, o Options) (*Auditor, error) {
	if o.Path == "" {
		path, err := store.DefaultPath()
		if err != nil {
			return nil, err
		}
		o.Path = path
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	table, err := actions.Load(assets.Actions)
	if err != nil {
		return nil, err
	}
	db, err := store.OpenLocked(ctx, o.Path, o.Passphrase)
	if err != nil {
		return nil, fmt.Errorf("open database %s: %w", o.Path, err)
	}
	return &Auditor{
		db: db, platforms: o.Platforms, rules: o.Rules, actions: table, program: o.Program, now: o.Now,
		subscribers: map[int]func(){},
	}, nil
}

// Close closes the database and lets another instance in.
func (a *Auditor) Close() error { return a.db.Close() }

// Lock closes an encrypted database and forgets its key, when what runs has ended; until Unlock everything
// fails with footprint.ErrLocked. Without a passphrase it is footprint.ErrNotFound.
func (a *Auditor) Lock(ctx context.Context) error { return a.db.Lock(ctx) }

// Unlock opens it again: footprint.ErrPassphrase if the passphrase is another.
func (a *Auditor) Unlock(ctx context.Context, passphrase string) error {
	return a.db.Unlock(ctx, passphrase)
}

// Path is the database file.
func (a *Auditor) Path() string { return a.db.Path() }

// Subscribe calls changed after every change of the data, from the goroutine that changed it, until the
// returned function is called. There is one event: reload what is visible.
func (a *Auditor) Subscribe(changed func()) (cancel func()) {
	a.mu.Lock()
	defer a.mu.Unlock()
	id := a.nextID
	a.nextID++
	a.subscribers[id] = changed
	return func() {
		a.mu.Lock()
		defer a.mu.Unlock()
		delete(a.subscribers, id)
	}
}

// changed fires the change event.
func (a *Auditor) changed() {
	a.mu.Lock()
	calls := make([]func(), 0, len(a.subscribers))
	for _, call := range a.subscribers {
		calls = append(calls, call)
	}
	a.mu.Unlock()
	for _, call := range calls {
		call()
	}
}

// Keys of the settings that audit keeps.
const (
	keyConsent = "consent" // time it was given
	keySurvey  = "survey"  // the judgement and the day of the last survey of all items; empty: they changed since
)

// Consent reports whether the user has confirmed that the audit is of oneself.
func (a *Auditor) Consent(ctx context.Context) (bool, error) {
	var given time.Time
	ok, err := a.db.Setting(ctx, keyConsent, &given)
	return ok && !given.IsZero(), err
}

// GiveConsent records the confirmation and its time.
func (a *Auditor) GiveConsent(ctx context.Context) error {
	err := a.db.SetSetting(ctx, keyConsent, a.now().UTC())
	if err == nil {
		a.changed()
	}
	return err
}

// needConsent guards every use case that takes in or judges data.
func (a *Auditor) needConsent(ctx context.Context) error {
	ok, err := a.Consent(ctx)
	if err == nil && !ok {
		err = footprint.ErrNoConsent
	}
	return err
}

// Profile returns the user as known; the zero Person before the first SetProfile.
func (a *Auditor) Profile(ctx context.Context) (footprint.Person, error) {
	me, _, err := a.db.Profile(ctx)
	return me, err
}

// SetProfile stores a new version of the profile. The next Analyze judges again what reads what changed.
func (a *Auditor) SetProfile(ctx context.Context, me footprint.Person) error {
	err := a.db.SetProfile(ctx, me, a.now())
	if err == nil {
		a.changed()
	}
	return err
}

// DefaultPath is the database that Open uses unless told otherwise.
func DefaultPath() (string, error) { return store.DefaultPath() }
