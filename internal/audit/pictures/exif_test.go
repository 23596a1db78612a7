package pictures

import (
	"footprint/internal/footprint"
	"testing"
	"time"
)

func TestWhatTheExportSaysWins(t *testing.T) {
	lat, lon, other := 1.0, 2.0, 9.0
	taken := time.Date(2024, 1, 2, 0, 0, 0, 0, time.UTC)
	got := mergeExif(&footprint.Exif{Lat: &lat, Lon: &lon, Owner: "A"}, &footprint.Exif{Lat: &other, Lon: &other, Owner: "B", Taken: taken, People: []string{"C"}})
	if *got.Lat != 1 || got.Owner != "A" || got.Taken != taken || len(got.People) != 1 {
		t.Errorf("%+v", got)
	}
	if mergeExif(nil, &footprint.Exif{}) != nil {
		t.Error("a picture that says nothing makes facts")
	}
}
