package audit

import (
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"footprint/internal/audit/pictures"
	"footprint/internal/footprint"
)

func TestStripCopiesAndLeavesOriginals(t *testing.T) {
	in, out := t.TempDir(), t.TempDir()
	img := image.NewNRGBA(image.Rect(0, 0, 30, 20))
	img.Set(1, 1, color.NRGBA{200, 10, 10, 255})
	file := filepath.Join(in, "a.png")
	f, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(in, "notes.txt"), []byte("no picture"), 0o600); err != nil {
		t.Fatal(err)
	}
	before, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for round := range 2 { // the second round finds the names taken
		p := new(footprint.Progress)
		done, err := pictures.Strip(t.Context(), []string{in}, out, pictures.StripOptions{BlurFaces: true}, p)
		if err != nil {
			t.Fatal(err)
		}
		if len(done) != 2 || done[0].To == "" || done[1].Error == "" || p.Snapshot().Done != 2 {
			t.Errorf("round %d: %+v", round, done)
		}
	}
	after, err := os.ReadFile(file)
	if err != nil || string(after) != string(before) {
		t.Errorf("the original changed: %v", err)
	}
	copies, err := os.ReadDir(out)
	if err != nil || len(copies) != 2 {
		t.Fatalf("%v, %v", copies, err)
	}
	if info, err := copies[0].Info(); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("mode %v, %v", info.Mode(), err)
	}
}
