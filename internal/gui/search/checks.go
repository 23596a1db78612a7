package search

import (
	"context"
	"errors"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footprint/internal/audit"
	"footprint/internal/audit/outside"
	"footprint/internal/crawl"
	"footprint/internal/footprint"
	"footprint/internal/gui/desk"
	"footprint/internal/gui/part"
	"footprint/internal/gui/view"
)

// checks is the section of everything beside search engines: old accounts, the pages behind results, a second
// look at what is marked done, breaches, and a password.
type checks struct {
	desk.Pane
	s     *desk.Desk
	known checksKnown
	list  string                     // WhatsMyName file of the user's own, or ""
	said  map[string][]view.Labelled // what the last run of a check said
}

// checksKnown is what the section has to know before it can say what each check would ask.
type checksKnown struct {
	handles, addresses []string
	sites              int
	pages              []outside.SearchResult
	done               []outside.Verification
	hibp               audit.SearchService
}

func newChecks(s *desk.Desk) *checks {
	return &checks{Pane: desk.NewPane(s), s: s, said: map[string][]view.Labelled{}}
}

// Reload fetches what the checks would ask.
func (b *checks) Reload() {
	b.Loading("checks.loading")
	desk.Load(b.s.Work, "checks", b.fetch, func(k checksKnown, err error) {
		if err != nil {
			b.Failed(err, b.Reload)
			return
		}
		b.known = k
		b.fill()
	})
}

func (b *checks) fetch(ctx context.Context) (k checksKnown, err error) {
	au := b.s.Audit
	var errs [5]error
	k.handles, errs[0] = au.OwnHandles(ctx)
	k.addresses, errs[1] = au.OwnAddresses(ctx)
	k.sites, _, errs[2] = au.SitesToAsk(b.list)
	k.pages, errs[3] = au.PagesToRead(ctx, nil)
	k.done, errs[4] = au.Done(ctx, nil)
	k.done = slices.DeleteFunc(k.done, func(v outside.Verification) bool { return v.URL == "" })
	for _, v := range au.SearchServices() {
		if v.Name == crawl.BreachService {
			k.hibp = v
		}
	}
	return k, errors.Join(errs[:]...)
}

// Redraw shows the same anew.
func (b *checks) Redraw() { b.fill() }

func (b *checks) fill() {
	b.SetKeeping(part.Page(part.Muted(b.s.W.T("checks.intro")), b.profiles(), b.pages(), b.again(), b.breaches(), b.password()))
}

// card is one check: what it is, what it would ask, its button, and what it said last.
func (b *checks) card(name string, parts ...fyne.CanvasObject) fyne.CanvasObject {
	w := b.s.W
	rows := append([]fyne.CanvasObject{part.Plain(w.T("checks.text." + name))}, parts...)
	for _, said := range b.said[name] {
		rows = append(rows, part.Fact(said.Label, said.Value))
	}
	return part.Card(w.T("checks."+name), rows...)
}

// run runs a check with progress and keeps what it said.
func (b *checks) run(name string, work func(context.Context, *footprint.Progress) ([]view.Labelled, error)) {
	b.s.Run(func(ctx context.Context, p *footprint.Progress) error {
		said, err := work(ctx, p)
		b.said[name] = said
		if err == nil {
			_, err = b.s.Audit.Analyze(ctx, p)
		}
		return err
	}, func(err error) {
		if errors.Is(err, context.Canceled) {
			b.s.Say(b.s.W.Trouble(err))
		} else if err != nil {
			b.s.Fail(err)
		} else {
			b.s.Say(b.s.W.T("checks.done"))
		}
		b.Reload()
	})
}

func (b *checks) profiles() fyne.CanvasObject {
	w, k := b.s.W, b.known
	if len(k.handles) == 0 {
		return b.card("profiles", b.toProfile("checks.profiles.none"))
	}
	load := part.NewButtonWithIcon(w.T("checks.profiles.file"), theme.FileIcon(), b.chooseSites)
	load.Importance = widget.LowImportance
	return b.card("profiles", part.Fact(w.T("checks.handles"), b.shown(strings.Join(k.handles, ", "))),
		asking(b.s, w.N("checks.profiles.ask", k.sites), theme.AccountIcon(), w.N("checks.profiles.note", k.sites), func() {
			b.run("profiles", func(ctx context.Context, p *footprint.Progress) ([]view.Labelled, error) {
				run, err := b.s.Audit.OwnProfiles(ctx, b.list, p)
				return view.ProfileWords(run, w), err
			})
		}), spaced(part.Buttons(load)))
}

