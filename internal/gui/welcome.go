package gui

import (
	"cmp"
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footprint/internal/audit/judging"
	"footprint/internal/footprint"
	"footprint/internal/gui/desk"
	"footprint/internal/gui/look"
	"footprint/internal/gui/part"
)

// welcome is the first run: what Footprint does and does not do, consent, the profile, and a way to begin.
type welcome struct {
	desk.Pane
	s      *Shell
	agreed bool
	asking *profileForm // while the profile is asked for
	read   bool         // an export was read meanwhile
	filled *widget.RichText
}

func newWelcome(s *Shell) desk.Screen { return &welcome{Pane: desk.NewPane(s.Desk), s: s} }

// Reload shows the promise. The pages after it stay: an export that is read meanwhile must not take them away.
func (b *welcome) Reload() {
	if !b.agreed {
		b.Set(b.promise())
	}
}

// promise is the first page: what it is, and consent.
func (b *welcome) promise() fyne.CanvasObject {
	w := b.s.W
	logo := container.NewGridWrap(fyne.NewSquareSize(4*theme.TextSize()), widget.NewIcon(look.Footprint()))
	next := part.NewButtonWithIcon(w.T("welcome.next"), theme.NavigateNextIcon(), b.agree)
	next.Importance, next.IconPlacement = widget.HighImportance, widget.ButtonIconTrailingText
	next.Disable()
	why := part.Caption(w.T("welcome.consent.first"))
	consent := part.NewCheck(w.T("welcome.consent"), func(on bool) {
		if on {
			next.Enable()
			why.Hide()
		} else {
			next.Disable()
			why.Show()
		}
	})
	point := func(icon fyne.Resource, title, text string) fyne.CanvasObject {
		sign := container.New(layout.NewCustomPaddedLayout(12, 0, 6, 2), container.NewVBox(widget.NewIcon(look.Tinted(icon, theme.ColorNamePrimary))))
		return container.NewBorder(nil, nil, sign, nil, part.Column(part.Tight, part.Strong(title), part.Muted(text)))
	}
	return part.Middle(
		container.New(layout.NewCustomPaddedLayout(0, 0, theme.InnerPadding(), 0), container.NewHBox(logo)),
		part.Column(part.Tight, part.Heading(w.T("welcome.title")), part.Muted(w.T("welcome.sub"))),
		part.Card("",
			point(theme.SearchIcon(), w.T("welcome.does"), w.T("welcome.does.text")),
			point(theme.VisibilityOffIcon(), w.T("welcome.private"), w.T("welcome.private.text")),
			point(theme.CancelIcon(), w.T("welcome.not"), w.T("welcome.not.text")),
		),
		part.Card(w.T("welcome.consent.title"), part.Plain(w.T("welcome.consent.text")), container.New(layout.NewCustomPaddedLayout(0, 8, 6, 6), consent)),
		part.Column(0, part.Buttons(next), why),
	)
}

// page is a page of the welcome after the promise: which of them it is, its title, what it is for, and the way on.
func (b *welcome) page(n int, title, text string, on fyne.CanvasObject, parts ...fyne.CanvasObject) fyne.CanvasObject {
	w := b.s.W
	head := part.Column(part.Tight, part.Caption(w.T("welcome.step", "n", w.Count(n), "all", w.Count(welcomeSteps))), part.Heading(w.T(title)), part.Muted(w.T(text)))
	return part.Footed(on, append([]fyne.CanvasObject{head}, parts...)...)
}

// welcomeSteps is how many pages follow the promise.
const welcomeSteps = 3

func (b *welcome) agree() {
	b.s.Work.Change(b.s.Audit.GiveConsent, func(err error) {
		if err != nil {
			b.s.Fail(err)
			return
		}
		b.agreed = true
		b.profile()
	})
}

// known fetches the profile, with what the exports say of the user in the fields that are empty.
func (b *welcome) known(ctx context.Context) (me footprint.Person, err error) {
	if me, err = b.s.Audit.Profile(ctx); err != nil {
		return me, err
	}
	guess, err := b.s.Audit.GuessProfile(ctx)
	me.Employer, me.Place = cmp.Or(me.Employer, guess.Employer), cmp.Or(me.Place, guess.Place)
	return me, err
}

// profile is the second page: who the user is. An export that is at hand fills it in, for the user to check.
func (b *welcome) profile() {
	w := b.s.W
	desk.Load(b.s.Work, "welcome", b.known, func(me footprint.Person, err error) {
		if err != nil {
			b.s.Fail(err)
		}
		b.asking = newProfileForm(b.s, me, b.accounts)
		b.filled = part.Muted(w.T("welcome.fill.text"))
		file := part.NewButtonWithIcon(w.T("sources.file"), theme.FileIcon(), b.s.chooseFile)
		skip := part.NewButton(w.T("welcome.later"), b.accounts)
		skip.Importance = widget.LowImportance
		b.Set(b.page(1, "welcome.profile", "welcome.profile.text", part.Buttons(b.asking.save, skip),
			part.Card(w.T("welcome.fill"), b.filled, part.Acts(file)),
			part.Card("", b.asking.object),
		))
		b.s.Shown("profile")
	})
}

