package maps

import (
	"strconv"
	"strings"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/jsonstream"
	"footprint/internal/ingest/takeout/product"
)

const timeline = "https://www.google.com/maps/timeline"

// Records reads positions as the devices sent them, perhaps millions.
func Records(r *product.Reader, name string) {
	r.JSON(name, func(v jsonstream.Value) bool {
		s := sample{}
		if !jsonstream.Members(v.Raw, s.member) {
			return r.Fail(v.Index, product.ErrNoObject)
		}
		return r.Emit(v.Index, footprint.Item{Kind: footprint.KindPlace, Author: footprint.AuthorSelf, Title: "position", NativeID: s.id(), Created: s.at, Exif: s.place(), Visibility: footprint.VisibilityPrivate, URL: timeline,
			Details: s.details()})
	}, "locations/[]")
}

// sample is one position in ten millionths of a degree.
type sample struct {
	lat, lon int64
	at       time.Time
	accuracy string
	source   string
}

func (s *sample) member(name, value []byte) {
	text := jsonstream.Text(value)
	switch string(name) {
	case "latitudeE7":
		s.lat = e7(text, 90)
	case "longitudeE7":
		s.lon = e7(text, 180)
	case "timestamp":
		s.at = product.Time(text)
	case "timestampMs":
		s.at = ingest.Plausible(product.Epoch(text, time.Millisecond))
	case "accuracy":
		s.accuracy = text
	case "source":
		s.source = ingest.CleanText(text)
	}
}

// e7 repairs values that were written without their sign.
func e7(text string, most int64) int64 {
	n, err := strconv.ParseInt(text, 10, 64)
	if err != nil {
		return 0
	}
	if n > most*1e7 {
		n -= 1 << 32
	}
	return n
}

// id tells positions of one moment apart.
func (s sample) id() string {
	return s.at.Format(time.RFC3339Nano) + " " + strconv.FormatInt(s.lat, 10) + " " + strconv.FormatInt(s.lon, 10)
}

func (s sample) place() *footprint.Exif {
	return product.Place(float64(s.lat)/1e7, float64(s.lon)/1e7)
}

func (s sample) details() map[string]string {
	d := map[string]string{}
	if s.accuracy != "" {
		d["accuracy (metres)"] = s.accuracy
	}
	if s.source != "" {
		d["source"] = s.source
	}
	return d
}

// Visits reads where the user stayed and how the user moved, in the forms of the servers and of phones.
func Visits(r *product.Reader, name string) {
	r.Objects(name, func(n int64, path string, o product.Object) bool {
		switch {
		case o.Has("placeVisit"):
			return r.Emit(n, placeVisit(o.Sub("placeVisit")))
		case o.Has("activitySegment"):
			return r.Emit(n, segment(o.Sub("activitySegment")))
		case strings.HasPrefix(path, "userLocationProfile"):
			return r.Emit(n, frequent(o))
		case o.Has("visit"), o.Has("activity"), o.Has("timelinePath"), o.Has("timelineMemory"):
			return r.Emit(n, phoneSegment(o))
		}
		return r.Fail(n, product.ErrNoObject)
	}, "timelineObjects/[]", "semanticSegments/[]", "userLocationProfile/frequentPlaces/[]", "[]")
}

func placeVisit(v product.Object) footprint.Item {
	l := v.Sub("location")
	it := footprint.Item{Kind: footprint.KindPlace, Author: footprint.AuthorSelf, Title: semantic(l.Str("semanticType")), Text: strings.TrimSpace(l.Str("name") + "\n" + l.Str("address")), Created: start(v), Exif: position(l, "latitudeE7", "longitudeE7"),
		Visibility: footprint.VisibilityPrivate, URL: timeline, Details: l.Details("semanticType", "name", "address", "latitudeE7", "longitudeE7")}
	if it.Exif == nil {
		it.Exif = position(v, "centerLatE7", "centerLngE7")
	}
	return it
}

