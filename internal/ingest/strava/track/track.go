// Package track finds where a recorded way begins and ends: the first and the last position of a FIT, GPX or TCX
// file, compressed or not. It streams, keeps two positions, and looks at nothing else in the file.
package track

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"

	"footprint/internal/footprint"
)

// Point is a position in degrees, north and east positive.
type Point struct{ Lat, Lon float64 }

// Way is what is known of a track. Points is 0 for one recorded indoors.
type Way struct {
	First, Last Point
	Points      int
}

// add takes one position. Zeros come from receivers that have not found theirs yet.
func (w *Way) add(p Point) {
	if inside := p.Lat >= -90 && p.Lat <= 90 && p.Lon >= -180 && p.Lon <= 180; !inside || p == (Point{}) { // NaN is not inside
		return
	}
	if w.Points++; w.Points == 1 {
		w.First = p
	}
	w.Last = p
}

// maxTrack bounds what is unpacked of one file, in bytes; a day's track at one position a second has 20 MB as TCX.
const maxTrack = 256 << 20

var errTrack = fmt.Errorf("%w: neither FIT nor GPX nor TCX", footprint.ErrDamaged)

// Read reads a track by its content, whatever its name says. With an error it returns what was read before it.
func Read(r io.Reader) (Way, error) {
	in := bufio.NewReader(r)
	if head, _ := in.Peek(2); bytes.Equal(head, []byte{0x1f, 0x8b}) { // a shorter file is no track either way
		z, err := gzip.NewReader(in)
		if err != nil {
			return Way{}, fmt.Errorf("%w: %w", footprint.ErrDamaged, err)
		}
		defer z.Close()
		in = bufio.NewReader(z)
	}
	limited := &io.LimitedReader{R: in, N: maxTrack}
	body := bufio.NewReader(limited)
	var w Way
	var err error
	if head, _ := body.Peek(12); len(head) == 12 && string(head[8:12]) == ".FIT" {
		err = w.fit(body)
	} else {
		err = w.xml(body)
	}
	switch {
	case limited.N <= 0:
		return w, footprint.ErrTooLarge
	case err != nil && !errors.Is(err, footprint.ErrDamaged):
		return w, fmt.Errorf("%w: %w", footprint.ErrDamaged, err)
	}
	return w, err
}

// xml reads positions from the attributes of GPX or the elements of TCX.
func (w *Way) xml(in *bufio.Reader) error {
	d := xml.NewDecoder(in)
	d.Strict = false
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // only figures are read
	var lat float64
	element, known := "", false
	for {
		t, err := d.RawToken() // keeps no stack of open elements
		if err != nil {
			if errors.Is(err, io.EOF) && known {
				return nil
			}
			if errors.Is(err, io.EOF) {
				return errTrack
			}
			return err
		}
		switch t := t.(type) {
		case xml.StartElement:
			element = t.Name.Local
			known = known || element == "gpx" || element == "TrainingCenterDatabase"
			if element == "trkpt" || element == "rtept" {
				w.add(Point{attribute(t, "lat"), attribute(t, "lon")})
			}
		case xml.EndElement:
			element = ""
		case xml.CharData:
			switch v, err := strconv.ParseFloat(string(bytes.TrimSpace(t)), 64); {
			case err != nil:
			case element == "LatitudeDegrees":
				lat = v
			case element == "LongitudeDegrees":
				w.add(Point{lat, v})
			}
		}
	}
}

func attribute(e xml.StartElement, name string) float64 {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			if v, err := strconv.ParseFloat(a.Value, 64); err == nil {
				return v
			}
		}
	}
	return 0
}
