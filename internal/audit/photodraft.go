package audit

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"image"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"footprint/internal/analyze"
	"footprint/internal/footprint"
	"footprint/internal/picture"
)

// PhotoDraft is a picture looked at before it is posted. Nothing of it is kept.
type PhotoDraft struct {
	Path string
	PictureView
	Draft
	// Strip, BlurFaces and BlurText say what a copy without hidden data should be made with.
	Strip, BlurFaces, BlurText bool
	// Image is the picture, fitted into a square of photoDraftSide pixels; nil when its pixels cannot be had.
	Image image.Image
}

// photoDraftSide is to how many pixels the picture of a PhotoDraft is scaled.
const photoDraftSide = 1400

// IsPicture reports whether a path names a picture or video that can be looked at.
func IsPicture(file string) bool {
	info, err := os.Stat(file)
	return err == nil && info.Mode().IsRegular() && claimsPicture(file)
}

// CheckPhoto judges a picture that is not posted yet, with the words meant to go with it.
func (a *Auditor) CheckPhoto(ctx context.Context, file, words string) (PhotoDraft, error) {
	me, err := a.Profile(ctx)
	if err != nil {
		return PhotoDraft{}, err
	}
	return CheckPhoto(ctx, a.rules, file, words, &me, a.now())
}

// CheckPhoto looks at a picture as at one of an import, reads its text and finds its faces, and judges it as a public
// post of the user's own. It needs no database. What is wrong with the picture is told in it.
func CheckPhoto(ctx context.Context, rules *analyze.RuleSet, file, words string, me *footprint.Person, asOf time.Time) (PhotoDraft, error) {
	d := PhotoDraft{Path: file}
	f, err := os.Open(file)
	if err != nil {
		return d, err
	}
	defer f.Close()
	stat, err := f.Stat()
	if err != nil {
		return d, err
	}
	info, problem := picture.Inspect(f, stat.Size())
	if info.Format == "" {
		return d, fmt.Errorf("%s: %w", filepath.Base(file), errors.Join(footprint.ErrDamaged, problem))
	}
	d.Facts = factsOf(&info)
	if err := d.look(ctx, f, stat.Size(), &info); err != nil {
		problem = errors.Join(problem, err)
	}
	if ctx.Err() != nil {
		return d, ctx.Err()
	}
	if problem != nil {
		d.Facts.Problem = problem.Error()
	}
	it := d.item(&info, words)
	d.place(&it, me)
	d.Draft = CheckDraft(rules, &it, me, asOf)
	d.Strip, d.BlurFaces, d.BlurText = !saysNothing(&d.Facts, &info), len(d.Sight.Faces)+len(info.Regions) > 0, len(d.Sight.Words) > 0
	return d, nil
}

// look decodes the picture, finds its faces and reads its text.
func (d *PhotoDraft) look(ctx context.Context, r io.ReadSeeker, size int64, info *picture.Info) error {
	if picture.PixelsToSee(info) == 0 {
		return nil
	}
	if size > maxPicture {
		return fmt.Errorf("%w: a picture of %d MB", footprint.ErrTooLarge, size>>20)
	}
	if _, err := r.Seek(0, io.SeekStart); err != nil {
		return err
	}
	b, err := io.ReadAll(io.LimitReader(r, size))
	if err != nil {
		return err
	}
	if s, err := picture.See(bytes.NewReader(b), info); err == nil {
		d.Facts.Hints, d.Facts.OldPreview = s.Hints, s.OldPreview
	}
	img, err := picture.Decode(bytes.NewReader(b), info.Turn())
	if err != nil {
		return err
	}
	d.Image = picture.Fit(img, photoDraftSide)
	finder, err := picture.NewFaceFinder()
	if err != nil {
		return err
	}
	reader, err := picture.NewTextReader()
	if err != nil && !errors.Is(err, picture.ErrNoReader) {
		return err
	}
	d.Sight, err = sightOf(ctx, img, finder, reader)
	return err
}

// item is the picture as a post of the user's own.
func (d *PhotoDraft) item(info *picture.Info, words string) footprint.Item {
	faces := len(d.Sight.Faces)
	media := footprint.Media{Path: filepath.Base(d.Path), Type: footprint.MediaPhoto, Exif: mergeExif(nil, &info.Exif)}
	it := footprint.Item{Kind: footprint.KindPhoto, Author: footprint.AuthorSelf, Visibility: footprint.VisibilityPublic, HasImage: footprint.Yes,
		Text: words, OCR: d.Sight.Text(), Faces: &faces, Media: []footprint.Media{media}}
	it.Exif = media.Exif
	addWords(&it, &it.Media[0], *info)
	return it
}

// place fills in where and when, as the album shows it.
func (d *PhotoDraft) place(it *footprint.Item, me *footprint.Person) {
	c := Copy{Path: d.Path}
	if x := it.Exif; x != nil {
		c.Taken = x.Taken
		if x.HasPlace() {
			c.Lat, c.Lon = x.Lat, x.Lon
			d.Place = placeName(me, *x.Lat, *x.Lon)
		}
	}
	d.Copies, d.Seen = []Copy{c}, true
}

// Hidden lists in words what the file says beside its pixels.
func (d *PhotoDraft) Hidden() []string {
	var list []string
	add := func(what, value string) {
		if value != "" {
			list = append(list, what+": "+value)
		}
	}
	f := &d.Facts
	if c := &d.Copies[0]; c.Lat != nil && c.Lon != nil {
		add("place", strings.TrimSpace(fmt.Sprintf("%.4f, %.4f  %s", *c.Lat, *c.Lon, d.Place)))
	}
	if x := f.Exif; x != nil {
		if !x.Taken.IsZero() {
			add("taken", x.Taken.Format("2006-01-02 15:04"))
		}
		add("device", strings.TrimSpace(x.Make+" "+x.Model))
		add("software", x.Software)
		add("people", strings.Join(x.People, ", "))
	}
	for _, x := range []struct {
		what string
		list []string
	}{{"owner", f.Owners}, {"serial", f.Serials}, {"words", f.Captions}, {"keywords", f.Keywords}, {"place names", f.Places}, {"contact", f.Contacts}} {
		add(x.what, strings.Join(x.list, "; "))
	}
	if f.OldPreview {
		add("preview", "shows what was there before the picture was cropped or painted over")
	}
	add("problem", f.Problem)
	return list
}

// MarshalJSON writes the parts beside one another.
func (d PhotoDraft) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Path  string       `json:"path"`
		Facts PictureFacts `json:"facts"`
		Sight Sight        `json:"sight"`
		Place string       `json:"place,omitempty"`
		Draft
		Strip     bool `json:"strip"`
		BlurFaces bool `json:"blur_faces"`
		BlurText  bool `json:"blur_text"`
	}{d.Path, d.Facts, d.Sight, d.Place, d.Draft, d.Strip, d.BlurFaces, d.BlurText})
}
