package photos

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footprint/internal/audit/pictures"
	"footprint/internal/footprint"
	"footprint/internal/gui/part"
)

// strip asks which pictures, what to blur and where to write, then writes copies without hidden data.
func (d *detail) strip() {
	if d.now == "" {
		return
	}
	w := d.s.W
	var o pictures.StripOptions
	all := false
	faces := part.NewCheck(w.T("photo.strip.faces"), func(on bool) { o.BlurFaces = on })
	text := part.NewCheck(w.T("photo.strip.text"), func(on bool) { o.BlurText = on })
	if !d.p.state.Reader {
		text.Disable()
	}
	which := widget.NewRadioGroup([]string{w.T("photo.strip.this"), w.N("photo.strip.all", d.p.album.Len())}, nil)
	which.SetSelected(which.Options[0])
	which.OnChanged = func(chosen string) { all = chosen == which.Options[1] }
	which.Required = true
	content := container.NewVBox(part.Plain(w.T("photo.strip.intro")), which, faces, text)
	ask := dialog.NewCustomConfirm(w.T("photo.strip"), w.T("photo.strip.where"), w.T("cancel"), content, func(on bool) {
		if on {
			d.chooseFolder(all, o)
		}
	}, d.s.Win)
	ask.Resize(fyne.NewSize(min(d.s.Win.Canvas().Size().Width-20, 34*theme.TextSize()), ask.MinSize().Height))
	ask.Show()
	d.s.Win.Canvas().Focus(faces)
}

func (d *detail) chooseFolder(all bool, o pictures.StripOptions) {
	d.s.PickFolder(func(dir string) { d.stripTo(dir, all, o) })
}

// stripTo copies the present picture, or all that the grid shows.
func (d *detail) stripTo(dir string, all bool, o pictures.StripOptions) {
	chosen := []pictures.Picture{d.large.view.Picture}
	if all {
		chosen = chosen[:0]
		for i := range d.p.album.Len() {
			chosen = append(chosen, *d.p.album.At(i))
		}
	}
	var done []pictures.Stripped
	d.s.Run(func(ctx context.Context, p *footprint.Progress) (err error) {
		done, err = d.s.Audit.StripPictures(ctx, chosen, dir, o, p)
		return err
	}, func(err error) {
		if err != nil {
			d.s.Fail(err)
			return
		}
		d.s.Stripped(done)
	})
}
