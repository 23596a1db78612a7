package gui

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"image/png"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"footprint/assets"
	"footprint/internal/audit"
	"footprint/internal/audit/dossier"
	"footprint/internal/footprint"
	"footprint/internal/gui/checklist"
	"footprint/internal/gui/desk"
	"footprint/internal/gui/look"
	"footprint/internal/gui/view"
	"footprint/internal/gui/walk"
	"footprint/internal/ingest"
)

// go test ./internal/gui -run Storybook -pictures DIR draws every screen and state to PNG.
var (
	drawTo   = flag.String("pictures", "", "folder for pictures of every screen and state")
	only     = flag.String("only", "", "draw only the stories whose names begin so")
	language = flag.String("language", "en-NZ", "the language of the pictures, as de")
)

// story is a screen in a state.
type story struct {
	name  string
	with  func(*fake)
	play  func(*Shell)
	whole bool // drawn with the navigation, or above it
	slow  bool // nothing ever arrives: the loading state
}

func full(f *fake) {
	f.consent, f.tasks, f.sources, f.summary, f.walks = true, invented(), inventedSources(), inventedSummary(), inventedWalks()
	f.changes = audit.Changes{Since: day().AddDate(0, -3, -2), New: 5, Gone: 12, Still: 11}
	f.due = []audit.Due{{Topic: "settings", Every: "3mo", Due: day(), Now: true}, {Topic: "policies", Every: "12mo", Last: day().AddDate(-1, 0, -4), Due: day().AddDate(0, 0, -4), Now: true},
		{Topic: "search", Every: "90d", Last: day().AddDate(0, -1, 0), Due: day().AddDate(0, 2, 0)}, {Topic: "task", Title: "Mocking a patient", Due: day().AddDate(0, 0, 9)}}
	f.named = []string{"facebook", "linkedin"}
	f.me = footprint.Person{Name: "Robin Kauri", Handles: []string{"@robin_k"}, Role: "doctor", Specialty: "paediatrics", Employer: "Harbour General", Place: "Kaitoke", Jurisdiction: "NZ"}
}

func bare(f *fake) { f.consent = true }

func broken(f *fake) { f.consent, f.err = true, fmt.Errorf("open database: %w", footprint.ErrBusy) }

