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
	"time"

	"footprint/assets"
	"footprint/internal/analyze"
	"footprint/internal/analyze/actions"
	"footprint/internal/audit/core"
	"footprint/internal/audit/judging"
	"footprint/internal/audit/outside"
	"footprint/internal/audit/pictures"
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
	// Pictures is the reader of pictures that are no export, from ingest/photos; see AuditPictures.
	Pictures ingest.Platform
	// Rules judge items.
	Rules *analyze.RuleSet
	// Program is the version of the program: what another one judged is judged again.
	Program string
	// Now is the clock; nil means time.Now.
	Now func() time.Time
}

// Auditor is an open database with rules and readers, and all that can be done with them. What it does not do itself
// is done by those who work for it: an analyst who judges items, an archivist who looks after pictures, an agent who
// goes to see what others find.
type Auditor struct {
	*core.Core
	*judging.Analyst
	*pictures.Archivist
	*outside.Agent
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
	c := &core.Core{DB: db, Platforms: o.Platforms, Pictures: o.Pictures, Rules: o.Rules, Actions: table, Program: o.Program, Now: o.Now}
	analyst := judging.NewAnalyst(c)
	return &Auditor{c, analyst, pictures.NewArchivist(c, analyst), outside.NewAgent(c)}, nil
}

// DefaultPath is the database that Open uses unless told otherwise.
func DefaultPath() (string, error) { return store.DefaultPath() }
