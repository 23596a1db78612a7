package desk

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footprint/internal/footprint"
	"footprint/internal/gui/look"
	"footprint/internal/gui/part"
	"footprint/internal/gui/view"
)

// Status is the line at the foot of the window: what just happened, with undo, and the progress of long
// work, with cancel. It stands in for dialogs.
type Status struct {
	s *Desk
	// Object is the line itself.
	Object fyne.CanvasObject

	message *widget.RichText
	sign    *widget.Icon
	undo    *part.Button

	work   fyne.CanvasObject
	bar    *part.Meter
	stage  *widget.RichText
	cancel *part.Button
	stop   func()
	pace   view.Pace
	traced string
}

// NewStatus makes the line.
func NewStatus(s *Desk) *Status {
	st := &Status{s: s}
	st.message = part.Words{OneRow: true}.New("")
	st.sign = widget.NewIcon(nil)
	st.sign.Hide()
	st.undo = part.NewButtonWithIcon(s.W.T("undo.button"), theme.ContentUndoIcon(), s.Undo)
	st.undo.Importance = widget.LowImportance
	st.undo.Hide()
	st.bar = part.NewMeter(0)
	st.stage = part.Words{OneRow: true, Color: look.Muted, Size: theme.SizeNameCaptionText}.New("")
	st.cancel = part.NewButtonWithIcon(s.W.T("work.cancel"), theme.CancelIcon(), func() {
		if st.stop != nil {
			st.stop()
			part.Set(st.stage, s.W.T("work.cancelling"))
		}
	})
	st.work = container.NewBorder(nil, nil, nil, container.NewCenter(st.cancel), part.Column(part.Close, container.New(layout.NewCustomPaddedLayout(6, 0, 9, 9), st.bar), st.stage))
	st.work.Hide()
	line := container.NewBorder(nil, nil, st.sign, st.undo, st.message)
	st.Object = container.NewStack(part.Ground(look.Rail), container.NewPadded(container.NewVBox(st.work, line)))
	st.say(s.W.T("status.ready"), false)
	return st
}

// say shows a message; with canUndo a button takes the last decision back.
func (st *Status) say(text string, canUndo bool) {
	st.s.trace("status: %s", text)
	st.sign.Hide()
	part.Set(st.message, text)
	if canUndo {
		st.undo.Show()
	} else {
		st.undo.Hide()
	}
	st.Object.Refresh()
}

// Text is what the line says.
func (st *Status) Text() string { return st.message.String() }

// warn shows what went wrong and what to do next.
func (st *Status) warn(text string) {
	st.say(text, false)
	st.sign.SetResource(theme.NewWarningThemedResource(theme.WarningIcon()))
	st.sign.Show()
	st.Object.Refresh()
}

// Fail shows an error: what to do next, then the error itself.
func (s *Desk) Fail(err error) {
	if err == nil || errors.Is(err, context.Canceled) && s.Status.stop == nil {
		return
	}
	if s.Log != nil {
		s.Log(err)
	}
	s.Warn(s.W.Trouble(err) + "  (" + err.Error() + ")")
}

// Busy reports whether long work runs.
func (s *Desk) Busy() bool { return s.Status.stop != nil }

// Run starts long work with progress in the status line. One at a time: a second is refused in words.
func (s *Desk) Run(work func(context.Context, *footprint.Progress) error, done func(error)) {
	st := s.Status
	if s.Busy() {
		s.Warn(s.W.T("work.busy"))
		return
	}
	st.pace = view.Pace{}
	st.stop = func() {} // until run returns the real one: inline work is over by then
	st.work.Show()
	st.Show(footprint.Snapshot{})
	running := true
	stop := s.Work.Run(func(ctx context.Context, p *footprint.Progress) error {
		defer Garbage(working)()
		return work(ctx, p)
	}, st.Show, func(err error) {
		running = false
		st.stop = nil
		st.work.Hide()
		st.Object.Refresh()
		s.Relayout()
		s.Rested()
		done(err)
	})
	if running {
		st.stop = stop
	}
	s.Relayout()
}

// Show puts a snapshot on the bar.
func (st *Status) Show(snap footprint.Snapshot) {
	if snap.Stage != st.traced {
		st.traced = snap.Stage
		st.s.trace("progress: %s", snap.Stage)
	}
	r := st.pace.Read(snap, st.s.Work.Clock(), st.s.W)
	st.bar.Set(r.Fraction) // empty while the total is not known; the words count up
	text := r.Text
	for _, more := range []string{r.Left, r.Note} {
		if more != "" {
			text += "  ·  " + more
		}
	}
	part.Set(st.stage, text)
}
