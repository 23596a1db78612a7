package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footprint/internal/gui/desk"
	"footprint/internal/gui/look"
	"footprint/internal/gui/part"
)

// about is the screen of the version, the promise of privacy, and where files lie.
type about struct{ object fyne.CanvasObject }

func newAbout(s *Shell) desk.Screen {
	w := s.W
	logo := container.NewGridWrap(fyne.NewSquareSize(4*theme.TextSize()), widget.NewIcon(look.Footprint()))
	files := []fyne.CanvasObject{part.Fact(w.T("about.database"), s.Audit.Path())}
	for _, f := range s.Files {
		files = append(files, part.Fact(w.T("about."+f.Label), f.Value))
	}
	keys := part.NewButtonWithIcon(w.T("keys.title"), theme.HelpIcon(), s.help)
	return &about{part.Page(
		container.NewHBox(logo, part.Column(part.Tight, part.Words{Size: theme.SizeNameHeadingText, Style: fyne.TextStyle{Bold: true}}.Line("Footprint"),
			part.Words{Color: look.Muted}.Line(w.T("about.version", "version", s.Version)))),
		part.Card(w.T("about.privacy"), part.Plain(w.T("about.privacy.text"))),
		part.Card(w.T("about.limits"), part.Plain(w.T("about.limits.text"))),
		part.Card(w.T("about.files"), part.Column(part.Close, files...)),
		part.Card(w.T("about.licence"), part.Plain(w.T("about.licence.text"))),
		part.Buttons(keys),
	)}
}

func (b *about) Content() fyne.CanvasObject { return b.object }
func (b *about) Reload()                    {}