// took fills in the profile from exports that were just read, if it is being asked for; fields in which something
// stands stay as they are.
func (b *welcome) took() bool {
	b.read = true
	if b.asking == nil {
		return false
	}
	desk.Load(b.s.Work, "welcome", b.known, func(me footprint.Person, err error) {
		if err != nil {
			b.s.Fail(err)
			return
		}
		text := b.s.W.T("welcome.fill.nothing")
		if names := b.asking.fill(me); len(names) > 0 {
			text = b.s.W.T("welcome.filled", "fields", strings.Join(names, ", "))
		}
		part.Set(b.filled, text)
	})
	return true
}

// mine lists where the user has accounts: what was ticked before, and what was read already.
func (b *welcome) mine(ctx context.Context) ([]string, error) {
	ids, err := b.s.Audit.Accounts(ctx)
	if err != nil {
		return nil, err
	}
	sources, err := b.s.Audit.Sources(ctx)
	for _, s := range sources {
		ids = append(ids, s.Platform)
	}
	return ids, err
}

// accounts is the third page: where the user has accounts.
func (b *welcome) accounts() {
	w := b.s.W
	b.asking = nil
	desk.Load(b.s.Work, "welcome", b.mine, func(mine []string, err error) {
		if err != nil {
			b.s.Fail(err)
		}
		boxes := part.Columns()
		chosen := map[string]bool{}
		for _, id := range mine {
			chosen[id] = true
		}
		for _, p := range b.s.Platforms {
			if p.AskURL == "" { // no platform of its own
				continue
			}
			box := part.NewCheck(p.Name, func(on bool) { chosen[p.ID] = on })
			box.SetChecked(chosen[p.ID])
			boxes.Add(box)
		}
		next := part.NewButtonWithIcon(w.T("welcome.next"), theme.NavigateNextIcon(), func() { b.choose(chosen) })
		next.Importance, next.IconPlacement = widget.HighImportance, widget.ButtonIconTrailingText
		b.Set(b.page(2, "welcome.accounts", "welcome.accounts.text", part.Buttons(next),
			part.Card("", container.New(layout.NewCustomPaddedLayout(4, 4, 8, 8), boxes)),
		))
	})
}

// choose keeps where the user has accounts and shows how to get their exports.
func (b *welcome) choose(chosen map[string]bool) {
	var ids []string
	for _, p := range b.s.Platforms {
		if chosen[p.ID] {
			ids = append(ids, p.ID)
		}
	}
	b.s.Work.Change(func(ctx context.Context) error { return b.s.Audit.SetAccounts(ctx, ids) }, func(err error) {
		if err != nil {
			b.s.Fail(err)
			return
		}
		b.Set(b.start(ids))
	})
}

// start is the last page: with one's own exports, or with somebody made up.
func (b *welcome) start(mine []string) fyne.CanvasObject {
	w := b.s.W
	title, text := "welcome.start", "welcome.start.text"
	own := part.NewButtonWithIcon(w.T("welcome.own"), theme.FolderOpenIcon(), func() { b.s.Visit("sources") })
	if b.read {
		title, text = "welcome.ready", "welcome.ready.text"
		own = part.NewButtonWithIcon(w.T("welcome.checklist"), theme.ListIcon(), func() { b.s.Visit("checklist") })
	}
	own.Importance = widget.HighImportance
	buttons := []*part.Button{own}
	if b.s.Demo != nil && !b.read {
		buttons = append(buttons, part.NewButtonWithIcon(w.T("welcome.demo"), theme.AccountIcon(), b.s.demo))
	}
	return b.page(3, title, text, part.Buttons(buttons...),
		part.Card(w.T("sources.how"), part.Plain(w.T("sources.how.text")), b.s.askList(mine)),
	)
}

// judgeAgain judges what is stored by the present profile.
func (s *Shell) judgeAgain() {
	var result judging.Result
	s.Run(func(ctx context.Context, p *footprint.Progress) (err error) {
		result, err = s.Audit.Analyze(ctx, p)
		return err
	}, func(err error) {
		if err != nil {
			s.Fail(err)
			return
		}
		s.Say(s.W.T("profile.judged", "new", s.W.N("count.tasks", result.NewTasks)))
	})
}

// saveProfile stores the profile and judges again, since names and places change what is found.
func (s *Shell) saveProfile(me footprint.Person, then func()) {
	s.Work.Change(func(ctx context.Context) error { return s.Audit.SetProfile(ctx, me) }, func(err error) {
		if err != nil {
			s.Fail(err)
			return
		}
		s.Say(s.W.T("profile.saved"))
		then()
		s.judgeAgain()
	})
}
