package snapchat

import (
	"regexp"
	"strconv"
	"strings"

	"footprint/internal/footprint"
)

// coordinates are a latitude and a longitude, possibly each with its margin.
var coordinates = regexp.MustCompile(`(-?\d{1,3}[.,]\d+)(?: ± [\d.]+)?, ?(-?\d{1,3}[.,]\d+)`)

// position reads coordinates; zeros are none.
func position(s string) *footprint.Exif {
	m := coordinates.FindStringSubmatch(s)
	if m == nil {
		return nil
	}
	lat, err1 := strconv.ParseFloat(strings.Replace(m[1], ",", ".", 1), 64)
	lon, err2 := strconv.ParseFloat(strings.Replace(m[2], ",", ".", 1), 64)
	e := &footprint.Exif{Lat: &lat, Lon: &lon}
	if err1 != nil || err2 != nil || lat < -90 || lat > 90 || lon < -180 || lon > 180 || !e.HasPlace() {
		return nil
	}
	return e
}

// place is where the user was: an object, a list of a time and coordinates, or of a name and a town.
func place(_ *reader, s section) []item {
	it := item{Kind: footprint.KindPlace, Title: s.heading, Visibility: footprint.VisibilityPrivate, URL: settingsPage}
	var words []string
	s.rec.Flat(func(_, value string) {
		switch t, at := parseTime(value), position(value); {
		case !t.IsZero() && it.Created.IsZero():
			it.Created = t
		case at != nil && it.Exif == nil:
			it.Exif = at
			words = append(words, value)
		default:
			words = append(words, value)
		}
	})
	it.Text = strings.Join(words, ", ")
	if it.Text == "" && it.Created.IsZero() {
		return nil
	}
	return []item{it}
}

// homes are the places that Snapchat takes for home, work and school.
func homes(_ *reader, s section) []item {
	var items []item
	s.rec.Flat(func(name, value string) {
		items = append(items, item{Kind: footprint.KindPlace, Title: s.heading + ": " + name, Text: value, Exif: position(value), Visibility: footprint.VisibilityPrivate, URL: settingsPage})
	})
	return items
}
