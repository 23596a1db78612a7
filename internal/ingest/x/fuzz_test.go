package x

import (
	"os"
	"path/filepath"
	"testing"
	"testing/fstest"
	"unicode/utf8"

	"footprint/internal/ingest"
)

// FuzzRead reads any content under any of the data file names.
func FuzzRead(f *testing.F) {
	files, err := filepath.Glob("testdata/2024/data/*.js")
	if err != nil || len(files) == 0 {
		f.Fatal(err)
	}
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(filepath.Base(file), content)
	}
	account := &fstest.MapFile{Data: []byte(`window.YTD.account.part0 = [{"account":{"accountId":"1","username":"a"}}]`)}
	f.Fuzz(func(t *testing.T, base string, content []byte) {
		if sectionOf(base) == nil {
			return
		}
		fsys := fstest.MapFS{"data/account.js": account, "data/" + base: {Data: content}}
		a, err := ingest.NewArchive(fsys, nil)
		if err != nil {
			return
		}
		exports, err := ingest.Detect(a, []ingest.Platform{Platform()})
		if err != nil {
			return
		}
		for it, err := range exports[0].Items(t.Context()) {
			if err == nil && (!utf8.ValidString(it.Text) || it.Kind == "" || it.Origin.File == "") {
				t.Errorf("item %+v", it)
			}
		}
	})
}
