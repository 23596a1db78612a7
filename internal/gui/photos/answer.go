package photos

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"footprint/internal/audit/pictures"
	"footprint/internal/gui/view"
)

// Choice is one row of the table of answers: its key and sign.
type Choice struct {
	Name   string // as the audit knows it
	Key    string // of its wording
	Letter rune
	Icon   fyne.Resource
}

// Answers is the table of answers to a picture.
func Answers() []Choice {
	return []Choice{
		{pictures.PictureKeep, "keep", 'k', theme.ConfirmIcon()},
		{pictures.PictureRemove, "remove", 'r', theme.DeleteIcon()},
		{pictures.PictureNotMe, "notme", 'n', theme.CancelIcon()},
		{pictures.PictureOthers, "others", 'o', theme.AccountIcon()},
	}
}

// labels are the keys of what the user can say is seen, with the labels the audit knows.
func labels() []Choice {
	return []Choice{{Name: pictures.LabelAtWork, Key: "atwork", Letter: 'w'}, {Name: pictures.LabelPatient, Key: "patient", Letter: 'p'}, {Name: pictures.LabelRecord, Key: "record", Letter: 'e'}}
}

// answer stores an answer to the present picture and shows the next.
func (p *Photos) answer(answer string, labels []string) {
	if p.album == nil || p.album.Now() == nil || p.places {
		return
	}
	answered, back := p.album.Answer(answer, labels)
	store := func(x pictures.Picture) {
		p.s.Work.Change(func(ctx context.Context) error { return p.s.Audit.AnswerPicture(ctx, x, x.Answer, x.Labels) }, func(err error) {
			if err != nil {
				back()
				p.Redraw()
				p.s.Fail(err)
			}
		})
	}
	store(answered)
	p.marks()
	p.moved()
	p.s.Done(p.s.W.T("photo.answered."+keyOf(answer)), func() {
		store(back())
		p.marks()
		p.moved()
	})
}

// keyOf is the key of the wording of an answer.
func keyOf(answer string) string {
	for _, a := range Answers() {
		if a.Name == answer {
			return a.Key
		}
	}
	return "none"
}

func (p *Photos) nowLabels() []string {
	if p.album == nil || p.album.Now() == nil {
		return nil
	}
	return p.album.Now().Labels
}

// toggle puts a label on the present picture or takes it away.
func (p *Photos) toggle(label string) {
	if now := p.album.Now(); now != nil && !p.places {
		p.answer(now.Answer, view.Toggled(now.Labels, label))
	}
}