func stories() []story {
	visit := func(id string) func(*Shell) { return func(s *Shell) { s.Visit(id) } }
	list := func(do func(*Shell, *checklist.Checklist)) func(*Shell) {
		return func(s *Shell) { s.Visit("checklist"); do(s, s.checklist()) }
	}
	all := []story{
		{name: "welcome", with: func(*fake) {}, play: func(*Shell) {}},
		{name: "welcome-profile", with: func(*fake) {}, play: func(s *Shell) { s.bodies["welcome"].(*welcome).agree() }},
		{name: "welcome-filled", with: func(*fake) {}, play: func(s *Shell) {
			s.bodies["welcome"].(*welcome).agree()
			f := s.Audit.(*fake)
			f.me.Name, f.me.Handles, f.guess = "Robin Kauri", []string{"@robin_k"}, audit.ProfileGuess{Employer: "Harbour General", Place: "Kaitoke"}
			s.importPaths([]string{"/home/robin/Downloads/linkedin.zip"})
		}},
		{name: "welcome-accounts", with: func(f *fake) { f.named = []string{"x"} }, play: func(s *Shell) { s.bodies["welcome"].(*welcome).accounts() }},
		{name: "welcome-start", with: func(*fake) {}, play: func(s *Shell) { b := s.bodies["welcome"].(*welcome); b.choose(map[string]bool{"facebook": true}) }},
		{name: "checklist-full", with: full, play: list(func(s *Shell, c *checklist.Checklist) {})},
		{name: "checklist-picture", with: func(f *fake) { withPhotos(f); f.tasks[0].Kind = footprint.KindPhoto }, play: list(func(s *Shell, c *checklist.Checklist) {})},
		{name: "checklist-decided", with: full, play: list(func(s *Shell, c *checklist.Checklist) { c.Rune('d'); c.Rune('s') })},
		{name: "checklist-filters", with: full, play: list(func(s *Shell, c *checklist.Checklist) {
			c.Rune('g')
			c.Refilter(func(f *view.Filter) { f.Scope, f.Platform = view.ScopeOpen, "facebook" })
		})},
		{name: "checklist-grouped", with: full, play: list(func(s *Shell, c *checklist.Checklist) {
			c.Rune('g')
			c.Refilter(func(f *view.Filter) { f.Scope, f.Group = view.ScopeOpen, "area" })
		})},
		{name: "checklist-group-open", with: full, play: list(func(s *Shell, c *checklist.Checklist) {
			c.Refilter(func(f *view.Filter) { f.Scope, f.Group = view.ScopeOpen, "platform" })
			press(s, fyne.KeyReturn)
		})},
		{name: "checklist-as-employer", with: full, play: list(func(s *Shell, c *checklist.Checklist) {
			c.Refilter(func(f *view.Filter) { f.Scope, f.Reader = view.ScopeOpen, "employers" })
		})},
		{name: "checklist-marked", with: full, play: list(func(s *Shell, c *checklist.Checklist) {
			c.Rune('2')
			c.Key(&fyne.KeyEvent{Name: fyne.KeySpace})
			c.Key(&fyne.KeyEvent{Name: fyne.KeySpace})
		})},
		{name: "checklist-nomatch", with: full, play: list(func(s *Shell, c *checklist.Checklist) {
			c.Search()
			letters(s, "zebra")
		})},
		{name: "checklist-empty-scope", with: full, play: list(func(s *Shell, c *checklist.Checklist) { c.Rune('4') })},
		{name: "checklist-alldone", with: full, play: list(func(s *Shell, c *checklist.Checklist) {
			c.Rune('2')
			c.Rune('a')
			c.Rune('d')
		})},
		{name: "checklist-veiled", with: full, play: list(func(s *Shell, c *checklist.Checklist) { s.veil() })},
		{name: "detail-narrow", with: full, play: list(func(s *Shell, c *checklist.Checklist) { c.Key(&fyne.KeyEvent{Name: fyne.KeyReturn}) })},
		{name: "overview-full", with: full, play: visit("overview")},
		{name: "sources-full", with: full, play: visit("sources")},
		{name: "sources-pictures", with: full, play: func(s *Shell) {
			s.Visit("sources")
			s.Audit.(*fake).err = ingest.ErrPhotos
			s.importPaths([]string{"/home/robin/Pictures/2019"})
		}},
		{name: "sources-progress", with: full, play: func(s *Shell) {
			s.Visit("sources")
			s.Work.Never = true
			s.importPaths([]string{"/home/robin/Downloads/twitter.zip"})
			s.Work.Clock = func() time.Time { return day().Add(40 * time.Second) }
			s.Status.Show(footprint.Snapshot{Stage: "read X", Note: "data/tweets.js", Done: 37, Total: 100})
		}},
		{name: "draft-finding", with: full, play: func(s *Shell) {
			s.Visit("draft")
			s.bodies["draft"].(*draft).entry.SetText("Tuesday was long. The girl in bed 9 beat me at chess, twice, and went home.")
		}},
		{name: "draft-spared", with: full, play: func(s *Shell) {
			s.Visit("draft")
			s.bodies["draft"].(*draft).entry.SetText("In the novel I am writing the surgeon loses a man of 84 on a Tuesday and nobody asks why.")
		}},
		{name: "draft-photo", with: full, play: func(s *Shell) {
			s.Visit("draft")
			s.bodies["draft"].(*draft).takePhoto("/pictures/IMG_0042.jpg")
		}},
		{name: "draft-empty", with: full, play: visit("draft")},
		{name: "review-lists", with: full, play: visit("review")},
		{name: "review-card", with: full, play: func(s *Shell) {
			s.Visit("review")
			b := s.bodies["review"].(*review)
			b.now = b.lists[0]
			b.card()
			b.Rune('k')
		}},
		{name: "review-end", with: full, play: func(s *Shell) {
			s.Visit("review")
			b := s.bodies["review"].(*review)
			b.now = b.lists[0]
			for b.now.Now() != nil {
				b.answer(answers()[0])
			}
		}},
		{name: "walk-full", with: full, play: visit("walk")},
		{name: "walk-platform", with: full, play: func(s *Shell) { s.Visit("walk"); s.bodies["walk"].(*walk.Walk).Open("facebook") }},
		{name: "photos-full", with: withPhotos, play: func(s *Shell) { onPhotos(s) }},
		{name: "photos-answered", with: withPhotos, play: func(s *Shell) {
			p := onPhotos(s)
			p.Rune('r')
			p.Rune('k')
			p.Rune('w')
		}},
		{name: "photos-veiled", with: withPhotos, play: func(s *Shell) { onPhotos(s); s.veil() }},
		{name: "photos-noreader", with: func(f *fake) { withPhotos(f); f.state.Reader = false }, play: func(s *Shell) { onPhotos(s).Scope(view.PhotosAll) }},
		{name: "photos-read", with: withPhotos, play: func(s *Shell) { onPhotos(s); f := s.Audit.(*fake); f.state.Waiting = 0; s.bodies["photos"].Reload() }},
		{name: "photos-nothing", with: func(f *fake) { withPhotos(f); f.album = f.album[:3] }, play: func(s *Shell) { onPhotos(s).Scope(view.PhotosAnswered) }},
		{name: "photos-large", with: withPhotos, play: func(s *Shell) { onPhotos(s).Key(&fyne.KeyEvent{Name: fyne.KeyReturn}) }},
		{name: "photos-places", with: withPhotos, play: func(s *Shell) { onPhotos(s).Places() }},
		{name: "photos-places-empty", with: func(f *fake) { withPhotos(f); f.places = nil; f.me.Homes, f.me.Shifts = nil, nil }, play: func(s *Shell) { onPhotos(s).Places() }},
		{name: "photos-strip", with: withPhotos, play: func(s *Shell) { onPhotos(s).Rune('c') }},
		{name: "reports", with: full, play: visit("reports")},
		{name: "reports-saved", with: full, play: func(s *Shell) {
			s.Visit("reports")
			s.bodies["reports"].(*reports).write(s.Formats[0], "/home/robin/Documents/footprint-2026-03-14.html")
		}},
		{name: "reports-chosen", with: full, play: func(s *Shell) { chosen(s).names.SetChecked(true) }},
		{name: "reports-plan", with: full, play: func(s *Shell) { chosen(s).plan() }},
		{name: "reports-plan-nothing", with: bare, play: func(s *Shell) { chosen(s).plan() }},
		{name: "overview-compared", with: full, play: func(s *Shell) { s.Visit("overview"); s.bodies["overview"].(*overview).compare() }},
		{name: "settings", with: full, play: visit("settings")},
		{name: "settings-wrong", with: func(f *fake) {
			full(f)
			f.alarms = []audit.FalseAlarm{{ID: 2, Scope: audit.ThisRule, Title: "Strong language", Created: day()},
				{ID: 1, Scope: audit.ThisPhrase, Title: "Alcohol beyond measure", Phrase: "smashed", Created: day().AddDate(0, -1, 0)}}
		}, play: visit("settings")},
		{name: "settings-protected", with: func(f *fake) { full(f); f.protected = true }, play: func(s *Shell) {
			s.Visit("settings")
			s.bodies["settings"].Content().(*fyne.Container).Objects[0].(*container.Scroll).ScrollToBottom()
		}},
		{name: "locked", with: full, play: func(s *Shell) { s.lock() }},
		{name: "about", with: full, play: visit("about")},
		{name: "keys", with: full, whole: true, play: func(s *Shell) { s.help() }},
		{name: "overview-german", with: full, play: func(s *Shell) { s.Visit("overview"); s.speak("de") }},
	}
	all = append(all, searchStories()...)
	for _, id := range []string{"checklist", "search", "overview", "review", "photos", "walk", "sources", "settings"} {
		all = append(all,
			story{name: id + "-empty", with: bare, play: visit(id)},
			story{name: id + "-error", with: broken, play: visit(id)},
			story{name: id + "-loading", with: full, play: visit(id), slow: true},
		)
	}
	return all
}

