// Package ingesttest is the conformance suite that every platform runs over its fixtures: [Run] holds a
// platform to the contract of ingest.Platform. Tests import it, nothing else does.
package ingesttest

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
)

// Run holds the platform to its contract on every fixture.
func Run(t *testing.T, p ingest.Platform, fixtures ...Fixture) {
	t.Helper()
	if p.ID == "" || p.Name == "" || p.Ask == "" {
		t.Errorf("platform %q: ID, Name and Ask must be set", p.ID)
	}
	for _, fx := range fixtures {
		t.Run(strings.ReplaceAll(fx.Name, "/", "_"), func(t *testing.T) {
			a := fx.Archive(t)
			first := readArchive(t, p, a)
			for _, err := range first.Errors {
				var rec *ingest.RecordError
				if !errors.As(err, &rec) {
					t.Errorf("reading ended: %v", err)
				}
			}
			checkItems(t, p, a, first.Items)
			checkLedger(t, a, first.Exports)
			checkStable(t, first, Read(t, p, fx))
			checkWrapped(t, p, a, first)
			checkStops(t, p, a, len(first.Items))
			checkHarm(t, p, a)
		})
	}
	checkForeign(t, p)
}

// checkItems holds each item to the invariants of the domain.
func checkItems(t *testing.T, p ingest.Platform, a *ingest.Archive, items []footprint.Item) {
	t.Helper()
	faults := 0
	fault := func(it *footprint.Item, format string, args ...any) {
		if faults++; faults <= 10 {
			t.Errorf("%s record %d (%s): %s", it.Origin.File, it.Origin.Pos, it.Kind, fmt.Sprintf(format, args...))
		}
	}
	seen := map[string]*footprint.Item{}
	for i := range items {
		it := &items[i]
		if it.Platform != p.ID {
			fault(it, "platform is %q", it.Platform)
		}
		if it.Kind == "" || it.ID == "" {
			fault(it, "kind or id is empty")
		}
		if !a.Has(it.Origin.File) {
			fault(it, "origin is no file of the archive")
		}
		if twin := seen[it.ID]; twin != nil && (twin.Text != it.Text || twin.Kind != it.Kind) {
			fault(it, "same id as %s record %d", twin.Origin.File, twin.Origin.Pos)
		}
		seen[it.ID] = it
		for name, when := range map[string]time.Time{"created": it.Created, "edited": it.Edited, "accepted": it.Accepted,
			"last used": it.LastUsed, "last sync": it.LastSync, "deleted on": it.DeletedOn, "account created": it.AccountCreated} {
			if !when.IsZero() && (!when.Equal(ingest.Plausible(when)) || when.Location() != time.UTC) {
				fault(it, "%s is %v", name, when)
			}
		}
		for _, s := range texts(it) {
			if !utf8.ValidString(s) || strings.ContainsRune(s, 0) {
				fault(it, "text is not valid: %q", s)
			}
		}
		for _, m := range it.Media {
			if m.Path != "" && !a.Has(m.Path) {
				fault(it, "media path is no file of the archive")
			}
			if m.Path == "" && m.URL == "" && m.Caption == "" && m.Type == "" {
				fault(it, "media says nothing")
			}
		}
	}
}

func texts(it *footprint.Item) []string {
	s := []string{it.NativeID, it.Account, it.Author, it.Container, it.URL, it.Text, it.Title, it.Snippet, it.Description,
		it.ReplyTo, it.SharedText, it.Thread, it.Target, it.Work, it.Setting, it.Value, it.Interaction, it.Status}
	s = append(s, it.Tags...)
	s = append(s, it.Folders...)
	s = append(s, it.Permissions...)
	for k, v := range it.Details {
		s = append(s, k, v)
	}
	for _, m := range it.Media {
		s = append(s, m.Path, m.URL, m.Caption)
	}
	return s
}

// checkLedger wants every file of the archive in exactly one place.
func checkLedger(t *testing.T, a *ingest.Archive, exports []*ingest.Export) {
	t.Helper()
	place := map[string]int{}
	media := 0
	for _, x := range exports {
		s := x.Ledger.Summary()
		media += s.Media
		for _, e := range s.Read {
			place[e.File]++
		}
		for _, e := range s.Skipped {
			if place[e.File]++; e.Reason == "" {
				t.Errorf("%s is skipped without a reason", e.File)
			}
		}
		for _, e := range s.Failed {
			place[e.File]++
		}
		for _, f := range s.Unknown {
			place[f]++
		}
	}
	for _, l := range a.Leftovers(exports) {
		place[l.Path]++
	}
	for file, n := range place {
		if n != 1 {
			t.Errorf("ledger has %s in %d places", file, n)
		}
		if !a.Has(file) && len(a.Refused) == 0 {
			t.Errorf("ledger has %s, which the archive has not", file)
		}
	}
	if len(place)+media != len(a.Names())+len(a.Refused) {
		t.Errorf("ledger accounts for %d files of %d", len(place)+media, len(a.Names())+len(a.Refused))
	}
}

// checkStable wants two readings to give the same ids in the same order.
func checkStable(t *testing.T, a, b Result) {
	t.Helper()
	if len(a.Items) != len(b.Items) {
		t.Errorf("second reading gives %d items, first gave %d", len(b.Items), len(a.Items))
		return
	}
	for i := range a.Items {
		if a.Items[i].ID != b.Items[i].ID {
			t.Errorf("second reading: item %d (%s) has another id", i, a.Items[i].Origin.File)
			return
		}
	}
}

// checkWrapped wants the same items when the export lies in a folder, as people re-zip it.
func checkWrapped(t *testing.T, p ingest.Platform, a *ingest.Archive, first Result) {
	t.Helper()
	w, err := ingest.NewArchive(&wrapped{a, "my download"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	got := readArchive(t, p, w)
	ids := map[string]bool{}
	for i := range first.Items {
		ids[first.Items[i].ID] = true
	}
	for i := range got.Items {
		if !ids[got.Items[i].ID] {
			t.Errorf("in a wrapper folder %s record %d (%s) has another id", got.Items[i].Origin.File, got.Items[i].Origin.Pos, got.Items[i].Kind)
			return
		}
	}
	if len(got.Items) != len(first.Items) {
		t.Errorf("in a wrapper folder it gives %d items, not %d", len(got.Items), len(first.Items))
	}
	checkLedger(t, w, got.Exports)
}

// checkStops wants reading to end at a break and at a cancellation.
func checkStops(t *testing.T, p ingest.Platform, a *ingest.Archive, items int) {
	t.Helper()
	if items < 2 {
		return
	}
	for _, cancelled := range []bool{false, true} {
		exports, err := ingest.Detect(a, []ingest.Platform{p})
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range exports {
			ctx, cancel := context.WithCancel(t.Context())
			after, told := 0, false
			for _, err := range x.Items(ctx) {
				if !cancelled {
					break // a platform that yields again panics: range functions see to that
				}
				cancel()
				after++
				told = told || errors.Is(err, context.Canceled)
			}
			cancel()
			const soon = 2000
			if cancelled && after > 1 && (after > soon || !told) {
				t.Errorf("after cancellation %d records came, context.Canceled among them: %v", after, told)
			}
		}
	}
}
