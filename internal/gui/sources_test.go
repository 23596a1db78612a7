package gui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"footprint/internal/ingest"
)

func TestDroppedFilesAreImported(t *testing.T) {
	s, _, f := onChecklist(t)
	s.importURIs([]fyne.URI{storage.NewFileURI("/tmp/a.zip"), storage.NewFileURI("/tmp/b.zip")})
	if want := []string{"audit /tmp/a.zip /tmp/b.zip"}; !slices.Equal(f.calls, want) {
		t.Errorf("calls %q, want %q", f.calls, want)
	}
	if s.Busy() || !strings.Contains(s.Status.Text(), "1,204 items") {
		t.Errorf("status %q", s.Status.Text())
	}
}

// Pictures that are no export are taken in once the user says so; what waited behind them comes next.
func TestPicturesAreTakenInWhenAsked(t *testing.T) {
	for answer, want := range map[string]string{"Look at the pictures": "pictures /tmp/film", "Cancel": "audit /tmp/b.zip"} {
		s, _, f := onChecklist(t)
		f.err, s.waiting = fmt.Errorf("import: %w", ingest.ErrPhotos), []string{"/tmp/b.zip"}
		s.importPaths([]string{"/tmp/film"})
		f.err = nil
		for _, o := range test.LaidOutObjects(s.Win.Canvas().Overlays().Top()) {
			if b, ok := o.(*widget.Button); ok && b.Text == answer {
				test.Tap(b)
			}
		}
		if len(f.calls) < 2 || f.calls[1] != want || f.calls[len(f.calls)-1] != "audit /tmp/b.zip" {
			t.Errorf("%s: calls %q", answer, f.calls)
		}
	}
}

func TestExportsWaitForTheirTurn(t *testing.T) {
	s, _, f := onChecklist(t)
	s.Work.Never = true
	s.importPaths([]string{"/tmp/a.zip"})
	s.importPaths([]string{"/tmp/b.zip", "/tmp/c.zip"})
	if want := []string{"audit /tmp/a.zip"}; !slices.Equal(f.calls, want) || len(s.waiting) != 2 {
		t.Errorf("calls %q, %d wait", f.calls, len(s.waiting))
	}
}
