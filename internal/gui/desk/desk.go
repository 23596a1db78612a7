// Package desk is what every screen works with: the audit, the wording, work off the window's goroutine, the
// line at the foot that says what happened, and undo.
//
// It knows no screen. Goroutines start in async.go and nowhere else in the window, and widgets change on
// Fyne's goroutine only.
package desk

import (
	"context"
	"fmt"
	"io/fs"
	"net/url"
	"time"

	"fyne.io/fyne/v2"

	"footprint/internal/audit/dossier"
	"footprint/internal/footprint"
	"footprint/internal/gui/view"
)

// Platform is what the window knows about a platform: its name and how to get its export.
type Platform struct{ ID, Name, Ask, AskURL string }

// Format is a kind of report: its name for the writer, and the ending of its files with the dot.
type Format struct{ Name, Ext string }

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
	// Exports are read in at the start; Log gets errors that were shown. Nil logs nothing.
	Exports []string
	Log     func(error)
	// Safe is nil where there is nothing to keep, as in the demo.
	Safe Safe
	// Packs are the folders of rules in force beside the built-in ones; PackTrouble says why one is not.
	Packs       []string
	PackTrouble string
	// Files are places that the About screen shows, by the key of their name.
	Files []view.Labelled
	// Formats are the kinds of report, the first the usual one. WriteReport writes one to a file: of what it shows the
	// window chooses the reader, the occasion with its day, and whether names are shown; the rest is filled in.
	Formats     []Format
	WriteReport func(ctx context.Context, what dossier.Options, format, path string) error
	// Prepare plans an occasion by weeks.
	Prepare func(ctx context.Context, o dossier.Occasion, deadline time.Time) (dossier.Plan, error)
	// Downloads is the folder in which browsers put files.
	Downloads string
	// OpenURL opens a page in the browser.
	OpenURL func(*url.URL) error
	// Now is the day the audit plays on. Trace gets lines about timing; nil for none. Started is when the program began.
	Now     func() time.Time
	Trace   func(string)
	Started time.Time
	// Do brings a callback to the goroutine of the window; nil is the usual way. It is told a name for measuring.
	Do func(name string, f func())
	// Inline runs all work at once on the calling goroutine, for tests and pictures.
	Inline bool
}

// Screen is what the window shows beside the navigation. Reload fetches its values again; it is called when
// the screen is shown and stale.
type Screen interface {
	Content() fyne.CanvasObject
	Reload()
}

// Redrawn screens can show what they have anew without fetching it, for instance when the veil falls.
type Redrawn interface{ Redraw() }

// Keyed screens act on keys that no widget took.
type Keyed interface {
	Key(*fyne.KeyEvent)
	Rune(rune)
}

// Hooks are what the window around the screens does for them.
type Hooks struct {
	// Visit shows a screen; Relayout places everything anew after a part came or went; Help lists the keys.
	Visit    func(id string)
	Relayout func()
	Help     func()
	// Badge shows a short number at a screen's entry in the navigation; "" takes it away.
	Badge func(id, text string)
	// Framed is called when the first useful frame was drawn, Rested when long work is over.
	Framed, Rested func()
}

// Desk is shared by the window and its screens. It belongs to the goroutine of the window.
type Desk struct {
	Options
	Hooks
	W      *view.Words
	Work   *Async
	Win    fyne.Window
	Status *Status
	// Veiled hides the words of the user's data, for sharing the screen; Lifted shows them all the same while a key
	// is held.
	Veiled, Lifted bool

	history []undoable
	framed  bool
}

// undoable is a decision that can be taken back: what it was, and how the screen shows that it is undone.
type undoable struct {
	label  string
	revert func()
}

// Hides reports whether the words of the user's data are hidden at the moment.
func (s *Desk) Hides() bool { return s.Veiled && !s.Lifted }

// Say shows what happened in the line at the foot.
func (s *Desk) Say(text string) { s.Status.say(text, false) }

// Warn shows what went wrong and what to do next.
func (s *Desk) Warn(text string) { s.Status.warn(text) }

// Done records a decision for undo and says so.
func (s *Desk) Done(label string, revert func()) {
	s.history = append(s.history, undoable{label, revert})
	s.Status.say(label, true)
}

// Undo takes the last decision back.
func (s *Desk) Undo() {
	n := len(s.history)
	if n == 0 {
		s.Say(s.W.T("undo.nothing"))
		return
	}
	last := s.history[n-1]
	s.history = s.history[:n-1]
	last.revert()
	s.Status.say(s.W.T("undo.done", "what", last.label), len(s.history) > 0)
}

// Shown traces what has come into sight, which keys act on from now on.
func (s *Desk) Shown(what string) { s.trace("shown: %s", what) }

// trace writes a line about what the window does, for tests and for measuring.
func (s *Desk) trace(format string, a ...any) {
	if s.Trace != nil {
		s.Trace(fmt.Sprintf(format, a...))
	}
}

// UsefulFrame says that there is something to look at. The first time, once it is drawn, it is traced, and what could
// wait until then begins.
func (s *Desk) UsefulFrame(what string) {
	if s.framed {
		return
	}
	s.framed = true
	s.Work.drawn(func() {
		if s.Trace != nil {
			s.Trace(fmt.Sprintf("first useful frame: %s after %d ms", what, s.Work.Clock().Sub(s.Started).Milliseconds()))
		}
		if !s.Inline {
			rest()
		}
		s.Work.Later(s.Framed)
	})
}

// Name is what people call a platform.
func (s *Desk) Name(id string) string {
	for _, p := range s.Platforms {
		if p.ID == id {
			return p.Name
		}
	}
	return id
}

// Names maps the ids of all platforms to what people call them.
func (s *Desk) Names() map[string]string {
	m := make(map[string]string, len(s.Platforms))
	for _, p := range s.Platforms {
		m[p.ID] = p.Name
	}
	return m
}

// Open opens a page in the browser, after a click of the user.
func (s *Desk) Open(link string) {
	u, err := url.Parse(link)
	if err == nil && u.Scheme != "https" && u.Scheme != "http" {
		err = fmt.Errorf("open page: address of kind %q", u.Scheme)
	}
	if err == nil {
		err = s.OpenURL(u)
	}
	if err != nil {
		s.Fail(err)
	}
}

// OpenFile opens a file that the window itself has written.
func (s *Desk) OpenFile(u fyne.URI) {
	if err := s.OpenURL(&url.URL{Scheme: "file", Path: u.Path()}); err != nil {
		s.Fail(err)
	}
}

// Copy puts words on the clipboard.
func (s *Desk) Copy(text string) {
	s.App.Clipboard().SetContent(text)
	s.Say(s.W.T("copied"))
}

// StatusOf names a decision in the status line.
func (s *Desk) StatusOf(status footprint.Status, n int) string {
	return s.W.N("decided."+string(status), n)
}
