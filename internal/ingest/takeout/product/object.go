package product

import (
	"bytes"
	"encoding/json"
	"fmt"
	"iter"
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
)

// Object is a JSON object whose shape is not sure: members come and go with the age of an export.
type Object map[string]any

// ErrNoObject says that a record is no JSON object.
var ErrNoObject = fmt.Errorf("%w: no JSON object", footprint.ErrDamaged)

// Decode reads one object.
func Decode(raw []byte) (Object, error) {
	d := json.NewDecoder(bytes.NewReader(raw))
	d.UseNumber() // ids and microseconds exceed a float
	var o Object
	if err := d.Decode(&o); err != nil || o == nil {
		return nil, ErrNoObject
	}
	return o, nil
}

// at follows a path of member names joined by "/".
func (o Object) at(path string) any {
	var v any = map[string]any(o)
	for step := range strings.SplitSeq(path, "/") {
		m, ok := v.(map[string]any)
		if !ok {
			return nil
		}
		v = m[step]
	}
	return v
}

// Str returns the first non-empty text or number at the paths.
func (o Object) Str(paths ...string) string {
	for _, p := range paths {
		if s := Text(o.at(p)); s != "" {
			return s
		}
	}
	return ""
}

// Text returns a decoded JSON text, number or bool as clean text, and nothing for other values.
func Text(v any) string {
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(ingest.CleanText(v))
	case json.Number:
		return v.String()
	case bool:
		return strconv.FormatBool(v)
	}
	return ""
}

// Has reports whether one of the paths leads to a value.
func (o Object) Has(paths ...string) bool {
	return slices.ContainsFunc(paths, func(p string) bool { return o.at(p) != nil })
}

// Is reports whether the value at the path is true.
func (o Object) Is(path string) bool { return o.at(path) == true }

// Num returns the first number at the paths.
func (o Object) Num(paths ...string) (float64, bool) {
	for _, p := range paths {
		if f, err := strconv.ParseFloat(Text(o.at(p)), 64); err == nil && !math.IsNaN(f) && !math.IsInf(f, 0) {
			return f, true
		}
	}
	return 0, false
}

// Sub returns the object at the path, or nothing.
func (o Object) Sub(path string) Object {
	m, _ := o.at(path).(map[string]any)
	return m
}

// List returns the objects of the array at the path.
func (o Object) List(path string) []Object {
	values, _ := o.at(path).([]any)
	var list []Object
	for _, v := range values {
		if m, ok := v.(map[string]any); ok {
			list = append(list, m)
		}
	}
	return list
}

// Texts returns the texts of the array at the path.
func (o Object) Texts(path string) []string {
	values, _ := o.at(path).([]any)
	var list []string
	for _, v := range values {
		if s := Text(v); s != "" {
			list = append(list, s)
		}
	}
	return list
}

// Details keeps the flat members but the named ones, for display.
func (o Object) Details(except ...string) map[string]string {
	d := map[string]string{}
	for _, k := range slices.Sorted(maps.Keys(o)) {
		if s := Text(o[k]); s != "" && !slices.Contains(except, k) {
			d[ingest.CleanText(k)] = s
		}
	}
	if len(d) == 0 {
		return nil
	}
	return d
}

// Place makes a position of degrees; nil when there is none.
func Place(lat, lon float64) *footprint.Exif {
	if math.Abs(lat) > 90 || math.Abs(lon) > 180 || lat == 0 && lon == 0 {
		return nil
	}
	return &footprint.Exif{Lat: &lat, Lon: &lon}
}

// LatLon reads a position as exports write it: "48.1,11.5", "48.1°, 11.5°" or "geo:48.1,11.5"; nil when it
// is none.
func LatLon(s string) *footprint.Exif {
	a, b, ok := strings.Cut(strings.TrimPrefix(strings.ReplaceAll(s, "°", ""), "geo:"), ",")
	b, _, _ = strings.Cut(b, ",")
	lat, err1 := strconv.ParseFloat(strings.TrimSpace(a), 64)
	lon, err2 := strconv.ParseFloat(strings.TrimSpace(b), 64)
	if !ok || err1 != nil || err2 != nil || math.IsNaN(lat) || math.IsNaN(lon) {
		return nil
	}
	return Place(lat, lon)
}

// Sorted yields the members of a map by their keys.
func Sorted(m map[string]string) iter.Seq2[string, string] {
	return func(yield func(string, string) bool) {
		for _, k := range slices.Sorted(maps.Keys(m)) {
			if !yield(k, m[k]) {
				return
			}
		}
	}
}