func position(o product.Object, lat, lon string) *footprint.Exif {
	return product.Place(float64(e7(o.Str(lat), 90))/1e7, float64(e7(o.Str(lon), 180))/1e7)
}

func start(o product.Object) time.Time {
	if t := product.Time(o.Str("duration/startTimestamp")); !t.IsZero() {
		return t
	}
	return ingest.Plausible(product.Epoch(o.Str("duration/startTimestampMs"), time.Millisecond))
}

// semantic is what Google believes a place to be: "TYPE_HOME" and "INFERRED_HOME" are the home.
func semantic(kind string) string {
	switch kind = strings.ToLower(strings.TrimPrefix(strings.TrimPrefix(strings.ToUpper(kind), "TYPE_"), "INFERRED_")); kind {
	case "", "unknown", "searched_address":
		return "visit"
	}
	return strings.ReplaceAll(kind, "_", " ")
}

func segment(s product.Object) footprint.Item {
	return footprint.Item{Kind: footprint.KindActivity, Author: footprint.AuthorSelf, Title: "moved: " + strings.ToLower(s.Str("activityType")), Created: start(s), Exif: position(s.Sub("startLocation"), "latitudeE7", "longitudeE7"),
		Visibility: footprint.VisibilityPrivate, URL: timeline, Details: s.Details("activityType")}
}

func phoneSegment(o product.Object) footprint.Item {
	it := footprint.Item{Kind: footprint.KindActivity, Author: footprint.AuthorSelf, Title: "moved", Created: product.Time(o.Str("startTime")), Visibility: footprint.VisibilityPrivate, Details: o.Details("startTime"), URL: timeline}
	switch {
	case o.Has("visit"):
		top := o.Sub("visit/topCandidate")
		it.Kind, it.Title, it.Exif = footprint.KindPlace, semantic(top.Str("semanticType")), product.LatLon(top.Str("placeLocation/latLng", "placeLocation"))
		if id := top.Str("placeId", "placeID"); id != "" {
			product.Put(&it, "place id", id)
		}
	case o.Has("activity"):
		it.Title = "moved: " + strings.ToLower(o.Str("activity/topCandidate/type"))
		it.Exif = product.LatLon(o.Str("activity/start/latLng", "activity/start"))
	case o.Has("timelinePath"):
		it.Title = "path"
		if points := o.List("timelinePath"); len(points) > 0 {
			it.Exif = product.LatLon(points[0].Str("point"))
		}
	}
	return it
}

func frequent(o product.Object) footprint.Item {
	return footprint.Item{Kind: footprint.KindPlace, Author: footprint.AuthorSelf, Title: semantic(o.Str("label")), NativeID: "frequent " + o.Str("placeId") + o.Str("placeLocation"), Exif: product.LatLon(o.Str("placeLocation", "placeLocation/latLng")),
		Visibility: footprint.VisibilityPrivate, URL: timeline, Details: o.Details("label")}
}

// Settings reads the settings of the timeline and the devices that report to it.
func Settings(r *product.Reader, name string) {
	r.Objects(name, func(_ int64, _ string, o product.Object) bool {
		pos := int64(0)
		setting := func(key, value string) bool {
			pos++
			return value == "" || r.Emit(pos, footprint.Item{Kind: footprint.KindPrivacySetting, Setting: "timeline: " + key, Value: value, URL: "https://myaccount.google.com/activitycontrols"})
		}
		for key, value := range product.Sorted(o.Details("deviceSettings", "retentionControl")) {
			if !setting(key, value) {
				return false
			}
		}
		if !setting("days kept", o.Str("retentionControl/retentionWindowDays")) {
			return false
		}
		for _, d := range o.List("deviceSettings") {
			pos++
			if !r.Emit(pos, footprint.Item{Kind: footprint.KindDevice, Title: d.Str("devicePrettyName", "platformType"), Text: d.Str("platformType"), URL: "https://myaccount.google.com/device-activity", Details: d.Details("devicePrettyName")}) {
				return false
			}
		}
		return true
	}, "")
}
