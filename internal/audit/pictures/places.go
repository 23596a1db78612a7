package pictures

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/picture"
	"footprint/internal/store"
)

// PhotoPlace is a place where pictures were taken, with what their times suggest about it.
type PhotoPlace struct {
	Lat      float64   `json:"lat"` // middle of the positions
	Lon      float64   `json:"lon"`
	Name     string    `json:"name"` // near which city, at which hospital, or one of the user's own areas
	Pictures int       `json:"pictures"`
	Days     int       `json:"days"` // different days
	From     time.Time `json:"from,omitzero"`
	To       time.Time `json:"to,omitzero"`
	// Looks is home or work where the times suggest it, else "".
	Looks string `json:"looks,omitempty"`
	// Is is home or work where it lies in an area that the user marked.
	Is string `json:"is,omitempty"`
}

// Kinds of places.
const (
	PlaceHome = "home"
	PlaceWork = "work"
)

// placeRadius is how far positions of one place lie apart, in metres: the grounds of a hospital.
const placeRadius = 250

// PhotoPlaces lists where pictures were taken, the most frequent first.
func (a *Archivist) PhotoPlaces(ctx context.Context) ([]PhotoPlace, error) {
	rows, err := a.DB.Album(ctx)
	if err != nil {
		return nil, err
	}
	me, err := a.Profile(ctx)
	if err != nil {
		return nil, err
	}
	places := []PhotoPlace{}
	for _, spot := range spots(rows) {
		places = append(places, spot.place(&me))
	}
	slices.SortStableFunc(places, func(p, q PhotoPlace) int { return cmp.Compare(q.Pictures, p.Pictures) })
	guess(places)
	return places, nil
}

// spot gathers pictures taken near one another.
type spot struct {
	lat, lon       float64 // of the first
	sumLat, sumLon float64
	contents       map[string]bool
	days           map[string]bool
	office, late   int // by the clock: on weekdays between 8 and 18, and in the evening or at night
	timed          int
	from, to       time.Time
}

// spots puts each position into the first spot it is near to. Squares of about the radius find the spots.
func spots(rows []store.AlbumRow) []*spot {
	var all []*spot
	squares := map[[2]int][]*spot{}
	const side = placeRadius / 111_000.0 // degrees
	for i := range rows {
		r := &rows[i]
		if r.Lat == nil || r.Lon == nil {
			continue
		}
		square := [2]int{int(math.Floor(*r.Lat / side)), int(math.Floor(*r.Lon / side))}
		var at *spot
		for dy := -1; dy <= 1 && at == nil; dy++ {
			for dx := -3; dx <= 3 && at == nil; dx++ { // degrees of longitude shrink towards the poles
				for _, s := range squares[[2]int{square[0] + dy, square[1] + dx}] {
					if picture.Metres(s.lat, s.lon, *r.Lat, *r.Lon) <= placeRadius {
						at = s
						break
					}
				}
			}
		}
		if at == nil {
			at = &spot{lat: *r.Lat, lon: *r.Lon, contents: map[string]bool{}, days: map[string]bool{}}
			squares[square] = append(squares[square], at)
			all = append(all, at)
		}
		at.add(r)
	}
	return all
}

func (s *spot) add(r *store.AlbumRow) {
	if s.contents[r.Content] {
		return
	}
	s.contents[r.Content] = true
	s.sumLat, s.sumLon = s.sumLat+*r.Lat, s.sumLon+*r.Lon
	t := r.Taken
	if t.IsZero() {
		return
	}
	s.timed++
	s.days[t.Format(time.DateOnly)] = true
	weekend := t.Weekday() == time.Saturday || t.Weekday() == time.Sunday
	switch h := t.Hour(); {
	case h >= 19 || h < 7:
		s.late++
	case !weekend && h >= 8 && h < 18:
		s.office++
	}
	if s.from.IsZero() || t.Before(s.from) {
		s.from = t
	}
	if t.After(s.to) {
		s.to = t
	}
}

func (s *spot) place(me *footprint.Person) PhotoPlace {
	n := float64(len(s.contents))
	p := PhotoPlace{Lat: s.sumLat / n, Lon: s.sumLon / n, Pictures: len(s.contents), Days: len(s.days), From: s.from, To: s.to}
	p.Name = PlaceName(me, p.Lat, p.Lon)
	switch {
	case me.Homes.Around(p.Lat, p.Lon, picture.Metres) != nil:
		p.Is = PlaceHome
	case me.Workplaces.Around(p.Lat, p.Lon, picture.Metres) != nil:
		p.Is = PlaceWork
	}
	// A holiday fills a few days; a home or a workplace comes back.
	if p.Days >= 4 && s.to.Sub(s.from) > 21*24*time.Hour {
		switch {
		case s.office*10 >= s.timed*7:
			p.Looks = PlaceWork
		case s.late*10 >= s.timed*4:
			p.Looks = PlaceHome
		}
	}
	return p
}

