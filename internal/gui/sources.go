package gui

import (
	"context"
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footprint/internal/audit"
	"footprint/internal/audit/core"
	"footprint/internal/audit/pictures"
	"footprint/internal/footprint"
	"footprint/internal/gui/desk"
	"footprint/internal/gui/part"
	"footprint/internal/gui/search"
	"footprint/internal/gui/view"
	"footprint/internal/ingest"
)

// sources is the screen of imports: what was read and what not, and how to get the next export.
type sources struct {
	desk.Pane
	s *Shell
}

func newSources(s *Shell) desk.Screen { return &sources{desk.NewPane(s.Desk), s} }

func (b *sources) Reload() {
	b.Loading("sources.loading")
	desk.Load(b.s.Work, "sources", b.s.Audit.Sources, func(list []core.Source, err error) {
		if err != nil {
			b.Failed(err, b.Reload)
			return
		}
		b.fill(list)
	})
}

func (b *sources) fill(list []core.Source) {
	w := b.s.W
	head := []fyne.CanvasObject{
		part.Column(part.Tight, part.Heading(w.T("screen.sources")), part.Muted(w.T("sources.intro"))),
		b.dropCard(len(list) == 0),
	}
	b.SetLong(head, len(list), func(i int) fyne.CanvasObject {
		return b.card(view.NewSource(list[i], b.s.Name(list[i].Platform), w))
	}, part.Card(w.T("sources.how"), part.Plain(w.T("sources.how.text")), b.s.askList(nil)))
}

// dropCard is the place to begin: drop, or choose.
func (b *sources) dropCard(first bool) fyne.CanvasObject {
	w := b.s.W
	file := part.NewButtonWithIcon(w.T("sources.file"), theme.FileIcon(), b.s.chooseFile)
	folder := part.NewButtonWithIcon(w.T("sources.folder"), theme.FolderIcon(), b.s.chooseFolder)
	file.Importance = widget.HighImportance
	buttons := []*part.Button{file, folder}
	if first && b.s.Demo != nil {
		buttons = append(buttons, part.NewButtonWithIcon(w.T("sources.demo"), theme.AccountIcon(), b.s.demo))
	}
	return part.Card(w.T("sources.drop"), part.Muted(w.T("sources.drop.text")),
		container.New(layout.NewCustomPaddedLayout(0, 4, 8, 0), part.Buttons(buttons...)))
}

func (b *sources) card(v view.Source) fyne.CanvasObject {
	w := b.s.W
	rows := []fyne.CanvasObject{part.Column(part.Tight, part.Title(v.Title), part.Muted(v.When+"  ·  "+v.File))}
	if v.Counts != "" {
		rows = append(rows, part.Fact(w.N("count.items", v.Items), v.Counts))
	}
	if v.Span != "" {
		rows = append(rows, part.Caption(v.Span))
	}
	for _, n := range v.Notes {
		rows = append(rows, part.Caption(n))
	}
	var items []*widget.AccordionItem
	for _, p := range v.Ledger {
		text := strings.Join(p.Lines, "\n")
		if p.More > 0 {
			text += "\n" + w.N("ledger.more", p.More)
		}
		if text == "" {
			text = w.T("ledger.media.text")
		}
		items = append(items, widget.NewAccordionItem(p.Title, part.Column(part.Tight, part.Muted(w.T("ledger.hint."+p.Name)), part.Caption(text))))
	}
	if len(items) > 0 {
		acc := widget.NewAccordion(items...)
		acc.MultiOpen = true
		rows = append(rows, acc)
	}
	remove := part.NewButtonWithIcon(w.T("sources.remove"), theme.DeleteIcon(), nil)
	remove.Importance = widget.LowImportance
	confirm := part.NewButtonWithIcon(w.T("sources.remove.sure"), theme.DeleteIcon(), func() { b.remove(v.ID) })
	confirm.Importance = widget.DangerImportance
	keep := part.NewButton(w.T("cancel"), nil)
	bar := part.Buttons(remove, confirm, keep)
	if v.Interrupted {
		resume := part.NewButtonWithIcon(w.T("sources.resume"), theme.MediaPlayIcon(), func() { b.s.importPaths([]string{v.Path}) })
		resume.Importance = widget.HighImportance
		bar = part.Buttons(resume, remove, confirm, keep)
	}
	ask := func(asking bool) {
		for o, visible := range map[*part.Button]bool{remove: !asking, confirm: asking, keep: asking} {
			if visible {
				o.Show()
			} else {
				o.Hide()
			}
		}
		bar.Refresh()
	}
	remove.OnTapped = func() { ask(true) }
	keep.OnTapped = func() { ask(false) }
	ask(false)
	rows = append(rows, container.New(layout.NewCustomPaddedLayout(0, 4, 8, 0), bar))
	return part.Card("", rows...)
}

func (b *sources) remove(id int64) {
	b.s.Work.Change(func(ctx context.Context) error { return b.s.Audit.RemoveSource(ctx, id) }, func(err error) {
		if err != nil {
			b.s.Fail(err)
			return
		}
		b.s.Say(b.s.W.T("sources.removed"))
		b.Reload()
	})
}

