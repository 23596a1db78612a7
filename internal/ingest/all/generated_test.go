package all

import (
	"os"
	"path/filepath"
	"testing"

	"footprint/internal/ingest"
	"footprint/internal/ingest/exportgen"
)

// TestGenerated reads what the benchmarks measure: each generated export is one platform's, and no record is lost.
func TestGenerated(t *testing.T) {
	const records = 1000
	for _, format := range exportgen.Formats {
		t.Run(format.Name, func(t *testing.T) {
			name := filepath.Join(t.TempDir(), format.File)
			f, err := os.Create(name)
			if err != nil {
				t.Fatal(err)
			}
			if err := format.Write(f, exportgen.Options{Records: records}); err != nil {
				t.Fatal(err)
			}
			if err := f.Close(); err != nil {
				t.Fatal(err)
			}
			a, err := ingest.Open(t.Context(), name)
			if err != nil {
				t.Fatal(err)
			}
			defer a.Close()
			exports, err := ingest.Detect(a, Platforms())
			if err != nil || len(exports) != 1 {
				t.Fatalf("%d exports, %v", len(exports), err)
			}
			dated := 0
			for item, err := range exports[0].Items(t.Context()) {
				if err != nil {
					t.Fatal(err)
				}
				if !item.Created.IsZero() {
					dated++
				}
			}
			if dated < records || dated > records+3 {
				t.Errorf("%d items with a time of %d records", dated, records)
			}
		})
	}
}
