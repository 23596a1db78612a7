package maps

import (
	"strings"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/takeout/product"
)

func clean(s string) string { return strings.TrimSpace(ingest.CleanText(s)) }

func put(it *footprint.Item, key, value string) {
	if value == "" || key == "" {
		return
	}
	if it.Details == nil {
		it.Details = map[string]string{}
	}
	it.Details[key] = value
}

func tidy(it footprint.Item) footprint.Item {
	if len(it.Details) == 0 {
		it.Details = nil
	}
	return it
}

func when(o product.Object) time.Time {
	return product.Time(o.Str("creation_time", "created", "creationTime", "date", "time", "timestamp", "published"))
}

func firstURL(o product.Object) string {
	if u := o.Str("google_maps_url", "url", "place_url", "location/google_maps_url", "place/google_maps_url"); u != "" {
		return u
	}
	return contributions
}
