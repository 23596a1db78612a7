package all

import (
	"archive/zip"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"footprint/internal/ingest"
)

// pack zips those files of a folder that keep says.
func pack(t *testing.T, to, from string, keep func(name string) bool) {
	t.Helper()
	f, err := os.Create(to)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z := zip.NewWriter(f)
	root := os.DirFS(from)
	err = fs.WalkDir(root, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !keep(name) {
			return err
		}
		content, err := fs.ReadFile(root, name)
		if err != nil {
			return err
		}
		w, err := z.Create(name)
		if err != nil {
			return err
		}
		_, err = w.Write(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
}

func everything(string) bool { return true }

// imported opens a path and returns the platforms with their item counts, after checking that every file is
// accounted for.
func imported(t *testing.T, paths ...string) (platforms []string, items int) {
	t.Helper()
	a, err := ingest.Open(t.Context(), paths...)
	if err != nil {
		t.Fatal(err)
	}
	defer a.Close()
	exports, err := ingest.Detect(a, Platforms())
	if err != nil {
		t.Fatal(err)
	}
	files := len(a.Leftovers(exports))
	for _, x := range exports {
		platforms = append(platforms, x.Platform.ID)
		for _, err := range x.Items(t.Context()) {
			if err == nil {
				items++
			}
		}
		s := x.Ledger.Summary()
		files += len(s.Read) + len(s.Skipped) + len(s.Failed) + len(s.Unknown) + s.Media
	}
	if files != len(a.Names())+len(a.Refused) {
		t.Errorf("%d files accounted for, %d there", files, len(a.Names()))
	}
	slices.Sort(platforms)
	return platforms, items
}

func TestSeveralDownloadsInOneFolder(t *testing.T) {
	const x, mastodon, reddit = "../x/testdata/2024", "../mastodon/testdata/2023", "../reddit/testdata/2025"
	_, xItems := imported(t, x)
	_, mastodonItems := imported(t, mastodon)
	_, redditItems := imported(t, reddit)
	dir := t.TempDir()
	pack(t, filepath.Join(dir, "twitter-2025-03-01-abcdef0123456789.zip"), x, everything)
	pack(t, filepath.Join(dir, "archive-20250301000000-abc.zip"), mastodon, everything)
	pack(t, filepath.Join(dir, "export_quiet_lathe_20250301.zip"), reddit, everything)
	platforms, items := imported(t, dir)
	if want := []string{"mastodon", "reddit", "x"}; !slices.Equal(platforms, want) {
		t.Errorf("platforms %v, want %v", platforms, want)
	}
	if want := xItems + mastodonItems + redditItems; items != want || items == 0 {
		t.Errorf("%d items together, %d one by one", items, want)
	}
}

func TestPartsOfOneDownload(t *testing.T) {
	const x = "../x/testdata/2024"
	_, whole := imported(t, x)
	dir := t.TempDir()
	media := func(name string) bool { return filepath.Ext(name) == ".jpg" || filepath.Ext(name) == ".mp4" }
	pack(t, filepath.Join(dir, "twitter-2025-03-01-part2.zip"), x, media)
	pack(t, filepath.Join(dir, "twitter-2025-03-01-part1.zip"), x, func(name string) bool { return !media(name) })
	platforms, items := imported(t, filepath.Join(dir, "twitter-2025-03-01-part2.zip"), filepath.Join(dir, "twitter-2025-03-01-part1.zip"))
	if !slices.Equal(platforms, []string{"x"}) || items != whole {
		t.Errorf("platforms %v, %d items, want x and %d", platforms, items, whole)
	}
}
