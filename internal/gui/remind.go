package gui

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"footprint/internal/audit"
	"footprint/internal/gui/desk"
)

// Keys of Fyne's preferences: whether to remind, and the last day on which it was done.
const (
	prefRemind   = "remind"
	prefReminded = "reminded_on"
)

// remind tells the desktop once a day how many reviews are due, and keeps them in the tray. It holds no words of
// an item.
func (s *Shell) remind() {
	if !s.reminds() {
		return
	}
	desk.Load(s.Work, "remind", s.Audit.Due, func(list []audit.Due, err error) {
		if err != nil {
			return // the screen that is shown says so itself
		}
		due := 0
		for _, d := range list {
			if d.Now {
				due++
			}
		}
		s.tray(due)
		today := s.Now().Format("2006-01-02")
		if prefs := s.App.Preferences(); due > 0 && prefs.String(prefReminded) != today {
			prefs.SetString(prefReminded, today)
			s.App.SendNotification(fyne.NewNotification("Footprint", s.W.N("remind.due", due)))
		}
	})
}

// reminds reports whether the user is reminded; the made-up person owes nothing.
func (s *Shell) reminds() bool {
	return s.Safe != nil && s.App.Preferences().BoolWithFallback(prefRemind, true)
}

// tray sets the entry in the system's tray, where there is one.
func (s *Shell) tray(due int) {
	app, ok := s.App.(desktop.App)
	if !ok || s.Inline {
		return
	}
	show := func(screen string) func() {
		return func() {
			s.Win.Show()
			s.Win.RequestFocus()
			s.leaveWelcome(func() { s.Visit(screen) })
		}
	}
	what := fyne.NewMenuItem(s.W.N("remind.due", due), show("overview"))
	what.Disabled = due == 0
	app.SetSystemTrayMenu(fyne.NewMenu("Footprint", what, fyne.NewMenuItem(s.W.T("remind.open"), show("checklist"))))
}
