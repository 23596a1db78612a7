package view

import (
	"strings"
	"time"

	"footprint/internal/audit"
)

// Walk is the settings to check on one platform, in words.
type Walk struct {
	Platform string // its id
	Name     string
	Mine     bool
	Device   bool // the phone itself
	// Sum says how many are checked, and when all are, when to look again.
	Sum       string
	Done, All int
	Checked   string // when names and links were checked
	Settings  []WalkSetting
}

// WalkSetting is one setting to check.
type WalkSetting struct {
	ID, Title, Want, Where, URL string
	Exported                    string // what the export says; "" if nothing
	Why                         string // the guidance, in short
	State                       string // when it was checked and comes again; "" before the first time
	Ticked                      bool
	At                          time.Time // of the tick, zero for never
}

// maxExported bounds what is shown of a value, in characters.
const maxExported = 60

// NewWalks puts the settings into words. Names maps the ids of platforms to what people call them.
func NewWalks(list []audit.Walk, names map[string]string, w *Words) []Walk {
	walks := make([]Walk, 0, len(list))
	for _, a := range list {
		v := Walk{Platform: a.Platform, Name: names[a.Platform], Mine: a.Mine, Device: a.Device, All: len(a.Settings), Checked: w.T("walk.checked", "year", a.Checked)}
		if v.Device {
			v.Name = w.T("walk.device")
		}
		var next time.Time
		for i := range a.Settings {
			s := newWalkSetting(&a.Settings[i], w)
			if s.Ticked {
				v.Done++
			}
			if again := a.Settings[i].Again; next.IsZero() || !again.IsZero() && again.Before(next) {
				next = again
			}
			v.Settings = append(v.Settings, s)
		}
		v.Sum = w.T("walk.all", "done", v.Done, "all", v.All)
		if v.Done == v.All && !next.IsZero() {
			v.Sum = w.T("walk.next", "date", w.Date(next))
		}
		walks = append(walks, v)
	}
	return walks
}

func newWalkSetting(a *audit.WalkSetting, w *Words) WalkSetting {
	s := WalkSetting{ID: a.ID, Title: a.Title, Want: a.Want, Where: a.Where, URL: a.URL, Exported: Cut(a.Exported, maxExported), Ticked: !a.Due, At: a.Done}
	var cites []string
	for _, g := range a.Guidance {
		cites = append(cites, g.Paraphrase+" ("+g.ID+")")
	}
	s.Why = w.T("walk.why", "cites", strings.Join(cites, " "))
	switch {
	case a.Done.IsZero():
	case a.Due:
		s.State = w.T("walk.overdue", "date", w.Date(a.Done))
	case a.Again.IsZero():
		s.State = w.T("walk.done.once", "date", w.Date(a.Done))
	default:
		s.State = w.T("walk.done", "date", w.Date(a.Done), "date2", w.Date(a.Again))
	}
	return s
}

// WalkShare counts what is checked of the user's own platforms and the phone, in all.
func WalkShare(walks []Walk) (done, all int) {
	for _, v := range walks {
		if v.Mine || v.Device {
			done, all = done+v.Done, all+v.All
		}
	}
	return done, all
}
