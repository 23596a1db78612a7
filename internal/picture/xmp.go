package picture

import (
	"encoding/xml"
	"errors"
	"io"
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
				in.property(a.Name.Local, a.Value, gps, &region)
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
				in.property(propertyName(path), s, gps, &region)
			}
		}
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

func (in *Info) property(name, value string, gps *position, region *Region) {
	value = clean(value)
	switch name {
	case "creator", "OwnerName", "CameraOwnerName", "Artist":
		in.named(value)
	case "CaptionWriter":
		in.Owners = append(in.Owners, value)
	case "title", "description", "Headline", "UserComment", "ImageDescription", "AltTextAccessibility":
		in.Captions = append(in.Captions, value)
	case "subject":
		in.Keywords = append(in.Keywords, value)
	case "City", "State", "Country", "Location", "CountryName", "Sublocation", "ProvinceState":
		in.Places = append(in.Places, value)
	case "CiEmailWork", "CiUrlWork", "CiTelWork", "CreatorWorkEmail", "CreatorWorkURL":
		in.Contacts = append(in.Contacts, value)
	case "SerialNumber", "BodySerialNumber", "LensSerialNumber":
		in.Serials = append(in.Serials, value)
	case "PersonInImage":
		in.Exif.People = append(in.Exif.People, value)
	case "PersonDisplayName":
		region.Name = value
	case "Name":
		region.Name = value
	case "Rectangle":
		region.rectangle(value)
	case "x", "y", "w", "h":
		region.area(name, value)
	case "CreatorTool":
		setFirst(&in.Exif.Software, value)
	case "Make":
		setFirst(&in.Exif.Make, value)
	case "Model":
		setFirst(&in.Exif.Model, value)
	case "CreateDate", "DateCreated", "DateTimeOriginal":
		in.taken(value, false)
	case "Orientation":
		if n, err := strconv.Atoi(value); err == nil && in.Orientation == 0 {
			in.Orientation = n
		}
	case "GPSLatitude", "GPSLongitude", "GPSImgDirection":
		gps.tag(name, value)
	}
}

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