// open makes a shell on invented data. Slow fetches never arrive.
func open(t testing.TB, a fyne.App, f *fake, slow bool) *Shell {
	t.Helper()
	s, err := New(invite(t, a, f))
	if err != nil {
		t.Fatal(err)
	}
	if slow {
		s.Work.Never = true
		s.build()
	}
	return s
}

// invite are the options of a window on an invented audit.
func invite(t testing.TB, a fyne.App, f *fake) desk.Options {
	t.Helper()
	dir, err := fs.Sub(assets.Window, "locale")
	if err != nil {
		t.Fatal(err)
	}
	return desk.Options{
		App: a, Audit: f, Words: dir, Locale: "en-NZ", Version: "1.0.0",
		Platforms: []desk.Platform{
			{ID: "x", Name: "X", Ask: "Settings, then Your account, then Download an archive of your data. It takes about a day.", AskURL: "https://x.com/settings/download_your_data"},
			{ID: "facebook", Name: "Facebook", Ask: "Accounts Centre, then Your information. Choose JSON, all time, high quality.", AskURL: "https://accountscenter.facebook.com"},
			{ID: "instagram", Name: "Instagram", Ask: "Accounts Centre, then Your information. Choose JSON and all time.", AskURL: "https://accountscenter.instagram.com"},
		},
		Demo:    func() error { return nil },
		Files:   []view.Labelled{{Label: "log", Value: "/home/robin/.local/state/footprint/footprint.log"}, {Label: "crash", Value: "/home/robin/.local/state/footprint/crash.txt"}},
		Formats: []desk.Format{{Name: "html", Ext: ".html"}, {Name: "md", Ext: ".md"}, {Name: "csv", Ext: ".csv"}, {Name: "json", Ext: ".json"}},
		WriteReport: func(_ context.Context, what dossier.Options, format, path string) error {
			occasion := ""
			if what.Occasion != nil {
				occasion = what.Occasion.ID + " " + what.Deadline.Format(time.DateOnly)
			}
			f.note("report for %s, %s, unredacted %v, %s, %s", what.Audience.ID, occasion, what.Unredacted, format, filepath.Base(path))
			return f.err
		},
		Prepare:   f.prepare,
		Downloads: "/home/robin/Downloads",
		OpenURL:   func(*url.URL) error { return nil },
		Safe:      safe{f},
		Now:       day, Started: day(), Inline: true,
	}
}

