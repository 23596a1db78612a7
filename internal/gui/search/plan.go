package search

import (
	"context"
	"errors"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footprint/internal/audit"
	"footprint/internal/audit/outside"
	"footprint/internal/footprint"
	"footprint/internal/gui/desk"
	"footprint/internal/gui/part"
	"footprint/internal/gui/view"
)

// Keys of Fyne's preferences: how the user searches, and nothing of what.
const (
	prefEngine  = "search_engine"
	prefCountry = "search_country"
	prefService = "search_service"
	prefServer  = "search_server"
)

// plan is the section that lists the searches and runs them, in the user's browser or by a service.
type plan struct {
	desk.Pane
	s     *desk.Desk
	found func() // shows the results

	rows     view.Plan
	me       footprint.Person
	services []audit.SearchService
	said     []view.Labelled // pages of the last run that have no results, with the reason
	watching string          // the folder that is watched, or ""
}

func newPlan(s *desk.Desk) *plan { return &plan{Pane: desk.NewPane(s), s: s} }

// engine is the engine of the guided search, an empty country that of the profile.
func (b *plan) engine() (name, country string) {
	prefs := b.s.App.Preferences()
	return prefs.StringWithFallback(prefEngine, "google"), prefs.String(prefCountry)
}

// Reload fetches the plan.
func (b *plan) Reload() {
	b.Loading("plan.loading")
	engine, country := b.engine()
	type known struct {
		rows     []outside.PlanRow
		me       footprint.Person
		services []audit.SearchService
	}
	desk.Load(b.s.Work, "plan", func(ctx context.Context) (k known, err error) {
		if k.me, err = b.s.Audit.Profile(ctx); err != nil {
			return k, err
		}
		k.services = b.s.Audit.SearchServices()
		k.rows, err = b.s.Audit.SearchPlan(ctx, []string{engine}, country)
		return k, err
	}, func(k known, err error) {
		if err != nil {
			b.Failed(err, b.Reload)
			return
		}
		b.rows, b.me, b.services = view.NewPlan(k.rows, b.s.W), k.me, k.services
		b.fill()
	})
}

// Redraw shows the same anew.
func (b *plan) Redraw() { b.fill() }

func (b *plan) fill() {
	w := b.s.W
	if b.me.Name == "" {
		b.Set(part.Notice{Icon: theme.AccountIcon(), Title: w.T("plan.noname"), Text: w.T("plan.noname.text"),
			Actions: []*part.Button{part.NewButton(w.T("plan.noname.action"), func() { b.s.Visit("settings") })}}.New())
		return
	}
	parts := []fyne.CanvasObject{part.Muted(w.T("plan.intro"))}
	if len(b.said) > 0 {
		parts = append(parts, b.problems())
	}
	parts = append(parts, part.Beside(b.guided(), b.service()))
	var rows []fyne.CanvasObject
	for i := range b.rows.Rows {
		rows = append(rows, b.row(&b.rows.Rows[i]))
	}
	b.SetKeeping(part.Page(append(parts, part.Card(w.N("plan.list", b.rows.On), rows...))...))
}

// problems are the pages of the last run that have no results, with the reason.
func (b *plan) problems() fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, said := range b.said {
		rows = append(rows, part.Fact(said.Label, said.Value))
	}
	return part.Card(b.s.W.T("plan.problems"), rows...)
}

// guided leads through the searches in the user's own browser.
func (b *plan) guided() fyne.CanvasObject {
	w := b.s.W
	open := part.NewButtonWithIcon(w.T("plan.next")+" (O)", theme.ComputerIcon(), b.openNext)
	open.Importance = widget.HighImportance
	if b.rows.Next < 0 {
		open.Disable()
	}
	files := part.NewButtonWithIcon(w.T("plan.files"), theme.FileIcon(), b.chooseFile)
	folder := part.NewButtonWithIcon(w.T("plan.folder"), theme.FolderIcon(), b.chooseFolder)
	watch := part.NewCheck("", nil)
	watch.SetChecked(b.watching != "")
	watch.OnChanged = b.watch
	rows := []fyne.CanvasObject{part.Plain(w.T("plan.guided.text")), b.choices(), spaced(part.Buttons(open, files, folder)),
		ticked(watch, part.Plain(w.T("plan.watch", "folder", b.s.Downloads))),
		container.New(layout.NewCustomPaddedLayout(4, 0, 8, 8), part.NewMeter(b.rows.Share())),
		part.Caption(w.T("plan.share", "done", b.rows.Taken, "all", b.rows.On))}
	return part.Card(w.T("plan.guided"), rows...)
}

// countries are those whose engines can be asked for results; the first is that of the profile.
var countries = []string{"", "au", "nz", "gb", "us", "ie", "ca", "de"}

