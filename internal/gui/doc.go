// Package gui is the window: a shell with a table of screens, each of which asks the audit for what it
// shows and hands decisions back.
//
// It refuses to read an export, a database or a rule itself; it never opens the network. Goroutines start in
// async.go and nowhere else, and widgets change on Fyne's goroutine only. It does not import fyne/app, so
// that every screen can be drawn without a display.
package gui
