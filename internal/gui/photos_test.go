package gui

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"footprint/internal/audit"
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
	want := []string{"answer a remove []", "answer c keep []", "answer d  [" + audit.LabelAtWork + "]"}
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
	p.Typed(audit.PlaceWork, "-36.8606, 174.7701 500 m; Ward block")
	p.Typed(audit.PlaceWork, "-36.9000, 174.8000; Evening clinic")
	if a := f.me.Workplaces; len(a) != 2 || a[0].RadiusM != 500 || a[0].Name != "Ward block" {
		t.Errorf("workplaces %+v", a)
	}
	letters(s, "u")
	if len(f.me.Workplaces) != 1 {
		t.Errorf("after undo %+v", f.me.Workplaces)
	}
	p.Typed(audit.PlaceHome, "nowhere at all")
	if len(f.me.Homes) == 0 {
		t.Error("words that mean nothing took the home away")
	}
}
