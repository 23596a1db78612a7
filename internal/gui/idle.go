package gui

import (
	"reflect"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"footprint/internal/audit/protect"
)

// prefLockAfter is the key of the minutes without a key or a move of the pointer after which the window locks; 0 is
// never.
const prefLockAfter = "lock_after"

// typing is where the user writes and what stands there.
type typing struct {
	field fyne.Focusable
	text  string
	at    [3]int64 // row and column of the cursor in a text, and the row in a list
}

// watchIdle begins to wait for the user to be away.
func (s *Shell) watchIdle() {
	s.idle = protect.NewIdle(0, func() { s.Work.Later(s.away) })
	s.lockAfter()
}

// lockAfter takes the chosen time.
func (s *Shell) lockAfter() {
	s.idle.SetAfter(time.Duration(s.App.Preferences().Int(prefLockAfter)) * time.Minute)
}

// touch says that the user is there.
func (s *Shell) touch() {
	s.written = s.writing()
	s.idle.Touch()
}

// away locks if it can, once nobody was there for the chosen time. Keys that a field or a list takes do not reach the
// window, so that one that has changed counts as a touch; so does work that goes on.
func (s *Shell) away() {
	if s.writing() != s.written || s.Busy() {
		s.touch()
		return
	}
	if s.Safe == nil || s.here == "locked" || s.here == "welcome" {
		return
	}
	if protected, err := s.Safe.Protected(); err == nil && protected {
		s.lock()
	}
}

// writing is what has the focus. Its fields are read by name: an entry may be wrapped in another type.
func (s *Shell) writing() typing {
	t := typing{field: s.Win.Canvas().Focused()}
	v := reflect.Indirect(reflect.ValueOf(t.field))
	if v.Kind() != reflect.Struct {
		return t
	}
	if f := v.FieldByName("Text"); f.IsValid() && f.Kind() == reflect.String {
		t.text = f.String()
	}
	for i, name := range [...]string{"CursorRow", "CursorColumn", "cursor"} {
		if f := v.FieldByName(name); f.IsValid() && f.CanInt() {
			t.at[i] = f.Int()
		}
	}
	return t
}

// Cursor is the usual one. Fyne asks for it with every move of the pointer, from the outside in, which makes it the
// one place that hears of each.
func (f *frame) Cursor() desktop.Cursor {
	f.s.touch()
	return desktop.DefaultCursor
}
