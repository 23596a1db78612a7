package gui

import (
	"reflect"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

// Keys of Fyne's preferences for the size and the place of the window, and the size of the first start.
const (
	prefWidth   = "window_width"
	prefHeight  = "window_height"
	prefX       = "window_x"
	prefY       = "window_y"
	firstWidth  = 1280
	firstHeight = 800
)

// farAway is beyond any desk of screens: a place out there was not meant.
const farAway = 16_000

// restorePlace gives the window the size and the place that it had.
func (s *Shell) restorePlace() {
	p := s.App.Preferences()
	s.Win.Resize(fyne.NewSize(float32(p.FloatWithFallback(prefWidth, firstWidth)), float32(p.FloatWithFallback(prefHeight, firstHeight))))
	x, y := p.IntWithFallback(prefX, -1), p.IntWithFallback(prefY, -1)
	if w, ok := s.Win.(desktop.Window); ok && x >= 0 && y >= 0 && x < farAway && y < farAway {
		w.RequestPosition(x, y)
	}
}

// rememberPlace keeps them for the next start.
func (s *Shell) rememberPlace() {
	p, size := s.App.Preferences(), s.Win.Canvas().Size()
	p.SetFloat(prefWidth, float64(size.Width))
	p.SetFloat(prefHeight, float64(size.Height))
	if x, y, ok := placeOf(s.Win); ok {
		p.SetInt(prefX, x)
		p.SetInt(prefY, y)
	}
}

// placeOf is where a window stands. Fyne takes a place and keeps it, but tells it to nobody: the fields are read by
// name, and where they are called otherwise the place is not known.
func placeOf(w fyne.Window) (x, y int, ok bool) {
	v := reflect.Indirect(reflect.ValueOf(w))
	if v.Kind() != reflect.Struct {
		return 0, 0, false
	}
	fx, fy := v.FieldByName("xpos"), v.FieldByName("ypos")
	if !fx.IsValid() || !fy.IsValid() || !fx.CanInt() || !fy.CanInt() {
		return 0, 0, false
	}
	return int(fx.Int()), int(fy.Int()), true
}
