// Package all lists the platforms. It is the only place that knows them together.
package all

import (
	"footprint/internal/ingest"
	"footprint/internal/ingest/bluesky"
	"footprint/internal/ingest/linkedin"
	"footprint/internal/ingest/mastodon"
	"footprint/internal/ingest/telegram"
	"footprint/internal/ingest/whatsapp"
	"footprint/internal/ingest/x"
)

// Platforms returns all platforms, sorted by ID. To add one, add its import and its line.
func Platforms() []ingest.Platform {
	return []ingest.Platform{
		bluesky.Platform(),
		linkedin.Platform(),
		mastodon.Platform(),
		telegram.Platform(),
		whatsapp.Platform(),
		x.Platform(),
	}
}
