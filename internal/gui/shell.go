package gui

import (
	"context"
	"fmt"
	"io/fs"
	"net/url"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"footprint/internal/footprint"
	"footprint/internal/gui/look"
	"footprint/internal/gui/part"
	"footprint/internal/gui/view"
)

// Platform is what the window knows about a platform: its name and how to get its export.
type Platform struct{ ID, Name, Ask, AskURL string }

// Options are what the window is made of.
type Options struct {
	App       fyne.App
	Audit     Auditor
	Platforms []Platform
	Words     fs.FS // the folder of languages
	Locale    string
	Version   string
	// Demo opens a second window on a made-up person, whose data never mix with the user's; nil if there is
	// none.
	Demo func() error
	// Files are places that the About screen shows, by the key of their name.
	Files []view.Labelled
	// Formats are the kinds of report, the first the usual one; WriteReport writes one to a file.
	Formats     []Format
	WriteReport func(ctx context.Context, format, path string) error
	// OpenURL opens a page in the browser.
	OpenURL func(*url.URL) error
	// Now is the day the audit plays on. Trace gets lines about timing; nil for none. Started is when the program began.
	Now     func() time.Time
	Trace   func(string)
	Started time.Time
	// Inline runs all work at once on the calling goroutine, for tests and pictures.
	Inline bool
}

// body is what a screen shows. Reload fetches its values again; it is called when the screen is shown and
// stale.
type body interface {
	content() fyne.CanvasObject
	reload()
}

// keyed screens act on keys that no widget took.
type keyed interface {
	key(*fyne.KeyEvent)
	rune(rune)
}

// screen is one row of the table from which navigation, shortcuts and help are made.
type screen struct {
	id     string
	icon   fyne.Resource
	hidden bool // not in the navigation
	build  func(*Shell) body
}

// screens is the table of screens, in the order of the navigation.
func screens() []screen {
	return []screen{
		{id: "welcome", icon: theme.HomeIcon(), hidden: true, build: newWelcome},
		{id: "overview", icon: theme.HomeIcon(), build: newOverview},
		{id: "checklist", icon: theme.ListIcon(), build: newChecklist},
		{id: "review", icon: theme.VisibilityIcon(), build: newReview},
		{id: "sources", icon: theme.FolderOpenIcon(), build: newSources},
		{id: "draft", icon: theme.DocumentCreateIcon(), build: newDraft},
		{id: "reports", icon: theme.DocumentPrintIcon(), build: newReports},
		{id: "settings", icon: theme.SettingsIcon(), build: newSettings},
		{id: "about", icon: theme.InfoIcon(), build: newAbout},
	}
}

// Shell is the window around the screens: navigation, status line, undo, and what drops onto it.
type Shell struct {
	o     Options
	win   fyne.Window
	w     *view.Words
	async *async

	table  []screen
	bodies map[string]body
	stale  map[string]bool
	places map[string]*part.Place
	here   string

	frame   *frame
	brand   *part.Brand
	status  *status
	history []undoable
	framed  bool
	veiled  bool // words of the user's data are hidden, for sharing the screen
	drop    func()
}

// undoable is a decision that can be taken back: what it was, and how the screen shows that it is undone.
type undoable struct {
	label  string
	revert func()
}

// New builds the window; Run of the app shows it. It starts with the welcome until consent is given.
func New(o Options) (*Shell, error) {
	prefs := o.App.Preferences()
	w, err := view.LoadWords(o.Words, prefs.StringWithFallback(prefLanguage, o.Locale))
	if err != nil {
		return nil, fmt.Errorf("open window: %w", err)
	}
	s := &Shell{o: o, w: w, async: newAsync(o.Inline), table: screens()}
	if o.Inline {
		s.async.clock = o.Now
	}
	s.applyAppearance()
	s.win = o.App.NewWindow("Footprint")
	s.win.SetIcon(look.Footprint())
	s.win.SetMaster()
	s.win.SetPadded(false)
	s.win.Resize(s.rememberedSize())
	s.build()
	s.win.SetOnDropped(func(_ fyne.Position, uris []fyne.URI) { s.importURIs(uris) })
	s.shortcuts()
	s.drop = o.Audit.Subscribe(func() { s.async.tell(s.changed) })
	s.win.SetOnClosed(func() { s.Close() })
	s.win.SetCloseIntercept(func() { s.rememberSize(); s.win.Close() })
	s.begin()
	return s, nil
}

// Window is the window, for whoever shows it.
func (s *Shell) Window() fyne.Window { return s.win }

