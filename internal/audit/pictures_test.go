package audit

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"testing/fstest"

	"footprint/internal/audit/pictures"
	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/photos"
	"footprint/internal/need"
)

// look takes the first look at the media of items, with a database of its own.
func look(t *testing.T, f *fixture, archive *ingest.Archive, items ...footprint.Item) pictures.Found {
	t.Helper()
	g, err := f.NewGallery(t.Context(), archive, 1)
	if err != nil {
		t.Fatal(err)
	}
	found, err := g.Look(t.Context(), items)
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// A folder of pictures is no export; it is taken in when the user says what it is.
func TestPicturesThatAreNoExport(t *testing.T) {
	a, err := Open(t.Context(), Options{Path: filepath.Join(t.TempDir(), "a.db"), Platforms: []ingest.Platform{paper}, Pictures: photos.Platform(), Rules: rules(t)})
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	b, err := os.ReadFile(need.Sample(t, "images", "gps_iptc.jpg"))
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "pier.jpg"), b, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := a.AuditPictures(t.Context(), []string{dir}, nil); !errors.Is(err, footprint.ErrNoConsent) {
		t.Errorf("before consent: %v", err)
	}
	if err := a.GiveConsent(t.Context()); err != nil {
		t.Fatal(err)
	}
	if _, err := a.Audit(t.Context(), []string{dir}, nil); !errors.Is(err, ingest.ErrPhotos) {
		t.Errorf("as an export: %v", err)
	}
	r, err := a.AuditPictures(t.Context(), []string{dir}, nil)
	album, _ := a.Album(t.Context())
	if err != nil || r.Import.Added != 1 || len(album) != 1 || album[0].Copies[0].Lat == nil {
		t.Errorf("as pictures: %+v, %+v, %v", r.Import, album, err)
	}
}

func TestPicturesAreRead(t *testing.T) {
	files := fstest.MapFS{"cut.jpg": {Data: []byte("\xff\xd8\xff\xe1\x00")}, "voice.ogg": {Data: []byte("OggS")}, "tool.jpg": {Data: []byte("MZ\x90\x00 a program by another name")}}
	for _, name := range []string{"gps_iptc.jpg", "gps.heic", "faces.jpg"} {
		b, err := os.ReadFile(need.Sample(t, "images", name))
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: b}
	}
	archive, err := ingest.NewArchive(files, nil)
	if err != nil {
		t.Fatal(err)
	}
	items := []footprint.Item{{ID: "a", Kind: footprint.KindPost, Media: []footprint.Media{{Path: "gps_iptc.jpg", Type: footprint.MediaPhoto}, {Path: "faces.jpg", Type: footprint.MediaPhoto}, {Path: "cut.jpg", Type: footprint.MediaPhoto},
		{Path: "missing.jpg", Type: footprint.MediaPhoto}, {Path: "voice.ogg", Type: footprint.MediaAudio}, {Path: "tool.jpg", Type: footprint.MediaPhoto}}}}
	f := newFixture(t)
	got := look(t, f, archive, items...)
	it := items[0]
	if !it.Exif.HasPlace() || it.Exif.Owner == "" || len(it.Exif.People) != 2 || it.Description == "" {
		t.Errorf("%+v", it.Exif)
	}
	if it.Media[1].Exif.HasPlace() {
		t.Error("the place of one picture went to another")
	}
	var failed []string
	for _, x := range got.Failed {
		failed = append(failed, x.File)
	}
	if want := []string{"cut.jpg", "missing.jpg", "tool.jpg"}; !slices.Equal(failed, want) {
		t.Errorf("failed: %v, want %v", got.Failed, want)
	}
	for _, p := range got.Pictures[:2] {
		if p.Hash == nil {
			t.Errorf("no hash of %s", p.Facts)
		}
		if info, err := os.Stat(pictures.ThumbsOf(f.Core).File(p.Content)); err != nil || info.Mode().Perm() != 0o600 {
			t.Errorf("thumbnail: %v, %v", info, err)
		}
	}
}
