package view

import (
	"strings"
	"time"

	"footprint/internal/footprint"
)

// Bounds of the estimate: nothing is promised before this much of the work and this much time.
const (
	estimateAfter = 2 * time.Second
	estimateShare = 0.02
)

// Pace turns snapshots of a long task into words. It belongs to one task and one goroutine.
type Pace struct {
	stage string
	began time.Time
}

// Reading is the state of a long task in words.
type Reading struct {
	// Fraction is between 0 and 1; Known is false while the total is not known.
	Fraction float64
	Known    bool
	Text     string // the stage with its numbers
	Left     string // the time left, or ""
	Note     string // what is being worked on
}

// Read puts a snapshot taken at a moment into words.
func (p *Pace) Read(s footprint.Snapshot, now time.Time, w *Words) Reading {
	if s.Stage != p.stage || p.began.IsZero() {
		p.stage, p.began = s.Stage, now
	}
	r := Reading{Known: s.Total > 0, Note: s.Note}
	stage := stageWords(s.Stage, w)
	if !r.Known {
		r.Text = stage
		if s.Done > 0 {
			r.Text = w.T("progress.done", "stage", stage, "done", w.Count(int(s.Done)))
		}
		return r
	}
	r.Fraction = min(1, max(0, float64(s.Done)/float64(s.Total)))
	r.Text = w.T("progress.percent", "stage", stage, "percent", int(r.Fraction*100))
	if spent := now.Sub(p.began); spent >= estimateAfter && r.Fraction >= estimateShare && r.Fraction < 1 {
		r.Left = w.T("progress.left", "span", w.Span(time.Duration(float64(spent)*(1-r.Fraction)/r.Fraction)))
	}
	return r
}

// stageWords puts a stage into words: its first word names it, the rest is what it works on.
func stageWords(stage string, w *Words) string {
	if stage == "" {
		return w.T("stage.starting")
	}
	verb, name, _ := strings.Cut(stage, " ")
	if key := "stage." + verb; w.Has(key) {
		return strings.TrimSpace(w.T(key, "name", name))
	}
	return stage
}
