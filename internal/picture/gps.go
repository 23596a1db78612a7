package picture

import (
	"math"
	"regexp"
	"strconv"
	"strings"
)

// position gathers latitude and longitude from tags that come in any order: the value, and which half of
// the globe it counts from. A missing reference is read as north and east.
type position struct {
	lat, lon, direction *float64
	south, west         bool
}

func (p *position) tag(name string, value any) {
	s := strings.ToUpper(strings.TrimSpace(textOf(value)))
	switch name {
	case "GPSLatitudeRef":
		p.south = strings.HasPrefix(s, "S")
	case "GPSLongitudeRef":
		p.west = strings.HasPrefix(s, "W")
	case "GPSLatitude":
		p.set(&p.lat, value, 90)
	case "GPSLongitude":
		p.set(&p.lon, value, 180)
	case "GPSImgDirection":
		p.set(&p.direction, value, 360)
	}
}

func (p *position) set(to **float64, value any, limit float64) {
	v, ok := degrees(value)
	if ok && *to == nil && math.Abs(v) <= limit {
		*to = &v
	}
}

// settle writes the position into the picture's facts, unless one is there already.
func (p *position) settle(in *Info) {
	if in.Direction == nil {
		in.Direction = p.direction
	}
	if p.lat == nil || p.lon == nil || in.Exif.HasPlace() {
		return
	}
	lat, lon := *p.lat, *p.lon
	if p.south {
		lat = -math.Abs(lat)
	}
	if p.west {
		lon = -math.Abs(lon)
	}
	in.Exif.Lat, in.Exif.Lon = &lat, &lon
}

// xmpDegrees is "36,35.8465N" or "36,35,50.79N".
var xmpDegrees = regexp.MustCompile(`^(\d+),(\d+(?:\.\d+)?)(?:,(\d+(?:\.\d+)?))?([NSEW])$`)

func degrees(value any) (float64, bool) {
	switch v := value.(type) {
	case float64:
		return v, !math.IsNaN(v) && !math.IsInf(v, 0)
	case interface{ Float64() float64 }:
		f := v.Float64()
		return f, !math.IsNaN(f) && !math.IsInf(f, 0)
	}
	s := textOf(value)
	if m := xmpDegrees.FindStringSubmatch(s); m != nil {
		d, _ := strconv.ParseFloat(m[1], 64)
		min, _ := strconv.ParseFloat(m[2], 64)
		sec := 0.0
		if m[3] != "" {
			sec, _ = strconv.ParseFloat(m[3], 64)
		}
		v := d + min/60 + sec/3600
		if m[4] == "S" || m[4] == "W" {
			v = -v
		}
		return v, true
	}
	return sexagesimal(s)
}

// sexagesimal reads degrees alone, or degrees, minutes and seconds; each as a number or a fraction: "55/1 1/1 54/1".
func sexagesimal(s string) (float64, bool) {
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == ',' })
	if len(parts) < 1 || len(parts) > 3 {
		return 0, false
	}
	sum, unit := 0.0, 1.0
	for _, p := range parts {
		over, under, fraction := strings.Cut(p, "/")
		v, err := strconv.ParseFloat(over, 64)
		if err != nil {
			return 0, false
		}
		if fraction {
			d, err := strconv.ParseFloat(under, 64)
			if err != nil || d == 0 {
				return 0, false
			}
			v /= d
		}
		sum += v / unit
		unit *= 60
	}
	return sum, !math.IsNaN(sum) && !math.IsInf(sum, 0)
}

// iso6709 reads "+37.7850-122.4064+010/" as phones write it into videos.
var iso6709 = regexp.MustCompile(`^([+-]\d+(?:\.\d+)?)([+-]\d+(?:\.\d+)?)`)

func parseISO6709(s string) (lat, lon float64, ok bool) {
	m := iso6709.FindStringSubmatch(strings.TrimSpace(s))
	if m == nil {
		return 0, 0, false
	}
	lat, err1 := strconv.ParseFloat(m[1], 64)
	lon, err2 := strconv.ParseFloat(m[2], 64)
	return lat, lon, err1 == nil && err2 == nil && math.Abs(lat) <= 90 && math.Abs(lon) <= 180
}
