package photos

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"footprint/internal/audit/pictures"
	"footprint/internal/footprint"
	"footprint/internal/gui/part"
	"footprint/internal/gui/view"
)

// showPass says how far the second pass is and lets the user begin or go on.
func (p *Photos) showPass() {
	w := p.s.W
	var o fyne.CanvasObject
	button := part.NewButtonWithIcon(w.T("photos.read"), theme.SearchIcon(), p.Read)
	switch {
	case p.album.Count(view.PhotosAll) == 0:
		o = container.NewStack()
	case p.state.Waiting == 0 && p.state.Reader:
		o = level(part.Words{Color: theme.ColorNameSuccess, Size: theme.SizeNameCaptionText, Align: fyne.TextAlignTrailing, OneRow: true}.New(w.T("photos.read.done")))
	case !p.state.Reader:
		text := part.Words{Size: theme.SizeNameCaptionText, Color: theme.ColorNameWarning, Align: fyne.TextAlignTrailing}.New(w.T("photos.noreader"))
		o = container.NewBorder(nil, nil, nil, container.NewCenter(button), level(text))
	default:
		if p.state.Done > 0 {
			button.SetText(w.T("photos.read.goon"))
		}
		text := part.Words{Size: theme.SizeNameCaptionText, Align: fyne.TextAlignTrailing, OneRow: true}.New(w.N("photos.waiting", p.state.Waiting))
		o = container.NewBorder(nil, nil, nil, container.NewCenter(button), level(text))
	}
	p.pass.Objects = []fyne.CanvasObject{o}
	p.pass.Refresh()
}

// level puts a line in the middle of the height it has.
func level(line fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedVBoxLayout(0), layout.NewSpacer(), line, layout.NewSpacer())
}

// Read runs the second pass, then judges what it read.
func (p *Photos) Read() {
	var result pictures.SightResult
	p.s.Run(func(ctx context.Context, progress *footprint.Progress) (err error) {
		if result, err = p.s.Audit.LookAtPictures(ctx, progress); err != nil {
			return err
		}
		_, err = p.s.Audit.Analyze(ctx, progress)
		return err
	}, func(err error) {
		switch {
		case err != nil:
			p.s.Fail(err)
		case len(result.Away) > 0:
			p.s.Warn(p.s.W.T("photos.away", "path", result.Away[0]))
		default:
			p.s.Say(p.s.W.T("photos.read.result", "n", p.s.W.Count(result.Looked), "text", p.s.W.Count(result.Text), "faces", p.s.W.Count(result.Faces)))
		}
		p.Reload()
	})
}
