package instagram

import (
	"testing"

	"footprint/internal/ingest/ingesttest"
)

const shared = "../../../../shared/fixtures/instagram/"

func TestConformance(t *testing.T) {
	ingesttest.Run(t, Platform(),
		ingesttest.Path(shared+"new_2025/IG_public_test_file.zip"),
		ingesttest.Path(shared+"mid_2021_2022_french/instagramV2.zip"),
		ingesttest.Path(shared+"posts_only_single"),
	)
}
