package checklist

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"footprint/internal/audit"
	"footprint/internal/footprint"
	"footprint/internal/gui/part"
	"footprint/internal/gui/view"
)

// wrong are the ways to say that a finding is wrong: here, for these words, or altogether.
func (d *detail) wrong(v view.Detail) fyne.CanvasObject {
	w := d.s.W
	scopes := []audit.Scope{audit.ThisItem}
	for _, p := range v.Words {
		if p.Marked && p.Type == footprint.SpanTerm {
			scopes = append(scopes, audit.ThisPhrase)
			break
		}
	}
	scopes = append(scopes, audit.ThisRule)
	var buttons []*part.Button
	for _, scope := range scopes {
		b := part.NewButton(w.T("wrong."+string(scope)), func() { d.c.falseAlarm(v.Task.ID, scope) })
		buttons = append(buttons, b)
	}
	buttons[0].SetText(buttons[0].Text + " (F)")
	return part.Column(0, part.Fact(w.T("wrong.title"), w.T("wrong.text")),
		container.New(layout.NewCustomPaddedLayout(0, 4, 8, 0), part.Buttons(buttons...)))
}

// falseAlarm hides a finding, and by scope those like it, until it is taken back.
func (c *Checklist) falseAlarm(id string, scope audit.Scope) {
	s := c.s
	s.Work.Change(func(ctx context.Context) error { return s.Audit.MarkFalseAlarms(ctx, []string{id}, scope, "") }, func(err error) {
		if err != nil {
			s.Fail(err)
			return
		}
		s.Done(s.W.T("wrong.done."+string(scope)), c.takeBackAlarm)
		c.Reload()
	})
}

// takeBackAlarm shows again what the newest false alarm hid.
func (c *Checklist) takeBackAlarm() {
	s := c.s
	s.Work.Change(func(ctx context.Context) error {
		alarms, err := s.Audit.FalseAlarms(ctx)
		if err != nil || len(alarms) == 0 {
			return err
		}
		return s.Audit.RemoveFalseAlarm(ctx, alarms[0].ID)
	}, func(err error) {
		s.Fail(err)
		c.Reload()
	})
}
