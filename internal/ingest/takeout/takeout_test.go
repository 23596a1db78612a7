package takeout

import (
	"testing"

	"footprint/internal/ingest/ingesttest"
)

func TestConformance(t *testing.T) {
	ingesttest.Run(t, Platform(), ingesttest.Shared("google-takeout/my-activity-html"), ingesttest.Shared("google-takeout/photos-duplicate-numbers"),
		ingesttest.Shared("google-takeout/photos-fr-old-sidecars"), ingesttest.Shared("google-takeout/youtube-es-handmade.zip"))
}
