package instagram

import (
	"encoding/csv"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"footprint/internal/ingest/ingesttest"
	"footprint/internal/need"
)

// TestInventory lets the reader meet every file name of the inventory of donated exports: none is unknown.
func TestInventory(t *testing.T) {
	f, err := os.Open(need.Sample(t, "instagram", "structure_2024_2025", "IG_merged_structure_annotated.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, row := range rows[1:] {
		name := row[8]
		if strings.Contains(name, "/threads/") {
			continue // read by package threads
		}
		files[strings.ReplaceAll(name, "$USERNAME", "somebody_1234567")] = &fstest.MapFile{Data: []byte("{}")}
	}
	if len(files) < 120 {
		t.Fatalf("the inventory names %d files only", len(files))
	}
	got := ingesttest.Read(t, Platform(), ingesttest.FS("inventory", files))
	for _, name := range got.Ledger().Unknown {
		t.Errorf("unknown: %s", name)
	}
	for _, e := range got.Errors {
		t.Error(e)
	}
}
