package gui

import (
	"context"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footprint/internal/gui/desk"
	"footprint/internal/gui/part"
)

// reports is the screen that writes the checklist to a file.
type reports struct {
	s      *Shell
	object fyne.CanvasObject
	last   *fyne.Container
}

func newReports(s *Shell) desk.Screen {
	w := s.W
	b := &reports{s: s, last: container.NewStack()}
	parts := []fyne.CanvasObject{
		part.Column(part.Tight, part.Heading(w.T("screen.reports")), part.Muted(w.T("reports.intro"))),
		b.last,
	}
	for i, f := range s.Formats {
		save := widget.NewButtonWithIcon(w.T("reports.save"), theme.DocumentSaveIcon(), func() { b.choose(f) })
		if i == 0 {
			save.Importance = widget.HighImportance
		}
		parts = append(parts, part.Card(w.Or("reports.format."+f.Name, f.Name), part.Muted(w.Or("reports.about."+f.Name, f.Ext)),
			container.New(layout.NewCustomPaddedLayout(0, 4, 8, 0), part.Buttons(save))))
	}
	b.object = part.Page(parts...)
	return b
}

func (b *reports) Content() fyne.CanvasObject { return b.object }
func (b *reports) Reload()                    {}

func (b *reports) choose(f desk.Format) {
	d := dialog.NewFileSave(func(to fyne.URIWriteCloser, err error) {
		if err != nil {
			b.s.Fail(err)
			return
		}
		if to == nil {
			return
		}
		path := to.URI().Path()
		if err := to.Close(); err != nil {
			b.s.Fail(err)
			return
		}
		b.write(f, path)
	}, b.s.Win)
	d.SetFileName("footprint-" + b.s.Now().Format("2006-01-02") + f.Ext)
	d.Show()
}

// write writes the report and offers to open it.
func (b *reports) write(f desk.Format, path string) {
	desk.Load(b.s.Work, "report", func(ctx context.Context) (string, error) {
		return path, b.s.WriteReport(ctx, f.Name, path)
	}, func(path string, err error) {
		if err != nil {
			b.s.Fail(err)
			return
		}
		w := b.s.W
		b.s.Say(w.T("reports.saved", "file", filepath.Base(path)))
		open := widget.NewButtonWithIcon(w.T("reports.open"), theme.ComputerIcon(), func() { b.s.OpenFile(storage.NewFileURI(path)) })
		b.last.Objects = []fyne.CanvasObject{part.Card(w.T("reports.saved", "file", filepath.Base(path)), part.Caption(path),
			container.New(layout.NewCustomPaddedLayout(0, 4, 8, 0), part.Buttons(open)))}
		b.last.Refresh()
	})
}
