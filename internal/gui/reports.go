package gui

import (
	"context"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footprint/internal/audit/dossier"
	"footprint/internal/footprint"
	"footprint/internal/gui/desk"
	"footprint/internal/gui/part"
)

// reports is the screen that prepares for an occasion and writes the checklist to a file.
type reports struct {
	desk.Pane
	s    *Shell
	page *container.Scroll
	last *fyne.Container

	occasion, reader *part.Select
	day              *part.Entry // hidden where the occasion has none
	names            *part.Check
	planning         bool // the plan is shown, not the page
}

func newReports(s *Shell) desk.Screen {
	w := s.W
	b := &reports{Pane: desk.NewPane(s.Desk), s: s, last: container.NewStack()}
	parts := []fyne.CanvasObject{
		part.Column(part.Tight, part.Heading(w.T("screen.reports")), part.Muted(w.T("reports.intro"))),
		b.last,
		part.Card(w.T("prepare.title"), b.preparing()),
		part.Card(w.T("reports.what"), b.showing()),
	}
	var rows []fyne.CanvasObject
	for i, f := range s.Formats {
		save := part.NewButtonWithIcon(w.T("reports.save"), theme.DocumentSaveIcon(), func() { b.choose(f) })
		if i == 0 {
			save.Importance = widget.HighImportance
		}
		words := part.Column(part.Tight, part.Strong(w.Or("reports.format."+f.Name, f.Name)), part.Caption(w.Or("reports.about."+f.Name, f.Ext)))
		rows = append(rows, part.Spread(words, save))
	}
	b.page = part.Page(append(parts, part.Card(w.T("reports.files"), rows...))...)
	b.occasion.SetSelectedIndex(0)
	b.Set(b.page)
	return b
}

// Reload fetches the plan anew while it is shown: a decision in the checklist may have changed it.
func (b *reports) Reload() {
	if b.planning {
		b.plan()
	}
}

// preparing chooses the occasion and its day.
func (b *reports) preparing() fyne.CanvasObject {
	w := b.s.W
	plan := part.NewButtonWithIcon(w.T("prepare.plan"), theme.NavigateNextIcon(), b.plan)
	plan.IconPlacement = widget.ButtonIconTrailingText
	b.day = part.NewEntry()
	b.day.PlaceHolder = w.T("prepare.day.hint")
	b.day.OnSubmitted = func(string) { b.plan() }
	dayLabel := part.Label(w.T("prepare.day"))
	b.occasion = part.NewSelect([]string{w.T("prepare.none")}, nil)
	for _, o := range dossier.Occasions() {
		b.occasion.Options = append(b.occasion.Options, w.Or("occasion."+o.ID, o.Title))
	}
	form := part.Form(part.Label(w.T("prepare.occasion")), b.occasion, dayLabel, b.day)
	why := part.Caption(w.T("prepare.first"))
	b.occasion.OnChanged = func(string) {
		o := b.chosen()
		plan.Disable()
		why.Show()
		dayLabel.Hide()
		b.day.Hide()
		if o != nil {
			plan.Enable()
			why.Hide()
			b.readBy(o.Audience)
		}
		if o != nil && o.Deadline() {
			dayLabel.Show()
			b.day.Show()
		}
		b.s.Relayout()
	}
	return part.Column(0, part.Muted(w.T("prepare.text")), container.New(layout.NewCustomPaddedLayout(2, 8, 0, 8), form), part.Acts(plan), why)
}

// showing chooses the reader and whether anything is masked.
func (b *reports) showing() fyne.CanvasObject {
	w := b.s.W
	b.reader = part.NewSelect(nil, nil)
	for _, a := range dossier.Audiences() {
		b.reader.Options = append(b.reader.Options, w.Or("reports.for."+a.ID, a.Title))
	}
	b.reader.SetSelectedIndex(0)
	masked := part.Muted(w.T("reports.masked"))
	b.names = part.NewCheck(w.T("reports.names"), func(on bool) {
		text := "reports.masked"
		if on {
			text = "reports.unmasked"
		}
		part.Set(masked, w.T(text))
	})
	form := part.Form(part.Label(w.T("reports.for")), b.reader)
	return part.Column(0, container.New(layout.NewCustomPaddedLayout(2, 4, 0, 8), container.NewVBox(form, b.names)), masked)
}

// readBy chooses the reader.
func (b *reports) readBy(audience string) {
	for i, a := range dossier.Audiences() {
		if a.ID == audience {
			b.reader.SetSelectedIndex(i)
		}
	}
}

// chosen is the occasion, nil for none in particular.
func (b *reports) chosen() *dossier.Occasion {
	i := b.occasion.SelectedIndex() - 1
	if i < 0 {
		return nil
	}
	return &dossier.Occasions()[i]
}

// deadline is the day of the occasion, zero where none is given; not ok after one that cannot be read, which it says.
func (b *reports) deadline() (t time.Time, ok bool) {
	if o := b.chosen(); o == nil || !o.Deadline() || b.day.Text == "" {
		return t, true
	}
	t, err := footprint.ParseTime(b.day.Text)
	if err != nil {
		b.s.Warn(b.s.W.T("prepare.day.wrong", "text", b.day.Text))
	}
	return t, err == nil
}

func (b *reports) choose(f desk.Format) {
	if _, ok := b.deadline(); !ok {
		return
	}
	b.s.PickNew("footprint-"+b.s.Now().Format("2006-01-02")+f.Ext, func(path string) { b.write(f, path) })
}

// saveReport asks where to write the usual report.
func (s *Shell) saveReport() {
	s.Visit("reports")
	s.bodies["reports"].(*reports).choose(s.Formats[0])
}

// write writes the report and offers to open it.
func (b *reports) write(f desk.Format, path string) {
	deadline, ok := b.deadline()
	if !ok {
		return
	}
	what := dossier.Options{Audience: dossier.Audiences()[b.reader.SelectedIndex()], Occasion: b.chosen(), Deadline: deadline, Unredacted: b.names.Checked}
	desk.Load(b.s.Work, "report", func(ctx context.Context) (string, error) {
		return path, b.s.WriteReport(ctx, what, f.Name, path)
	}, func(path string, err error) {
		if err != nil {
			b.s.Fail(err)
			return
		}
		w := b.s.W
		b.s.Say(w.T("reports.saved", "file", filepath.Base(path)))
		open := part.NewButtonWithIcon(w.T("reports.open"), theme.ComputerIcon(), func() { b.s.OpenFile(storage.NewFileURI(path)) })
		b.last.Objects = []fyne.CanvasObject{part.Card(w.T("reports.saved", "file", filepath.Base(path)), part.Caption(path),
			container.New(layout.NewCustomPaddedLayout(0, 4, 8, 0), part.Buttons(open)))}
		b.last.Refresh()
	})
}
