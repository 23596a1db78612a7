// Package all lists the platforms. It is the only place that knows them together.
package all

import "footprint/internal/ingest"

// Platforms returns all platforms, sorted by ID. To add one, add its line.
func Platforms() []ingest.Platform {
	return []ingest.Platform{}
}
