//go:build !nogui

package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"math"
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
	"footprint/internal/gui"
	"footprint/internal/gui/desk"
	"footprint/internal/ingest/all"
	"footprint/internal/report"
)

// appID names the app to the desktop; it is the ID of FyneApp.toml.
const appID = "io.footprint.Footprint"

// window returns what opens the window and waits until it is closed; nil in a build without one.
func window() func(context.Context, *app, windowOptions) error { return openWindow }

func openWindow(ctx context.Context, a *app, o windowOptions) (err error) {
	started := time.Now()
	debug.SetGCPercent(50) // a window that sits open computes little and should be small
	debug.SetMemoryLimit(math.MaxInt64)
	if runtime.GOOS == "linux" && os.Getenv("DISPLAY") == "" && os.Getenv("WAYLAND_DISPLAY") == "" {
		return errors.New("open window: there is no display; footprint demo and footprint audit work in the terminal")
	}
	au := o.Auditor
	if au == nil {
		if au, err = a.open(ctx); err != nil {
			return err
		}
		defer func() { err = errors.Join(err, au.Close()) }()
	}
	words, err := fs.Sub(assets.Window, "locale")
	if err != nil {
		return fmt.Errorf("open window: %w", err)
	}
	fyneApp := fyneapp.NewWithID(appID)
	options := desk.Options{
		App: fyneApp, Audit: &audit.Online{Auditor: au, Options: a.web}, Platforms: platforms(), Words: words, Locale: lang.SystemLocale().String(), Version: version,
		Demo:      secondWindow,
		Downloads: audit.DownloadFolder(), Formats: formats(), OpenURL: fyneApp.OpenURL, Now: time.Now, Started: started,
		WriteReport: func(ctx context.Context, format, path string) error {
			return a.writeReport(ctx, au, a.usualReport(), format, path)
		},
	}
	if a.now != nil {
		options.Now = a.now
	}
	if os.Getenv("FOOTPRINT_TRACE") != "" {
		options.Trace = func(line string) { fmt.Fprintln(a.err, line) }
	}
	shell, err := gui.New(options)
	if err != nil {
		return err
	}
	defer shell.Close()
	stop := context.AfterFunc(ctx, func() { fyne.Do(fyneApp.Quit) })
	defer stop()
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
