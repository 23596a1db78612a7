package view

import (
	"fmt"
	"math"
	"slices"
	"strings"

	"footprint/internal/audit"
)

// PhotoFacts are the lines about a picture, each with its name.
func PhotoFacts(v *audit.PictureView, platform func(string) string, w *Words) []Labelled {
	var list []Labelled
	add := func(key, value string) {
		if value != "" {
			list = append(list, Labelled{Label: w.T("photo." + key), Value: value})
		}
	}
	if len(v.Copies) > 0 {
		if v.Copies[0].Platform != "" { // a picture that is not posted yet stands nowhere
			add("where", photoCopies(v, platform, w))
		}
		c := &v.Copies[0]
		if !c.Taken.IsZero() {
			add("taken", w.Date(c.Taken)+", "+c.Taken.Format("15:04"))
		}
		add("place", photoPlace(v))
	}
	if x := v.Facts.Exif; x != nil {
		add("device", strings.TrimSpace(x.Make+" "+strings.TrimPrefix(x.Model, x.Make)))
		add("owner", strings.Join(v.Facts.Owners, ", "))
		add("software", x.Software)
		add("people", strings.Join(x.People, ", "))
	}
	add("serial", strings.Join(v.Facts.Serials, ", "))
	add("words", strings.Join(slices.Concat(v.Facts.Captions, v.Facts.Keywords, v.Facts.Places, v.Facts.Contacts), "  ·  "))
	if v.Facts.OldPreview {
		add("preview", w.T("photo.preview.text"))
	}
	if n := len(v.Sight.Faces); n > 0 {
		add("faces", w.N("photo.faces", n))
	}
	add("text", v.Sight.Text())
	add("problem", v.Facts.Problem)
	if v.Facts.Width > 0 {
		add("file", fmt.Sprintf("%s, %d × %d", strings.ToUpper(v.Facts.Format), v.Facts.Width, v.Facts.Height))
	}
	return list
}

// photoCopies says where the picture stands, each place once.
func photoCopies(v *audit.PictureView, platform func(string) string, w *Words) string {
	var lines []string
	for i := range v.Copies {
		c := &v.Copies[i]
		line := joinDots([]string{platform(c.Platform), c.Container, w.Date(c.Posted), w.Or("visibility."+string(c.Visibility), string(c.Visibility))})
		if !slices.Contains(lines, line) {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

func photoPlace(v *audit.PictureView) string {
	for i := range v.Copies {
		if c := &v.Copies[i]; c.Lat != nil && c.Lon != nil {
			return strings.TrimPrefix(v.Place+"  ·  ", "  ·  ") + Position(*c.Lat, *c.Lon)
		}
	}
	return ""
}

// Position writes a position rounded to about ten metres.
func Position(lat, lon float64) string {
	ns, ew := "N", "E"
	if lat < 0 {
		ns = "S"
	}
	if lon < 0 {
		ew = "W"
	}
	return fmt.Sprintf("%.4f° %s, %.4f° %s", math.Abs(lat), ns, math.Abs(lon), ew)
}

// PhotoHint says in words what the weak signs suggest; "" when they suggest nothing.
func PhotoHint(v *audit.PictureView, w *Words) string {
	h := v.Facts.Hints
	best, key := firstFrom, ""
	for _, c := range []struct {
		value float64
		key   string
	}{{h.Scan, "scan"}, {h.Document, "document"}, {h.Skin, "skin"}, {h.Party, "party"}} {
		if c.value >= best {
			best, key = c.value, c.key
		}
	}
	if key == "" {
		return ""
	}
	return w.T("photo.hint." + key)
}
