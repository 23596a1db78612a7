package audit

import (
	"context"
	"encoding/json"
	"fmt"
	"image"
	"strings"
	"time"

	"footprint/internal/analyze"
	"footprint/internal/audit/drafts"
	"footprint/internal/audit/pictures"
	"footprint/internal/footprint"
)

// PhotoDraft is a picture looked at before it is posted. Nothing of it is kept.
type PhotoDraft struct {
	Path string
	PictureView
	drafts.Draft
	// Strip, BlurFaces and BlurText say what a copy without hidden data should be made with.
	Strip, BlurFaces, BlurText bool
	// Image is the picture, fitted into a square; nil when its pixels cannot be had.
	Image image.Image
}

// CheckPhoto judges a picture that is not posted yet, with the words meant to go with it.
func (a *Auditor) CheckPhoto(ctx context.Context, file, words string) (PhotoDraft, error) {
	me, err := a.Profile(ctx)
	if err != nil {
		return PhotoDraft{}, err
	}
	return CheckPhoto(ctx, a.Rules, file, words, &me, a.Now())
}

// CheckPhoto looks at a picture as at one of an import, reads its text and finds its faces, and judges it as a public
// post of the user's own. It needs no database. What is wrong with the picture is told in it.
func CheckPhoto(ctx context.Context, rules *analyze.RuleSet, file, words string, me *footprint.Person, asOf time.Time) (PhotoDraft, error) {
	d := PhotoDraft{Path: file}
	single, it, err := pictures.LookAt(ctx, file, words)
	if err != nil {
		return d, err
	}
	d.Facts, d.Sight, d.Image = single.Facts, single.Sight, single.Image
	d.Strip, d.BlurFaces, d.BlurText = single.Strip, single.BlurFaces, single.BlurText
	c := pictures.Copy{Path: file}
	if x := it.Exif; x != nil {
		c.Taken = x.Taken
		if x.HasPlace() {
			c.Lat, c.Lon = x.Lat, x.Lon
			d.Place = pictures.PlaceName(me, *x.Lat, *x.Lon)
		}
	}
	d.Copies, d.Seen = []pictures.Copy{c}, true
	d.Draft = drafts.Check(rules, &it, me, asOf)
	return d, nil
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
		Path  string                `json:"path"`
		Facts pictures.PictureFacts `json:"facts"`
		Sight pictures.Sight        `json:"sight"`
		Place string                `json:"place,omitempty"`
		drafts.Draft
		Strip     bool `json:"strip"`
		BlurFaces bool `json:"blur_faces"`
		BlurText  bool `json:"blur_text"`
	}{d.Path, d.Facts, d.Sight, d.Place, d.Draft, d.Strip, d.BlurFaces, d.BlurText})
}
