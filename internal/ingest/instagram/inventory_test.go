package instagram

import (
	"strings"
	"testing"

	"footprint/internal/ingest/ingesttest"
)

func TestInventory(t *testing.T) {
	ours := func(name string) bool { return !strings.Contains(name, "/threads/") } // those are read by package threads
	ingesttest.CheckInventory(t, Platform(), 120, ours, "instagram", "structure_2024_2025", "IG_merged_structure_annotated.csv")
}
