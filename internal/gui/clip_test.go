//go:build !race

package gui

import (
	"fmt"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

// tolerance is what rounding of sizes may cost, in pixels.
const tolerance = 1.5

// frameOf is a rectangle in the window.
type frameOf struct {
	at   fyne.Position
	size fyne.Size
}

func (f frameOf) right() float32  { return f.at.X + f.size.Width }
func (f frameOf) bottom() float32 { return f.at.Y + f.size.Height }

// cut is the part of f inside g; directions in which g scrolls cut nothing away.
func (f frameOf) cut(g frameOf, scrollsX, scrollsY bool) frameOf {
	out := f
	if !scrollsX {
		out.at.X = max(f.at.X, g.at.X)
		out.size.Width = min(f.right(), g.right()) - out.at.X
	}
	if !scrollsY {
		out.at.Y = max(f.at.Y, g.at.Y)
		out.size.Height = min(f.bottom(), g.bottom()) - out.at.Y
	}
	return out
}

// word is a text as it is drawn: where, inside which room, and in which widget.
type word struct {
	text        string
	place, room frameOf
	scroll      string // the scrolled area it lies in
}

// words lists every visible text below an object with the room that it has.
func words(o fyne.CanvasObject, at fyne.Position, room frameOf, scroll string) (all []word) {
	if !o.Visible() {
		return nil
	}
	at = at.Add(o.Position())
	here := frameOf{at, o.Size()}
	var children []fyne.CanvasObject
	switch o := o.(type) {
	case *canvas.Text:
		if strings.TrimSpace(o.Text) == "" {
			return nil
		}
		need := o.MinSize()
		x := at.X
		switch o.Alignment {
		case fyne.TextAlignCenter:
			x += (o.Size().Width - need.Width) / 2
		case fyne.TextAlignTrailing:
			x += o.Size().Width - need.Width
		}
		return []word{{o.Text, frameOf{fyne.NewPos(x, at.Y), need}, room, scroll}}
	case *fyne.Container:
		children = o.Objects
	case *container.Scroll:
		sideways, upright := o.Direction == container.ScrollHorizontalOnly || o.Direction == container.ScrollBoth,
			o.Direction == container.ScrollVerticalOnly || o.Direction == container.ScrollBoth
		wide := frameOf{here.at.Subtract(o.Offset), o.Content.Size().Max(o.Size())}
		room = wide.cut(here, sideways, upright).cut(room, sideways, upright)
		return words(o.Content, at, room, fmt.Sprintf("%p", o))
	case fyne.Widget:
		children = test.WidgetRenderer(o).Objects()
		if o.Size().Width > 0 { // Fyne's own dialogs draw their title in a part of no size
			room = room.cut(here, false, false)
		}
	}
	for _, c := range children {
		all = append(all, words(c, at, room, scroll)...)
	}
	return all
}

// misplaced says what is wrong with the texts of a window: cut off, or drawn over one another.
func misplaced(all []word) (wrong []string) {
	for i, w := range all {
		if w.place.at.X < w.room.at.X-tolerance || w.place.right() > w.room.right()+tolerance ||
			w.place.at.Y < w.room.at.Y-tolerance || w.place.bottom() > w.room.bottom()+tolerance {
			wrong = append(wrong, fmt.Sprintf("%q is cut off: %v in %v", w.text, w.place, w.room))
		}
		for _, v := range all[i+1:] {
			if v.scroll != w.scroll {
				continue
			}
			over := w.place.cut(v.place, false, false)
			if over.size.Width > 3 && over.size.Height > w.place.size.Height/3 {
				wrong = append(wrong, fmt.Sprintf("%q lies over %q", w.text, v.text))
			}
		}
	}
	return wrong
}

// TestNothingIsCutOff looks for words that have no room, on every screen in every state: in the smallest window
// with words of double size, in German, whose words are longer. What fits there fits in English.
func TestNothingIsCutOff(t *testing.T) {
	size := fyne.NewSize(900, 600)
	for _, st := range stories() {
		if !strings.HasPrefix(st.name, *only) {
			continue
		}
		t.Run(st.name, func(t *testing.T) {
			a := test.NewTempApp(t)
			a.Preferences().SetFloat(prefScale, 2)
			a.Preferences().SetString(prefLanguage, "de")
			f := new(fake)
			st.with(f)
			s := open(t, a, f, st.slow)
			settle(s, size)
			st.play(s)
			settle(s, size)
			all := words(s.frame, fyne.Position{}, frameOf{size: size}, "")
			if top := s.Win.Canvas().Overlays().Top(); top != nil {
				all = words(top, fyne.Position{}, frameOf{size: size}, "")
			}
			for _, wrong := range misplaced(all) {
				t.Error(wrong)
			}
			s.Win.Close()
		})
	}
}
