package audit

import (
	"context"
	"fmt"
	"time"

	"footprint/internal/audit/core"
	"footprint/internal/audit/judging"
	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/store"
)

// Record is one audit that ran to its end.
type Record struct {
	ID      int64          `json:"id"`
	At      time.Time      `json:"at"`
	Rules   string         `json:"rules"`   // version of the rule set
	Profile int64          `json:"profile"` // version of the profile, 0 if there was none
	Items   int            `json:"items"`   // stored then
	Sources []RecordSource `json:"sources"`
	Open    int            `json:"open"` // rows of the checklist then
	Rows    int            `json:"rows"` // decided ones and false alarms included

	judgement int64 // store.Audit.Judgement
}

// RecordSource is an export that was stored when an audit ran.
type RecordSource struct {
	ID       int64         `json:"id"`
	Platform string        `json:"platform"`
	Account  string        `json:"account"`
	Taken    time.Time     `json:"taken"`
	Complete footprint.Tri `json:"complete"`
}

// Records lists the audits that ran to their end, newest first.
func (a *Auditor) Records(ctx context.Context) ([]Record, error) {
	stored, err := a.DB.Audits(ctx)
	records := make([]Record, 0, len(stored))
	for _, s := range stored {
		r := Record{ID: s.ID, At: s.At, Rules: s.Rules, Profile: s.Profile, Items: s.Items, Sources: []RecordSource{}, Open: s.Open, Rows: s.All, judgement: s.Judgement}
		for _, x := range s.Sources {
			r.Sources = append(r.Sources, RecordSource{x.ID, x.Platform, x.Account, time.UnixMilli(x.Taken).UTC(), x.Complete})
		}
		records = append(records, r)
	}
	return records, err
}

// keepRecord keeps what the checklist says after an analysis.
func (a *Auditor) keepRecord(ctx context.Context, judgement int64) error {
	_, profile, err := a.DB.Profile(ctx)
	if err != nil {
		return err
	}
	sources, err := a.DB.Sources(ctx)
	if err != nil {
		return err
	}
	r := store.Audit{At: a.Now(), Rules: a.Rules.Version(), Profile: profile, Judgement: judgement, Sources: []store.AuditSource{}}
	for _, s := range sources {
		if s.Imported.IsZero() {
			continue
		}
		src, err := core.SourceOf(s)
		if err != nil {
			return err
		}
		r.Sources = append(r.Sources, store.AuditSource{ID: s.ID, Platform: s.Platform, Account: s.Account, Taken: s.Taken.UnixMilli(), Complete: src.Complete})
	}
	_, err = a.DB.AddAudit(ctx, r)
	return err
}

// noteBack stands on a task that was reopened because its item came back.
const noteBack = "Appears again in a newer export."

// follow closes the tasks of items that a newer complete export no longer holds, and opens those of items
// that came back. An export that is not complete, or could not be read wholly, is no evidence.
func (a *Auditor) follow(ctx context.Context, result *judging.Result) error {
	sources, err := a.DB.Sources(ctx)
	if err != nil {
		return err
	}
	n, err := a.DB.MarkBack(ctx, noteBack, a.Now())
	if err != nil {
		return err
	}
	result.Reopened = n
	for _, s := range sources {
		if s.Imported.IsZero() {
			continue
		}
		src, err := core.SourceOf(s)
		if err != nil {
			return err
		}
		if src.Complete != footprint.Yes || !readWholly(src.Ledger) {
			continue
		}
		note := fmt.Sprintf("Gone from the export of %s (%s, %s).", core.Day(s.Taken), a.PlatformName(s.Platform), s.Account)
		n, err := a.DB.MarkGone(ctx, s.ID, note, a.Now())
		if err != nil {
			return err
		}
		result.Gone += n
	}
	return nil
}

// readWholly reports whether no record was lost. A picture whose metadata cannot be read loses none.
func readWholly(l ingest.Summary) bool {
	for _, f := range l.Failed {
		if !ingest.IsMedia(f.File) {
			return false
		}
	}
	return true
}
