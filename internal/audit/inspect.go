package audit

import (
	"context"
	"errors"
	"slices"
	"time"

	"footprint/internal/audit/core"
	"footprint/internal/footprint"
	"footprint/internal/ingest"
)

// Inspect reads what a path holds, without a database: the exports with every file accounted for. A path of
// no known export is not an error: it is listed as unrecognised, with the reason, and so are all its files.
func Inspect(ctx context.Context, platforms []ingest.Platform, path string, p *footprint.Progress) (Inspection, error) {
	in := Inspection{Path: path, Exports: []Export{}, Unrecognised: []Unrecognised{}}
	p.Start("inspect", 0)
	archive, err := ingest.Open(ctx, path)
	if err != nil {
		return in, err
	}
	defer archive.Close()
	exports, err := ingest.Detect(archive, platforms)
	if err != nil && !errors.Is(err, footprint.ErrNotRecognised) {
		return in, err
	}
	in.Unrecognised = unrecognised(archive, exports)
	if err != nil { // the whole first: what it is not, or what it could be taken as
		in.Unrecognised = slices.Insert(in.Unrecognised, 0, Unrecognised{Path: path, Reason: err.Error()})
	}
	for _, x := range exports {
		e, err := inspectExport(ctx, x, p)
		if err != nil {
			return in, err
		}
		in.Exports = append(in.Exports, e)
	}
	return in, nil
}

func unrecognised(archive *ingest.Archive, exports []*ingest.Export) []Unrecognised {
	list := []Unrecognised{}
	for _, l := range archive.Leftovers(exports) {
		list = append(list, Unrecognised(l))
	}
	return list
}

func inspectExport(ctx context.Context, x *ingest.Export, p *footprint.Progress) (Export, error) {
	var span span
	for it, err := range x.Items(ctx) {
		if err != nil {
			if fatal(err) {
				return Export{}, readError(x, err)
			}
			continue // the ledger has it
		}
		span.add(it.Created)
		if p != nil {
			p.Note(it.Origin.File)
			p.Add(1)
		}
	}
	return Export{
		Platform: x.Platform.ID, Layout: x.Layout, Format: x.Format, Root: x.Root, Owner: x.Owner.Handle(),
		From: core.Day(span.from), To: core.Day(span.to), Counts: x.Ledger.Counts(), Ledger: x.Ledger.Summary(), Notes: x.Notes,
	}, nil
}

// fatal reports whether an error of Export.Items ends the reading.
func fatal(err error) bool {
	var rec *ingest.RecordError
	return !errors.As(err, &rec)
}

// span is the time between the oldest and the newest item.
type span struct{ from, to time.Time }

func (s *span) add(t time.Time) {
	switch {
	case t.IsZero():
	case s.from.IsZero():
		s.from, s.to = t, t
	case t.Before(s.from):
		s.from = t
	case t.After(s.to):
		s.to = t
	}
}
