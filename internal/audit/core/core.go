// Package core is what every use case of an audit works with: one open database, the rules, the readers of exports,
// the clock, who the user is, and the change event.
//
// It holds what several use cases need and no use case itself. Its database is for the packages of audit alone: a test
// in internal/layers keeps screens and commands from reaching through to it.
package core

import (
	"context"
	"fmt"
	"iter"
	"sync"
	"time"

	"footprint/internal/analyze"
	"footprint/internal/analyze/actions"
	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/store"
)

// Core is what every use case works with: the open database, the rules, the readers of exports, the clock, and the
// change event. Its methods may be called from any goroutine.
type Core struct {
	// DB is for use cases; screens and commands call these.
	DB        *store.DB
	Platforms []ingest.Platform
	// Pictures reads a folder or archive of pictures that is no export, when the user says so.
	Pictures ingest.Platform
	Rules    *analyze.RuleSet
	Actions  *actions.Table
	// Program is the version of the program: what another one judged is judged again.
	Program string
	// Now is the clock.
	Now func() time.Time

	mu          sync.Mutex
	subscribers map[int]func()
	nextID      int
}

// Close closes the database and lets another instance in.
func (c *Core) Close() error { return c.DB.Close() }

// Lock closes an encrypted database and forgets its key, when what runs has ended; until Unlock everything
// fails with footprint.ErrLocked. Without a passphrase it is footprint.ErrNotFound.
func (c *Core) Lock(ctx context.Context) error { return c.DB.Lock(ctx) }

// Unlock opens it again: footprint.ErrPassphrase if the passphrase is another.
func (c *Core) Unlock(ctx context.Context, passphrase string) error {
	return c.DB.Unlock(ctx, passphrase)
}

// Path is the database file.
func (c *Core) Path() string { return c.DB.Path() }

// Subscribe calls changed after every change of the data, from the goroutine that changed it, until the
// returned function is called. There is one event: reload what is visible.
func (c *Core) Subscribe(changed func()) (cancel func()) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.subscribers == nil {
		c.subscribers = map[int]func(){}
	}
	id := c.nextID
	c.nextID++
	c.subscribers[id] = changed
	return func() {
		c.mu.Lock()
		defer c.mu.Unlock()
		delete(c.subscribers, id)
	}
}

// Changed fires the change event.
func (c *Core) Changed() {
	c.mu.Lock()
	calls := make([]func(), 0, len(c.subscribers))
	for _, call := range c.subscribers {
		calls = append(calls, call)
	}
	c.mu.Unlock()
	for _, call := range calls {
		call()
	}
}

// Consent reports whether the user has confirmed that the audit is of oneself.
func (c *Core) Consent(ctx context.Context) (bool, error) {
	var given time.Time
	ok, err := c.DB.Setting(ctx, keyConsent, &given)
	return ok && !given.IsZero(), err
}

// GiveConsent records the confirmation and its time.
func (c *Core) GiveConsent(ctx context.Context) error {
	err := c.DB.SetSetting(ctx, keyConsent, c.Now().UTC())
	if err == nil {
		c.Changed()
	}
	return err
}

// NeedConsent guards every use case that takes in or judges data.
func (c *Core) NeedConsent(ctx context.Context) error {
	ok, err := c.Consent(ctx)
	if err == nil && !ok {
		err = footprint.ErrNoConsent
	}
	return err
}

// Profile returns the user as known; the zero Person before the first SetProfile.
func (c *Core) Profile(ctx context.Context) (footprint.Person, error) {
	me, _, err := c.DB.Profile(ctx)
	return me, err
}

// SetProfile stores a new version of the profile. The next Analyze judges again what reads what changed.
func (c *Core) SetProfile(ctx context.Context, me footprint.Person) error {
	err := c.DB.SetProfile(ctx, me, c.Now())
	if err == nil {
		c.Changed()
	}
	return err
}

// keyConsent is the setting that holds the time when consent was given.
const keyConsent = "consent"

// KeySurvey is the setting that holds the judgement and the day of the last survey of all items; empty means that
// they changed since.
const KeySurvey = "survey"

// Item returns one item by its id.
func (c *Core) Item(ctx context.Context, id string) (footprint.Item, error) {
	for it, err := range c.ItemsByID(ctx, []string{id}) {
		return it, err
	}
	return footprint.Item{}, fmt.Errorf("item %s: %w", id, footprint.ErrNotFound)
}

// ItemsByID yields items by their whole ids; none for none.
func (c *Core) ItemsByID(ctx context.Context, ids []string) iter.Seq2[footprint.Item, error] {
	if len(ids) == 0 {
		return func(func(footprint.Item, error) bool) {}
	}
	return c.DB.Items(ctx, store.ItemFilter{IDs: ids})
}

// RuleTitle is what a rule is called; a rule that no longer exists is called by its id.
func (c *Core) RuleTitle(rule string) string {
	if r := c.Rules.Rule(rule); r != nil {
		return r.Title
	}
	return rule
}

// PlatformName is what people call a platform; an unknown id stands for itself.
func (c *Core) PlatformName(id string) string {
	for _, p := range c.Platforms {
		if p.ID == id {
			return p.Name
		}
	}
	return id
}
