package photos

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footprint/internal/audit/pictures"
	"footprint/internal/footprint"
	"footprint/internal/gui/desk"
	"footprint/internal/gui/part"
	"footprint/internal/gui/view"
)

// Places shows where pictures were taken.
func (p *Photos) Places() {
	if p.album != nil {
		p.places = true
		p.Redraw()
	}
}

// whereabouts is what the list of places shows.
type whereabouts struct {
	places []pictures.PhotoPlace
	me     footprint.Person
}

func (p *Photos) loadPlaces() {
	desk.Load(p.s.Work, "places", func(ctx context.Context) (f whereabouts, err error) {
		if f.places, err = p.s.Audit.PhotoPlaces(ctx); err == nil {
			f.me, err = p.s.Audit.Profile(ctx)
		}
		return f, err
	}, func(f whereabouts, err error) {
		switch {
		case err != nil:
			p.put(p.s.Broken(err, p.loadPlaces))
		case p.places:
			p.put(p.placePage(f))
		}
	})
}

// placesShown bounds the list; rarer places say little.
const placesShown = 40

func (p *Photos) placePage(f whereabouts) fyne.CanvasObject {
	w := p.s.W
	rows := []fyne.CanvasObject{part.Muted(w.T("places.intro")), p.areaCard(&f.me)}
	if len(f.places) == 0 {
		rows = append(rows, part.Card("", part.Muted(w.T("places.none"))))
	}
	for _, r := range view.NewPhotoPlaces(f.places[:min(len(f.places), placesShown)], w) {
		rows = append(rows, p.placeCard(r))
	}
	return part.Page(rows...)
}

// placeCard is one place with what it looks like.
func (p *Photos) placeCard(r view.PhotoPlaceRow) fyne.CanvasObject {
	w := p.s.W
	title, sum := r.Title, r.Sum
	if p.s.Veiled {
		title, sum = view.Veil(title), view.Veil(sum)
	}
	words := part.Column(part.Tight, part.Strong(title), part.Caption(sum))
	if r.Guess != "" {
		words.Add(part.Words{Color: theme.ColorNamePrimary, Size: theme.SizeNameCaptionText, Style: fyne.TextStyle{Bold: true}}.New(r.Guess))
	}
	mark := func(kind string) *part.Button {
		b := part.NewButton(w.T("places.mark."+kind), func() {
			p.addPlace(kind, footprint.Area{Lat: r.Lat, Lon: r.Lon, RadiusM: 300, Name: w.T("places.my." + kind)})
		})
		if r.Looks == kind && r.Is == "" {
			b.Importance = widget.HighImportance
		}
		return b
	}
	var buttons []*part.Button
	switch r.Is {
	case "":
		buttons = []*part.Button{mark(pictures.PlaceHome), mark(pictures.PlaceWork)}
	default:
		buttons = []*part.Button{part.NewButton(w.T("places.unmark"), func() { p.removePlace(r.Is, r.Lat, r.Lon) })}
	}
	return part.Card("", words, container.New(layout.NewCustomPaddedLayout(2, 4, 8, 0), part.Buttons(buttons...)))
}

// areaCard takes areas and shifts by typing.
func (p *Photos) areaCard(me *footprint.Person) fyne.CanvasObject {
	w := p.s.W
	rows := []fyne.CanvasObject{}
	for _, k := range []struct {
		kind  string
		areas footprint.Areas
	}{{pictures.PlaceWork, me.Workplaces}, {pictures.PlaceHome, me.Homes}} {
		rows = append(rows, part.Caption(w.T("places.my."+k.kind)))
		for _, a := range k.areas {
			rows = append(rows, p.areaLine(k.kind, a))
		}
		entry := part.NewEntry()
		entry.SetPlaceHolder(w.T("places.type"))
		entry.OnSubmitted = func(text string) { p.Typed(k.kind, text) }
		add := part.NewButtonWithIcon("", theme.ContentAddIcon(), func() { p.Typed(k.kind, entry.Text) })
		rows = append(rows, container.NewBorder(nil, nil, nil, add, entry))
	}
	shifts := part.NewEntry()
	shifts.SetPlaceHolder(w.T("places.shifts.type"))
	shifts.SetText(view.ShiftLines(me.Shifts))
	shifts.OnSubmitted = p.setShifts
	save := part.NewButton(w.T("places.save"), func() { p.setShifts(shifts.Text) })
	rows = append(rows, part.Caption(w.T("places.shifts")), container.NewBorder(nil, nil, nil, save, shifts))
	return part.Card(w.T("places.own"), rows...)
}

// areaLine is an area that the user marked, with a button that takes it away.
func (p *Photos) areaLine(kind string, a footprint.Area) fyne.CanvasObject {
	text := pictures.FormatArea(a)
	if p.s.Veiled {
		text = view.Veil(text)
	}
	remove := part.NewButtonWithIcon("", theme.DeleteIcon(), func() { p.removePlace(kind, a.Lat, a.Lon) })
	remove.Importance = widget.LowImportance
	return container.NewBorder(nil, nil, nil, remove, level(part.Plain(text)))
}

// Typed takes one more area in the user's words.
func (p *Photos) Typed(kind, text string) {
	if text == "" {
		return
	}
	area, err := pictures.ParseArea(text)
	if err != nil {
		p.s.Warn(err.Error())
		return
	}
	p.addPlace(kind, area)
}

func (p *Photos) addPlace(kind string, area footprint.Area) {
	p.changeMe(func(me *footprint.Person) { pictures.AddArea(me, kind, area) })
}

func (p *Photos) removePlace(kind string, lat, lon float64) {
	p.changeMe(func(me *footprint.Person) { pictures.RemoveAreas(me, kind, lat, lon) })
}

func (p *Photos) setShifts(text string) {
	shifts, err := footprint.ParseShifts(text)
	if err != nil {
		p.s.Warn(err.Error())
		return
	}
	p.changeMe(func(me *footprint.Person) { me.Shifts = shifts })
}

// changeMe changes the profile, judges again by it, and offers to take it back.
func (p *Photos) changeMe(change func(*footprint.Person)) {
	var was footprint.Person
	p.saveMe(func(me *footprint.Person) {
		was = *me
		change(me)
	}, func() {
		p.s.Done(p.s.W.T("places.saved"), func() { p.saveMe(func(me *footprint.Person) { *me = was }, func() {}) })
	})
}

func (p *Photos) saveMe(change func(*footprint.Person), then func()) {
	p.s.Run(func(ctx context.Context, progress *footprint.Progress) error {
		me, err := p.s.Audit.Profile(ctx)
		if err != nil {
			return err
		}
		change(&me)
		if err := p.s.Audit.SetProfile(ctx, me); err != nil {
			return err
		}
		_, err = p.s.Audit.Analyze(ctx, progress)
		return err
	}, func(err error) {
		if err != nil {
			p.s.Fail(err)
		} else {
			then()
		}
		p.Reload()
	})
}
