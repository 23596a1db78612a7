package picture

import (
	"encoding/csv"
	"math"
	"strconv"
	"strings"
	"sync"

	"footprint/assets"
)

// Place is a city or a hospital of the bundled table (assets/places.csv). Its position is that of the middle, to
// about a hundred metres for hospitals and a kilometre for cities.
type Place struct {
	Name     string
	Hospital bool
	Country  string // ISO 3166-1, two letters
	Lat, Lon float64
}

// Distances up to which a place names a position, in metres.
const (
	nearHospital = 500
	nearCity     = 60_000
)

var loadPlaces = sync.OnceValue(func() []Place {
	rows, err := csv.NewReader(strings.NewReader(assets.Places)).ReadAll()
	if err != nil {
		return nil // a test reads the table
	}
	var all []Place
	for _, r := range rows[1:] {
		lat, err := strconv.ParseFloat(r[3], 64)
		lon, err2 := strconv.ParseFloat(r[4], 64)
		if err == nil && err2 == nil {
			all = append(all, Place{r[0], r[1] == "hospital", r[2], lat, lon})
		}
	}
	return all
})

// NearestPlace names a position: a hospital close by, or else the nearest city and how far it is in metres. It asks
// no network. False means that no place of the table is near.
func NearestPlace(lat, lon float64) (p Place, metres float64, ok bool) {
	metres = math.Inf(1)
	for _, q := range loadPlaces() {
		d := Metres(lat, lon, q.Lat, q.Lon)
		if q.Hospital && d > nearHospital || !q.Hospital && d > nearCity {
			continue
		}
		if !ok || q.Hospital && !p.Hospital || q.Hospital == p.Hospital && d < metres {
			p, metres, ok = q, d, true
		}
	}
	return p, metres, ok
}

// FindPlaces returns the places of the table whose names hold the words, whatever the case.
func FindPlaces(words string) []Place {
	words = strings.ToLower(strings.TrimSpace(words))
	if words == "" {
		return nil
	}
	var found []Place
	for _, p := range loadPlaces() {
		if strings.Contains(strings.ToLower(p.Name), words) {
			found = append(found, p)
		}
	}
	return found
}

// Metres is the distance of two positions on a sphere (haversine).
func Metres(lat1, lon1, lat2, lon2 float64) float64 {
	const radius, degree = 6_371_000, math.Pi / 180
	s1, s2 := math.Sin((lat2-lat1)*degree/2), math.Sin((lon2-lon1)*degree/2)
	return 2 * radius * math.Asin(math.Sqrt(min(1, s1*s1+math.Cos(lat1*degree)*math.Cos(lat2*degree)*s2*s2)))
}
