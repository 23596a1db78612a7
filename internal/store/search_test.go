package store

import (
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"footprint/internal/need"
)

func TestSearch(t *testing.T) {
	db := open(t)
	macron, plain, shared := post("1", "Off to the wānanga tonight"), post("2", "100% sure_thing; DROP"), post("3", "")
	shared.SharedText = "Night shift poem"
	put(t, db, source(t, db, "s", now), macron, plain, shared)
	for query, want := range map[string][]string{
		"wānanga":        {"1"},
		"TONIGHT off":    {"1"},
		"tonig":          {"1"},
		"night shift":    {"3"},
		"sure thing":     {"2"},
		`"; OR NEAR(`:    {},
		"absent":         {},
		"night absent":   {},
		"   ":            {"1", "2", "3"},
		"\"night\" shi*": {"3"},
	} {
		got := []string{}
		for _, it := range items(t, db, ItemFilter{Query: query}) {
			got = append(got, it.NativeID)
		}
		if fmt.Sprint(got) != fmt.Sprint(want) {
			t.Errorf("%q found %v, want %v", query, got, want)
		}
	}
	if db.fts {
		if got := items(t, db, ItemFilter{Query: "wananga"}); len(got) != 1 {
			t.Errorf("without accents found %+v", got)
		}
	}
	changed := post("1", "Off to bed")
	put(t, db, source(t, db, "later", now.Add(time.Hour)), changed)
	if got := items(t, db, ItemFilter{Query: "wānanga"}); len(got) != 0 {
		t.Errorf("old words still found: %+v", got)
	}
}

// TestIndexIsRebuilt plays a database that a build without FTS5 has written to.
func TestIndexIsRebuilt(t *testing.T) {
	path := filepath.Join(t.TempDir(), "test.db")
	db := openAt(t, path)
	need.That(t, db.fts, "the build tag sqlite_fts5")
	for _, trigger := range ftsTriggers {
		if _, err := db.write.ExecContext(t.Context(), "DROP TRIGGER "+trigger.name); err != nil {
			t.Fatal(err)
		}
	}
	db.fts = false
	put(t, db, source(t, db, "s", now), post("1", "unseen by the index"))
	db.Close()
	db = openAt(t, path)
	if got := items(t, db, ItemFilter{Query: "unseen"}); len(got) != 1 {
		t.Errorf("after opening again: %+v", got)
	}
}

// TestIndexSurvivesRepeatsInABatch stores and changes an item in one batch, which the index sees as a whole.
func TestIndexSurvivesRepeatsInABatch(t *testing.T) {
	db := open(t)
	need.That(t, db.fts, "the build tag sqlite_fts5")
	again := post("1", "")
	again.SharedText = "with something shared"
	put(t, db, source(t, db, "s", now), post("1", "apples"), again, post("2", "pears"), post("2", "pears"))
	if got := items(t, db, ItemFilter{Query: "apples shared"}); len(got) != 1 {
		t.Errorf("found %d", len(got))
	}
	if _, err := db.write.ExecContext(t.Context(), "INSERT INTO items_fts (items_fts, rank) VALUES ('integrity-check', 1)"); err != nil {
		t.Errorf("index: %v", err)
	}
}