// toProfile says that the profile lacks what a check needs.
func (b *checks) toProfile(key string) fyne.CanvasObject {
	open := part.NewButtonWithIcon(b.s.W.T("plan.noname.action"), theme.SettingsIcon(), func() { b.s.Visit("settings") })
	return part.Column(0, part.Muted(b.s.W.T(key)), spaced(part.Buttons(open)))
}

func (b *checks) shown(text string) string {
	if b.s.Veiled {
		return view.Veil(text)
	}
	return text
}

// chooseSites takes a WhatsMyName file of the user's own.
func (b *checks) chooseSites() { b.s.PickFile([]string{".json"}, b.useSites) }

func (b *checks) useSites(path string) {
	n, left, err := b.s.Audit.SitesToAsk(path)
	if err != nil {
		b.s.Fail(err)
		return
	}
	b.list = path
	b.s.Say(b.s.W.N("checks.profiles.loaded", n, "left", b.s.W.Count(left)))
	b.Reload()
}

func (b *checks) pages() fyne.CanvasObject {
	w, n := b.s.W, len(b.known.pages)
	if n == 0 {
		return b.card("pages", part.Muted(w.T("checks.pages.none")))
	}
	return b.card("pages", asking(b.s, w.N("checks.pages.ask", n), theme.DocumentIcon(), w.N("checks.pages.note", n), func() {
		b.run("pages", func(ctx context.Context, p *footprint.Progress) ([]view.Labelled, error) {
			run, err := b.s.Audit.OpenPages(ctx, nil, p)
			return view.PageWords(run, w), err
		})
	}))
}

func (b *checks) again() fyne.CanvasObject {
	w, n := b.s.W, len(b.known.done)
	if n == 0 {
		return b.card("again", part.Muted(w.T("checks.again.none")))
	}
	return b.card("again", asking(b.s, w.N("checks.again.ask", n), theme.ViewRefreshIcon(), w.N("checks.again.note", n), func() {
		b.run("again", func(ctx context.Context, p *footprint.Progress) ([]view.Labelled, error) {
			list, err := b.s.Audit.LookAgain(ctx, nil, p)
			return view.VerifyWords(list, w), err
		})
	}))
}

func (b *checks) breaches() fyne.CanvasObject {
	w, k := b.s.W, b.known
	if len(k.addresses) == 0 {
		return b.card("breaches", b.toProfile("checks.breaches.none"))
	}
	note := w.T("checks.breaches.gravatar")
	if k.hibp.Key != "" {
		note = w.T("checks.breaches.note") + " " + note
	}
	return b.card("breaches", part.Fact(w.T("checks.addresses"), b.shown(strings.Join(k.addresses, ", "))), keyField(b.s, k.hibp, b.Reload),
		asking(b.s, w.N("checks.breaches.ask", len(k.addresses)), theme.WarningIcon(), note, func() {
			b.run("breaches", func(ctx context.Context, p *footprint.Progress) ([]view.Labelled, error) {
				run, err := b.s.Audit.Breaches(ctx, p)
				return view.BreachWords(run, k.hibp.Key != "", w), err
			})
		}))
}

// password checks one password; it is taken from the field at once and never kept.
func (b *checks) password() fyne.CanvasObject {
	w := b.s.W
	entry := part.NewPassword()
	entry.PlaceHolder = w.T("checks.password.hint")
	return b.card("password", field(entry), asking(b.s, w.T("checks.password.ask"), theme.LoginIcon(), w.T("checks.password.note"), func() {
		secret := []byte(entry.Text)
		entry.SetText("")
		if len(secret) == 0 {
			b.s.Say(w.T("checks.password.empty"))
			return
		}
		desk.Load(b.s.Work, "password", func(ctx context.Context) (int, error) { return b.s.Audit.Stolen(ctx, secret) }, func(times int, err error) {
			switch {
			case err != nil:
				b.s.Fail(err)
				return
			case times > 0:
				b.said["password"] = []view.Labelled{{Label: w.T("checks.password.stolen"), Value: w.N("checks.password.times", times)}}
			default:
				b.said["password"] = []view.Labelled{{Label: w.T("checks.password.safe"), Value: w.T("checks.password.safe.text")}}
			}
			b.fill()
		})
	}))
}
