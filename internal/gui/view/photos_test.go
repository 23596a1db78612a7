package view

import (
	"strings"
	"testing"
	"time"

	"footprint/internal/audit"
	"footprint/internal/audit/pictures"
)

func photos() []pictures.Picture {
	return []pictures.Picture{
		{ID: "a", Open: 1}, {ID: "b", First: 0.6}, {ID: "c", First: 0.1}, {ID: "d", First: 0.1, Answer: pictures.PictureKeep},
	}
}

func TestPhotosAreTriaged(t *testing.T) {
	p := NewPhotos(photos())
	if p.Scope() != PhotosFirst || p.Len() != 2 || p.Now().ID != "a" {
		t.Fatalf("begins with %s, %d, %+v", p.Scope(), p.Len(), p.Now())
	}
	answered, back := p.Answer(pictures.PictureRemove, nil)
	if answered.ID != "a" || answered.Answer != pictures.PictureRemove || p.Now().ID != "b" {
		t.Errorf("answered %+v, now %+v", answered, p.Now())
	}
	if p.Count(PhotosAnswered) != 2 || p.Count(PhotosFirst) != 1 || p.Len() != 2 {
		t.Errorf("%d answered, %d first, %d shown", p.Count(PhotosAnswered), p.Count(PhotosFirst), p.Len())
	}
	if again := back(); again.Answer != "" || p.Now().ID != "a" || p.Count(PhotosAnswered) != 1 {
		t.Errorf("after undo %+v, now %+v", again, p.Now())
	}
	p.SetCursor(99)
	if p.Cursor() != 1 {
		t.Errorf("cursor %d", p.Cursor())
	}
	if _, _ = p.Answer(pictures.PictureKeep, nil); p.Cursor() != 1 {
		t.Errorf("moved behind the end: %d", p.Cursor())
	}
	p.Renew(photos())
	if p.Now().ID != "b" {
		t.Errorf("a newer album moved the cursor to %s", p.Now().ID)
	}
	p.Renew(nil)
	if p.Now() != nil || p.Cursor() != -1 {
		t.Error("a picture of nothing")
	}
}

func TestAlbumWithoutUrgentPicturesBeginsWithAll(t *testing.T) {
	if p := NewPhotos(photos()[2:]); p.Scope() != PhotosOpen || p.Len() != 1 {
		t.Errorf("%s %d", p.Scope(), p.Len())
	}
}

func TestPhotoFactsNameWhatWasFound(t *testing.T) {
	lat, lon := -36.86059, 174.77011
	v := audit.PictureView{Picture: pictures.Picture{Copies: []pictures.Copy{
		{Platform: "x", Container: "Walks", Lat: &lat, Lon: &lon, Taken: time.Date(2024, 5, 6, 7, 8, 0, 0, time.UTC)}, {Platform: "facebook"},
	}}, Place: "Auckland"}
	v.Facts.Serials, v.Facts.OldPreview = []string{"SN1"}, true
	v.Facts.Hints.Document = 0.9
	w := words(t, "en")
	text := ""
	for _, f := range PhotoFacts(&v, strings.ToUpper, w) {
		text += f.Label + ": " + f.Value + "\n"
	}
	for _, want := range []string{"X  ·  Walks", "FACEBOOK", "Auckland  ·  36.8606° S, 174.7701° E", "07:08", "SN1"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q not in\n%s", want, text)
		}
	}
	if PhotoHint(&v, w) == "" || PhotoHint(&audit.PictureView{}, w) != "" {
		t.Error("hints")
	}
}

func TestPlacesSayWhatTheyLookLike(t *testing.T) {
	rows := NewPhotoPlaces([]pictures.PhotoPlace{{Lat: 1, Lon: -2, Pictures: 3, Days: 2, Looks: pictures.PlaceWork}, {Name: "Home", Is: pictures.PlaceHome, Looks: pictures.PlaceWork, Pictures: 1}}, words(t, "en"))
	if rows[0].Title != "1.0000° N, 2.0000° W" || rows[0].Guess == "" || rows[1].Guess == rows[0].Guess || strings.Contains(rows[1].Sum, "–") {
		t.Errorf("%+v", rows)
	}
}
