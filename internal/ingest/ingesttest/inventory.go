package ingesttest

import (
	"encoding/csv"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"footprint/internal/ingest"
	"footprint/internal/need"
)

// CheckInventory lets the reader meet the names of files in an inventory of donated exports (the path of a table below
// ../shared/fixtures) that keep chooses, at least so many: none may be unknown, none may fail.
func CheckInventory(t *testing.T, p ingest.Platform, least int, keep func(name string) bool, sample ...string) {
	t.Helper()
	f, err := os.Open(need.Sample(t, sample...))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	const nameColumn = 8
	files := fstest.MapFS{}
	for _, row := range rows[1:] {
		if name := row[nameColumn]; keep(name) {
			files[strings.ReplaceAll(name, "$USERNAME", "somebody_1234567")] = &fstest.MapFile{Data: []byte("{}")}
		}
	}
	if len(files) < least {
		t.Fatalf("the inventory names %d files only", len(files))
	}
	got := Read(t, p, FS("inventory", files))
	for _, name := range got.Ledger().Unknown {
		t.Errorf("unknown: %s", name)
	}
	for _, err := range got.Errors {
		t.Error(err)
	}
}
