package audit

import (
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"
	"time"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
)

func TestPicturesAreRead(t *testing.T) {
	dir := filepath.Join("..", "..", "..", "shared", "fixtures", "images")
	files := fstest.MapFS{"cut.jpg": {Data: []byte("\xff\xd8\xff\xe1\x00")}, "voice.ogg": {Data: []byte("OggS")}}
	for _, name := range []string{"gps_iptc.jpg", "gps.heic", "faces.jpg"} {
		b, err := os.ReadFile(filepath.Join(dir, name))
		if err != nil {
			t.Skip("the samples beside the checkout are not there")
		}
		files[name] = &fstest.MapFile{Data: b}
	}
	archive, err := ingest.NewArchive(files, nil)
	if err != nil {
		t.Fatal(err)
	}
	it := footprint.Item{Kind: footprint.KindPost, Media: []footprint.Media{{Path: "gps_iptc.jpg", Type: footprint.MediaPhoto}, {Path: "faces.jpg", Type: footprint.MediaPhoto}, {Path: "cut.jpg", Type: footprint.MediaPhoto},
		{Path: "missing.jpg", Type: footprint.MediaPhoto}, {Path: "voice.ogg", Type: footprint.MediaAudio}}}
	failed := lookAtMedia(archive, &it)
	if !it.Exif.HasPlace() || it.Exif.Owner == "" || len(it.Exif.People) != 2 || it.Description == "" {
		t.Errorf("%+v", it.Exif)
	}
	if it.Media[1].Exif.HasPlace() {
		t.Error("the place of one picture went to another")
	}
	if len(failed) < 1 || failed[len(failed)-1].File != "missing.jpg" {
		t.Errorf("failed: %v", failed)
	}
}

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
