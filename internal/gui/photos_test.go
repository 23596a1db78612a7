package gui

import (
	"footprint/internal/audit/pictures"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"
)

func TestPhotosByKeyboard(t *testing.T) {
	f := new(fake)
	withPhotos(f)
	s := open(t, test.NewTempApp(t), f, false)
	settle(s, fyne.NewSize(1280, 800))
	onPhotos(s)
	settle(s, fyne.NewSize(1280, 800))
	letters(s, "r") // a is answered, b is next
	press(s, fyne.KeyRight)
	letters(s, "kw") // c is kept; d is said to be taken at work
	want := []string{"answer a remove []", "answer c keep []", "answer d  [" + pictures.LabelAtWork + "]"}
	if !slices.Equal(f.calls, want) {
		t.Fatalf("calls %q, want %q", f.calls, want)
	}
	letters(s, "uuu")
	want = append(want, "answer d  []", "answer c  []", "answer a  []")
	if !slices.Equal(f.calls, want) {
		t.Errorf("after undo %q, want %q", f.calls, want)
	}
}

func TestSecondPassRunsFromTheScreen(t *testing.T) {
	f := new(fake)
	withPhotos(f)
	s := open(t, test.NewTempApp(t), f, false)
	onPhotos(s).Read()
	if !slices.Equal(f.calls, []string{"look", "analyze"}) {
		t.Errorf("calls %q", f.calls)
	}
}

func TestAreasAreTyped(t *testing.T) {
	f := new(fake)
	withPhotos(f)
	s := open(t, test.NewTempApp(t), f, false)
	p := onPhotos(s)
	p.Places()
	p.Typed(pictures.PlaceWork, "-36.8606, 174.7701 500 m; Ward block")
	p.Typed(pictures.PlaceWork, "-36.9000, 174.8000; Evening clinic")
	if a := f.me.Workplaces; len(a) != 2 || a[0].RadiusM != 500 || a[0].Name != "Ward block" {
		t.Errorf("workplaces %+v", a)
	}
	letters(s, "u")
	if len(f.me.Workplaces) != 1 {
		t.Errorf("after undo %+v", f.me.Workplaces)
	}
	p.Typed(pictures.PlaceHome, "nowhere at all")
	if len(f.me.Homes) == 0 {
		t.Error("words that mean nothing took the home away")
	}
}

func TestAPhotoIsLookedAtBeforePosting(t *testing.T) {
	f := new(fake)
	full(f)
	s := open(t, test.NewTempApp(t), f, false)
	s.Visit("draft")
	file := filepath.Join(t.TempDir(), "ward.jpg")
	if err := os.WriteFile(file, []byte("\xff\xd8\xff"), 0o600); err != nil {
		t.Fatal(err)
	}
	f.calls = nil
	s.importURIs([]fyne.URI{storage.NewFileURI(file)})
	d := s.bodies["draft"].(*draft)
	d.entry.SetText("nights are done")
	if want := []string{"photo " + file + " ", "photo " + file + " nights are done"}; !slices.Equal(f.calls, want) {
		t.Errorf("calls %q, want %q", f.calls, want)
	}
	d.stripPhotoTo(file, "/clean", pictures.StripOptions{BlurFaces: true})
	if !strings.Contains(s.Status.Text(), "/clean/copy.jpg") {
		t.Errorf("status %q", s.Status.Text())
	}
	d.dropPhoto()
	f.calls = nil
	d.entry.SetText("words alone")
	if len(f.calls) != 0 {
		t.Errorf("the photo is still looked at: %q", f.calls)
	}
}
