package gui

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footprint/internal/audit"
	"footprint/internal/footprint"
	"footprint/internal/gui/desk"
	"footprint/internal/gui/look"
	"footprint/internal/gui/part"
	"footprint/internal/gui/view"
)

// Keys of Fyne's preferences: how the window looks, and nothing about the user's data.
const (
	prefAppearance = "appearance"
	prefScale      = "text_scale"
	prefLanguage   = "language"
)

// applyAppearance sets the theme from the preferences.
func (s *Shell) applyAppearance() {
	s.App.Settings().SetTheme(appearance(s.App.Preferences()))
}

// appearance is the theme the user has chosen.
func appearance(p fyne.Preferences) fyne.Theme {
	return look.New(look.Appearance(p.StringWithFallback(prefAppearance, string(look.System))), float32(p.FloatWithFallback(prefScale, 1)))
}

// settings is the screen of the user's profile and of how the window looks.
type settings struct {
	desk.Pane
	s *Shell
}

func newSettings(s *Shell) desk.Screen { return &settings{desk.NewPane(s.Desk), s} }

func (b *settings) Reload() {
	b.Loading("settings.loading")
	desk.Load(b.s.Work, "settings", b.fetch, func(k known, err error) {
		if err != nil {
			b.Failed(err, b.Reload)
			return
		}
		b.fill(k)
	})
}

// known is what the settings show.
type known struct {
	me        footprint.Person
	alarms    []audit.FalseAlarm
	schedule  []audit.Scheduled
	services  []audit.SearchService
	protected bool
}

func (b *settings) fetch(ctx context.Context) (k known, err error) {
	if k.me, err = b.s.Audit.Profile(ctx); err != nil {
		return k, err
	}
	if k.alarms, err = b.s.Audit.FalseAlarms(ctx); err != nil {
		return k, err
	}
	k.services = b.s.Audit.SearchServices()
	if k.schedule, err = b.s.Audit.Schedule(ctx); err != nil || b.s.Safe == nil {
		return k, err
	}
	k.protected, err = b.s.Safe.Protected()
	return k, err
}

func (b *settings) fill(k known) {
	w := b.s.W
	form := newProfileForm(b.s, k.me, func() {})
	parts := []fyne.CanvasObject{
		part.Heading(w.T("screen.settings")),
		part.Card(w.T("settings.appearance"), b.appearance()),
		part.Card(w.T("settings.profile"), part.Muted(w.T("welcome.profile.text")), form.object,
			container.New(layout.NewCustomPaddedLayout(8, 4, 8, 0), part.Buttons(form.save))),
		part.Card(w.T("settings.schedule"), b.schedule(k.schedule)),
		part.Card(w.T("settings.wrong"), b.alarms(k.alarms)),
		part.Card(w.T("settings.packs"), b.packs()),
		part.Card(w.T("settings.keys"), b.keys(k.services)),
	}
	data := part.Card(w.T("settings.data"), part.Plain(w.T("settings.data.text")), part.Fact(w.T("settings.data.path"), b.s.Audit.Path()))
	if b.s.Safe == nil {
		parts = append(parts, data, part.Card(w.T("settings.lock"), part.Muted(w.T("lock.demo"))))
	} else {
		parts = append(parts, part.Card(w.T("settings.lock"), b.protection(k.protected)), data, part.Card(w.T("settings.erase"), b.erase()))
	}
	b.SetKeeping(part.Page(parts...))
}

// appearance holds the choices that take effect at once.
func (b *settings) appearance() fyne.CanvasObject {
	w, prefs := b.s.W, b.s.App.Preferences()
	pick := func(names []string, now int, chosen func(int)) *part.Select {
		m := part.NewSelect(names, nil)
		m.SetSelectedIndex(now)
		m.OnChanged = func(string) { chosen(m.SelectedIndex()) }
		return m
	}
	modes := []look.Appearance{look.System, look.Light, look.Dark}
	var modeNames []string
	for _, m := range modes {
		modeNames = append(modeNames, w.T("appearance."+string(m)))
	}
	mode := pick(modeNames, max(0, slices.Index(modes, look.Appearance(prefs.String(prefAppearance)))), func(i int) {
		prefs.SetString(prefAppearance, string(modes[i]))
		b.s.applyAppearance()
	})
	scales, scaleNames := []float64{1, 1.25, 1.5, 2}, []string{"100 %", "125 %", "150 %", "200 %"}
	scale := pick(scaleNames, max(0, slices.Index(scales, prefs.Float(prefScale))), func(i int) {
		prefs.SetFloat(prefScale, scales[i])
		b.s.applyAppearance()
	})
	langs, err := view.Languages(b.s.Words)
	if err != nil {
		b.s.Fail(err)
	}
	names, now := make([]string, len(langs)), 0
	for i, l := range langs {
		names[i] = l.Name
		if l.Tag == w.Tag() {
			now = i
		}
	}
	language := pick(names, now, func(i int) { b.s.speak(langs[i].Tag) })
	return part.Form(
		part.Label(w.T("settings.mode")), container.NewHBox(mode),
		part.Label(w.T("settings.scale")), container.NewHBox(scale),
		part.Label(w.T("settings.language")), container.NewHBox(language))
}

