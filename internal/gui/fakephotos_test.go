package gui

import (
	"context"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"math"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"footprint/internal/audit"
	"footprint/internal/audit/drafts"
	"footprint/internal/audit/pictures"
	"footprint/internal/footprint"
	"footprint/internal/gui/photos"
)

func (f *fake) Album(context.Context) ([]pictures.Picture, error) {
	return slices.Clone(f.album), f.err
}
func (f *fake) PictureState(context.Context) (pictures.PictureState, error) {
	return f.state, f.err
}
func (f *fake) PictureView(_ context.Context, p pictures.Picture) (audit.PictureView, error) {
	return inventedView(p), f.err
}
func (f *fake) PictureImage(_ context.Context, p pictures.Picture, _ int) (image.Image, error) {
	return landscape(int(p.ID[0]), 960, 640), f.err
}
func (f *fake) AnswerPicture(_ context.Context, p pictures.Picture, answer string, labels []string) error {
	f.note("answer %s %s %v", p.ID, answer, labels)
	return f.err
}
func (f *fake) LookAtPictures(_ context.Context, p *footprint.Progress) (pictures.SightResult, error) {
	f.note("look")
	p.Start("read text and look for faces", 12)
	f.state.Waiting, f.state.Done = 0, 12
	return pictures.SightResult{Looked: 12, Text: 3, Faces: 5}, f.err
}
func (f *fake) PhotoPlaces(context.Context) ([]pictures.PhotoPlace, error) { return f.places, f.err }
func (f *fake) StripPictures(_ context.Context, chosen []pictures.Picture, dir string, o pictures.StripOptions, _ *footprint.Progress) ([]pictures.Stripped, error) {
	f.note("strip %d to %s %+v", len(chosen), dir, o)
	return []pictures.Stripped{{From: chosen[0].ID, To: filepath.Join(dir, "a.jpg")}}, f.err
}

// landscape paints hills under a sky; each seed gives another.
func landscape(seed, w, h int) image.Image {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	a := float64(seed%13) / 3
	for y := range h {
		for x := range w {
			fx, fy := float64(x)/float64(w), float64(y)/float64(h)
			hill := 0.55 + 0.12*math.Sin(fx*5+a) + 0.05*math.Sin(fx*17+2*a)
			far := 0.45 + 0.08*math.Sin(fx*9+3*a)
			c := color.RGBA{uint8(150 + 60*fy), uint8(190 - 20*a + 30*fy), uint8(225 - 40*fy), 255}
			switch {
			case fy > hill:
				c = color.RGBA{uint8(60 + 12*a), uint8(110 - 40*(fy-hill)), 70, 255}
			case fy > far:
				c = color.RGBA{110, uint8(130 + 8*a), 140, 255}
			}
			if math.Hypot(fx-0.7, (fy-0.18)*float64(h)/float64(w)) < 0.05 {
				c = color.RGBA{250, 235, 190, 255}
			}
			img.SetRGBA(x, y, c)
		}
	}
	return img
}

// TestMain takes away the thumbnails that stories share.
func TestMain(m *testing.M) {
	code := m.Run()
	if files, err := thumbFiles(); err == nil {
		_ = os.RemoveAll(filepath.Dir(files[0]))
	}
	os.Exit(code)
}

// thumbFiles are written once for all stories.
var thumbFiles = sync.OnceValues(func() ([]string, error) {
	dir, err := os.MkdirTemp("", "footprint-thumbs-")
	if err != nil {
		return nil, err
	}
	var files []string
	for i := range 14 {
		file := filepath.Join(dir, fmt.Sprintf("%d.jpg", i))
		f, err := os.Create(file)
		if err != nil {
			return nil, err
		}
		w, h := 320, 220
		if i%3 == 1 {
			w, h = 220, 320
		}
		if err := jpeg.Encode(f, landscape(97+i, w, h), nil); err != nil {
			return nil, err
		}
		if err := f.Close(); err != nil {
			return nil, err
		}
		files = append(files, file)
	}
	return files, nil
})

