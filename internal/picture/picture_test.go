package picture

import (
	"bytes"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"footprint/internal/need"
)

func inspectFile(t testing.TB, path string) (Info, error) {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	st, err := f.Stat()
	if err != nil {
		t.Fatal(err)
	}
	return Inspect(f, st.Size())
}

// The expected values were read by ExifTool: expected.json, see SOURCE.txt there.
func TestInspectFindsWhatExifToolFinds(t *testing.T) {
	b, err := os.ReadFile(need.Sample(t, "images", "expected.json"))
	if err != nil {
		t.Fatal(err)
	}
	var want map[string]struct{ Tags map[string]any }
	if err := json.Unmarshal(b, &want); err != nil {
		t.Fatal(err)
	}
	for name, w := range want {
		t.Run(name, func(t *testing.T) {
			in, err := inspectFile(t, need.Sample(t, "images", name))
			if err != nil && name != "broken_exif.jpg" {
				t.Error(err)
			}
			words := strings.Join(slices.Concat(in.Captions, in.Keywords, in.Places, in.Contacts, in.Exif.People, in.Serials, in.Owners,
				[]string{in.Exif.Owner, in.Exif.Make, in.Exif.Model, in.Exif.Software}), "\n")
			for tag, v := range w.Tags {
				_, tag, _ := strings.Cut(tag, ":")
				switch tag {
				case "GPSPosition":
					var lat, lon float64
					if n, _ := fscan(v.(string), &lat, &lon); n != 2 || !in.Exif.HasPlace() ||
						math.Abs(*in.Exif.Lat-lat) > 1e-4 || math.Abs(*in.Exif.Lon-lon) > 1e-4 {
						t.Errorf("position: got %v %v, want %v", deref(in.Exif.Lat), deref(in.Exif.Lon), v)
					}
				case "Artist", "By-line", "Creator", "OwnerName", "UserComment", "ImageDescription", "Headline", "Caption-Abstract",
					"ObjectName", "City", "State", "Province-State", "RegionName", "RegionPersonDisplayName", "Subject", "Keywords", "CreatorWorkEmail", "Make", "Model":
					for _, s := range stringsOf(v) {
						if !strings.Contains(words, s) {
							t.Errorf("%s: %q not found", tag, s)
						}
					}
				case "DateTimeOriginal":
					if got := in.Exif.Taken.Format("2006:01:02 15:04:05"); got != v {
						t.Errorf("taken: got %s, want %s", got, v)
					}
				case "Orientation":
					if float64(in.Orientation) != v {
						t.Errorf("orientation: got %d, want %v", in.Orientation, v)
					}
				case "ImageWidth":
					if float64(in.Width) != v {
						t.Errorf("width: got %d, want %v", in.Width, v)
					}
				}
			}
			if _, ok := w.Tags["Composite:GPSPosition"]; !ok && in.Exif.HasPlace() {
				t.Errorf("position where ExifTool finds none: %v", *in.Exif.Lat)
			}
		})
	}
}

func TestRegions(t *testing.T) {
	in, err := inspectFile(t, need.Sample(t, "images", "faces.jpg"))
	if err != nil {
		t.Fatal(err)
	}
	if len(in.Regions) != 2 {
		t.Fatalf("regions: %+v", in.Regions)
	}
	for _, r := range in.Regions {
		if r.Wide <= 0 || r.High <= 0 || r.Left < 0 || r.Left+r.Wide > 1 || r.Top+r.High > 1 {
			t.Errorf("region outside the picture: %+v", r)
		}
	}
}

func TestDamagedFilesEndInErrorsNotPanics(t *testing.T) {
	dir := filepath.Dir(need.Sample(t, "images", "expected.json"))
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		b, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if err != nil {
			t.Fatal(err)
		}
		for cut := 1; cut < len(b); cut += 1 + len(b)/23 {
			short := b[:cut]
			_, _ = Inspect(bytes.NewReader(short), int64(len(short))) // must return; what it returns depends on the cut
		}
	}
	if _, err := Inspect(strings.NewReader("<svg xmlns='http://www.w3.org/2000/svg'/>"), 40); err == nil {
		t.Error("an SVG is taken for a picture")
	}
	if _, err := Inspect(strings.NewReader("MZ\x90\x00 renamed program"), 20); err == nil {
		t.Error("a program is taken for a picture")
	}
}

func FuzzInspect(f *testing.F) {
	f.Add([]byte("\xff\xd8\xff\xe1\x00\x10Exif\x00\x00II*\x00\x08\x00\x00\x00"))
	f.Add([]byte("\x00\x00\x00\x18ftypqt  \x00\x00\x00\x00qt  \x00\x00\x00\x08moov"))
	f.Add([]byte("GIF89a!\xfe\x05hello\x00;"))
	f.Fuzz(func(t *testing.T, b []byte) {
		in, _ := Inspect(bytes.NewReader(b), int64(len(b)))
		if in.Exif.HasPlace() && (math.Abs(*in.Exif.Lat) > 90 || math.Abs(*in.Exif.Lon) > 180) {
			t.Errorf("position outside the globe: %v %v", *in.Exif.Lat, *in.Exif.Lon)
		}
	})
}