// guess leaves one place that looks like home and one that looks like work: the most frequent of each.
func guess(places []PhotoPlace) {
	seen := map[string]bool{}
	for i := range places {
		if seen[places[i].Looks] {
			places[i].Looks = ""
		}
		seen[places[i].Looks] = true
	}
}

// PlaceName names a position; "" when nothing is near.
func PlaceName(me *footprint.Person, lat, lon float64) string {
	for _, areas := range []footprint.Areas{me.Workplaces, me.Homes} {
		if a := areas.Around(lat, lon, picture.Metres); a != nil && a.Name != "" {
			return a.Name
		}
	}
	p, metres, ok := picture.NearestPlace(lat, lon)
	switch {
	case !ok:
		return ""
	case p.Hospital || metres < 5000:
		return p.Name
	}
	return fmt.Sprintf("%s, %d km", p.Name, int(math.Round(metres/1000)))
}

// AddArea marks one more home or workplace.
func AddArea(me *footprint.Person, kind string, area footprint.Area) {
	areas := areasOf(me, kind)
	*areas = append(slices.Clone(*areas), area)
}

// RemoveAreas takes away the homes or workplaces that hold a position.
func RemoveAreas(me *footprint.Person, kind string, lat, lon float64) {
	areas := areasOf(me, kind)
	*areas = slices.DeleteFunc(slices.Clone(*areas), func(a footprint.Area) bool { return footprint.Areas{a}.Around(lat, lon, picture.Metres) != nil })
}

func areasOf(me *footprint.Person, kind string) *footprint.Areas {
	if kind == PlaceHome {
		return &me.Homes
	}
	return &me.Workplaces
}

// usualRadius is that of an area typed without one, in metres.
const usualRadius = 300

// ParseArea reads an area as the user types it: "-36.8606, 174.7701" or the name of a city or hospital of the
// bundled table, each followed by a radius if there is one ("500 m"), and for coordinates by a name or address of
// one's own after a semicolon.
func ParseArea(text string) (footprint.Area, error) {
	text, name, _ := strings.Cut(text, ";")
	area := footprint.Area{RadiusM: usualRadius, Name: strings.TrimSpace(name)}
	fields := strings.Fields(strings.ReplaceAll(text, ",", " "))
	if n := len(fields); n > 1 && strings.EqualFold(fields[n-1], "m") {
		if r, err := strconv.ParseFloat(fields[n-2], 64); err == nil && r > 0 {
			area.RadiusM, fields = r, fields[:n-2]
		}
	}
	if len(fields) == 2 {
		lat, err1 := strconv.ParseFloat(fields[0], 64)
		lon, err2 := strconv.ParseFloat(fields[1], 64)
		if err1 == nil && err2 == nil && math.Abs(lat) <= 90 && math.Abs(lon) <= 180 {
			area.Lat, area.Lon = lat, lon
			return area, nil
		}
	}
	found := picture.FindPlaces(strings.Join(fields, " "))
	if i := slices.IndexFunc(found, func(p picture.Place) bool { return strings.EqualFold(p.Name, strings.Join(fields, " ")) }); i >= 0 {
		found = found[i : i+1]
	}
	switch len(found) {
	case 0:
		return area, fmt.Errorf("place %q: type its latitude and longitude, for instance -36.8606, 174.7701 300 m; My practice", strings.TrimSpace(text))
	case 1:
		area.Lat, area.Lon = found[0].Lat, found[0].Lon
		if area.Name == "" {
			area.Name = found[0].Name
		}
		return area, nil
	}
	return area, fmt.Errorf("place %q: %d places have that name, for instance %s and %s", strings.TrimSpace(text), len(found), found[0].Name, found[1].Name)
}

// FormatArea writes an area as ParseArea reads it.
func FormatArea(a footprint.Area) string {
	text := fmt.Sprintf("%.4f, %.4f %.0f m", a.Lat, a.Lon, a.RadiusM)
	if a.Name != "" {
		text += "; " + a.Name
	}
	return text
}
