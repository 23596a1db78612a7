package photos

import (
	"context"
	"image"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"footprint/internal/audit"
	"footprint/internal/audit/pictures"
	"footprint/internal/gui/desk"
	"footprint/internal/gui/part"
	"footprint/internal/gui/view"
)

// photoRoom is how high the present picture becomes, in letters of text.
const photoRoom = 26

// detail is the present picture: large, with boxes, answers, and what was found.
type detail struct {
	s      *desk.Desk
	p      *Photos
	object *fyne.Container
	back   fyne.CanvasObject
	now    string // id of what is shown
	large  large
	plain  bool // no boxes
}

// large is a picture with everything known of it.
type large struct {
	view  audit.PictureView
	image image.Image // nil when it cannot be had
}

func newDetail(s *desk.Desk, p *Photos) *detail {
	d := &detail{s: s, p: p, object: container.NewStack()}
	back := part.NewButtonWithIcon(s.W.T("photos.grid"), theme.NavigateBackIcon(), func() { p.panes.Open(false); p.focus() })
	back.Importance = widget.LowImportance
	d.back = container.NewHBox(back)
	d.back.Hide()
	return d
}

func (d *detail) setBack(narrow bool) {
	if narrow {
		d.back.Show()
	} else {
		d.back.Hide()
	}
}

// show fetches a picture and shows it; nil shows nothing. The same picture with another answer is not fetched again.
func (d *detail) show(x *pictures.Picture) {
	if x == nil {
		d.object.Objects = nil
		part.Lay(d.object)
		return
	}
	if x.ID == d.now && d.large.view.ID == x.ID && x.Open == d.large.view.Open {
		d.large.view.Picture = *x
		d.draw()
		return
	}
	d.now = x.ID
	want := *x
	desk.Load(d.s.Work, "photo", func(ctx context.Context) (l large, err error) {
		if l.view, err = d.s.Audit.PictureView(ctx, want); err != nil {
			return l, err
		}
		if want.Thumbnail != "" {
			if l.image, err = d.s.Audit.PictureImage(ctx, want, desk.PictureSide); err != nil {
				l.image = nil // what is known is shown without it
			}
		}
		return l, nil
	}, func(l large, err error) {
		if err != nil {
			d.object.Objects = []fyne.CanvasObject{d.s.Broken(err, func() { d.now = ""; d.show(&want) })}
			part.Lay(d.object)
			return
		}
		d.large = l
		d.draw()
	})
}

func (d *detail) toggleBoxes() {
	d.plain = !d.plain
	if d.now != "" {
		d.draw()
	}
}

// draw shows what was fetched.
func (d *detail) draw() {
	w, v := d.s.W, &d.large.view
	var answers []*part.Button
	for _, a := range Answers() {
		b := part.NewButtonWithIcon(w.T("photo."+a.Key)+" ("+string(a.Letter-32)+")", a.Icon, func() { d.p.answer(a.Name, d.p.nowLabels()) })
		if v.Answer == a.Name {
			b.Importance = widget.HighImportance
		}
		answers = append(answers, b)
	}
	marks := part.Row()
	for _, l := range labels() {
		tick := part.NewCheck(w.T("photo."+l.Key)+" ("+string(l.Letter-32)+")", nil)
		tick.SetChecked(slices.Contains(v.Labels, l.Name))
		tick.OnChanged = func(bool) { d.p.toggle(l.Name) }
		marks.Add(tick)
	}
	rows := []fyne.CanvasObject{d.back, d.picture(), container.New(layout.NewCustomPaddedLayout(8, 0, 0, 0), part.Buttons(answers...)), marks}
	if hint := view.PhotoHint(v, w); hint != "" && v.Answer == "" {
		rows = append(rows, part.Muted(hint))
	}
	rows = append(rows, d.tasks()...)
	rows = append(rows, d.facts(), d.actions())
	page := container.NewVScroll(container.New(layout.NewCustomPaddedLayout(6, 14, 14, 18), part.Column(4, rows...)))
	d.object.Objects = []fyne.CanvasObject{page}
	part.Lay(d.object)
}

// picture is the picture with its boxes, or why it is not shown.
func (d *detail) picture() fyne.CanvasObject {
	sight := &d.large.view.Sight
	if d.plain {
		sight = &pictures.Sight{}
	}
	return d.s.Boxed(d.large.image, sight, photoRoom)
}

// tasks are what the rules say of the items that show the picture.
func (d *detail) tasks() []fyne.CanvasObject {
	w := d.s.W
	var rows []fyne.CanvasObject
	for i := range d.large.view.Tasks {
		t := &d.large.view.Tasks[i]
		rows = append(rows, part.Spread(part.Column(part.Tight, part.Strong(t.Title), part.Caption(t.Why)), part.Chip(t.Severity, w.T("severity."+t.Severity.String()))))
	}
	if len(rows) == 0 {
		return nil
	}
	return []fyne.CanvasObject{part.Card("", rows...)}
}

// facts is what was found in the file and its pixels.
func (d *detail) facts() fyne.CanvasObject {
	var rows []fyne.CanvasObject
	for _, f := range view.PhotoFacts(&d.large.view, d.s.Name, d.s.W) {
		value := f.Value
		if d.s.Veiled {
			value = view.Veil(value)
		}
		rows = append(rows, part.Fact(f.Label, value))
	}
	return part.Card(d.s.W.T("photo.found"), rows...)
}

// actions are what can be done with the picture beside answering.
func (d *detail) actions() fyne.CanvasObject {
	w := d.s.W
	boxes := part.NewButtonWithIcon(w.T("photo.boxes")+" (B)", theme.VisibilityIcon(), d.toggleBoxes)
	strip := part.NewButtonWithIcon(w.T("photo.strip")+" (C)", theme.ContentCopyIcon(), d.strip)
	if d.large.image == nil {
		boxes.Disable()
		strip.Disable()
	}
	return container.New(layout.NewCustomPaddedLayout(8, 0, 0, 0), part.Buttons(boxes, strip))
}
