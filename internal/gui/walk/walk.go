// Package walk is the screen that leads through the privacy settings of each platform: what the guidance asks to
// check, the cautious value, a link, and a tick with its date.
package walk

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footprint/internal/audit"
	"footprint/internal/gui/desk"
	"footprint/internal/gui/part"
	"footprint/internal/gui/view"
)

// Walk is the screen.
type Walk struct {
	desk.Pane
	s     *desk.Desk
	walks []view.Walk
	here  string // the platform that is open; "" for the list
}

// New makes the screen.
func New(s *desk.Desk) *Walk { return &Walk{Pane: desk.NewPane(s), s: s} }

// Reload fetches the settings.
func (b *Walk) Reload() {
	b.Loading("walk.loading")
	desk.Load(b.s.Work, "walk", b.s.Audit.Walks, func(list []audit.Walk, err error) {
		if err != nil {
			b.Failed(err, b.Reload)
			return
		}
		b.walks = view.NewWalks(list, b.s.Names(), b.s.W)
		b.show()
	})
}

// Open shows the settings of one platform.
func (b *Walk) Open(platform string) {
	b.here = platform
	b.show()
}

// Redraw shows the same anew.
func (b *Walk) Redraw() { b.show() }

// Key leaves the platform.
func (b *Walk) Key(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		b.Open("")
	}
}

// Rune has no letters of its own.
func (b *Walk) Rune(rune) {}

func (b *Walk) show() {
	for i := range b.walks {
		if b.walks[i].Platform == b.here {
			b.platform(&b.walks[i])
			return
		}
	}
	b.list()
}

// list shows the platforms, the user's own first.
func (b *Walk) list() {
	w := b.s.W
	done, all := view.WalkShare(b.walks)
	parts := []fyne.CanvasObject{
		part.Column(part.Tight, part.Heading(w.T("screen.walk")), part.Muted(w.T("walk.intro"))),
		part.Column(0, container.New(layout.NewCustomPaddedLayout(0, 0, 8, 8), part.NewMeter(float64(done)/float64(max(1, all)))),
			part.Caption(w.T("walk.all", "done", done, "all", all))),
	}
	var rows, others []fyne.CanvasObject
	first := true
	for i := range b.walks {
		v := &b.walks[i]
		row := b.row(v, first && v.Done < v.All)
		if v.Mine || v.Device {
			first = first && v.Done == v.All
			rows = append(rows, row)
		} else {
			others = append(others, row)
		}
	}
	if len(rows) > 0 {
		parts = append(parts, part.Card(w.T("walk.mine"), part.Column(0, rows...)))
	}
	if len(others) > 0 {
		parts = append(parts, part.Card(w.T("walk.other"), part.Muted(w.T("walk.other.text")), part.Column(0, others...)))
	}
	b.Set(part.Page(parts...))
}

// row is one platform in the list; the first that is not finished is the next step.
func (b *Walk) row(v *view.Walk, next bool) fyne.CanvasObject {
	key := "walk.begin"
	switch {
	case v.Done == v.All:
		key = "walk.again"
	case v.Done > 0:
		key = "walk.goon"
	}
	open := part.NewButtonWithIcon(b.s.W.T(key), theme.NavigateNextIcon(), func() { b.Open(v.Platform) })
	open.IconPlacement = widget.ButtonIconTrailingText
	if next && (v.Mine || v.Device) {
		open.Importance = widget.HighImportance
	}
	return part.Spread(part.Column(part.Tight, part.Strong(v.Name), part.Caption(v.Sum)), open)
}

// platform shows the settings of one platform.
func (b *Walk) platform(v *view.Walk) {
	w := b.s.W
	back := part.NewButtonWithIcon(w.T("walk.back"), theme.NavigateBackIcon(), func() { b.Open("") })
	back.Importance = widget.LowImportance
	sum := v.Sum
	if v.Done == v.All {
		sum = w.T("walk.complete") + "  ·  " + sum
	}
	parts := []fyne.CanvasObject{
		container.NewHBox(back),
		part.Column(part.Tight, part.Heading(v.Name), part.Muted(v.Checked)),
		part.Column(0, container.New(layout.NewCustomPaddedLayout(0, 0, 8, 8), part.NewMeter(float64(v.Done)/float64(max(1, v.All)))), part.Caption(sum)),
	}
	for i := range v.Settings {
		parts = append(parts, b.setting(v, &v.Settings[i]))
	}
	b.SetKeeping(part.Page(parts...))
}

func (b *Walk) setting(v *view.Walk, s *view.WalkSetting) fyne.CanvasObject {
	w := b.s.W
	tick := part.NewCheck(s.Title, nil)
	tick.SetChecked(s.Ticked)
	tick.OnChanged = func(on bool) {
		at := time.Time{}
		if on {
			at = b.s.Now()
		}
		b.tick(v.Platform, s, at)
	}
	pills := part.Row(part.Pill(w.T("walk.want"), s.Want))
	if s.Exported != "" {
		exported := s.Exported
		if b.s.Hides() {
			exported = view.Veil(exported)
		}
		pills.Add(part.Pill(w.T("walk.exported"), exported))
	}
	where := fyne.CanvasObject(part.Fact(w.T("walk.where"), s.Where))
	if s.URL != "" {
		where = part.Spread(where, part.NewButtonWithIcon(w.T("walk.open"), theme.ComputerIcon(), func() { b.s.Open(s.URL) }))
	}
	rows := []fyne.CanvasObject{tick, container.New(layout.NewCustomPaddedLayout(2, 2, 8, 8), pills), where}
	if s.State != "" {
		rows = append(rows, part.Caption(s.State))
	}
	return part.Card("", append(rows, part.Caption(s.Why))...)
}

// tick stores a tick, or takes it away, and offers to undo it.
func (b *Walk) tick(platform string, s *view.WalkSetting, at time.Time) {
	w, before, id, title := b.s.W, s.At, s.ID, s.Title
	store := func(at time.Time, then func()) {
		b.s.Work.Change(func(ctx context.Context) error { return b.s.Audit.WalkDone(ctx, platform, id, at) }, func(err error) {
			if err != nil {
				b.s.Fail(err)
			} else {
				then()
			}
			b.Reload()
		})
	}
	key := "walk.ticked"
	if at.IsZero() {
		key = "walk.unticked"
	}
	store(at, func() {
		b.s.Done(w.T(key, "what", title), func() { store(before, func() {}) })
	})
}
