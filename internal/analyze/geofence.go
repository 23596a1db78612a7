package analyze

import (
	"math"

	"footprint/internal/footprint"
)

// exifOf calls f with what the item and each of its media say about themselves, until f returns true.
func exifOf(it *footprint.Item, f func(e *footprint.Exif) bool) bool {
	if it.Exif != nil && f(it.Exif) {
		return true
	}
	for i := range it.Media {
		if e := it.Media[i].Exif; e != nil && f(e) {
			return true
		}
	}
	return false
}

func exifText(it *footprint.Item, get func(e *footprint.Exif) string) (s string) {
	exifOf(it, func(e *footprint.Exif) bool {
		s = get(e)
		return s != ""
	})
	return s
}

// inArea reports whether the item was taken inside an area of its own or one of the user's.
func inArea(it *footprint.Item, own *footprint.Area, areas footprint.Areas) bool {
	if own != nil {
		areas = append(footprint.Areas{*own}, areas...)
	}
	return exifOf(it, func(e *footprint.Exif) bool {
		return e.HasPlace() && areas.Around(*e.Lat, *e.Lon, metres) != nil
	})
}

// onShift reports whether a picture of the item was taken during one of the user's shifts.
func onShift(it *footprint.Item, me *footprint.Person) bool {
	return exifOf(it, func(e *footprint.Exif) bool { return !e.Taken.IsZero() && me.OnShift(e.Taken) })
}

// metres is the distance of two places on a sphere (haversine).
func metres(lat1, lon1, lat2, lon2 float64) float64 {
	const radius, degree = 6_371_000, math.Pi / 180
	s1, s2 := math.Sin((lat2-lat1)*degree/2), math.Sin((lon2-lon1)*degree/2)
	return 2 * radius * math.Asin(math.Sqrt(min(1, s1*s1+math.Cos(lat1*degree)*math.Cos(lat2*degree)*s2*s2)))
}
