package gui

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footprint/internal/audit"
	"footprint/internal/footprint"
	"footprint/internal/gui/look"
	"footprint/internal/gui/part"
	"footprint/internal/gui/view"
)

// status is the line at the foot of the window: what just happened, with undo, and the progress of long
// work, with cancel. It stands in for dialogs.
type status struct {
	s      *Shell
	object fyne.CanvasObject

	message *widget.RichText
	sign    *widget.Icon
	undo    *widget.Button

	work   fyne.CanvasObject
	bar    *part.Meter
	stage  *widget.RichText
	cancel *widget.Button
	stop   func()
	pace   view.Pace
}

func newStatus(s *Shell) *status {
	st := &status{s: s}
	st.message = part.Words{OneRow: true}.New("")
	st.sign = widget.NewIcon(nil)
	st.sign.Hide()
	st.undo = widget.NewButtonWithIcon(s.w.T("undo.button"), theme.ContentUndoIcon(), s.undo)
	st.undo.Importance = widget.LowImportance
	st.undo.Hide()
	st.bar = part.NewMeter(0)
	st.stage = part.Words{OneRow: true, Color: look.Muted, Size: theme.SizeNameCaptionText}.New("")
	st.cancel = widget.NewButtonWithIcon(s.w.T("work.cancel"), theme.CancelIcon(), func() {
		if st.stop != nil {
			st.stop()
			part.Set(st.stage, s.w.T("work.cancelling"))
		}
	})
	st.work = container.NewBorder(nil, nil, nil, container.NewCenter(st.cancel), part.Column(part.Close, container.New(layout.NewCustomPaddedLayout(6, 0, 9, 9), st.bar), st.stage))
	st.work.Hide()
	line := container.NewBorder(nil, nil, st.sign, st.undo, st.message)
	st.object = container.NewStack(part.Ground(look.Rail), container.NewPadded(container.NewVBox(st.work, line)))
	st.say(s.w.T("status.ready"), false)
	return st
}

// say shows a message; with canUndo a button takes the last decision back.
func (st *status) say(text string, canUndo bool) {
	st.sign.Hide()
	part.Set(st.message, text)
	if canUndo {
		st.undo.Show()
	} else {
		st.undo.Hide()
	}
	st.object.Refresh()
}

// warn shows what went wrong and what to do next.
func (st *status) warn(text string) {
	st.say(text, false)
	st.sign.SetResource(theme.NewWarningThemedResource(theme.WarningIcon()))
	st.sign.Show()
	st.object.Refresh()
}

// fail shows an error: what to do next, then the error itself.
func (s *Shell) fail(err error) {
	if err == nil || errors.Is(err, context.Canceled) && s.status.stop == nil {
		return
	}
	s.status.warn(audit.Explain(err) + "  (" + err.Error() + ")")
}

// busy reports whether long work runs.
func (st *status) busy() bool { return st.stop != nil }

// run starts long work with progress in the status line. One at a time: a second is refused in words.
func (st *status) run(work func(context.Context, *footprint.Progress) error, done func(error)) {
	if st.busy() {
		st.warn(st.s.w.T("work.busy"))
		return
	}
	st.pace = view.Pace{}
	st.stop = func() {} // until run returns the real one: inline work is over by then
	st.work.Show()
	st.show(footprint.Snapshot{})
	running := true
	stop := st.s.async.run(work, st.show, func(err error) {
		running = false
		st.stop = nil
		st.work.Hide()
		st.object.Refresh()
		st.s.frame.whole.Refresh()
		if c, ok := st.s.bodies["checklist"].(*checklist); ok && c.list != nil {
			c.refresh() // an empty list says whether something is on its way
		}
		done(err)
	})
	if running {
		st.stop = stop
	}
	st.s.frame.whole.Refresh()
}

// show puts a snapshot on the bar.
func (st *status) show(snap footprint.Snapshot) {
	r := st.pace.Read(snap, st.s.async.clock(), st.s.w)
	st.bar.Set(r.Fraction) // empty while the total is not known; the words count up
	text := r.Text
	for _, more := range []string{r.Left, r.Note} {
		if more != "" {
			text += "  ·  " + more
		}
	}
	part.Set(st.stage, text)
}
