//go:build !nogui

package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"runtime"
	"runtime/debug"
	"time"

	"fyne.io/fyne/v2"
	fyneapp "fyne.io/fyne/v2/app"
	"fyne.io/fyne/v2/lang"

	"footprint/assets"
	"footprint/internal/audit"
	"footprint/internal/audit/dossier"
	"footprint/internal/audit/outside"
	"footprint/internal/footprint"
	"footprint/internal/gui"
	"footprint/internal/gui/desk"
	"footprint/internal/gui/look"
	"footprint/internal/ingest/all"
	"footprint/internal/report"
)

// appID names the app to the desktop; it is the ID of FyneApp.toml.
const appID = "io.footprint.Footprint"

// window returns what opens the window and waits until it is closed; nil in a build without one.
func window() func(context.Context, *app, windowOptions) error { return openWindow }

func openWindow(ctx context.Context, a *app, o windowOptions) (err error) {
	started := time.Now()
	if runtime.GOOS == "linux" && os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
		return errors.New("open window: there is no display; footprint demo and footprint audit work in the terminal")
	}
	debug.SetGCPercent(-1) // nothing of what starting takes is garbage for long; the limit in main stands
	go builtInRules()      // while Fyne begins
	words, err := fs.Sub(assets.Window, "locale")
	if err != nil {
		return fmt.Errorf("open window: %w", err)
	}
	journal, err := openJournal()
	if err != nil {
		fmt.Fprintln(a.err, "footprint:", err)
	}
	defer func() { err = errors.Join(err, journal.Close()) }()
	fyneApp := fyneapp.NewWithID(appID)
	look.ReadFonts()
	v := &hold{a: a}
	options := desk.Options{
		App: fyneApp, Platforms: platforms(), Words: words, Locale: lang.SystemLocale().String(), Version: version,
		Demo: secondWindow, Downloads: outside.DownloadFolder(), Exports: o.Files, Files: journal.places(), Log: journal.failed,
		Formats: formats(), OpenURL: fyneApp.OpenURL, Now: time.Now, Started: started,
		WriteReport: func(ctx context.Context, what dossier.Options, format, path string) error {
			usual := a.usualReport()
			what.Filter, what.Version, what.Now = usual.Filter, usual.Version, usual.Now
			return a.writeReport(ctx, v.auditor(), what, format, path)
		},
		Prepare: func(ctx context.Context, o dossier.Occasion, deadline time.Time) (dossier.Plan, error) {
			return dossier.Prepare(ctx, v.auditor(), o, deadline, a.clock())
		},
	}
	if o.Auditor == nil { // the demo is nobody's: it has nothing to lock, and its rules are the built-in ones
		options.Packs, options.PackTrouble = a.usePacks(fyneApp.Preferences().StringList(gui.PrefPacks))
		options.Safe = v
	}
	if a.now != nil {
		options.Now = a.now
	}
	if os.Getenv("FOOTPRINT_TRACE") != "" {
		options.Trace = func(line string) { fmt.Fprintln(a.err, line) }
		options.Do = func(name string, f func()) {
			fyne.Do(func() {
				began := time.Now()
				f()
				if took := time.Since(began); took > time.Millisecond {
					options.Trace(fmt.Sprintf("callback: %d ms %s", took.Milliseconds(), name))
				}
			})
		}
	}
	stop := context.AfterFunc(ctx, func() { fyne.Do(fyneApp.Quit) })
	defer stop()
	return v.run(ctx, o.Auditor, options)
}

// run opens the database, or has the window ask for its passphrase, and waits until the window is closed.
func (v *hold) run(ctx context.Context, given *audit.Auditor, options desk.Options) (err error) {
	if v.au = given; given == nil {
		v.au, err = v.a.openQuietly(ctx)
		defer func() { err = errors.Join(err, v.close()) }()
	}
	if errors.Is(err, footprint.ErrLocked) {
		var trouble error
		gate, err := gui.NewGate(options, func(passphrase string) (desk.Auditor, error) {
			au, err := v.a.openWith(ctx, passphrase)
			if err != nil {
				return nil, err
			}
			v.au = au
			return v.online(), nil
		}, func(err error) { trouble = err })
		if err != nil {
			return err
		}
		gate.ShowAndRun()
		return trouble
	}
	if err != nil {
		return err
	}
	options.Audit = v.online()
	shell, err := gui.New(options)
	if err != nil {
		return err
	}
	defer shell.Close()
	shell.Window().ShowAndRun()
	return nil
}

// secondWindow opens the demo as a process of its own, on a database of its own.
func secondWindow() error {
	self, err := os.Executable()
	if err != nil {
		return fmt.Errorf("open demo: %w", err)
	}
	c := exec.Command(self, "demo", "--gui")
	if err := c.Start(); err != nil {
		return fmt.Errorf("open demo: %w", err)
	}
	return c.Process.Release()
}

func platforms() []desk.Platform {
	var list []desk.Platform
	for _, p := range all.Platforms() {
		list = append(list, desk.Platform{ID: p.ID, Name: p.Name, Ask: p.Ask, AskURL: p.AskURL})
	}
	return list
}

func formats() []desk.Format {
	var list []desk.Format
	for _, f := range report.Formats() {
		list = append(list, desk.Format{Name: f.Name, Ext: f.Ext})
	}
	return list
}
