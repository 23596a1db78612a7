package gui

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footprint/internal/audit"
	"footprint/internal/footprint"
	"footprint/internal/gui/part"
	"footprint/internal/gui/view"
)

// alarmSource lets the user say that a finding is wrong, and take that back.
type alarmSource interface {
	MarkFalseAlarm(ctx context.Context, id string, scope audit.Scope, note string) error
	FalseAlarms(ctx context.Context) ([]audit.FalseAlarm, error)
	RemoveFalseAlarm(ctx context.Context, id int64) error
}

// wrong are the ways to say that a finding is wrong: here, for these words, or altogether.
func (d *detail) wrong(v view.Detail) fyne.CanvasObject {
	w := d.s.w
	scopes := []audit.Scope{audit.ThisItem}
	for _, p := range v.Words {
		if p.Marked && p.Type == footprint.SpanTerm {
			scopes = append(scopes, audit.ThisPhrase)
			break
		}
	}
	scopes = append(scopes, audit.ThisRule)
	var buttons []*widget.Button
	for _, scope := range scopes {
		b := widget.NewButton(w.T("wrong."+string(scope)), func() { d.c.falseAlarm(v.Task.ID, scope) })
		buttons = append(buttons, b)
	}
	buttons[0].SetText(buttons[0].Text + " (F)")
	return part.Column(0, part.Fact(w.T("wrong.title"), w.T("wrong.text")),
		container.New(layout.NewCustomPaddedLayout(0, 4, 8, 0), part.Buttons(buttons...)))
}

// falseAlarm hides a finding, and by scope those like it, until it is taken back.
func (c *checklist) falseAlarm(id string, scope audit.Scope) {
	s := c.s
	s.async.change(func(ctx context.Context) error { return s.o.Audit.MarkFalseAlarm(ctx, id, scope, "") }, func(err error) {
		if err != nil {
			s.fail(err)
			return
		}
		s.done(s.w.T("wrong.done."+string(scope)), c.takeBackAlarm)
		c.reload()
	})
}

// takeBackAlarm shows again what the newest false alarm hid.
func (c *checklist) takeBackAlarm() {
	s := c.s
	s.async.change(func(ctx context.Context) error {
		alarms, err := s.o.Audit.FalseAlarms(ctx)
		if err != nil || len(alarms) == 0 {
			return err
		}
		return s.o.Audit.RemoveFalseAlarm(ctx, alarms[0].ID)
	}, func(err error) {
		s.fail(err)
		c.reload()
	})
}

// alarms lists what the user called wrong, in the settings, so that nothing stays hidden for ever.
func (b *settings) alarms(list []audit.FalseAlarm) fyne.CanvasObject {
	w := b.s.w
	if len(list) == 0 {
		return part.Muted(w.T("wrong.none"))
	}
	var rows []fyne.CanvasObject
	for _, a := range list {
		what := w.T("wrong.list."+string(a.Scope), "words", a.Phrase)
		show := widget.NewButtonWithIcon(w.T("wrong.remove"), theme.ViewRestoreIcon(), func() {
			b.s.async.change(func(ctx context.Context) error { return b.s.o.Audit.RemoveFalseAlarm(ctx, a.ID) }, func(err error) {
				b.s.fail(err)
				b.reload()
			})
		})
		rows = append(rows, part.Spread(part.Column(part.Tight, part.Plain(a.Title), part.Caption(what+"  ·  "+w.Date(a.Created))), show))
	}
	return part.Column(0, rows...)
}
