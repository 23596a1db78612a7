package picture

import (
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strconv"
	"strings"
)

const (
	maxXMP      = 4 << 20
	maxXMPDepth = 64
	maxXMPNodes = 50_000
)

// xmp reads an XMP packet: properties as attributes or elements, lists, and face regions with names, which
// are structures. The whole of r is read, as imagemeta asks.
func (in *Info) xmp(r io.Reader, gps *position) error {
	defer func() { _, _ = io.Copy(io.Discard, r) }()
	d := xml.NewDecoder(io.LimitReader(r, maxXMP))
	d.Strict = false
	var path []string
	var region Region
	places := xmpPlaces{taken: gps}
	defer func() { places.settle() }()
	for nodes := 0; ; nodes++ {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) || nodes > maxXMPNodes {
			return nil
		}
		if err != nil {
			return nil // a broken packet gives what came before the break
		}
		switch tok := tok.(type) {
		case xml.StartElement:
			if len(path) >= maxXMPDepth {
				return errTooDeep
			}
			path = append(path, tok.Name.Local)
			for _, a := range tok.Attr {
				if a.Name.Space != "xmlns" {
					in.property(path, a.Name.Local, a.Value, &places, &region)
				}
			}
		case xml.EndElement:
			if len(path) > 0 {
				path = path[:len(path)-1]
			}
			if name := tok.Name.Local; (name == "li" || name == "Description") && region.Name != "" && (region.Wide > 0 || name == "li") {
				in.addRegion(region)
				region = Region{}
			}
			if tok.Name.Local == "xmpmeta" {
				in.tidy()
				return nil
			}
		case xml.CharData:
			if s := clean(string(tok)); s != "" {
				in.property(path, propertyName(path), s, &places, &region)
			}
		}
	}
}

// xmpPlaces are the positions of a packet: where the picture was taken, and where the place lies that it tells of,
// which counts when the other is missing.
type xmpPlaces struct {
	taken *position
	told  position
}

func (p *xmpPlaces) settle() {
	if p.taken.lat == nil && p.taken.lon == nil {
		p.taken.lat, p.taken.lon, p.taken.south, p.taken.west = p.told.lat, p.told.lon, p.told.south, p.told.west
	}
}

// propertyName is the innermost element that is not list syntax.
func propertyName(path []string) string {
	for i := len(path) - 1; i >= 0; i-- {
		switch path[i] {
		case "li", "Seq", "Bag", "Alt":
		default:
			return path[i]
		}
	}
	return ""
}

// property takes one value by the elements around it.
func (in *Info) property(path []string, name, value string, p *xmpPlaces, region *Region) {
	switch {
	case name == "PersonDisplayName", name == "Name" && within(path, "RegionList"):
		region.Name = clean(value)
	case name == "Rectangle":
		region.rectangle(value)
	case name == "x", name == "y", name == "w", name == "h":
		region.area(name, value)
	case name == "GPSLatitude", name == "GPSLongitude", name == "GPSLatitudeRef", name == "GPSLongitudeRef", name == "GPSImgDirection":
		to := p.taken
		if within(path, "LocationShown") || within(path, "LocationCreated") {
			to = &p.told
		}
		to.tag(name, clean(value))
	default:
		in.field(name, value)
	}
}

func within(path []string, name string) bool { return slices.Contains(path, name) }

// rectangle reads Microsoft's "left, top, width, height" in fractions.
func (r *Region) rectangle(value string) {
	parts := strings.Split(value, ",")
	if len(parts) != 4 {
		return
	}
	for i, to := range []*float64{&r.Left, &r.Top, &r.Wide, &r.High} {
		*to, _ = strconv.ParseFloat(strings.TrimSpace(parts[i]), 64)
	}
}

// area reads one value of an mwg-rs area, whose x and y are the centre.
func (r *Region) area(name, value string) {
	v, err := strconv.ParseFloat(value, 64)
	if err != nil || v < 0 || v > 1 {
		return
	}
	switch name {
	case "x":
		r.Left = v
	case "y":
		r.Top = v
	case "w":
		r.Left, r.Wide = r.Left-v/2, v
	case "h":
		r.Top, r.High = r.Top-v/2, v
	}
}

func (in *Info) addRegion(r Region) {
	in.Exif.People = append(in.Exif.People, r.Name)
	for _, have := range in.Regions {
		if have.Name == r.Name { // two vocabularies mark the same face
			return
		}
	}
	in.Regions = append(in.Regions, r)
}
