package takeout

import (
	"flag"
	"testing"

	"footprint/internal/ingest/ingesttest"
)

var update = flag.Bool("update", false, "write the golden files")

// layouts are the invented exports: see testdata.
var layouts = []string{"2024-english", "2018-german", "loose-dutch", "loose-photos", "phone-android", "phone-ios", "blogger-backup"}

func TestConformance(t *testing.T) {
	fixtures := []ingesttest.Fixture{ingesttest.Shared("google-takeout/my-activity-html"), ingesttest.Shared("google-takeout/photos-duplicate-numbers"),
		ingesttest.Shared("google-takeout/photos-fr-old-sidecars"), ingesttest.Shared("google-takeout/youtube-es-handmade.zip")}
	for _, l := range layouts {
		fixtures = append(fixtures, ingesttest.Invented(l))
	}
	ingesttest.Run(t, Platform(), fixtures...)
}

func TestGolden(t *testing.T) {
	for _, l := range layouts {
		t.Run(l, func(t *testing.T) {
			r := ingesttest.Read(t, Platform(), ingesttest.Invented(l))
			s := r.Ledger()
			if len(s.Unknown)+len(s.Failed) > 0 {
				t.Errorf("unknown %q, failed %v", s.Unknown, s.Failed)
			}
			ingesttest.Golden(t, r, "testdata/golden/"+l+".jsonl", *update)
		})
	}
}
