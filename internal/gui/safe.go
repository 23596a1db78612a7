package gui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footprint/internal/gui/desk"
	"footprint/internal/gui/part"
)

// locked is what the window shows while the database is locked.
type locked struct {
	desk.Pane
	s *Shell
}

func newLocked(s *Shell) desk.Screen { return &locked{desk.NewPane(s.Desk), s} }

func (b *locked) Reload() {
	face, entry := gate(b.s.Desk, func(passphrase string, wrong func(error)) {
		b.s.Work.Change(func(ctx context.Context) error { return b.s.Audit.Unlock(ctx, passphrase) }, func(err error) {
			if err != nil {
				wrong(err)
				return
			}
			b.s.build()
			b.s.Visit("checklist")
			b.s.idle.Touch()
		})
	})
	b.Set(face)
	b.s.Win.Canvas().Focus(entry)
}

// gate asks for the passphrase; the entry wants the focus once it is shown.
func gate(s *desk.Desk, try func(passphrase string, wrong func(error))) (fyne.CanvasObject, *part.Entry) {
	w := s.W
	entry := part.NewPassword()
	entry.PlaceHolder = w.T("lock.passphrase")
	trouble := part.Words{Color: theme.ColorNameError}.New("")
	enter := func() {
		try(entry.Text, func(err error) {
			part.Set(trouble, w.Trouble(err))
			entry.SetText("")
		})
	}
	entry.OnSubmitted = func(string) { enter() }
	open := part.NewButtonWithIcon(w.T("lock.unlock"), theme.LoginIcon(), enter)
	open.Importance = widget.HighImportance
	return part.Middle(part.Column(part.Tight, part.Heading(w.T("lock.title")), part.Muted(w.T("lock.text"))),
		part.Card("", container.New(layout.NewCustomPaddedLayout(4, 8, 8, 8), entry), part.Acts(open), trouble)), entry
}

// lock hides everything behind the passphrase, if there is one.
func (s *Shell) lock() {
	if s.Busy() {
		s.Warn(s.W.T("lock.busy"))
		return
	}
	s.Work.Change(s.Audit.Lock, func(err error) {
		if err != nil {
			s.Warn(s.W.T("lock.none"))
			return
		}
		s.build() // nothing of the user's data stays on a hidden screen
		s.Visit("locked")
	})
}

// protection is the card of the passphrase: set, change, remove, lock now and by itself.
func (b *settings) protection(protected bool) fyne.CanvasObject {
	w := b.s.W
	field := func(key string) *part.Entry {
		e := part.NewPassword()
		e.PlaceHolder = w.T(key)
		return e
	}
	present, next, again := field("lock.present"), field("lock.next"), field("lock.again")
	apply := func(to string) {
		if next.Text != again.Text && to != "" {
			b.s.Warn(w.T("lock.differ"))
			return
		}
		b.protect(present.Text, to)
	}
	set := part.NewButtonWithIcon(w.T("lock.set"), theme.ConfirmIcon(), func() { apply(next.Text) })
	if !protected {
		return part.Column(0, part.Plain(w.T("lock.off")), part.Muted(w.T("lock.warning")),
			container.New(layout.NewCustomPaddedLayout(2, 6, 8, 8), container.NewVBox(next, again)), part.Acts(set))
	}
	set.SetText(w.T("lock.change"))
	remove := part.NewButtonWithIcon(w.T("lock.remove"), theme.DeleteIcon(), func() { apply("") })
	now := part.NewButtonWithIcon(w.T("lock.now"), theme.LogoutIcon(), b.s.lock)
	now.Importance = widget.HighImportance
	return part.Column(0, part.Plain(w.T("lock.on")), part.Acts(now), part.Row(part.Label(w.T("lock.after")), b.lockAfter()),
		container.New(layout.NewCustomPaddedLayout(2, 6, 8, 8), container.NewVBox(present, next, again)), part.Acts(set, remove))
}

func (b *settings) lockAfter() fyne.CanvasObject {
	w, prefs, minutes := b.s.W, b.s.App.Preferences(), []int{0, 1, 5, 15}
	m := part.NewSelect(nil, nil)
	for i, n := range minutes {
		name := w.T("lock.never")
		if n > 0 {
			name = w.N("span.minutes", n)
		}
		m.Options = append(m.Options, name)
		if n == prefs.Int(prefLockAfter) {
			m.SetSelectedIndex(i)
		}
	}
	m.OnChanged = func(string) {
		prefs.SetInt(prefLockAfter, minutes[m.SelectedIndex()])
		b.s.lockAfter()
	}
	return m
}

// protect changes the passphrase; the database is closed meanwhile.
func (b *settings) protect(present, next string) {
	s := b.s
	if s.Busy() {
		s.Warn(s.W.T("lock.busy"))
		return
	}
	desk.Load(s.Work, "protect", func(ctx context.Context) (desk.Auditor, error) {
		return s.Safe.Protect(ctx, present, next)
	}, func(au desk.Auditor, err error) {
		if au != nil {
			s.adopt(au)
		}
		if err != nil {
			s.Fail(err)
			return
		}
		key := "lock.done"
		if next == "" {
			key = "lock.removed"
		}
		s.Say(s.W.T(key))
		b.Reload()
	})
}

// adopt goes on with a database that was opened anew.
func (s *Shell) adopt(au desk.Auditor) {
	if s.drop != nil {
		s.drop()
	}
	s.Audit = au
	s.drop = au.Subscribe(func() { s.Work.Tell(s.changed) })
}

// erase is the card that removes everything, after the word was typed.
func (b *settings) erase() fyne.CanvasObject {
	w := b.s.W
	word := w.T("erase.word")
	entry := part.NewEntry()
	entry.PlaceHolder = w.T("erase.type", "word", word)
	button := part.NewButtonWithIcon(w.T("erase.button"), theme.DeleteIcon(), func() {
		if err := b.s.Safe.Erase(); err != nil {
			b.s.Fail(err)
			return
		}
		b.s.App.Quit()
	})
	button.Importance = widget.DangerImportance
	button.Disable()
	entry.OnChanged = func(text string) {
		if text == word {
			button.Enable()
		} else {
			button.Disable()
		}
	}
	return part.Column(0, part.Plain(w.T("erase.text")), container.New(layout.NewCustomPaddedLayout(2, 6, 8, 8), entry), part.Acts(button))
}
