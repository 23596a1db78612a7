package content

import (
	"regexp"
	"strconv"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest/facebook/record"
	"footprint/internal/ingest/meta"
	"footprint/internal/ingest/meta/field"
)

var latLon = regexp.MustCompile(`\(?\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*\)?`)

// place reads a check-in, a place the owner was tagged in, or a recorded location.
func place(r *meta.Reader, e meta.Entry) []footprint.Item {
	f := field.Of(e.Value)
	it := footprint.Item{Kind: footprint.KindPlace, Author: footprint.AuthorSelf, Created: record.Created(e), Details: f.Details(field.SlotText)}
	if it.Created.IsZero() {
		it.Created = e.When("time", "creation_time")
	}
	if it.Created.IsZero() {
		it.Created = f.Any()
	}
	it.Text = f.Text(field.SlotText)
	it.Title = f.In(field.SlotPlace, field.SlotName)
	for _, s := range []string{f.Text(field.SlotPlace), f.Text(field.SlotName), e.Str("name"), f.Text(field.SlotAddress), f.Text(field.SlotCity), e.Str("title")} {
		if it.Title == "" {
			it.Title = s
		}
	}
	if it.Details == nil {
		it.Details = map[string]string{}
	}
	record.PutPlace(e.Value, &it)
	if m := latLon.FindStringSubmatch(f.Text(field.SlotCoordinates)); m != nil {
		putPosition(&it, m[1], m[2])
	}
	placeParts(e, &it)
	if it.Title == "" && it.Exif == nil && len(it.Details) == 0 {
		return nil
	}
	it.Media = labelledMedia(r, e, f)
	if it.URL = record.ActivityLog(record.LogCheckIns, it.Created); it.Text != "" {
		it.Kind, it.ContainerKind = footprint.KindPost, footprint.ContainerOwnProfile // a check-in with words of the user
	}
	return []footprint.Item{it}
}

func putPosition(it *footprint.Item, a, b string) {
	lat, err1 := strconv.ParseFloat(a, 64)
	lon, err2 := strconv.ParseFloat(b, 64)
	if err1 == nil && err2 == nil && lat >= -90 && lat <= 90 && lon >= -180 && lon <= 180 && (lat != 0 || lon != 0) {
		it.Exif = &footprint.Exif{Lat: &lat, Lon: &lon}
	}
}

// placeParts reads the records of the account's home region, which have members of their own.
func placeParts(e meta.Entry, it *footprint.Item) {
	var parts []string
	for _, k := range []string{"city", "region", "country", "spn", "country_code"} {
		if s := e.Str(k); s != "" {
			parts = append(parts, s)
		}
	}
	for _, pair := range e.Get("city_region_pairs").List() {
		for _, s := range pair.List() {
			parts = append(parts, s.Text())
		}
	}
	for _, z := range e.Get("zipcode").List() {
		parts = append(parts, z.Text())
	}
	if s := e.Text(); s != "" {
		parts = append(parts, s)
	}
	if len(parts) > 0 && it.Title == "" {
		it.Title = strings.Join(parts, ", ")
	}
}
