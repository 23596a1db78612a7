//go:build !nogui

package main

import (
	"context"
	"errors"
	"os"
	"sync"

	"footprint/internal/audit"
	"footprint/internal/audit/protect"
	"footprint/internal/footprint"
	"footprint/internal/gui/desk"
)

// hold is the window's hold on the database as a whole: it opens it, and closes it where it must be closed.
type hold struct {
	a  *app
	mu sync.Mutex
	au *audit.Auditor // nil while closed
}

func (v *hold) auditor() *audit.Auditor {
	v.mu.Lock()
	defer v.mu.Unlock()
	return v.au
}

// online is the open database with what goes on-line after a click.
func (v *hold) online() desk.Auditor { return &audit.Online{Auditor: v.au, Options: v.a.online()} }

func (v *hold) close() error {
	v.mu.Lock()
	defer v.mu.Unlock()
	if v.au == nil {
		return nil
	}
	err := v.au.Close()
	v.au = nil
	return err
}

// Protected reports whether a passphrase protects the database.
func (v *hold) Protected() (bool, error) { return protect.Locked(v.a.path) }

// Protect sets, changes or removes the passphrase and opens the database again, whatever came of it.
func (v *hold) Protect(ctx context.Context, present, next string) (desk.Auditor, error) {
	locked, err := protect.Locked(v.a.path)
	if err != nil {
		return nil, err
	}
	if err := v.close(); err != nil {
		return nil, err
	}
	use := next
	switch {
	case !locked:
		err = protect.Set(ctx, v.a.path, next)
	case next == "":
		err = protect.Remove(ctx, v.a.path, present)
	default:
		err = protect.Change(v.a.path, present, next)
	}
	if now, _ := protect.Locked(v.a.path); err != nil && now == locked { // nothing came of it
		use = present
	}
	v.mu.Lock()
	defer v.mu.Unlock()
	au, openErr := v.a.openWith(ctx, use)
	if openErr != nil {
		return nil, errors.Join(err, openErr)
	}
	v.au = au
	return v.online(), err
}

// Erase removes the database, what lies beside it, and the cache.
func (v *hold) Erase() error {
	path := v.a.path
	if au := v.auditor(); au != nil {
		path = au.Path()
	}
	if err := v.close(); err != nil {
		return err
	}
	_, err := audit.Erase(path, caches()...)
	return err
}

// openQuietly opens the database with what is known of its passphrase, and asks nobody.
func (a *app) openQuietly(ctx context.Context) (*audit.Auditor, error) {
	au, err := a.openWith(ctx, "")
	if !errors.Is(err, footprint.ErrLocked) {
		return au, err
	}
	known := os.Getenv(envPassphrase)
	if known == "" {
		known = protect.Remembered(a.path)
	}
	if known == "" {
		return nil, err
	}
	return a.openWith(ctx, known)
}

// usePacks adds folders of rules that compile; trouble says why one does not, and then none of them counts.
func (a *app) usePacks(dirs []string) (used []string, trouble string) {
	before := a.packs
	a.packs = append(a.packs[:len(before):len(before)], dirs...)
	if _, err := a.loadRules(); err != nil {
		a.packs = before
		return before, err.Error()
	}
	return a.packs, ""
}
