package facebook

import (
	"testing"

	"footprint/internal/ingest/ingesttest"
)

const shared = "../../../../shared/fixtures/facebook/"

func TestConformance(t *testing.T) {
	ingesttest.Run(t, Platform(),
		ingesttest.Path(shared+"mid_2021_ads_apps/facebook.zip"),
		ingesttest.Path(shared+"old_2018_2020"),
	)
}
