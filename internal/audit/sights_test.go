package audit

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"iter"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"footprint/internal/audit/pictures"
	"footprint/internal/footprint"
	"footprint/internal/ingest"
	"footprint/internal/need"
)

// film is a platform for tests: every PNG of a folder is an own photo that friends see.
var film = ingest.Platform{
	ID: "film", Name: "Film",
	Recognize: func(a *ingest.Archive) []ingest.Found {
		return []ingest.Found{{Root: ".", Layout: "test", Format: "png"}}
	},
	Read: func(ctx context.Context, x *ingest.Export) iter.Seq2[footprint.Item, error] {
		return func(yield func(footprint.Item, error) bool) {
			for _, name := range x.Files() {
				it := footprint.Item{Kind: footprint.KindPhoto, Author: footprint.AuthorSelf, NativeID: name, Visibility: footprint.VisibilityFriends,
					Media: []footprint.Media{{Path: x.Path(name), Type: footprint.MediaPhoto}}, Origin: footprint.Origin{File: x.Path(name)}}
				if !yield(it, ctx.Err()) {
					return
				}
			}
		}
	},
}

// sheet is a picture of stripes; each seed gives another.
func sheet(seed, w, h int) []byte {
	img := image.NewGray(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			img.SetGray(x, y, color.Gray{uint8((x*seed/8 + y*y*seed/300 + (x/(20+seed*7)+y/(31+seed*3))%2*90) & 255)})
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, img); err != nil {
		panic(err)
	}
	return b.Bytes()
}

// onFilm opens a database on the built-in rules and imports a folder of pictures.
func onFilm(t *testing.T, files map[string][]byte) (*Auditor, string) {
	t.Helper()
	rules := builtin(t)
	a, err := Open(t.Context(), Options{Path: filepath.Join(t.TempDir(), "a.db"), Platforms: []ingest.Platform{film}, Rules: rules})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := a.Close(); err != nil {
			t.Error(err)
		}
	})
	if err := a.GiveConsent(t.Context()); err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	for name, b := range files {
		if err := os.WriteFile(filepath.Join(dir, name), b, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := a.Import(t.Context(), []string{dir}, nil); err != nil {
		t.Fatal(err)
	}
	return a, dir
}

func TestSecondPassStopsAndGoesOn(t *testing.T) {
	t.Setenv("PATH", t.TempDir()) // without a reader of text, which would take most of the time
	processors := runtime.GOMAXPROCS(0)
	n := max(20, 3*processors) // more than one batch
	files := map[string][]byte{}
	for i := range n {
		files[fmt.Sprintf("%03d.png", i)] = sheet(i+1, 80, 60)
	}
	a, _ := onFilm(t, files)
	before, err := a.PictureState(t.Context())
	if err != nil || before.Waiting != n {
		t.Fatalf("%+v, %v", before, err)
	}
	ctx, stop := context.WithCancel(t.Context())
	var kept atomic.Int32
	a.Now = func() time.Time { // asked for each picture that is to be stored: by then at least one is
		if int(kept.Add(1)) == processors+1 {
			stop()
		}
		return day1
	}
	first, err := a.LookAtPictures(ctx, nil)
	if !errors.Is(err, context.Canceled) {
		t.Fatalf("stopped with %v", err)
	}
	second, err := a.LookAtPictures(t.Context(), nil)
	if err != nil || first.Looked == 0 || first.Looked+second.Looked != n {
		t.Errorf("%d and %d looked at, %v", first.Looked, second.Looked, err)
	}
	third, err := a.LookAtPictures(t.Context(), nil)
	if err != nil || third.Looked != 0 {
		t.Errorf("looked again at %d, %v", third.Looked, err)
	}
}

func TestExportThatWentAwayWaits(t *testing.T) {
	a, dir := onFilm(t, map[string][]byte{"a.png": sheet(3, 160, 120)})
	if err := os.Rename(dir, dir+"-moved"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir + "-moved") })
	r, err := a.LookAtPictures(t.Context(), nil)
	if err != nil || r.Looked != 0 || !slices.Equal(r.Away, []string{dir}) {
		t.Errorf("%+v, %v", r, err)
	}
	album, err := a.Album(t.Context())
	if err != nil || len(album) != 1 {
		t.Fatal(album, err)
	}
	if img, err := a.PictureImage(t.Context(), album[0], 800); err != nil || img.Bounds().Dx() != 160 {
		t.Errorf("the thumbnail does not stand in: %v, %v", img, err)
	}
}

func TestWordsInAPictureAreJudged(t *testing.T) {
	need.Tools(t, "tesseract")
	b, err := os.ReadFile(filepath.Join("testdata", "label.png"))
	if err != nil {
		t.Fatal(err)
	}
	a, _ := onFilm(t, map[string][]byte{"a.png": b})
	if _, err := a.LookAtPictures(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	if _, err := a.Analyze(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	album, err := a.Album(t.Context())
	if err != nil || len(album) != 1 {
		t.Fatal(album, err)
	}
	v, err := a.PictureView(t.Context(), album[0])
	if err != nil || !strings.Contains(v.Sight.Text(), "FENWICK") || len(v.Tasks) == 0 || v.Tasks[0].Severity != footprint.SeverityCritical {
		t.Errorf("read %q, tasks %v, %v", v.Sight.Text(), v.Tasks, err)
	}
}

func TestOneAnswerCoversCopies(t *testing.T) {
	original := sheet(5, 320, 240)
	a, _ := onFilm(t, map[string][]byte{"a.png": original, "b.png": sheet(9, 320, 240)})
	small, _ := png.Decode(bytes.NewReader(original))
	var again bytes.Buffer
	half := image.NewGray(image.Rect(0, 0, 280, 210))
	for y := range 210 {
		for x := range 280 {
			half.Set(x, y, small.At(x*320/280, y*240/210))
		}
	}
	if err := png.Encode(&again, half); err != nil {
		t.Fatal(err)
	}
	album, err := a.Album(t.Context())
	if err != nil || len(album) != 2 {
		t.Fatal(album, err)
	}
	mine := album[slices.IndexFunc(album, func(p pictures.Picture) bool { return path.Base(p.Copies[0].Path) == "a.png" })]
	if err := a.AnswerPicture(t.Context(), mine, pictures.PictureRemove, []string{pictures.LabelAtWork}); err != nil {
		t.Fatal(err)
	}
	tasks := func() int {
		rows, err := a.Tasks(t.Context(), TaskFilter{Rules: []string{"picture-to-remove"}})
		if err != nil {
			t.Fatal(err)
		}
		return len(rows)
	}
	if _, err := a.Analyze(t.Context(), nil); err != nil || tasks() != 1 {
		t.Errorf("%d tasks to remove, want 1: %v", tasks(), err)
	}
	// A copy of another size comes with a later export: the answer holds for it as well.
	later := t.TempDir()
	if err := os.WriteFile(filepath.Join(later, "c.png"), again.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := a.Audit(t.Context(), []string{later}, nil); err != nil || tasks() != 2 {
		t.Errorf("%d tasks to remove after a copy came, want 2: %v", tasks(), err)
	}
	album, err = a.Album(t.Context())
	if err != nil || len(album) != 2 {
		t.Errorf("%d pictures, want 2: %v", len(album), err)
	}
	if err := a.AnswerPicture(t.Context(), album[slices.IndexFunc(album, func(p pictures.Picture) bool { return len(p.Copies) == 2 })], "", nil); err != nil || tasks() != 0 {
		t.Errorf("%d tasks after the answer was taken back: %v", tasks(), err)
	}
}