// settle lets wrapped words and what stands below them agree on their heights.
func settle(s *Shell, size fyne.Size) {
	s.Win.Resize(size)
	for range 3 {
		s.frame.whole.Refresh()
	}
}

func TestStorybook(t *testing.T) {
	if *drawTo == "" {
		t.Skip("draws pictures only when asked: -pictures DIR")
	}
	sizes := []struct {
		name  string
		size  fyne.Size
		scale float32
	}{{"1280x800", fyne.NewSize(1280, 800), 1}, {"900x600", fyne.NewSize(900, 600), 1}, {"200", fyne.NewSize(1280, 800), 2}}
	if err := os.MkdirAll(*drawTo, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, st := range stories() {
		if !strings.HasPrefix(st.name, *only) {
			continue
		}
		for _, sz := range sizes {
			for _, mode := range []look.Appearance{look.Light, look.Dark} {
				a := test.NewTempApp(t)
				a.Preferences().SetString(prefAppearance, string(mode))
				a.Preferences().SetFloat(prefScale, float64(sz.scale))
				a.Preferences().SetString(prefLanguage, *language)
				f := new(fake)
				st.with(f)
				s := open(t, a, f, st.slow)
				settle(s, sz.size)
				st.play(s)
				settle(s, sz.size)
				file, err := os.Create(filepath.Join(*drawTo, fmt.Sprintf("%s-%s-%s.png", st.name, sz.name, mode)))
				if err != nil {
					t.Fatal(err)
				}
				err = errors.Join(png.Encode(file, s.Win.Canvas().Capture()), file.Close())
				if err != nil {
					t.Fatal(err)
				}
				s.Win.Close()
			}
		}
	}
}
