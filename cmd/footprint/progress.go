package main

import (
	"fmt"
	"io"
	"os"
	"time"

	"footprint/internal/footprint"
)

// watch shows the progress of a piece of work on a terminal, ten times a second; elsewhere it shows nothing.
func (a *app) watch(work func(*footprint.Progress) error) error {
	p := new(footprint.Progress)
	if !isTerminal(a.err) {
		return work(p)
	}
	done := make(chan error, 1)
	go func() { done <- work(p) }()
	tick := time.NewTicker(100 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case err := <-done:
			fmt.Fprint(a.err, clearLine)
			return err
		case <-tick.C:
			if s := p.Snapshot(); s.Stage != "" {
				fmt.Fprint(a.err, clearLine, progressLine(s))
			}
		}
	}
}

const clearLine = "\r\x1b[K"

func progressLine(s footprint.Snapshot) string {
	line := s.Stage
	switch {
	case s.Total > 0:
		line += fmt.Sprintf("  %d of %d (%d %%)", s.Done, s.Total, 100*s.Done/s.Total)
	case s.Done > 0:
		line += fmt.Sprintf("  %d", s.Done)
	}
	if s.Note != "" {
		line += "  " + s.Note
	}
	const width = 78 // of the narrowest usual terminal
	if runes := []rune(line); len(runes) > width {
		line = string(runes[:width-1]) + "…"
	}
	return line
}

func isTerminal(w io.Writer) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