// Close stops all work.
func (s *Shell) Close() {
	if s.drop != nil {
		s.drop()
		s.drop = nil
	}
	s.async.close()
}

// build makes the frame anew, for instance in another language; screens are built when first shown.
func (s *Shell) build() {
	s.bodies, s.stale, s.places = map[string]body{}, map[string]bool{}, map[string]*part.Place{}
	s.status = newStatus(s)
	s.brand = part.NewBrand("Footprint")
	rail := container.NewVBox(s.brand.Container)
	for _, row := range s.table {
		p := part.NewPlace(row.icon, s.w.T("screen."+row.id), func() { s.Visit(row.id) })
		s.places[row.id] = p
		if !row.hidden {
			rail.Add(p)
		}
	}
	s.frame = newFrame(s, rail)
	s.win.SetContent(s.frame)
}

// begin chooses the first screen.
func (s *Shell) begin() {
	load(s.async, "begin", s.o.Audit.Consent, func(given bool, err error) {
		switch {
		case err != nil:
			s.fail(err)
			s.Visit("overview")
		case !given:
			s.Visit("welcome")
		default:
			s.Visit("checklist")
		}
	})
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
		s.frame.show(b.content(), row.hidden)
		if !built || s.stale[id] {
			delete(s.stale, id)
			b.reload()
		}
	}
}

// changed reloads what is visible and remembers that the rest is stale.
func (s *Shell) changed(quiet bool) {
	for id := range s.bodies {
		s.stale[id] = true
	}
	if b := s.bodies[s.here]; b != nil && !quiet {
		delete(s.stale, s.here)
		b.reload()
	} else if quiet {
		delete(s.stale, s.here)
	}
}

// done records a decision for undo and says so.
func (s *Shell) done(label string, revert func()) {
	s.history = append(s.history, undoable{label, revert})
	s.status.say(label, true)
}

// undo takes the last decision back.
func (s *Shell) undo() {
	n := len(s.history)
	if n == 0 {
		s.status.say(s.w.T("undo.nothing"), false)
		return
	}
	last := s.history[n-1]
	s.history = s.history[:n-1]
	last.revert()
	s.status.say(s.w.T("undo.done", "what", last.label), len(s.history) > 0)
}

// trace prints the time to the first useful frame, once.
func (s *Shell) usefulFrame(what string) {
	if s.framed || s.o.Trace == nil {
		return
	}
	s.framed = true
	s.async.later(func() {
		s.o.Trace(fmt.Sprintf("first useful frame: %s after %d ms", what, s.async.clock().Sub(s.o.Started).Milliseconds()))
	})
}

// name is what people call a platform.
func (s *Shell) name(id string) string {
	for _, p := range s.o.Platforms {
		if p.ID == id {
			return p.Name
		}
	}
	return id
}

func (s *Shell) names() map[string]string {
	m := make(map[string]string, len(s.o.Platforms))
	for _, p := range s.o.Platforms {
		m[p.ID] = p.Name
	}
	return m
}

// open opens a page in the browser, after a click of the user.
func (s *Shell) open(link string) {
	u, err := url.Parse(link)
	if err == nil && u.Scheme != "https" && u.Scheme != "http" {
		err = fmt.Errorf("open page: address of kind %q", u.Scheme)
	}
	if err == nil {
		err = s.o.OpenURL(u)
	}
	if err != nil {
		s.fail(err)
	}
}

// openFile opens a file that the window itself has written.
func (s *Shell) openFile(u fyne.URI) {
	if err := s.o.OpenURL(&url.URL{Scheme: "file", Path: u.Path()}); err != nil {
		s.fail(err)
	}
}

// copy puts words on the clipboard.
func (s *Shell) copy(text string) {
	s.o.App.Clipboard().SetContent(text)
	s.status.say(s.w.T("copied"), false)
}

// veil hides or shows the words of the user's data on every screen.
func (s *Shell) veil() {
	s.veiled = !s.veiled
	key := "veil.off"
	if s.veiled {
		key = "veil.on"
	}
	s.status.say(s.w.T(key), false)
	switch b := s.bodies[s.here].(type) {
	case *checklist:
		if b.list != nil {
			b.refresh()
		}
	case *review:
		if b.now != nil {
			b.card()
		}
	}
}

// search goes to the search field of the checklist.
func (s *Shell) search() {
	s.Visit("checklist")
	if c, ok := s.bodies["checklist"].(*checklist); ok {
		s.win.Canvas().Focus(c.query)
	}
}

// statusOf names a decision in the status line.
func (s *Shell) statusOf(status footprint.Status, n int) string {
	return s.w.N("decided."+string(status), n)
}
