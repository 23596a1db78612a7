package view

import (
	"slices"
	"strings"

	"footprint/internal/audit/pictures"
	"footprint/internal/footprint"
)

// PhotoScope is a part of the album.
type PhotoScope string

// Scopes of the album, in the order of their tabs.
const (
	PhotosFirst    PhotoScope = "first"    // unanswered, with open tasks or weak signs of something to look at
	PhotosOpen     PhotoScope = "open"     // without an answer
	PhotosAnswered PhotoScope = "answered" // with one
	PhotosAll      PhotoScope = "all"
)

// PhotoScopes lists them.
func PhotoScopes() []PhotoScope {
	return []PhotoScope{PhotosFirst, PhotosOpen, PhotosAnswered, PhotosAll}
}

// firstFrom is from which weak sign on a picture is among those to look at first.
const firstFrom = 0.35

// Photos is the album as the screen shows it: a scope, a cursor, and answers that show at once.
type Photos struct {
	all    []pictures.Picture
	scope  PhotoScope
	shown  []int // places in all
	cursor int   // place in shown
	counts map[PhotoScope]int
}

// NewPhotos makes it of an album, in its order.
func NewPhotos(all []pictures.Picture) *Photos {
	p := &Photos{all: all}
	p.count()
	p.SetScope(PhotosFirst)
	if len(p.shown) == 0 {
		p.SetScope(PhotosOpen)
	}
	return p
}

// Renew takes in a newer album and keeps scope and cursor.
func (p *Photos) Renew(all []pictures.Picture) {
	id := ""
	if now := p.Now(); now != nil {
		id = now.ID
	}
	p.all = all
	p.count()
	p.SetScope(p.scope)
	for i, at := range p.shown {
		if p.all[at].ID == id {
			p.cursor = i
		}
	}
}

func (p *Photos) in(scope PhotoScope, x *pictures.Picture) bool {
	switch scope {
	case PhotosFirst:
		return x.Answer == "" && (x.Open > 0 || x.First >= firstFrom)
	case PhotosOpen:
		return x.Answer == ""
	case PhotosAnswered:
		return x.Answer != ""
	}
	return true
}

// Scope is what is shown.
func (p *Photos) Scope() PhotoScope { return p.scope }

// SetScope shows another part, with the cursor at its beginning.
func (p *Photos) SetScope(scope PhotoScope) {
	p.scope, p.cursor, p.shown = scope, 0, p.shown[:0]
	for i := range p.all {
		if p.in(scope, &p.all[i]) {
			p.shown = append(p.shown, i)
		}
	}
}

// Count is how many pictures are in a scope.
func (p *Photos) Count(scope PhotoScope) int { return p.counts[scope] }

func (p *Photos) count() {
	p.counts = map[PhotoScope]int{}
	for i := range p.all {
		p.tally(&p.all[i], 1)
	}
}

// tally adds n to the counts of the scopes that a picture is in.
func (p *Photos) tally(x *pictures.Picture, n int) {
	for _, scope := range PhotoScopes() {
		if p.in(scope, x) {
			p.counts[scope] += n
		}
	}
}

// set changes an answer.
func (p *Photos) set(at int, answer string, labels []string) {
	p.tally(&p.all[at], -1)
	p.all[at].Answer, p.all[at].Labels = answer, labels
	p.tally(&p.all[at], 1)
}

// Len is how many are shown, At one of them.
func (p *Photos) Len() int { return len(p.shown) }

// At is a picture by its place among those shown.
func (p *Photos) At(i int) *pictures.Picture { return &p.all[p.shown[i]] }

// Cursor is the place of the present picture, -1 when none is shown.
func (p *Photos) Cursor() int {
	if len(p.shown) == 0 {
		return -1
	}
	return p.cursor
}

// SetCursor moves to a place, or as near to it as there is one.
func (p *Photos) SetCursor(i int) { p.cursor = max(0, min(i, len(p.shown)-1)) }

// Now is the present picture, nil when none is shown.
func (p *Photos) Now() *pictures.Picture {
	if len(p.shown) == 0 {
		return nil
	}
	return p.At(p.cursor)
}

// Answer sets the answer of the present picture and moves on to the next. The picture stays where it is until the
// scope is chosen anew, so that nothing jumps. Back takes the answer away again.
func (p *Photos) Answer(answer string, labels []string) (answered pictures.Picture, back func() pictures.Picture) {
	at, cursor := p.shown[p.cursor], p.cursor
	was := p.all[at]
	id := was.ID
	p.set(at, answer, labels)
	answered = p.all[at]
	if answer != was.Answer && answer != "" && p.cursor < len(p.shown)-1 {
		p.cursor++
	}
	return answered, func() pictures.Picture {
		i := slices.IndexFunc(p.all, func(x pictures.Picture) bool { return x.ID == id })
		if i < 0 {
			return was
		}
		p.set(i, was.Answer, was.Labels)
		if p.cursor = cursor; cursor >= len(p.shown) {
			p.SetCursor(cursor)
		}
		return p.all[i]
	}
}

// PhotoPlaceRow is a place in the list of places.
type PhotoPlaceRow struct {
	pictures.PhotoPlace
	Title, Sum, Guess string
}

// NewPhotoPlaces puts places in words.
func NewPhotoPlaces(places []pictures.PhotoPlace, w *Words) []PhotoPlaceRow {
	rows := make([]PhotoPlaceRow, 0, len(places))
	for _, p := range places {
		r := PhotoPlaceRow{PhotoPlace: p, Title: p.Name}
		if r.Title == "" {
			r.Title = Position(p.Lat, p.Lon)
		}
		parts := []string{w.N("photos.n", p.Pictures)}
		if p.Days > 1 {
			parts = append(parts, w.N("photos.days", p.Days))
		}
		if !p.From.IsZero() {
			parts = append(parts, span(w.Date(p.From), w.Date(p.To)))
		}
		if p.Name != "" {
			parts = append(parts, Position(p.Lat, p.Lon))
		}
		r.Sum = joinDots(parts)
		switch {
		case p.Is != "":
			r.Guess = w.T("places.is." + p.Is)
		case p.Looks != "":
			r.Guess = w.T("places.looks." + p.Looks)
		}
		rows = append(rows, r)
	}
	return rows
}

func span(from, to string) string {
	if from == to {
		return from
	}
	return from + " – " + to
}

// Toggled is a list with a word put in, or taken out where it was.
func Toggled(list []string, word string) []string {
	if i := slices.Index(list, word); i >= 0 {
		return slices.Delete(slices.Clone(list), i, i+1)
	}
	return append(slices.Clone(list), word)
}

// ShiftLines writes shifts as ParseShifts reads them.
func ShiftLines(shifts []footprint.Shift) string {
	lines := make([]string, len(shifts))
	for i, s := range shifts {
		lines[i] = s.String()
	}
	return strings.Join(lines, "; ")
}
