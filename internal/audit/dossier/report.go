package dossier

import (
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"footprint/internal/audit"
	"footprint/internal/audit/core"
	"footprint/internal/report"
)

// Options choose a report.
type Options struct {
	Audience Audience
	// Occasion, if any, chooses and orders the rows; Filter does where there is none.
	Occasion *Occasion
	Deadline time.Time
	Filter   audit.TaskFilter
	// Unredacted shows everything. The user has asked for it in so many words.
	Unredacted bool
	Version    string // of Footprint
	Now        time.Time
}

// Report gathers a report for a reader and an occasion.
func Report(ctx context.Context, a *audit.Auditor, o Options) (*report.Report, error) {
	if o.Occasion != nil {
		o.Filter = o.Occasion.Filter()
	}
	r, err := a.Report(ctx, audit.ReportOptions{Filter: o.Filter, Version: o.Version, Unredacted: o.Unredacted})
	if err != nil {
		return nil, err
	}
	r.Audience, r.OnePage = o.Audience.Title, o.Audience.OnePage
	due, err := a.Due(ctx)
	if err != nil {
		return nil, err
	}
	r.Dates = audit.Calendar(due)
	if o.Occasion != nil {
		if err := addPurpose(ctx, a, r, &o); err != nil {
			return nil, err
		}
	}
	if o.Audience.Evidence {
		if err := addEvidence(ctx, a, r); err != nil {
			return nil, err
		}
	}
	if !o.Audience.Notes {
		for i := range r.Groups {
			for j := range r.Groups[i].Rows {
				r.Groups[i].Rows[j].Note = ""
			}
		}
	}
	if o.Audience.OnePage { // the rows are not shown; their words do not go into the file either
		for i := range r.Groups {
			for j := range r.Groups[i].Rows {
				row := &r.Groups[i].Rows[j]
				row.Excerpt, row.Why, row.Container, row.Link = "", "", "", ""
			}
		}
	}
	return r, nil
}

// addPurpose puts the rows in the order of the plan and says what to do in which week.
func addPurpose(ctx context.Context, a *audit.Auditor, r *report.Report, o *Options) error {
	plan, err := Prepare(ctx, a, *o.Occasion, o.Deadline, o.Now)
	if err != nil {
		return err
	}
	p := &report.Purpose{Title: o.Occasion.Title, Lead: o.Occasion.Lead, Deadline: o.Deadline}
	place := map[string]int{}
	for _, w := range plan.Weeks {
		week := report.Week{From: w.From, Title: w.Title, Rows: []string{}}
		for _, row := range w.Rows() {
			week.Rows = append(week.Rows, row.ID)
			place[row.ID] = len(place)
		}
		p.Weeks = append(p.Weeks, week)
	}
	at := func(row report.Row) int {
		if i, ok := place[row.ID]; ok {
			return i
		}
		return len(place) // decided
	}
	for i := range r.Groups {
		g := &r.Groups[i]
		slices.SortStableFunc(g.Rows, func(x, y report.Row) int { return cmp.Compare(at(x), at(y)) })
		if o.Occasion.Hold != "" {
			g.Action, g.Step = o.Occasion.Hold, ""
		}
	}
	slices.SortStableFunc(r.Groups, func(x, y report.Group) int { return cmp.Compare(at(x.Rows[0]), at(y.Rows[0])) })
	r.Purpose = p
	if !o.Deadline.IsZero() {
		r.Dates = append(r.Dates, report.Event{ID: "deadline-" + o.Occasion.ID, Day: o.Deadline, Title: "Footprint: " + o.Occasion.Title, Text: "footprint prepare " + o.Occasion.ID})
		for i, w := range p.Weeks {
			r.Dates = append(r.Dates, report.Event{ID: fmt.Sprintf("week-%s-%d", o.Occasion.ID, i), Day: w.From,
				Title: fmt.Sprintf("Footprint: %d things to look at", len(w.Rows)), Text: o.Occasion.Title})
		}
	}
	return nil
}

// addEvidence says of each row where its item stands and what happened to it.
func addEvidence(ctx context.Context, a *audit.Auditor, r *report.Report) error {
	for _, g := range r.Groups {
		for _, row := range g.Rows {
			e, err := evidence(ctx, a, row.ID)
			if err != nil {
				return err
			}
			r.Evidence = append(r.Evidence, e)
		}
	}
	return nil
}

func evidence(ctx context.Context, a *audit.Auditor, id string) (report.Evidence, error) {
	e := report.Evidence{ID: id, Steps: []report.Step{}}
	v, err := a.Task(ctx, id)
	if err != nil {
		return e, err
	}
	if it := v.Content; it != nil {
		sum := sha256.Sum256([]byte(it.Text))
		e.SHA256, e.File, e.Pos, e.Posted, e.Link = hex.EncodeToString(sum[:]), it.Origin.File, it.Origin.Pos, it.Created, it.URL
		sources, err := a.SourcesOf(ctx, it.ID)
		if err != nil {
			return e, err
		}
		if len(sources) > 0 {
			e.Export, e.Digest, e.Imported = exportOf(&sources[0], it.Origin.File), sources[0].Digest, sources[0].Imported
		}
	}
	e.Steps = append(e.Steps, report.Step{At: v.Created, Text: "raised by rule " + v.Rule})
	for _, d := range v.History {
		text := fmt.Sprintf("%s to %s", d.From, d.To)
		if d.Note != "" {
			text += ": " + d.Note
		}
		if d.Undone {
			text += " (undone)"
		}
		e.Steps = append(e.Steps, report.Step{At: d.At, Text: text})
	}
	for _, l := range v.Looks {
		e.Steps = append(e.Steps, report.Step{At: l.At, Text: fmt.Sprintf("looked at the %s: %s. %s", l.Place, l.Presence, l.Evidence)})
	}
	slices.SortStableFunc(e.Steps, func(x, y report.Step) int { return x.At.Compare(y.At) })
	return e, nil
}

// exportOf names the file that an item came in: of several that were given together, the one after which the first
// folder of the item's place is called.
func exportOf(s *core.Source, place string) string {
	first, _, _ := strings.Cut(place, "/")
	for _, path := range s.Files {
		if base := filepath.Base(path); first != "" && strings.HasPrefix(base, first) {
			return base
		}
	}
	return filepath.Base(s.Path)
}