// askList tells, per platform, how to ask for the export: open for the user's own platforms, which come first.
func (s *Shell) askList(mine []string) fyne.CanvasObject {
	acc := widget.NewAccordion()
	acc.MultiOpen = true
	platforms := slices.Clone(s.Platforms)
	slices.SortStableFunc(platforms, func(x, y desk.Platform) int {
		first, second := slices.Contains(mine, x.ID), slices.Contains(mine, y.ID)
		switch {
		case first && !second:
			return -1
		case second && !first:
			return 1
		}
		return 0
	})
	for _, p := range platforms {
		button := part.NewButtonWithIcon(s.W.T("sources.ask", "name", p.Name), theme.ComputerIcon(), func() { s.Open(p.AskURL) })
		rows := []fyne.CanvasObject{part.Plain(p.Ask)}
		if p.AskURL != "" {
			rows = append(rows, container.New(layout.NewCustomPaddedLayout(0, 6, 8, 0), part.Buttons(button)))
		}
		acc.Append(widget.NewAccordionItem(p.Name, part.Column(0, rows...)))
		if slices.Contains(mine, p.ID) {
			acc.Open(len(acc.Items) - 1)
		}
	}
	return acc
}

// importURIs takes what was dropped on the window.
func (s *Shell) importURIs(uris []fyne.URI) {
	var paths []string
	for _, u := range uris {
		if u.Scheme() == "file" {
			paths = append(paths, u.Path())
		}
	}
	s.takePaths(paths)
}

// takePasted takes files that were copied in the file manager, or their names.
func (s *Shell) takePasted(text string) {
	paths := view.PastedPaths(text)
	if len(paths) == 0 {
		s.Say(s.W.T("sources.paste.nothing"))
		return
	}
	s.takePaths(paths)
}

// takePaths gives files to the screen that is shown, or reads them as exports.
func (s *Shell) takePaths(paths []string) {
	switch s.here {
	case "welcome":
		if b := s.welcome(); b == nil || !b.agreed {
			s.Warn(s.W.T("welcome.first"))
			return
		}
	case "locked":
		s.Warn(s.W.T("locked.first"))
		return
	}
	switch b := s.bodies[s.here].(type) {
	case *search.Search: // what drops there are result pages
		if len(paths) > 0 {
			b.Take(paths)
		}
	case *draft: // a picture to look at before it is posted
		if len(paths) > 0 && pictures.IsPicture(paths[0]) {
			b.takePhoto(paths[0])
		} else if len(paths) > 0 {
			s.importPaths(paths)
		}
	default:
		if len(paths) > 0 {
			s.importPaths(paths)
		}
	}
}

// demo opens the made-up person in a window of their own.
func (s *Shell) demo() {
	desk.Load(s.Work, "demo", func(context.Context) (struct{}, error) { return struct{}{}, s.Demo() }, func(_ struct{}, err error) {
		if err != nil {
			s.Fail(err)
			return
		}
		s.Say(s.W.T("demo.opens"))
	})
}

// importPaths imports and judges exports, with progress, and says what came of it. What is dropped while something
// runs waits for its turn.
func (s *Shell) importPaths(paths []string) { s.importBy(s.Audit.Audit, paths) }

func (s *Shell) importBy(take func(context.Context, []string, *footprint.Progress) (audit.AuditResult, error), paths []string) {
	if s.Busy() {
		s.waiting = append(s.waiting, paths...)
		s.Say(s.W.N("sources.waiting", len(s.waiting)))
		return
	}
	var result audit.AuditResult
	s.Run(func(ctx context.Context, p *footprint.Progress) (err error) {
		result, err = take(ctx, paths, p)
		return err
	}, func(err error) {
		switch {
		case errors.Is(err, context.Canceled):
			s.Say(s.W.Trouble(err))
		case errors.Is(err, ingest.ErrPhotos):
			s.askPictures(paths)
			return
		case err != nil:
			s.Fail(err)
		default:
			s.Say(view.ImportWords(result, s.W))
			b := s.welcome()
			asked := s.here == "welcome" && b != nil && b.took()
			if !asked && result.Analysis.NewTasks > 0 {
				s.Visit("checklist")
			}
		}
		s.importNext()
	})
}

// askPictures asks whether pictures that are no export are to be taken in.
func (s *Shell) askPictures(paths []string) {
	w := s.W
	ask := dialog.NewCustomConfirm(w.T("sources.pictures"), w.T("sources.pictures.take"), w.T("cancel"), part.Plain(w.T("sources.pictures.text")), func(yes bool) {
		if yes {
			s.importBy(s.Audit.AuditPictures, paths)
		} else {
			s.importNext()
		}
	}, s.Win)
	ask.Resize(fyne.NewSize(min(s.Win.Canvas().Size().Width-20, 34*theme.TextSize()), ask.MinSize().Height))
	ask.Show()
}

// importNext takes what waited while something ran.
func (s *Shell) importNext() {
	if next := s.waiting; len(next) > 0 {
		s.waiting = nil
		s.importPaths(next)
	}
}

func (s *Shell) chooseFile() { s.PickFile(nil, func(path string) { s.importPaths([]string{path}) }) }

func (s *Shell) chooseFolder() { s.PickFolder(func(dir string) { s.importPaths([]string{dir}) }) }
