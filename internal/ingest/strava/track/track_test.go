package track

import (
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"math"
	"testing"

	"footprint/internal/footprint"
)

// fitFile writes a FIT file with one definition and the positions as semicircles.
func fitFile(order binary.AppendByteOrder, arch byte, points ...[2]int32) []byte {
	body := []byte{0x40, 0, arch}
	body = order.AppendUint16(body, recordMessage)
	body = append(body, 3, 253, 4, 0x86, latitudeField, 4, 0x85, longitudeField, 4, 0x85)
	for _, p := range points {
		body = append(body, 0)
		body = order.AppendUint32(body, 1)
		body = order.AppendUint32(body, uint32(p[0]))
		body = order.AppendUint32(body, uint32(p[1]))
	}
	head := append([]byte{14, 16, 0, 0}, binary.LittleEndian.AppendUint32(nil, uint32(len(body)))...)
	head = append(head, ".FIT\x00\x00"...)
	return append(append(head, body...), 0, 0)
}

func gzipped(b []byte) []byte {
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	if _, err := z.Write(b); err != nil {
		panic(err)
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return out.Bytes()
}

const (
	gpx = `<?xml version="1.0"?><gpx><trk><trkseg><trkpt lat="0.0" lon="0.0"/><trkpt lat="51.5" lon="3.5"><ele>2</ele></trkpt><trkpt lat="52.5" lon="-4.5"/></trkseg></trk></gpx>`
	tcx = "   \n<?xml version=\"1.0\"?><TrainingCenterDatabase><Trackpoint><Position><LatitudeDegrees>51.5</LatitudeDegrees><LongitudeDegrees>3.5</LongitudeDegrees></Position></Trackpoint>" +
		"<Trackpoint><Position><LatitudeDegrees> 52.5 </LatitudeDegrees><LongitudeDegrees>-4.5</LongitudeDegrees></Position></Trackpoint></TrainingCenterDatabase>"
)

func TestRead(t *testing.T) {
	semi := func(degrees float64) int32 { return int32(degrees / 180 * (1 << 31)) }
	points := [][2]int32{{invalid, invalid}, {semi(51.5), semi(3.5)}, {semi(52.5), semi(-4.5)}}
	little, big := fitFile(binary.LittleEndian, 0, points...), fitFile(binary.BigEndian, 1, points...)
	for name, tc := range map[string]struct {
		in     []byte
		points int
		err    error
	}{
		"gpx":               {[]byte(gpx), 2, nil},
		"gpx compressed":    {gzipped([]byte(gpx)), 2, nil},
		"tcx after blanks":  {[]byte(tcx), 2, nil},
		"fit":               {little, 2, nil},
		"fit big endian":    {gzipped(big), 2, nil},
		"two fits":          {append(bytes.Clone(little), little...), 4, nil},
		"fit cut":           {little[:len(little)-8], 1, footprint.ErrDamaged},
		"gpx cut":           {[]byte(gpx)[:len(gpx)-30], 1, footprint.ErrDamaged},
		"indoors":           {[]byte("<gpx></gpx>"), 0, nil},
		"something else":    {[]byte("hello"), 0, footprint.ErrDamaged},
		"empty":             {nil, 0, footprint.ErrDamaged},
		"broken compressed": {gzipped([]byte(gpx))[:40], 0, footprint.ErrDamaged},
	} {
		t.Run(name, func(t *testing.T) {
			w, err := Read(bytes.NewReader(tc.in))
			if w.Points != tc.points || !errors.Is(err, tc.err) {
				t.Fatalf("%+v, %v", w, err)
			}
			near := func(a, b float64) bool { return math.Abs(a-b) < 1e-5 }
			if w.Points > 0 && (!near(w.First.Lat, 51.5) || !near(w.First.Lon, 3.5)) {
				t.Errorf("first %+v", w.First)
			}
			if w.Points > 1 && (!near(w.Last.Lat, 52.5) || !near(w.Last.Lon, -4.5)) {
				t.Errorf("last %+v", w.Last)
			}
		})
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(gpx))
	f.Add([]byte(tcx))
	f.Add(fitFile(binary.LittleEndian, 0, [2]int32{1 << 28, 1 << 28}))
	f.Add(gzipped([]byte(gpx)))
	f.Fuzz(func(t *testing.T, b []byte) {
		w, err := Read(bytes.NewReader(b))
		if err == nil && w.Points > 0 && (math.Abs(w.Last.Lat) > 90 || math.Abs(w.First.Lon) > 180) {
			t.Errorf("%+v", w)
		}
		if err != nil && !errors.Is(err, footprint.ErrDamaged) {
			t.Error(err)
		}
	})
}
