//go:build !race

package audit

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"footprint/internal/audit/pictures"
	"footprint/internal/need"
)

// Without a program that decodes HEIC the ledger says so; once it is there, the picture is looked at after all.
func TestPicturesWaitForTheirDecoder(t *testing.T) {
	b, err := os.ReadFile(need.Sample(t, "images", "gps.heic"))
	if err != nil {
		t.Fatal(err)
	}
	programs := os.Getenv("PATH")
	t.Setenv("PATH", t.TempDir())
	a, _ := onFilm(t, map[string][]byte{"a.heic": b})
	sources, err := a.Sources(t.Context())
	if err != nil || len(sources) != 1 {
		t.Fatal(sources, err)
	}
	if failed := sources[0].Ledger.Failed; len(failed) != 1 || !strings.Contains(failed[0].Error, "libheif") {
		t.Errorf("the ledger says %+v", failed)
	}
	album, err := a.Album(t.Context())
	if err != nil || len(album) != 1 || album[0].Thumbnail != "" || album[0].Copies[0].Lat == nil {
		t.Fatalf("%+v, %v", album, err)
	}
	t.Setenv("PATH", programs)
	need.That(t, len(pictures.MissingDecoders()) == 0, "a program that decodes HEIC")
	t.Setenv("PATH", onlyDecoders(t)) // reading text would take minutes
	if s, err := a.PictureState(t.Context()); err != nil || s.Waiting != 1 {
		t.Errorf("%+v, %v", s, err)
	}
	if r, err := a.LookAtPictures(t.Context(), nil); err != nil || r.Looked != 1 || r.Failed != 0 {
		t.Errorf("%+v, %v", r, err)
	}
	album, err = a.Album(t.Context())
	if err != nil || album[0].Thumbnail == "" {
		t.Fatalf("%+v, %v", album, err)
	}
	if _, err := os.Stat(album[0].Thumbnail); err != nil {
		t.Error(err)
	}
}

// onlyDecoders is a folder with the programs that decode pictures and no other.
func onlyDecoders(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, program := range []string{"heif-dec", "heif-convert", "prlimit"} {
		if path, err := exec.LookPath(program); err == nil {
			if err := os.Symlink(path, filepath.Join(dir, program)); err != nil {
				t.Fatal(err)
			}
		}
	}
	return dir
}