// speak changes the language and builds the window anew.
func (s *Shell) speak(tag string) {
	w, err := view.LoadWords(s.Words, tag)
	if err != nil {
		s.Fail(err)
		return
	}
	s.App.Preferences().SetString(prefLanguage, tag)
	s.W = w
	here := s.here
	s.build()
	s.Visit(here)
}

// profileForm asks who the user is.
type profileForm struct {
	object  fyne.CanvasObject
	save    *part.Button
	w       *view.Words
	me      footprint.Person // what is not asked stays as it was
	entries []*part.Entry
	fold    *widget.Accordion // over the fields of those who wish to say more
}

// fill puts what is known by now into the fields that are empty, and names them.
func (f *profileForm) fill(me footprint.Person) (names []string) {
	f.me = me
	for i, field := range view.ProfileFields() {
		if value := field.Get(&me); value != "" && f.entries[i].Text == "" {
			f.entries[i].SetText(value)
			names = append(names, f.w.T("profile."+field.Name))
			if field.More {
				f.fold.Open(0)
			}
		}
	}
	return names
}

func newProfileForm(s *Shell, me footprint.Person, saved func()) *profileForm {
	w := s.W
	form, more := part.Form(), part.Form()
	fields := view.ProfileFields()
	fold := widget.NewAccordion(widget.NewAccordionItem(w.T("profile.more"), more))
	f := &profileForm{object: part.Column(0, form, fold), w: w, me: me, fold: fold, entries: make([]*part.Entry, len(fields))}
	for i, field := range fields {
		e := part.NewEntry()
		e.SetPlaceHolder(w.T("profile." + field.Name + ".hint"))
		e.SetText(field.Get(&me))
		f.entries[i] = e
		to := form
		if field.More {
			to = more
			if e.Text != "" {
				fold.Open(0)
			}
		}
		to.Add(part.Label(w.T("profile." + field.Name)))
		to.Add(e)
	}
	menu := func(label, prefix string, values []string, now string) *part.Select {
		var names []string
		for _, v := range values {
			names = append(names, w.T(prefix+v))
		}
		m := part.NewSelect(names, nil)
		m.PlaceHolder = w.T("profile.choose")
		if i := slices.Index(values, now); i >= 0 {
			m.SetSelectedIndex(i)
		}
		form.Add(part.Label(label))
		form.Add(m)
		return m
	}
	role := menu(w.T("profile.role"), "role.", view.Roles(), me.Role)
	law := menu(w.T("profile.jurisdiction"), "jurisdiction.", view.Jurisdictions(), me.Jurisdiction)
	small := part.NewCheck(w.T("profile.small"), nil)
	small.SetChecked(me.SmallCommunity)
	more.Add(part.Label(w.T("profile.community")))
	more.Add(small)
	f.save = part.NewButtonWithIcon(w.T("profile.save"), theme.ConfirmIcon(), func() {
		next := f.me
		for i, field := range fields {
			field.Set(&next, f.entries[i].Text)
		}
		if i := role.SelectedIndex(); i >= 0 {
			next.Role = view.Roles()[i]
		}
		if i := law.SelectedIndex(); i >= 0 {
			next.Jurisdiction = view.Jurisdictions()[i]
		}
		next.SmallCommunity = small.Checked
		s.saveProfile(next, saved)
	})
	f.save.Importance = widget.HighImportance
	return f
}

// alarms lists what the user called wrong, in the settings, so that nothing stays hidden for ever.
func (b *settings) alarms(list []audit.FalseAlarm) fyne.CanvasObject {
	w := b.s.W
	if len(list) == 0 {
		return part.Muted(w.T("wrong.none"))
	}
	var rows []fyne.CanvasObject
	for _, a := range list {
		what := w.T("wrong.list."+string(a.Scope), "words", a.Phrase)
		show := part.NewButtonWithIcon(w.T("wrong.remove"), theme.ViewRestoreIcon(), func() {
			b.s.Work.Change(func(ctx context.Context) error { return b.s.Audit.RemoveFalseAlarm(ctx, a.ID) }, func(err error) {
				b.s.Fail(err)
				b.Reload()
			})
		})
		rows = append(rows, part.Spread(part.Column(part.Tight, part.Plain(a.Title), part.Caption(what+"  ·  "+w.Date(a.Created))), show))
	}
	return part.Column(0, rows...)
}
