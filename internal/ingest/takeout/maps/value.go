package maps

import (
	"strings"
	"time"

	"footprint/internal/ingest"
	"footprint/internal/ingest/takeout/product"
)

func clean(s string) string { return strings.TrimSpace(ingest.CleanText(s)) }

func when(o product.Object) time.Time {
	return product.Time(o.Str("creation_time", "created", "creationTime", "date", "time", "timestamp", "published"))
}

func firstURL(o product.Object) string {
	if u := o.Str("google_maps_url", "url", "place_url", "location/google_maps_url", "place/google_maps_url"); u != "" {
		return u
	}
	return contributions
}
