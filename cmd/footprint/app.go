package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"sync"
	"time"

	"footprint/assets"
	"footprint/internal/analyze"
	"footprint/internal/audit"
	"footprint/internal/audit/protect"
	"footprint/internal/crawl"
	"footprint/internal/crawl/breach"
	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/all"
	"footprint/internal/ingest/photos"
)

// app is what the commands share: the streams, the flags that every command takes, and how to open things.
type app struct {
	in       io.Reader
	lines    *bufio.Reader // of in, where passphrases are read from a file
	out, err io.Writer
	path     string
	consent  bool
	packs    []string
	photos   bool             // take paths as collections of pictures
	now      func() time.Time // nil means the system's clock
	started  bool             // arguments were understood

	rules *analyze.RuleSet // in tests, a set that stays as it is; nil means the built-in one

	web      crawl.Options // of every run that goes on-line; tests allow their own server
	endpoint string        // of a search service, in tests
	breach   breach.Endpoints
	sites    []crawl.Site // of presence checks, in tests; nil means the table
}

// windowOptions say what the window opens on.
type windowOptions struct {
	// Auditor is an open audit, for instance of the demo; nil means that the window opens the database itself.
	Auditor *audit.Auditor
	// Files are exports to read in at once.
	Files []string
}

// builtInRules are read once for a process; a RuleSet is read only.
var builtInRules = sync.OnceValues(func() (*analyze.RuleSet, error) { return analyze.Read(assets.Analysis) })

// loadRules compiles the built-in rules and the user's own.
func (a *app) loadRules() (*analyze.RuleSet, error) {
	if a.rules != nil {
		return a.rules, nil
	}
	if len(a.packs) == 0 {
		return builtInRules()
	}
	packs := []fs.FS{assets.Analysis}
	for _, dir := range a.packs {
		if _, err := os.Stat(dir); err != nil {
			return nil, err
		}
		packs = append(packs, os.DirFS(dir))
	}
	rules, err := analyze.Load(packs...)
	if err != nil {
		return nil, usageError{err} // a mistake in the user's own folder
	}
	return rules, err
}

// online are the options of a run that goes on-line. Beside a locked database no page is kept in clear.
func (a *app) online() crawl.Options {
	web := a.web
	if locked, err := protect.Locked(a.path); err != nil || locked {
		web.CacheDir = ""
	}
	return web
}

// open opens the database with the built-in platforms and rules, and asks for the passphrase of a locked one. The
// caller closes it.
func (a *app) open(ctx context.Context) (*audit.Auditor, error) {
	au, err := a.openWith(ctx, "")
	if !errors.Is(err, footprint.ErrLocked) {
		return au, err
	}
	passphrase, askErr := a.passphrase()
	if askErr != nil {
		return nil, errors.Join(err, askErr)
	}
	return a.openWith(ctx, passphrase)
}

func (a *app) openWith(ctx context.Context, passphrase string) (*audit.Auditor, error) {
	rules, err := a.loadRules()
	if err != nil {
		return nil, err
	}
	platforms := all.Platforms()
	if a.photos {
		platforms = []ingest.Platform{photos.Platform()}
	}
	return audit.Open(ctx, audit.Options{Path: a.path, Passphrase: passphrase, Platforms: platforms, Pictures: photos.Platform(), Rules: rules, Program: version, Now: a.now})
}

// with opens the database for one piece of work.
func (a *app) with(ctx context.Context, work func(*audit.Auditor) error) (err error) {
	au, err := a.open(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, au.Close()) }()
	return work(au)
}

const consentQuestion = `Footprint audits your own accounts. It is not for looking into other people.
Is this an audit of yourself, from exports of your own accounts? [y/N] `

// withConsent is with, for work that takes in or judges data: the first time it asks.
func (a *app) withConsent(ctx context.Context, work func(*audit.Auditor) error) error {
	return a.with(ctx, func(au *audit.Auditor) error {
		given, err := au.Consent(ctx)
		if err != nil {
			return err
		}
		if !given {
			if !a.consent && !affirms(os.Getenv("FOOTPRINT_CONSENT")) {
				fmt.Fprint(a.err, consentQuestion)
				answer, err := bufio.NewReader(a.in).ReadString('\n')
				fmt.Fprintln(a.err)
				if err != nil && err != io.EOF {
					return err
				}
				if !affirms(answer) {
					return footprint.ErrNoConsent
				}
			}
			if err := au.GiveConsent(ctx); err != nil {
				return err
			}
		}
		return work(au)
	})
}

func affirms(answer string) bool {
	switch strings.ToLower(strings.TrimSpace(answer)) {
	case "y", "yes", "1", "true":
		return true
	}
	return false
}

// printJSON writes one value for a program to read.
func (a *app) printJSON(v any) error {
	e := json.NewEncoder(a.out)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	return e.Encode(v)
}

// array writes a JSON array element by element, so that memory does not grow with it.
type array struct {
	w     *bufio.Writer
	count int
}

func (a *app) array() *array { return &array{w: bufio.NewWriter(a.out)} }

func (l *array) add(v any) error {
	b, err := json.Marshal(v)
	if err != nil {
		return err
	}
	before := ",\n"
	if l.count == 0 {
		before = "[\n"
	}
	l.count++
	l.w.WriteString(before)
	l.w.Write(b)
	return nil
}

func (l *array) close() error {
	if l.count == 0 {
		l.w.WriteString("[")
	}
	l.w.WriteString("]\n")
	return l.w.Flush()
}
