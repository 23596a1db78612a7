// Package search is the screen on which the user looks themselves up: what a patient or an employer would ask, what
// was found and whose it is, what else to check, and the letters that were sent. Nothing goes on-line before
// the user says so, in place, after reading what is told to whom.
package search

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footprint/internal/gui/desk"
	"footprint/internal/gui/part"
)

// Search is the screen.
type Search struct {
	s     *desk.Desk
	parts []section
	here  int
	tabs  []*part.Button
	place *fyne.Container
	body  fyne.CanvasObject

	plan    *plan
	results *results
}

// section is one part of the screen: its name, the key that shows it, and what it shows.
type section struct {
	name   string
	letter rune
	body   desk.Screen
}

// Places of the sections.
const (
	planSection = iota
	resultsSection
)

// New makes the screen.
func New(s *desk.Desk) *Search {
	b := &Search{s: s, place: container.NewStack()}
	b.plan, b.results = newPlan(s), newResults(s)
	b.plan.found = func() { b.Show(resultsSection) }
	b.results.plan = func() { b.Show(planSection) }
	b.results.other = b.Rune
	b.parts = []section{
		{"plan", 'p', b.plan},
		{"results", 'r', b.results},
		{"checks", 'c', newChecks(s)},
		{"letters", 'l', newLetters(s, func() { b.Show(resultsSection) })},
	}
	tabs := container.New(layout.NewCustomPaddedHBoxLayout(4))
	for i, p := range b.parts {
		t := part.NewButton(s.W.T("search.part."+p.name), func() { b.Show(i) })
		t.Importance = widget.LowImportance
		b.tabs = append(b.tabs, t)
		tabs.Add(t)
	}
	b.results.counted = func(n int) {
		text := s.W.T("search.part.results")
		if n > 0 {
			text += "  " + s.W.Count(n)
		}
		b.tabs[resultsSection].SetText(text)
	}
	top := container.New(layout.NewCustomPaddedLayout(10, 0, 12, 14), part.Column(6, part.HeadingLine(s.W.T("screen.search")), container.NewHScroll(tabs)))
	b.body = container.NewBorder(top, nil, nil, nil, b.place)
	return b
}

// Content is what the window shows.
func (b *Search) Content() fyne.CanvasObject { return b.body }

// Reload fetches what is shown.
func (b *Search) Reload() {
	b.Show(b.here)
	if b.here != resultsSection {
		b.results.Reload() // the number on its tab
	}
}

// Show shows a part and fetches it.
func (b *Search) Show(i int) {
	b.here = i
	for n, t := range b.tabs {
		t.Importance = widget.LowImportance
		if n == i {
			t.Importance = widget.HighImportance
		}
		t.Refresh()
	}
	b.place.Objects = []fyne.CanvasObject{b.parts[i].body.Content()}
	b.place.Refresh()
	b.parts[i].body.Reload()
}

// Take takes in result pages that were dropped on the window.
func (b *Search) Take(paths []string) {
	b.Show(planSection)
	b.plan.take(paths)
}

// Key acts on keys that no widget took.
func (b *Search) Key(e *fyne.KeyEvent) {
	if k, ok := b.parts[b.here].body.(desk.Keyed); ok {
		k.Key(e)
	}
}

// Rune knows a letter for each section; the rest is for the section that is shown.
func (b *Search) Rune(r rune) {
	for i, p := range b.parts {
		if r == p.letter {
			b.Show(i)
			return
		}
	}
	switch r {
	case '?':
		b.s.Help()
		return
	case 'u':
		b.s.Undo()
		return
	}
	if k, ok := b.parts[b.here].body.(desk.Keyed); ok {
		k.Rune(r)
	}
}

// asking is a button of something that goes on-line. It asks first, in place, and says what is told to whom.
func asking(s *desk.Desk, label string, icon fyne.Resource, note string, run func()) fyne.CanvasObject {
	box := container.NewStack()
	var first, second fyne.CanvasObject
	put := func(o fyne.CanvasObject) { box.Objects = []fyne.CanvasObject{o}; box.Refresh() }
	begin := part.NewButtonWithIcon(label, icon, nil)
	yes := part.NewButtonWithIcon(s.W.T("online.yes"), theme.ConfirmIcon(), func() {
		put(first)
		s.Win.Canvas().Unfocus() // letters are for the screen again
		run()
	})
	no := part.NewButton(s.W.T("cancel"), func() { put(first); s.Win.Canvas().Focus(begin) })
	yes.Importance = widget.HighImportance
	begin.OnTapped = func() { put(second); s.Win.Canvas().Focus(yes) }
	first = spaced(part.Buttons(begin))
	second = part.Column(0, part.Strong(s.W.T("online.ask")), part.Plain(note), spaced(part.Buttons(yes, no)))
	put(first)
	return box
}

// spaced gives a row of controls the room that words bring by themselves.
func spaced(o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(2, 6, 8, 8), o)
}
