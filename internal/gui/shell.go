package gui

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"footprint/internal/audit/protect"
	"footprint/internal/gui/checklist"
	"footprint/internal/gui/desk"
	"footprint/internal/gui/look"
	"footprint/internal/gui/part"
	"footprint/internal/gui/photos"
	"footprint/internal/gui/search"
	"footprint/internal/gui/view"
	"footprint/internal/gui/walk"
)

// screen is one row of the table from which navigation, shortcuts and help are made.
type screen struct {
	id     string
	icon   fyne.Resource
	hidden bool // not in the navigation
	build  func(*Shell) desk.Screen
}

// screens is the table of screens, in the order of the navigation.
func screens() []screen {
	return []screen{
		{id: "welcome", icon: theme.HomeIcon(), hidden: true, build: newWelcome},
		{id: "locked", icon: theme.LoginIcon(), hidden: true, build: newLocked},
		{id: "overview", icon: theme.HomeIcon(), build: newOverview},
		{id: "checklist", icon: theme.ListIcon(), build: func(s *Shell) desk.Screen { return checklist.New(s.Desk) }},
		{id: "review", icon: theme.VisibilityIcon(), build: newReview},
		{id: "photos", icon: theme.MediaPhotoIcon(), build: func(s *Shell) desk.Screen { return photos.New(s.Desk) }},
		{id: "walk", icon: theme.VisibilityOffIcon(), build: func(s *Shell) desk.Screen { return walk.New(s.Desk) }},
		{id: "search", icon: theme.SearchIcon(), build: func(s *Shell) desk.Screen { return search.New(s.Desk) }},
		{id: "sources", icon: theme.FolderOpenIcon(), build: newSources},
		{id: "draft", icon: theme.DocumentCreateIcon(), build: newDraft},
		{id: "reports", icon: theme.DocumentPrintIcon(), build: newReports},
		{id: "settings", icon: theme.SettingsIcon(), build: newSettings},
		{id: "about", icon: theme.InfoIcon(), build: newAbout},
	}
}

// Shell is the window around the screens: navigation, status line, undo, and what drops onto it.
type Shell struct {
	*desk.Desk

	table  []screen
	bodies map[string]desk.Screen
	stale  map[string]bool
	places map[string]*part.Place
	here   string

	frame   *frame
	brand   *part.Brand
	drop    func()
	idle    *protect.Idle
	written typing   // when the user was last there
	waiting []string // exports that were dropped while something ran
}

// New builds the window; Run of the app shows it. It starts with the welcome until consent is given.
func New(o desk.Options) (*Shell, error) {
	prefs := o.App.Preferences()
	w, err := view.LoadWords(o.Words, prefs.StringWithFallback(prefLanguage, o.Locale))
	if err != nil {
		return nil, fmt.Errorf("open window: %w", err)
	}
	s := &Shell{Desk: &desk.Desk{Options: o, W: w, Work: desk.NewAsync(o.Inline)}, table: screens()}
	s.Hooks = desk.Hooks{Visit: s.Visit, Relayout: s.relayout, Help: s.help, Badge: s.badge, Framed: s.framed, Rested: s.rested}
	if o.Inline {
		s.Work.Clock = o.Now
	}
	if o.Do != nil {
		s.Work.Do = o.Do
	}
	s.applyAppearance()
	s.Win = o.App.NewWindow("Footprint")
	s.Win.SetIcon(look.WindowIcon())
	s.Win.SetMaster()
	s.Win.SetPadded(false)
	s.restorePlace()
	s.build()
	o.App.Settings().AddListener(func(fyne.Settings) { s.frame.dressed++ })
	s.Win.SetOnDropped(func(_ fyne.Position, uris []fyne.URI) { s.importURIs(uris) })
	s.shortcuts()
	s.watchIdle()
	s.drop = o.Audit.Subscribe(func() { s.Work.Tell(s.changed) })
	s.Win.SetOnClosed(func() { s.Close() })
	s.Win.SetCloseIntercept(func() { s.rememberPlace(); s.Win.Close() })
	s.begin()
	return s, nil
}

// Window is the window, for whoever shows it.
func (s *Shell) Window() fyne.Window { return s.Win }

// Close stops all work.
func (s *Shell) Close() {
	if s.drop != nil {
		s.drop()
		s.drop = nil
	}
	s.idle.Stop()
	s.Work.Close()
}

