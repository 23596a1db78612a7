package gui

import (
	"context"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footprint/internal/audit"
	"footprint/internal/audit/pictures"
	"footprint/internal/footprint"
	"footprint/internal/gui/desk"
	"footprint/internal/gui/part"
	"footprint/internal/gui/view"
)

// draftPhotoRoom is how high the picture becomes, in letters of text.
const draftPhotoRoom = 20

// pictureEndings are the names a picture may have.
var pictureEndings = []string{".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic", ".heif", ".avif", ".tif", ".tiff"}

// choosePhoto asks for a picture.
func (d *draft) choosePhoto() { d.s.PickFile(pictureEndings, d.takePhoto) }

// takePhoto looks at a picture, with the words typed so far.
func (d *draft) takePhoto(path string) {
	d.photo, d.photoShown = path, nil
	d.entry.OnChanged(d.entry.Text)
}

// dropPhoto goes back to words alone.
func (d *draft) dropPhoto() {
	d.photo, d.photoShown = "", nil
	d.check(d.entry.Text)
}

// checkPhoto judges the picture together with the words.
func (d *draft) checkPhoto(text string) {
	path := d.photo
	if d.photoShown == nil {
		d.set(part.Notice{Title: d.s.W.T("draft.photo.looking"), Busy: true}.New())
	}
	desk.Load(d.s.Work, "draft", func(ctx context.Context) (audit.PhotoDraft, error) {
		return d.s.Audit.CheckPhoto(ctx, path, text)
	}, func(p audit.PhotoDraft, err error) {
		if err != nil {
			d.set(d.s.Broken(err, nil))
			return
		}
		d.photoShown = &p
		d.fillPhoto(text, &p)
	})
}

// fillPhoto shows the picture, what to do before posting it, what was found, and what the rules say.
func (d *draft) fillPhoto(text string, p *audit.PhotoDraft) {
	w := d.s.W
	close := part.NewButtonWithIcon(w.T("draft.photo.close"), theme.ContentClearIcon(), d.dropPhoto)
	close.Importance = widget.LowImportance
	rows := []fyne.CanvasObject{container.NewBorder(nil, nil, nil, close, part.Title(filepath.Base(p.Path))), d.s.Boxed(p.Image, &p.Sight, draftPhotoRoom)}
	rows = append(rows, d.advice(p)...)
	for _, f := range view.PhotoFacts(&p.PictureView, d.s.Name, w) {
		value := f.Value
		if d.s.Veiled {
			value = view.Veil(value)
		}
		rows = append(rows, part.Fact(f.Label, value))
	}
	if p.Image != nil && !p.Sight.Read {
		rows = append(rows, part.Caption(w.T("photos.noreader")))
	}
	v := view.NewDraftCheck(text, p.Draft, d.s.Audit.RuleTitle, w)
	if len(v.Findings) > 0 {
		rows = append(rows, part.Title(v.Headline))
		if strings.TrimSpace(text) != "" {
			rows = append(rows, part.Excerpt(v.Words, v.Worst))
		}
	}
	rows = append(rows, d.notes(v)...)
	d.set(part.Card("", append(rows, part.Muted(w.T("draft.photo.limits")))...))
}

// advice says what to do about the picture, and does it.
func (d *draft) advice(p *audit.PhotoDraft) []fyne.CanvasObject {
	w := d.s.W
	var lines []string
	for _, x := range []struct {
		on  bool
		key string
	}{{p.Strip, "strip"}, {p.BlurFaces, "faces"}, {p.BlurText, "text"}} {
		if x.on {
			lines = append(lines, "•  "+w.T("draft.photo."+x.key))
		}
	}
	if len(lines) == 0 || p.Image == nil {
		return []fyne.CanvasObject{part.Strong(w.T("draft.photo.clean"))}
	}
	o := pictures.StripOptions{BlurFaces: p.BlurFaces, BlurText: p.BlurText}
	faces, text := part.NewCheck(w.T("photo.strip.faces"), nil), part.NewCheck(w.T("photo.strip.text"), nil)
	faces.Checked, text.Checked = o.BlurFaces, o.BlurText
	faces.OnChanged, text.OnChanged = func(on bool) { o.BlurFaces = on }, func(on bool) { o.BlurText = on }
	if !p.Sight.Read {
		text.Disable()
	}
	copy := part.NewButtonWithIcon(w.T("photo.strip"), theme.ContentCopyIcon(), func() { d.stripPhoto(p.Path, o) })
	copy.Importance = widget.HighImportance
	return []fyne.CanvasObject{part.Strong(w.T("draft.photo.before")), part.Plain(strings.Join(lines, "\n")), part.Row(faces, text),
		container.New(layout.NewCustomPaddedLayout(2, 6, 8, 0), part.Buttons(copy))}
}

func (d *draft) stripPhoto(path string, o pictures.StripOptions) {
	d.s.PickFolder(func(dir string) { d.stripPhotoTo(path, dir, o) })
}

func (d *draft) stripPhotoTo(path, dir string, o pictures.StripOptions) {
	var done []pictures.Stripped
	d.s.Run(func(ctx context.Context, p *footprint.Progress) (err error) {
		done, err = d.s.Audit.Strip(ctx, []string{path}, dir, o, p)
		return err
	}, func(err error) {
		if err != nil {
			d.s.Fail(err)
			return
		}
		d.s.Stripped(done)
	})
}