// choices are the menus of engine and country.
func (b *plan) choices() fyne.CanvasObject {
	w, prefs := b.s.W, b.s.App.Preferences()
	engine, country := b.engine()
	ids := outside.SearchEngines()
	engines := part.NewSelect(view.EngineNames(ids), nil)
	engines.FitWidest()
	engines.SetSelectedIndex(max(0, slices.Index(ids, engine)))
	engines.OnChanged = func(string) {
		prefs.SetString(prefEngine, ids[engines.SelectedIndex()])
		b.Reload()
	}
	var names []string
	for _, c := range countries {
		names = append(names, w.T("country."+c))
	}
	places := part.NewSelect(names, nil)
	places.FitWidest()
	places.SetSelectedIndex(max(0, slices.Index(countries, country)))
	places.OnChanged = func(string) {
		prefs.SetString(prefCountry, countries[places.SelectedIndex()])
		b.Reload()
	}
	return spaced(part.Row(engines, places))
}

// openNext opens the next search that was not taken in.
func (b *plan) openNext() {
	if b.rows.Next < 0 {
		return
	}
	r := b.rows.Rows[b.rows.Next]
	b.s.Open(r.Link)
	b.s.Say(b.s.W.T("plan.opened"))
	for i := b.rows.Next + 1; i < len(b.rows.Rows); i++ { // the page may not come back; go on with the one after it
		if b.rows.Rows[i].On && !b.rows.Rows[i].Done {
			b.rows.Next = i
			return
		}
	}
}

// row is one search: switched on or off, who would type it, and a button that opens it.
func (b *plan) row(r *view.PlanRow) fyne.CanvasObject {
	text := r.Text
	if b.s.Veiled {
		text = view.Veil(text)
	}
	tick := part.NewCheck("", nil)
	tick.SetChecked(r.On)
	tick.OnChanged = func(on bool) {
		b.s.Work.Change(func(ctx context.Context) error { return b.s.Audit.SwitchQuery(ctx, r.Text, on) }, func(err error) {
			b.s.Fail(err)
			b.Reload()
		})
	}
	open := part.NewButtonWithIcon(b.s.W.T("plan.open"), theme.ComputerIcon(), func() { b.s.Open(r.Link) })
	open.Importance = widget.LowImportance
	if !r.On {
		open.Disable()
	}
	return part.Spread(ticked(tick, part.Column(part.Tight, part.Plain(text), part.Caption(r.Meta))), open)
}

// ticked puts words beside a box to tick, so that long ones wrap.
func ticked(tick *part.Check, words fyne.CanvasObject) fyne.CanvasObject {
	return container.NewBorder(nil, nil, container.New(layout.NewCustomPaddedVBoxLayout(0), tick, layout.NewSpacer()), nil,
		container.New(layout.NewCustomPaddedLayout(0, 0, -12, 0), words))
}

// take takes in result pages that the user saved, then judges what is new.
func (b *plan) take(paths []string) {
	var run outside.SearchRun
	b.s.Run(func(ctx context.Context, p *footprint.Progress) (err error) {
		if run, err = b.s.Audit.SearchSaved(ctx, paths, p); err == nil {
			_, err = b.s.Audit.Analyze(ctx, p)
		}
		return err
	}, func(err error) { b.took(run, err) })
}

// took says what a run brought.
func (b *plan) took(run outside.SearchRun, err error) {
	b.said = view.PageProblems(run, b.s.W)
	switch {
	case errors.Is(err, context.Canceled):
		b.s.Say(b.s.W.Trouble(err))
	case err != nil:
		b.s.Fail(err)
	default:
		b.s.Say(view.RunWords(run, b.s.W))
		if run.Added > 0 && len(b.said) == 0 && b.watching == "" {
			b.found()
			return
		}
	}
	b.Reload()
}

func (b *plan) chooseFile() {
	b.s.PickFile(nil, func(path string) { b.take([]string{path}) })
}

func (b *plan) chooseFolder() {
	b.s.PickFolder(func(dir string) { b.take([]string{dir}) })
}

// watch takes in pages as they arrive in the download folder, until it is switched off or the window closes.
func (b *plan) watch(on bool) {
	b.watching = ""
	if on {
		b.watching = b.s.Downloads
	}
	dir := b.watching
	desk.Load(b.s.Work, "downloads", func(ctx context.Context) (struct{}, error) {
		if dir == "" { // taking the slot has ended what ran in it
			return struct{}{}, nil
		}
		return struct{}{}, b.s.Audit.WatchDownloads(ctx, dir, func(run outside.SearchRun, err error) {
			if err == nil {
				_, err = b.s.Audit.Analyze(ctx, new(footprint.Progress))
			}
			b.s.Work.Later(func() { b.took(run, err) })
		})
	}, func(_ struct{}, err error) {
		if err != nil {
			b.watching = ""
			b.s.Fail(err)
			b.Reload()
		}
	})
}

// Key is for the keys of the section.
func (b *plan) Key(*fyne.KeyEvent) {}

// Rune opens the next search.
func (b *plan) Rune(r rune) {
	if r == 'o' {
		b.openNext()
	}
}