// build makes the frame anew, for instance in another language; screens are built when first shown.
func (s *Shell) build() {
	s.bodies, s.stale, s.places = map[string]desk.Screen{}, map[string]bool{}, map[string]*part.Place{}
	s.Status = desk.NewStatus(s.Desk)
	s.brand = part.NewBrand("Footprint")
	rail := container.NewVBox(s.brand.Container)
	for _, row := range s.table {
		p := part.NewPlace(row.icon, s.W.T("screen."+row.id), func() { s.Visit(row.id) })
		p.Named = func(name string) { s.frame.name(p, name) }
		s.places[row.id] = p
		if !row.hidden {
			rail.Add(p)
		}
	}
	s.frame = newFrame(s, rail)
	s.Win.SetContent(s.frame)
}

// begin chooses the first screen. What it shows is fetched while the system makes the window.
func (s *Shell) begin() {
	given, err := desk.Now(s.Work, s.Audit.Consent)
	switch {
	case err != nil:
		s.Fail(err)
		s.Visit("overview")
	case !given:
		s.Visit("welcome")
		s.UsefulFrame("welcome")
	default:
		if s.reminds() {
			s.tray(0) // the first entry opens a window of its own: not while somebody looks at ours
		}
		s.Visit("checklist")
		if len(s.Exports) > 0 {
			s.importPaths(s.Exports)
		}
	}
}

// Visit shows a screen.
func (s *Shell) Visit(id string) {
	for _, row := range s.table {
		if row.id != id {
			continue
		}
		b, built := s.bodies[id]
		if !built {
			b = row.build(s)
			s.bodies[id] = b
		}
		if p := s.places[s.here]; p != nil {
			p.SetHere(false)
		}
		s.here = id
		s.places[id].SetHere(true)
		s.frame.show(b.Content(), row.hidden)
		if !built || s.stale[id] {
			delete(s.stale, id)
			b.Reload()
		}
	}
}

// has reports whether there is such a screen.
func (s *Shell) has(id string) bool {
	return slices.ContainsFunc(s.table, func(row screen) bool { return row.id == id })
}

// changed reloads what is visible and remembers that the rest is stale.
func (s *Shell) changed(quiet bool) {
	s.touch() // a decision in a list, whose keys the window does not hear
	for id := range s.bodies {
		s.stale[id] = true
	}
	if b := s.bodies[s.here]; b != nil && !quiet {
		delete(s.stale, s.here)
		b.Reload()
	} else if quiet {
		delete(s.stale, s.here)
	}
}

// relayout places everything anew.
func (s *Shell) relayout() { s.frame.whole.Refresh() }

func (s *Shell) badge(id, text string) { s.places[id].SetBadge(text) }

// framed begins what could wait until there was something to look at.
func (s *Shell) framed() {
	if s.here != "welcome" {
		s.remind()
	}
}

// rested tells the checklist that long work is over.
func (s *Shell) rested() {
	if c := s.checklist(); c != nil {
		c.Rested()
	}
}

// checklist is the screen of tasks, if it was shown already.
func (s *Shell) checklist() *checklist.Checklist {
	c, _ := s.bodies["checklist"].(*checklist.Checklist)
	return c
}

// welcome is the first run, if it was shown.
func (s *Shell) welcome() *welcome {
	b, _ := s.bodies["welcome"].(*welcome)
	return b
}

// veil hides or shows the words of the user's data on every screen.
func (s *Shell) veil() {
	s.Veiled = !s.Veiled
	key := "veil.off"
	if s.Veiled {
		key = "veil.on"
	}
	s.Say(s.W.T(key))
	s.redraw()
}

// lift shows the words under the veil while its key is held.
func (s *Shell) lift(held bool) {
	if s.Veiled && s.Lifted != held {
		s.Lifted = held
		s.redraw()
	}
}

// redraw shows the visible screen anew; the others follow when they are visited.
func (s *Shell) redraw() {
	for id := range s.bodies {
		s.stale[id] = true
	}
	delete(s.stale, s.here)
	if b, ok := s.bodies[s.here].(desk.Redrawn); ok {
		b.Redraw()
	} else {
		s.bodies[s.here].Reload()
	}
}

// findTask goes to the search field of the checklist.
func (s *Shell) findTask() {
	s.Visit("checklist")
	s.checklist().Search()
}
