package ingesttest

import (
	"fmt"
	"maps"
	"strings"
	"testing"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
)

// Result is what reading a fixture gave.
type Result struct {
	Exports []*ingest.Export
	Items   []footprint.Item
	Errors  []error
}

// Counts are numbers of items by kind.
type Counts map[footprint.Kind]int

// String lists the kinds by name: "friend:9 group:2".
func (c Counts) String() string {
	s := fmt.Sprint(map[footprint.Kind]int(c)) // fmt sorts the keys
	return strings.TrimSuffix(strings.TrimPrefix(s, "map["), "]")
}

// Counts are the items of all exports by kind.
func (r Result) Counts() Counts {
	n := Counts{}
	for i := range r.Items {
		n[r.Items[i].Kind]++
	}
	return n
}

// Of returns the items of one kind.
func (r Result) Of(kind footprint.Kind) []footprint.Item {
	var items []footprint.Item
	for i := range r.Items {
		if r.Items[i].Kind == kind {
			items = append(items, r.Items[i])
		}
	}
	return items
}

// ByID returns the items by what the platform calls them.
func (r Result) ByID() map[string]footprint.Item {
	items := map[string]footprint.Item{}
	for _, it := range r.Items {
		items[it.NativeID] = it
	}
	return items
}

// Pick returns the item of a file (a part of its path), position and kind.
func (r Result) Pick(t *testing.T, file string, pos int64, kind footprint.Kind) footprint.Item {
	t.Helper()
	for _, it := range r.Items {
		if strings.Contains(it.Origin.File, file) && it.Origin.Pos == pos && it.Kind == kind {
			return it
		}
	}
	t.Fatalf("no %s from %s record %d", kind, file, pos)
	return footprint.Item{}
}

// Ledger merges the ledgers of all exports.
func (r Result) Ledger() ingest.Summary {
	var s ingest.Summary
	for _, x := range r.Exports {
		one := x.Ledger.Summary()
		s.Read = append(s.Read, one.Read...)
		s.Skipped = append(s.Skipped, one.Skipped...)
		s.Unknown = append(s.Unknown, one.Unknown...)
		s.Failed = append(s.Failed, one.Failed...)
		s.Media += one.Media
	}
	return s
}

// CheckCounts wants so many items of each kind, and none of any other.
func (r Result) CheckCounts(t *testing.T, want Counts) {
	t.Helper()
	if got := r.Counts(); !maps.Equal(got, want) {
		t.Errorf("items by kind:\n got %s\nwant %s", got, want)
	}
}

// CheckCounted wants so many items of each kind that was counted; there may be others.
func (r Result) CheckCounted(t *testing.T, want Counts) {
	t.Helper()
	got := r.Counts()
	for kind, n := range want {
		if got[kind] != n {
			t.Errorf("%s: %d, want %d", kind, got[kind], n)
		}
	}
}

// CheckKnown wants every file read, skipped with a reason or held as media: none unknown, none failed.
func (r Result) CheckKnown(t *testing.T) {
	t.Helper()
	if l := r.Ledger(); len(l.Unknown)+len(l.Failed) > 0 {
		t.Errorf("unknown %v, failed %v", l.Unknown, l.Failed)
	}
}

// Read detects and reads a fixture with one platform.
func Read(t *testing.T, p ingest.Platform, fx Fixture) Result {
	t.Helper()
	return readArchive(t, p, fx.Archive(t))
}

func readArchive(t *testing.T, p ingest.Platform, a *ingest.Archive) Result {
	t.Helper()
	exports, err := ingest.Detect(a, []ingest.Platform{p})
	if err != nil {
		t.Fatalf("detect: %v", err)
	}
	r := Result{Exports: exports}
	for _, x := range exports {
		for it, err := range x.Items(t.Context()) {
			if err != nil {
				r.Errors = append(r.Errors, err)
				continue
			}
			r.Items = append(r.Items, it)
		}
	}
	return r
}

// Same compares two values as they are printed; what names them.
func Same(t *testing.T, what string, got, want any) {
	t.Helper()
	if fmt.Sprint(got) != fmt.Sprint(want) {
		t.Errorf("%s is %v, want %v", what, got, want)
	}
}
