package takeout

import (
	"io/fs"
	"os"
	"path"
	"testing"
	"testing/fstest"

	"footprint/internal/ingest"
)

// FuzzFiles feeds any content to the reader of any file of the invented exports.
func FuzzFiles(f *testing.F) {
	var names []string
	err := fs.WalkDir(os.DirFS("testdata"), ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || ingest.IsMedia(name) && path.Ext(name) != ".vcf" || path.Dir(name) == "golden" {
			return err
		}
		content, err := os.ReadFile(path.Join("testdata", name))
		f.Add(len(names), content)
		names = append(names, name)
		return err
	})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, which int, content []byte) {
		if which < 0 {
			return
		}
		a, err := ingest.NewArchive(fstest.MapFS{names[which%len(names)]: {Data: content}}, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, found := range Platform().Recognize(a) {
			for it, err := range ingest.NewExport(Platform(), found, a).Items(t.Context()) {
				if err == nil && (it.Origin.File == "" || it.Kind == "") {
					t.Fatal("an item without origin or kind")
				}
			}
		}
	})
}
