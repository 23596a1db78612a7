package part

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"footprint/internal/footprint"
	"footprint/internal/gui/look"
	"footprint/internal/gui/view"
)

func box(w, h float32) fyne.CanvasObject {
	r := canvas.NewRectangle(nil)
	r.SetMinSize(fyne.NewSize(w, h))
	return r
}

func TestRowWraps(t *testing.T) {
	hidden := box(500, 500)
	hidden.Hide()
	row := Row(box(40, 10), box(40, 20), hidden, box(40, 10))
	for _, tc := range []struct {
		name       string
		width      float32
		wantHeight float32
		last       fyne.Position
	}{
		{"all in one", 200, 20, fyne.NewPos(96, 0)},
		{"two and one", 100, 38, fyne.NewPos(0, 28)},
		{"each alone", 40, 56, fyne.NewPos(0, 46)},
		{"wide again", 200, 20, fyne.NewPos(96, 0)},
	} {
		row.Resize(fyne.NewSize(tc.width, 100))
		if got := row.MinSize().Height; got != tc.wantHeight {
			t.Errorf("%s: height %v, want %v", tc.name, got, tc.wantHeight)
		}
		if got := row.Objects[3].Position(); got != tc.last {
			t.Errorf("%s: last at %v, want %v", tc.name, got, tc.last)
		}
		if got := row.MinSize().Width; got != 40 {
			t.Errorf("%s: may not become narrower than %v", tc.name, got)
		}
	}
}

func TestPanesAdapt(t *testing.T) {
	test.NewTempApp(t)
	list, detail := box(10, 10), box(10, 10)
	p := NewPanes(list, detail)
	told := []bool{}
	p.OnNarrow = func(n bool) { told = append(told, n) }
	p.Resize(fyne.NewSize(1000, 400))
	if !list.Visible() || !detail.Visible() || p.Narrow() {
		t.Error("wide panes hide something")
	}
	p.Resize(fyne.NewSize(400, 400))
	if !list.Visible() || detail.Visible() || !p.Narrow() {
		t.Error("narrow panes do not show the list alone")
	}
	p.Open(true)
	if list.Visible() || !detail.Visible() {
		t.Error("narrow panes do not show the detail alone")
	}
	p.Resize(fyne.NewSize(1000, 400))
	if !list.Visible() || !detail.Visible() || len(told) != 2 {
		t.Errorf("wide again: told %v", told)
	}
}

func TestTaskListMovesByKey(t *testing.T) {
	test.NewTempApp(t)
	var moved []int
	var passed []rune
	rows := 20
	l := NewTaskList(func() int { return rows }, func(i int) TaskRow { return TaskRow{Title: "row", Severity: footprint.SeverityLow} })
	l.Moved = func(i int) { moved = append(moved, i) }
	l.Rune = func(r rune) { passed = append(passed, r) }
	w := test.NewTempWindow(t, l)
	w.Resize(fyne.NewSize(300, 300))
	l.SetCursor(0)
	for _, k := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyPageDown, fyne.KeyEnd, fyne.KeyDown, fyne.KeyHome, fyne.KeyUp} {
		l.TypedKey(&fyne.KeyEvent{Name: k})
	}
	if got, want := moved, []int{1, 2, 1, 9, 19, 0}; !equal(got, want) {
		t.Errorf("moved %v, want %v", got, want)
	}
	l.TypedRune('d')
	if string(passed) != "d" {
		t.Errorf("passed on %q", string(passed))
	}
	rows = 0
	l.Refresh()
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown}) // must not fail on nothing
}

func equal(a, b []int) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func TestChartTellsItsNumbers(t *testing.T) {
	test.NewTempApp(t)
	bars := []view.Bar{{Name: "X", Total: 10, Open: 3, Text: "X: 10"}, {Name: "Facebook", Total: 0, Text: "Facebook: 0"}}
	for name, tc := range map[string]struct {
		standing bool
		at       fyne.Position
		want     string
	}{
		"lying, first":    {false, fyne.NewPos(150, 10), "X: 10"},
		"lying, second":   {false, fyne.NewPos(150, 90), "Facebook: 0"},
		"standing, first": {true, fyne.NewPos(10, 50), "X: 10"},
		"at the edge":     {true, fyne.NewPos(300, 50), "Facebook: 0"},
	} {
		said := "nothing"
		c := NewChart(bars, tc.standing, func(s string) { said = s })
		test.WidgetRenderer(c)
		c.Resize(fyne.NewSize(300, 100))
		c.MouseIn(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: tc.at}})
		if said != tc.want {
			t.Errorf("%s: said %q, want %q", name, said, tc.want)
		}
		c.MouseOut()
		if said != "" {
			t.Errorf("%s: says %q when the pointer has left", name, said)
		}
	}
	empty := NewChart(nil, true, nil)
	test.WidgetRenderer(empty)
	empty.Resize(fyne.NewSize(300, 100))
	empty.MouseMoved(&desktop.MouseEvent{})
}

func TestPlaceIsReachedByKeyboard(t *testing.T) {
	test.NewTempApp(t)
	visits := 0
	p := NewPlace(look.Footprint(), "Overview", func() { visits++ })
	w := test.NewTempWindow(t, p)
	w.Canvas().Focus(p)
	for _, k := range []fyne.KeyName{fyne.KeyReturn, fyne.KeySpace, fyne.KeyDown} {
		p.TypedKey(&fyne.KeyEvent{Name: k})
	}
	test.Tap(p)
	if visits != 3 {
		t.Errorf("%d visits, want 3", visits)
	}
}
