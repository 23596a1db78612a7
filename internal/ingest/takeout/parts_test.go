package takeout

import (
	"archive/zip"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/ingest/ingesttest"
)

// pack writes the invented export into numbered parts: files go round, so that pictures and their sidecars
// lie apart.
func pack(t *testing.T, parts int) []string {
	t.Helper()
	root := "testdata/2024-english"
	a, err := ingest.NewArchive(os.DirFS(root), nil)
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	var paths []string
	for p := range parts {
		path := filepath.Join(dir, "takeout-20240516T230250Z-1-00"+string(rune('1'+p))+".zip")
		f, err := os.Create(path)
		if err != nil {
			t.Fatal(err)
		}
		z := zip.NewWriter(f)
		for i, name := range a.Names() {
			if i%parts != p {
				continue
			}
			content, err := os.ReadFile(filepath.Join(root, name))
			if err != nil {
				t.Fatal(err)
			}
			w, err := z.Create(name)
			if err == nil {
				_, err = w.Write(content)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		if err := f.Close(); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	return paths
}

func TestPartsInAnyOrder(t *testing.T) {
	whole := ingesttest.Read(t, Platform(), ingesttest.Invented("2024-english"))
	parts := pack(t, 3)
	slices.Reverse(parts)
	got := ingesttest.Read(t, Platform(), ingesttest.Path(parts...))
	if len(got.Exports) != 1 || len(got.Items) != len(whole.Items) {
		t.Fatalf("%d exports, %d items, want %d", len(got.Exports), len(got.Items), len(whole.Items))
	}
	for i := range got.Items {
		if got.Items[i].ID != whole.Items[i].ID {
			t.Errorf("item %d of %s has another id", i, got.Items[i].Origin.File)
		}
	}
}

func TestMissingPartIsNamed(t *testing.T) {
	parts := pack(t, 3)
	a, err := ingest.Open(t.Context(), parts[2], parts[0])
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	if !slices.ContainsFunc(a.Notes, func(n string) bool { return strings.HasPrefix(n, "part 2 ") }) {
		t.Errorf("notes %q", a.Notes)
	}
}

func TestPartsUnpackedBesideEachOther(t *testing.T) {
	sidecar := `{"title":"a.jpg","photoTakenTime":{"timestamp":"1600000000"},"url":"https://photos.google.com/photo/AF1QipInventedKey00000001"}`
	file := func(s string) *fstest.MapFile { return &fstest.MapFile{Data: []byte(s)} }
	r := ingesttest.Read(t, Platform(), ingesttest.FS("unpacked", fstest.MapFS{
		"Downloads/takeout-20240516T230250Z-001/Takeout/Google Photos/Photos from 2020/a.jpg":                            file("x"),
		"Downloads/takeout-20240516T230250Z-003/Takeout/Google Photos/Photos from 2020/a.jpg.supplemental-metadata.json": file(sidecar),
		"Downloads/other.txt": file("x"),
	}))
	photos := r.Of(footprint.KindPhoto)
	if len(r.Exports) != 1 || len(photos) != 1 || len(photos[0].Media) != 1 || photos[0].Created.Year() != 2020 {
		t.Errorf("%d exports, photos %+v", len(r.Exports), photos)
	}
	if notes := r.Exports[0].Notes; !slices.Equal(notes, []string{"part 2 of takeout-20240516T230250Z is missing"}) {
		t.Errorf("notes %q", notes)
	}
}