// withPhotos adds an album to a full audit.
func withPhotos(f *fake) {
	full(f)
	files, err := thumbFiles()
	if err != nil {
		panic(err)
	}
	lat, lon := -36.8606, 174.7701
	for i, file := range files {
		p := pictures.Picture{ID: string(rune('a' + i)), Thumbnail: file, First: float64(14-i) / 14, Copies: []pictures.Copy{{
			Platform: []string{"instagram", "facebook", "x"}[i%3], Container: []string{"", "Mobile uploads", "Walks"}[i%3], Path: fmt.Sprintf("media/IMG_%04d.heic", i),
			Kind: footprint.KindPhoto, Visibility: footprint.VisibilityPublic, Posted: day().AddDate(0, -i, 0), Own: true}}}
		if i < 3 {
			p.Open, p.Worst = 2-i/2, []footprint.Severity{footprint.SeverityCritical, footprint.SeverityMedium, footprint.SeverityLow}[i]
		}
		if i == 0 {
			p.Copies[0].Lat, p.Copies[0].Lon, p.Copies[0].Taken = &lat, &lon, day().AddDate(0, 0, -2)
			c := p.Copies[0]
			c.Platform, c.Container, c.Visibility = "facebook", "Mobile uploads", footprint.VisibilityFriends
			p.Copies = append(p.Copies, c)
		}
		if i == 5 {
			p.Thumbnail = ""
		}
		if i > 10 {
			p.Answer = photos.Answers()[i-11].Name
		}
		f.album = append(f.album, p)
	}
	f.state = pictures.PictureState{Waiting: 12, Reader: true}
	f.places = []pictures.PhotoPlace{
		{Lat: lat, Lon: lon, Name: "Auckland City Hospital", Pictures: 62, Days: 41, From: day().AddDate(-3, 0, 0), To: day(), Looks: pictures.PlaceWork},
		{Lat: -36.8701, Lon: 174.7305, Name: "Auckland", Pictures: 210, Days: 120, From: day().AddDate(-6, 0, 0), To: day(), Looks: pictures.PlaceHome, Is: pictures.PlaceHome},
		{Lat: -45.0302, Lon: 168.6627, Name: "Queenstown", Pictures: 31, Days: 3, From: day().AddDate(-1, 0, -3), To: day().AddDate(-1, 0, 0)},
	}
	f.me.Homes = footprint.Areas{{Lat: -36.8701, Lon: 174.7305, RadiusM: 300, Name: "My home"}}
	f.me.Shifts = []footprint.Shift{{Days: "mon-fri", From: "08:00", To: "17:00"}}
}

// inventedView is what was found in an invented picture.
func inventedView(p pictures.Picture) audit.PictureView {
	v := audit.PictureView{Picture: p}
	v.Facts = pictures.PictureFacts{Format: "jpeg", Width: 4032, Height: 3024, Exif: &footprint.Exif{Make: "Kestrel", Model: "K-12", Owner: "Robin Kauri", Software: "K-12 2.1"},
		Owners: []string{"Robin Kauri"}, Serials: []string{"SN00004711"}}
	if p.Open > 0 {
		v.Place = "Auckland City Hospital"
		v.Facts.Hints.Document = 0.7
		v.Facts.OldPreview = true
		v.Sight = pictures.Sight{Read: true, Faces: []pictures.FaceBox{{Box: pictures.Box{Left: 0.2, Top: 0.25, Wide: 0.12, High: 0.18}}, {Box: pictures.Box{Left: 0.44, Top: 0.3, Wide: 0.1, High: 0.15}}},
			Words: []pictures.WordBox{{Box: pictures.Box{Left: 0.62, Top: 0.6, Wide: 0.12, High: 0.05}, Text: "FENWICK,"}, {Box: pictures.Box{Left: 0.75, Top: 0.6, Wide: 0.08, High: 0.05}, Text: "Orla"},
				{Box: pictures.Box{Left: 0.62, Top: 0.67, Wide: 0.08, High: 0.05}, Text: "Ward", Line: 1}, {Box: pictures.Box{Left: 0.71, Top: 0.67, Wide: 0.03, High: 0.05}, Text: "4", Line: 1}}}
		v.Tasks = []audit.TaskRow{{Title: "Photo of records, screens, lists or labels", Severity: footprint.SeverityCritical, Why: "The readable text in the picture looks like a list or label of patients.", Posted: time.Time{}}}
	}
	return v
}

// onPhotos is the screen of pictures of a shell that shows it.
func onPhotos(s *Shell) *photos.Photos {
	s.Visit("photos")
	return s.bodies["photos"].(*photos.Photos)
}

// CheckPhoto gives an invented picture with everything in it.
func (f *fake) CheckPhoto(_ context.Context, file, words string) (audit.PhotoDraft, error) {
	lat, lon := -36.8606, 174.7701
	p := pictures.Picture{Open: 1, Copies: []pictures.Copy{{Path: file, Lat: &lat, Lon: &lon, Taken: day()}}}
	d := audit.PhotoDraft{Path: file, PictureView: inventedView(p), Strip: true, BlurFaces: true, BlurText: true, Image: landscape(97, 640, 440)}
	d.Findings = []drafts.Finding{{Rule: "record-or-screen-photo", Severity: footprint.SeverityCritical, Confidence: footprint.Likely,
		Why: "The readable text in the picture looks like a list or label of patients."}}
	f.note("photo %s %s", file, words)
	return d, f.err
}

// Strip says that it wrote.
func (f *fake) Strip(_ context.Context, paths []string, dir string, o pictures.StripOptions, _ *footprint.Progress) ([]pictures.Stripped, error) {
	f.note("strip %v to %s %+v", paths, dir, o)
	return []pictures.Stripped{{From: paths[0], To: filepath.Join(dir, "copy.jpg")}}, f.err
}

// ItemPictures gives the item one picture where there is an album.
func (f *fake) ItemPictures(context.Context, string, int) ([]audit.ItemPicture, error) {
	if len(f.album) == 0 {
		return nil, nil
	}
	return []audit.ItemPicture{{PictureView: inventedView(f.album[0]), Image: landscape(97, 640, 440)}}, nil
}
